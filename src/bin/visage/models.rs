//! The shipped weights and the doubt probe, compiled into the program, and the detector
//! and analyzer built from them on the CPU.

use anyhow::{Context, Result};
use std::path::Path;
use visage::analysis::{Analyzer, AttributeNetwork, Probe, system_clock};
use visage::checksum::sha256;
use visage::detection::FaceDetector;
use visage::network::SecondOpinion;

/// The face detector's weights as shipped.
const BLAZEFACE: &[u8] = include_bytes!("../../../assets/blazeface.bpk");
/// The network's weights as shipped.
const DMTL: &[u8] = include_bytes!("../../../assets/dmtl.bpk");
/// The doubt probe as shipped, fitted to the features of these weights.
const PROBE: &[u8] = include_bytes!("../../../assets/doubt.probe");

/// The shipped face detector.
pub(crate) fn detector() -> Result<FaceDetector> {
    Ok(FaceDetector::on_cpu(BLAZEFACE.to_vec())?)
}

/// The bytes of the weights in `file`, or of the shipped ones.
pub(crate) fn weights(file: Option<&Path>) -> Result<Vec<u8>> {
    match file {
        Some(file) => std::fs::read(file).with_context(|| format!("cannot read {}", file.display())),
        None => Ok(DMTL.to_vec()),
    }
}

/// The shipped probe, where it is one for these weights.
pub(crate) fn probe(weights: &[u8]) -> Option<Probe> {
    Probe::from_bytes(PROBE).filter(|probe| probe.is_of(&sha256(weights)))
}

/// The pipeline with the weights in `file`, or the shipped ones, on the CPU.
pub(crate) fn analyzer(file: Option<&Path>) -> Result<Analyzer> {
    let weights = weights(file)?;
    let probe = probe(&weights);
    Ok(Analyzer::new(detector()?, AttributeNetwork::on_cpu(weights)?, system_clock).with_probe(probe))
}

/// The second network with the weights in `file`, where one is named.
pub(crate) fn second_opinion(file: Option<&Path>) -> Result<Option<SecondOpinion>> {
    let Some(file) = file else { return Ok(None) };
    let network = SecondOpinion::from_burnpack(weights(Some(file))?);
    Ok(Some(network.context("these are not the second network's weights")?))
}
