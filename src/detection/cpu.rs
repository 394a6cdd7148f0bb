//! BlazeFace by the kernels for the CPU.

use super::blazeface::{BlazeFace, SeparableConv, VALUES_PER_ANCHOR};
use crate::cpu::{Activation, Depthwise, Map, Patches, Pointwise};

/// The same network as [`BlazeFace`], from whose weights it is made.
#[derive(Clone, Debug)]
pub struct CpuBlazeFace {
    patches: Patches,
    stem: Pointwise,
    blocks: Vec<Separable>,
    coarse: Separable,
    /// Scores and boxes of the fine and of the coarse grid.
    heads: [[Pointwise; 2]; 2],
}

#[derive(Clone, Debug)]
struct Separable {
    depthwise: Depthwise,
    pointwise: Pointwise,
}

impl Separable {
    fn new(convolution: &SeparableConv) -> Self {
        Self {
            depthwise: Depthwise::new(&convolution.depthwise, Activation::None),
            pointwise: Pointwise::new(&convolution.pointwise, Activation::Relu),
        }
    }

    /// Applies the convolution, with a short cut beside it where `is_block`.
    fn apply(&self, input: &Map, is_block: bool) -> Map {
        let [rows, columns] = [input.rows, input.columns].map(|length| self.depthwise.output_length(length));
        let channels = self.pointwise.outputs();
        let mut output = Map::zeros(rows, columns, channels);
        let mut convolved = vec![0.0; columns * input.channels];
        let mut short_cut = vec![0.0; columns * channels];
        let is_plain = rows == input.rows && channels == input.channels;
        for (row, output) in output.values.chunks_exact_mut((columns * channels).max(1)).enumerate() {
            self.depthwise.row(input, row, &mut convolved);
            let added = match (is_block, is_plain) {
                (false, _) => None,
                (true, true) => input.values.get(row * input.row_length()..(row + 1) * input.row_length()),
                (true, false) => {
                    input.pooled_row(row, channels, &mut short_cut);
                    Some(short_cut.as_slice())
                }
            };
            self.pointwise.apply(&convolved, added, output);
        }
        output
    }
}

impl CpuBlazeFace {
    /// From the network's weights.
    pub fn new(network: &BlazeFace) -> Self {
        let head = |convolution| Pointwise::new(convolution, Activation::None);
        Self {
            patches: Patches::new(&network.stem),
            stem: Pointwise::new(&network.stem, Activation::Relu),
            blocks: network.blocks.iter().map(|block| Separable::new(&block.convolution)).collect(),
            coarse: Separable::new(&network.coarse),
            heads: [
                [head(&network.fine_scores), head(&network.fine_boxes)],
                [head(&network.coarse_scores), head(&network.coarse_boxes)],
            ],
        }
    }

    /// The answers of all anchors for one image, as [`BlazeFace::forward`] gives them. `planes` are red, green and blue,
    /// `size` x `size` each, −1 to 1; the size is a multiple of 32.
    pub fn forward(&self, planes: &[f32], size: usize) -> Vec<f32> {
        let fine = self.blocks.iter().fold(self.image_map(planes, size), |map, block| block.apply(&map, true));
        let coarse = self.coarse.apply(&fine, false);
        let mut answers = Vec::new();
        for (map, [scores, boxes]) in [fine, coarse].iter().zip(&self.heads) {
            append_answers(map, scores, boxes, &mut answers);
        }
        answers
    }

    fn image_map(&self, planes: &[f32], size: usize) -> Map {
        let side = size / 2;
        let mut map = Map::zeros(side, side, self.stem.outputs());
        let mut patches = vec![0.0; side * self.patches.length()];
        for (row, output) in map.values.chunks_exact_mut(side * self.stem.outputs()).enumerate() {
            self.patches.row(planes, size, row, &mut patches);
            self.stem.apply(&patches, None, output);
        }
        map
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
