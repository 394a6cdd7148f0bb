//! Convolution, batch normalisation and ReLU6 as one unit. Folding merges the normalisation into weights and bias for
//! inference; unfolding adds one again for further training.

use crate::network::shape::ConvUnitConfig;
use burn::module::{Module, Param, RunningState};
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::{BatchNorm, BatchNormConfig, Initializer, PaddingConfig2d};
use burn::tensor::{Device, Tensor};

/// Batch normalisation's ε, as in the released EfficientNet-Lite weights.
const BATCH_NORM_EPSILON: f64 = 1e-3;

/// A convolution, what shifts and scales its channels, and ReLU6 where asked for.
///
/// While the network is trained a batch normalisation follows the convolution. For inference
/// [`fold`](ConvUnit::fold) merges it into the convolution's weights and bias, which is the form that is shipped.
#[derive(Module, Debug)]
pub struct ConvUnit {
    /// The convolution, padded as TensorFlow's "SAME"; its bias is there if and only if `norm` is not.
    pub convolution: Conv2d,
    /// Batch normalisation over the convolution's output channels.
    pub norm: Option<BatchNorm>,
    /// Whether ReLU6 ends the unit.
    pub activated: bool,
}

impl ConvUnitConfig {
    /// Builds the unit with (`normalised`) or without batch normalisation. Weights are drawn as He et al. (ICCV 2015) say.
    pub(crate) fn init(&self, normalised: bool, device: &Device) -> ConvUnit {
        let gain = if self.activated { std::f64::consts::SQRT_2 } else { 1.0 };
        let [_, output] = self.channels;
        let mut convolution = Conv2dConfig::new(self.channels, [self.kernel; 2])
            .with_stride([self.stride; 2])
            .with_groups(self.groups)
            .with_padding(PaddingConfig2d::Same)
            .with_initializer(Initializer::KaimingNormal { gain, fan_out_only: false })
            .with_bias(false)
            .init(device);
        if !normalised {
            convolution.bias = Some(Param::from_tensor(Tensor::zeros([output], device)));
        }
        let norm = normalised.then(|| BatchNormConfig::new(output).with_epsilon(BATCH_NORM_EPSILON).init(device));
        ConvUnit { convolution, norm, activated: self.activated }
    }
}

impl ConvUnit {
    /// Applies the unit.
    ///
    /// # Shapes
    /// - `input`: `[batch, channels_in, height, width]`
    /// - output: `[batch, channels_out, ⌈height / stride⌉, ⌈width / stride⌉]`
    pub fn forward(&self, input: Tensor<4>) -> Tensor<4> {
        let output = self.convolution.forward(input);
        let output = match &self.norm {
            Some(norm) => norm.forward(output),
            None => output,
        };
        if self.activated { output.clamp(0.0, 6.0) } else { output }
    }

    /// Merges the batch normalisation, with its running statistics, into the convolution:
    /// `w' = w·γ/√(σ² + ε)`, `b' = β − μ·γ/√(σ² + ε)`.
    pub fn fold(self) -> Self {
        let Some(norm) = self.norm else { return self };
        let scale = norm.gamma.val() / (norm.running_var.value_sync() + norm.epsilon).sqrt();
        let bias = norm.beta.val() - norm.running_mean.value_sync() * scale.clone();
        let [channels] = scale.dims();
        let mut convolution = self.convolution;
        convolution.weight = convolution.weight.map(|weight| weight * scale.reshape([channels, 1, 1, 1]));
        convolution.bias = Some(Param::from_tensor(bias));
        Self { convolution, norm: None, activated: self.activated }
    }

    /// The opposite of [`fold`](Self::fold): gives the unit a batch normalisation that, with these statistics of the
    /// convolution's output (without its bias), `[channels_out]` each, changes nothing.
    pub fn unfold(self, mean: Tensor<1>, variance: Tensor<1>) -> Self {
        let mut convolution = self.convolution;
        let Some(bias) = convolution.bias.take() else { return Self { convolution, ..self } };
        let [channels] = mean.dims();
        let mut norm = BatchNormConfig::new(channels).with_epsilon(BATCH_NORM_EPSILON).init(&mean.device());
        norm.gamma = Param::from_tensor((variance.clone() + BATCH_NORM_EPSILON).sqrt());
        norm.beta = Param::from_tensor(bias.val() + mean.clone());
        norm.running_mean = RunningState::new(mean);
        norm.running_var = RunningState::new(variance);
        Self { convolution, norm: Some(norm), activated: self.activated }
    }

    /// Whether every channel is convolved by itself.
    pub fn is_depthwise(&self) -> bool {
        let [output, _, _, _] = self.convolution.weight.dims();
        self.convolution.groups == output && output > 1
    }
}
