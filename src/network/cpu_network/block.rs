//! An MBConv block on the CPU kernels, batch normalisation folded, and its backward pass from the
//! gradient of the output to that of the input.

use crate::cpu::{Activation, Convolution, Depthwise, DepthwiseGradient, FeatureMap, Pointwise, Separable};
use crate::network::MbConvConfig;
use crate::network::shape::ConvUnitConfig;
use crate::parameters::{Parameters, ParametersError};
use std::sync::OnceLock;

/// An [`MbConv`](crate::network::MbConv) without batch normalisation.
#[derive(Clone, Debug)]
pub(super) struct Block {
    expand: Option<Pointwise>,
    convolution: Separable,
    is_residual: bool,
    /// Made when it is first asked for: most blocks are never differentiated.
    backward: OnceLock<Backward>,
}

/// The backward pass through a block.
#[derive(Clone, Debug)]
struct Backward {
    expand: Option<Pointwise>,
    depthwise: DepthwiseGradient,
    project: Pointwise,
}

/// The activations of a forward pass that the backward pass needs.
#[derive(Clone, Debug)]
pub(super) struct BlockActivations {
    rows: usize,
    columns: usize,
    expanded: Option<FeatureMap>,
    convolved: FeatureMap,
}

impl Block {
    /// Takes the parameters of the block `name`.
    pub(super) fn take(
        config: &MbConvConfig,
        name: &str,
        parameters: &mut Parameters,
    ) -> Result<Self, ParametersError> {
        let mut pointwise = |unit: &ConvUnitConfig, part: &str| -> Result<Pointwise, ParametersError> {
            let convolution = convolution(unit, &format!("{name}.{part}"), parameters)?;
            Ok(Pointwise::new(&convolution, activation(unit)))
        };
        let expand = config.expand.as_ref().map(|unit| pointwise(unit, "expand")).transpose()?;
        let project = pointwise(&config.project, "project")?;
        let depthwise = convolution(&config.depthwise, &format!("{name}.depthwise"), parameters)?;
        let depthwise = Depthwise::new(&depthwise, activation(&config.depthwise));
        let convolution = Separable { depthwise, pointwise: project };
        Ok(Self { expand, convolution, is_residual: config.is_residual(), backward: OnceLock::new() })
    }

    /// Applies the block.
    pub(super) fn apply(&self, input: &FeatureMap) -> FeatureMap {
        let expanded = self.expand(input);
        self.convolution.apply(expanded.as_ref().unwrap_or(input), self.is_residual.then_some(input))
    }

    /// Applies the block and keeps what [`gradient`](Self::gradient) needs.
    pub(super) fn record(&self, input: &FeatureMap) -> (FeatureMap, BlockActivations) {
        let expanded = self.expand(input);
        let Separable { depthwise, pointwise: project } = &self.convolution;
        let convolved = depthwise.apply(expanded.as_ref().unwrap_or(input));
        let output = project.apply(&convolved, self.is_residual.then_some(input));
        (output, BlockActivations { rows: input.rows, columns: input.columns, expanded, convolved })
    }

    /// Given `output_gradient`, the gradient with respect to the block's output, returns the one with respect to its input.
    pub(super) fn gradient(&self, activations: &BlockActivations, output_gradient: &FeatureMap) -> FeatureMap {
        let backward = self.backward.get_or_init(|| self.backward());
        let BlockActivations { rows, columns, expanded, convolved } = activations;
        // The projection has no activation.
        let mut inner = backward.project.apply(output_gradient, None);
        self.convolution.depthwise.before_activation(&mut inner, convolved);
        let mut inner = backward.depthwise.apply(&inner, *rows, *columns);
        let skipped = self.is_residual.then_some(output_gradient);
        match (&self.expand, &backward.expand, expanded) {
            (Some(expand), Some(narrow), Some(expanded)) => {
                expand.before_activation(&mut inner, expanded);
                narrow.apply(&inner, skipped)
            }
            _ => {
                skipped.into_iter().for_each(|skipped| inner.add(skipped));
                inner
            }
        }
    }

    fn backward(&self) -> Backward {
        let Separable { depthwise, pointwise: project } = &self.convolution;
        Backward {
            expand: self.expand.as_ref().map(Pointwise::transposed),
            depthwise: DepthwiseGradient::new(depthwise),
            project: project.transposed(),
        }
    }

    /// The widened input; `None` where the block widens nothing.
    fn expand(&self, input: &FeatureMap) -> Option<FeatureMap> {
        self.expand.as_ref().map(|expand| expand.apply(input, None))
    }
}

/// Takes the convolution of the unit `name`.
pub(super) fn convolution(
    unit: &ConvUnitConfig,
    name: &str,
    parameters: &mut Parameters,
) -> Result<Convolution, ParametersError> {
    let [input, output] = unit.channels;
    let shape = [output, input / unit.groups, unit.kernel, unit.kernel];
    Convolution::take(parameters, &format!("{name}.convolution"), shape, unit.stride, true)
}

pub(super) fn activation(unit: &ConvUnitConfig) -> Activation {
    if unit.activated { Activation::Relu6 } else { Activation::None }
}
