use anyhow::{Context, Result};
use std::path::Path;
use visage::analysis::{Analyzer, AttributeNetwork, system_clock};
use visage::detection::FaceDetector;

/// The face detector's weights as shipped.
const BLAZEFACE: &[u8] = include_bytes!("../../../assets/blazeface.bpk");
/// The network's weights as shipped.
const DMTL: &[u8] = include_bytes!("../../../assets/dmtl.bpk");

/// The shipped face detector.
pub fn detector() -> Result<FaceDetector> {
    Ok(FaceDetector::on_cpu(BLAZEFACE.to_vec())?)
}

/// The bytes of the weights in `file`, or of the shipped ones.
pub fn weights(file: Option<&Path>) -> Result<Vec<u8>> {
    match file {
        Some(file) => std::fs::read(file).with_context(|| format!("cannot read {}", file.display())),
        None => Ok(DMTL.to_vec()),
    }
}

/// The pipeline with the weights in `file`, or the shipped ones, on the CPU.
pub fn analyzer(file: Option<&Path>) -> Result<Analyzer> {
    Ok(Analyzer::new(detector()?, AttributeNetwork::on_cpu(weights(file)?)?, system_clock))
}
