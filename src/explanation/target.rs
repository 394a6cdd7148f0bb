//! What is to be explained.

use crate::attributes::Attribute;
use crate::network::Layer;

/// The output of the network that a heat map explains, and where the map is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExplanationTarget {
    /// The attribute whose output is explained.
    pub attribute: Attribute,
    /// The class of a nominal attribute; `None` for the one that the network finds likeliest in each face. Age is
    /// explained by its expectation: what makes it higher, or for [`YOUNGER`](crate::attributes::YOUNGER) lower.
    pub class: Option<usize>,
    /// The layer whose activations are weighted.
    pub layer: Layer,
}

impl ExplanationTarget {
    /// The likeliest class of `attribute` at the default layer.
    pub fn likeliest(attribute: Attribute) -> Self {
        Self { attribute, class: None, layer: Layer::DEFAULT }
    }
}
