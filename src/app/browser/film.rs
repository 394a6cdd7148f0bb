//! A film of the visitor's in a video element.

use super::super::model::error::PageError;
use super::exception::unexpected;
use super::listener::Listener;
use web_sys::{File, HtmlVideoElement, Url};

/// A film that an element plays. Dropping it takes the film out.
pub struct Film {
    video: HtmlVideoElement,
    address: String,
    _on_failure: Listener,
}

impl Film {
    /// Puts a film into an element, which is to play it over and over. `on_failure` is called if it cannot be played, or no further.
    pub fn open(file: &File, video: &HtmlVideoElement, on_failure: Box<dyn FnMut()>) -> Result<Self, PageError> {
        let address = Url::create_object_url_with_blob(file).map_err(|exception| unexpected(&exception))?;
        let on_failure = Listener::new(video, "error", on_failure);
        video.set_loop(true);
        video.set_src(&address);
        Ok(Self { video: video.clone(), address, _on_failure: on_failure })
    }
}

impl Drop for Film {
    fn drop(&mut self) {
        // Without a source the element shows nothing and asks for nothing; neither call can fail for an own address.
        let _ = self.video.remove_attribute("src");
        self.video.load();
        self.video.set_loop(false);
        let _ = Url::revoke_object_url(&self.address);
    }
}
