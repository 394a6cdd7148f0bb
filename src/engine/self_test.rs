//! Whether the device computes what it should, and how long it takes.

use super::clock::now;
use super::download::download_checked;
use super::exception::message;
use super::known::Known;
use crate::analysis::{Analyzer, KnownAnswer};
use crate::protocol::Cost;
use image::{ImageFormat, RgbaImage, load_from_memory_with_format};
use wasm_bindgen::JsValue;

const PICTURE: &str = "known-answer.ppm";
const ANSWER: &str = "known-answer.json";
/// How often the device is timed.
const TIMED_RUNS: usize = 3;
/// Faces of the larger of the two batches that are timed.
const MANY: usize = 4;

/// A picture whose analysis is known.
pub(super) struct SelfTest {
    picture: RgbaImage,
    answer: KnownAnswer,
}

impl SelfTest {
    /// # Errors
    /// When a file cannot be loaded or read; a technical reason.
    pub(super) async fn load() -> Result<Self, String> {
        let file =
            async |name| download_checked(name, &Known::of(name), &|_| {}).await.map_err(|error| error.to_string());
        let picture = load_from_memory_with_format(&file(PICTURE).await?, ImageFormat::Pnm);
        let answer = js_sys::JSON::parse(&String::from_utf8_lossy(&file(ANSWER).await?));
        let answer = answer.map_err(|exception: JsValue| message(&exception))?;
        Ok(Self {
            picture: picture.map_err(|error| error.to_string())?.to_rgba8(),
            answer: serde_wasm_bindgen::from_value(answer).map_err(|error| error.to_string())?,
        })
    }

    /// Whether `analyzer` gives the known answer.
    ///
    /// # Errors
    /// Says in what the answer differs.
    pub(super) async fn check(&self, analyzer: &Analyzer) -> Result<(), String> {
        self.answer.check(analyzer, &self.picture).await.map_err(|deviation| deviation.to_string())
    }

    /// What a frame costs `analyzer`: the shortest of some runs with one face, and of some with several.
    ///
    /// # Errors
    /// When the device fails.
    pub(super) async fn time(&self, analyzer: &Analyzer) -> Result<Cost, String> {
        let mut shortest = [f64::INFINITY; 2];
        // The first run of a batch's size is checked against the CPU, and makes its pipelines; it is never the shortest.
        for _ in 0..=TIMED_RUNS {
            for (shortest, faces) in shortest.iter_mut().zip([1, MANY]) {
                let begun = now();
                self.answer.repeat(analyzer, &self.picture, faces).await.map_err(|error| error.to_string())?;
                *shortest = shortest.min(now() - begun);
            }
        }
        let [one, many] = shortest;
        let per_face = ((many - one) / (MANY - 1) as f64).max(0.0);
        Ok(Cost { base: (one - per_face).max(0.0), per_face })
    }
}
