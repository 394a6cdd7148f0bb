//! How estimates are put into words, on cards, on the picture and for screen readers.

use crate::attributes::Attribute;
use crate::estimates::Estimates;

/// Share of the age distribution that the shown interval holds.
pub const INTERVAL_MASS: f32 = 0.8;

/// The estimate of one attribute as a card shows it, such as "31 years (27–36)" or "Female 97 %".
pub fn estimate_text(estimates: &Estimates, attribute: Attribute) -> String {
    match attribute {
        Attribute::Age => {
            let (from, to) = estimates.age.interval(INTERVAL_MASS);
            format!("{} years ({from}–{to})", years(estimates))
        }
        _ => nominal_text(estimates, attribute),
    }
}

/// What stands between the parts of a line about a face.
pub const SEPARATOR: &str = " · ";

/// What is said about a face without the hidden attributes, such as "31 years" and "Female 97 %".
pub fn face_parts(estimates: &Estimates, is_hidden: impl Fn(Attribute) -> bool) -> Vec<String> {
    Attribute::ALL
        .into_iter()
        .filter(|&attribute| !is_hidden(attribute))
        .map(|attribute| match attribute {
            Attribute::Age => format!("{} years", years(estimates)),
            _ => nominal_text(estimates, attribute),
        })
        .collect()
}

/// What a screen reader is told about all faces.
pub fn summary<'a>(
    faces: impl ExactSizeIterator<Item = &'a Estimates>,
    is_hidden: impl Fn(Attribute) -> bool,
) -> String {
    let count = match faces.len() {
        0 => return "No face found.".to_owned(),
        1 => "1 face".to_owned(),
        several => format!("{several} faces"),
    };
    let lines: Vec<String> = faces
        .map(|estimates| face_parts(estimates, &is_hidden).join(SEPARATOR))
        .filter(|line| !line.is_empty())
        .collect();
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
mod tests {
    use super::*;
    use crate::estimates::AgeEstimate;

    fn woman_of_thirty() -> Estimates {
        let mut distribution = vec![0.0; 101];
        distribution[27] = 0.25;
        distribution[31] = 0.5;
        distribution[36] = 0.25;
        Estimates { age: AgeEstimate { distribution }, gender: [0.03, 0.97], race: [0.05, 0.02, 0.88, 0.03, 0.02] }
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
        let faces = [woman_of_thirty()];
        assert_eq!(summary(faces.iter(), |a| a == Attribute::Race), "1 face: 31 years · Female 97 %.");
        assert_eq!(summary(faces.iter(), |_| true), "1 face.");
        assert_eq!(summary([].iter(), |_| false), "No face found.");
    }
}
