//! `visage blend`: interpolates between the weights a training started from and those it ended with, and
//! notes the share of the former for the model card.

use crate::model_card::{SCRIPT_TRAINING, script_training};
use crate::models;
use anyhow::{Context, Result, ensure};
use burn::tensor::Device;
use std::path::{Path, PathBuf};
use visage::network::{Dmtl, Storage, from_burnpack, to_burnpack};
use visage::training::{interpolated, note_earlier, saved_configs};

/// What to mix.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of the training.
    #[arg(long)]
    training: PathBuf,
    /// The weights that it started from.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    start: PathBuf,
    /// Share of these in the mixture, from 0 to 1.
    #[arg(long)]
    start_share: f32,
    /// Folder for the mixture, `dmtl.bpk`.
    #[arg(long)]
    out: PathBuf,
}

/// Mixes the weights that a training started from back into those that it made.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { training, start, start_share, out } = arguments;
    ensure!((0.0..=1.0).contains(&start_share), "--start-share takes 0 to 1");
    let mut configs = saved_configs(&training)?;
    let mut script = script_training(&training)?;
    let is_mixture = || format!("{} is a mixture itself", training.display());
    if let Some(script) = &mut script {
        ensure!(script.start_share == 0.0, is_mixture());
        script.start_share = f64::from(start_share);
    } else if let Some(last) = configs.last_mut() {
        ensure!(last.start_share == 0.0, is_mixture());
        last.start_share = start_share;
    }
    let read = |file: &Path| -> Result<Dmtl> { Ok(from_burnpack(models::weights(Some(file))?, &Device::flex())?) };
    let network = interpolated(read(&training.join("dmtl.bpk"))?, &read(&start)?, start_share);
    note_earlier(&out, &configs)?;
    if let Some(script) = script {
        std::fs::write(out.join(SCRIPT_TRAINING), serde_json::to_vec_pretty(&script)?)?;
    }
    let weights = out.join("dmtl.bpk");
    std::fs::write(&weights, to_burnpack(network, Storage::HalfPrecision)?)
        .with_context(|| format!("cannot write {}", weights.display()))?;
    println!("weights written to {}", weights.display());
    Ok(())
}
