//! The files that the engine needs, and the analyser made of them.

use super::download::{DownloadError, download, download_checked};
use super::exception::message;
use super::reply::{post, scope};
use crate::analysis::{AnalysisError, Analyzer, AttributeNetwork, Deviation, KnownAnswer};
use crate::detection::{DetectorError, FaceDetector};
use crate::network::WeightsError;
use crate::protocol::{LoadStep, Response};
use burn::tensor::Device;
use futures_util::future::try_join4;
use futures_util::lock::Mutex;
use image::{ImageError, ImageFormat, RgbaImage};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

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
    #[error("the self-test's picture: {0}")]
    Picture(#[from] ImageError),
    /// The self-test's answer, or the list of checksums, is unusable.
    #[error("the self-test's answer or the checksums: {0}")]
    Json(String),
}

/// How often a device is timed.
const TIMED_RUNS: usize = 3;

/// The files' contents, kept so that a second device can be tried.
pub struct Models {
    detector: Vec<u8>,
    network: Vec<u8>,
    picture: RgbaImage,
    answer: KnownAnswer,
    network_hash: String,
}

impl Models {
    /// Loads the files below `base_url`, an address that ends with a slash, and tells the page how far it is.
    ///
    /// # Errors
    /// When a file is missing or is not that of this release. Weights are not looked into yet.
    pub async fn load(base_url: &str) -> Result<Self, ModelError> {
        let checksums = download(&format!("{base_url}assets/checksums.json"), |_, _| {}).await?;
        let checksums: HashMap<String, String> = parse(&checksums)?;
        let file = |name: &'static str, step| {
            let (address, expected) = (format!("{base_url}assets/{name}"), checksums.get(name).cloned());
            async move {
                let progress = |loaded: usize, total: usize| {
                    post(&Response::Loading { step, loaded: loaded as f64, total: total as f64 });
                };
                download_checked(&address, &expected.unwrap_or_default(), progress).await
            }
        };
        let (detector, network, picture, answer) = try_join4(
            file("blazeface.bpk", LoadStep::Detector),
            file("dmtl.bpk", LoadStep::Network),
            file("known-answer.ppm", LoadStep::SelfTest),
            file("known-answer.json", LoadStep::SelfTest),
        )
        .await?;
        let picture = image::load_from_memory_with_format(&picture, ImageFormat::Pnm)?.to_rgba8();
        let network_hash = checksums.get("dmtl.bpk").cloned().unwrap_or_default();
        Ok(Self { detector, network, picture, answer: parse(&answer)?, network_hash })
    }

    /// The analyser by the kernels for the CPU.
    ///
    /// # Errors
    /// When weights are damaged or of another version.
    pub fn analyzer_on_cpu(&self) -> Result<Analyzer, ModelError> {
        let detector = FaceDetector::on_cpu(self.detector.clone())?;
        Ok(Analyzer::new(detector, AttributeNetwork::on_cpu(self.network.clone())?, now))
    }

    /// The analyser by Burn on `device`.
    ///
    /// # Errors
    /// When weights are damaged or of another version.
    pub fn analyzer_on_device(&self, device: &Device) -> Result<Analyzer, ModelError> {
        let detector = FaceDetector::on_device(self.detector.clone(), device)?;
        Ok(Analyzer::new(detector, AttributeNetwork::on_device(self.network.clone(), device)?, now))
    }

    /// SHA-256 of the network's weights, in hexadecimal digits.
    pub fn weights_hash(&self) -> String {
        self.network_hash.clone()
    }

    /// Whether `analyzer` gives the known answer. It computes everything once, so that a GPU has compiled its kernels
    /// afterwards.
    ///
    /// # Errors
    /// Says in what the answer differs.
    pub async fn self_test(&self, analyzer: &Analyzer) -> Result<(), Deviation> {
        self.answer.check(analyzer, &self.picture).await
    }

    /// The shortest of the times that `analyzer` took for the self-test's picture, as the next frame of a video with a heat
    /// map, in milliseconds. Each run takes its `turn`, so that nothing is served meanwhile.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn time(&self, analyzer: &Analyzer, turn: &Mutex<()>) -> Result<f64, AnalysisError> {
        let mut shortest = f64::INFINITY;
        for _ in 0..TIMED_RUNS {
            let _taken = turn.lock().await;
            let begun = now();
            self.answer.repeat(analyzer, &self.picture).await?;
            shortest = shortest.min(now() - begun);
        }
        Ok(shortest)
    }
}

/// The browser's clock, in milliseconds.
pub fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

/// Reads JSON with the browser's own parser, which is there already.
fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, ModelError> {
    let value = js_sys::JSON::parse(&String::from_utf8_lossy(json))
        .map_err(|exception| ModelError::Json(message(&exception)))?;
    serde_wasm_bindgen::from_value(value).map_err(|error| ModelError::Json(error.to_string()))
}
