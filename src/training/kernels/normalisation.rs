//! Batch normalisation and ReLU6 on maps with channels last: statistics, forward pass and gradient,
//! as loops compiled for several instruction sets.

use multiversion::multiversion;

/// Sums over the pixels of a map, per channel.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    pub first: Vec<f32>,
    pub second: Vec<f32>,
}

impl Sums {
    pub(super) fn zeros(channels: usize) -> Self {
        Self { first: vec![0.0; channels], second: vec![0.0; channels] }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (sum, value) in self.first.iter_mut().zip(&other.first) {
            *sum += value;
        }
        for (sum, value) in self.second.iter_mut().zip(&other.second) {
            *sum += value;
        }
    }
}

/// What a batch normalisation does to each channel: `normalised = (value − mean) · inverse_deviation`,
/// `output = gamma · normalised + beta`, cut to 0..6 if `activated`.
#[derive(Clone, Debug)]
pub(super) struct Normalisation {
    pub mean: Vec<f32>,
    pub inverse_deviation: Vec<f32>,
    pub gamma: Vec<f32>,
    pub beta: Vec<f32>,
    pub activated: bool,
}

/// Adds `Σ value` and `Σ value²` to `sums`.
pub(super) fn accumulate(map: &[f32], sums: &mut Sums) {
    sum_values(map, &mut sums.first, &mut sums.second);
}

impl Normalisation {
    /// Factor and summand that the convolved values are normalised with.
    fn scale_and_shift(&self) -> (Vec<f32>, Vec<f32>) {
        let scale: Vec<f32> = self.gamma.iter().zip(&self.inverse_deviation).map(|(g, d)| g * d).collect();
        let shift = self.beta.iter().zip(&self.mean).zip(&scale).map(|((b, m), s)| b - m * s).collect();
        (scale, shift)
    }

    /// The values between which the activation lets gradients pass.
    fn limits(&self) -> (f32, f32) {
        if self.activated { (0.0, 6.0) } else { (f32::NEG_INFINITY, f32::INFINITY) }
    }

    /// Normalises the map of convolved values `map` into `output`.
    pub(super) fn apply(&self, map: &[f32], output: &mut [f32]) {
        let (scale, shift) = self.scale_and_shift();
        scale_and_shift(map, [&scale, &shift], self.limits(), output);
    }

    /// Adds `Σ gradient` and `Σ gradient · normalised` to `sums`, where the activation let the output's `gradient` pass.
    pub(super) fn accumulate_gradient(&self, map: &[f32], gradient: &[f32], sums: &mut Sums) {
        let (scale, shift) = self.scale_and_shift();
        let channels = [&scale, &shift, &self.mean, &self.inverse_deviation].map(Vec::as_slice);
        sum_gradients(map, gradient, channels, self.limits(), [&mut sums.first, &mut sums.second]);
    }

    /// The gradient of the convolved values (Ioffe and Szegedy, ICML 2015):
    /// `γ/σ · (g − mean(g) − normalised · mean(g · normalised))`, `g` being the gradient behind the activation's mask.
    ///
    /// `sums` are those of the whole batch, over `count` pixels.
    pub(super) fn backward(&self, map: &[f32], gradient: &[f32], sums: &Sums, count: f32, result: &mut [f32]) {
        let (scale, shift) = self.scale_and_shift();
        // The formula ordered by the convolved value: scale · g + slope · value + offset.
        let mut slope = vec![0.0; scale.len()];
        let mut offset = vec![0.0; scale.len()];
        for channel in 0..scale.len() {
            let inverse_deviation = self.inverse_deviation[channel];
            slope[channel] = -scale[channel] * sums.second[channel] / count * inverse_deviation;
            offset[channel] = -scale[channel] * sums.first[channel] / count - slope[channel] * self.mean[channel];
        }
        combine(map, gradient, [&scale, &shift, &slope, &offset], self.limits(), result);
    }
}

// The loops over all values. Each is compiled for several instruction sets, of which the best one is picked at run time.

#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
fn sum_values(map: &[f32], first: &mut [f32], second: &mut [f32]) {
    let channels = first.len();
    let second = &mut second[..channels];
    for pixel in map.chunks_exact(channels) {
        for channel in 0..channels {
            first[channel] += pixel[channel];
            second[channel] = pixel[channel].mul_add(pixel[channel], second[channel]);
        }
    }
}

#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
fn scale_and_shift(map: &[f32], [scale, shift]: [&[f32]; 2], (low, high): (f32, f32), output: &mut [f32]) {
    let channels = scale.len();
    let shift = &shift[..channels];
    for (pixel, output) in map.chunks_exact(channels).zip(output.chunks_exact_mut(channels)) {
        for channel in 0..channels {
            output[channel] = pixel[channel].mul_add(scale[channel], shift[channel]).max(low).min(high);
        }
    }
}

#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
fn sum_gradients(
    map: &[f32],
    gradient: &[f32],
    [scale, shift, mean, inverse_deviation]: [&[f32]; 4],
    (low, high): (f32, f32),
    [first, second]: [&mut [f32]; 2],
) {
    let channels = scale.len();
    let (shift, mean, inverse_deviation) = (&shift[..channels], &mean[..channels], &inverse_deviation[..channels]);
    let (first, second) = (&mut first[..channels], &mut second[..channels]);
    for (pixel, gradient) in map.chunks_exact(channels).zip(gradient.chunks_exact(channels)) {
        for channel in 0..channels {
            let value = pixel[channel];
            let output = value.mul_add(scale[channel], shift[channel]);
            let passed = if output > low && output < high { gradient[channel] } else { 0.0 };
            let normalised = (value - mean[channel]) * inverse_deviation[channel];
            first[channel] += passed;
            second[channel] = passed.mul_add(normalised, second[channel]);
        }
    }
}

#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
fn combine(
    map: &[f32],
    gradient: &[f32],
    [scale, shift, slope, offset]: [&[f32]; 4],
    (low, high): (f32, f32),
    result: &mut [f32],
) {
    let channels = scale.len();
    let (shift, slope, offset) = (&shift[..channels], &slope[..channels], &offset[..channels]);
    let pixels = map.chunks_exact(channels).zip(gradient.chunks_exact(channels));
    for ((pixel, gradient), result) in pixels.zip(result.chunks_exact_mut(channels)) {
        for channel in 0..channels {
            let value = pixel[channel];
            let output = value.mul_add(scale[channel], shift[channel]);
            let passed = if output > low && output < high { gradient[channel] } else { 0.0 };
            result[channel] = scale[channel].mul_add(passed, slope[channel].mul_add(value, offset[channel]));
        }
    }
}
