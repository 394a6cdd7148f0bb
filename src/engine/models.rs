//! The models' files, which arrive side by side.

use super::clock::now;
use super::download::{DownloadError, download_checked};
use super::known::Known;
use super::reply::post;
use crate::analysis::Probe;
use crate::detection::DetectorError;
use crate::learning::{Example, unpack};
use crate::network::{SecondOpinion, WeightsError};
use crate::protocol::Response;
use std::cell::Cell;

/// The doubt probe, which `visage fit-doubt` writes.
const PROBE: &[u8] = include_bytes!("../../assets/doubt.probe");
const DETECTOR: &str = "blazeface.bpk";
const NETWORK: &str = "dmtl.bpk";
/// The packed faces, which `visage pack-faces` writes.
const FACES: &str = "faces.pack";
/// The second network's weights, which `visage convert second-opinion` writes.
const SECOND_OPINION: &str = "second-opinion.bpk";
/// Most of a file of which it is told that it has arrived before it has been checked and read.
const NEARLY: f64 = 0.99;
/// Milliseconds between two reports of progress.
const REPORT_EVERY: f64 = 100.0;

/// The models cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file cannot be loaded.
    #[error(transparent)]
    Download(#[from] DownloadError),
    /// The detector's weights are unusable.
    #[error(transparent)]
    Detector(#[from] DetectorError),
    /// A network's weights are unusable.
    #[error(transparent)]
    Network(#[from] WeightsError),
}

/// The models' files, and how much of them has arrived.
#[derive(Default)]
pub struct Models {
    loaded: [Cell<f64>; 2],
    reported: Cell<f64>,
}

impl Models {
    /// The bytes of the face detector's weights.
    ///
    /// # Errors
    /// When they are missing or are not those of this release.
    pub async fn detector(&self) -> Result<Vec<u8>, ModelError> {
        self.load(DETECTOR, 0).await
    }

    /// The bytes of the network's weights.
    ///
    /// # Errors
    /// When they are missing or are not those of this release.
    pub async fn network(&self) -> Result<Vec<u8>, ModelError> {
        self.load(NETWORK, 1).await
    }

    /// The second network, which is loaded when it is asked for. `tell` hears the share that has arrived, less than 1, now and then.
    ///
    /// # Errors
    /// When it cannot be loaded, or is another network.
    pub async fn second_opinion(tell: &dyn Fn(f64)) -> Result<SecondOpinion, ModelError> {
        let known = Known::of(SECOND_OPINION);
        let told = Cell::new(0.0);
        let progress = |loaded: usize| {
            if now() - told.get() >= REPORT_EVERY {
                told.set(now());
                tell((loaded as f64 / known.bytes).min(NEARLY));
            }
        };
        Ok(SecondOpinion::from_burnpack(download_checked(SECOND_OPINION, &known, &progress).await?)?)
    }

    /// Faces of the data sets to learn from, which are loaded when they are asked for; `None` where they cannot be, or are none of the
    /// network's.
    pub async fn faces() -> Option<Vec<Example>> {
        let bytes = download_checked(FACES, &Known::of(FACES), &|_| ()).await.ok()?;
        unpack(&bytes, &Self::weights_hash())
    }

    /// What tells the network's ordinary faces from others.
    pub fn probe() -> Option<Probe> {
        Probe::from_bytes(PROBE).filter(|probe| probe.is_of(&Self::weights_hash()))
    }

    /// SHA-256 of the network's weights, in hexadecimal digits.
    pub fn weights_hash() -> String {
        Known::of(NETWORK).sha256
    }

    async fn load(&self, name: &str, place: usize) -> Result<Vec<u8>, ModelError> {
        let progress = |loaded: usize| {
            // Of two places, this is one.
            self.loaded[place].set(loaded as f64);
            self.report();
        };
        Ok(download_checked(name, &Known::of(name), &progress).await?)
    }

    /// Tells the page how much has arrived, unless it was told just now.
    fn report(&self) {
        let total = Known::of(DETECTOR).bytes + Known::of(NETWORK).bytes;
        let loaded: f64 = self.loaded.iter().map(Cell::get).sum();
        if now() - self.reported.get() >= REPORT_EVERY || loaded >= total {
            self.reported.set(now());
            post(&Response::Loading { loaded, total });
        }
    }
}
