//! How estimates are put into words, on cards, on the picture and for screen readers.

use super::explain_target::ExplainTarget;
use super::phrase::{Argument, Phrase};
use crate::attributes::{AGE_CLASSES, Attribute, Category, OLDER};
use crate::estimates::{AGE_INTERVAL, Doubt, Estimates, LEAST_AGE_OF_GENDER};
use crate::heat_palette::Palette;
use crate::learning::{Answer, NewAttribute, Task};
use crate::protocol::Face;

/// What stands between the parts of a line about a face.
pub const SEPARATOR: &str = " · ";

/// The messages about an attribute.
struct AttributeWords {
    // On the card.
    title: &'static str,
    // What evidence can speak for: the classes in their order, or the directions of an age.
    classes: &'static [&'static str],
}

const fn words_of(attribute: Attribute) -> AttributeWords {
    match attribute {
        Attribute::Age => AttributeWords { title: "estimated-age", classes: &["class-younger", "class-older"] },
        Attribute::Gender => AttributeWords { title: "estimated-gender", classes: &["class-male", "class-female"] },
        Attribute::Race => AttributeWords {
            title: "estimated-race",
            classes: &["class-white", "class-black", "class-asian", "class-indian", "class-others"],
        },
    }
}

/// The name of an attribute, whose message is called the same.
pub fn attribute_phrase(attribute: Attribute) -> Phrase {
    Phrase::new(attribute.name())
}

/// The message above an attribute's estimate on the card.
pub fn estimate_title(attribute: Attribute) -> &'static str {
    words_of(attribute).title
}

/// The name of a class of an attribute, or of a direction of age, as evidence can speak for it.
pub fn class_phrase(attribute: Attribute, class: usize) -> Option<Phrase> {
    words_of(attribute).classes.get(class).map(|id| Phrase::new(id))
}

/// A range of ages, by its first and its last year; what ends with the last age class has no end.
pub fn ages_phrase((first, last): (usize, usize)) -> Phrase {
    let years = |year: usize| Argument::Number(year as f64, 0);
    let is_open = last + 1 == AGE_CLASSES;
    let phrase = Phrase::new(if is_open { "ages-from" } else { "ages" }).with("from", years(first));
    if is_open { phrase } else { phrase.with("to", years(last)) }
}

/// What a heat map speaks for, in a word: the class asked for, or else the one estimated for the face that is looked at; `None` for
/// no heat map.
pub fn target_phrase(explained: &ExplainTarget, face: Option<&Estimates>) -> Option<Phrase> {
    let attribute = explained.attribute?;
    let estimated = || match attribute.category() {
        Category::Ordinal => Some(OLDER),
        Category::Nominal => face.map(|face| face.likeliest(attribute).0),
    };
    let class = explained.class.or_else(estimated);
    class.and_then(|class| class_phrase(attribute, class)).or_else(|| Some(attribute_phrase(attribute)))
}

/// The name of a layer that a heat map can be taken at: the end of a stage, by its index and the side length of its map.
pub fn layer_phrase(layer: usize, side: u32) -> Phrase {
    Phrase::new("layer").with("stage", Argument::Count(layer + 1)).with("side", Argument::Count(side as usize))
}

/// The name of a row of colours.
pub fn palette_phrase(palette: Palette) -> Phrase {
    Phrase::new(match palette {
        Palette::Viridis => "palette-viridis",
        Palette::Inferno => "palette-inferno",
        Palette::Cividis => "palette-cividis",
    })
}

/// The estimate of one attribute as a card shows it, such as "31 years (27–36)" or "Female 97 %".
pub fn estimate_phrase(estimates: &Estimates, attribute: Attribute) -> Phrase {
    match attribute.category() {
        Category::Ordinal => {
            let (from, to) = estimates.age.interval(AGE_INTERVAL);
            years(estimates, "years-with-interval")
                .with("from", Argument::Number(from as f64, 0))
                .with("to", Argument::Number(to as f64, 0))
        }
        Category::Nominal => nominal_phrase(estimates, attribute),
    }
}

/// What is said about a face without the hidden attributes, such as "31 years" and "Female 97 %", after a word of doubt if
/// there is a reason.
pub fn face_parts(face: &Face, is_hidden: impl Fn(Attribute) -> bool) -> Vec<Phrase> {
    // A label says nothing where the card says why.
    let is_shown = |attribute: &Attribute| !is_hidden(*attribute) && face.estimates.tells(*attribute);
    let mut shown = Attribute::ALL.into_iter().filter(is_shown).peekable();
    let doubt = (!face.doubts.is_empty() && shown.peek().is_some()).then(|| Phrase::new("low-confidence"));
    let estimates = shown.map(|attribute| match attribute.category() {
        Category::Ordinal => years(&face.estimates, "years"),
        Category::Nominal => nominal_phrase(&face.estimates, attribute),
    });
    doubt.into_iter().chain(estimates).collect()
}

/// What is said of a face's taught attributes, by the names that the visitor gave them: the class of each that is likeliest.
pub fn taught_parts(face: &Face, task: Option<&Task>) -> Vec<String> {
    let Some((taught, task)) = face.taught.as_ref().zip(task) else { return Vec::new() };
    let said = taught.answers.iter().zip(&task.attributes);
    if taught.is_unlike {
        Vec::new()
    } else {
        said.map(|(answer, attribute)| taught_part(attribute, Some(answer))).collect()
    }
}

/// A taught attribute with its likeliest class, such as "smile: wide"; of one of which nothing is said, its name.
pub fn taught_part(attribute: &NewAttribute, answer: Option<&Answer>) -> String {
    match answer.and_then(|answer| attribute.classes.get(answer.class(attribute.category))) {
        Some(class) => format!("{}: {class}", attribute.name),
        None => attribute.name.clone(),
    }
}

