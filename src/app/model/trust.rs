//! What was measured of heat maps, as far as the lesson tells it.

use super::phrase::{Argument, Phrase};
use super::sentences::attribute_phrase;
use crate::attributes::{Attribute, PerAttribute};
use crate::network::Layer;

/// The data set whose figures are told: its faces are seen as a camera sees them.
const SET: &str = "fairface";
/// The card's field with the figures of heat maps by data set.
const EXPLANATIONS: &str = "explanations";
/// Where each of [`MapFigures`] lies among the figures of an attribute at a layer.
const FIGURES: [&[&str]; 4] = [
    &["heat_in_oval", "value"],
    &["hidden_fifth", "hottest", "value"],
    &["hidden_fifth", "random", "value"],
    &["hidden_fifth", "centre_first", "value"],
];

/// Share of the heat inside of the face's oval, and what hiding the hottest fifth of the pixels, a fifth by chance, and the middle of the face
/// costs.
type MapFigures = [f64; FIGURES.len()];

/// What the card says of heat maps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trust {
    faces: f64,
    by_chance: f64,
    /// The figures by attribute and layer.
    figures: PerAttribute<[Option<MapFigures>; Layer::ALL.len()]>,
}

impl Trust {
    /// Reads it off the card, in which `number_at` finds a number by its path. `None` of a card whose weights' maps were not measured.
    pub fn read(number_at: impl Fn(&[&str]) -> Option<f64>) -> Option<Self> {
        let of_set = |path: &[&'static str]| {
            let mut all = vec![EXPLANATIONS, SET];
            all.extend(path);
            number_at(&all)
        };
        let figures = |attribute: Attribute, layer: Layer| {
            let mut found = MapFigures::default();
            for (value, path) in found.iter_mut().zip(FIGURES) {
                let mut all = vec![attribute.name(), layer.name()];
                all.extend(path);
                *value = of_set(&all)?;
            }
            Some(found)
        };
        Some(Self {
            faces: of_set(&["n"])?,
            by_chance: of_set(&["oval_share"])?,
            figures: PerAttribute::from_fn(|attribute| Layer::ALL.map(|layer| figures(attribute, layer))),
        })
    }

    /// A sentence about the maps of an attribute at a layer.
    pub fn phrase(&self, attribute: Attribute, layer: Layer) -> Option<Phrase> {
        let [inside, hottest, random, middle] = (*self.figures[attribute].get(layer as usize)?)?;
        let points = |share: f64| Argument::Number(100.0 * share, 1);
        let phrase = Phrase::new("evidence-trust")
            .with("attribute", attribute_phrase(attribute).into())
            .with("n", Argument::Number(self.faces, 0))
            .with("inside", Argument::Share(inside))
            .with("chance", Argument::Share(self.by_chance));
        Some(phrase.with("hottest", points(hottest)).with("random", points(random)).with("middle", points(middle)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_says_it_of_every_attribute_at_every_layer() {
        let card: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string("assets/model-card.json").unwrap()).unwrap();
        let number_at = |path: &[&str]| path.iter().try_fold(&card, |value, name| value.get(name))?.as_f64();
        let trust = Trust::read(number_at).unwrap();
        for (attribute, layer) in Attribute::ALL.into_iter().flat_map(|it| Layer::ALL.map(|layer| (it, layer))) {
            assert!(trust.phrase(attribute, layer).is_some(), "{attribute:?} at {layer:?}");
        }
        assert_eq!(Trust::read(|_| None), None);
    }
}
