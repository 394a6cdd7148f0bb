//! How far the engine is, as its messages tell.

use super::failure::failure_phrase;
use super::phrase::{Argument, Phrase};
use crate::protocol::{EngineInfo, LoadStep, Response};

/// Where the engine stands.
#[derive(Clone, Debug, PartialEq)]
pub enum EngineState {
    /// It starts.
    Loading(Progress),
    /// It takes frames.
    Ready(EngineInfo),
    /// It cannot start or has broken down; a sentence that says what to do.
    Failed(Phrase),
}

/// What is being loaded and how much of it has arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub step: LoadStep,
    /// Bytes that have arrived.
    pub loaded: f64,
    /// Bytes expected, 0 where nobody knows.
    pub total: f64,
}

impl Default for EngineState {
    fn default() -> Self {
        Self::Loading(Progress { step: LoadStep::Worker, loaded: 0.0, total: 0.0 })
    }
}

impl EngineState {
    /// The state that a message announces; `None` for messages about frames.
    pub fn announced_by(response: &Response) -> Option<Self> {
        match response {
            Response::Listening => Some(Self::default()),
            Response::Loading { step, loaded, total } => {
                Some(Self::Loading(Progress { step: *step, loaded: *loaded, total: *total }))
            }
            Response::Ready(info) | Response::Settled(info) => Some(Self::Ready(info.clone())),
            Response::Failed { failure, .. } => Some(Self::Failed(failure_phrase(failure))),
            Response::Analyzed(_) | Response::CropRead { .. } | Response::FrameFailed { .. } => None,
        }
    }

    /// What runs the network, once it runs.
    pub fn info(&self) -> Option<&EngineInfo> {
        match self {
            Self::Ready(info) => Some(info),
            Self::Loading(_) | Self::Failed(_) => None,
        }
    }
}

impl Progress {
    /// The part that has arrived, 0 to 1; `None` where the whole is not known.
    pub fn share(&self) -> Option<f64> {
        (self.total > 0.0).then(|| (self.loaded / self.total).clamp(0.0, 1.0))
    }

    /// What is being done, with what has arrived.
    pub fn phrase(&self) -> Phrase {
        let step = Phrase::new(match self.step {
            LoadStep::Worker => "step-starting",
            LoadStep::Engine => "step-engine",
            LoadStep::Detector => "step-detector",
            LoadStep::Network => "step-network",
            LoadStep::SelfTest => "step-self-test",
            LoadStep::WebGpu => "step-webgpu",
            LoadStep::Cpu => "step-cpu",
        });
        let megabytes = |bytes: f64| Argument::Number(bytes / 1e6, 1);
        if self.total > 0.0 {
            let loaded = megabytes(self.loaded.min(self.total));
            Phrase::new("step-of").with("step", step.into()).with("loaded", loaded).with("total", megabytes(self.total))
        } else if self.loaded > 0.0 {
            Phrase::new("step-so-far").with("step", step.into()).with("loaded", megabytes(self.loaded))
        } else {
            Phrase::new("step-going-on").with("step", step.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Failure;

    fn progress(loaded: f64, total: f64) -> Progress {
        Progress { step: LoadStep::Network, loaded, total }
    }

    #[test]
    fn progress_is_told_as_far_as_it_is_known() {
        let ids = [(1.2e6, 7e6), (1.2e6, 0.0), (0.0, 0.0)].map(|(loaded, total)| progress(loaded, total).phrase().id);
        assert_eq!(ids, ["step-of", "step-so-far", "step-going-on"]);
        let (variable, loaded) = progress(9e6, 7e6).phrase().arguments.swap_remove(1);
        assert_eq!((variable, loaded), ("loaded", Argument::Number(7.0, 1)));
    }

    #[test]
    fn a_share_never_exceeds_the_whole() {
        assert_eq!(progress(9e6, 7e6).share(), Some(1.0));
        assert_eq!(progress(9e6, 0.0).share(), None);
    }

    #[test]
    fn messages_about_frames_leave_the_state_alone() {
        let about_a_frame = Response::FrameFailed { frame: 3, failure: Failure::EmptyPicture };
        assert_eq!(EngineState::announced_by(&about_a_frame), None);
        let failed = Response::Failed { failure: Failure::WebGpuLost, retry_on_cpu: true };
        assert_eq!(EngineState::announced_by(&failed), Some(EngineState::Failed(failure_phrase(&Failure::WebGpuLost))));
    }
}
