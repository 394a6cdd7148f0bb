//! How far the engine is, and what it computes on.

use super::phrase::{Argument, Phrase};
use crate::protocol::{EngineInfo, WebGpuProblem};

/// Where the engine stands.
#[derive(Clone, Debug)]
pub enum EngineState {
    /// The engine starts.
    Loading(Progress),
    /// The engine takes frames.
    Ready {
        /// The worker that computes.
        info: EngineInfo,
        /// The reason for computing on this device.
        reason: DeviceReason,
    },
    /// It cannot start or has broken down; a sentence that says what to do.
    Failed(Phrase),
}

/// How much of the models has arrived.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Bytes that have arrived.
    pub loaded: f64,
    /// Bytes expected, 0 while nobody has said.
    pub total: f64,
    /// Whether nothing has arrived for a while.
    pub stalls: bool,
}

/// Why the engine computes on the device it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceReason {
    /// The WebGPU adapter with this name passed the self-test and is ready sooner.
    AdapterPassed(String),
    /// The CPU was asked for.
    CpuWanted,
    /// The CPU serves, as WebGPU's program is large and the browser is to save data.
    DataSaved,
    /// The CPU serves while WebGPU is looked for and tested.
    WebGpuPrepared,
    /// The adapter with this name passed the self-test, but takes longer than the CPU.
    CpuSooner(String),
    /// The CPU is what is left.
    NoWebGpu(WebGpuProblem),
}

impl Default for EngineState {
    fn default() -> Self {
        Self::Loading(Progress::default())
    }
}

impl EngineState {
    /// What runs the network, once it runs.
    pub fn info(&self) -> Option<&EngineInfo> {
        match self {
            Self::Ready { info, .. } => Some(info),
            Self::Loading(_) | Self::Failed(_) => None,
        }
    }
}

impl Progress {
    /// The part that has arrived, 0 to 1; `None` where the whole is not known.
    pub fn share(&self) -> Option<f64> {
        (self.total > 0.0).then(|| (self.loaded / self.total).clamp(0.0, 1.0))
    }

    /// How far the start is.
    pub fn phrase(&self) -> Phrase {
        if self.stalls {
            return Phrase::new("loading-stalls");
        }
        let megabytes = |bytes: f64| Argument::Number(bytes / 1e6, 1);
        if self.total > 0.0 && self.loaded < self.total {
            Phrase::new("loading-of").with("loaded", megabytes(self.loaded)).with("total", megabytes(self.total))
        } else {
            Phrase::new("loading-starts")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(loaded: f64, total: f64) -> Progress {
        Progress { loaded, total, stalls: false }
    }

    #[test]
    fn progress_is_told_as_far_as_it_is_known() {
        let ids = [(1.2e6, 7e6), (0.0, 0.0), (7e6, 7e6)].map(|(loaded, total)| progress(loaded, total).phrase().id);
        assert_eq!(ids, ["loading-of", "loading-starts", "loading-starts"]);
        assert_eq!(Progress { stalls: true, ..progress(1.2e6, 7e6) }.phrase().id, "loading-stalls");
    }

    #[test]
    fn a_share_never_exceeds_the_whole() {
        assert_eq!(progress(9e6, 7e6).share(), Some(1.0));
        assert_eq!(progress(9e6, 0.0).share(), None);
    }
}
