//! `visage split`: draws the validation images by hash and writes the list of their
//! names, which the next build compiles in.

use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::training::split::drawn_list;

/// What to draw from.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// Where to write the list. The next build keeps out what `assets/split.csv` has.
    #[arg(long, default_value = "assets/split.csv")]
    out: PathBuf,
}

/// Draws the images that training keeps out, and writes their names.
pub(crate) fn run(Arguments { data, out }: Arguments) -> Result<()> {
    let list = drawn_list(&data)?;
    std::fs::write(&out, &list).with_context(|| format!("cannot write {}", out.display()))?;
    println!("the names of {} images written to {}", list.lines().count() - 1, out.display()); // the first line is the heading
    Ok(())
}
