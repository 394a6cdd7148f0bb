//! Which cameras there are.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaDeviceInfo, MediaDeviceKind, MediaDevices, Window};

/// A camera that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CameraDevice {
    /// What the browser calls it in constraints.
    pub id: String,
    /// Its name; empty until the visitor has allowed a camera.
    pub label: String,
}

/// The cameras that can be chosen. Without the visitor's consent browsers give one without a name, or none.
pub(crate) async fn list(window: &Window) -> Result<Vec<CameraDevice>, PageError> {
    let promise = media_devices(window)?.enumerate_devices().map_err(|e| unexpected(&e))?;
    let devices: js_sys::Array = JsFuture::from(promise).await.map_err(|e| unexpected(&e))?.unchecked_into();
    let devices = devices.iter().map(|device| device.unchecked_into::<MediaDeviceInfo>());
    Ok(devices
        .filter(|device| device.kind() == MediaDeviceKind::Videoinput && !device.device_id().is_empty())
        .map(|device| CameraDevice { id: device.device_id(), label: device.label() })
        .collect())
}

/// The browser's interface to cameras, which it hides from pages that came over an insecure connection.
pub(crate) fn media_devices(window: &Window) -> Result<MediaDevices, PageError> {
    let devices = window.navigator().media_devices().map_err(|e| unexpected(&e))?;
    if JsValue::from(devices.clone()).is_undefined() { Err(PageError::CameraInsecure) } else { Ok(devices) }
}

/// Calls back when a camera is plugged in or out, until it is dropped.
pub(crate) struct CameraListWatch {
    devices: MediaDevices,
    // Called by the browser for as long as it lives.
    _on_change: Closure<dyn FnMut()>,
}

impl CameraListWatch {
    /// Watches the list of cameras.
    pub(crate) fn start(window: &Window, on_change: impl FnMut() + 'static) -> Result<Self, PageError> {
        let devices = media_devices(window)?;
        let on_change = Closure::new(on_change);
        devices.set_ondevicechange(Some(on_change.as_ref().unchecked_ref()));
        Ok(Self { devices, _on_change: on_change })
    }
}

impl Drop for CameraListWatch {
    fn drop(&mut self) {
        self.devices.set_ondevicechange(None);
    }
}
