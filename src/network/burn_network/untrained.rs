//! Networks and pictures by chance, the same in every run: Burn's own random numbers are shared by all tests of a process.

use crate::network::{Dmtl, DmtlConfig};
use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Device, Tensor, TensorData};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// The default network with weights drawn from `seed`.
pub fn untrained(device: &Device, seed: u64) -> Dmtl {
    drawn(DmtlConfig::new().init(device), seed)
}

/// `network` with weights drawn from `seed`.
pub(crate) fn drawn(network: Dmtl, seed: u64) -> Dmtl {
    network.map(&mut Drawn(StdRng::seed_from_u64(seed)))
}

/// Values between −1 and 1 drawn from `seed`.
#[cfg(test)]
pub(crate) fn noise<const D: usize>(shape: [usize; D], seed: u64, device: &Device) -> Tensor<D> {
    let mut random = StdRng::seed_from_u64(seed);
    let values = (0..shape.iter().product()).map(|_| random.random_range(-1.0..1.0)).collect::<Vec<f32>>();
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// Draws every weight with a variance of one over what it sums up, so that few values reach the kinks of ReLU6. Of the rest what
/// Burn has drawn, from a source that all tests share, is zero; constants stay.
struct Drawn(StdRng);

impl ModuleMapper for Drawn {
    fn map_float<const D: usize>(&mut self, parameter: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let shape = parameter.dims();
        if D < 2 {
            #[allow(clippy::unwrap_used, reason = "only tests draw networks")]
            let values = parameter.val().into_data().try_to_vec::<f32>().unwrap();
            let is_constant = values.windows(2).all(|pair| pair[0] == pair[1]);
            return if is_constant { parameter } else { parameter.map(|values| values.zeros_like()) };
        }
        // A linear layer has inputs by outputs, a convolution outputs by everything that one of them sees.
        let inputs: usize = if D == 2 { shape[0] } else { shape[1..].iter().product() };
        let most = (3.0 / inputs.max(1) as f32).sqrt();
        let values: Vec<f32> = (0..shape.iter().product()).map(|_| self.0.random_range(-most..most)).collect();
        let device = parameter.val().device();
        Param::initialized(parameter.id, Tensor::from_data(TensorData::new(values, shape), &device))
    }
}
