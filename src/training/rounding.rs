//! Rounds a network's kernels to few levels so that what comes out of each layer changes least.
//!
//! Rounding each weight by itself leaves errors that add up in the layer's output. Instead the weights of an output channel are rounded
//! one after the other, and those that are still to come make up for what the others lost, on the inputs that real faces give
//! (Frantar, Ashkboos, Hoefler, Alistarh, "GPTQ: Accurate Post-Training Quantization for Generative Pre-trained Transformers",
//! ICLR 2023, algorithm 1). Each layer sees the outputs of the rounded ones before it. At last its biases give every channel the mean
//! that it had (Nagel, van Baalen, Blankevoort, Welling, "Data-Free Quantization Through Weight Equalization and Bias Correction",
//! ICCV 2019, section 4.2, with measured means).

use crate::network::{ConvUnit, Dmtl};
use crate::parameters::{Rounded, best_scale, rounded, with_kernels};
use anyhow::{Result, ensure};
use burn::module::{Module, Param};
use burn::tensor::{DType, Tensor, TensorData, f16};
use rayon::prelude::*;
use std::collections::HashMap;

/// Share of the mean diagonal that is added to the inputs' second moments, as in the paper.
const DAMPING: f64 = 0.01;

/// Levels on either side of zero, at most 127.
#[derive(Clone, Copy, Debug)]
pub struct Levels {
    /// Levels of 1 x 1 kernels, which are nine tenths of the network.
    pub pointwise: u32,
    /// Levels of all other kernels.
    pub others: u32,
}

/// The maps of the same faces in the network as it is and in the rounded one.
#[derive(Clone)]
struct Maps {
    plain: Tensor<4>,
    rounded: Tensor<4>,
}

/// The bytes (burnpack) of `network`, whose batch normalisation is folded, with kernels of so many levels, chosen on `images`
/// (`[batch, 3, 112, 112]`).
///
/// # Errors
/// When the record cannot be written.
pub fn rounded_burnpack(network: Dmtl, images: Tensor<4>, levels: Levels) -> Result<Vec<u8>> {
    ensure!(levels.pointwise.max(levels.others) <= 127, "a level has to fit into a byte");
    let mut units = Vec::new();
    network.branch_maps_by(
        Maps { plain: images.clone(), rounded: images },
        |unit, maps| {
            let (unit, kernel, maps) = round_unit(unit, maps, levels);
            units.push((unit, kernel));
            maps
        },
        |map, skipped| Maps { plain: map.plain + skipped.plain, rounded: map.rounded + skipped.rounded },
    );
    let mut kernels = HashMap::new();
    let mut units = units.into_iter();
    // Units come in the same order.
    let network = network.map_units(&mut |unit| {
        let Some((rounded, kernel)) = units.next() else { return unit };
        kernels.insert(rounded.convolution.weight.id.val(), kernel);
        rounded
    });
    let bytes = network.into_record().into_bytes()?;
    let bytes = with_kernels(bytes, DType::I8, |id, kernel, channels| {
        let known = id.and_then(|id| kernels.get(&id)).filter(|known| known.integers.len() == kernel.len());
        known.cloned().unwrap_or_else(|| round_each(kernel, channels, levels.others as f32))
    })?;
    Ok(bytes.to_vec())
}

/// The unit with its kernel rounded and its bias made up for that, the kernel, and both maps behind it.
fn round_unit(unit: &ConvUnit, maps: Maps, levels: Levels) -> (ConvUnit, Rounded, Maps) {
    let weight = unit.convolution.weight.val();
    let (shape, device) = (weight.dims(), weight.device());
    let [channels, inputs, height, width] = shape;
    let values: Vec<f32> = weight.into_data().iter::<f32>().collect();
    let is_pointwise = height * width == 1 && unit.convolution.groups == 1;
    let kernel = if is_pointwise {
        round_rows(&values, &moments(&maps.rounded), inputs, levels.pointwise as f32)
    } else {
        round_each(&values, channels, levels.others as f32)
    };
    let mut rounded = unit.clone();
    let restored = in_floats(&kernel);
    rounded.convolution.weight =
        rounded.convolution.weight.map(|_| Tensor::from_data(TensorData::new(restored, shape), &device));
    let plain = unit.convolution.forward(maps.plain);
    let found = rounded.convolution.forward(maps.rounded);
    let mean = |map: &Tensor<4>| map.clone().mean_dims(&[0, 2, 3]).reshape([channels]);
    let lost = mean(&plain) - mean(&found);
    let found = found + lost.clone().reshape([1, channels, 1, 1]);
    rounded.convolution.bias = rounded.convolution.bias.map(|bias: Param<Tensor<1>>| bias.map(|bias| bias + lost));
    let activate = |map: Tensor<4>| if unit.activated { map.clamp(0.0, 6.0) } else { map };
    (rounded, kernel, Maps { plain: activate(plain), rounded: activate(found) })
}

