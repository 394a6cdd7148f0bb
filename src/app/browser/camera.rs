//! A camera: opening it, and ending it for good.

use super::super::model::camera::faces_its_user;
use super::super::model::error::PageError;
use super::camera_list::media_devices;
use super::exception::name;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ConstrainDomStringParameters, ConstrainLongRange, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    MediaTrackConstraints, Window,
};

/// The picture size asked of a camera, in pixels; it gives what comes near.
const IDEAL_SIZE: (i32, i32) = (1280, 720);

/// A running camera. Dropping it ends its tracks, which puts out its light.
pub struct Camera {
    stream: MediaStream,
    track: MediaStreamTrack,
    // Called by the track for as long as it lives.
    _on_ended: Closure<dyn FnMut()>,
}

impl Camera {
    /// Opens the camera with this id, or the one that faces the visitor. `on_unplugged` is called if it ends by itself.
    pub async fn open(
        window: &Window,
        device_id: Option<&str>,
        on_unplugged: impl FnMut() + 'static,
    ) -> Result<Self, PageError> {
        let devices = media_devices(window)?;
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&video_constraints(device_id));
        let promise = devices.get_user_media_with_constraints(&constraints).map_err(|e| media_error(&e))?;
        let stream: MediaStream = JsFuture::from(promise).await.map_err(|e| media_error(&e))?.unchecked_into();
        let Some(track) = stream.get_video_tracks().iter().next() else {
            return Err(PageError::CameraAbsent);
        };
        let track: MediaStreamTrack = track.unchecked_into();
        let on_ended = Closure::new(on_unplugged);
        track.set_onended(Some(on_ended.as_ref().unchecked_ref()));
        Ok(Self { stream, track, _on_ended: on_ended })
    }

    /// The stream, for a video element.
    pub fn stream(&self) -> &MediaStream {
        &self.stream
    }

    /// Whether its picture should be mirrored.
    pub fn is_mirrored(&self) -> bool {
        let facing_mode = self.track.get_settings().get_facing_mode();
        faces_its_user(facing_mode.as_deref(), &self.track.label())
    }

    /// Its id in the list of cameras.
    pub fn device_id(&self) -> Option<String> {
        self.track.get_settings().get_device_id()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.track.set_onended(None);
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

fn video_constraints(device_id: Option<&str>) -> MediaTrackConstraints {
    let video = MediaTrackConstraints::new();
    let ideal = |pixels: i32| {
        let range = ConstrainLongRange::new();
        range.set_ideal(pixels);
        range
    };
    video.set_width_constrain_long_range(&ideal(IDEAL_SIZE.0));
    video.set_height_constrain_long_range(&ideal(IDEAL_SIZE.1));
    match device_id {
        Some(id) => {
            let exact = ConstrainDomStringParameters::new();
            exact.set_exact_str(id);
            video.set_device_id_constrain_dom_string_parameters(&exact);
        }
        None => video.set_facing_mode_str("user"),
    }
    video
}

fn media_error(exception: &JsValue) -> PageError {
    PageError::from_media_exception(&name(exception))
}
