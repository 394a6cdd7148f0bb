//! Aligned crops of a whole data set, made once and kept in a file.

use super::dataset::{AgeLabel, Dataset, LabelledImage, Labels};
use crate::analysis::alignment::{CROP_PIXELS, aligned_crop, centred_crop, crop_to_frame};
use crate::attributes::{Gender, Race};
use crate::detection::{Detection, FaceDetector};
use crate::geometry::{Point, Similarity};
use crate::network::normalise;
use anyhow::{Context, Result, ensure};
use image::RgbaImage;
use indicatif::ProgressBar;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Pixels around the canonical crop that are kept, so that augmentation can turn and shift it.
pub const MARGIN: u32 = 12;
/// Width and height of a kept crop.
pub const KEPT_SIDE: usize = (CROP_PIXELS + 2 * MARGIN) as usize;
/// Bytes of a kept crop.
pub const KEPT_BYTES: usize = KEPT_SIDE * KEPT_SIDE * 3;
/// Images that are decoded and aligned at once.
const CHUNK: usize = 64;

/// A face's place in the file of crops, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The data set that the face comes from.
    pub dataset: Dataset,
    /// The face's labels.
    pub labels: Labels,
    /// Whether the detector found the face; if not, the crop is the image's middle.
    pub is_found: bool,
    /// Whether it is kept out of training.
    pub is_validation: bool,
}

/// Crops of [`KEPT_SIDE`] pixels with their labels.
pub struct Crops {
    /// Data set and labels of each crop.
    pub samples: Vec<Sample>,
    /// RGB, [`KEPT_BYTES`] for each sample.
    pixels: Vec<u8>,
}

impl Crops {
    /// The crops kept in `folder`, or else those of the data sets below `data`, which are then kept there.
    ///
    /// # Errors
    /// When neither can be read, or the crops cannot be written.
    pub fn load_or_make(folder: &Path, data: &Path, detector: &FaceDetector) -> Result<Self> {
        let table = folder.join("crops.csv");
        if !table.exists() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
            make(folder, data, detector)?;
        }
        let samples = read_table(&table)?;
        let pixels = std::fs::read(folder.join("crops.rgb")).context("cannot read the kept crops")?;
        ensure!(pixels.len() == samples.len() * KEPT_BYTES, "the kept crops are damaged; delete {}", folder.display());
        Ok(Self { samples, pixels })
    }

    /// The RGB pixels of crop `index`.
    ///
    /// # Panics
    /// When there is no such crop.
    pub fn pixels(&self, index: usize) -> &[u8] {
        &self.pixels[index * KEPT_BYTES..][..KEPT_BYTES]
    }

    /// The indices of the samples for which `wanted` holds.
    pub fn indices(&self, wanted: impl Fn(&Sample) -> bool) -> Vec<usize> {
        (0..self.samples.len()).filter(|&index| wanted(&self.samples[index])).collect()
    }
}

/// Training images of each data set among the crops kept in `folder`.
///
/// # Errors
/// When there are no crops.
pub fn training_counts(folder: &Path) -> Result<BTreeMap<String, usize>> {
    let mut counts = BTreeMap::new();
    for sample in read_table(&folder.join("crops.csv"))?.iter().filter(|sample| !sample.is_validation) {
        *counts.entry(sample.dataset.name().to_owned()).or_default() += 1;
    }
    Ok(counts)
}

fn read_table(table: &Path) -> Result<Vec<Sample>> {
    let mut reader = csv::Reader::from_path(table).with_context(|| format!("cannot read {}", table.display()))?;
    reader.deserialize::<Row>().map(|row| row?.sample()).collect()
}

/// A line of the table beside the crops.
#[derive(Serialize, Deserialize)]
struct Row {
    dataset: String,
    years: Option<usize>,
    age_group: Option<usize>,
    gender: usize,
    race: usize,
    is_found: bool,
    is_validation: bool,
}

impl Row {
    fn new(sample: &Sample) -> Self {
        let (years, age_group) = match sample.labels.age {
            AgeLabel::Years(years) => (Some(years), None),
            AgeLabel::Group(group) => (None, Some(group)),
        };
        Self {
            dataset: sample.dataset.name().to_owned(),
            years,
            age_group,
            gender: sample.labels.gender as usize,
            race: sample.labels.race as usize,
            is_found: sample.is_found,
            is_validation: sample.is_validation,
        }
    }

