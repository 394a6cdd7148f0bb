//! The record of a training, `training.csv`: learning rate, losses and log-variances, a line for each recorded step.

use super::losses::TaskWeighting;
use crate::attributes::{Attribute, PerAttribute};
use anyhow::{Context, Result};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::path::Path;

/// What is recorded of a step: the losses, and the learned log-variances that weight them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StepRecord {
    /// Number of the step, from 0.
    pub step: usize,
    /// The learning rate used.
    pub learning_rate: f64,
    /// Mean loss of age over the batch.
    pub age_loss: f32,
    /// Mean loss of gender over the batch.
    pub gender_loss: f32,
    /// Mean loss of race over the batch.
    pub race_loss: f32,
    /// Log-variance of age.
    pub age_log_variance: f32,
    /// Log-variance of gender.
    pub gender_log_variance: f32,
    /// Log-variance of race.
    pub race_log_variance: f32,
    /// Loss of imitating the teacher's embeddings, with its weight; zero where nothing is imitated.
    #[serde(default)]
    pub imitation_loss: f32,
}

impl StepRecord {
    /// Reads the values of `losses` and of the weighting's log-variances (age, gender, race).
    pub fn new(step: usize, learning_rate: f64, losses: &Tensor<1>, weighting: &TaskWeighting) -> Self {
        let values = |tensor: Tensor<1>| {
            let data = tensor.into_data().convert::<f32>();
            let mut values = data.iter::<f32>().chain(std::iter::repeat(f32::NAN));
            PerAttribute::from_fn(|_| values.next().unwrap_or(f32::NAN))
        };
        let (losses, log_variances) = (values(losses.clone()), values(weighting.log_variances.val()));
        Self {
            step,
            learning_rate,
            age_loss: losses[Attribute::Age],
            gender_loss: losses[Attribute::Gender],
            race_loss: losses[Attribute::Race],
            age_log_variance: log_variances[Attribute::Age],
            gender_log_variance: log_variances[Attribute::Gender],
            race_log_variance: log_variances[Attribute::Race],
            imitation_loss: 0.0,
        }
    }

    /// The losses of the attributes.
    pub fn losses(&self) -> PerAttribute<f32> {
        PerAttribute::from_fn(|attribute| match attribute {
            Attribute::Age => self.age_loss,
            Attribute::Gender => self.gender_loss,
            Attribute::Race => self.race_loss,
        })
    }

    /// One line for the progress bar.
    pub fn summary(&self) -> String {
        format!("age {:.3} gender {:.3} race {:.3}", self.age_loss, self.gender_loss, self.race_loss)
    }
}

/// The file `training.csv`, to which a resumed training appends.
pub(super) struct TrainingRecord {
    writer: csv::Writer<File>,
}

impl TrainingRecord {
    /// Opens the record in `folder`; a training that starts at step 0 begins it anew.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn open(folder: &Path, first_step: usize) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let path = folder.join("training.csv");
        let kept = if first_step == 0 { Vec::new() } else { lines_before(&path, first_step)? };
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(&path)?;
        let mut record = Self { writer: csv::Writer::from_writer(file) };
        kept.iter().try_for_each(|line| record.write(line))?;
        Ok(record)
    }

    /// Appends a line.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn write(&mut self, line: &StepRecord) -> Result<()> {
        self.writer.serialize(line)?;
        self.writer.flush()?;
        Ok(())
    }
}

/// The recorded lines of the steps before `step`; those after it were made by steps that the checkpoint does not hold.
fn lines_before(path: &Path, step: usize) -> Result<Vec<StepRecord>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = reader.deserialize().collect::<Result<Vec<StepRecord>, _>>()?;
    Ok(lines.into_iter().filter(|line| line.step < step).collect())
}
