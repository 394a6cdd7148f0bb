//! `visage calibrate`: fits one temperature per head on the validation faces, divides the heads' weights by it, and
//! stores the network with quantised kernels or as 16-bit floats.

use crate::models;
use anyhow::{Context, Result, bail};
use burn::tensor::Device;
use std::path::PathBuf;
use visage::evaluation::{Subset, calibrate, measure_images};
use visage::network::{Storage, from_burnpack, to_burnpack};
use visage::training::dataset::Dataset;

/// What to calibrate.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`; the validation images of both are read.
    #[arg(long)]
    data: PathBuf,
    /// The folder that the weights were trained in; `calibration.json` is written there.
    #[arg(long, default_value = "cache/training")]
    training: PathBuf,
    /// Where to write the calibrated weights.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    out: PathBuf,
    /// Bits of the integers that the convolutions are kept as, 2 to 8; 16 keeps floats of 16 bits, to compare with.
    #[arg(long, default_value_t = 8)]
    bits: u32,
}

/// Chooses the temperatures of a trained network's heads on validation faces, and writes weights whose logits are divided
/// by them.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { data, training, out, bits } = arguments;
    let storage = match bits {
        2..=8 => Storage::Integers { bits },
        16 => Storage::HalfPrecision,
        _ => bail!("--bits takes 2 to 8, or 16"),
    };
    let weights = training.join("dmtl.bpk");
    let (analyzer, detector) = (models::analyzer(Some(&weights))?, models::detector()?);
    let mut predictions = Vec::new();
    for dataset in Dataset::ALL {
        let root = data.join(dataset.name());
        predictions.extend(measure_images(dataset, &root, Subset::Validation, &detector, &analyzer)?);
    }
    let calibration = calibrate(&predictions)?;
    let text = serde_json::to_string_pretty(&calibration)?;
    std::fs::write(training.join("calibration.json"), &text).context("cannot write calibration.json")?;
    let network = from_burnpack(models::weights(Some(&weights))?, &Device::flex())?;
    std::fs::write(&out, to_burnpack(network.divided(calibration.temperatures), storage)?)
        .with_context(|| format!("cannot write {}", out.display()))?;
    println!("temperatures of age, gender and race: {:.3?}", calibration.temperatures.0);
    println!("calibrated weights written to {}", out.display());
    Ok(())
}
