//! `visage export-onnx`: writes the network as an ONNX file, with which the benchmark compares other runtimes.

use crate::models;
use anyhow::{Context, Result};
use burn::tensor::Device;
use std::path::PathBuf;
use visage::network::from_burnpack;
use visage::training::onnx::to_onnx;

/// Where to write which network.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ONNX file.
    #[arg(long)]
    out: PathBuf,
    /// Other weights than the shipped ones, as burnpack.
    #[arg(long)]
    weights: Option<PathBuf>,
}

/// Converts and writes.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let network = from_burnpack(models::weights(arguments.weights.as_deref())?, &Device::flex())?;
    let bytes = to_onnx(network)?;
    let out = arguments.out;
    std::fs::write(&out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{} bytes written to {}", bytes.len(), out.display());
    Ok(())
}
