//! WebGPU, by Burn.

use super::clock::now;
use super::device::Device;
use super::models::{ModelError, Models};
use super::start_error::StartError;
use crate::analysis::{Analyzer, AttributeNetwork};
use crate::detection::FaceDetector;
use crate::protocol::{Backend, Failure, WebGpuProblem};
use futures_util::future::try_join;
use wasm_bindgen::JsValue;

/// What `www/gpu-start.js` calls the adapter that it has found.
const ADAPTER: &str = "visageAdapter";

unsafe extern "C" {
    /// Made by the linker. That it is called at all keeps the linker from calling it everywhere.
    fn __wasm_call_ctors();
}

/// Burn on WebGPU. The loader starts the program only where there is an adapter: Burn cannot do without one.
pub struct OnWebGpu;

impl Device for OnWebGpu {
    const BACKEND: Backend = Backend::WebGpu;
    const IS_TESTED_FIRST: bool = true;

    /// Runs the constructors of static data once.
    ///
    /// Burn's shader compiler registers its operations by such constructors (crate `inventory`). Where a program does not
    /// call them itself, the linker makes *every* function that JavaScript can call run all of them first: a millisecond
    /// for each value that crosses the border.
    fn set_up(&self) {
        // SAFETY: the linker gives this function exactly this signature, and nothing has run before that could have called
        // it already.
        unsafe { __wasm_call_ctors() }
    }

    fn name(&self) -> String {
        let name = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(ADAPTER));
        name.ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    async fn analyzer(&self, models: Models) -> Result<Analyzer, StartError> {
        let device = burn::tensor::Device::wgpu_options().init_async();
        let device = device.await.map_err(|error| StartError::WebGpu(WebGpuProblem::Start(error.to_string())))?;
        let (detector, network) = try_join(models.detector(), models.network()).await?;
        let detector = FaceDetector::on_device(detector, &device).map_err(ModelError::from)?;
        let network = AttributeNetwork::on_device(network, &device).map_err(ModelError::from)?;
        Ok(Analyzer::new(detector, network, now).with_probe(Models::probe()))
    }

    fn fails_self_test(deviation: String) -> Failure {
        Failure::NoWebGpu(WebGpuProblem::SelfTest(deviation))
    }
}
