//! The moving average of the weights, which is kept of a training, and the
//! measurement of its batch statistics at the end.

use super::channels_last::ChannelsLast;
use super::interpolation::interpolated;
use super::kernels::BatchStatistics;
use crate::network::Dmtl;
use burn::module::RunningState;
use burn::nn::DropoutConfig;
use burn::tensor::{Device, Tensor, TensorData};

/// An exponential moving average of a network's weights over the steps of its training, which generalises better than the
/// last weights (Polyak and Juditsky, 1992).
pub(super) struct Averaged {
    /// The average. Its batch statistics mean nothing before [`recalibrate`].
    pub network: Dmtl,
    decay: f32,
}

impl Averaged {
    /// Starts the average at `network`.
    pub(super) fn new(network: Dmtl, decay: f32) -> Self {
        Self { network, decay }
    }

    /// Draws the average towards `network`; early on it follows faster, so that the start is soon forgotten.
    pub(super) fn update(&mut self, network: &Dmtl, step: usize) {
        let decay = self.decay.min((1.0 + step as f32) / (10.0 + step as f32));
        self.network = interpolated(self.network.clone(), network, 1.0 - decay);
    }
}

/// Replaces the statistics of every batch normalisation by those of the network's own maps over `batches`
/// (`[batch, 112, 112, 3]` each), as Wu and Johnson propose ("Rethinking 'Batch' in BatchNorm", 2021).
pub fn recalibrate(network: Dmtl, batches: impl Iterator<Item = TensorData>, device: &Device) -> Dmtl {
    let dropout = DropoutConfig::new(0.0).init();
    let mut moments: Vec<BatchStatistics> = Vec::new();
    let mut count = 0.0;
    for images in batches {
        let mut walk = ChannelsLast::default();
        walk.forward(&network, Tensor::from_data(images, device), &dropout);
        moments.resize_with(walk.statistics.len(), BatchStatistics::default);
        for (sum, batch) in moments.iter_mut().zip(walk.statistics) {
            add(&mut sum.mean, batch.mean.iter().copied());
            add(
                &mut sum.variance,
                batch.variance.iter().zip(&batch.mean).map(|(variance, mean)| variance + mean * mean),
            );
        }
        count += 1.0;
    }
    let mut moments = moments.into_iter();
    network.map_units(&mut |mut unit| {
        if let (Some(norm), Some(moment)) = (&mut unit.norm, moments.next()) {
            let mean: Vec<f32> = moment.mean.iter().map(|sum| sum / count).collect();
            let square = moment.variance.iter().map(|sum| sum / count);
            let variance: Vec<f32> = square.zip(&mean).map(|(square, mean)| square - mean * mean).collect();
            norm.running_mean = RunningState::new(Tensor::from_floats(mean.as_slice(), device));
            norm.running_var = RunningState::new(Tensor::from_floats(variance.as_slice(), device));
        }
        unit
    })
}

/// Adds `values` to `sums`, which is empty at first.
fn add(sums: &mut Vec<f32>, values: impl ExactSizeIterator<Item = f32>) {
    sums.resize(values.len(), 0.0);
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::network::DmtlConfig;
    use burn::module::{Module, ModuleMapper, Param};
    use burn::tensor::{Distribution, Tolerance};

    #[test]
    fn the_average_lies_between_start_and_latest() {
        let device = Device::flex();
        let start = DmtlConfig::new().init(&device);
        let mut doubled = Doubler;
        let latest = start.clone().map(&mut doubled);
        let mut averaged = Averaged::new(start.clone(), 0.75);
        averaged.update(&latest, 1_000_000);
        let expected = start.age.linear.weight.val() * 1.25;
        let found = averaged.network.age.linear.weight.val();
        found.into_data().assert_approx_eq::<f32>(&expected.into_data(), Tolerance::absolute(1e-6));
    }

    struct Doubler;

    impl ModuleMapper for Doubler {
        fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
            param.map(|tensor| tensor * 2.0)
        }
    }

    /// With the statistics of the very batch, inference must give what normalisation by the batch gives.
    #[test]
    fn recalibration_makes_inference_agree_with_training_on_the_same_batch() {
        let device = Device::flex();
        let network = DmtlConfig::new().with_normalised(true).init(&device);
        let images = Tensor::<4>::random([4, 112, 112, 3], Distribution::Uniform(-1.0, 1.0), &device);
        let trained = ChannelsLast::default().forward(&network, images.clone(), &DropoutConfig::new(0.0).init());
        let network = recalibrate(network, [images.clone().into_data()].into_iter(), &device).fold();
        let inferred = network.forward(images.permute([0, 3, 1, 2]));
        let tolerance = Tolerance::rel_abs(1e-2, 1e-4);
        inferred[Attribute::Race].to_data().assert_approx_eq::<f32>(&trained[Attribute::Race].to_data(), tolerance);
    }
}
