//! The attribute network as one type, whether the CPU kernels or Burn on a device compute its estimates.
//! Explanations come from the CPU kernels in either case.

#[cfg(feature = "burn")]
use super::BurnNetwork;
use crate::network::{CpuDmtl, WeightsError};
#[cfg(feature = "burn")]
use burn::tensor::Device;

/// The network that reads crops, and what computes it.
#[derive(Clone, Debug)]
pub enum AttributeNetwork {
    /// The kernels for the CPU.
    Cpu(Box<CpuDmtl>),
    /// Burn, on a device.
    #[cfg(feature = "burn")]
    Burn(Box<BurnNetwork>),
}

impl AttributeNetwork {
    /// The network with the weights in `bytes` (burnpack) by the kernels for the CPU.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack, or are that of another network.
    pub fn on_cpu(bytes: Vec<u8>) -> Result<Self, WeightsError> {
        Ok(Self::Cpu(Box::new(CpuDmtl::from_burnpack(bytes)?)))
    }

    /// The network with the weights in `bytes` by Burn on `device`; explanations still come from the CPU kernels.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack, or are that of another network.
    #[cfg(feature = "burn")]
    pub fn on_device(bytes: Vec<u8>, device: &Device) -> Result<Self, WeightsError> {
        Ok(Self::Burn(Box::new(BurnNetwork::from_burnpack(bytes, device)?)))
    }

    /// The network by the kernels for the CPU, which explains whatever reads.
    pub(super) fn kernels(&self) -> &CpuDmtl {
        match self {
            Self::Cpu(network) => network,
            #[cfg(feature = "burn")]
            Self::Burn(burn) => burn.kernels(),
        }
    }
}
