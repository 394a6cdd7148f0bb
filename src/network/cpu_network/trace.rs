//! The backward pass from an attribute's logits to the map at a layer, through the activations recorded in the
//! forward pass. Grad-CAM and the lesson's look inside use it.

use super::block::{Block, BlockActivations};
use super::{CpuDmtl, run};
use crate::attributes::{Attribute, Category};
use crate::cpu::FeatureMap;
use crate::network::{Features, Layer};

/// A recorded forward pass, from one layer on, through which an attribute's logits can be differentiated.
#[derive(Debug)]
pub struct Trace<'a> {
    network: &'a CpuDmtl,
    attribute: Attribute,
    /// The blocks between the layer and the attribute's head.
    blocks: Vec<(&'a Block, BlockActivations)>,
    /// The map at the trunk's end.
    shared: FeatureMap,
    /// Means of the map at the end of the attribute's branch, and that map's size.
    features: Vec<f32>,
    rows: usize,
    columns: usize,
}

impl CpuDmtl {
    /// From the map at the end of `layer` to the end of the branch of `attribute`, for a gradient of its logits.
    pub fn trace_from(&self, map: FeatureMap, layer: Layer, attribute: Attribute) -> Trace<'_> {
        let mut blocks = Vec::new();
        let shared = recorded(self.stages.iter().skip(layer.stages()).flatten(), map, &mut blocks);
        let (branch, _) = self.branches(attribute);
        let last = recorded(branch, shared.clone(), &mut blocks);
        let (features, rows, columns) = (last.means(), last.rows, last.columns);
        Trace { network: self, attribute, blocks, shared, features, rows, columns }
    }

    /// The branch of `attribute`, and the other one.
    fn branches(&self, attribute: Attribute) -> (&[Block], &[Block]) {
        match attribute.category() {
            Category::Ordinal => (&self.ordinal, &self.nominal),
            Category::Nominal => (&self.nominal, &self.ordinal),
        }
    }
}

fn recorded<'a>(
    through: impl IntoIterator<Item = &'a Block>,
    map: FeatureMap,
    records: &mut Vec<(&'a Block, BlockActivations)>,
) -> FeatureMap {
    through.into_iter().fold(map, |map, block| {
        let (output, record) = block.record(&map);
        records.push((block, record));
        output
    })
}

impl Trace<'_> {
    /// The logits of the traced attribute.
    pub fn own_logits(&self) -> Vec<f32> {
        self.network.heads[self.attribute].apply_to_vector(&self.features)
    }

    /// The face's features, as [`CpuDmtl::features_from`] gives them. Runs the other branch.
    pub fn all_features(&self) -> Features {
        let (_, other) = self.network.branches(self.attribute);
        let (own, others) = (self.features.clone(), run(other, self.shared.clone()).means());
        let (ordinal, nominal) = match self.attribute.category() {
            Category::Ordinal => (own, others),
            Category::Nominal => (others, own),
        };
        Features { shared: self.shared.means(), ordinal, nominal }
    }

    /// `∂y/∂A` for the map `A` at the layer, of a `y` whose gradient with respect to the attribute's logits is `output`.
    pub fn gradient(&self, output: &[f32]) -> FeatureMap {
        self.gradient_of_features(self.network.heads[self.attribute].transposed().apply_to_vector(output))
    }

    /// `∂y/∂A` at the layer, of a `y` whose gradient with respect to the branch's features is `features`.
    pub fn gradient_of_features(&self, mut features: Vec<f32>) -> FeatureMap {
        let places = (self.rows * self.columns).max(1) as f32;
        features.iter_mut().for_each(|value| *value /= places);
        let last = FeatureMap::filled(self.rows, self.columns, &features);
        self.blocks.iter().rev().fold(last, |gradient, (block, record)| block.gradient(record, &gradient))
    }
}
