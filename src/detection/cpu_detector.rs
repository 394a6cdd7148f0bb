//! BlazeFace by the kernels for the CPU.

use super::layout::{
    COARSE_ANCHORS, FINE_ANCHORS, FIRST_WIDTH, KERNEL, LAST_WIDTH, STEM_KERNEL, VALUES_PER_ANCHOR, block_shapes,
};
use crate::cpu::{Activation, Convolution, Depthwise, FeatureMap, Pointwise, Separable, Stem};
use crate::parameters::{Parameters, ParametersError};

/// BlazeFace by the kernels for the CPU: the same network as `BlazeFace` in Burn, from the same bytes.
#[derive(Clone, Debug)]
pub(super) struct CpuBlazeFace {
    stem: Stem,
    blocks: Vec<Separable>,
    coarse: Separable,
    /// Scores and boxes of the fine and of the coarse grid.
    heads: [[Pointwise; 2]; 2],
}

/// A separable convolution beside its short cut; see `BlazeBlock`.
fn block(convolution: &Separable, input: &FeatureMap) -> FeatureMap {
    let channels = convolution.pointwise.outputs();
    let halves = convolution.depthwise.output_length(input.rows) < input.rows;
    let pooled = halves.then(|| input.pooled(channels));
    convolution.apply(input, Some(pooled.as_ref().unwrap_or(input)))
}

impl CpuBlazeFace {
    /// The network with the weights in `bytes` (burnpack, any float type), as 32-bit floats.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack or hold other tensors than BlazeFace has.
    pub(super) fn from_burnpack(bytes: Vec<u8>) -> Result<Self, ParametersError> {
        let mut parameters = Parameters::read(bytes)?;
        let stem = Convolution::take(&mut parameters, "stem", [FIRST_WIDTH, 3, STEM_KERNEL, STEM_KERNEL], 2, true)?;
        let blocks = block_shapes().enumerate().map(|(index, (channels, stride))| {
            take_separable(&mut parameters, &format!("blocks.{index}.convolution"), channels, stride)
        });
        let blocks = blocks.collect::<Result<_, _>>()?;
        let coarse = take_separable(&mut parameters, "coarse", [LAST_WIDTH; 2], 2)?;
        let mut head = |name: &str, outputs: usize| -> Result<Pointwise, ParametersError> {
            let convolution = Convolution::take(&mut parameters, name, [outputs, LAST_WIDTH, 1, 1], 1, true)?;
            Ok(Pointwise::new(&convolution, Activation::None))
        };
        let heads = [
            [head("fine_scores", FINE_ANCHORS)?, head("fine_boxes", FINE_ANCHORS * (VALUES_PER_ANCHOR - 1))?],
            [head("coarse_scores", COARSE_ANCHORS)?, head("coarse_boxes", COARSE_ANCHORS * (VALUES_PER_ANCHOR - 1))?],
        ];
        parameters.finish()?;
        Ok(Self { stem: Stem::new(&stem, Activation::Relu), blocks, coarse, heads })
    }

    /// The answers of all anchors for one image, one after the other, [`VALUES_PER_ANCHOR`] each: the logit of the score, then the
    /// offset of the box's centre from the anchor's, the box's width and height, and the offsets of the six key points, all in
    /// pixels of the input. `planes` are red, green and blue, −1 to 1, each with
    /// these rows and columns, multiples of [`STEP`](super::anchors::STEP).
    pub(super) fn forward(&self, planes: &[f32], shape: [usize; 2]) -> Vec<f32> {
        let stem = self.stem.apply(planes, shape);
        let fine = self.blocks.iter().fold(stem, |map, convolution| block(convolution, &map));
        let coarse = self.coarse.apply(&fine, None);
        let mut answers = Vec::new();
        for (map, [scores, boxes]) in [fine, coarse].iter().zip(&self.heads) {
            append_answers(map, scores, boxes, &mut answers);
        }
        answers
    }
}

/// Takes the parameters of a separable convolution.
fn take_separable(
    parameters: &mut Parameters,
    name: &str,
    [input, output]: [usize; 2],
    stride: usize,
) -> Result<Separable, ParametersError> {
    let (depthwise, pointwise) = (format!("{name}.depthwise"), format!("{name}.pointwise"));
    let depthwise = Convolution::take(parameters, &depthwise, [input, 1, KERNEL, KERNEL], stride, false)?;
    let pointwise = Convolution::take(parameters, &pointwise, [output, input, 1, 1], 1, true)?;
    Ok(Separable {
        depthwise: Depthwise::new(&depthwise, Activation::None),
        pointwise: Pointwise::new(&pointwise, Activation::Relu),
    })
}

/// Puts the values of each anchor of a grid together: score, box and key points.
fn append_answers(map: &FeatureMap, scores: &Pointwise, boxes: &Pointwise, answers: &mut Vec<f32>) {
    let [all_scores, all_boxes] = [scores, boxes].map(|head| head.apply(map, None).channels_last());
    for (score, values) in all_scores.iter().zip(all_boxes.chunks_exact(VALUES_PER_ANCHOR - 1)) {
        answers.push(*score);
        answers.extend_from_slice(values);
    }
}

#[cfg(test)]
mod tests {
    use super::super::BlazeFace;
    use super::super::anchors::anchors;
    use super::*;
    use burn::module::{Module, ModuleMapper, Param};
    use burn::tensor::{Device, Tensor, TensorData};
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    /// Draws every parameter so that maps keep about the same size from layer to layer.
    struct Random(StdRng);

    impl ModuleMapper for Random {
        fn map_float<const D: usize>(&mut self, parameter: Param<Tensor<D>>) -> Param<Tensor<D>> {
            let shape = parameter.dims();
            let inputs = shape[1..].iter().product::<usize>().max(1) as f32;
            let most = (3.0 / inputs).sqrt();
            let count = shape.iter().product();
            let values: Vec<f32> = (0..count).map(|_| self.0.random_range(-most..most)).collect();
            let device = parameter.val().device();
            Param::initialized(parameter.id, Tensor::from_data(TensorData::new(values, shape), &device))
        }
    }

    #[test]
    fn it_gives_what_burn_gives() {
        let device = Device::flex();
        let network = BlazeFace::init(&device).map(&mut Random(StdRng::seed_from_u64(5)));
        let mut random = StdRng::seed_from_u64(6);
        let on_cpu = CpuBlazeFace::from_burnpack(network.clone().into_record().into_bytes().unwrap().to_vec()).unwrap();
        for [rows, columns] in [[256, 256], [192, 256], [64, 32]] {
            let planes: Vec<f32> = (0..3 * rows * columns).map(|_| random.random_range(-1.0..1.0)).collect();
            let image = Tensor::from_data(TensorData::new(planes.clone(), [1, 3, rows, columns]), &device);
            let expected: Vec<f32> = network.forward(image).into_data().iter::<f32>().collect();
            let found = on_cpu.forward(&planes, [rows, columns]);
            let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
            assert_eq!(found.len(), expected.len());
            assert_eq!(found.len(), anchors([rows, columns]).len() * VALUES_PER_ANCHOR);
            assert!(largest > 0.0);
            for (found, expected) in found.iter().zip(&expected) {
                assert!((found - expected).abs() <= 1e-4 * largest, "{found} for {expected}");
            }
        }
    }
}
