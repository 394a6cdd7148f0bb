//! A convolution's parameters in the order of the burnpack, before a kernel rearranges them:
//! `weights[outputs, inputs / groups, kernel, kernel]` and `bias[outputs]`.

use crate::parameters::{Parameters, ParametersError};

/// A convolution padded as TensorFlow's "SAME", as its parameters.
#[derive(Clone, Debug)]
pub struct Convolution {
    /// For each output, for each input of its group, the kernel's rows.
    pub weights: Vec<f32>,
    /// One bias for each output, or none at all.
    pub bias: Vec<f32>,
    /// Output channels.
    pub outputs: usize,
    /// Width and height of the kernel.
    pub kernel: usize,
    /// Pixels from one place of the kernel to the next.
    pub stride: usize,
}

impl Convolution {
    /// Takes the convolution `name` of the shape `[outputs, inputs of a group, kernel, kernel]`.
    ///
    /// # Errors
    /// When `parameters` do not hold it in this shape.
    pub fn take(
        parameters: &mut Parameters,
        name: &str,
        shape: [usize; 4],
        stride: usize,
        is_biased: bool,
    ) -> Result<Self, ParametersError> {
        let [outputs, _, kernel, _] = shape;
        let weights = parameters.take(&format!("{name}.weight"), &shape)?;
        let bias = if is_biased { parameters.take(&format!("{name}.bias"), &[outputs])? } else { Vec::new() };
        Ok(Self { weights, bias, outputs, kernel, stride })
    }

    /// Input channels of a group.
    pub fn inputs(&self) -> usize {
        self.weights.len() / (self.outputs * self.kernel * self.kernel).max(1)
    }
}
