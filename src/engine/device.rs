//! What a worker computes on.

use super::clock::now;
use super::models::{ModelError, Models};
use super::start_error::StartError;
use crate::analysis::{Analyzer, AttributeNetwork};
use crate::detection::FaceDetector;
use crate::protocol::{Backend, Failure};
use futures_util::future::try_join;

/// What a worker computes on: the one thing in which the engine's programs differ.
pub trait Device: 'static {
    /// The back end that the page is told of.
    const BACKEND: Backend;

    /// To be called once, before anything else of the program.
    fn set_up(&self) {}

    /// The device's own name, for people; empty where it has none.
    fn name(&self) -> String;

    /// The pipeline on the device.
    ///
    /// # Errors
    /// When the device or the models are unusable.
    fn analyzer(&self, models: Models) -> impl Future<Output = Result<Analyzer, StartError>>;

    /// Whether it has to show that it computes what it should before it is given a frame, and is timed. What needs no such proof is
    /// tested later, beside its work.
    const IS_TESTED_FIRST: bool;

    /// What is wrong where its analysis fails the self-test.
    fn fails_self_test(deviation: String) -> Failure;
}

/// The engine's own kernels on the CPU.
pub struct OnCpu;

impl Device for OnCpu {
    const BACKEND: Backend = Backend::Cpu;
    const IS_TESTED_FIRST: bool = false;

    fn name(&self) -> String {
        String::new()
    }

    async fn analyzer(&self, models: Models) -> Result<Analyzer, StartError> {
        // The detector's file, which is small, arrives first, and is made ready while the other one is on its way.
        let detector = async { Ok::<_, ModelError>(FaceDetector::on_cpu(models.detector().await?)?) };
        let network = async { Ok(AttributeNetwork::on_cpu(models.network().await?)?) };
        let (detector, network) = try_join(detector, network).await?;
        Ok(Analyzer::new(detector, network, now).with_probe(Models::probe()))
    }

    fn fails_self_test(deviation: String) -> Failure {
        Failure::WrongCpu(deviation)
    }
}
