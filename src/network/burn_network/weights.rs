//! The network's weights as a burnpack: 16-bit floats, or quantised kernels with a scale for each output channel.

use super::Dmtl;
use crate::network::{DmtlConfig, WeightsError};
use crate::parameters::{dequantised, quantised};
use burn::module::{Module, ModuleMapper, Param};
use burn::store::ModuleRecord;
use burn::tensor::{Bytes, DType, Device, Tensor};
use std::fmt::Display;

/// How a network's weights are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// Everything as 16-bit floats.
    HalfPrecision,
    /// The convolutions as integers with a scale for each channel they put out, and the rest, which is little, as 16-bit
    /// floats. Every integer takes a whole byte, or two, but compression takes out what it does not use of them.
    Integers {
        /// Bits of an integer, 2 to 16.
        bits: u32,
    },
}

/// The network for inference with the weights in `bytes` (burnpack, in either [`Storage`]), as 32-bit floats on `device`.
///
/// # Errors
/// When `bytes` aren't a burnpack or hold other tensors than a default [`DmtlConfig`] has.
pub fn from_burnpack(bytes: Vec<u8>, device: &Device) -> Result<Dmtl, WeightsError> {
    let bytes = dequantised(Bytes::from_bytes_vec(bytes)).map_err(damaged)?;
    let record = ModuleRecord::from_bytes(bytes).map_err(damaged)?;
    let network = DmtlConfig::new().init(device).try_load_record(record.cast_to_module_dtype());
    network.map_err(|error| WeightsError::Foreign(error.to_string()))
}

/// The network's weights as burnpack.
///
/// # Errors
/// When the record cannot be written.
pub fn to_burnpack(network: Dmtl, storage: Storage) -> Result<Vec<u8>, WeightsError> {
    let bytes = match storage {
        Storage::HalfPrecision => network.map(&mut HalfPrecision).into_record().into_bytes().map_err(damaged)?,
        Storage::Integers { bits } => {
            quantised(network.into_record().into_bytes().map_err(damaged)?, bits).map_err(damaged)?
        }
    };
    Ok(bytes.to_vec())
}

fn damaged(error: impl Display) -> WeightsError {
    WeightsError::Damaged(error.to_string())
}

/// Casts every float parameter to 16 bits.
struct HalfPrecision;

impl ModuleMapper for HalfPrecision {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        param.map(|tensor| tensor.cast(DType::F16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use burn::tensor::{Distribution, Tensor, Tolerance};

    #[test]
    fn weights_survive_the_burnpack_in_half_precision() {
        survive(Storage::HalfPrecision, 1e-2);
    }

    #[test]
    fn weights_survive_the_burnpack_as_integers() {
        survive(Storage::Integers { bits: 8 }, 1e-1);
        survive(Storage::Integers { bits: 7 }, 2e-1);
    }

    #[test]
    fn integers_take_half_the_bytes() {
        let network = DmtlConfig::new().init(&Device::flex());
        let sizes = [Storage::HalfPrecision, Storage::Integers { bits: 8 }]
            .map(|storage| to_burnpack(network.clone(), storage).unwrap().len() as f64);
        assert!(sizes[1] < 0.55 * sizes[0], "{sizes:?}");
    }

    fn survive(storage: Storage, tolerance: f64) {
        let device = Device::flex();
        let network = DmtlConfig::new().init(&device);
        let restored = from_burnpack(to_burnpack(network.clone(), storage).unwrap(), &device).unwrap();
        let images = Tensor::random([1, 3, 112, 112], Distribution::Uniform(-1.0, 1.0), &device);
        let expected = network.forward(images.clone())[Attribute::Age].to_data();
        restored.forward(images)[Attribute::Age]
            .to_data()
            .assert_approx_eq::<f32>(&expected, Tolerance::absolute(tolerance));
    }

    #[test]
    fn damaged_weights_are_refused() {
        let device = Device::flex();
        assert!(matches!(from_burnpack(vec![], &device), Err(WeightsError::Damaged(_))));
        assert!(matches!(from_burnpack(vec![7; 4096], &device), Err(WeightsError::Damaged(_))));
    }
}
