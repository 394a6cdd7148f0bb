use super::{PANEL, Pointwise};
use crate::cpu::Activation;
use crate::cpu::activation::keep_where_changing;

impl Pointwise {
    /// What takes a gradient with respect to the sums that this convolution puts out to that with respect to what goes in: the
    /// convolution with transposed weights, without bias and activation.
    pub fn transposed(&self) -> Self {
        let mut rows = vec![0.0; self.inputs * self.outputs];
        for (input, row) in rows.chunks_exact_mut(self.outputs.max(1)).enumerate() {
            for (output, weight) in row.iter_mut().enumerate() {
                // A panel of outputs after the other, in each a row for every input.
                *weight = self.panels[output / PANEL * self.inputs + input][output % PANEL];
            }
        }
        Self::from_rows(&rows, &[], self.inputs, Activation::None)
    }

    /// Takes a gradient with respect to what came out, which was `output`, to that with respect to what went into the activation.
    pub fn before_activation(&self, gradient: &mut [f32], output: &[f32]) {
        keep_where_changing(gradient, output, self.bounds);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposed_twice_it_is_the_same_product() {
        let (inputs, outputs) = (5, 11);
        let weights: Vec<f32> = (0..inputs * outputs).map(|index| (index as f32 * 0.7).sin()).collect();
        let convolution = Pointwise::from_rows(&weights, &[], outputs, Activation::None);
        let apply = |convolution: &Pointwise, input: &[f32]| {
            let mut output = vec![f32::NAN; convolution.outputs()];
            convolution.apply(input, None, &mut output);
            output
        };
        let unit = |length: usize, at: usize| (0..length).map(|index| f32::from(index == at)).collect::<Vec<_>>();
        let transposed = convolution.transposed();
        for input in 0..inputs {
            let column = apply(&convolution, &unit(inputs, input));
            assert_eq!(column, apply(&transposed.transposed(), &unit(inputs, input)));
            for (output, expected) in column.iter().enumerate() {
                assert_eq!(apply(&transposed, &unit(outputs, output))[input], *expected);
            }
        }
    }
}
