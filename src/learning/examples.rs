//! Examples of new attributes: features of a face and of its mirror image, taken at one place of the network, and the
//! face's class of each attribute. Every fifth example is held back for testing.

#[cfg(feature = "inference")]
use crate::attributes::Attribute;
#[cfg(feature = "inference")]
use crate::network::Features;
use serde::{Deserialize, Serialize};

/// One example in `HELD_BACK` is held back, to see what was learned.
const HELD_BACK: u32 = 5;

/// Where in the network features are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// The end of the trunk, which all attributes share: the most general.
    #[default]
    Trunk,
    /// The end of the branch for ordinal attributes, which has learned what tells an age.
    Ordinal,
    /// The end of the branch for nominal attributes, which has learned what tells gender and race.
    Nominal,
}

impl Place {
    /// All places.
    pub const ALL: [Self; 3] = [Self::Trunk, Self::Ordinal, Self::Nominal];

    /// The features that are taken at this place.
    #[cfg(feature = "inference")]
    pub fn of(self, features: &Features) -> &[f32] {
        match self {
            Self::Trunk => &features.shared,
            Self::Ordinal => &features.ordinal,
            Self::Nominal => &features.nominal,
        }
    }

    /// An attribute whose branch ends at this place; `None` for the end of the trunk.
    #[cfg(feature = "inference")]
    pub fn branch_of(self) -> Option<Attribute> {
        match self {
            Self::Trunk => None,
            Self::Ordinal => Some(Attribute::Age),
            Self::Nominal => Some(Attribute::Gender),
        }
    }
}

/// A face that somebody has shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Its number among all that were shown, which stays when others are deleted.
    pub number: u32,
    /// The features of its crop, and of the crop's mirror image.
    pub views: [Vec<f32>; 2],
    /// Its class of each attribute; nothing where it is not known.
    pub classes: Vec<Option<usize>>,
}

impl Example {
    /// Whether the example is held back from learning.
    pub fn is_held_back(&self) -> bool {
        self.number % HELD_BACK == HELD_BACK - 1
    }
}