/// Why a face's estimates should not be believed; `None` without a reason.
pub fn doubt_phrase(doubts: &[Doubt]) -> Option<Phrase> {
    let reason = |doubt: &Doubt| {
        Phrase::new(match doubt {
            Doubt::Small => "doubt-small",
            Doubt::CutOff => "doubt-cut-off",
            Doubt::Turned => "doubt-turned",
            Doubt::Unclear => "doubt-unclear",
            Doubt::Dark => "doubt-dark",
            Doubt::Bright => "doubt-bright",
            Doubt::Blurred => "doubt-blurred",
            Doubt::Tilted => "doubt-tilted",
            Doubt::Covered => "doubt-covered",
            Doubt::Unlike => "doubt-unlike",
        })
    };
    let reasons: Vec<Phrase> = doubts.iter().map(reason).collect();
    (!reasons.is_empty()).then(|| Phrase::new("low-confidence-because").with("reasons", Argument::List(reasons)))
}

/// What a screen reader is told about `count` faces, of which `lines` says something.
pub fn summary(count: usize, lines: &[String]) -> Phrase {
    if count == 0 {
        return Phrase::new("no-face-found");
    }
    let found = Phrase::new(if lines.is_empty() { "faces-found" } else { "faces-found-with" });
    let found = found.with("count", Argument::Count(count));
    if lines.is_empty() { found } else { found.with("faces", Argument::Text(lines.join("; "))) }
}

fn years(estimates: &Estimates, id: &'static str) -> Phrase {
    // A count, because one year is said otherwise than two.
    Phrase::new(id).with("years", Argument::Count(estimates.age.years().round() as usize))
}

/// The likeliest class of a nominal attribute and its probability.
fn nominal_phrase(estimates: &Estimates, attribute: Attribute) -> Phrase {
    if !estimates.tells(attribute) {
        return Phrase::new("gender-not-told").with("years", Argument::Count(LEAST_AGE_OF_GENDER as usize));
    }
    let (class, probability) = estimates.likeliest(attribute);
    let phrase = Phrase::new("class-with-share").with("share", Argument::Share(f64::from(probability)));
    // Every class has its phrase.
    class_phrase(attribute, class).into_iter().fold(phrase, |phrase, class| phrase.with("class", class.into()))
}

#[cfg(test)]
pub(crate) mod tests {
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
    pub(crate) fn face(doubts: Vec<Doubt>) -> Face {
        Face {
            identity: 0,
            number: 0,
            bounding_box: Rectangle::default(),
            key_points: Default::default(),
            score: 0.9,
            crop_to_frame: Similarity::IDENTITY,
            estimates: woman_of_thirty(),
            doubts,
            heat_map: None,
            taught: None,
        }
    }

    fn argument<'a>(phrase: &'a Phrase, name: &str) -> &'a Argument {
        &phrase.arguments.iter().find(|(variable, _)| *variable == name).unwrap().1
    }

    #[test]
    fn estimates_read_as_on_the_card() {
        let age = estimate_phrase(&woman_of_thirty(), Attribute::Age);
        assert_eq!(age.id, "years-with-interval");
        assert_eq!(argument(&age, "years"), &Argument::Count(31));
        assert_eq!(argument(&age, "to"), &Argument::Number(36.0, 0));
        let race = estimate_phrase(&woman_of_thirty(), Attribute::Race);
        assert_eq!(argument(&race, "class"), &Argument::Phrase(Phrase::new("class-asian")));
        assert_eq!(argument(&race, "share"), &Argument::Share(f64::from(0.88f32)));
    }

    #[test]
    fn a_heat_map_is_said_to_speak_for_a_class() {
        let target = |text: &str| ExplainTarget::parse(text).unwrap();
        let face = woman_of_thirty();
        let said = |text: &str, face| target_phrase(&target(text), face).map(|phrase| phrase.id);
        assert_eq!(said("none", Some(&face)), None);
        assert_eq!(said("age", None), Some("class-older"));
        assert_eq!(said("age:younger", None), Some("class-younger"));
        assert_eq!(said("gender", Some(&face)), Some("class-female"));
        assert_eq!(said("gender:male", Some(&face)), Some("class-male"));
        assert_eq!(said("race", None), Some("race"));
    }

    #[test]
    fn every_class_has_a_name() {
        for attribute in Attribute::ALL {
            for class in (0..attribute.classes()).take_while(|&class| attribute.explained_label(class).is_some()) {
                assert!(class_phrase(attribute, class).is_some(), "{attribute:?} {class}");
            }
        }
    }

    #[test]
    fn hidden_attributes_are_not_spoken_of() {
        let parts = face_parts(&face(vec![]), |a| a == Attribute::Race);
        assert_eq!(parts.iter().map(|part| part.id).collect::<Vec<_>>(), ["years", "class-with-share"]);
        assert_eq!(summary(2, &["a".to_owned(), "b".to_owned()]).id, "faces-found-with");
        assert_eq!(summary(1, &[]).id, "faces-found");
        assert_eq!(summary(0, &[]).id, "no-face-found");
    }

    #[test]
    fn a_doubt_is_said_first_and_its_reasons_on_the_card() {
        let doubted = face(vec![Doubt::Dark, Doubt::Blurred]);
        assert_eq!(face_parts(&doubted, |a| a == Attribute::Race)[0], Phrase::new("low-confidence"));
        assert!(face_parts(&doubted, |_| true).is_empty());
        let reasons = vec![Phrase::new("doubt-dark"), Phrase::new("doubt-blurred")];
        assert_eq!(argument(&doubt_phrase(&doubted.doubts).unwrap(), "reasons"), &Argument::List(reasons));
        assert_eq!(doubt_phrase(&[]), None);
    }
}
