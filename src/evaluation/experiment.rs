//! Comparisons in the paper's spirit: trainings that differ in one thing only.

use super::figure::{Figure, Measured};
use super::groups::Gap;
use super::measurement::measure_crops;
use super::report::Report;
use crate::attributes::{Attribute, Category, PerAttribute};
use crate::network::{DmtlConfig, StageConfig};
use crate::training::crops::Crops;
use crate::training::dataset::Dataset;
use crate::training::losses::AgeLoss;
use crate::training::pretrained::from_efficientnet_lite0;
use crate::training::{Teaching, Training, TrainingConfig};
use anyhow::{Context, Result};
use burn::module::Module;
use burn::tensor::Device;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Experiment {
    /// Learned uncertainty against equal weights, weights set by hand, and a network for each task.
    Weightings,
    /// Label distribution against cross-entropy of the year.
    AgeLosses,
    /// Networks of several sizes.
    Sizes,
    /// Combinations of race, gender and age group drawn alike against faces drawn alike.
    Balance,
    /// Both data sets against UTKFace alone.
    Data,
}

/// One training of an experiment.
struct Variant {
    /// Also the name of its folder. Variants of several experiments that are the same share it.
    name: &'static str,
    config: TrainingConfig,
    network: DmtlConfig,
    /// The only task of the network, if it has one only.
    task: Option<Attribute>,
}

/// What came of a training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The variant.
    pub name: String,
    /// How it was trained.
    pub config: TrainingConfig,
    /// Parameters for inference.
    pub parameters: usize,
    /// Multiply-adds for one face.
    pub multiply_adds: usize,
    /// Duration of the training in seconds, on the machine of the experiment.
    pub seconds: f64,
    /// Figures on the validation images, by data set.
    pub figures: BTreeMap<String, BTreeMap<Figure, Measured>>,
    /// The largest gaps between groups, by data set.
    pub gaps: BTreeMap<String, Vec<Gap>>,
}

/// Hand-set weights of the losses of age, gender and race: about what makes the three equal at the end of a training.
pub(super) const WEIGHTS_BY_HAND: PerAttribute<f32> = PerAttribute([0.4, 2.0, 1.0]);

impl Experiment {
    /// The name used for files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weightings => "weightings",
            Self::AgeLosses => "age-losses",
            Self::Sizes => "sizes",
            Self::Balance => "balance",
            Self::Data => "data",
        }
    }

    /// The trainings to compare; the first one is `base` as it is.
    fn variants(self, base: &TrainingConfig) -> Vec<Variant> {
        let variant = |name, config| Variant { name, config, network: DmtlConfig::new(), task: None };
        let weighted = |name, weights: PerAttribute<f32>| {
            variant(name, TrainingConfig { task_weights: Some(weights.0.to_vec()), ..base.clone() })
        };
        let alone = |name, task: Attribute| {
            let weights = PerAttribute::from_fn(|attribute| if attribute == task { 1.0 } else { 0.0 });
            Variant { task: Some(task), ..weighted(name, weights) }
        };
        let sized = |name, blocks: [usize; 6]| Variant { network: with_blocks(blocks), ..variant(name, base.clone()) };
        let others = match self {
            Self::Weightings => vec![
                weighted("equal weights", PerAttribute::from_fn(|_| 1.0)),
                weighted("weights by hand", WEIGHTS_BY_HAND),
                alone("age alone", Attribute::Age),
                alone("gender alone", Attribute::Gender),
                alone("race alone", Attribute::Race),
            ],
            Self::AgeLosses => {
                vec![variant("cross-entropy", TrainingConfig { age_loss: AgeLoss::CrossEntropy, ..base.clone() })]
            }
            Self::Sizes => vec![
                sized("tiny", [1, 1, 1, 1, 1, 1]),
                sized("small", [1, 2, 1, 2, 2, 2]),
                sized("large", [1, 2, 2, 3, 3, 4]),
            ],
            Self::Balance => vec![variant("balanced", TrainingConfig { balance: 1.0, ..base.clone() })],
            Self::Data => vec![variant("utkface alone", TrainingConfig { utkface_share: 1.0, ..base.clone() })],
        };
        std::iter::once(variant("baseline", base.clone())).chain(others).collect()
    }

    /// Trains and measures every variant; those whose outcome lies in `folder` already are not trained again.
    ///
    /// # Errors
    /// When a training fails, or `folder` holds the outcome of other settings.
    pub fn run(self, base: &TrainingConfig, pretrained: &Path, crops: &Crops, folder: &Path) -> Result<Vec<Outcome>> {
        let variants = self.variants(base).into_iter();
        variants.map(|variant| variant.outcome(pretrained, crops, &folder.join(variant.name))).collect()
    }
}

