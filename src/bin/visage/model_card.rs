//! `visage model-card`: measures the weights on the validation images of UTKFace and FairFace and writes their model
//! card, with data, training and calibration as noted beside the weights.

use crate::card::Files;
use crate::models;
use anyhow::{Context, Result};
use burn::module::Module;
use burn::tensor::Device;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use visage::evaluation::{Calibration, ModelCard, Report, ScriptTraining, Subset, TwinsFigures, measure_images};
use visage::network::{DmtlConfig, from_burnpack};
use visage::training::crops::training_counts;
use visage::training::dataset::Dataset;
use visage::training::{TrainingConfig, saved_configs};

/// What the card is written from.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// The weights.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    weights: PathBuf,
    /// The folder that they were trained in. Without it only the measurement is new, as after a change of the detector: how
    /// the weights came about is taken from the card that is there.
    #[arg(long)]
    training: Option<PathBuf>,
    /// The aligned crops that they were trained on.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    #[command(flatten)]
    files: Files,
}

/// Measures the weights on the validation images of both sets and writes the card.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let origin = Origin::of(&arguments)?;
    let bytes = models::weights(Some(&arguments.weights))?;
    let network = from_burnpack(bytes.clone(), &Device::flex())?;
    let (analyzer, detector) = (models::analyzer(Some(&arguments.weights))?, models::detector()?);
    let (mut figures, mut twins) = (BTreeMap::new(), BTreeMap::new());
    for dataset in Dataset::ALL {
        let root = arguments.data.join(dataset.name());
        let predictions = measure_images(dataset, &root, Subset::Validation, &detector, &analyzer)?;
        figures.insert(dataset.name().to_owned(), Report::new(&predictions)?);
        twins.extend(TwinsFigures::new(dataset, &root, &predictions)?.map(|found| (dataset.name().to_owned(), found)));
    }
    // What other commands have measured holds for the same weights.
    let kept = arguments.files.read(&bytes).ok();
    let card = ModelCard {
        weights_sha256: ModelCard::hash(&bytes),
        parameters: network.num_params(),
        multiply_adds: DmtlConfig::new().multiply_adds(),
        date: chrono::Utc::now().date_naive().to_string(),
        command: arguments.command(),
        data: data(origin.script.is_some() || origin.configs.iter().any(|config| config.large_teachers)),
        split: "One image in ten is kept for validation: `assets/split.csv` has their names, so that others can repeat it. `visage split` drew them by hashes.".to_owned(),
        training_images: origin.images,
        training: origin.configs,
        script_training: origin.script,
        calibration: origin.calibration,
        figures,
        twins,
        unusual: kept.as_ref().and_then(|card| card.unusual.clone()),
        second_opinion: kept.as_ref().and_then(|card| card.second_opinion.clone()),
        explanations: kept.map(|card| card.explanations).unwrap_or_default(),
    };
    print!("{}", arguments.files.write(&card)?);
    Ok(())
}

/// The data that all weights have come from.
const DATA: [&str; 4] = [
    "UTKFace (Zhang, Song, Qi, CVPR 2017), available for non-commercial research purposes only; the weights inherit this.",
    "FairFace (Karkkainen, Joo, WACV 2021), CC BY 4.0; seven race classes mapped to five, age groups as intervals.",
    "EfficientNet-Lite0's ImageNet weights (Apache-2.0) as the starting point.",
    "HSE-FaceRes (`faceres-deep`, Apache-2.0; Savchenko, PeerJ Computer Science 2019), a network that its authors trained to recognise faces, as a teacher: its embeddings of the training images were imitated and, read by small networks fitted to other training images, gave soft labels; its own estimates were not used.",
];

/// What the two large teachers, and a training by a program in `scripts/gpu`, add to it.
const TEACHERS_DATA: [&str; 6] = [
    "The faces of men in FairFace's images above number 40,000 that are under 10, over 59, or of its smaller groups; without a loss of gender, as there is only one.",
    "APPA-REAL (Agustsson, Timofte, Escalera, Baro, Guyon, Rothe, FG 2017), ChaLearn's terms, for research: real ages.",
    "Images of Groups (Gallagher, Chen, CVPR 2009), for non-commercial research: age groups and gender.",
    "All-Age-Faces (Cheng, Li, Wang, Yu, Wang, Tsinghua Science and Technology 24(3), 2019), no terms stated, treated as research only: ages as intervals, gender.",
    "EfficientNet-Lite2's ImageNet weights (Apache-2.0) as the starting point of a teacher.",
    "HSE-FaceRes once more, trained further on the labels here, as the other teacher. Persons and pictures that it was first trained on may be among those here.",
];

/// The data and its terms.
fn data(has_large_teachers: bool) -> Vec<String> {
    let more = if has_large_teachers { &TEACHERS_DATA[..] } else { &[] };
    DATA.iter().chain(more).map(|&line| line.to_owned()).collect()
}

impl Arguments {
    /// The command that these are the arguments of, for whoever has the data elsewhere.
    fn command(&self) -> String {
        let training = self.training.as_ref().map(|folder| format!(" --training {}", folder.display()));
        format!("visage model-card --data DATA{}", training.unwrap_or_default())
    }
}

/// What the programs in `scripts/gpu` write of their trainings.
pub(crate) const SCRIPT_TRAINING: &str = "training.json";

/// How weights came about.
struct Origin {
    /// Images that they were trained on, by data set.
    images: BTreeMap<String, usize>,
    configs: Vec<TrainingConfig>,
    script: Option<ScriptTraining>,
    calibration: Calibration,
}

impl Origin {
    fn of(arguments: &Arguments) -> Result<Self> {
        let Some(training) = &arguments.training else { return Self::of_card(&arguments.files.card) };
        let calibration = calibration(training)?;
        if let Some(script) = script_training(training)? {
            let configs = saved_configs(training)?;
            return Ok(Self { images: script.training_images.clone(), configs, script: Some(script), calibration });
        }
        Ok(Self {
            images: training_counts(&arguments.crops)?,
            configs: saved_configs(training)?,
            script: None,
            calibration,
        })
    }

    fn of_card(file: &Path) -> Result<Self> {
        let text = std::fs::read(file).with_context(|| format!("cannot read {}; name --training", file.display()))?;
        let card: ModelCard = serde_json::from_slice(&text).context("the card is damaged; name --training")?;
        let ModelCard { training_images: images, training: configs, script_training: script, calibration, .. } = card;
        Ok(Self { images, configs, script, calibration })
    }
}

/// What a program in `scripts/gpu` tells of its training, if the weights in `folder` are its.
pub(crate) fn script_training(folder: &Path) -> Result<Option<ScriptTraining>> {
    let file = folder.join(SCRIPT_TRAINING);
    if !file.exists() {
        return Ok(None);
    }
    let text = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(Some(serde_json::from_slice(&text).with_context(|| format!("{} is damaged", file.display()))?))
}

fn calibration(training: &Path) -> Result<Calibration> {
    let file = training.join("calibration.json");
    let text = std::fs::read(&file).with_context(|| format!("cannot read {}; run visage calibrate", file.display()))?;
    Ok(serde_json::from_slice(&text)?)
}
