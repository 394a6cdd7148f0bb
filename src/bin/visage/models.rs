use anyhow::{Context, Result};
use burn::tensor::Device;
use std::path::Path;
use visage::analysis::{Analyzer, system_clock};
use visage::detection::FaceDetector;
use visage::network::from_burnpack;

/// The face detector's weights as shipped.
const BLAZEFACE: &[u8] = include_bytes!("../../../assets/blazeface.bpk");
/// The network's weights as shipped.
const DMTL: &[u8] = include_bytes!("../../../assets/dmtl.bpk");

/// The shipped face detector.
pub fn detector() -> Result<FaceDetector> {
    Ok(FaceDetector::from_burnpack(BLAZEFACE.to_vec(), &Device::flex())?)
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
    let device = Device::flex();
    let network = from_burnpack(weights(file)?, &device)?;
    Ok(Analyzer::new(detector()?, network, device, system_clock))
}
