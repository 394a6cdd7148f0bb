//! What is said of new attributes that the visitor teaches.

use crate::learning::{Answer, Epoch, Outcome, Settings, Task};
use serde::{Deserialize, Serialize};

/// A face as an example of something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Width and height of its aligned crop.
    pub size: u32,
    /// `size × size` RGB pixels, rows from top to bottom.
    #[serde(with = "serde_bytes")]
    pub crop: Vec<u8>,
    /// What the network makes of the crop and of its mirror image; only workers can read it.
    #[serde(with = "serde_bytes")]
    pub features: Vec<u8>,
}

/// A task, and the examples to learn it from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Teaching {
    /// The page's number for it; all that is said of it carries it.
    pub turn: u32,
    /// What is to be learned.
    pub task: Task,
    /// How it is to be learned.
    pub settings: Settings,
    /// The examples to learn from.
    pub examples: Vec<ShownExample>,
    /// Whether from the faces that come with the release instead: age by ten years, gender and race.
    pub from_faces: bool,
}

/// An example on its way to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShownExample {
    /// Number of the example among all that were shown.
    pub number: u32,
    /// Its class of each attribute; nothing where it is not known.
    pub classes: Vec<Option<usize>>,
    /// The features of the face's [`Sample`].
    #[serde(with = "serde_bytes")]
    pub features: Vec<u8>,
}

/// How learning goes, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Progress {
    /// Some more passes over the examples.
    Epochs(Vec<Epoch>),
    /// It has ended. What was learned comes beside this, as memory does; it is used once the page hands it back.
    Learned(Vec<Outcome>),
    /// Each attribute was learned alone as well; nothing of one that cannot be.
    Alone(Vec<Option<Outcome>>),
    /// Nothing can be learned.
    Failed(TeachingProblem),
}

/// What is said of a face's new attributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Taught {
    /// The answer for each attribute.
    pub answers: Vec<Answer>,
    /// Whether the face is unlike all that were shown.
    pub is_unlike: bool,
}

impl Taught {
    /// Whether both speak of equally many attributes of equally many classes each.
    pub fn has_the_classes_of(&self, other: &Self) -> bool {
        let classes =
            |taught: &Self| taught.answers.iter().map(|answer| answer.probabilities.len()).collect::<Vec<_>>();
        classes(self) == classes(other)
    }
}

/// Why nothing can be learned, or what was learned cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TeachingProblem {
    /// An attribute has examples of one class at most.
    OneClass(String),
    /// The task or its examples are not as they should be.
    Unfit,
    /// The faces that come with the release cannot be loaded.
    NoFaces,
    /// A file holds something else, or is of another version.
    Damaged,
    /// It was learned on another release's network.
    OtherNetwork,
}
