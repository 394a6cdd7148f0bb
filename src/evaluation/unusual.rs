//! What becomes of labelled faces that are covered, drawn or turned over, and the probe that tells them from ordinary ones.

use super::outliers::{Outlier, altered};
use crate::analysis::alignment::{CROP_PIXELS, aligned_crop, crop_to_frame};
use crate::analysis::{PROBED, Probe, ProbeRow, doubts};
use crate::detection::FaceDetector;
use crate::estimates::{Doubt, softmax};
use crate::network::{CpuDmtl, Features, Layer, image_planes};
use crate::training::crops::open_and_align;
use crate::training::dataset::{Dataset, Labels};
use anyhow::{Result, ensure};
use indicatif::ProgressBar;
use rayon::prelude::*;
use std::path::Path;

/// Images that are altered at once.
const CHUNK: usize = 64;
/// Kinds of outliers that each image is made into: different ones from image to image.
const KINDS_EACH: usize = 5;
/// One picture in `KEPT_OUT` chooses the thresholds.
const KEPT_OUT: usize = 4;
/// The gradient's steps, their size, and how much large weights cost.
const STEPS: usize = 600;
const LEARNING_RATE: f64 = 0.05;
const DECAY: f64 = 1e-3;

/// A face that was found in a picture.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// The picture's number in its selection: a face and what was made of it have the same.
    pub number: usize,
    /// What the picture was made into; `None` for an ordinary one.
    pub outlier: Option<Outlier>,
    /// The labels of the face.
    pub labels: Labels,
    /// The features of the face.
    pub features: Features,
    /// The doubts that the way it was found and its crop give.
    pub doubts: Vec<Doubt>,
}

impl Specimen {
    fn is_kept_out(&self) -> bool {
        self.number.is_multiple_of(KEPT_OUT)
    }
}

/// Which images of a data set are taken.
#[derive(Clone, Copy, Debug)]
pub struct Selection {
    /// Whether the images that training keeps out are taken, or the others.
    pub is_validation: bool,
    /// Every n-th of these images is taken.
    pub stride: usize,
    /// Most images that are taken.
    pub most: usize,
}

/// The faces of a data set below `root`, and those that are found in the same pictures altered. What is not found has no place here.
///
/// # Errors
/// When the images cannot be read.
pub fn specimens(
    dataset: Dataset,
    root: &Path,
    selection: Selection,
    detector: &FaceDetector,
    network: &CpuDmtl,
) -> Result<Vec<Specimen>> {
    let (mut chosen, mut seen) = (Vec::new(), 0);
    dataset.for_each(root, |image| {
        if chosen.len() < selection.most && image.is_validation == selection.is_validation {
            if seen % selection.stride == 0 {
                chosen.push(image);
            }
            seen += 1;
        }
        Ok(())
    })?;
    ensure!(!chosen.is_empty(), "{} holds no such images of {}", root.display(), dataset.name());
    let progress = ProgressBar::new(chosen.len() as u64);
    let mut specimens = Vec::new();
    for (part, images) in chosen.chunks(CHUNK).enumerate() {
        let made = images.par_iter().enumerate().map(|(place, image)| {
            let number = part * CHUNK + place;
            // Pictures in which nothing is found have no canonical crop that could be altered.
            let (picture, transform, Some(_)) = open_and_align(detector, &image.bytes)? else { return Ok(Vec::new()) };
            let kinds = (0..KINDS_EACH).map(|kind| Outlier::ALL[(number + 5 * kind) % Outlier::ALL.len()]);
            let kinds = std::iter::once(None).chain(kinds.map(Some));
            let pictures = kinds.map(|outlier| {
                let seed = number as u64;
                (outlier, outlier.map_or_else(|| picture.clone(), |kind| altered(&picture, &transform, kind, seed)))
            });
            let found = pictures.filter_map(|(outlier, picture)| {
                let detections = pollster::block_on(detector.detect(&picture)).ok()?;
                let face = detections.first()?;
                let transform = crop_to_frame(face)?;
                let crop = aligned_crop(&picture, &transform, CROP_PIXELS);
                let map = network.forward_to(&image_planes(&crop), Layer::Stage5);
                let features = network.features_from(map, Layer::Stage5);
                let doubts = doubts(face, &transform, &crop, picture.dimensions());
                Some(Specimen { number, outlier, labels: image.labels, features, doubts })
            });
            Ok(found.collect())
        });
        let made: Vec<Result<Vec<Specimen>>> = made.collect();
        for found in made {
            specimens.extend(found?);
        }
        progress.inc(images.len() as u64);
    }
    progress.finish_and_clear();
    Ok(specimens)
}

/// The class of a specimen: 0 for an ordinary face, and one more than the index in [`PROBED`] of the doubt that it should meet.
fn class_of(specimen: &Specimen) -> usize {
    let [covered, unlike] = [1, 2];
    const { assert!(matches!(PROBED, [Doubt::Covered, Doubt::Unlike])) };
    match specimen.outlier {
        None => 0,
        Some(kind) if kind.is_covering() => covered,
        Some(_) => unlike,
    }
}

