//! `visage shrink`: rounds the convolution kernels to fewer levels, which compress better. The rounding is chosen on
//! training faces so that the output of each layer changes least.

use crate::models;
use anyhow::{Context, Result};
use burn::tensor::Device;
use image::RgbImage;
use std::path::{Path, PathBuf};
use visage::analysis::alignment::{CROP_PIXELS, aligned_crop};
use visage::network::{from_burnpack, image_tensor};
use visage::training::crops::open_and_align;
use visage::training::dataset::Dataset;
use visage::training::rounding::{Levels, rounded_burnpack};

/// What to make smaller, and how.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`; only training faces are looked at.
    #[arg(long)]
    data: PathBuf,
    /// The weights; the shipped ones where none are given.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Faces of each set that the rounding is chosen on.
    #[arg(long, default_value_t = 384)]
    faces: usize,
    /// Levels on either side of zero of the 1 x 1 kernels.
    #[arg(long, default_value_t = 43)]
    levels: u32,
    /// The same of all other kernels.
    #[arg(long, default_value_t = 90)]
    other_levels: u32,
    /// Where to write the smaller weights.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    out: PathBuf,
}

/// Rounds the kernels to fewer levels, which compress better, so that what comes out of every layer changes least.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { data, weights, faces, levels, other_levels, out } = arguments;
    let device = Device::flex();
    let network = from_burnpack(models::weights(weights.as_deref())?, &device)?;
    let mut crops = Vec::with_capacity(2 * faces);
    for dataset in Dataset::ALL {
        crops.extend(training_faces(dataset, &data.join(dataset.name()), faces)?);
    }
    let levels = Levels { pointwise: levels, others: other_levels };
    let bytes = rounded_burnpack(network, image_tensor(&crops, &device), levels)?;
    std::fs::write(&out, bytes).with_context(|| format!("cannot write {}", out.display()))?;
    println!("weights rounded on {} faces written to {}", crops.len(), out.display());
    Ok(())
}

/// Crops of `count` training faces, from all over the set.
fn training_faces(dataset: Dataset, root: &Path, count: usize) -> Result<Vec<RgbImage>> {
    let detector = models::detector()?;
    let every = (dataset.count(root)? / (2 * count.max(1))).max(1);
    let (mut place, mut crops) = (0, Vec::with_capacity(count));
    dataset.for_each(root, |labelled| {
        place += 1;
        if crops.len() < count && place % every == 0 && !labelled.is_validation {
            let (picture, transform, face) = open_and_align(&detector, &labelled.bytes)?;
            if face.is_some() {
                crops.push(aligned_crop(&picture, &transform, CROP_PIXELS));
            }
        }
        Ok(())
    })?;
    Ok(crops)
}
