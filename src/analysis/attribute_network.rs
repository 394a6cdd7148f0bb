use crate::network::{CpuDmtl, Dmtl, WeightsError, from_burnpack};
use burn::tensor::Device;

/// The network that reads crops, and what computes it.
#[derive(Clone, Debug)]
pub enum AttributeNetwork {
    /// The kernels for the CPU.
    Cpu(Box<CpuDmtl>),
    /// Burn, on a device without autodiff.
    Burn(Box<Dmtl>, Device),
}

impl AttributeNetwork {
    /// The network with the weights in `bytes` (burnpack) by the kernels for the CPU.
    ///
    /// # Errors
    /// When `bytes` are no burnpack, or that of another network.
    pub fn on_cpu(bytes: Vec<u8>) -> Result<Self, WeightsError> {
        Ok(Self::Cpu(Box::new(CpuDmtl::from_burnpack(bytes)?)))
    }

    /// The same by Burn on `device`, which has no autodiff.
    ///
    /// # Errors
    /// When `bytes` are no burnpack, or that of another network.
    pub fn on_device(bytes: Vec<u8>, device: &Device) -> Result<Self, WeightsError> {
        Ok(Self::Burn(Box::new(from_burnpack(bytes, device)?), device.clone()))
    }
}
