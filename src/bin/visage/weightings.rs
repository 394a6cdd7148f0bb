//! `visage weightings`: compares ways to weigh the losses of heads trained on the packed faces, over several
//! seeds, and writes the figures as JSON and Markdown.

use crate::models;
use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::checksum::sha256;
use visage::evaluation::{compare_head_weightings, head_comparison_text};
use visage::learning::unpack;

/// What is compared.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Faces to learn from, of `visage pack-faces`.
    #[arg(long, default_value = "assets/faces.pack")]
    faces: PathBuf,
    /// Seeds of each way.
    #[arg(long, default_value_t = 5)]
    seeds: usize,
    /// Folder for `heads.json` and `heads.md`.
    #[arg(long, default_value = "assets/experiments")]
    out: PathBuf,
}

/// Compares ways to weigh the losses on heads alone, and writes what came of them.
pub(crate) fn run(Arguments { faces, seeds, out }: Arguments) -> Result<()> {
    let bytes = std::fs::read(&faces).with_context(|| format!("cannot read {}", faces.display()))?;
    let examples = unpack(&bytes, &sha256(&models::weights(None)?));
    let examples = examples.context("the faces are of other weights than those that ship; run visage pack-faces")?;
    let comparison = compare_head_weightings(&examples, seeds)?;
    let text = head_comparison_text(&comparison);
    print!("{text}");
    std::fs::write(out.join("heads.json"), format!("{}\n", serde_json::to_string_pretty(&comparison)?))
        .with_context(|| format!("cannot write to {}", out.display()))?;
    let title = "# Weights of the losses, on heads alone\n\nWritten by `visage weightings`; do not edit.\n\n";
    std::fs::write(out.join("heads.md"), format!("{title}{text}"))?;
    Ok(())
}
