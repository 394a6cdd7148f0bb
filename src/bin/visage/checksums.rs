//! `visage checksums`: writes SHA-256 and size of every model file to `checksums.json`, by
//! which the engine detects damaged downloads.

use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::training::checksums::checksums;

/// Of what to write the checksums.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder that holds the models.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
}

/// Writes `checksums.json`. Run this after every change of a model or of the known answer.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let file = arguments.assets.join("checksums.json");
    std::fs::write(&file, checksums(&arguments.assets)?).with_context(|| format!("cannot write {}", file.display()))?;
    println!("checksums written to {}", file.display());
    Ok(())
}
