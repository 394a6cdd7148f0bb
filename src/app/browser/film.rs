//! A film of the visitor's, or a picture that moves, in a video element.

use super::animation::Animation;
use super::exception::unexpected;
use super::listener::Listener;
use super::photo::first_bytes;
use crate::app::model::error::PageError;
use crate::app::model::picture::{HEADER_BYTES, moving_type};
use web_sys::{File, HtmlVideoElement, Url};

/// A film that an element plays. Dropping it takes the film out.
pub(crate) struct Film {
    video: HtmlVideoElement,
    /// Address of a file that the browser plays by itself.
    address: Option<String>,
    /// What is played otherwise, until it is dropped.
    _animation: Option<Animation>,
    _on_failure: Listener,
}

impl Film {
    /// Puts a film into an element, which is to play it over and over, unless it `is_wanted` no more once it has been read: then the
    /// element is left alone, and there is none. `on_failure` is called if it cannot be played, or no further.
    pub(crate) async fn open(
        file: &File,
        video: &HtmlVideoElement,
        is_wanted: impl Fn() -> bool,
        on_failure: Box<dyn FnMut()>,
    ) -> Result<Option<Self>, PageError> {
        let animation = match moving_type(&first_bytes(file, HEADER_BYTES).await?) {
            Some(media_type) => Some(Animation::play(file, media_type).await?),
            None => None,
        };
        if !is_wanted() {
            return Ok(None);
        }
        let on_failure = Listener::new(video, "error", on_failure);
        let address = if let Some(animation) = &animation {
            video.set_src_object(Some(animation.stream()));
            None
        } else {
            let address = Url::create_object_url_with_blob(file).map_err(|exception| unexpected(&exception))?;
            video.set_loop(true);
            video.set_src(&address);
            Some(address)
        };
        Ok(Some(Self { video: video.clone(), address, _animation: animation, _on_failure: on_failure }))
    }
}

impl Drop for Film {
    fn drop(&mut self) {
        let Some(address) = &self.address else {
            self.video.set_src_object(None);
            return;
        };
        // Without a source the element shows nothing and asks for nothing; neither call can fail for an own address.
        let _ = self.video.remove_attribute("src");
        self.video.load();
        self.video.set_loop(false);
        let _ = Url::revoke_object_url(address);
    }
}
