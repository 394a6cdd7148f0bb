use super::metrics::{Metrics, Report};
use crate::analysis::Analyzer;
use crate::analysis::alignment::{CROP_SIZE, aligned_crop};
use crate::detection::FaceDetector;
use crate::training::crops::{align, is_validation};
use crate::training::dataset::{Dataset, Labels};
use anyhow::{Context, Result};
use image::RgbImage;
use indicatif::ProgressBar;
use rayon::prelude::*;
use std::path::Path;

/// Images that are aligned and read at once.
const CHUNK: usize = 64;

/// Which images of a folder are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Subset {
    /// All of them.
    All,
    /// Those that training keeps out, by the hash of their bytes.
    Validation,
}

impl Subset {
    fn contains(self, bytes: &[u8]) -> bool {
        self == Self::All || is_validation(bytes)
    }
}

/// Measures the pipeline on the labelled images below `root`. Images without a face that the detector finds are scored on
/// their middle, and counted.
///
/// # Errors
/// When the images cannot be read, there are none, or the network fails.
pub fn evaluate(
    dataset: Dataset,
    root: &Path,
    subset: Subset,
    detector: &FaceDetector,
    analyzer: &Analyzer,
) -> Result<Report> {
    let mut metrics = Metrics::default();
    let mut waiting: Vec<(Labels, Vec<u8>)> = Vec::with_capacity(CHUNK);
    let progress = ProgressBar::new_spinner().with_message(format!("images of {} measured", dataset.name()));
    let mut measure = |waiting: &mut Vec<(Labels, Vec<u8>)>| -> Result<()> {
        let aligned: Vec<_> = waiting.par_drain(..).map(|(labels, bytes)| crop(detector, labels, &bytes)).collect();
        let aligned = aligned.into_iter().collect::<Result<Vec<_>>>()?;
        let (known, crops): (Vec<_>, Vec<_>) = aligned.into_iter().unzip();
        let readings = pollster::block_on(analyzer.read_crops(&crops, None))?;
        for (reading, (labels, is_found)) in readings.iter().zip(&known) {
            metrics.add(&reading.estimates, labels, *is_found);
            progress.inc(1);
        }
        Ok(())
    };
    dataset.for_each(root, |image| {
        if subset.contains(&image.bytes) {
            waiting.push((image.labels, image.bytes));
        }
        if waiting.len() == CHUNK { measure(&mut waiting) } else { Ok(()) }
    })?;
    measure(&mut waiting)?;
    progress.finish_and_clear();
    metrics.report().with_context(|| format!("{} holds no labelled images of {}", root.display(), dataset.name()))
}

fn crop(detector: &FaceDetector, labels: Labels, bytes: &[u8]) -> Result<((Labels, bool), RgbImage)> {
    let image = image::load_from_memory(bytes).context("an image of the data set is broken")?.into_rgba8();
    let (transform, is_found) = align(detector, &image)?;
    Ok(((labels, is_found), aligned_crop(&image, &transform, CROP_SIZE)))
}
