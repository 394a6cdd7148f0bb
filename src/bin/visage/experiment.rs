//! `visage experiment`: trains networks that differ from a baseline in one setting, and writes a
//! JSON table of outcomes for each experiment.

use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::evaluation::Experiment;
use visage::training::TrainingConfig;
use visage::training::crops::Crops;

/// What to compare.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The experiments.
    #[arg(required = true, value_enum)]
    experiments: Vec<Experiment>,
    /// Folder that holds `utkface` and `fairface`, unless the aligned crops exist.
    #[arg(long)]
    data: PathBuf,
    /// EfficientNet-Lite0's ImageNet weights, as for `train`.
    #[arg(long)]
    pretrained: PathBuf,
    /// The aligned crops.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    /// Folder for the trainings.
    #[arg(long, default_value = "cache/experiments")]
    trainings: PathBuf,
    /// Folder for one table of outcomes an experiment.
    #[arg(long, default_value = "assets/experiments")]
    out: PathBuf,
    /// The training that each experiment changes in one thing. A comparison needs fewer steps than the best weights do:
    /// name `--steps 500 --warm-up 50 --averaging 0.99 --frozen-stages 2` for the shipped tables.
    #[command(flatten)]
    config: TrainingConfig,
}

/// Trains the variants of each experiment, and writes what came of them.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { experiments, data, pretrained, crops, trainings, out, config } = arguments;
    let crops = Crops::load_or_make(&crops, &data, &crate::models::detector()?)?;
    std::fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    for experiment in experiments {
        let outcomes = experiment.run(&config, &pretrained, &crops, &trainings)?;
        let file = out.join(format!("{}.json", experiment.name()));
        std::fs::write(&file, serde_json::to_string_pretty(&outcomes)? + "\n")
            .with_context(|| format!("cannot write {}", file.display()))?;
        println!("{} written", file.display());
    }
    Ok(())
}
