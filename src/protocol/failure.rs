//! What goes wrong in the worker, and why it computes on the device it does. The page puts it into words; texts in here are
//! names and technical details, the same in every language.

use serde::{Deserialize, Serialize};

/// Why the engine cannot start, has broken down, or could not read a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Failure {
    /// The worker's program cannot be loaded; its loader, `www/worker-start.js`, says so.
    Program(String),
    /// The worker has ended, or its program has panicked.
    Breakdown(String),
    /// One side has sent what the other does not understand or expect.
    Mismatch(String),
    /// The server answers with an error instead of a file.
    FileRefused {
        /// The file's name.
        file: String,
        /// The HTTP status.
        status: u16,
    },
    /// The connection failed while a file was loaded.
    FileUnreachable {
        /// The file's name.
        file: String,
        /// The browser's own words.
        reason: String,
    },
    /// What the browser had kept of a file is damaged, and the network gives nothing better.
    CopyDamaged {
        /// The file's name.
        file: String,
        /// Why it cannot be loaded.
        reason: String,
    },
    /// The server gives another file than the release has; the file's name.
    FileDamaged(String),
    /// A file arrived as it should, but nothing can be made of it.
    FileUnusable(String),
    /// WebGPU is wanted, and cannot be used.
    NoWebGpu(WebGpuProblem),
    /// WebGPU has stopped computing, as it does when the graphics driver is reset.
    WebGpuLost,
    /// The CPU fails the self-test.
    WrongCpu(String),
    /// The frame has no pixels.
    EmptyPicture,
    /// The frame's pixels cannot be read.
    Pixels(String),
    /// The device did not compute, or its answer cannot be read.
    Device(String),
}

/// Why WebGPU cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WebGpuProblem {
    /// The browser has no WebGPU, or none for this machine.
    NoAdapter,
    /// The adapter with this name is no GPU.
    Software(String),
    /// The adapter gives no device.
    Start(String),
    /// It computes something else than it should.
    SelfTest(String),
}

/// Why the engine computes on the device it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DeviceReason {
    /// The WebGPU adapter with this name passed the self-test.
    AdapterPassed(String),
    /// The CPU was asked for.
    CpuWanted,
    /// The CPU serves while WebGPU is prepared on the adapter with this name.
    WebGpuPrepared(String),
    /// The adapter with this name passed the self-test, but takes longer than the CPU.
    CpuFaster(String),
    /// WebGPU broke down, and a new worker was started on the CPU.
    AfterFailure(Failure),
    /// The CPU is what is left.
    NoWebGpu(WebGpuProblem),
}

#[cfg(test)]
mod tests {
    use super::super::{BackendChoice, LoadStep, Request, Response};
    use super::*;

    fn through_json<T: Serialize + for<'a> Deserialize<'a>>(value: &T) -> T {
        serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
    }

    #[test]
    fn a_failure_survives_the_message_that_carries_it_and_the_next_start() {
        let refused = Failure::FileRefused { file: "dmtl.bpk".to_owned(), status: 404 };
        for failure in [refused, Failure::WebGpuLost, Failure::NoWebGpu(WebGpuProblem::NoAdapter)] {
            let failed = Response::Failed { failure: failure.clone(), retry_on_cpu: true };
            assert_eq!(through_json(&failed), failed);
            let base_url = "http://localhost/".to_owned();
            let start = Request::Start { backend: BackendChoice::Cpu, base_url, after_failure: Some(failure) };
            assert_eq!(through_json(&start), start);
        }
    }

    #[test]
    fn the_workers_loader_speaks_the_protocol() {
        let plain = |text: &str| text.replace(['"', ' ', '\n'], "");
        let loader =
            plain(&std::fs::read_to_string("www/worker-start.js").unwrap()).replace("step:STEP", "step:engine");
        let said = |response: &Response| plain(&serde_json::to_string(response).unwrap()).replace("0.0", "0");
        let loading = said(&Response::Loading { step: LoadStep::Engine, loaded: 0.0, total: 0.0 });
        let counting = loading.replace("loaded:0,total:0", "loaded,total");
        let failed =
            said(&Response::Failed { failure: Failure::Program("error.message".to_owned()), retry_on_cpu: false });
        let messages = [loading, counting, failed];
        for message in &messages {
            assert!(loader.contains(&format!("postMessage({message})")), "{message}");
        }
        assert_eq!(loader.matches("postMessage(").count(), messages.len());
        assert!(loader.contains("constSTEP=engine;"));
    }
}
