//! Taking a still frame of what is on the stage, of the size that the engine works on.

use super::decoded_frame::with_pixels;
use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::picture::fit_within;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, ImageBitmap, ImageBitmapOptions, ResizeQuality, Window};

/// The most pixels of a video's frame that are copied as they are: of larger ones the browser makes small copies more cheaply.
const MOST_COPIED: u32 = 1920 * 1088;
/// Longest side, in pixels, of the frames taken of a video.
const LONGEST_VIDEO_SIDE: u32 = 640;

/// The frame that the video shows now; `None` while it has none.
///
/// Its pixels are copied first where the browser gives them: of every frame of a video that is drawn, Chromium's software renderer
/// keeps a decoded copy, hundreds of megabytes in all.
pub(crate) async fn of_video(window: &Window, video: &HtmlVideoElement) -> Result<Option<ImageBitmap>, PageError> {
    if video.ready_state() < web_sys::HtmlMediaElement::HAVE_CURRENT_DATA || video.video_width() == 0 {
        return Ok(None);
    }
    let size = (video.video_width(), video.video_height());
    let small = fit_within(size.0, size.1, LONGEST_VIDEO_SIDE);
    if size.0 * size.1 <= MOST_COPIED {
        let made = with_pixels(video, |pixels| {
            if small == size {
                return window.create_image_bitmap_with_image_data(pixels);
            }
            let options = resized(small, ResizeQuality::Medium);
            window.create_image_bitmap_with_image_data_and_image_bitmap_options(pixels, &options)
        });
        if let Some(made) = made.await {
            return Ok(Some(made.unchecked_into()));
        }
    }
    let promise = window.create_image_bitmap_with_html_video_element_and_image_bitmap_options(
        video,
        &resized(small, ResizeQuality::Medium),
    );
    bitmap(promise).await.map(Some)
}

/// A copy of a bitmap, which can be given away.
pub(crate) async fn copy_of(window: &Window, original: &ImageBitmap) -> Result<ImageBitmap, PageError> {
    bitmap(window.create_image_bitmap_with_image_bitmap(original)).await
}

/// A copy of a bitmap with its longer side at most `longest` pixels.
pub(crate) async fn small_copy_of(
    window: &Window,
    original: &ImageBitmap,
    longest: u32,
) -> Result<ImageBitmap, PageError> {
    let size = fit_within(original.width(), original.height(), longest);
    let options = resized(size, ResizeQuality::High);
    bitmap(window.create_image_bitmap_with_image_bitmap_and_image_bitmap_options(original, &options)).await
}

fn resized((width, height): (u32, u32), quality: ResizeQuality) -> ImageBitmapOptions {
    let options = ImageBitmapOptions::new();
    options.set_resize_width(width);
    options.set_resize_height(height);
    options.set_resize_quality(quality);
    options
}

async fn bitmap(promise: Result<js_sys::Promise, JsValue>) -> Result<ImageBitmap, PageError> {
    let promise = promise.map_err(|exception| unexpected(&exception))?;
    let value = JsFuture::from(promise).await.map_err(|exception| unexpected(&exception))?;
    Ok(value.unchecked_into())
}