/// Fits a probe for the weights whose checksum begins with `owner`: softmax regression over ordinary faces and the two kinds of
/// outliers, which count alike however many there are. One picture in [`KEPT_OUT`] is not fitted to: the thresholds are such that
/// `marked` of these ordinary faces are above one.
pub fn fit_probe(specimens: &[Specimen], owner: [u8; 16], marked: f32) -> Probe {
    const CLASSES: usize = 1 + PROBED.len();
    let fitted: Vec<&Specimen> =
        specimens.iter().filter(|one| !one.is_kept_out() && one.outlier.is_none_or(Outlier::is_fitted)).collect();
    let rows: Vec<Vec<f64>> = fitted.iter().map(|one| one.features.values().map(f64::from).collect()).collect();
    let classes: Vec<usize> = fitted.iter().map(|specimen| class_of(specimen)).collect();
    let width = rows.first().map_or(0, Vec::len);
    let count = rows.len() as f64;
    let mean: Vec<f64> = (0..width).map(|column| rows.iter().map(|row| row[column]).sum::<f64>() / count).collect();
    let deviation: Vec<f64> = (0..width)
        .map(|column| (rows.iter().map(|row| (row[column] - mean[column]).powi(2)).sum::<f64>() / count).sqrt() + 1e-3)
        .collect();
    let rows: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| row.iter().zip(&mean).zip(&deviation).map(|((value, mean), unit)| (value - mean) / unit).collect())
        .collect();
    let share = |class: usize| classes.iter().filter(|&&one| one == class).count().max(1) as f64;
    let shares: [f64; CLASSES] = std::array::from_fn(share);
    let mut weights = vec![[0.0; CLASSES]; width + 1];
    let mut moments = vec![[[0.0; 2]; CLASSES]; width + 1];
    for step in 1..=STEPS {
        let gradient = rows
            .par_iter()
            .zip(&classes)
            .fold(
                || vec![[0.0; CLASSES]; width + 1],
                |mut sum, (row, &class)| {
                    let mut logits = weights[width];
                    for (value, weights) in row.iter().zip(&weights) {
                        logits.iter_mut().zip(weights).for_each(|(logit, weight)| *logit += value * weight);
                    }
                    let mut error = softmax::<CLASSES>(&logits.map(|logit| logit as f32)).map(f64::from);
                    error[class] -= 1.0;
                    let error = error.map(|error| error / (shares[class] * CLASSES as f64));
                    for (value, sum) in row.iter().chain([&1.0]).zip(&mut sum) {
                        sum.iter_mut().zip(error).for_each(|(sum, error)| *sum += value * error);
                    }
                    sum
                },
            )
            .reduce(
                || vec![[0.0; CLASSES]; width + 1],
                |mut one, other| {
                    one.iter_mut().flatten().zip(other.iter().flatten()).for_each(|(one, other)| *one += other);
                    one
                },
            );
        let corrections = [0.9f64, 0.999].map(|kept| 1.0 - kept.powi(step as i32));
        for (place, (weights, (gradient, moments))) in
            weights.iter_mut().zip(gradient.iter().zip(&mut moments)).enumerate()
        {
            for ((weight, gradient), moment) in weights.iter_mut().zip(gradient).zip(moments) {
                let gradient = gradient + if place < width { DECAY * *weight } else { 0.0 };
                moment[0] = 0.9 * moment[0] + 0.1 * gradient;
                moment[1] = 0.999 * moment[1] + 0.001 * gradient * gradient;
                *weight -= LEARNING_RATE * (moment[0] / corrections[0]) / ((moment[1] / corrections[1]).sqrt() + 1e-8);
            }
        }
    }
    let rows = std::array::from_fn(|doubt| {
        let difference = |weights: &[f64; CLASSES]| weights[doubt + 1] - weights[0];
        let scaled: Vec<f64> =
            weights.iter().zip(&deviation).map(|(weights, unit)| difference(weights) / unit).collect();
        let shift: f64 = scaled.iter().zip(&mean).map(|(weight, mean)| weight * mean).sum();
        let scaled: Vec<f32> = scaled.iter().map(|&weight| weight as f32).collect();
        ProbeRow::rounded((difference(&weights[width]) - shift) as f32, &scaled)
    });
    with_threshold(Probe { owner, rows }, specimens, marked)
}

/// The probe with biases so that `marked` of the ordinary faces that were kept out are above a threshold, the same for both doubts.
fn with_threshold(mut probe: Probe, specimens: &[Specimen], marked: f32) -> Probe {
    let ordinary = specimens.iter().filter(|specimen| specimen.is_kept_out() && specimen.outlier.is_none());
    let mut scores: Vec<f32> = ordinary
        .map(|face| probe.rows.iter().map(|row| row.score(&face.features)).fold(f32::NEG_INFINITY, f32::max))
        .collect();
    scores.sort_by(f32::total_cmp);
    let place = ((1.0 - marked) * scores.len() as f32) as usize;
    let threshold = scores.get(place.min(scores.len().saturating_sub(1))).copied().unwrap_or_default();
    probe.rows.iter_mut().for_each(|row| row.bias -= threshold);
    probe
}
