//! `visage explanations`: measures on labelled faces where heat maps lie, how far the estimate depends on their hottest
//! pixels, and how much they resemble the maps of a network with random weights.

use crate::card::Files;
use crate::models;
use anyhow::{Context, Result};
use burn::tensor::Device;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;
use visage::evaluation::{ExplanationsReport, LayerFigures, Subset, aligned_crops};
use visage::network::{CpuDmtl, Storage, to_burnpack, untrained};
use visage::training::dataset::Dataset;

/// Which maps are measured.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose labels the images carry.
    #[arg(long, value_enum)]
    dataset: Dataset,
    /// Folder with images, in folders or `.tar` files.
    #[arg(long)]
    root: PathBuf,
    /// Folder for `explanations.json`.
    #[arg(long)]
    out: PathBuf,
    /// Weights to measure instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Which of the images to measure on.
    #[arg(long, value_enum, default_value = "all")]
    subset: Subset,
    /// Only every n-th image.
    #[arg(long, default_value_t = 1)]
    stride: usize,
    /// Faces at most.
    #[arg(long, default_value_t = usize::MAX)]
    faces: usize,
    /// Faces whose pixels are hidden and shown, which takes seconds for each.
    #[arg(long, default_value_t = 200)]
    curves: usize,
    /// Write the figures into the model card as well.
    #[arg(long)]
    into_card: bool,
    #[command(flatten)]
    files: Files,
}

/// Seed of the network that knows nothing.
const SEED: u64 = 1;

/// Measures, prints a table and writes `explanations.json`.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { dataset, root, out, weights, subset, stride, faces, curves, into_card, files } = arguments;
    std::fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let bytes = models::weights(weights.as_deref())?;
    let card = into_card.then(|| files.read(&bytes)).transpose()?;
    let network = CpuDmtl::from_burnpack(bytes)?;
    let random = to_burnpack(untrained(&Device::flex(), SEED), Storage::Integers { bits: 8 })?;
    let random = CpuDmtl::from_burnpack(random)?;
    let crops = aligned_crops(dataset, &root, subset, (stride, faces), &models::detector()?)?;
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {elapsed}<{eta}")?;
    let progress = ProgressBar::new(crops.len() as u64).with_style(style);
    let report = ExplanationsReport::measure(&network, &random, &crops, curves, || progress.inc(1));
    progress.finish_and_clear();
    let report = report.context("there is no evidence in any of these faces")?;
    println!("{} faces of {}", report.n, dataset.name());
    for (attribute, layers) in [("age", &report.age), ("gender", &report.gender), ("race", &report.race)] {
        for (layer, figures) in layers {
            println!("{attribute:7} {layer}: {}", line(figures));
        }
    }
    let text = serde_json::to_string_pretty(&report)?;
    if let Some(mut card) = card {
        card.explanations.insert(dataset.name().to_owned(), report);
        files.write(&card)?;
    }
    std::fs::write(out.join("explanations.json"), text).context("cannot write explanations.json")
}

/// The figures of one layer in a line.
fn line(figures: &LayerFigures) -> String {
    let hidden = &figures.hidden_fifth;
    format!(
        "in the oval {}, at the border {}; a fifth hidden costs {:.3} (hottest), {:.3} (by chance), {:.3} (middle); rank correlation with random weights {:.2}",
        figures.heat_in_oval.share_text(),
        figures.heat_at_border.share_text(),
        hidden.hottest.value,
        hidden.random.value,
        hidden.centre_first.value,
        figures.randomised.value,
    )
}
