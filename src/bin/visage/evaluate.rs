//! `visage evaluate`: measures the whole pipeline on UTKFace or FairFace, or by Adience's five-fold protocol, and
//! writes `report.json`. Reports on the first two come with plots.

use crate::card::Files;
use crate::models;
use anyhow::{Context, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use visage::checksum::sha256;
use visage::evaluation::adience::evaluate_adience;
use visage::evaluation::plots::{cumulative_score, reliability};
use visage::evaluation::{Report, SecondOpinionFigures, Subset, measure_images};
use visage::training::dataset::Dataset;

/// What to measure on.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose labels the images carry.
    #[arg(long)]
    dataset: LabelledSet,
    /// Folder with images, in folders or `.tar` files; for Adience the folder with `fold_0_data.txt` and `faces`.
    #[arg(long)]
    root: PathBuf,
    /// Folder for `report.json` and the plots.
    #[arg(long)]
    out: PathBuf,
    /// Weights to measure instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Weights of the second network, to measure the mean of both.
    #[arg(long)]
    second_opinion: Option<PathBuf>,
    /// Write the second network's figures into the model card as well.
    #[arg(long, requires = "second_opinion")]
    into_card: bool,
    #[command(flatten)]
    files: Files,
    /// Which of the images to measure on; Adience is always measured as a whole.
    #[arg(long, value_enum, default_value = "all")]
    subset: Subset,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum LabelledSet {
    #[value(name = "utkface")]
    UtkFace,
    #[value(name = "fairface")]
    FairFace,
    Adience,
}

/// Measures, prints the report and writes it to `report.json`.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { dataset, root, out, weights, second_opinion, into_card, files, subset } = arguments;
    std::fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let card = into_card.then(|| files.read(&models::weights(weights.as_deref())?)).transpose()?;
    let second_file = second_opinion.as_deref();
    let mut analyzer = models::analyzer(weights.as_deref())?;
    analyzer.set_second_opinion(models::second_opinion(second_file)?);
    let detector = models::detector()?;
    let dataset = match dataset {
        LabelledSet::UtkFace => Dataset::UtkFace,
        LabelledSet::FairFace => Dataset::FairFace,
        LabelledSet::Adience => return write(&out, &evaluate_adience(&root, &detector, &analyzer)?),
    };
    let report = Report::new(&measure_images(dataset, &root, subset, &detector, &analyzer)?)?;
    if let Some(mut card) = card {
        let bytes = models::weights(second_file)?;
        let second = card.second_opinion.get_or_insert_default();
        let weights_sha256 = sha256(&bytes);
        if second.weights_sha256 != weights_sha256 {
            *second = SecondOpinionFigures { weights_sha256, bytes: bytes.len(), ..SecondOpinionFigures::default() };
        }
        second.figures.insert(dataset.name().to_owned(), report.figures.clone());
        let interval = report.age.interval.clone().map(|interval| (dataset.name().to_owned(), interval));
        second.age_intervals.extend(interval);
        files.write(&card)?;
    }
    if !report.age.cumulative_scores.is_empty() {
        let title = format!("Cumulative score ({})", dataset.name());
        cumulative_score(&out.join("cumulative-score.svg"), &title, "measured", &report.age.cumulative_scores)?;
    }
    let diagrams =
        [("gender", report.gender.calibration.bins.as_slice()), ("race", report.race.calibration.bins.as_slice())];
    reliability(&out.join("reliability.svg"), &format!("Reliability ({})", dataset.name()), &diagrams)?;
    write(&out, &report)
}

fn write(out: &Path, report: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(report)?;
    std::fs::write(out.join("report.json"), &text).context("cannot write report.json")?;
    println!("{text}");
    Ok(())
}
