//! The linear layer from a branch's features to the logits of one attribute.

use burn::module::Module;
use burn::nn::{Initializer, Linear, LinearConfig};
use burn::tensor::{Device, Tensor};

/// Turns a branch's features into the logits of one attribute.
#[derive(Module, Debug)]
pub struct Head {
    /// The one linear layer.
    pub linear: Linear,
}

impl Head {
    /// A head of `classes` logits on `features` features.
    pub(super) fn new(features: usize, classes: usize, device: &Device) -> Self {
        let initializer = Initializer::Normal { mean: 0.0, std: 0.01 };
        Self { linear: LinearConfig::new(features, classes).with_initializer(initializer).init(device) }
    }

    /// The head with its logits divided by `temperature`.
    pub(super) fn divided(mut self, temperature: f64) -> Self {
        self.linear.weight = self.linear.weight.map(|weight| weight / temperature);
        self.linear.bias = self.linear.bias.map(|bias| bias.map(|bias| bias / temperature));
        self
    }

    /// Applies the head.
    ///
    /// # Shapes
    /// - `features`: `[batch, features]`
    /// - output: `[batch, classes]`
    pub fn forward(&self, features: Tensor<2>) -> Tensor<2> {
        self.linear.forward(features)
    }
}