/// EfficientNet-Lite0 with these numbers of blocks in its stages and its branch.
fn with_blocks(blocks: [usize; 6]) -> DmtlConfig {
    let mut config = DmtlConfig::new();
    let stages = config.trunk.iter_mut().chain(std::iter::once(&mut config.branch));
    stages.zip(blocks).for_each(|(stage, blocks): (&mut StageConfig, usize)| stage.blocks = blocks);
    config
}

impl Variant {
    fn outcome(&self, pretrained: &Path, crops: &Crops, folder: &Path) -> Result<Outcome> {
        let file = folder.join("outcome.json");
        if file.exists() {
            let outcome: Outcome = serde_json::from_slice(&std::fs::read(&file)?)?;
            anyhow::ensure!(
                outcome.config == self.config,
                "{} was trained with other settings; delete it or name another folder",
                folder.display()
            );
            return Ok(outcome);
        }
        println!("training: {}", self.name);
        let start = Instant::now();
        let device = Device::flex().autodiff();
        device.seed(self.config.seed);
        let mut network = from_efficientnet_lite0(pretrained, self.network.clone(), &device)?;
        let mut branches = 2;
        if let Some(task) = self.task {
            branches = 1;
            network = network.without_branch(match task.category() {
                Category::Ordinal => Category::Nominal,
                Category::Nominal => Category::Ordinal,
            });
        }
        let network =
            Training::new(self.config.clone(), network, crops, Teaching::default(), folder, device)?.run(folder)?;
        let seconds = start.elapsed().as_secs_f64();
        let parameters = match self.task {
            Some(task) => network.parameters_of(task),
            None => network.num_params(),
        };
        let (mut figures, mut gaps) = (BTreeMap::new(), BTreeMap::new());
        for dataset in Dataset::ALL {
            let validation = crops.indices(|sample| sample.dataset == dataset && sample.is_validation);
            let report = Report::new(&measure_crops(&network, crops, &validation, &Device::flex())?)?;
            let is_trained = |figure: &Figure| self.task.is_none_or(|task| figure.attribute() == task);
            let trained = report.figures.into_iter().filter(|(figure, _)| is_trained(figure)).collect();
            figures.insert(dataset.name().to_owned(), trained);
            gaps.insert(dataset.name().to_owned(), report.gaps);
        }
        let multiply_adds = self.network.multiply_adds_with(branches);
        let outcome = Outcome {
            name: self.name.to_owned(),
            config: self.config.clone(),
            parameters,
            multiply_adds,
            seconds,
            figures,
            gaps,
        };
        let text = serde_json::to_string_pretty(&outcome)?;
        std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sizes_differ_and_the_baseline_is_the_shipped_one() {
        let variants = Experiment::Sizes.variants(&TrainingConfig::default());
        let costs: Vec<usize> = variants.iter().map(|variant| variant.network.multiply_adds()).collect();
        assert_eq!(costs[0], DmtlConfig::new().multiply_adds());
        assert!(costs[1] < costs[2] && costs[2] < costs[0] && costs[0] < costs[3], "{costs:?}");
    }

    #[test]
    fn a_network_for_one_task_has_weight_on_it_alone() {
        let variants = Experiment::Weightings.variants(&TrainingConfig::default());
        let gender = variants.iter().find(|variant| variant.task == Some(Attribute::Gender)).unwrap();
        assert_eq!(gender.config.task_weights.as_deref(), Some([0.0, 1.0, 0.0].as_slice()));
    }
}
