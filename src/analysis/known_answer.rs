//! A picture whose analysis is known, to find out whether a device computes what it should.
//!
//! Shaders that a driver miscompiles give plausible wrong numbers without an error (tracel-ai/cubecl issue 1641), so a
//! device is asked for this answer before it is trusted.

use super::{AnalysisError, Analyzer, FrameAnalysis, Views};
use crate::attributes::{Attribute, Category};
use crate::detection::Expected;
use crate::estimates::Estimates;
use crate::explanation::ExplanationTarget;
use crate::geometry::Rectangle;
use image::RgbaImage;
use serde::{Deserialize, Serialize};

/// What is explained: age, as its gradient goes through softmax as well.
const EXPLAINED: Attribute = Attribute::Age;

/// Devices round differently: sums are split up in other ways, and exponentials are approximated. That makes differences
/// far below these bounds (1e-5 in probabilities on SwiftShader), while a wrong kernel exceeds them by far.
const LEAST_OVERLAP: f32 = 0.95;
const MOST_PROBABILITY_ERROR: f32 = 0.02;
const MOST_YEARS_ERROR: f32 = 0.5;
const MOST_EVIDENCE_ERROR: f32 = 0.05;

/// The expected analysis of a picture with one face.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownAnswer {
    /// The face's box, in pixels of the picture.
    bounding_box: Rectangle,
    /// The face's estimates.
    estimates: Estimates,
    /// The evidence for its age at the default layer, rows from top to bottom.
    evidence: Vec<f32>,
}

/// A device gives another answer than the known one, or none.
#[derive(Debug, thiserror::Error)]
pub enum Deviation {
    /// There is no answer.
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
    /// The one face is not found.
    #[error("it finds {0} faces instead of one")]
    Faces(usize),
    /// The face is found in another place.
    #[error("it finds the face elsewhere (overlap {0:.2})")]
    Place(f32),
    /// An estimate is another one, or not a number.
    #[error("its estimate of {} is off by {difference:.2}", .attribute.name())]
    Estimate {
        /// The attribute.
        attribute: Attribute,
        /// In years for age, else the largest difference of a probability.
        difference: f32,
    },
    /// The evidence is another one, or not a number.
    #[error("its heat map is off by {0:.2} on average")]
    Evidence(f32),
}

impl KnownAnswer {
    /// Records the answer of a trusted device for `picture`.
    ///
    /// # Errors
    /// When the picture has not exactly one face, or the device fails.
    pub async fn record(analyzer: &Analyzer, picture: &RgbaImage) -> Result<Self, Deviation> {
        Self::of(analyzer.analyze(picture, Some(&ExplanationTarget::likeliest(EXPLAINED))).await?)
    }

    /// Whether `analyzer` gives this answer for `picture`.
    ///
    /// # Errors
    /// Says in what the answer differs.
    pub async fn check(&self, analyzer: &Analyzer, picture: &RgbaImage) -> Result<(), Deviation> {
        self.compare(&Self::record(analyzer, picture).await?)
    }

