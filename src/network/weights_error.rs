//! Errors of loading the network's weights: a damaged burnpack, or the tensors of another network.

use crate::parameters::ParametersError;

/// The weights cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    /// The bytes aren't a burnpack, or are cut short.
    #[error("the file of weights is damaged: {0}")]
    Damaged(String),
    /// The tensors are not those of this network.
    #[error("the weights belong to another version of the network: {0}")]
    Foreign(String),
}

impl From<ParametersError> for WeightsError {
    fn from(error: ParametersError) -> Self {
        match error {
            ParametersError::Damaged(reason) => Self::Damaged(reason),
            error => Self::Foreign(error.to_string()),
        }
    }
}
