//! A second network, of another kind, that reads faces beside DMTL where time allows: HSE-FaceRes (Savchenko, PeerJ Computer Science
//! 2019), a MobileNet (Howard et al., arXiv 1704.04861) that was first trained to tell persons apart, with the same heads. Networks
//! that came about in different ways err differently, so the mean of both errs less than either.

use super::WeightsError;
use crate::attributes::{Attribute, PerAttribute};
use crate::cpu::{Activation, Convolution, Depthwise, FeatureMap, Pointwise, Separable, Stem};
use crate::parameters::{Parameters, ParametersError};
use image::RgbImage;

/// Side length in pixels of the crops that it takes.
pub const SECOND_SIDE: usize = 160;
/// Channels behind the stem and behind each separable convolution.
const CHANNELS: [usize; 14] = [32, 64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024];
/// Stride of each separable convolution.
const STRIDES: [usize; 13] = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1];
/// Side of all kernels that look around.
const KERNEL: usize = 3;
/// ImageNet's mean levels of blue, green and red, which its pictures are without; in this order it takes the colours.
const MEANS: [f32; 3] = [103.939, 116.779, 123.68];

/// The second network by the kernels for the CPU.
#[derive(Clone, Debug)]
pub struct SecondOpinion {
    stem: Stem,
    blocks: Vec<Separable>,
    heads: PerAttribute<Pointwise>,
}

impl SecondOpinion {
    /// The network with the weights in `bytes`, which `visage convert second-opinion` writes.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack, or are that of another network.
    pub fn from_burnpack(bytes: Vec<u8>) -> Result<Self, WeightsError> {
        let mut parameters = Parameters::read(bytes)?;
        let network = Self::take(&mut parameters)?;
        parameters.finish()?;
        Ok(network)
    }

    fn take(parameters: &mut Parameters) -> Result<Self, ParametersError> {
        let [first, .., last] = CHANNELS;
        let mut numbers = 0..;
        let mut take = |shape: [usize; 4], stride: usize| {
            let number = numbers.next().unwrap_or_default(); // it does not end
            Convolution::take(parameters, &format!("units.{number}"), shape, stride, true)
        };
        let stem = Stem::new(&take([first, 3, KERNEL, KERNEL], 2)?, Activation::Relu6);
        let pairs = CHANNELS.iter().zip(CHANNELS.iter().skip(1)).zip(STRIDES);
        let blocks = pairs.map(|((&inputs, &outputs), stride)| {
            let depthwise = take([inputs, 1, KERNEL, KERNEL], stride)?;
            let pointwise = take([outputs, inputs, 1, 1], 1)?;
            Ok::<_, ParametersError>(Separable {
                depthwise: Depthwise::new(&depthwise, Activation::Relu6),
                pointwise: Pointwise::new(&pointwise, Activation::Relu6),
            })
        });
        let blocks = blocks.collect::<Result<_, _>>()?;
        let heads = PerAttribute::try_from_fn(|attribute| {
            let (name, classes) = (attribute.name(), attribute.classes());
            let rows = parameters.take(&format!("heads.{name}.weight"), &[classes, last])?;
            let bias = parameters.take(&format!("heads.{name}.bias"), &[classes])?;
            Ok::<_, ParametersError>(Pointwise::from_rows(&rows, &bias, classes, Activation::None))
        })?;
        Ok(Self { stem, blocks, heads })
    }

    /// The logits of age, gender and race of an aligned crop of [`SECOND_SIDE`] × [`SECOND_SIDE`] pixels.
    ///
    /// A crop of another size is a mistake of the caller's: what it has too much is left out, what it lacks is grey.
    pub fn logits(&self, crop: &RgbImage) -> PerAttribute<Vec<f32>> {
        let stem = self.stem.apply(&planes(crop), [SECOND_SIDE; 2]);
        let map = self.blocks.iter().fold(stem, |map: FeatureMap, block| block.apply(&map, None));
        let features = map.means();
        PerAttribute::from_fn(|attribute: Attribute| self.heads[attribute].apply_to_vector(&features))
    }
}

