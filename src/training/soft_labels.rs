//! What the teacher's view of a face says of its age, gender and race: targets that know how alike two classes look, and that
//! give a year where a data set only names a group (Hinton, Vinyals, Dean, "Distilling the Knowledge in a Neural Network",
//! arXiv 1503.02531).

use super::crops::{Crops, Sample};
use super::dataset::{AgeLabel, Labels};
use super::floats;
use super::losses::{AgeLoss, SoftTargets, task_losses};
use super::teacher::{EMBEDDING_LENGTH, Embeddings};
use crate::attributes::{AGE_CLASSES, Attribute, PerAttribute};
use crate::network::Logits;
use anyhow::{Context, Result, ensure};
use burn::module::Module;
use burn::nn::{Dropout, DropoutConfig, Linear, LinearConfig};
use burn::optim::{AdamWConfig, GradientsParams};
use burn::tensor::activation::{relu, softmax};
use burn::tensor::{Device, Tensor, TensorData};
use indicatif::ProgressBar;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use std::ops::Range;
use std::path::Path;

/// Probabilities of one face: of the classes of all attributes, one after the other.
const LENGTH: usize = Attribute::all_classes();
/// Parts that the training faces are split into. Each part gets its labels from a reader that was fitted to the other parts:
/// one that had seen a face's labels would only repeat them.
const PARTS: usize = 5;
/// Features between embedding and estimates.
const HIDDEN: usize = 512;
/// Share of the features that is dropped while fitting.
const DROPOUT: f64 = 0.5;
/// Faces a step, passes over the faces, highest learning rate and weight decay of a reader's fit.
const BATCH: usize = 256;
const EPOCHS: usize = 12;
const LEARNING_RATE: f64 = 1e-3;
const WEIGHT_DECAY: f32 = 0.05;
/// Least probability of a year inside a labelled range, before the range is made to sum to one.
const LEAST_PROBABILITY: f32 = 1e-6;

/// Reads age, gender and race off an embedding.
#[derive(Module, Debug)]
struct LabelHead {
    hidden: Linear,
    dropout: Dropout,
    // Of the attributes, in their order.
    heads: Vec<Linear>,
}

impl LabelHead {
    fn new(device: &Device) -> Self {
        let head = |attribute: Attribute| LinearConfig::new(HIDDEN, attribute.classes()).init(device);
        Self {
            hidden: LinearConfig::new(EMBEDDING_LENGTH, HIDDEN).init(device),
            dropout: DropoutConfig::new(DROPOUT).init(),
            heads: Attribute::ALL.map(head).into(),
        }
    }

    fn forward(&self, embeddings: Tensor<2>) -> Logits {
        let features = self.dropout.forward(relu(self.hidden.forward(embeddings)));
        PerAttribute::from_fn(|attribute| self.heads[attribute.index()].forward(features.clone())) // there is one for every attribute
    }

    /// Fits a reader to the labels of `faces`.
    fn fit(crops: &Crops, embeddings: &Embeddings, faces: &[usize], seed: u64, progress: &ProgressBar) -> Self {
        let device = Device::flex().autodiff();
        device.seed(seed);
        let mut random = StdRng::seed_from_u64(seed);
        let (mut reader, mut optimizer) =
            (Self::new(&device), AdamWConfig::new().with_weight_decay(WEIGHT_DECAY).init());
        let mut order = faces.to_vec();
        let steps = EPOCHS * order.len().div_ceil(BATCH);
        let mut step = 0;
        for _ in 0..EPOCHS {
            order.shuffle(&mut random);
            for batch in order.chunks(BATCH) {
                let labels: Vec<Labels> = batch.iter().map(|&face| crops.samples[face].labels).collect();
                let images = Tensor::from_data(embeddings.batch(batch), &device);
                let losses = task_losses(&reader.forward(images), &labels, AgeLoss::Distribution, None);
                let gradients = losses.sum().backward();
                let gradients = GradientsParams::from_grads(gradients, &reader);
                let done = step as f64 / steps as f64;
                let learning_rate = LEARNING_RATE * 0.5 * (1.0 + (std::f64::consts::PI * done).cos());
                reader = optimizer.step(learning_rate, reader, gradients);
                step += 1;
                progress.inc(1);
            }
        }
        reader
    }

    /// The probabilities of `faces`, [`LENGTH`] each.
    fn read(&self, embeddings: &Embeddings, faces: &[usize]) -> Result<Vec<f32>> {
        let reader = self.valid();
        let device = reader.hidden.weight.device();
        let mut values = Vec::with_capacity(faces.len() * LENGTH);
        for batch in faces.chunks(BATCH) {
            let logits = reader.forward(Tensor::from_data(embeddings.batch(batch), &device));
            let probabilities = logits.map(|logits| softmax(logits, 1));
            let all = Tensor::cat(probabilities.0.into(), 1).try_into_data()?.convert::<f32>();
            values.extend(all.try_to_vec::<f32>()?);
        }
        Ok(values)
    }
}

/// The soft labels of all crops, in their order.
pub struct SoftLabels {
    values: Vec<f32>,
}

