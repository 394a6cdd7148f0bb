//! Convolution kernels as integers of 8 bits, within a burnpack.
//!
//! A kernel `w` of an output channel becomes `round(w / s)` with the channel's scale `s = max |w| / 127` (symmetric
//! quantisation; Jacob et al., CVPR 2018). The scales lie beside the kernel under its name with [`SCALES`] behind it. The
//! network computes in floats: the kernels are restored when they are loaded.

use crate::parameters::{SCALES, restored};
use burn::tensor::{Bytes, DType, TensorData};
use burn_pack::{Error, Reader, Tensor, Writer};

/// The largest integer used; −128 is left out, so that the range is symmetric.
const MOST: f32 = 127.0;
/// Dimensions of a convolution's kernel: output, input, height, width.
const KERNEL_DIMENSIONS: usize = 4;

/// A burnpack of floats with its kernels in 8 bits and everything else in half precision.
pub(super) fn quantised(bytes: Bytes) -> Result<Bytes, Error> {
    let mut tensors = Vec::new();
    for tensor in Reader::from_bytes(bytes)?.into_tensors()? {
        let (name, dtype, shape, id, bytes) = tensor.into_parts()?;
        let data = TensorData::from_bytes(bytes, shape.clone(), dtype);
        if shape.len() == KERNEL_DIMENSIONS {
            let values: Vec<f32> = data.iter::<f32>().collect();
            let (kernel, scales) = in_eight_bits(&values, shape[0]);
            tensors.push(Tensor::new(name.clone(), DType::I8, shape, id, Bytes::from_elems(kernel)));
            let channels = [scales.len()];
            tensors.push(Tensor::new(name + SCALES, DType::F32, channels, None, Bytes::from_elems(scales)));
        } else {
            tensors.push(Tensor::new(name, DType::F16, shape, id, data.convert_dtype(DType::F16).into_bytes()));
        }
    }
    Writer::new(tensors).into_bytes()
}

/// A burnpack whose kernels may be in 8 bits with all of it in floats.
pub(super) fn dequantised(bytes: Bytes) -> Result<Bytes, Error> {
    Writer::new(restored(bytes)?).into_bytes()
}

/// The integers and the scales of a kernel of so many output channels.
fn in_eight_bits(kernel: &[f32], channels: usize) -> (Vec<i8>, Vec<f32>) {
    let length = (kernel.len() / channels.max(1)).max(1);
    let mut integers = Vec::with_capacity(kernel.len());
    let mut scales = Vec::with_capacity(channels);
    for channel in kernel.chunks(length) {
        let largest = channel.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        // A channel of zeros has any scale.
        let scale = if largest > 0.0 { largest / MOST } else { 1.0 };
        integers.extend(channel.iter().map(|value| (value / scale).round() as i8));
        scales.push(scale);
    }
    (integers, scales)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::in_floats;

    #[test]
    fn no_weight_moves_by_more_than_half_a_step_of_its_channel() {
        let kernel: Vec<f32> =
            (0..40).map(|index| (index as f32 * 1.7).sin() * if index < 20 { 1.0 } else { 0.01 }).collect();
        let (integers, scales) = in_eight_bits(&kernel, 2);
        let restored = in_floats(integers.iter().map(|&integer| f32::from(integer)).collect(), &scales);
        for (index, (before, after)) in kernel.iter().zip(&restored).enumerate() {
            assert!((before - after).abs() <= 0.5001 * scales[index / 20], "{before} became {after}");
        }
        assert!(integers.contains(&127) || integers.contains(&-127));
    }

    #[test]
    fn a_channel_of_zeros_stays_so() {
        let (integers, scales) = in_eight_bits(&[0.0; 8], 2);
        assert!(
            in_floats(integers.iter().map(|&integer| f32::from(integer)).collect(), &scales)
                .iter()
                .all(|value| *value == 0.0)
        );
    }
}
