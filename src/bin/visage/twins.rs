//! `visage twins`: finds the pictures that a data set has twice and writes the list of pairs, which the next build compiles in.

use anyhow::{Context, Result};
use rayon::prelude::*;
use std::path::PathBuf;
use visage::training::dataset::Dataset;
use visage::training::twins::{Look, twins};

/// Images that are looked at at once.
const CHUNK: usize = 256;

/// Where to look.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// Where to write the list. The next build leaves out of training what `assets/twins.csv` has.
    #[arg(long, default_value = "assets/twins.csv")]
    out: PathBuf,
}

/// Writes all pairs of twins.
pub(crate) fn run(Arguments { data, out }: Arguments) -> Result<()> {
    let mut list = "data_set,image,twin\n".to_owned();
    for dataset in Dataset::ALL {
        let (mut names, mut waiting, mut looks) = (Vec::new(), Vec::new(), Vec::new());
        let look_at = |waiting: &mut Vec<Vec<u8>>, looks: &mut Vec<Look>| -> Result<()> {
            let found: Result<Vec<_>> = waiting.par_iter().map(|bytes| Look::new(bytes)).collect();
            looks.extend(found?);
            waiting.clear();
            Ok(())
        };
        dataset.for_each(&data.join(dataset.name()), |image| {
            names.push(image.name);
            waiting.push(image.bytes);
            if waiting.len() < CHUNK { Ok(()) } else { look_at(&mut waiting, &mut looks) }
        })?;
        look_at(&mut waiting, &mut looks)?;
        let pairs = twins(&looks);
        println!("{}: {} pairs of twins among {} images", dataset.title(), pairs.len(), names.len());
        for (one, other) in pairs {
            list.extend([dataset.name(), ",", &names[one], ",", &names[other], "\n"]);
        }
    }
    std::fs::write(&out, list).with_context(|| format!("cannot write {}", out.display()))?;
    println!("written to {}", out.display());
    Ok(())
}
