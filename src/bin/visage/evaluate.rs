use crate::models;
use anyhow::{Context, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use visage::evaluation::adience::evaluate_adience;
use visage::evaluation::plots::{Axes, Series, lines};
use visage::evaluation::{Report, Subset, measure_images};
use visage::training::dataset::Dataset;

/// What to measure on.
#[derive(clap::Args)]
pub struct Arguments {
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
pub fn run(arguments: Arguments) -> Result<()> {
    let Arguments { dataset, root, out, weights, subset } = arguments;
    std::fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let (analyzer, detector) = (models::analyzer(weights.as_deref())?, models::detector()?);
    let dataset = match dataset {
        LabelledSet::UtkFace => Dataset::UtkFace,
        LabelledSet::FairFace => Dataset::FairFace,
        LabelledSet::Adience => return write(&out, &evaluate_adience(&root, &detector, &analyzer)?),
    };
    let report = Report::new(&measure_images(dataset, &root, subset, &detector, &analyzer)?)?;
    if !report.age.cumulative_scores.is_empty() {
        let points = report.age.cumulative_scores.iter().enumerate().map(|(years, &share)| (years as f64, share));
        let axes = Axes {
            title: "Cumulative score: ages estimated to within so many years",
            x: ("error in years", 0.0..20.0),
            y: ("share of faces", 0.0..1.0),
        };
        let series = [Series { name: dataset.name().to_owned(), points: points.collect() }];
        lines(&out.join("cumulative-score.svg"), &axes, &series)?;
    }
    let reliability = |bins: &[visage::evaluation::ReliabilityBin], name: &str| Series {
        name: name.to_owned(),
        points: bins.iter().map(|bin| (bin.confidence, bin.accuracy)).collect(),
    };
    let axes = Axes {
        title: "Reliability: how often the likeliest class is the labelled one",
        x: ("its probability", 0.0..1.0),
        y: ("share of faces", 0.0..1.0),
    };
    let series = [
        reliability(&report.gender.calibration.bins, "gender"),
        reliability(&report.race.calibration.bins, "race"),
        Series { name: "perfect".to_owned(), points: vec![(0.0, 0.0), (1.0, 1.0)] },
    ];
    lines(&out.join("reliability.svg"), &axes, &series)?;
    write(&out, &report)
}

fn write(out: &Path, report: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(report)?;
    std::fs::write(out.join("report.json"), &text).context("cannot write report.json")?;
    println!("{text}");
    Ok(())
}
