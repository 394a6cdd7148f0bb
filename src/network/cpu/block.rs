use crate::cpu::{Activation, Convolution, Depthwise, DepthwiseGradient, Map, Pointwise, Separable};
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
    way_back: OnceLock<WayBack>,
}

/// What takes gradients through a block.
#[derive(Clone, Debug)]
struct WayBack {
    expand: Option<Pointwise>,
    depthwise: DepthwiseGradient,
    project: Pointwise,
}

/// What the way back must know of a block's forward pass.
#[derive(Clone, Debug)]
pub(super) struct Record {
    rows: usize,
    columns: usize,
    expanded: Option<Map>,
    convolved: Map,
}

impl Block {
    /// Takes the parameters of the block `name`.
    pub fn take(config: &MbConvConfig, name: &str, parameters: &mut Parameters) -> Result<Self, ParametersError> {
        let mut pointwise = |unit: &ConvUnitConfig, part: &str| -> Result<Pointwise, ParametersError> {
            let convolution = convolution(unit, &format!("{name}.{part}"), parameters)?;
            Ok(Pointwise::new(&convolution, activation(unit)))
        };
        let expand = config.expand.as_ref().map(|unit| pointwise(unit, "expand")).transpose()?;
        let project = pointwise(&config.project, "project")?;
        let depthwise = convolution(&config.depthwise, &format!("{name}.depthwise"), parameters)?;
        let depthwise = Depthwise::new(&depthwise, activation(&config.depthwise));
        let convolution = Separable { depthwise, pointwise: project };
        Ok(Self { expand, convolution, is_residual: config.is_residual(), way_back: OnceLock::new() })
    }

    /// Applies the block.
    pub fn apply(&self, input: &Map) -> Map {
        let expanded = self.expand(input);
        self.convolution.apply(expanded.as_ref().unwrap_or(input), self.is_residual.then_some(input))
    }

    /// Applies the block and keeps what [`gradient`](Self::gradient) needs.
    pub fn record(&self, input: &Map) -> (Map, Record) {
        let expanded = self.expand(input);
        let Separable { depthwise, pointwise: project } = &self.convolution;
        let convolved = depthwise.apply(expanded.as_ref().unwrap_or(input));
        let output = project.apply(&convolved, self.is_residual.then_some(input));
        (output, Record { rows: input.rows, columns: input.columns, expanded, convolved })
    }

    /// Given `output`, the gradient with respect to the block's output, returns the one with respect to its input.
    pub fn gradient(&self, record: &Record, output: &Map) -> Map {
        let way_back = self.way_back.get_or_init(|| self.way_back());
        let Record { rows, columns, expanded, convolved } = record;
        // The projection has no activation.
        let mut inner = way_back.project.apply(output, None);
        self.convolution.depthwise.before_activation(&mut inner, convolved);
        let mut inner = way_back.depthwise.apply(&inner, *rows, *columns);
        let skipped = self.is_residual.then_some(output);
        match (&self.expand, &way_back.expand, expanded) {
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

    fn way_back(&self) -> WayBack {
        let Separable { depthwise, pointwise: project } = &self.convolution;
        WayBack {
            expand: self.expand.as_ref().map(Pointwise::transposed),
            depthwise: DepthwiseGradient::new(depthwise),
            project: project.transposed(),
        }
    }

    /// The widened input; `None` where the block widens nothing.
    fn expand(&self, input: &Map) -> Option<Map> {
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