/// Sums over all pixels of the products of two channels, `channels × channels`.
fn moments(map: &Tensor<4>) -> Vec<f64> {
    let [_, channels, _, _] = map.dims();
    let pixels = map.clone().permute([1, 0, 2, 3]).reshape([channels as i32, -1]);
    pixels.clone().matmul(pixels.transpose()).into_data().iter::<f32>().map(f64::from).collect()
}

/// Each weight by itself, to the nearest level.
fn round_each(kernel: &[f32], channels: usize, most: f32) -> Rounded {
    let mut result = Rounded { integers: Vec::with_capacity(kernel.len()), scales: Vec::with_capacity(channels) };
    for channel in kernel.chunks((kernel.len() / channels.max(1)).max(1)) {
        let scale = best_scale(channel, most);
        result.integers.extend(channel.iter().map(|&weight| rounded(weight, scale.to_f32(), most) as i16));
        result.scales.push(scale);
    }
    result
}

/// Rows of `inputs` weights, one after the other within a row, where the inputs have these second moments.
fn round_rows(kernel: &[f32], moments: &[f64], inputs: usize, most: f32) -> Rounded {
    let factor = inverse_factor(moments, inputs);
    let rows: Vec<(Vec<i16>, f16)> = kernel
        .par_chunks(inputs)
        .map(|row| {
            let scale = best_scale(row, most);
            let mut left: Vec<f64> = row.iter().copied().map(f64::from).collect();
            let mut integers = Vec::with_capacity(inputs);
            for place in 0..inputs {
                let integer = rounded(left[place] as f32, scale.to_f32(), most);
                integers.push(integer as i16);
                let steps = &factor[place * inputs..][..inputs];
                let error = (left[place] - f64::from(integer) * f64::from(scale.to_f32())) / steps[place];
                left.iter_mut().zip(steps).skip(place + 1).for_each(|(weight, step)| *weight -= error * step);
            }
            (integers, scale)
        })
        .collect();
    let (integers, scales): (Vec<Vec<i16>>, Vec<f16>) = rows.into_iter().unzip();
    Rounded { integers: integers.concat(), scales }
}

/// The upper triangle `U` with `(M + λ)⁻¹ = Uᵀ U`, row by row: the inverse of the upper triangle `R` with `M + λ = R Rᵀ`.
fn inverse_factor(moments: &[f64], size: usize) -> Vec<f64> {
    let mean = (0..size).map(|place| moments[place * size + place]).sum::<f64>() / size.max(1) as f64;
    let damping = DAMPING * mean.max(f64::MIN_POSITIVE);
    let mut triangle = vec![0.0f64; size * size];
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    for column in (0..size).rev() {
        let behind = triangle[column * size + column + 1..(column + 1) * size].to_vec();
        let diagonal = moments[column * size + column] + damping - dot(&behind, &behind);
        let diagonal = diagonal.max(damping * f64::EPSILON).sqrt();
        triangle[column * size + column] = diagonal;
        for row in 0..column {
            let there = dot(&triangle[row * size + column + 1..(row + 1) * size], &behind);
            triangle[row * size + column] = (moments[row * size + column] - there) / diagonal;
        }
    }
    // Back substitution, row by row from the last: row i of U is (e_i − Σ_{k>i} R_ik U_k) / R_ii.
    let mut inverse = vec![0.0f64; size * size];
    for row in (0..size).rev() {
        let mut found = vec![0.0f64; size];
        found[row] = 1.0;
        for behind in row + 1..size {
            let share = triangle[row * size + behind];
            let known = &inverse[behind * size..][..size];
            found.iter_mut().zip(known).skip(behind).for_each(|(value, known)| *value -= share * known);
        }
        let diagonal = triangle[row * size + row];
        found.iter_mut().for_each(|value| *value /= diagonal);
        inverse[row * size..][..size].copy_from_slice(&found);
    }
    inverse
}

