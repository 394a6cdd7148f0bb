//! `visage doubt-report`: counts how many ordinary validation faces, and how many outliers made from them, raise a
//! doubt, and writes the figures into the model card.

use crate::card::Files;
use crate::models;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::PathBuf;
use visage::evaluation::UnusualReport;
use visage::evaluation::unusual::{Selection, specimens};
use visage::network::CpuDmtl;
use visage::training::dataset::Dataset;
use visage::training::split::VALIDATION_SHARE;

/// What is counted, and where it is written.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// Validation faces of each data set.
    #[arg(long, default_value_t = 600)]
    faces: usize,
    /// The card, which gets the figures.
    #[command(flatten)]
    files: Files,
}

/// Counts the validation faces that are doubted, as they are and made into outliers.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let bytes = models::weights(None)?;
    let mut card = arguments.files.read(&bytes)?;
    let probe = models::probe(&bytes).context("the probe is of other weights; run visage fit-doubt")?;
    let (detector, network) = (models::detector()?, CpuDmtl::from_burnpack(bytes)?);
    let mut faces = BTreeMap::new();
    for dataset in Dataset::ALL {
        let root = arguments.data.join(dataset.name());
        // Spread over the whole set, which has an order.
        let validation = dataset.count(&root)? / VALIDATION_SHARE as usize;
        let stride = (validation / arguments.faces.max(1)).max(1);
        let selection = Selection { is_validation: true, stride, most: arguments.faces };
        let found = specimens(dataset, &root, selection, &detector, &network)?;
        faces.insert(dataset.name().to_owned(), found);
    }
    card.unusual = Some(UnusualReport::new(&faces, &probe, "visage doubt-report --data DATA"));
    let document = arguments.files.write(&card)?;
    let part = document.split("### Ordinary and unusual faces").nth(1).unwrap_or_default();
    println!("{}", part.split("\n## ").next().unwrap_or_default());
    Ok(())
}
