use super::block::{Block, Record};
use super::{CpuDmtl, run};
use crate::attributes::{Attribute, Category};
use crate::cpu::{Map, Pointwise};
use crate::network::Layer;

/// A forward pass from a layer on that one attribute's logits can be differentiated after.
#[derive(Debug)]
pub struct Trace<'a> {
    /// The logits of age, gender and race.
    pub logits: [Vec<f32>; Attribute::ALL.len()],
    /// The blocks between the layer and the attribute's head.
    blocks: Vec<(&'a Block, Record)>,
    head: &'a Pointwise,
    /// Size of the map whose means the head sees.
    rows: usize,
    columns: usize,
}

impl CpuDmtl {
    /// As [`forward_from`](Self::forward_from), for a gradient of the logits of `attribute`.
    pub fn trace_from(&self, map: Map, layer: Layer, attribute: Attribute) -> Trace<'_> {
        let mut blocks = Vec::new();
        let shared = recorded(self.stages.iter().skip(layer.stages()).flatten(), map, &mut blocks);
        let (traced, other) = match attribute.category() {
            Category::Ordinal => (&self.ordinal, &self.nominal),
            Category::Nominal => (&self.nominal, &self.ordinal),
        };
        let last = recorded(traced, shared.clone(), &mut blocks);
        let (features, others) = (last.means(), run(other, shared).means());
        let logits = match attribute.category() {
            Category::Ordinal => self.logits(&features, &others),
            Category::Nominal => self.logits(&others, &features),
        };
        let [age, gender, race] = &self.heads;
        let head = match attribute {
            Attribute::Age => age,
            Attribute::Gender => gender,
            Attribute::Race => race,
        };
        Trace { logits, blocks, head, rows: last.rows, columns: last.columns }
    }
}

fn recorded<'a>(through: impl IntoIterator<Item = &'a Block>, map: Map, records: &mut Vec<(&'a Block, Record)>) -> Map {
    through.into_iter().fold(map, |map, block| {
        let (output, record) = block.record(&map);
        records.push((block, record));
        output
    })
}

impl Trace<'_> {
    /// `∂y/∂A` for the map `A` at the layer, of a `y` whose gradient with respect to the attribute's logits is `output`.
    pub fn gradient(&self, output: &[f32]) -> Map {
        let mut features = self.head.transposed().apply_to_vector(output);
        let places = (self.rows * self.columns).max(1) as f32;
        features.iter_mut().for_each(|value| *value /= places);
        let last = Map::filled(self.rows, self.columns, &features);
        self.blocks.iter().rev().fold(last, |gradient, (block, record)| block.gradient(record, &gradient))
    }
}
