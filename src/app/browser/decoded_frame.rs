//! Frames of a video as the browser has decoded them, without a canvas.

use js_sys::{Object, Promise, Reflect, Uint8ClampedArray};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, ImageData};

#[wasm_bindgen]
extern "C" {
    /// `web-sys` does not know it yet.
    type VideoFrame;

    #[wasm_bindgen(constructor, catch)]
    fn new(video: &HtmlVideoElement) -> Result<VideoFrame, JsValue>;

    /// `undefined` in browsers that do not tell.
    #[wasm_bindgen(method, getter)]
    fn rotation(this: &VideoFrame) -> Option<f64>;

    #[wasm_bindgen(method, getter)]
    fn flip(this: &VideoFrame) -> Option<bool>;

    #[wasm_bindgen(method, getter, js_name = displayWidth)]
    fn display_width(this: &VideoFrame) -> u32;

    #[wasm_bindgen(method, getter, js_name = displayHeight)]
    fn display_height(this: &VideoFrame) -> u32;

    #[wasm_bindgen(method, catch, js_name = allocationSize)]
    fn allocation_size(this: &VideoFrame, options: &Object) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch, js_name = copyTo)]
    fn copy_to(this: &VideoFrame, pixels: &Uint8ClampedArray, options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &VideoFrame);
}

thread_local! {
    /// Where frames are copied to: there would be a megabyte of garbage for each of them.
    static MEMORY: Cell<Option<Uint8ClampedArray>> = const { Cell::new(None) };
}

/// Calls `make` with the pixels that `video` shows now; `None` where the browser does not give them, or would give them otherwise
/// than it shows them. The pixels are valid until the promise that `make` returns is settled, whose value is the answer.
pub(super) async fn with_pixels(
    video: &HtmlVideoElement,
    make: impl FnOnce(&ImageData) -> Result<Promise, JsValue>,
) -> Option<JsValue> {
    let size = (video.video_width(), video.video_height());
    let frame = VideoFrame::new(video).ok()?;
    let copied = copy(&frame, size).await;
    // The browser has few frames to give at a time.
    frame.close();
    let memory = copied?;
    let pixels = ImageData::new_with_js_u8_clamped_array(&memory, size.0).ok()?;
    let made = JsFuture::from(make(&pixels).ok()?).await.ok();
    MEMORY.set(Some(memory));
    made
}

async fn copy(frame: &VideoFrame, (width, height): (u32, u32)) -> Option<Uint8ClampedArray> {
    let options = Object::new();
    Reflect::set(&options, &"format".into(), &"RGBA".into()).ok()?;
    let bytes = 4 * width * height;
    let is_plain = frame.rotation() == Some(0.0)
        && frame.flip() == Some(false)
        && (frame.display_width(), frame.display_height()) == (width, height)
        && frame.allocation_size(&options).is_ok_and(|needed| needed == bytes);
    if !is_plain {
        return None;
    }
    let memory = MEMORY.take().filter(|memory| memory.length() == bytes);
    let memory = memory.unwrap_or_else(|| Uint8ClampedArray::new_with_length(bytes));
    JsFuture::from(frame.copy_to(&memory, &options).ok()?).await.ok()?;
    Some(memory)
}
