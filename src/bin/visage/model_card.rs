use crate::models;
use anyhow::{Context, Result};
use burn::module::Module;
use burn::tensor::Device;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use visage::evaluation::{Calibration, ModelCard, Report, Subset, measure_images, model_card_text};
use visage::network::{DmtlConfig, from_burnpack};
use visage::training::crops::training_counts;
use visage::training::dataset::Dataset;
use visage::training::{TrainingConfig, saved_configs};

/// What the card is written from.
#[derive(clap::Args)]
pub struct Arguments {
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
    /// Where to write the card.
    #[arg(long, default_value = "assets/model-card.json")]
    out: PathBuf,
    /// Where to write the card as a document.
    #[arg(long, default_value = "MODEL_CARD.md")]
    document: PathBuf,
}

/// Measures the weights on the validation images of both sets and writes the card.
pub fn run(arguments: Arguments) -> Result<()> {
    let origin = Origin::of(&arguments)?;
    let bytes = models::weights(Some(&arguments.weights))?;
    let network = from_burnpack(bytes.clone(), &Device::flex())?;
    let (analyzer, detector) = (models::analyzer(Some(&arguments.weights))?, models::detector()?);
    let mut figures = BTreeMap::new();
    for dataset in [Dataset::UtkFace, Dataset::FairFace] {
        let root = arguments.data.join(dataset.name());
        let report = Report::new(&measure_images(dataset, &root, Subset::Validation, &detector, &analyzer)?)?;
        figures.insert(dataset.name().to_owned(), report);
    }
    let card = ModelCard {
        weights_sha256: ModelCard::hash(&bytes),
        parameters: network.num_params(),
        multiply_adds: DmtlConfig::new().multiply_adds(),
        date: chrono::Utc::now().date_naive().to_string(),
        command: arguments.command(),
        data: [
            "UTKFace (Zhang, Song, Qi, CVPR 2017), available for non-commercial research purposes only; the weights inherit this.",
            "FairFace (Karkkainen, Joo, WACV 2021), CC BY 4.0; seven race classes mapped to five, age groups as intervals.",
            "EfficientNet-Lite0's ImageNet weights (Apache-2.0) as the starting point.",
            "HSE-FaceRes (`faceres-deep`, Apache-2.0; Savchenko, PeerJ Computer Science 2019), a network that its authors trained to recognise faces, as a teacher: its embeddings of the training images were imitated and, read by small networks fitted to other training images, gave soft labels; its own estimates were not used.",
        ]
        .map(str::to_owned)
        .to_vec(),
        split: "One image in ten is kept for validation, chosen by the SHA-256 of its bytes.".to_owned(),
        training_images: origin.images,
        training: origin.configs,
        calibration: origin.calibration,
        figures,
    };
    let text = serde_json::to_string_pretty(&card)? + "\n";
    std::fs::write(&arguments.out, &text).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    let document = model_card_text(&card);
    std::fs::write(&arguments.document, &document)
        .with_context(|| format!("cannot write {}", arguments.document.display()))?;
    print!("{document}");
    Ok(())
}

impl Arguments {
    /// The command that these are the arguments of, for whoever has the data elsewhere.
    fn command(&self) -> String {
        let training = self.training.as_ref().map(|folder| format!(" --training {}", folder.display()));
        format!("visage model-card --data DATA{}", training.unwrap_or_default())
    }
}

/// How weights came about.
struct Origin {
    /// Images that they were trained on, by data set.
    images: BTreeMap<String, usize>,
    configs: Vec<TrainingConfig>,
    calibration: Calibration,
}

impl Origin {
    fn of(arguments: &Arguments) -> Result<Self> {
        let Some(training) = &arguments.training else { return Self::of_card(&arguments.out) };
        Ok(Self {
            images: training_counts(&arguments.crops)?,
            configs: saved_configs(training)?,
            calibration: calibration(training)?,
        })
    }

    fn of_card(file: &Path) -> Result<Self> {
        let text = std::fs::read(file).with_context(|| format!("cannot read {}; name --training", file.display()))?;
        let card: ModelCard = serde_json::from_slice(&text).context("the card is damaged; name --training")?;
        Ok(Self { images: card.training_images, configs: card.training, calibration: card.calibration })
    }
}

fn calibration(training: &Path) -> Result<Calibration> {
    let file = training.join("calibration.json");
    let text = std::fs::read(&file).with_context(|| format!("cannot read {}; run visage calibrate", file.display()))?;
    Ok(serde_json::from_slice(&text)?)
}
