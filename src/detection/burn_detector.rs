//! BlazeFace by Burn on a device, held against the kernels for the CPU.

use super::blazeface::BlazeFace;
use super::cpu_detector::CpuBlazeFace;
use super::error::{DetectorError, unusable};
use crate::device::{CrossCheck, DeviceError};
use crate::parameters::dequantised;
use burn::module::Module;
use burn::store::ModuleRecord;
use burn::tensor::{Bytes, Device, Tensor, TensorData};

/// The network on a device, and on the CPU beside it.
#[derive(Clone, Debug)]
pub(super) struct BurnBlazeFace {
    network: BlazeFace,
    device: Device,
    on_cpu: CpuBlazeFace,
    check: CrossCheck,
}

impl BurnBlazeFace {
    /// The network with the weights in `bytes` (burnpack) as 32-bit floats on `device`.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack or hold other tensors than BlazeFace has.
    pub(super) fn from_burnpack(bytes: Vec<u8>, device: &Device) -> Result<Self, DetectorError> {
        let on_cpu = CpuBlazeFace::from_burnpack(bytes.clone()).map_err(unusable)?;
        let bytes = dequantised(Bytes::from_bytes_vec(bytes)).map_err(unusable)?;
        let record = ModuleRecord::from_bytes(bytes).map_err(unusable)?;
        let network = BlazeFace::init(device).try_load_record(record.cast_to_module_dtype()).map_err(unusable)?;
        Ok(Self { network, device: device.clone(), on_cpu, check: CrossCheck::default() })
    }

    /// The same network by the kernels for the CPU.
    pub(super) fn kernels(&self) -> &CpuBlazeFace {
        &self.on_cpu
    }

    /// The anchors' answers for an image of these rows and columns, as [`CpuBlazeFace::forward`] gives them.
    ///
    /// # Errors
    /// When the device fails, or answers something else than the CPU.
    pub(super) async fn answers(&self, planes: Vec<f32>, shape: [usize; 2]) -> Result<Vec<f32>, DeviceError> {
        let [rows, columns] = shape;
        let expected = self.check.is_due(&shape).then(|| self.on_cpu.forward(&planes, shape));
        let image = Tensor::from_data(TensorData::new(planes, [1, 3, rows, columns]), &self.device);
        let answers = self.network.forward(image).into_data_async().await.map_err(DeviceError::failed)?;
        let answers: Vec<f32> = answers.try_to_vec().map_err(DeviceError::failed)?;
        if let Some(expected) = expected {
            self.check.compare(&shape, &answers, &expected)?;
        }
        Ok(answers)
    }
}
