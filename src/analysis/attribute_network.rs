use crate::network::{CpuDmtl, Dmtl, WeightsError, from_burnpack};
use burn::tensor::Device;

/// The network that reads crops, and what computes it.
#[derive(Clone, Debug)]
pub enum AttributeNetwork {
    /// The kernels for the CPU.
    Cpu(Box<CpuDmtl>),
    /// Burn, on a device.
    Burn(Box<BurnNetwork>),
}

/// The network by Burn.
#[derive(Clone, Debug)]
pub struct BurnNetwork {
    pub(super) network: Dmtl,
    pub(super) device: Device,
    /// The same network by the kernels for the CPU, which have the gradients.
    pub(super) on_cpu: CpuDmtl,
}

impl AttributeNetwork {
    /// The network with the weights in `bytes` (burnpack) by the kernels for the CPU.
    ///
    /// # Errors
    /// When `bytes` are no burnpack, or that of another network.
    pub fn on_cpu(bytes: Vec<u8>) -> Result<Self, WeightsError> {
        Ok(Self::Cpu(Box::new(CpuDmtl::from_burnpack(bytes)?)))
    }

    /// The same by Burn on `device`; explanations are the kernels' there too.
    ///
    /// # Errors
    /// When `bytes` are no burnpack, or that of another network.
    pub fn on_device(bytes: Vec<u8>, device: &Device) -> Result<Self, WeightsError> {
        let on_cpu = CpuDmtl::from_burnpack(bytes.clone())?;
        let network = from_burnpack(bytes, device)?;
        Ok(Self::Burn(Box::new(BurnNetwork { network, device: device.clone(), on_cpu })))
    }

    /// The network by the kernels for the CPU, which explains whatever reads.
    pub(super) fn kernels(&self) -> &CpuDmtl {
        match self {
            Self::Cpu(network) => network,
            Self::Burn(burn) => &burn.on_cpu,
        }
    }
}
