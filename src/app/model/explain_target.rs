//! What the visitor wants the heat map to explain.

use crate::attributes::Attribute;
use crate::network::Layer;
use crate::protocol::ExplanationRequest;
use std::fmt;

/// An attribute, a class of it and a layer, each of which may be left to the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainTarget {
    /// The attribute explained; `None` for no heat map.
    pub attribute: Option<Attribute>,
    /// What the evidence speaks for, an index of [`Attribute::explained_label`]; `None` for each face's estimated class, and
    /// for an older age.
    pub class: Option<usize>,
    /// The layer, an index in [`Layer::ALL`]; `None` for the default.
    pub layer: Option<usize>,
    /// What is explained instead: an attribute that was taught, by its place in the task. It isn't part of an address.
    pub taught: Option<usize>,
}

impl Default for ExplainTarget {
    fn default() -> Self {
        Self { attribute: Some(Attribute::Age), class: None, layer: None, taught: None }
    }
}

impl ExplainTarget {
    /// Reads attribute and class from `none`, `age`, `gender`, `gender:female` and the like; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, class_name) = match text.split_once(':') {
            Some((name, class_name)) => (name, Some(class_name)),
            None => (text, None),
        };
        if name == "none" {
            return Some(Self { attribute: None, ..Self::default() });
        }
        let attribute = Attribute::ALL.into_iter().find(|attribute| attribute.name() == name)?;
        let class = match class_name {
            Some(class_name) => Some(class_named(attribute, class_name)?),
            None => None,
        };
        Some(Self { attribute: Some(attribute), class, ..Self::default() })
    }

    /// The request for the engine; instead of a layer that the network does not have, the default.
    pub fn to_request(&self) -> Option<ExplanationRequest> {
        let attribute = self.attribute.or(self.taught.map(|_| Attribute::Age))?;
        let layer = self.layer.filter(|&layer| layer < Layer::ALL.len());
        Some(ExplanationRequest {
            attribute,
            class: self.class.filter(|_| self.taught.is_none()),
            layer,
            taught: self.taught,
        })
    }
}

impl fmt::Display for ExplainTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(attribute) = self.attribute else {
            return formatter.write_str("none");
        };
        formatter.write_str(attribute.name())?;
        match self.class.and_then(|class| attribute.explained_label(class)) {
            Some(label) => write!(formatter, ":{}", label.to_ascii_lowercase()),
            None => Ok(()),
        }
    }
}

fn class_named(attribute: Attribute, name: &str) -> Option<usize> {
    let is_named =
        |&class: &usize| attribute.explained_label(class).is_some_and(|label| label.eq_ignore_ascii_case(name));
    (0..attribute.classes()).find(is_named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_print_as_they_are_read() {
        for text in ["none", "age", "age:younger", "gender", "gender:female", "race:others"] {
            assert_eq!(ExplainTarget::parse(text).map(|target| target.to_string()).as_deref(), Some(text));
        }
        assert_eq!(ExplainTarget::parse("race:martian"), None);
        assert_eq!(ExplainTarget::parse("height"), None);
    }

    #[test]
    fn a_layer_that_the_network_does_not_have_is_not_asked_for() {
        let target = |layer| ExplainTarget { layer: Some(layer), ..ExplainTarget::default() };
        assert_eq!(target(1).to_request().and_then(|request| request.layer), Some(1));
        assert_eq!(target(Layer::ALL.len()).to_request().and_then(|request| request.layer), None);
        assert_eq!(ExplainTarget::parse("none").unwrap().to_request(), None);
    }
}
