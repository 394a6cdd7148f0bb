//! The findings of one picture, for a file.

use super::named::Named;
use super::settings::Settings;
use crate::attributes::Attribute;
use crate::estimates::{AGE_INTERVAL, Doubt};
use crate::geometry::Rectangle;
use crate::protocol::{Analysis, Face};
use serde::Serialize;

/// What a file says about a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Numbers {
    /// What these numbers are.
    pub note: &'static str,
    /// The picture's width in pixels.
    pub width: u32,
    /// The picture's height in pixels.
    pub height: u32,
    /// Whether the page, and the pictures that it saves, show it as in a mirror; places here are those of the picture itself.
    pub mirrored: bool,
    /// SHA-256 of the network's weights, in hexadecimal digits; empty if it is not known any more.
    pub model: String,
    /// Whether the estimates are the mean of two networks.
    pub second_opinion: bool,
    /// The faces in the picture.
    pub faces: Vec<FaceNumbers>,
}

/// What a file says about a face. Hidden attributes are left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FaceNumbers {
    /// The number on the card.
    pub face: u32,
    /// The face's box, in pixels of the picture.
    pub bounding_box: Rectangle,
    /// Estimated years.
    pub age: Option<AgeNumbers>,
    /// Probability of each gender as labelled in the data sets.
    pub gender: Option<Named<&'static str, f32>>,
    /// Probability of each race as labelled in the data sets.
    pub race: Option<Named<&'static str, f32>>,
    /// Reasons not to believe the estimates.
    pub doubts: Vec<Doubt>,
}

/// What a file says about an age.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgeNumbers {
    /// The expected age.
    pub years: f32,
    /// First and last year of the 80 % interval.
    pub interval: (usize, usize),
    /// Probability of each year from 0.
    pub distribution: Vec<f32>,
}

impl Numbers {
    /// The numbers of an analysis of a picture that is `mirrored` on the page, by the network with the hash `model`, without what
    /// the visitor hides.
    pub fn new(analysis: &Analysis, mirrored: bool, model: String, settings: &Settings) -> Self {
        Self {
            note: "Estimates of how faces look to a neural network, not facts about persons. Race and gender as labelled in the data sets.",
            width: analysis.width,
            height: analysis.height,
            mirrored,
            model,
            second_opinion: analysis.second_opinion,
            faces: analysis.faces.iter().map(|face| FaceNumbers::new(face, settings)).collect(),
        }
    }
}

impl FaceNumbers {
    fn new(face: &Face, settings: &Settings) -> Self {
        let estimates = &face.estimates;
        let shows = |attribute: Attribute| !settings.hides(attribute) && estimates.tells(attribute);
        let classes = |attribute: Attribute| {
            let probabilities = attribute.labels().iter().zip(estimates.of(attribute));
            shows(attribute).then(|| Named(probabilities.map(|(&label, &probability)| (label, probability)).collect()))
        };
        Self {
            face: face.number + 1,
            bounding_box: face.bounding_box,
            age: shows(Attribute::Age).then(|| AgeNumbers {
                years: estimates.age.years(),
                interval: estimates.age.interval(AGE_INTERVAL),
                distribution: estimates.age.distribution.clone(),
            }),
            gender: classes(Attribute::Gender),
            race: classes(Attribute::Race),
            doubts: face.doubts.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;
    use crate::protocol::Timings;

    #[test]
    fn hidden_attributes_are_left_out() {
        let analysis = Analysis {
            frame: 3,
            width: 640,
            height: 480,
            faces: vec![face(vec![])],
            count: 1,
            followed: false,
            light: 90.0,
            searched: false,
            second_opinion: false,
            dissection: None,
            sample: None,
            timings: Timings::default(),
            memory: 0.0,
        };
        let settings = Settings { hidden: vec![Attribute::Race], ..Settings::default() };
        let numbers = Numbers::new(&analysis, true, "0123".to_owned(), &settings);
        assert_eq!((numbers.mirrored, numbers.model.as_str()), (true, "0123"));
        let face = &numbers.faces[0];
        assert_eq!(face.race, None);
        assert_eq!(face.gender.as_ref().unwrap().get("Female"), Some(&0.97));
        assert_eq!(face.age.as_ref().unwrap().interval, (27, 36));
    }
}
