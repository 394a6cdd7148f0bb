//! How estimates are put into words, on cards, on the picture and for screen readers.

use crate::attributes::Attribute;
use crate::estimates::{AGE_INTERVAL, Doubt, Estimates};
use crate::protocol::Face;

/// The estimate of one attribute as a card shows it, such as "31 years (27–36)" or "Female 97 %".
pub fn estimate_text(estimates: &Estimates, attribute: Attribute) -> String {
    match attribute {
        Attribute::Age => {
            let (from, to) = estimates.age.interval(AGE_INTERVAL);
            format!("{} years ({from}–{to})", years(estimates))
        }
        _ => nominal_text(estimates, attribute),
    }
}

/// What stands between the parts of a line about a face.
pub const SEPARATOR: &str = " · ";

/// Said before what is said about a face that there is a reason to doubt.
const LOW_CONFIDENCE: &str = "low confidence";

/// What is said about a face without the hidden attributes, such as "31 years" and "Female 97 %".
pub fn face_parts(face: &Face, is_hidden: impl Fn(Attribute) -> bool) -> Vec<String> {
    let mut shown = Attribute::ALL.into_iter().filter(|&attribute| !is_hidden(attribute)).peekable();
    let doubt = (!face.doubts.is_empty() && shown.peek().is_some()).then(|| LOW_CONFIDENCE.to_owned());
    let estimates = shown.map(|attribute| match attribute {
        Attribute::Age => format!("{} years", years(&face.estimates)),
        _ => nominal_text(&face.estimates, attribute),
    });
    doubt.into_iter().chain(estimates).collect()
}

/// Why a face's estimates should not be believed, such as "Low confidence: the face is blurred."; empty without a reason.
pub fn doubt_text(doubts: &[Doubt]) -> String {
    let reasons: Vec<&str> = doubts.iter().map(|doubt| doubt.reason()).collect();
    if reasons.is_empty() { String::new() } else { format!("Low confidence: {}.", reasons.join(", ")) }
}

/// What a screen reader is told about all faces.
pub fn summary<'a>(faces: impl ExactSizeIterator<Item = &'a Face>, is_hidden: impl Fn(Attribute) -> bool) -> String {
    let count = match faces.len() {
        0 => return "No face found.".to_owned(),
        1 => "1 face".to_owned(),
        several => format!("{several} faces"),
    };
    let lines: Vec<String> =
        faces.map(|face| face_parts(face, &is_hidden).join(SEPARATOR)).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { format!("{count}.") } else { format!("{count}: {}.", lines.join("; ")) }
}

/// A probability in whole per cent.
pub fn percent(probability: f32) -> String {
    format!("{:.0} %", probability * 100.0)
}

fn years(estimates: &Estimates) -> String {
    format!("{:.0}", estimates.age.years())
}

/// The likeliest class of a nominal attribute and its probability; of age, its years.
fn nominal_text(estimates: &Estimates, attribute: Attribute) -> String {
    let (label, probability) = match attribute {
        Attribute::Age => return years(estimates),
        Attribute::Gender => {
            let (gender, probability) = estimates.likeliest_gender();
            (gender.label(), probability)
        }
        Attribute::Race => {
            let (race, probability) = estimates.likeliest_race();
            (race.label(), probability)
        }
    };
    format!("{label} {}", percent(probability))
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::estimates::AgeEstimate;
    use crate::geometry::{Rectangle, Similarity};

    fn woman_of_thirty() -> Estimates {
        let mut distribution = vec![0.0; 101];
        distribution[27] = 0.25;
        distribution[31] = 0.5;
        distribution[36] = 0.25;
        Estimates { age: AgeEstimate { distribution }, gender: [0.03, 0.97], race: [0.05, 0.02, 0.88, 0.03, 0.02] }
    }

    /// The woman of thirty, with these reasons to doubt what is said about her.
    pub fn face(doubts: Vec<Doubt>) -> Face {
        Face {
            number: 0,
            bounding_box: Rectangle::default(),
            key_points: Default::default(),
            score: 0.9,
            crop_to_frame: Similarity::IDENTITY,
            estimates: woman_of_thirty(),
            doubts,
            heat_map: None,
        }
    }

    #[test]
    fn estimates_read_as_on_the_card() {
        let face = woman_of_thirty();
        assert_eq!(estimate_text(&face, Attribute::Age), "31 years (27–36)");
        assert_eq!(estimate_text(&face, Attribute::Gender), "Female 97 %");
        assert_eq!(estimate_text(&face, Attribute::Race), "Asian 88 %");
    }

    #[test]
    fn hidden_attributes_are_not_spoken_of() {
        let faces = [face(vec![])];
        assert_eq!(summary(faces.iter(), |a| a == Attribute::Race), "1 face: 31 years · Female 97 %.");
        assert_eq!(summary(faces.iter(), |_| true), "1 face.");
        assert_eq!(summary([].iter(), |_| false), "No face found.");
    }

    #[test]
    fn a_doubt_is_said_first_and_its_reasons_on_the_card() {
        let doubted = face(vec![Doubt::Dark, Doubt::Blurred]);
        assert_eq!(face_parts(&doubted, |a| a == Attribute::Race), ["low confidence", "31 years", "Female 97 %"]);
        assert!(face_parts(&doubted, |_| true).is_empty());
        assert_eq!(doubt_text(&doubted.doubts), "Low confidence: it is too dark, the face is blurred.");
        assert_eq!(doubt_text(&[]), "");
    }
}
