//! What the engine says about itself, in words: what is wrong with it, and why it computes on the device it does.

use super::engine_state::DeviceReason;
use super::phrase::{Argument, Phrase};
use crate::protocol::{Failure, FileProblem, WebGpuProblem};

/// The sentence that the visitor is told of a failure.
pub fn failure_phrase(failure: &Failure) -> Phrase {
    match failure {
        Failure::Program(reason) => because("failure-program", reason),
        Failure::Breakdown(reason) => because("failure-breakdown", reason),
        Failure::Mismatch(reason) => because("failure-mismatch", reason),
        Failure::FileRefused(problem) => with_file("failure-file-refused", problem),
        Failure::FileUnreachable(problem) => with_file("failure-file-unreachable", problem),
        Failure::CopyDamaged(problem) => with_file("failure-copy-damaged", problem),
        Failure::FileDamaged(file) => of_file("failure-file-damaged", file),
        Failure::FileUnusable(reason) => because("failure-file-unusable", reason),
        Failure::NoWebGpu(problem) => Phrase::new("failure-webgpu").with("problem", problem_phrase(problem).into()),
        Failure::Late => Phrase::new("failure-late"),
        Failure::FalsePixels => Phrase::new("failure-false-pixels"),
        Failure::WrongCpu(reason) => because("failure-cpu", reason),
        Failure::EmptyPicture => Phrase::new("failure-picture-empty"),
        Failure::Pixels(reason) => because("failure-pixels", reason),
        Failure::Device(reason) => because("failure-device", reason),
    }
}

/// The sentence that says why the engine computes on its device.
pub fn device_phrase(reason: &DeviceReason) -> Phrase {
    match reason {
        DeviceReason::AdapterPassed(adapter) => of_adapter("device-webgpu", adapter),
        DeviceReason::CpuWanted => Phrase::new("device-cpu-wanted"),
        DeviceReason::DataSaved => Phrase::new("device-data-saved"),
        DeviceReason::WebGpuPrepared => Phrase::new("device-cpu-meanwhile"),
        DeviceReason::CpuSooner(adapter) => of_adapter("device-cpu-faster", adapter),
        DeviceReason::NoWebGpu(problem) => {
            Phrase::new("device-cpu-without-webgpu").with("problem", problem_phrase(problem).into())
        }
    }
}

/// What completes a sentence about WebGPU.
fn problem_phrase(problem: &WebGpuProblem) -> Phrase {
    match problem {
        WebGpuProblem::NoAdapter => Phrase::new("webgpu-no-adapter"),
        WebGpuProblem::Software(adapter) => of_adapter("webgpu-software", adapter),
        WebGpuProblem::Start(reason) => because("webgpu-start", reason),
        WebGpuProblem::SelfTest(reason) => because("webgpu-self-test", reason),
        WebGpuProblem::Late => Phrase::new("webgpu-late"),
        WebGpuProblem::Lost => Phrase::new("webgpu-lost"),
    }
}

fn because(id: &'static str, reason: &str) -> Phrase {
    Phrase::new(id).with("reason", Argument::Text(reason.to_owned()))
}

fn with_file(id: &'static str, problem: &FileProblem) -> Phrase {
    of_file(id, &problem.file).with("reason", Argument::Text(problem.reason.clone()))
}

fn of_file(id: &'static str, file: &str) -> Phrase {
    Phrase::new(id).with("file", Argument::Text(file.to_owned()))
}

fn of_adapter(id: &'static str, adapter: &str) -> Phrase {
    Phrase::new(id).with("adapter", Argument::Text(adapter.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn failures() -> Vec<Failure> {
        let text = || "text".to_owned();
        vec![
            Failure::Program(text()),
            Failure::Breakdown(text()),
            Failure::Mismatch(text()),
            Failure::FileRefused(FileProblem { file: text(), reason: text() }),
            Failure::FileUnreachable(FileProblem { file: text(), reason: text() }),
            Failure::CopyDamaged(FileProblem { file: text(), reason: text() }),
            Failure::FileDamaged(text()),
            Failure::FileUnusable(text()),
            Failure::NoWebGpu(WebGpuProblem::NoAdapter),
            Failure::Late,
            Failure::FalsePixels,
            Failure::WrongCpu(text()),
            Failure::EmptyPicture,
            Failure::Pixels(text()),
            Failure::Device(text()),
        ]
    }

    fn reasons() -> Vec<DeviceReason> {
        let text = || "text".to_owned();
        vec![
            DeviceReason::AdapterPassed(text()),
            DeviceReason::CpuWanted,
            DeviceReason::DataSaved,
            DeviceReason::WebGpuPrepared,
            DeviceReason::CpuSooner(text()),
            DeviceReason::NoWebGpu(WebGpuProblem::NoAdapter),
            DeviceReason::NoWebGpu(WebGpuProblem::Software(text())),
            DeviceReason::NoWebGpu(WebGpuProblem::Start(text())),
            DeviceReason::NoWebGpu(WebGpuProblem::SelfTest(text())),
            DeviceReason::NoWebGpu(WebGpuProblem::Late),
            DeviceReason::NoWebGpu(WebGpuProblem::Lost),
        ]
    }

    /// The messages of a phrase and of those in it, with their variables.
    fn messages(phrase: &Phrase, found: &mut BTreeMap<&'static str, BTreeSet<String>>) {
        found.insert(phrase.id, phrase.arguments.iter().map(|(name, _)| (*name).to_owned()).collect());
        for (_, argument) in &phrase.arguments {
            if let Argument::Phrase(inner) = argument {
                messages(inner, found);
            }
        }
    }

    #[test]
    fn every_failure_and_every_reason_has_words_of_its_own_with_the_variables_that_they_name() {
        let mut found = BTreeMap::new();
        let phrases =
            failures().iter().map(failure_phrase).chain(reasons().iter().map(device_phrase)).collect::<Vec<_>>();
        phrases.iter().for_each(|phrase| messages(phrase, &mut found));
        let (device_reasons, problems) = (6, 6);
        assert_eq!(found.len(), failures().len() + device_reasons + problems, "two share a message: {found:?}");
        let english = super::super::phrase::tests::messages("en");
        for (id, variables) in found {
            assert_eq!(english.get(id), Some(&variables), "{id}");
        }
    }
}
