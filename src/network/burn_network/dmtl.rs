//! The whole network: trunk, two branches and three heads, from images `[batch, 3, 112, 112]` to logits. It can be cut
//! at any layer, walked by other kernels, folded, and divided by temperatures.

use super::branch::means;
use super::trunk::Stage;
use super::{Branch, ConvUnit, Head, MbConv, Trunk};
use crate::attributes::{Attribute, Category, PerAttribute};
use crate::network::{DmtlConfig, Layer, MbConvConfig};
use burn::module::Module;
use burn::tensor::{Device, Tensor};

/// The multi-task network.
#[derive(Module, Debug)]
pub struct Dmtl {
    /// The trunk, which all attributes share.
    pub trunk: Trunk,
    /// The branch of attributes whose values have an order.
    pub ordinal: Branch,
    /// The branch of attributes whose values have no order.
    pub nominal: Branch,
    /// The head of age, on the ordinal branch.
    pub age: Head,
    /// The head of gender, on the nominal branch.
    pub gender: Head,
    /// The head of race, on the nominal branch.
    pub race: Head,
}

/// What the heads put out: of each attribute one logit for each class, `[batch, classes]`.
pub type Logits = PerAttribute<Tensor<2>>;

impl DmtlConfig {
    /// Builds the network with random weights.
    pub fn init(&self, device: &Device) -> Dmtl {
        let init = |blocks: Vec<MbConvConfig>| -> Vec<MbConv> {
            blocks.iter().map(|block| block.init(self.normalised, device)).collect()
        };
        let stages = self.trunk_blocks().into_iter().map(|blocks| Stage { blocks: init(blocks) }).collect();
        let branch = || Branch { blocks: init(self.branch_blocks()) };
        let head = |attribute: Attribute| Head::new(self.branch.channels, attribute.classes(), device);
        Dmtl {
            trunk: Trunk { stem: Self::stem().init(self.normalised, device), stages },
            ordinal: branch(),
            nominal: branch(),
            age: head(Attribute::Age),
            gender: head(Attribute::Gender),
            race: head(Attribute::Race),
        }
    }
}

impl Dmtl {
    /// All logits of a batch of images.
    ///
    /// # Shapes
    /// - `images`: `[batch, 3, 112, 112]`, as [`image_tensor`](super::image_tensor) makes them
    pub fn forward(&self, images: Tensor<4>) -> Logits {
        self.forward_from(self.forward_to(images, Layer::Stage5), Layer::Stage5)
    }

    /// The maps at the ends of the ordinal and the nominal branch, with `unit` in the place of [`ConvUnit::forward`] and `add`
    /// in that of the residual sum. Units come in the order of [`map_units`](Self::map_units).
    pub fn branch_maps_by<M: Clone>(
        &self,
        images: M,
        mut unit: impl FnMut(&ConvUnit, M) -> M,
        add: impl Fn(M, M) -> M,
    ) -> [M; 2] {
        let shared = self.trunk_map_by(images, &mut unit, &add);
        self.branch_maps_from(shared, unit, add)
    }

    /// The map at the end of the trunk, walked as by [`branch_maps_by`](Self::branch_maps_by).
    pub fn trunk_map_by<M: Clone>(
        &self,
        images: M,
        mut unit: impl FnMut(&ConvUnit, M) -> M,
        add: impl Fn(M, M) -> M,
    ) -> M {
        let stem = unit(&self.trunk.stem, images);
        self.trunk.stages.iter().fold(stem, |map, stage| walk(&stage.blocks, map, &mut unit, &add))
    }

    /// The rest of [`branch_maps_by`](Self::branch_maps_by), from the map at the end of the trunk.
    pub fn branch_maps_from<M: Clone>(
        &self,
        shared: M,
        mut unit: impl FnMut(&ConvUnit, M) -> M,
        add: impl Fn(M, M) -> M,
    ) -> [M; 2] {
        [&self.ordinal, &self.nominal].map(|branch| walk(&branch.blocks, shared.clone(), &mut unit, &add))
    }

