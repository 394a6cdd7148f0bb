//! Pictures that move, GIF and the like, played as a film in a video element.

use super::canvas::context_of;
use super::exception::unexpected;
use crate::app::model::error::PageError;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, MediaStream};

/// Milliseconds that a frame is shown which says nothing of it, or too little to be meant; browsers do the same.
const USUAL_DURATION: f64 = 100.0;
const LEAST_DURATION: f64 = 11.0;

#[wasm_bindgen]
extern "C" {
    /// `web-sys` does not know these yet.
    type ImageDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(init: &Object) -> Result<ImageDecoder, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn completed(this: &ImageDecoder) -> Promise;

    #[wasm_bindgen(method, getter)]
    fn tracks(this: &ImageDecoder) -> ImageTracks;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &ImageDecoder, options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &ImageDecoder);

    type ImageTracks;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &ImageTracks) -> Promise;

    #[wasm_bindgen(method, getter, js_name = selectedTrack)]
    fn selected_track(this: &ImageTracks) -> Option<ImageTrack>;

    type ImageTrack;

    #[wasm_bindgen(method, getter, js_name = frameCount)]
    fn frame_count(this: &ImageTrack) -> f64;

    type ImageFrame;

    #[wasm_bindgen(method, getter)]
    fn duration(this: &ImageFrame) -> Option<f64>;

    #[wasm_bindgen(method, getter, js_name = displayWidth)]
    fn display_width(this: &ImageFrame) -> u32;

    #[wasm_bindgen(method, getter, js_name = displayHeight)]
    fn display_height(this: &ImageFrame) -> u32;

    #[wasm_bindgen(method, js_name = close)]
    fn close_frame(this: &ImageFrame);

    #[wasm_bindgen(extends = CanvasRenderingContext2d)]
    type FrameContext;

    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw_frame(this: &FrameContext, frame: &ImageFrame, x: f64, y: f64) -> Result<(), JsValue>;
}

/// A moving picture that is being played. Dropping it ends that.
pub(super) struct Animation {
    stream: MediaStream,
    plays: Rc<Cell<bool>>,
}

impl Animation {
    /// Whether a file of this media type has more than one frame, and the browser gives them one by one.
    pub(super) async fn is_one(file: &File, media_type: &str) -> bool {
        let Ok((decoder, count)) = frames_of(file, media_type).await else { return false };
        decoder.close();
        count > 1
    }

    /// Plays a file of this media type, over and over.
    pub(super) async fn play(file: &File, media_type: &str) -> Result<Self, PageError> {
        let error = |exception: JsValue| unexpected(&exception);
        let (decoder, count) = frames_of(file, media_type).await.map_err(error)?;
        let canvas: HtmlCanvasElement = document().create_element("canvas").map_err(error)?.unchecked_into();
        let mut shown = show(&decoder, 0, &canvas).await.map_err(error)?;
        let stream = canvas.capture_stream().map_err(error)?;
        let plays = Rc::new(Cell::new(true));
        let goes_on = plays.clone();
        spawn_local(async move {
            let mut frame = 0;
            while goes_on.get() {
                pause(shown).await;
                frame = (frame + 1) % count.max(1);
                // A frame that cannot be decoded is passed over.
                shown = show(&decoder, frame, &canvas).await.unwrap_or(USUAL_DURATION);
            }
            decoder.close();
        });
        Ok(Self { stream, plays })
    }

    /// What a video element plays.
    pub(super) fn stream(&self) -> &MediaStream {
        &self.stream
    }
}

impl Drop for Animation {
    fn drop(&mut self) {
        self.plays.set(false);
    }
}

/// A decoder of a file, all of whose frames it has, and their number.
async fn frames_of(file: &File, media_type: &str) -> Result<(ImageDecoder, u32), JsValue> {
    let data = JsFuture::from(file.array_buffer()).await?;
    let init = Object::new();
    Reflect::set(&init, &"data".into(), &data)?;
    Reflect::set(&init, &"type".into(), &media_type.into())?;
    let decoder = ImageDecoder::new(&init)?;
    JsFuture::from(decoder.tracks().ready()).await?;
    JsFuture::from(decoder.completed()).await?;
    let count = decoder.tracks().selected_track().map_or(0.0, |track| track.frame_count());
    Ok((decoder, count as u32))
}

/// Draws a frame, and returns for how many milliseconds it is shown.
async fn show(decoder: &ImageDecoder, frame: u32, canvas: &HtmlCanvasElement) -> Result<f64, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"frameIndex".into(), &frame.into())?;
    let decoded = JsFuture::from(decoder.decode(&options)?).await?;
    let image: ImageFrame = Reflect::get(&decoded, &"image".into())?.unchecked_into();
    let (width, height) = (image.display_width(), image.display_height());
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context: FrameContext = context_of(canvas).map_err(|error| JsValue::from(error.to_string()))?.unchecked_into();
    // What is transparent is seen on white, as in a photo.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    let drawn = context.draw_frame(&image, 0.0, 0.0);
    let milliseconds = image.duration().unwrap_or_default() / 1000.0;
    image.close_frame();
    drawn?;
    Ok(if milliseconds < LEAST_DURATION { USUAL_DURATION } else { milliseconds })
}

async fn pause(milliseconds: f64) {
    let promise = Promise::new(&mut |resolve, _| {
        // Resolving a promise does not throw.
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::from_millis(milliseconds as u64));
    });
    // It is only ever resolved.
    let _ = JsFuture::from(promise).await;
}
