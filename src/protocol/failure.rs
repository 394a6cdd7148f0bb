//! What goes wrong in a worker. The page puts it into words; texts in here are names and technical details, the same in every
//! language.

use serde::{Deserialize, Serialize};

/// Why the engine cannot start, has broken down, or could not read a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Failure {
    /// The worker's program cannot be loaded; its loader, `www/load.js`, says so.
    Program(String),
    /// The worker has ended, or its program has panicked.
    Breakdown(String),
    /// One side has sent what the other does not understand or expect.
    Mismatch(String),
    /// The server answers with an error instead of a file; the HTTP status.
    FileRefused(FileProblem),
    /// The connection failed while a file was loaded.
    FileUnreachable(FileProblem),
    /// What the browser had kept of a file is damaged, and the network gives nothing better.
    CopyDamaged(FileProblem),
    /// The server gives another file than the release has; the file's name.
    FileDamaged(String),
    /// A file arrived as it should, but nothing can be made of it.
    FileUnusable(String),
    /// WebGPU cannot be used.
    NoWebGpu(WebGpuProblem),
    /// The CPU fails the self-test.
    WrongCpu(String),
    /// No answer came in time: the worker hangs.
    Late,
    /// The browser gives other pixels than it was given, as some do against fingerprinting.
    FalsePixels,
    /// The frame has no pixels.
    EmptyPicture,
    /// The frame's pixels cannot be read.
    Pixels(String),
    /// The device did not compute, or its answer cannot be read.
    Device(String),
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The file's name.
    pub file: String,
    /// The reason, in the browser's or the server's own words.
    pub reason: String,
}

/// Why WebGPU cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WebGpuProblem {
    /// The browser has no WebGPU, or none for this machine.
    NoAdapter,
    /// The adapter with this name isn't a GPU.
    Software(String),
    /// The adapter gives no device.
    Start(String),
    /// WebGPU computes something else than it should.
    SelfTest(String),
    /// It was not ready, or did not answer, in time.
    Late,
    /// It has stopped computing, as it does when the graphics driver is reset.
    Lost,
}

#[cfg(test)]
mod tests {
    use super::super::Response;
    use super::*;

    fn through_json<T: Serialize + for<'a> Deserialize<'a>>(value: &T) -> T {
        serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
    }

    #[test]
    fn a_failure_survives_the_message_that_carries_it() {
        let refused = Failure::FileRefused(FileProblem { file: "dmtl.bpk".to_owned(), reason: "404".to_owned() });
        for failure in [refused, Failure::Late, Failure::NoWebGpu(WebGpuProblem::Lost)] {
            let failed = Response::Failed(failure);
            assert_eq!(through_json(&failed), failed);
        }
    }

    #[test]
    fn the_workers_loaders_speak_the_protocol() {
        let plain = |text: &str| text.replace(['"', ' ', '\n'], "");
        let script = |name: &str| plain(&std::fs::read_to_string(format!("www/{name}")).unwrap());
        let said = |failure: Failure| plain(&serde_json::to_string(&Response::Failed(failure)).unwrap());
        let program = said(Failure::Program("error.message".to_owned()));
        let problems = [WebGpuProblem::NoAdapter, WebGpuProblem::Software("name".to_owned())]
            .map(|problem| said(Failure::NoWebGpu(problem)));
        for (file, messages) in [("load.js", &[program][..]), ("adapter.js", &problems)] {
            let loader = script(file);
            for message in messages {
                assert!(loader.contains(&format!("postMessage({message})")), "{message}");
            }
            assert_eq!(loader.matches("postMessage(").count(), messages.len(), "{file}");
        }
    }
}
