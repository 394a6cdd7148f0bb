//! Imitation of the teacher: a linear layer predicts its embedding from the features of both branches, and
//! the loss is one minus the cosine between the two.

use super::teacher::EMBEDDING_LENGTH;
use burn::module::Module;
use burn::nn::{Linear, LinearConfig};
use burn::tensor::{Device, Tensor, TensorData};

/// Predicts what the teacher makes of a face from the features of both branches, so that the features come to hold it
/// (Romero et al., "FitNets: Hints for Thin Deep Nets", ICLR 2015). It is left behind when the training ends.
#[derive(Module, Debug)]
pub struct Imitation {
    linear: Linear,
}

impl Imitation {
    /// A layer for `features` features, those of both branches together.
    pub fn new(features: usize, device: &Device) -> Self {
        Self { linear: LinearConfig::new(features, EMBEDDING_LENGTH).init(device) }
    }

    /// The mean of one minus the cosine between predicted and actual embeddings, `[1]`.
    ///
    /// # Shapes
    /// - `features`: `[batch, features]` each
    /// - `embeddings`: `[batch, 1024]`
    pub fn loss(&self, features: [Tensor<2>; 2], embeddings: TensorData) -> Tensor<1> {
        let predicted = self.linear.forward(Tensor::cat(features.into(), 1));
        let actual = Tensor::from_data(embeddings, &predicted.device());
        (normalised(predicted) * normalised(actual)).sum_dim(1).mean().neg() + 1.0
    }
}

/// The rows scaled to length one.
fn normalised(rows: Tensor<2>) -> Tensor<2> {
    let length = rows.clone().powi_scalar(2).sum_dim(1).sqrt().clamp_min(1e-6);
    rows / length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_direction_counts() {
        let device = Device::flex();
        let imitation = Imitation::new(4, &device);
        let features =
            || [Tensor::<2>::from_data([[1.0f32, -2.0]], &device), Tensor::from_data([[0.5f32, 3.0]], &device)];
        let predicted = imitation.linear.forward(Tensor::cat(features().into(), 1));
        for (factor, expected) in [(3.0, 0.0), (-3.0, 2.0)] {
            let loss: f32 = imitation.loss(features(), (predicted.clone() * factor).into_data()).into_scalar();
            assert!((loss - expected).abs() < 1e-5, "{loss}");
        }
    }
}
