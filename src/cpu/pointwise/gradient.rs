//! Gradient of a 1 x 1 convolution with respect to its input:
//! `gradient_in[r, c, i] = Σ_o gradient_out[r, c, o] · weights[o, i]`.

use super::{LANES, Pointwise};
use crate::cpu::activation::keep_where_changing;
use crate::cpu::{Activation, FeatureMap};

impl Pointwise {
    /// The backward pass: from the gradient with respect to the output, before the activation, to the one with respect to the input.
    /// It is the convolution with transposed weights, without bias and activation.
    pub fn transposed(&self) -> Self {
        let mut rows = vec![0.0; self.inputs * self.outputs];
        let input_blocks = self.inputs.div_ceil(LANES);
        for (input, row) in rows.chunks_exact_mut(self.outputs.max(1)).enumerate() {
            for (output, weight) in row.iter_mut().enumerate() {
                // A block of outputs after the other, in each all blocks of inputs.
                let block = &self.weights[output / LANES * input_blocks + input / LANES];
                *weight = block[input % LANES][output % LANES];
            }
        }
        Self::from_rows(&rows, &[], self.inputs, Activation::None)
    }

    /// Backpropagates through the activation: zeroes the gradient wherever `output`, what came out of it, is at a bound.
    pub fn before_activation(&self, gradient: &mut FeatureMap, output: &FeatureMap) {
        keep_where_changing(gradient, output, self.bounds);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposed_twice_it_is_the_same_product() {
        let (inputs, outputs) = (13, 11);
        let weights: Vec<f32> = (0..inputs * outputs).map(|index| (index as f32 * 0.7).sin()).collect();
        let convolution = Pointwise::from_rows(&weights, &[], outputs, Activation::None);
        let unit = |length: usize, at: usize| (0..length).map(|index| f32::from(index == at)).collect::<Vec<_>>();
        let transposed = convolution.transposed();
        for input in 0..inputs {
            let column = convolution.apply_to_vector(&unit(inputs, input));
            assert_eq!(column, transposed.transposed().apply_to_vector(&unit(inputs, input)));
            for (output, expected) in column.iter().enumerate() {
                assert_eq!(transposed.apply_to_vector(&unit(outputs, output))[input], *expected);
            }
        }
    }
}
