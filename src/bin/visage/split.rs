//! `visage split`: draws the validation images by hash and writes the list of their
//! names, which the next build compiles in.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use visage::training::dataset::{Dataset, LabelledImage};
use visage::training::split::is_drawn;

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

/// The list that is drawn from the images below `data`.
fn drawn_list(data: &Path) -> Result<String> {
    let mut list = "data_set,image\n".to_owned();
    for dataset in Dataset::ALL {
        dataset.for_each(&data.join(dataset.name()), |LabelledImage { name, bytes, .. }| {
            if is_drawn(&bytes) {
                list.extend([dataset.name(), ",", &name, "\n"]);
            }
            Ok(())
        })?;
    }
    Ok(list)
}