fn in_floats(kernel: &Rounded) -> Vec<f32> {
    let length = (kernel.integers.len() / kernel.scales.len().max(1)).max(1);
    let channels = kernel.integers.chunks(length).zip(&kernel.scales);
    channels.flat_map(|(row, scale)| row.iter().map(|&integer| f32::from(integer) * scale.to_f32())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::network::{from_burnpack, noise, untrained};
    use burn::tensor::Device;

    #[test]
    fn the_factor_is_that_of_the_inverse() {
        let size = 5;
        let data: Vec<f64> = (0..size * 9).map(|index| (index as f64 * 0.7).sin()).collect();
        let moments: Vec<f64> = (0..size * size)
            .map(|place| (0..9).map(|k| data[place / size * 9 + k] * data[place % size * 9 + k]).sum())
            .collect();
        let factor = inverse_factor(&moments, size);
        let mean = (0..size).map(|place| moments[place * size + place]).sum::<f64>() / size as f64;
        let damped =
            |row: usize, column: usize| moments[row * size + column] + if row == column { DAMPING * mean } else { 0.0 };
        // Uᵀ U (M + λ) is the identity.
        let inverse = |row: usize, column: usize| -> f64 {
            (0..size).map(|k| factor[k * size + row] * factor[k * size + column]).sum()
        };
        for row in 0..size {
            for column in 0..size {
                let product: f64 = (0..size).map(|k| inverse(row, k) * damped(k, column)).sum();
                assert!((product - if row == column { 1.0 } else { 0.0 }).abs() < 1e-9, "{row} {column}: {product}");
            }
        }
    }

    #[test]
    fn what_comes_out_of_a_layer_changes_less_than_by_rounding_each_weight() {
        let (inputs, pixels) = (24, 400);
        // Channels that have much in common, as in a network.
        let value = |channel: usize, pixel: usize| {
            (pixel as f64 * 0.37).sin() + 0.3 * (pixel as f64 * (0.5 + channel as f64 * 0.11)).cos()
        };
        let moments: Vec<f64> = (0..inputs * inputs)
            .map(|place| (0..pixels).map(|pixel| value(place / inputs, pixel) * value(place % inputs, pixel)).sum())
            .collect();
        let kernel: Vec<f32> = (0..8 * inputs).map(|index| (index as f32 * 1.7).sin()).collect();
        let error = |found: &Rounded| -> f64 {
            let found = in_floats(found);
            let rows = kernel.chunks(inputs).zip(found.chunks(inputs));
            rows.map(|(row, found)| {
                let lost: Vec<f64> = row.iter().zip(found).map(|(a, b)| f64::from(a - b)).collect();
                let sums = (0..inputs * inputs).map(|at| lost[at / inputs] * moments[at] * lost[at % inputs]);
                sums.sum::<f64>()
            })
            .sum()
        };
        let (together, each) = (round_rows(&kernel, &moments, inputs, 7.0), round_each(&kernel, 8, 7.0));
        assert!(error(&together) < 0.3 * error(&each), "{} for {}", error(&together), error(&each));
        assert!(together.integers.iter().all(|integer| integer.abs() <= 7));
    }

    #[test]
    fn the_rounded_network_is_read_back_and_close_to_what_it_was() {
        let device = Device::flex();
        let network = untrained(&device, 9);
        let images = noise([4, 3, 112, 112], 10, &device);
        let levels = Levels { pointwise: 43, others: 63 };
        let bytes = rounded_burnpack(network.clone(), images.clone(), levels).unwrap();
        let restored = from_burnpack(bytes, &device).unwrap();
        let [expected, found] =
            [network, restored].map(|network| network.forward(images.clone())[Attribute::Age].clone());
        let size = expected.clone().abs().mean().into_scalar::<f32>();
        let lost = (found - expected).abs().mean().into_scalar::<f32>();
        assert!(lost < 0.1 * size, "{lost} of {size}");
    }
}
