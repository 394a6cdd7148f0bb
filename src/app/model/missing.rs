//! What a step of the lesson waits for.

use super::engine_state::EngineState;

/// The first thing that a step lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A picture on the stage.
    Picture,
    /// The engine, which is still loading.
    Engine,
    /// The engine, which has stopped.
    StoppedEngine,
    /// What the network says; it is on its way.
    Answer,
    /// A face in the picture.
    Face,
    /// A heat map; nothing is explained.
    HeatMap,
}

/// What the visitor can do about it with one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Open a sample photo.
    Sample,
    /// Have the age explained.
    HeatMap,
}

impl Missing {
    /// What a step about a face lacks, though it has no answer to show; `faces` are those found, if any were looked for.
    pub fn of(has_picture: bool, engine: &EngineState, faces: Option<usize>) -> Self {
        match (has_picture, engine, faces) {
            (false, _, _) => Self::Picture,
            (_, EngineState::Failed(_), _) => Self::StoppedEngine,
            (_, EngineState::Loading(_), _) => Self::Engine,
            (_, _, Some(0)) => Self::Face,
            _ => Self::Answer,
        }
    }

    /// What is said of it, a message.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Picture => "missing-picture",
            Self::Engine => "missing-engine",
            Self::StoppedEngine => "faces-engine-failed",
            Self::Answer => "missing-answer",
            Self::Face => "missing-face",
            Self::HeatMap => "missing-heat-map",
        }
    }

    /// What helps, if the visitor can help.
    pub fn remedy(self) -> Option<Remedy> {
        match self {
            Self::Picture | Self::Face => Some(Remedy::Sample),
            Self::HeatMap => Some(Remedy::HeatMap),
            Self::Engine | Self::StoppedEngine | Self::Answer => None,
        }
    }
}

impl Remedy {
    /// What is written on its button, a message.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sample => "missing-use-sample",
            Self::HeatMap => "missing-show-heat-map",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::engine_state::DeviceReason;
    use super::super::phrase::Phrase;
    use super::*;
    use crate::protocol::{Backend, EngineInfo};

    #[test]
    fn the_first_thing_that_is_missing_is_named() {
        let info =
            EngineInfo { backend: Backend::Cpu, adapter: String::new(), cost: None, weights_hash: String::new() };
        let (ready, loading) = (EngineState::Ready { info, reason: DeviceReason::CpuWanted }, EngineState::default());
        let failed = EngineState::Failed(Phrase::new("failure-device"));
        assert_eq!(Missing::of(false, &loading, None), Missing::Picture);
        assert_eq!(Missing::of(true, &loading, None), Missing::Engine);
        assert_eq!(Missing::of(true, &failed, None), Missing::StoppedEngine);
        assert_eq!(Missing::of(true, &ready, None), Missing::Answer);
        assert_eq!(Missing::of(true, &ready, Some(0)), Missing::Face);
        // A face is there; what is inside the network follows.
        assert_eq!(Missing::of(true, &ready, Some(2)), Missing::Answer);
    }
}
