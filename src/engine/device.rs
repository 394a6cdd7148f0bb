//! Finds out whether WebGPU can be used.

use burn::tensor::Device;
use burn::tensor::wgpu::WgpuInitError;
use wasm_bindgen::prelude::*;

/// What an adapter is called that has no name, or is not known yet.
pub const NAMELESS: &str = "GPU";

/// There is no WebGPU to compute with.
#[derive(Debug, thiserror::Error)]
pub enum WebGpuError {
    /// The browser has no WebGPU, or none for this machine.
    #[error("no adapter")]
    NoAdapter,
    /// The adapter is no GPU.
    #[error("the adapter {0} is software")]
    Software(String),
    /// The adapter gives no device.
    #[error("no device: {0}")]
    Start(#[from] WgpuInitError),
}

#[wasm_bindgen]
extern "C" {
    /// `GPUAdapter`; web-sys has it only among its unstable interfaces.
    type Adapter;
    #[wasm_bindgen(method, getter)]
    fn info(this: &Adapter) -> Option<AdapterInfo>;

    /// `GPUAdapterInfo`
    type AdapterInfo;
    #[wasm_bindgen(method, getter)]
    fn vendor(this: &AdapterInfo) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn architecture(this: &AdapterInfo) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn description(this: &AdapterInfo) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isFallbackAdapter)]
    fn is_fallback_adapter(this: &AdapterInfo) -> Option<bool>;

    /// Throws where the browser has no `navigator.gpu`.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "gpu"], js_name = requestAdapter)]
    async fn request_adapter() -> Result<JsValue, JsValue>;
}

/// What is known of an adapter before it is used.
pub struct WebGpu {
    /// The adapter's name for people.
    pub name: String,
    is_software: bool,
}

impl WebGpu {
    /// Asks the browser for an adapter. Burn must not be asked first: it cannot do without one.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find() -> Result<Self, WebGpuError> {
        let adapter = request_adapter().await.unwrap_or(JsValue::NULL);
        if adapter.is_null() || adapter.is_undefined() {
            return Err(WebGpuError::NoAdapter);
        }
        let info = adapter.unchecked_into::<Adapter>().info();
        let text =
            |part: fn(&AdapterInfo) -> Option<String>| info.as_ref().and_then(part).filter(|text| !text.is_empty());
        let parts = [text(AdapterInfo::vendor), text(AdapterInfo::architecture)].into_iter().flatten();
        let parts = parts.collect::<Vec<_>>().join(" ");
        let name = text(AdapterInfo::description).or(Some(parts).filter(|parts| !parts.is_empty()));
        Ok(Self {
            name: name.unwrap_or_else(|| NAMELESS.to_owned()),
            is_software: info.as_ref().and_then(AdapterInfo::is_fallback_adapter).unwrap_or(false),
        })
    }

    /// Refuses an adapter that computes on the CPU after all.
    ///
    /// # Errors
    /// When it does.
    pub fn require_hardware(self) -> Result<Self, WebGpuError> {
        if self.is_software { Err(WebGpuError::Software(self.name)) } else { Ok(self) }
    }

    /// Burn's device. To be called once in a worker's life: a second initialisation aborts the module.
    ///
    /// # Errors
    /// When the adapter gives no device with the limits that Burn needs.
    pub async fn start(&self) -> Result<Device, WebGpuError> {
        Ok(Device::wgpu_options().init_async().await?)
    }
}
