//! The worker's message loop.

use super::answer::{analysis, explanation_target};
use super::constructors;
use super::exception::message as text;
use super::inside::dissection;
use super::models::now;
use super::pixels::{PixelError, PixelReader};
use super::reply::{post, post_failure, report_panics, scope};
use super::start::{Engine, start};
use crate::analysis::{AnalysisError, Attention, Tracker};
use crate::estimates::Estimates;
use crate::geometry::Rectangle;
use crate::protocol::{Analysis, Backend, ExplanationRequest, Request, Response};
use async_channel::Receiver;
use image::RgbImage;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ImageBitmap, MessageEvent};

/// What the visitor is told when the graphics processor is gone. The details are for the console.
const WEBGPU_LOST: &str =
    "WebGPU has stopped computing, as it does when the graphics driver is reset. Reload the page, or use the CPU.";

/// A frame cannot be analysed.
#[derive(Debug, thiserror::Error)]
enum FrameError {
    #[error("The engine is not ready yet. Wait until it is, and send the picture again.")]
    NotStarted,
    #[error("The page has sent no picture. Reload the page.")]
    NoBitmap,
    #[error("The network has no such layer. Choose another one to explain.")]
    NoLayer,
    #[error(transparent)]
    Pixels(#[from] PixelError),
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
}

/// Listens for the page's messages and answers them in their order.
pub fn run() {
    constructors::run();
    report_panics();
    let (inbox, messages) = async_channel::unbounded();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // Fails only once the loop has ended, and it ends with the worker.
        let _ = inbox.try_send(event.data());
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // needed for as long as the worker lives
    spawn_local(serve(messages));
    post(&Response::Listening);
}

async fn serve(messages: Receiver<JsValue>) {
    let mut service = Service::default();
    while let Ok(message) = messages.recv().await {
        let request = field(&message, "request").and_then(|request| Ok(serde_wasm_bindgen::from_value(request)?));
        match request {
            Ok(Request::Start { backend, base_url, after_failure }) => {
                match start(backend, &base_url, after_failure).await {
                    Ok(engine) => post(&Response::Ready(service.engine.insert(engine).info.clone())),
                    Err(error) => post(&Response::Failed { message: error.to_string(), retry_on_cpu: false }),
                }
            }
            Ok(Request::ReadCrop { size, rgb }) => match service.read_crop(size, rgb).await {
                Ok(estimates) => post(&Response::CropRead { estimates }),
                Err(error) => web_sys::console::error_1(&error.to_string().into()),
            },
            Ok(Request::Analyze { frame, continues, follow, explain, dissect }) => {
                let bitmap = field(&message, "bitmap").ok().and_then(|bitmap| bitmap.dyn_into().ok());
                let wanted = Wanted { continues, follow, explain, dissect };
                match service.analyze(frame, wanted, bitmap).await {
                    Ok(analysis) => post(&Response::Analyzed(analysis)),
                    Err(error) if service.has_lost_webgpu(&error) => {
                        web_sys::console::error_1(&error.to_string().into());
                        post_failure(WEBGPU_LOST.to_owned());
                    }
                    Err(error) => post(&Response::FrameFailed { frame, message: error.to_string() }),
                }
            }
            Err(exception) => post_failure(format!(
                "The page and its engine do not fit together ({}). Reload the page.",
                text(&exception)
            )),
        }
    }
}

/// What is wanted of a frame; see [`Request::Analyze`].
struct Wanted {
    continues: bool,
    follow: bool,
    explain: Option<ExplanationRequest>,
    dissect: bool,
}

/// What lasts from message to message.
#[derive(Default)]
struct Service {
    engine: Option<Engine>,
    pixels: Option<PixelReader>,
    tracker: Tracker,
    attention: Attention,
}

impl Service {
    async fn analyze(
        &mut self,
        frame: u32,
        wanted: Wanted,
        bitmap: Option<ImageBitmap>,
    ) -> Result<Analysis, FrameError> {
        let begun = now();
        let engine = self.engine.as_ref().ok_or(FrameError::NotStarted)?;
        let target = wanted
            .explain
            .as_ref()
            .map(|request| explanation_target(request).ok_or(FrameError::NoLayer))
            .transpose()?;
        let bitmap = bitmap.ok_or(FrameError::NoBitmap)?;
        let reader = match &mut self.pixels {
            Some(reader) => reader,
            none => none.insert(PixelReader::new()?),
        };
        let picture = reader.read(&bitmap)?;
        let read = now() - begun;
        if !wanted.continues {
            self.tracker.forget();
            self.attention.forget();
        }
        let before = if wanted.follow { self.attention.boxes() } else { &[] };
        let result = engine.analyzer.analyze_following(&picture, before, target.as_ref()).await?;
        let boxes: Vec<Rectangle> = result.faces.iter().map(|face| face.detection.bounding_box).collect();
        let numbers = self.tracker.follow(&boxes);
        self.attention.note(boxes, result.is_followed);
        let inside = match (result.faces.first(), numbers.first()) {
            (Some(face), Some(&number)) if wanted.dissect => {
                let found = engine.analyzer.dissect(&face.crop, target.as_ref());
                Some(dissection(face, number, found))
            }
            _ => None,
        };
        Ok(analysis(frame, picture.dimensions().into(), read, result, numbers, inside))
    }

    async fn read_crop(&self, size: u32, rgb: Vec<u8>) -> Result<Estimates, FrameError> {
        let engine = self.engine.as_ref().ok_or(FrameError::NotStarted)?;
        let crop = RgbImage::from_raw(size, size, rgb).ok_or(FrameError::NoBitmap)?;
        let readings = engine.analyzer.read_crops(&[crop], None).await?;
        readings.into_iter().next().map(|reading| reading.estimates).ok_or(FrameError::NoBitmap)
    }

    /// Whether WebGPU has stopped computing, for instance because the driver was reset. It does not come back.
    fn has_lost_webgpu(&self, error: &FrameError) -> bool {
        let is_on_webgpu = self.engine.as_ref().is_some_and(|engine| engine.info.backend == Backend::WebGpu);
        is_on_webgpu && matches!(error, FrameError::Analysis(error) if error.is_of_the_device())
    }
}

/// A property of a message.
fn field(message: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(message, &JsValue::from_str(name))
}