    /// Has `analyzer` do with `picture` what it does with a frame of `faces` faces, heat maps and all.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn repeat(&self, analyzer: &Analyzer, picture: &RgbaImage, faces: usize) -> Result<(), AnalysisError> {
        let found = analyzer.find(picture, &Expected::default()).await?;
        let faces: Vec<_> = found.faces.iter().cycle().take(if found.faces.is_empty() { 0 } else { faces }).collect();
        analyzer.read_faces(&faces, Some(&ExplanationTarget::likeliest(EXPLAINED)), Views::One).await?;
        Ok(())
    }

    /// Whether anything speaks for the face's age: without that, a check does not tell a right gradient from none.
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(|&value| value > 0.0)
    }

    fn of(analysis: FrameAnalysis) -> Result<Self, Deviation> {
        let found = analysis.faces.len();
        let mut faces = analysis.faces.into_iter();
        match (faces.next(), faces.next()) {
            (Some(face), None) => Ok(Self {
                bounding_box: face.detection.bounding_box,
                estimates: face.reading.estimates,
                evidence: face.reading.evidence.map(|map| map.values().to_vec()).unwrap_or_default(),
            }),
            _ => Err(Deviation::Faces(found)),
        }
    }

    fn compare(&self, answer: &Self) -> Result<(), Deviation> {
        let overlap = self.bounding_box.intersection_over_union(&answer.bounding_box);
        if overlap < LEAST_OVERLAP {
            return Err(Deviation::Place(overlap));
        }
        let (expected, given) = (&self.estimates, &answer.estimates);
        for attribute in Attribute::ALL {
            let (difference, most) = match attribute.category() {
                Category::Ordinal => ((expected.age.years() - given.age.years()).abs(), MOST_YEARS_ERROR),
                Category::Nominal => {
                    (largest_difference(expected.of(attribute), given.of(attribute)), MOST_PROBABILITY_ERROR)
                }
            };
            if difference.is_nan() || difference > most {
                return Err(Deviation::Estimate { attribute, difference });
            }
        }
        let difference = mean_difference(&self.evidence, &answer.evidence);
        if difference <= MOST_EVIDENCE_ERROR { Ok(()) } else { Err(Deviation::Evidence(difference)) }
    }
}

/// The largest difference of two values; NaN where one is.
fn largest_difference(expected: &[f32], given: &[f32]) -> f32 {
    let differences = expected.iter().zip(given).map(|(a, b)| (a - b).abs());
    differences
        .fold(0.0, |largest, difference| if largest.is_nan() || difference <= largest { largest } else { difference })
}

/// The mean difference of two maps, or NaN where they are of different sizes.
fn mean_difference(expected: &[f32], given: &[f32]) -> f32 {
    if expected.len() != given.len() {
        return f32::NAN;
    }
    let sum: f32 = expected.iter().zip(given).map(|(a, b)| (a - b).abs()).sum();
    sum / expected.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> KnownAnswer {
        let mut age = [0.0; 101];
        age[30] = 6.0;
        KnownAnswer {
            bounding_box: Rectangle { x: 10.0, y: 12.0, width: 50.0, height: 50.0 },
            estimates: Estimates::from_logits(&age, &[1.0, 2.0], &[0.0, 3.0, 1.0, 1.0, 2.0]),
            evidence: vec![0.0, 0.5, 1.0, 0.25],
        }
    }

    #[test]
    fn rounding_passes_and_mistakes_do_not() {
        let known = answer();
        let mut rounded = answer();
        rounded.bounding_box.x += 0.1;
        rounded.estimates.gender[0] += 0.001;
        rounded.evidence[2] -= 0.01;
        assert!(known.compare(&rounded).is_ok());

        let mut elsewhere = answer();
        elsewhere.bounding_box.x += 9.0;
        assert!(matches!(known.compare(&elsewhere), Err(Deviation::Place(_))));
        let mut older = answer();
        older.estimates.age.distribution.rotate_right(1);
        assert!(matches!(known.compare(&older), Err(Deviation::Estimate { attribute: Attribute::Age, .. })));
        let mut broken = answer();
        broken.estimates.race[2] = f32::NAN;
        assert!(matches!(known.compare(&broken), Err(Deviation::Estimate { attribute: Attribute::Race, .. })));
        let mut blind = answer();
        blind.evidence = vec![0.0; 4];
        assert!(matches!(known.compare(&blind), Err(Deviation::Evidence(_))));
        let mut cut = answer();
        cut.evidence.pop();
        assert!(matches!(known.compare(&cut), Err(Deviation::Evidence(_))));
    }

    #[test]
    fn a_picture_without_exactly_one_face_has_no_answer() {
        assert!(matches!(KnownAnswer::of(FrameAnalysis::default()), Err(Deviation::Faces(0))));
    }
}