    fn sample(&self) -> Result<Sample> {
        let labels = (|| {
            Some(Labels {
                age: self.years.map(AgeLabel::Years).or(self.age_group.map(AgeLabel::Group))?,
                gender: *Gender::ALL.get(self.gender)?,
                race: *Race::ALL.get(self.race)?,
            })
        })();
        Ok(Sample {
            dataset: Dataset::ALL.into_iter().find(|set| set.name() == self.dataset).context("unknown data set")?,
            labels: labels.context("the table of crops is damaged; delete it")?,
            is_found: self.is_found,
            is_validation: self.is_validation,
        })
    }
}

/// Writes `crops.rgb` and, last, `crops.csv`.
fn make(folder: &Path, data: &Path, detector: &FaceDetector) -> Result<()> {
    let mut pixels = BufWriter::new(File::create(folder.join("crops.rgb"))?);
    let unfinished = folder.join("crops.csv.unfinished");
    let mut table = csv::Writer::from_path(&unfinished)?;
    let progress = ProgressBar::new_spinner().with_message("aligning faces");
    let mut waiting = Vec::with_capacity(CHUNK);
    let mut write = |waiting: &mut Vec<(Dataset, LabelledImage)>| -> Result<()> {
        let made: Vec<_> = waiting.par_drain(..).map(|image| crop(detector, image)).collect();
        for made in made {
            let (sample, crop) = made?;
            pixels.write_all(&crop)?;
            table.serialize(Row::new(&sample))?;
            progress.inc(1);
        }
        Ok(())
    };
    for dataset in Dataset::ALL {
        dataset.for_each(&data.join(dataset.name()), |image| {
            if image.is_left_out {
                return Ok(());
            }
            waiting.push((dataset, image));
            if waiting.len() == CHUNK { write(&mut waiting) } else { Ok(()) }
        })?;
    }
    write(&mut waiting)?;
    pixels.flush()?;
    table.flush()?;
    std::fs::rename(unfinished, folder.join("crops.csv"))?;
    Ok(())
}

fn crop(detector: &FaceDetector, (dataset, labelled): (Dataset, LabelledImage)) -> Result<(Sample, Vec<u8>)> {
    let LabelledImage { bytes, labels, is_validation, .. } = labelled;
    let (image, transform, face) = open_and_align(detector, &bytes)?;
    let with_margin = Similarity { tx: -(MARGIN as f32), ty: -(MARGIN as f32), ..Similarity::IDENTITY };
    let crop = aligned_crop(&image, &with_margin.then(&transform), KEPT_SIDE as u32);
    let sample = Sample { dataset, labels, is_found: face.is_some(), is_validation };
    Ok((sample, crop.into_raw()))
}

/// An encoded image of a data set, with the place of its largest face's crop and the face, or of the image's middle where
/// no face is found.
///
/// # Errors
/// When the image is broken or the detector fails.
pub fn open_and_align(detector: &FaceDetector, bytes: &[u8]) -> Result<(RgbaImage, Similarity, Option<Detection>)> {
    let image = image::load_from_memory(bytes).context("an image of the data set is broken")?.into_rgba8();
    let faces = pollster::block_on(detector.detect(&image))?;
    let found = faces.first().and_then(|face| Some((crop_to_frame(face)?, Some(*face))));
    let (transform, face) = found.unwrap_or_else(|| (centred_crop(image.width(), image.height()), None));
    Ok((image, transform, face))
}

/// Reads the crop bilinearly; beyond its border the border's pixels go on.
pub(super) fn sample(crop: &[u8], to_crop: &Similarity, image: &mut [f32], size: usize) {
    let last = (KEPT_SIDE - 1) as f32;
    for (index, pixel) in image.chunks_exact_mut(3).enumerate() {
        let place = Point { x: (index % size) as f32, y: (index / size) as f32 };
        let place = to_crop.apply(place);
        let (x, y) = (place.x.clamp(0.0, last), place.y.clamp(0.0, last));
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(KEPT_SIDE - 1), (top + 1).min(KEPT_SIDE - 1));
        let (dx, dy) = (x - left as f32, y - top as f32);
        for (channel, value) in pixel.iter_mut().enumerate() {
            let level = |row: usize, column: usize| normalise(crop[(row * KEPT_SIDE + column) * 3 + channel]);
            let upper = level(top, left) * (1.0 - dx) + level(top, right) * dx;
            let lower = level(bottom, left) * (1.0 - dx) + level(bottom, right) * dx;
            *value = upper * (1.0 - dy) + lower * dy;
        }
    }
}