    /// The trunk's map at the end of `layer`: `[batch, channels, size, size]`.
    pub fn forward_to(&self, images: Tensor<4>, layer: Layer) -> Tensor<4> {
        self.trunk.forward_to(images, layer)
    }

    /// All logits from the map at the end of `layer`.
    pub fn forward_from(&self, map: Tensor<4>, layer: Layer) -> Logits {
        let shared = self.trunk.forward_from(map, layer);
        self.heads(self.ordinal.forward(shared.clone()), self.nominal.forward(shared))
    }

    /// The parts of [`Features`](crate::network::Features) from the map at the end of `layer`: `[batch, channels]` each.
    pub fn features_from(&self, map: Tensor<4>, layer: Layer) -> [Tensor<2>; 3] {
        let shared = self.trunk.forward_from(map, layer);
        [means(shared.clone()), self.ordinal.forward(shared.clone()), self.nominal.forward(shared)]
    }

    fn branch_and_head(&self, attribute: Attribute) -> (&Branch, &Head) {
        let branch = match attribute.category() {
            Category::Ordinal => &self.ordinal,
            Category::Nominal => &self.nominal,
        };
        (branch, self.head(attribute))
    }

    /// The head of an attribute.
    pub fn head(&self, attribute: Attribute) -> &Head {
        match attribute {
            Attribute::Age => &self.age,
            Attribute::Gender => &self.gender,
            Attribute::Race => &self.race,
        }
    }

    /// The head of an attribute, to change it.
    pub fn head_mut(&mut self, attribute: Attribute) -> &mut Head {
        match attribute {
            Attribute::Age => &mut self.age,
            Attribute::Gender => &mut self.gender,
            Attribute::Race => &mut self.race,
        }
    }

    /// All logits from the features of the two branches, `[batch, features]` each.
    pub fn heads(&self, ordinal: Tensor<2>, nominal: Tensor<2>) -> Logits {
        PerAttribute::from_fn(|attribute| {
            self.head(attribute).forward(match attribute.category() {
                Category::Ordinal => ordinal.clone(),
                Category::Nominal => nominal.clone(),
            })
        })
    }

    /// The network without the branch of `category`: one for the attributes of the other category alone. The heads of the
    /// missing branch stay as untrained ones on the trunk's features.
    pub fn without_branch(mut self, category: Category) -> Self {
        let device = self.age.linear.weight.device();
        let last = self.trunk.stages.iter().rev().find_map(|stage| stage.blocks.last());
        let [features, ..] = last.map_or(&self.trunk.stem, |block| &block.project).convolution.weight.dims();
        match category {
            Category::Ordinal => self.ordinal.blocks.clear(),
            Category::Nominal => self.nominal.blocks.clear(),
        }
        for attribute in Attribute::ALL.into_iter().filter(|attribute| attribute.category() == category) {
            *self.head_mut(attribute) = Head::new(features, attribute.classes(), &device);
        }
        self
    }

    /// Parameters that the estimate of one attribute needs.
    pub fn parameters_of(&self, attribute: Attribute) -> usize {
        let (branch, head) = self.branch_and_head(attribute);
        self.trunk.num_params() + branch.num_params() + head.num_params()
    }

    /// Divides the logits of each attribute by a temperature: softer or sharper probabilities, the same order.
    pub fn divided(mut self, temperatures: PerAttribute<f64>) -> Self {
        for attribute in Attribute::ALL {
            let head = self.head_mut(attribute);
            *head = head.clone().divided(temperatures[attribute]);
        }
        self
    }

    /// Merges every batch normalisation into its convolution; see [`ConvUnit::fold`].
    pub fn fold(self) -> Self {
        self.map_units(&mut ConvUnit::fold)
    }

