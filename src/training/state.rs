//! What a training changes with every step: the network, what is trained beside it, and the optimizers' states.

use super::imitation::Imitation;
use super::losses::TaskWeighting;
use crate::network::Dmtl;
use burn::module::Module;
use burn::optim::ModuleOptimizer;

/// What is trained: the network, what predicts the teacher from it, and how its losses are weighted.
#[derive(Module, Debug)]
pub struct Learner {
    /// The network, with batch normalisation.
    pub network: Dmtl,
    /// Predicts the teacher's embeddings, where there is a teacher.
    pub imitation: Option<Imitation>,
    /// The losses' weighting.
    pub weighting: TaskWeighting,
}

/// The optimizers' states.
pub(super) struct Optimizers {
    /// AdamW, for the network and the imitation.
    pub network: ModuleOptimizer,
    /// Adam, for the losses' weighting, as its log-variances are not to decay.
    pub weighting: ModuleOptimizer,
}
