//! `visage pack-faces`: stores the trunk's features and the labels of validation faces, without their
//! pictures. From these the page learns age, gender and race.

use crate::models;
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use visage::attributes::{Attribute, PerAttribute};
use visage::checksum::sha256;
use visage::learning::{PACKED_FACES, PackedFace, age_level, pack};
use visage::network::{CpuDmtl, Layer, image_planes};
use visage::training::augmentation::plain_pixels;
use visage::training::crops::Crops;
use visage::training::dataset::Dataset;

/// What is packed.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// Folder of the aligned crops, which are made once.
    #[arg(long, default_value = "cache/crops")]
    crops: PathBuf,
    /// The weights whose features are taken.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    weights: PathBuf,
    /// Where to write the pack.
    #[arg(long, default_value = "assets/faces.pack")]
    out: PathBuf,
}

/// Packs what the network's trunk says of faces that it was not trained on, with their labels and without their pictures.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let bytes = models::weights(Some(&arguments.weights))?;
    let owner = sha256(&bytes);
    let network = CpuDmtl::from_burnpack(bytes)?;
    let crops = Crops::load_or_make(&arguments.crops, &arguments.data, &models::detector()?)?;
    let of = |dataset| crops.indices(|sample| sample.dataset == dataset && sample.is_validation && sample.is_found);
    let sets = Dataset::ALL.map(of);
    let each = PACKED_FACES / sets.len();
    ensure!(sets.iter().all(|set| set.len() >= each), "a data set has fewer than {each} such faces");
    let mut faces = Vec::with_capacity(PACKED_FACES);
    // One of each set after the other, so that every part of the pack is of both.
    for place in 0..each {
        for set in &sets {
            let index = set[place * set.len() / each]; // below the set's length
            let map = network.forward_to(&image_planes(&plain_pixels(crops.pixels(index))), Layer::Stage5);
            let labels = crops.samples[index].labels; // `indices` gives those of samples
            faces.push(PackedFace {
                features: network.features_from(map, Layer::Stage5).shared,
                labels: PerAttribute::from_fn(|attribute| match attribute {
                    Attribute::Age => age_level(labels.age.range().0),
                    Attribute::Gender => labels.gender as u8,
                    Attribute::Race => labels.race as u8,
                }),
            });
        }
    }
    let bytes = pack(&faces, &owner);
    std::fs::write(&arguments.out, &bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    println!("{} faces, {} bytes, written to {}", faces.len(), bytes.len(), arguments.out.display());
    Ok(())
}
