//! A camera: opening it, and ending it for good.

use super::camera_list::media_devices;
use super::exception::name;
use super::listener::Listener;
use crate::app::model::camera::faces_its_user;
use crate::app::model::error::PageError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ConstrainDomStringParameters, ConstrainLongRange, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    MediaTrackConstraints, PermissionState, PermissionStatus, Window,
};

/// The picture size asked of a camera, in pixels; it gives what comes near.
const IDEAL_SIZE: (i32, i32) = (1280, 720);

/// A running camera. Dropping it ends its tracks, which puts out its light.
pub(crate) struct Camera {
    stream: MediaStream,
    track: MediaStreamTrack,
    _listeners: [Listener; 3],
}

/// What happens to a camera by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CameraEvent {
    /// The camera has gone.
    Ended,
    /// The camera gives no picture for now.
    Muted,
    /// The camera gives pictures again.
    Unmuted,
}

impl Camera {
    /// Opens the camera with this id, or the one that faces the visitor. `on_change` is told what happens to it by itself.
    pub(crate) async fn open(
        window: &Window,
        device_id: Option<&str>,
        on_change: impl Fn(CameraEvent) + Copy + 'static,
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
        let events = [("ended", CameraEvent::Ended), ("mute", CameraEvent::Muted), ("unmute", CameraEvent::Unmuted)];
        let listeners = events.map(|(name, event)| Listener::new(&track, name, Box::new(move || on_change(event))));
        Ok(Self { stream, track, _listeners: listeners })
    }

    /// Whether it gives no picture for now.
    pub(crate) fn is_muted(&self) -> bool {
        self.track.muted()
    }

    /// The stream, for a video element.
    pub(crate) fn stream(&self) -> &MediaStream {
        &self.stream
    }

    /// Whether its picture should be mirrored.
    pub(crate) fn is_mirrored(&self) -> bool {
        let facing_mode = self.track.get_settings().get_facing_mode();
        faces_its_user(facing_mode.as_deref(), &self.track.label())
    }

    /// Its id in the list of cameras.
    pub(crate) fn device_id(&self) -> Option<String> {
        self.track.get_settings().get_device_id()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// Whether the page may use cameras, as far as the browser says.
pub(crate) async fn is_allowed(window: &Window) -> bool {
    let query = js_sys::Object::new();
    let state = async {
        let permissions = window.navigator().permissions().ok()?;
        let status = JsFuture::from(permissions.query(&query).ok()?).await.ok()?;
        Some(status.unchecked_into::<PermissionStatus>().state())
    };
    // Not every browser knows of a permission by this name.
    let is_set = js_sys::Reflect::set(&query, &"name".into(), &"camera".into()).is_ok();
    !is_set || !matches!(state.await, Some(PermissionState::Denied | PermissionState::Prompt))
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
    match PageError::from_media_exception(&name(exception)) {
        PageError::CameraRefused if is_framed() => PageError::CameraRefusedInFrame,
        error => error,
    }
}

/// Whether the page is in a frame of another one, which has a say in what it may do.
fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    window.parent().ok().flatten().is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}