/// A crop's levels of blue, green and red without their means, one after the other.
fn planes(crop: &RgbImage) -> Vec<f32> {
    const PLANE: usize = SECOND_SIDE * SECOND_SIDE;
    let mut planes = vec![0.0f32; 3 * PLANE];
    for (channel, (plane, mean)) in planes.chunks_exact_mut(PLANE).zip(MEANS).enumerate() {
        let colour = 2 - channel; // there are three
        let levels = crop.as_raw().iter().skip(colour).step_by(3);
        plane.iter_mut().zip(levels).for_each(|(value, &level)| *value = f32::from(level) - mean);
    }
    planes
}

#[cfg(all(test, feature = "burn"))]
mod tests {
    use super::*;
    use crate::network::noise;
    use crate::network::shape::ConvUnitConfig;
    use burn::tensor::{Device, Tensor, TensorData};
    use burn_pack::Writer;
    use burn_std::{Bytes, DType};
    use image::Rgb;

    type Pack = Vec<burn_pack::Tensor>;

    fn add(pack: &mut Pack, name: String, shape: &[usize], values: Vec<f32>) {
        pack.push(burn_pack::Tensor::new(name, DType::F32, shape.to_vec(), None, Bytes::from_elems(values)));
    }

    fn values<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
        tensor.into_data().iter::<f32>().collect()
    }

    #[test]
    fn it_is_the_network_in_burn() {
        let device = Device::flex();
        let crop = RgbImage::from_fn(160, 160, |x, y| {
            let level = |k: u32| ((x * k + y * (7 - k)) * 5 % 256) as u8;
            Rgb([level(1), level(2), level(4)])
        });
        // Blue first, and without the means.
        let planes = [2, 1, 0].into_iter().zip(MEANS).flat_map(|(colour, mean)| {
            crop.pixels().map(move |pixel| f32::from(pixel.0[colour]) - mean).collect::<Vec<_>>()
        });
        let mut map = Tensor::<4>::from_data(TensorData::new(planes.collect::<Vec<_>>(), [1, 3, 160, 160]), &device);
        let unit =
            |channels, kernel, stride, groups| ConvUnitConfig { channels, kernel, stride, groups, activated: true };
        let mut units = vec![unit([3, CHANNELS[0]], KERNEL, 2, 1)];
        for (pair, stride) in CHANNELS.windows(2).zip(STRIDES) {
            units.push(unit([pair[0]; 2], KERNEL, stride, pair[0]));
            units.push(unit([pair[0], pair[1]], 1, 1, 1));
        }
        let mut pack = Pack::new();
        for (number, config) in units.iter().enumerate() {
            let unit = config.init(false, &device);
            map = unit.forward(map);
            let weight = unit.convolution.weight.val();
            add(&mut pack, format!("units.{number}.weight"), &weight.dims(), values(weight));
            add(&mut pack, format!("units.{number}.bias"), &[config.channels[1]], vec![0.0; config.channels[1]]);
        }
        let features = map.mean_dims(&[2, 3]).reshape([1, 1024]);
        let mut expected = Vec::new();
        for attribute in Attribute::ALL {
            let (name, classes) = (attribute.name(), attribute.classes());
            let rows = noise([1, 1, classes, 1024], 3, &device).reshape([classes, 1024]);
            let bias: Vec<f32> = (0..classes).map(|class| class as f32).collect();
            expected.push(
                values(features.clone().matmul(rows.clone().transpose()))
                    .iter()
                    .zip(&bias)
                    .map(|(a, b)| a + b)
                    .collect(),
            );
            add(&mut pack, format!("heads.{name}.weight"), &[classes, 1024], values(rows));
            add(&mut pack, format!("heads.{name}.bias"), &[classes], bias);
        }
        let found =
            SecondOpinion::from_burnpack(Writer::new(pack).into_bytes().unwrap().to_vec()).unwrap().logits(&crop);
        for (attribute, expected) in Attribute::ALL.into_iter().zip::<Vec<Vec<f32>>>(expected) {
            let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
            assert_eq!(found[attribute].len(), expected.len());
            for (found, expected) in found[attribute].iter().zip(&expected) {
                assert!((found - expected).abs() < 1e-3 * largest, "{found} for {expected}");
            }
        }
    }

    #[test]
    fn the_weights_of_another_network_are_refused() {
        let mut pack = Pack::new();
        add(&mut pack, "units.0.weight".to_owned(), &[32, 3, 5, 5], vec![0.0; 32 * 75]);
        assert!(
            SecondOpinion::from_burnpack(Writer::new(pack).into_bytes().unwrap().to_vec())
                .unwrap_err()
                .to_string()
                .contains("units.0.weight")
        );
    }
}
