//! Forward and backward pass of a convolution unit over a batch whose images are divided among threads.

use super::geometry::Convolution;
use super::normalisation::{Normalisation, Sums, accumulate};
use rayon::prelude::*;
use std::sync::Arc;

/// What the backward pass of a unit needs of its forward pass.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    /// The convolution's output, before normalisation.
    pub convolved: Arc<Vec<f32>>,
    pub normalisation: Arc<Normalisation>,
    /// The weights as [`Convolution::arrange`] makes them.
    pub weights: Arc<Vec<f32>>,
}

/// Everything the forward pass gives.
pub(super) struct Forward {
    pub output: Vec<f32>,
    pub saved: Saved,
    /// Mean and (biased) variance of the convolution's output, per channel.
    pub mean: Vec<f32>,
    pub variance: Vec<f32>,
}

/// The gradients of a unit's inputs.
pub(super) struct Backward {
    pub input: Option<Vec<f32>>,
    pub weights: Vec<f32>,
    pub gamma: Vec<f32>,
    pub beta: Vec<f32>,
}

/// Images that one thread works on.
fn images_per_thread(images: usize) -> usize {
    images.div_ceil(rayon::current_num_threads()).max(1)
}

/// Convolution, normalisation by the batch's own statistics, ReLU6.
pub(super) fn forward(
    convolution: &Convolution,
    input: &[f32],
    weights: &[f32],
    [gamma, beta]: [&[f32]; 2],
    epsilon: f32,
    activated: bool,
) -> Forward {
    let (input_length, output_length) = (convolution.input_length(), convolution.output_length());
    let images = input.len() / input_length;
    let (slab, at_once) = (images_per_thread(images), convolution.images_at_once());
    let channels = convolution.output_channels;
    let weights = convolution.arrange(weights);

    let mut convolved = vec![0.0; images * output_length];
    let sums = convolved
        .par_chunks_mut(slab * output_length)
        .zip(input.par_chunks(slab * input_length))
        .map(|(convolved, input)| {
            let mut total = Sums::zeros(channels);
            let parts = convolved.chunks_mut(at_once * output_length).zip(input.chunks(at_once * input_length));
            for (convolved, input) in parts {
                convolution.forward(input, &weights, convolved);
                let mut sums = Sums::zeros(channels);
                accumulate(convolved, &mut sums);
                total.add(&sums);
            }
            total
        })
        .reduce(|| Sums::zeros(channels), merge);

    let count = (convolved.len() / channels) as f32;
    let mean: Vec<f32> = sums.first.iter().map(|sum| sum / count).collect();
    let variance: Vec<f32> =
        sums.second.iter().zip(&mean).map(|(sum, mean)| (sum / count - mean * mean).max(0.0)).collect();
    let normalisation = Normalisation {
        mean: mean.clone(),
        inverse_deviation: variance.iter().map(|variance| 1.0 / (variance + epsilon).sqrt()).collect(),
        gamma: gamma.to_vec(),
        beta: beta.to_vec(),
        activated,
    };
    let mut output = vec![0.0; convolved.len()];
    output
        .par_chunks_mut(slab * output_length)
        .zip(convolved.par_chunks(slab * output_length))
        .for_each(|(output, convolved)| normalisation.apply(convolved, output));
    let saved =
        Saved { convolved: Arc::new(convolved), normalisation: Arc::new(normalisation), weights: Arc::new(weights) };
    Forward { output, saved, mean, variance }
}

/// From the gradient of the unit's output to those of its inputs; that of the map only if `wants_input`.
pub(super) fn backward(
    convolution: &Convolution,
    input: &[f32],
    saved: &Saved,
    gradient: &[f32],
    wants_input: bool,
) -> Backward {
    let (input_length, output_length) = (convolution.input_length(), convolution.output_length());
    let images = input.len() / input_length;
    let (slab, at_once) = (images_per_thread(images), convolution.images_at_once());
    let channels = convolution.output_channels;
    let normalisation = &*saved.normalisation;

    let sums = saved
        .convolved
        .par_chunks(slab * output_length)
        .zip(gradient.par_chunks(slab * output_length))
        .map(|(convolved, gradient)| {
            let mut total = Sums::zeros(channels);
            let parts = convolved.chunks(at_once * output_length).zip(gradient.chunks(at_once * output_length));
            for (convolved, gradient) in parts {
                let mut sums = Sums::zeros(channels);
                normalisation.accumulate_gradient(convolved, gradient, &mut sums);
                total.add(&sums);
            }
            total
        })
        .reduce(|| Sums::zeros(channels), merge);
    let count = (gradient.len() / channels) as f32;

    let mut input_gradient = vec![0.0; if wants_input { input.len() } else { 0 }];
    // One slice per thread, empty where no gradient of the input is wanted.
    let mut slices: Vec<&mut [f32]> = if wants_input {
        input_gradient.chunks_mut(slab * input_length).collect()
    } else {
        (0..images.div_ceil(slab)).map(|_| Default::default()).collect()
    };
    let weights_gradient = slices
        .par_iter_mut()
        .zip(input.par_chunks(slab * input_length))
        .zip(saved.convolved.par_chunks(slab * output_length))
        .zip(gradient.par_chunks(slab * output_length))
        .map(|(((input_gradient, input), convolved), gradient)| {
            let mut weights_gradient = vec![0.0; saved.weights.len()];
            let mut scratch = vec![0.0; at_once * output_length];
            for (index, input) in input.chunks(at_once * input_length).enumerate() {
                let outputs = input.len() / input_length * output_length;
                let start = index * at_once * output_length;
                let convolved_gradient = &mut scratch[..outputs];
                normalisation.backward(
                    &convolved[start..start + outputs],
                    &gradient[start..start + outputs],
                    &sums,
                    count,
                    convolved_gradient,
                );
                let input_gradient =
                    wants_input.then(|| &mut input_gradient[index * at_once * input_length..][..input.len()]);
                convolution.backward(input, &saved.weights, convolved_gradient, input_gradient, &mut weights_gradient);
            }
            weights_gradient
        })
        .reduce(
            || vec![0.0; saved.weights.len()],
            |mut left, right| {
                left.iter_mut().zip(&right).for_each(|(left, right)| *left += right);
                left
            },
        );

    Backward {
        input: wants_input.then_some(input_gradient),
        weights: convolution.disarrange(weights_gradient),
        gamma: sums.second,
        beta: sums.first,
    }
}

fn merge(mut left: Sums, right: Sums) -> Sums {
    left.add(&right);
    left
}
