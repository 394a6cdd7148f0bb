//! The moments at which a video shows a new frame.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, Window};

#[wasm_bindgen]
extern "C" {
    /// A video element with the callback that `web-sys` does not know yet.
    #[wasm_bindgen(extends = HtmlVideoElement)]
    type FrameCallbackVideo;

    #[wasm_bindgen(method, catch, js_name = requestVideoFrameCallback)]
    fn request_video_frame_callback(
        this: &FrameCallbackVideo,
        callback: &Function,
    ) -> Result<u32, wasm_bindgen::JsValue>;
}

/// Resolves when the video shows its next frame; in browsers that do not tell, when the screen is next drawn.
///
/// A stopped video shows no more frames, so the future may stay pending for ever.
pub(crate) async fn next(window: &Window, video: &HtmlVideoElement) -> Result<(), PageError> {
    let mut failure = None;
    let promise = Promise::new(&mut |resolve, _reject| {
        let video: &FrameCallbackVideo = video.unchecked_ref();
        if video.request_video_frame_callback(&resolve).is_err() {
            failure = window.request_animation_frame(&resolve).err();
        }
    });
    if let Some(exception) = failure {
        return Err(unexpected(&exception));
    }
    JsFuture::from(promise).await.map(|_| ()).map_err(|exception| unexpected(&exception))
}
