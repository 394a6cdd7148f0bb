//! The file of learned attributes: JSON with a version, valid for one network, which
//! it names by the SHA-256 of its weights.

use super::Learned;
use serde::{Deserialize, Serialize};

/// What a file of learned attributes begins with, and its version.
const FORMAT: &str = "visage-heads-1";

/// Learned attributes as they are kept in a file: they mean something only on the features of the network that they were learned on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heads {
    format: String,
    /// SHA-256 of that network's weights, in hexadecimal digits.
    network: String,
    learned: Learned,
}

/// A file of learned attributes cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeadsError {
    /// It is of another version, or its parts do not fit.
    #[error("it is no file of learned attributes, of another version, or damaged")]
    Damaged,
    /// It was learned on another network.
    #[error("it was learned on another release's network; learn it again on this one's")]
    OtherNetwork,
}

impl Heads {
    /// What was learned on the network whose weights have this SHA-256.
    pub fn new(network: String, learned: Learned) -> Self {
        Self { format: FORMAT.to_owned(), network, learned }
    }

    /// What was learned, for the network whose weights have this SHA-256.
    ///
    /// # Errors
    /// When it was learned on another one, or the file is damaged.
    pub fn for_network(self, network: &str) -> Result<Learned, HeadsError> {
        if self.format != FORMAT || !self.learned.is_whole() {
            return Err(HeadsError::Damaged);
        }
        if self.network != network {
            return Err(HeadsError::OtherNetwork);
        }
        Ok(self.learned)
    }
}
