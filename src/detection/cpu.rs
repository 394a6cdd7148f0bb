//! BlazeFace by the kernels for the CPU.

use super::blazeface::{BlazeFace, SeparableConv, VALUES_PER_ANCHOR};
use crate::cpu::{Activation, Depthwise, Map, Pointwise, Separable, Stem};

/// The same network as [`BlazeFace`], from whose weights it is made.
#[derive(Clone, Debug)]
pub struct CpuBlazeFace {
    stem: Stem,
    blocks: Vec<Separable>,
    coarse: Separable,
    /// Scores and boxes of the fine and of the coarse grid.
    heads: [[Pointwise; 2]; 2],
}

fn separable(convolution: &SeparableConv) -> Separable {
    Separable {
        depthwise: Depthwise::new(&convolution.depthwise, Activation::None),
        pointwise: Pointwise::new(&convolution.pointwise, Activation::Relu),
    }
}

/// A separable convolution beside its short cut; see [`BlazeBlock`](super::blazeface::BlazeBlock).
fn block(convolution: &Separable, input: &Map) -> Map {
    let channels = convolution.pointwise.outputs();
    let halves = convolution.depthwise.output_length(input.rows) < input.rows;
    let pooled = halves.then(|| input.pooled(channels));
    convolution.apply(input, Some(pooled.as_ref().unwrap_or(input)))
}

impl CpuBlazeFace {
    /// From the network's weights.
    pub fn new(network: &BlazeFace) -> Self {
        let head = |convolution| Pointwise::new(convolution, Activation::None);
        Self {
            stem: Stem::new(&network.stem, Activation::Relu),
            blocks: network.blocks.iter().map(|block| separable(&block.convolution)).collect(),
            coarse: separable(&network.coarse),
            heads: [
                [head(&network.fine_scores), head(&network.fine_boxes)],
                [head(&network.coarse_scores), head(&network.coarse_boxes)],
            ],
        }
    }

    /// The answers of all anchors for one image, as [`BlazeFace::forward`] gives them. `planes` are red, green and blue,
    /// `size` x `size` each, −1 to 1; the size is a multiple of 32.
    pub fn forward(&self, planes: &[f32], size: usize) -> Vec<f32> {
        let fine = self.blocks.iter().fold(self.stem.apply(planes, size), |map, convolution| block(convolution, &map));
        let coarse = self.coarse.apply(&fine, None);
        let mut answers = Vec::new();
        for (map, [scores, boxes]) in [fine, coarse].iter().zip(&self.heads) {
            append_answers(map, scores, boxes, &mut answers);
        }
        answers
    }
}

/// Puts the values of each anchor of a grid together: score, box and key points.
fn append_answers(map: &Map, scores: &Pointwise, boxes: &Pointwise, answers: &mut Vec<f32>) {
    let pixels = map.rows * map.columns;
    let mut all_scores = vec![0.0; pixels * scores.outputs()];
    let mut all_boxes = vec![0.0; pixels * boxes.outputs()];
    scores.apply(&map.values, None, &mut all_scores);
    boxes.apply(&map.values, None, &mut all_boxes);
    for (score, values) in all_scores.iter().zip(all_boxes.chunks_exact(VALUES_PER_ANCHOR - 1)) {
        answers.push(*score);
        answers.extend_from_slice(values);
    }
}

#[cfg(test)]
mod tests {
    use super::super::letterbox::INPUT_SIZE;
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
        let planes: Vec<f32> = (0..3 * INPUT_SIZE * INPUT_SIZE).map(|_| random.random_range(-1.0..1.0)).collect();
        let image = Tensor::from_data(TensorData::new(planes.clone(), [1, 3, INPUT_SIZE, INPUT_SIZE]), &device);
        let expected: Vec<f32> = network.forward(image).into_data().iter::<f32>().collect();
        let found = CpuBlazeFace::new(&network).forward(&planes, INPUT_SIZE);
        let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        assert_eq!(found.len(), expected.len());
        assert!(largest > 0.0);
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found - expected).abs() <= 1e-4 * largest, "{found} for {expected}");
        }
    }
}
