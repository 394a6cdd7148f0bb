//! The files that the engine needs, and the analyser made of them.

use super::download::{DownloadError, download};
use super::exception::message;
use super::reply::{post, scope};
use crate::analysis::{Analyzer, Deviation, KnownAnswer};
use crate::detection::{DetectorError, FaceDetector};
use crate::network::{WeightsError, from_burnpack};
use crate::protocol::{LoadStep, Response};
use burn::tensor::Device;
use image::{ImageError, ImageFormat, RgbaImage};
use sha2::{Digest, Sha256};

/// The models cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file cannot be loaded.
    #[error(transparent)]
    Download(#[from] DownloadError),
    /// The detector's weights are unusable.
    #[error(transparent)]
    Detector(#[from] DetectorError),
    /// The network's weights are unusable.
    #[error(transparent)]
    Network(#[from] WeightsError),
    /// The self-test's picture is unusable.
    #[error("The self-test's picture is damaged. Reload the page, or build the site anew. ({0})")]
    Picture(#[from] ImageError),
    /// The self-test's answer is unusable.
    #[error("The self-test's answer is damaged. Reload the page, or build the site anew. ({0})")]
    Answer(String),
}

/// The files' contents, kept so that a second device can be tried.
pub struct Models {
    detector: Vec<u8>,
    network: Vec<u8>,
    picture: RgbaImage,
    answer: KnownAnswer,
}

impl Models {
    /// Loads the files below `base_url`, an address that ends with a slash, and tells the page how far it is.
    ///
    /// # Errors
    /// When a file is missing or is no such file. Weights are not looked into yet.
    pub async fn load(base_url: &str) -> Result<Self, ModelError> {
        let detector = file(base_url, "blazeface.bpk", LoadStep::Detector).await?;
        let network = file(base_url, "dmtl.bpk", LoadStep::Network).await?;
        let picture = file(base_url, "known-answer.ppm", LoadStep::SelfTest).await?;
        let answer = file(base_url, "known-answer.json", LoadStep::SelfTest).await?;
        let picture = image::load_from_memory_with_format(&picture, ImageFormat::Pnm)?.to_rgba8();
        Ok(Self { detector, network, picture, answer: parse(&answer)? })
    }

    /// The analyser on `device`.
    ///
    /// # Errors
    /// When weights are damaged or of another version.
    pub fn analyzer(&self, device: &Device) -> Result<Analyzer, ModelError> {
        let detector = FaceDetector::from_burnpack(self.detector.clone(), device)?;
        let network = from_burnpack(self.network.clone(), device)?;
        Ok(Analyzer::new(detector, network, device.clone(), now))
    }

    /// SHA-256 of the network's weights, in hexadecimal digits.
    pub fn weights_hash(&self) -> String {
        Sha256::digest(&self.network).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether `analyzer` gives the known answer. It computes everything once, so that a GPU has compiled its kernels
    /// afterwards.
    ///
    /// # Errors
    /// Says in what the answer differs.
    pub async fn self_test(&self, analyzer: &Analyzer) -> Result<(), Deviation> {
        self.answer.check(analyzer, &self.picture).await
    }
}

/// The browser's clock, in milliseconds.
pub fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

async fn file(base_url: &str, name: &str, step: LoadStep) -> Result<Vec<u8>, DownloadError> {
    let progress = |loaded: usize, total: usize| {
        post(&Response::Loading { step, loaded: loaded as f64, total: total as f64 });
    };
    download(&format!("{base_url}assets/{name}"), progress).await
}

/// Reads JSON with the browser's own parser, which is there already.
fn parse(json: &[u8]) -> Result<KnownAnswer, ModelError> {
    let value = js_sys::JSON::parse(&String::from_utf8_lossy(json))
        .map_err(|exception| ModelError::Answer(message(&exception)))?;
    serde_wasm_bindgen::from_value(value).map_err(|error| ModelError::Answer(error.to_string()))
}
