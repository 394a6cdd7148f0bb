//! Convolution kernels as small integers, within a burnpack.
//!
//! A kernel `w` of an output channel becomes `round(w / s)`, cut to `±m` with `m = 2^(bits − 1) − 1` (symmetric quantisation;
//! Jacob et al., CVPR 2018). The channel's scale `s` is the share of `max |w| / m` that leaves the smallest squared error: with
//! few bits it pays to cut the rare largest weights. The scales lie beside the kernel, in half precision, under its name with
//! [`SCALES`] behind it. The network computes in floats: the kernels are restored when they are loaded.

use super::{SCALES, restored};
use burn_pack::{Error, Reader, Tensor, Writer};
use burn_std::{Bytes, DType, TensorData, f16};

/// Shares of the largest scale that are tried.
const SHARES: [f32; 11] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5];
/// Dimensions of a convolution's kernel: output, input, height, width.
const KERNEL_DIMENSIONS: usize = 4;

/// A kernel as integers, and the scale of each channel that it puts out.
#[derive(Clone, Debug)]
pub(crate) struct Rounded {
    pub integers: Vec<i16>,
    pub scales: Vec<f16>,
}

/// A burnpack of floats with its kernels as integers of `bits` bits, 2 to 16, and everything else in half precision.
///
/// Up to 8 bits an integer takes a byte, beyond that two; compression removes the unused bits.
pub(crate) fn quantised(bytes: Bytes, bits: u32) -> Result<Bytes, Error> {
    let most = ((1u32 << (bits.clamp(2, 16) - 1)) - 1) as f32;
    let dtype = if bits <= 8 { DType::I8 } else { DType::I16 };
    with_kernels(bytes, dtype, |_, kernel, channels| in_integers(kernel, channels, most))
}

/// A burnpack of floats with its kernels as `round` gives them, from the parameter's number, its values and how many channels it puts
/// out; integers of `dtype`.
pub(crate) fn with_kernels(
    bytes: Bytes,
    dtype: DType,
    round: impl Fn(Option<u64>, &[f32], usize) -> Rounded,
) -> Result<Bytes, Error> {
    let mut tensors = Vec::new();
    for tensor in Reader::from_bytes(bytes)?.into_tensors()? {
        let (name, of_floats, shape, id, bytes) = tensor.into_parts()?;
        let data = TensorData::from_bytes(bytes, shape.clone(), of_floats);
        if shape.len() == KERNEL_DIMENSIONS {
            let values: Vec<f32> = data.iter::<f32>().collect();
            let Rounded { integers, scales } = round(id, &values, shape[0]);
            let kernel = match dtype {
                DType::I8 => Bytes::from_elems(integers.iter().map(|&integer| integer as i8).collect()),
                _ => Bytes::from_elems(integers),
            };
            tensors.push(Tensor::new(name.clone(), dtype, shape, id, kernel));
            let channels = [scales.len()];
            tensors.push(Tensor::new(name + SCALES, DType::F16, channels, None, Bytes::from_elems(scales)));
        } else {
            tensors.push(Tensor::new(name, DType::F16, shape, id, data.convert_dtype(DType::F16).into_bytes()));
        }
    }
    Writer::new(tensors).into_bytes()
}

/// A burnpack whose kernels may be integers with all of it in floats.
pub(crate) fn dequantised(bytes: Bytes) -> Result<Bytes, Error> {
    Writer::new(restored(bytes)?).into_bytes()
}

/// The integers, none beyond `most`, and the scales of a kernel of `channels` output channels.
fn in_integers(kernel: &[f32], channels: usize, most: f32) -> Rounded {
    let length = (kernel.len() / channels.max(1)).max(1);
    let mut integers = Vec::with_capacity(kernel.len());
    let mut scales = Vec::with_capacity(channels);
    for channel in kernel.chunks(length) {
        let scale = best_scale(channel, most);
        integers.extend(channel.iter().map(|value| rounded(*value, scale.to_f32(), most) as i16));
        scales.push(scale);
    }
    Rounded { integers, scales }
}

/// The scale, of those tried, that leaves the smallest squared error.
pub(crate) fn best_scale(channel: &[f32], most: f32) -> f16 {
    let largest = channel.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
    let scale = |share: f32| f16::from_f32(share * largest / most).max(f16::MIN_POSITIVE_SUBNORMAL);
    let error = |scale: f16| -> f32 {
        let scale = scale.to_f32();
        channel.iter().map(|value| (rounded(*value, scale, most) * scale - value).powi(2)).sum()
    };
    let scales = SHARES.map(|share| (scale(share), error(scale(share))));
    scales.into_iter().fold(scales[0], |best, tried| if tried.1 < best.1 { tried } else { best }).0 // there are shares
}

/// A weight in steps of `scale`, at most `most` of them on either side of zero.
pub(crate) fn rounded(value: f32, scale: f32, most: f32) -> f32 {
    (value / scale).round().clamp(-most, most)
}

#[cfg(test)]
mod tests {
    use super::super::in_floats;
    use super::*;

    fn in_floats_again(integers: &[i16], scales: &[f16]) -> Vec<f32> {
        let scales: Vec<f32> = scales.iter().map(|scale| scale.to_f32()).collect();
        in_floats(integers.iter().map(|&integer| f32::from(integer)).collect(), &scales)
    }

    #[test]
    fn no_weight_moves_by_more_than_half_a_step_of_its_channel() {
        let kernel: Vec<f32> =
            (0..40).map(|index| (index as f32 * 1.7).sin() * if index < 20 { 1.0 } else { 0.01 }).collect();
        let Rounded { integers, scales } = in_integers(&kernel, 2, 127.0);
        let restored = in_floats_again(&integers, &scales);
        for (index, (before, after)) in kernel.iter().zip(&restored).enumerate() {
            assert!((before - after).abs() <= 0.5001 * scales[index / 20].to_f32(), "{before} became {after}");
        }
        assert!(integers.contains(&127) || integers.contains(&-127));
    }

    #[test]
    fn a_rare_large_weight_is_cut_where_that_leaves_less_error() {
        let mut kernel: Vec<f32> = (0..2_000).map(|index| (index as f32 * 1.7).sin()).collect();
        kernel[7] = 1.5;
        let error = |scale: f32| -> f32 {
            kernel.iter().map(|value| (rounded(*value, scale, 7.0) * scale - value).powi(2)).sum()
        };
        let Rounded { integers, scales } = in_integers(&kernel, 1, 7.0);
        let scale = scales[0].to_f32();
        assert!(error(scale) < error(1.5 / 7.0) && scale < 1.5 / 7.0);
        assert!(integers.iter().all(|integer| integer.abs() <= 7));
    }

    #[test]
    fn a_channel_of_zeros_stays_so() {
        let Rounded { integers, scales } = in_integers(&[0.0; 8], 2, 127.0);
        assert!(in_floats_again(&integers, &scales).iter().all(|value| *value == 0.0));
    }
}