impl SoftLabels {
    /// Fits readers to the training crops and has each label the faces it was not fitted to. Faces kept for validation, which
    /// no reader was fitted to, are read by the first.
    ///
    /// # Errors
    /// When the device fails.
    pub fn make(crops: &Crops, embeddings: &Embeddings, seed: u64) -> Result<Self> {
        let mut random = StdRng::seed_from_u64(seed);
        let parts: Vec<Option<usize>> =
            crops.samples.iter().map(|sample| (!sample.is_validation).then(|| random.random_range(0..PARTS))).collect();
        let faces = |wanted: &dyn Fn(Option<usize>) -> bool| -> Vec<usize> {
            (0..parts.len()).filter(|&face| wanted(parts[face])).collect()
        };
        let training = faces(&|part| part.is_some()).len();
        let steps = EPOCHS * training / BATCH * (PARTS - 1);
        let progress = ProgressBar::new(steps as u64).with_message("reading the teacher");
        let mut values = vec![0.0; parts.len() * LENGTH];
        for part in 0..PARTS {
            let others = faces(&|of| of.is_some_and(|of| of != part));
            let reader = LabelHead::fit(crops, embeddings, &others, seed + part as u64, &progress);
            let unseen = faces(&|of| of == Some(part) || (of.is_none() && part == 0));
            let read = reader.read(embeddings, &unseen)?;
            for (face, read) in unseen.into_iter().zip(read.chunks_exact(LENGTH)) {
                values[face * LENGTH..][..LENGTH].copy_from_slice(read);
            }
        }
        Ok(Self { values })
    }

    /// Writes them to `file`: little-endian 32-bit floats.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, file: &Path) -> Result<()> {
        std::fs::write(file, floats::bytes(&self.values)).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Reads those in `file`.
    ///
    /// # Errors
    /// When the file cannot be read, or is not that of `crops`.
    pub fn load(file: &Path, crops: &Crops) -> Result<Self> {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let values = floats::floats(&bytes);
        ensure!(values.len() == crops.samples.len() * LENGTH, "{} was made of other crops", file.display());
        Ok(Self { values })
    }

    /// The mean error in years of the expected ages of the faces for which `wanted` holds and whose year is labelled.
    pub fn age_error(&self, crops: &Crops, wanted: impl Fn(&Sample) -> bool) -> f32 {
        let errors: Vec<f32> = crops
            .indices(wanted)
            .into_iter()
            .filter_map(|face| match crops.samples[face].labels.age {
                AgeLabel::Years(years) => Some((expectation(self.of(face, Attribute::Age)) - years as f32).abs()),
                AgeLabel::Group(_) => None,
            })
            .collect();
        errors.iter().sum::<f32>() / errors.len() as f32
    }

    fn of(&self, face: usize, attribute: Attribute) -> &[f32] {
        &self.values[face * LENGTH..][..LENGTH][place(attribute)]
    }

    /// The targets of `faces`, which are labelled `labels`.
    pub fn targets(&self, faces: &[usize], labels: &[Labels]) -> SoftTargets {
        let table = |attribute: Attribute| {
            let values: Vec<f32> = faces
                .iter()
                .zip(labels)
                .flat_map(|(&face, labels)| {
                    let mut probabilities = self.of(face, attribute).to_vec();
                    if attribute == Attribute::Age && matches!(labels.age, AgeLabel::Group(_)) {
                        restrict(&mut probabilities, labels.age.range());
                    }
                    probabilities
                })
                .collect();
            TensorData::new(values, [faces.len(), attribute.classes()])
        };
        PerAttribute::from_fn(table)
    }
}

/// Where an attribute's probabilities lie among a face's.
fn place(attribute: Attribute) -> Range<usize> {
    let start = Attribute::ALL.into_iter().take_while(|other| *other != attribute).map(Attribute::classes).sum();
    start..start + attribute.classes()
}

/// Takes away what lies outside of the years `first` to `last`.
fn restrict(probabilities: &mut [f32], (first, last): (usize, usize)) {
    for (year, probability) in probabilities.iter_mut().enumerate() {
        *probability = if (first..=last).contains(&year) { probability.max(LEAST_PROBABILITY) } else { 0.0 };
    }
    let sum: f32 = probabilities.iter().sum();
    probabilities.iter_mut().for_each(|probability| *probability /= sum);
}

fn expectation(probabilities: &[f32]) -> f32 {
    debug_assert_eq!(probabilities.len(), AGE_CLASSES);
    probabilities.iter().enumerate().map(|(year, probability)| year as f32 * probability).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_keeps_its_own_years_alone() {
        let mut probabilities = vec![1.0 / AGE_CLASSES as f32; AGE_CLASSES];
        restrict(&mut probabilities, (20, 29));
        assert!((probabilities[20..=29].iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((expectation(&probabilities) - 24.5).abs() < 1e-4);
    }

    #[test]
    fn a_group_that_the_teacher_rules_out_is_still_a_distribution() {
        let mut probabilities = vec![0.0; AGE_CLASSES];
        probabilities[80] = 1.0;
        restrict(&mut probabilities, (0, 2));
        assert!(probabilities[..3].iter().all(|probability| (probability - 1.0 / 3.0).abs() < 1e-6));
    }

    #[test]
    fn the_attributes_lie_side_by_side() {
        let places = Attribute::ALL.map(place);
        assert_eq!(places.iter().map(|place| place.len()).sum::<usize>(), LENGTH);
        assert!(places.windows(2).all(|pair| pair[0].end == pair[1].start));
    }
}
