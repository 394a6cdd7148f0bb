//! Predictions for labelled images through detector, alignment and network. Images are
//! taken 64 at a time and aligned in parallel.

use crate::analysis::alignment::{CROP_PIXELS, aligned_crop};
use crate::analysis::{Analyzer, Views, doubts, doubts_of_crop};
use crate::detection::FaceDetector;
use crate::estimates::{Doubt, Estimates};
use crate::network::Dmtl;
use crate::training::augmentation::plain_pixels;
use crate::training::crops::{Crops, open_and_align};
use crate::training::dataset::{Dataset, LabelledImage, Labels};
use anyhow::{Result, ensure};
use burn::tensor::Device;
use image::RgbImage;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::path::Path;

/// Images that are aligned and read at once.
const CHUNK: usize = 64;

/// What the network said about a labelled face.
#[derive(Clone, Debug)]
pub struct Prediction<L = Labels> {
    /// What the face's labels say.
    pub labels: L,
    /// What the network says.
    pub estimates: Estimates,
    /// Reasons not to believe the estimates.
    pub doubts: Vec<Doubt>,
    /// Whether the detector found the face; if not, the middle of the image was read.
    pub is_found: bool,
}

/// Which images of a folder are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Subset {
    /// All of them.
    All,
    /// Those that training keeps out, by the list `assets/split.csv`.
    Validation,
}

impl Subset {
    fn contains(self, image: &LabelledImage) -> bool {
        self == Self::All || image.is_validation
    }
}

/// Reads the labelled images of `dataset` below `root` through the whole pipeline. Images without a face that the detector
/// finds are read on their middle.
///
/// # Errors
/// When the images cannot be read, there are none, or the network fails.
pub fn measure_images(
    dataset: Dataset,
    root: &Path,
    subset: Subset,
    detector: &FaceDetector,
    analyzer: &Analyzer,
) -> Result<Vec<Prediction>> {
    let mut pipeline = Pipeline::new(detector, analyzer, dataset.count(root)?, dataset.name())?;
    dataset.for_each(root, |image| {
        if subset.contains(&image) {
            return pipeline.add(image.labels, image.bytes);
        }
        pipeline.pass_over();
        Ok(())
    })?;
    let predictions = pipeline.finish()?;
    ensure!(!predictions.is_empty(), "{} holds no labelled images of {}", root.display(), dataset.name());
    Ok(predictions)
}

/// The aligned crops of the labelled images of `dataset` below `root` in which the detector finds a face: every `stride`th of the images of
/// the subset, `most` at most.
///
/// # Errors
/// When the images cannot be read, or there are none.
pub fn aligned_crops(
    dataset: Dataset,
    root: &Path,
    subset: Subset,
    (stride, most): (usize, usize),
    detector: &FaceDetector,
) -> Result<Vec<RgbImage>> {
    let (mut place, mut chosen) = (0, Vec::new());
    dataset.for_each(root, |image| {
        if subset.contains(&image) {
            if place % stride.max(1) == 0 && chosen.len() < most {
                chosen.push(image.bytes);
            }
            place += 1;
        }
        Ok(())
    })?;
    let aligned = chosen.par_iter().map(|bytes| Aligned::new(detector, bytes)).collect::<Result<Vec<_>>>()?;
    let crops: Vec<_> = aligned.into_iter().filter(|face| face.is_found).map(|face| face.crop).collect();
    ensure!(!crops.is_empty(), "{} holds no faces of {}", root.display(), dataset.name());
    Ok(crops)
}

/// Reads encoded images with labels of any kind, some at once.
pub(super) struct Pipeline<'a, L> {
    detector: &'a FaceDetector,
    analyzer: &'a Analyzer,
    waiting: Vec<(L, Vec<u8>)>,
    predictions: Vec<Prediction<L>>,
    progress: ProgressBar,
}

impl<'a, L: Send> Pipeline<'a, L> {
    /// Expects `count` images of the set called `name`.
    pub(super) fn new(detector: &'a FaceDetector, analyzer: &'a Analyzer, count: usize, name: &str) -> Result<Self> {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}<{eta}")?;
        let progress = ProgressBar::new(count as u64).with_style(style).with_message(name.to_owned());
        Ok(Self { detector, analyzer, waiting: Vec::with_capacity(CHUNK), predictions: Vec::new(), progress })
    }

    /// Reads an image, now or later.
    pub(super) fn add(&mut self, labels: L, bytes: Vec<u8>) -> Result<()> {
        self.waiting.push((labels, bytes));
        if self.waiting.len() == CHUNK { self.read() } else { Ok(()) }
    }

    /// Counts an image that is not read.
    pub(super) fn pass_over(&mut self) {
        self.progress.inc(1);
    }

    /// Reads what waits and gives all predictions in their order.
    pub(super) fn finish(mut self) -> Result<Vec<Prediction<L>>> {
        self.read()?;
        self.progress.finish_and_clear();
        Ok(self.predictions)
    }

    fn read(&mut self) -> Result<()> {
        let detector = self.detector;
        let aligned: Vec<_> =
            self.waiting.par_drain(..).map(|(labels, bytes)| Ok((labels, Aligned::new(detector, &bytes)?))).collect();
        let aligned = aligned.into_iter().collect::<Result<Vec<_>>>()?;
        let crops: Vec<RgbImage> = aligned.iter().map(|(_, face)| face.crop.clone()).collect();
        let readings = pollster::block_on(self.analyzer.read_crops(&crops, None, Views::Both))?;
        for ((labels, Aligned { mut doubts, is_found, .. }), reading) in aligned.into_iter().zip(readings) {
            doubts.extend(reading.doubt);
            self.predictions.push(Prediction { labels, estimates: reading.estimates, doubts, is_found });
            self.progress.inc(1);
        }
        Ok(())
    }
}

/// The face of an image, aligned.
struct Aligned {
    crop: RgbImage,
    doubts: Vec<Doubt>,
    is_found: bool,
}

impl Aligned {
    fn new(detector: &FaceDetector, bytes: &[u8]) -> Result<Self> {
        let (image, transform, detection) = open_and_align(detector, bytes)?;
        let crop = aligned_crop(&image, &transform, CROP_PIXELS);
        let doubts = match &detection {
            Some(detection) => doubts(detection, &transform, &crop, image.dimensions()),
            None => doubts_of_crop(&crop),
        };
        Ok(Self { crop, doubts, is_found: detection.is_some() })
    }
}

/// Reads the crops `indices`, which the pipeline has aligned before, with `network` (batch normalisation folded).
///
/// # Errors
/// When the network fails.
pub fn measure_crops(network: &Dmtl, crops: &Crops, indices: &[usize], device: &Device) -> Result<Vec<Prediction>> {
    let chunks: Vec<Result<Vec<Prediction>>> = indices
        .par_chunks(CHUNK)
        .map(|chunk| {
            let images: Vec<RgbImage> = chunk.iter().map(|&index| plain_pixels(crops.pixels(index))).collect();
            let readings = pollster::block_on(crate::analysis::read_crops(network, &images, device))?;
            let known = chunk.iter().map(|&index| &crops.samples[index]);
            Ok(known
                .zip(readings)
                .zip(&images)
                .map(|((sample, estimates), image)| Prediction {
                    labels: sample.labels,
                    estimates,
                    doubts: doubts_of_crop(image),
                    is_found: sample.is_found,
                })
                .collect())
        })
        .collect();
    Ok(chunks.into_iter().collect::<Result<Vec<_>>>()?.concat())
}
