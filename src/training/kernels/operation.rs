//! The convolution unit as an operation of Burn: computed on the flex backend, with its own gradient under autodiff.

use super::geometry::{Convolution, Kind};
use super::unit::{self, Saved};
use crate::network::ConvUnit;
use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Backend, Dispatch, Flex, TensorMetadata, backend_extension};
use burn::tensor::{Tensor, TensorData};
use std::sync::{Arc, Mutex};

/// Mean and biased variance of a convolution's output over a batch, one value per channel.
#[derive(Clone, Debug, Default)]
pub struct BatchStatistics {
    /// Mean of each channel.
    pub mean: Vec<f32>,
    /// Biased variance of each channel.
    pub variance: Vec<f32>,
}

/// Everything about a unit but its weights.
#[derive(Clone, Debug)]
pub struct UnitOptions {
    convolution: Convolution,
    epsilon: f32,
    activated: bool,
    statistics: Arc<Mutex<BatchStatistics>>,
}

/// Applies `unit`, whose batch normalisation takes the batch's own statistics, to a map with channels last.
///
/// On an autodiff tensor the gradient is the hand-written one of this module.
///
/// # Shapes
/// - `input`: `[batch, size, size, channels_in]`
/// - output: `[batch, ⌈size / stride⌉, ⌈size / stride⌉, channels_out]`, and the batch's statistics
///
/// # Panics
/// When the unit has no batch normalisation, its convolution is neither 1 x 1 nor depthwise and a gradient of its input is
/// wanted, or the tensors are not on the flex backend.
pub fn conv_unit(unit: &ConvUnit, input: Tensor<4>) -> (Tensor<4>, BatchStatistics) {
    #[expect(clippy::expect_used, reason = "a network without normalisation is a mistake of the caller")]
    let norm = unit.norm.as_ref().expect("only networks with batch normalisation are trained");
    let [_, input_size, _, input_channels] = input.dims();
    let [output_channels, _, kernel, _] = unit.convolution.weight.dims();
    let [stride, _] = unit.convolution.stride;
    let kind = match kernel {
        1 => Kind::Pointwise,
        _ if unit.is_depthwise() => Kind::Depthwise,
        _ => Kind::Stem,
    };
    let output_size = input_size.div_ceil(stride);
    let convolution = Convolution { kind, input_size, input_channels, output_size, output_channels, kernel, stride };
    let statistics = Arc::new(Mutex::new(BatchStatistics::default()));
    let options = UnitOptions {
        convolution,
        epsilon: norm.epsilon as f32,
        activated: unit.activated,
        statistics: Arc::clone(&statistics),
    };
    let output = <Dispatch as ConvUnitBackend>::fused_unit(
        input.into_dispatch(),
        unit.convolution.weight.val().into_dispatch(),
        norm.gamma.val().into_dispatch(),
        norm.beta.val().into_dispatch(),
        options,
    );
    let statistics = std::mem::take(&mut *lock(&statistics));
    (Tensor::from_dispatch(output), statistics)
}

/// A panicking holder cannot leave the statistics half written: they are assigned whole.
fn lock(statistics: &Mutex<BatchStatistics>) -> std::sync::MutexGuard<'_, BatchStatistics> {
    statistics.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[backend_extension(Flex, Autodiff)]
pub(crate) trait ConvUnitBackend: Backend {
    fn fused_unit(
        input: FloatTensor<Self>,
        weights: FloatTensor<Self>,
        gamma: FloatTensor<Self>,
        beta: FloatTensor<Self>,
        options: UnitOptions,
    ) -> FloatTensor<Self>;
}

type Primitive = FloatTensor<Flex>;

impl ConvUnitBackend for Flex {
    fn fused_unit(
        input: FloatTensor<Self>,
        weights: FloatTensor<Self>,
        gamma: FloatTensor<Self>,
        beta: FloatTensor<Self>,
        options: UnitOptions,
    ) -> FloatTensor<Self> {
        forward(&input.to_contiguous(), [&weights, &gamma, &beta], &options).0
    }
}

impl<C: CheckpointStrategy> ConvUnitBackend for Autodiff<Flex, C> {
    fn fused_unit(
        input: FloatTensor<Self>,
        weights: FloatTensor<Self>,
        gamma: FloatTensor<Self>,
        beta: FloatTensor<Self>,
        options: UnitOptions,
    ) -> FloatTensor<Self> {
        let guards = [input.node(), weights.node(), gamma.node(), beta.node()];
        let input = input.into_primitive().to_contiguous();
        let (output, saved) = forward(&input, [weights.primitive(), gamma.primitive(), beta.primitive()], &options);
        match UnitBackward.prepare::<C>(guards).compute_bound().stateful() {
            OpsKind::Tracked(preparation) => {
                preparation.finish(State { input, saved, convolution: options.convolution }, output)
            }
            OpsKind::UnTracked(preparation) => preparation.finish(output),
        }
    }
}

#[derive(Debug)]
struct UnitBackward;

#[derive(Clone, Debug)]
struct State {
    input: Primitive,
    saved: Saved,
    convolution: Convolution,
}

impl Backward<Flex, 4> for UnitBackward {
    type State = State;

    fn backward(self, ops: Ops<State, 4>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let [input, weights, gamma, beta] = ops.parents;
        let State { input: map, saved, convolution } = ops.state;
        let gradient = gradients.consume::<Flex>(&ops.node).to_contiguous();
        let result = unit::backward(&convolution, floats(&map), &saved, floats(&gradient), input.is_some());
        let Convolution { kind, output_channels, input_channels, kernel, .. } = convolution;
        let inputs_per_group = if kind == Kind::Depthwise { 1 } else { input_channels };
        if let (Some(node), Some(values)) = (input, result.input) {
            gradients.register::<Flex>(node.id, primitive(values, map.shape().dims::<4>()));
        }
        if let Some(node) = weights {
            let shape = [output_channels, inputs_per_group, kernel, kernel];
            gradients.register::<Flex>(node.id, primitive(result.weights, shape));
        }
        if let Some(node) = gamma {
            gradients.register::<Flex>(node.id, primitive(result.gamma, [output_channels]));
        }
        if let Some(node) = beta {
            gradients.register::<Flex>(node.id, primitive(result.beta, [output_channels]));
        }
    }
}

fn forward(input: &Primitive, parameters: [&Primitive; 3], options: &UnitOptions) -> (Primitive, Saved) {
    let [weights, gamma, beta] = parameters.map(|parameter| parameter.to_contiguous());
    let UnitOptions { convolution, epsilon, activated, statistics } = options;
    let parameters = [floats(&gamma), floats(&beta)];
    let result = unit::forward(convolution, floats(input), floats(&weights), parameters, *epsilon, *activated);
    *lock(statistics) = BatchStatistics { mean: result.mean, variance: result.variance };
    let [images, ..] = input.shape().dims::<4>();
    let Convolution { output_size, output_channels, .. } = *convolution;
    (primitive(result.output, [images, output_size, output_size, output_channels]), result.saved)
}

/// The values of a contiguous tensor of 32-bit floats.
#[expect(clippy::expect_used, reason = "all tensors here are contiguous and of 32-bit floats")]
fn floats(tensor: &Primitive) -> &[f32] {
    tensor.as_slice().expect("`to_contiguous` was called, and training runs in 32-bit floats")
}

fn primitive<const D: usize>(values: Vec<f32>, shape: [usize; D]) -> Primitive {
    Primitive::from_data(TensorData::new(values, shape))
}
