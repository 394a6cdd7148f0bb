//! `visage fit-doubt`: fits the linear probe that tells covered, drawn and turned faces from ordinary ones by the
//! network's features. The probe bears the checksum of the weights it belongs to.

use crate::models;
use anyhow::{Context, Result};
use std::path::PathBuf;
use visage::checksum::sha256;
use visage::evaluation::unusual::{Selection, fit_probe, specimens};
use visage::network::CpuDmtl;
use visage::training::dataset::Dataset;

/// Share of ordinary faces that the probe may mark. Of what is to be marked nearly all lies far above.
const MARKED: f32 = 0.02;
/// Faces of each data set, spread over it.
const FACES: usize = 1000;
const STRIDE: usize = 7;

/// What the probe is fitted to.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// The weights whose features it is to know.
    #[arg(long, default_value = "assets/dmtl.bpk")]
    weights: PathBuf,
    /// Where to write it.
    #[arg(long, default_value = "assets/doubt.probe")]
    out: PathBuf,
}

/// Fits the probe to training faces as they are, and covered, drawn and turned over.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let bytes = models::weights(Some(&arguments.weights))?;
    let digits = sha256(&bytes);
    let owner = digits.as_bytes().first_chunk().context("a checksum has more digits")?;
    let (detector, network) = (models::detector()?, CpuDmtl::from_burnpack(bytes)?);
    let selection = Selection { is_validation: false, stride: STRIDE, most: FACES };
    let mut faces = Vec::new();
    for dataset in Dataset::ALL {
        faces.extend(specimens(dataset, &arguments.data.join(dataset.name()), selection, &detector, &network)?);
    }
    let probe = fit_probe(&faces, *owner, MARKED);
    let bytes = probe.to_bytes();
    std::fs::write(&arguments.out, &bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    let ordinary = faces.iter().filter(|face| face.outlier.is_none());
    let marked = ordinary.clone().filter(|face| probe.doubt(&face.features).is_some()).count();
    println!(
        "{} bytes written to {}; fitted to {} faces, of which it marks {marked}, and {} outliers",
        bytes.len(),
        arguments.out.display(),
        ordinary.count(),
        faces.iter().filter(|face| face.outlier.is_some()).count()
    );
    Ok(())
}
