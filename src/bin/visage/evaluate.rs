use crate::models;
use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::evaluation::{Subset, evaluate};
use visage::training::dataset::Dataset;

/// What to measure on.
#[derive(clap::Args)]
pub struct Arguments {
    /// Whose labels the images carry.
    #[arg(long)]
    dataset: Dataset,
    /// Folder with images, in folders or `.tar` files.
    #[arg(long)]
    root: PathBuf,
    /// Folder for `report.json`.
    #[arg(long)]
    out: PathBuf,
    /// Weights to measure instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Which of the images to measure on.
    #[arg(long, value_enum, default_value = "all")]
    subset: Subset,
}

/// Measures, prints the report and writes it to `report.json`.
pub fn run(arguments: Arguments) -> Result<()> {
    let Arguments { dataset, root, out, weights, subset } = arguments;
    let analyzer = models::analyzer(weights.as_deref())?;
    let report = evaluate(dataset, &root, subset, &models::detector()?, &analyzer)?;
    let text = serde_json::to_string_pretty(&report)?;
    std::fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    std::fs::write(out.join("report.json"), &text).context("cannot write report.json")?;
    println!("{text}");
    Ok(())
}