    /// Applies `change` to every convolution unit, from the image on; the ordinal branch comes before the nominal one.
    pub fn map_units(mut self, change: &mut impl FnMut(ConvUnit) -> ConvUnit) -> Self {
        self.trunk.stem = change(self.trunk.stem);
        let branches = [&mut self.ordinal.blocks, &mut self.nominal.blocks];
        for blocks in self.trunk.stages.iter_mut().map(|stage| &mut stage.blocks).chain(branches) {
            *blocks = std::mem::take(blocks).into_iter().map(|block| block.map_units(change)).collect();
        }
        self
    }
}

/// Applies one block after the other to `map`.
fn walk<M: Clone>(blocks: &[MbConv], map: M, unit: &mut impl FnMut(&ConvUnit, M) -> M, add: &impl Fn(M, M) -> M) -> M {
    blocks.iter().fold(map, |map, block| block.forward_by(map, &mut *unit, add))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::CROP_SIDE;
    use burn::module::RunningState;
    use burn::tensor::{Distribution, Tolerance};

    fn images(device: &Device) -> Tensor<4> {
        Tensor::random([2, 3, CROP_SIDE, CROP_SIDE], Distribution::Uniform(-1.0, 1.0), device)
    }

    #[test]
    fn the_default_network_keeps_to_its_budget() {
        let network = DmtlConfig::new().init(&Device::flex());
        assert!(network.num_params() <= 3_500_000, "{} parameters", network.num_params());
    }

    #[test]
    fn temperatures_divide_the_logits() {
        let device = Device::flex();
        let network = DmtlConfig::new().init(&device);
        let images = images(&device);
        let expected = network.forward(images.clone());
        let temperatures = PerAttribute([2.0, 1.0, 4.0]);
        let found = network.divided(temperatures).forward(images);
        let tolerance = Tolerance::default();
        for (attribute, temperature) in temperatures.iter() {
            let expected = (expected[attribute].clone() / *temperature).into_data();
            found[attribute].to_data().assert_approx_eq::<f32>(&expected, tolerance);
        }
    }

    #[test]
    fn a_network_without_a_branch_says_the_same_of_the_other_category() {
        let device = Device::flex();
        let network = DmtlConfig::new().init(&device);
        let images = images(&device);
        let expected = network.forward(images.clone())[Attribute::Age].to_data();
        let alone = network.clone().without_branch(Category::Nominal);
        alone.forward(images)[Attribute::Age].to_data().assert_eq(&expected, true);
        assert!(alone.num_params() < network.num_params());
        assert_eq!(alone.parameters_of(Attribute::Age), network.parameters_of(Attribute::Age));
    }

    #[test]
    fn cutting_at_any_layer_changes_nothing() {
        let device = Device::flex();
        let network = DmtlConfig::new().init(&device);
        let images = images(&device);
        let whole = network.forward(images.clone())[Attribute::Age].to_data();
        for layer in Layer::ALL {
            let map = network.forward_to(images.clone(), layer);
            assert_eq!(map.dims()[2..], [layer.side() as usize; 2]);
            let cut = network.forward_from(map, layer)[Attribute::Age].to_data();
            whole.assert_approx_eq::<f32>(&cut, Tolerance::absolute(1e-4));
        }
    }

    #[test]
    fn folding_changes_no_output() {
        let device = Device::flex();
        let network = DmtlConfig::new().with_normalised(true).init(&device);
        let network = network.map_units(&mut |mut unit| {
            if let Some(norm) = &mut unit.norm {
                let channels = norm.gamma.dims();
                norm.running_mean =
                    RunningState::new(Tensor::random(channels, Distribution::Normal(0.0, 0.1), &device));
                norm.running_var =
                    RunningState::new(Tensor::random(channels, Distribution::Uniform(0.5, 2.0), &device));
            }
            unit
        });
        let images = images(&device);
        let before = network.forward(images.clone())[Attribute::Race].to_data();
        let after = network.fold().forward(images)[Attribute::Race].to_data();
        before.assert_approx_eq::<f32>(&after, Tolerance::rel_abs(1e-3, 1e-4));
    }
}
