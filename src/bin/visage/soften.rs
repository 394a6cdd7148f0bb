//! `visage soften`: fits small networks that read age, gender and race off the teacher's embeddings, and stores
//! their probabilities as soft labels of every crop.

use anyhow::Result;
use std::path::PathBuf;
use visage::training::crops::Crops;
use visage::training::soft_labels::SoftLabels;
use visage::training::teacher::Embeddings;

/// What to make soft labels of.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`, unless the aligned crops exist.
    #[arg(long)]
    data: PathBuf,
    /// The aligned crops.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    /// What `embed` made of them.
    #[arg(long, default_value = "cache/crops/embeddings.f32")]
    embeddings: PathBuf,
    /// The file to write.
    #[arg(long, default_value = "cache/crops/soft-labels.f32")]
    out: PathBuf,
    /// Seed of the split and the fits.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Writes the soft labels of all crops.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let crops = Crops::load_or_make(&arguments.crops, &arguments.data, &crate::models::detector()?)?;
    let embeddings = Embeddings::load(&arguments.embeddings, &crops)?;
    let soft = SoftLabels::make(&crops, &embeddings, arguments.seed)?;
    soft.save(&arguments.out)?;
    let error = |is_validation| soft.age_error(&crops, |sample| sample.is_validation == is_validation);
    println!("mean age error where the year is labelled: training {:.2}, validation {:.2}", error(false), error(true));
    println!("soft labels written to {}", arguments.out.display());
    Ok(())
}
