//! Restores batch normalisation in a folded network without changing its output, so that
//! shipped weights can be trained further.

use crate::network::Dmtl;
use burn::tensor::Tensor;

/// A network for training that does what `network`, whose batch normalisation was merged into its convolutions, does on
/// `images` (`[batch, 3, 112, 112]`): each unit gets a normalisation that undoes the statistics of its own output.
///
/// So weights that were shipped can be trained further without the checkpoint that they came from.
pub fn unfold(network: Dmtl, images: Tensor<4>) -> Dmtl {
    let mut statistics = Vec::new();
    network.branch_maps_by(
        images,
        |unit, map| {
            let output = unit.convolution.forward(map);
            let [_, channels, _, _] = output.dims();
            let columns: Tensor<2> = output.clone().swap_dims(0, 1).reshape([channels as i32, -1]);
            let (variance, mean) = columns.var_mean_bias(1);
            let bias = unit.convolution.bias.as_ref().map(|bias| bias.val());
            let mean = mean.reshape([channels]);
            statistics.push((bias.map_or(mean.clone(), |bias| mean - bias), variance.reshape([channels])));
            if unit.activated { output.clamp(0.0, 6.0) } else { output }
        },
        |map, skipped| map + skipped,
    );
    let mut statistics = statistics.into_iter();
    network.map_units(&mut |unit| match statistics.next() {
        Some((mean, variance)) => unit.unfold(mean, variance),
        None => unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::network::DmtlConfig;
    use crate::training::ChannelsLast;
    use burn::nn::DropoutConfig;
    use burn::tensor::{Device, Distribution, Tolerance};

    #[test]
    fn an_unfolded_network_does_the_same_on_the_same_images_while_training_and_when_folded_again() {
        let device = Device::flex();
        let folded = DmtlConfig::new().init(&device);
        let images = Tensor::<4>::random([4, 3, 112, 112], Distribution::Uniform(-1.0, 1.0), &device);
        let expected = folded.forward(images.clone())[Attribute::Age].to_data();
        let unfolded = unfold(folded, images.clone());
        let channels_last = images.clone().permute([0, 2, 3, 1]);
        let trained = ChannelsLast::default().forward(&unfolded, channels_last, &DropoutConfig::new(0.0).init());
        let tolerance = Tolerance::rel_abs(1e-2, 1e-4);
        trained[Attribute::Age].to_data().assert_approx_eq::<f32>(&expected, tolerance);
        unfolded.fold().forward(images)[Attribute::Age].to_data().assert_approx_eq::<f32>(&expected, tolerance);
    }
}
