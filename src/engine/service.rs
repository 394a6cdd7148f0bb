//! The worker's message loop.

use super::answer::{analysis, explanation_target};
use super::constructors;
use super::exception::message as text;
use super::inside::dissection;
use super::models::now;
use super::pixels::{PixelError, PixelReader};
use super::reply::{post, post_analysis, post_failure, report_panics, scope};
use super::start::{Engine, Successor, start};
use crate::analysis::{AnalysisError, Attention, Tracker};
use crate::estimates::Estimates;
use crate::geometry::Rectangle;
use crate::protocol::{Analysis, BITMAP, Backend, ExplanationRequest, Failure, Request, Response};
use async_channel::Receiver;
use futures_util::lock::Mutex;
use image::RgbImage;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ImageBitmap, MessageEvent};

/// A frame cannot be analysed.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The page has not waited for [`Response::Ready`].
    #[error("a picture came before the engine was ready")]
    NotStarted,
    /// The page has sent a request without its picture, or a crop of another size than it says.
    #[error("a request came without its picture")]
    NoBitmap,
    /// The page names a layer that the network does not have.
    #[error("the network has no such layer")]
    NoLayer,
    /// The picture's pixels cannot be read.
    #[error(transparent)]
    Pixels(#[from] PixelError),
    /// The device or the picture is unusable.
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
        let turn = Rc::clone(&service.turn);
        let _taken = turn.lock().await;
        service.take_over();
        let request = field(&message, "request").and_then(|request| Ok(serde_wasm_bindgen::from_value(request)?));
        match request {
            Ok(Request::Start { backend, base_url, after_failure }) => {
                match start(backend, &base_url, after_failure).await {
                    Ok((engine, successor)) => service.begin(engine, successor),
                    Err(error) => post(&Response::Failed { failure: error.into(), retry_on_cpu: false }),
                }
            }
            Ok(Request::ReadCrop { number, size, rgb }) => match service.read_crop(size, rgb).await {
                Ok(estimates) => post(&Response::CropRead { number, estimates: Some(estimates) }),
                Err(error) => service.fail(error, |_| Response::CropRead { number, estimates: None }),
            },
            Ok(Request::Analyze { frame, apart, continues, follow, explain, dissect, focus }) => {
                let wanted = Wanted { apart, continues, follow, explain, dissect, focus };
                let bitmap = field(&message, BITMAP).ok().and_then(|bitmap| bitmap.dyn_into::<ImageBitmap>().ok());
                let answer = |error: FrameError| Response::FrameFailed { frame, failure: error.into() };
                match bitmap {
                    Some(bitmap) => match service.analyze(frame, wanted, &bitmap).await {
                        Ok(analysis) => post_analysis(analysis, &bitmap),
                        Err(error) => {
                            bitmap.close();
                            service.fail(error, answer);
                        }
                    },
                    None => service.fail(FrameError::NoBitmap, answer),
                }
            }
            Err(exception) => post_failure(Failure::Mismatch(text(&exception))),
        }
    }
}

/// What is wanted of a frame; see [`Request::Analyze`].
struct Wanted {
    apart: bool,
    continues: bool,
    follow: bool,
    explain: Option<ExplanationRequest>,
    dissect: bool,
    focus: Option<u32>,
}

/// What lasts from message to message.
#[derive(Default)]
struct Service {
    engine: Option<Engine>,
    /// What has been prepared to take the engine's place.
    next: Rc<Cell<Option<Engine>>>,
    /// Held by whoever computes: a request, or a measurement, which is to have the machine to itself.
    turn: Rc<Mutex<()>>,
    pixels: Option<PixelReader>,
    tracker: Tracker,
    attention: Attention,
}

impl Service {
    /// Serves with `engine`, and meanwhile prepares what may take its place.
    fn begin(&mut self, engine: Engine, successor: Option<Successor>) {
        post(&Response::Ready(engine.info.clone()));
        if let Some(successor) = successor {
            let (next, incumbent) = (Rc::clone(&self.next), Rc::clone(&engine.analyzer));
            let turn = Rc::clone(&self.turn);
            spawn_local(async move {
                match successor.prepare(&incumbent, &turn).await {
                    Ok(engine) => {
                        post(&Response::Settled(engine.info.clone()));
                        next.set(Some(engine));
                    }
                    Err(info) => post(&Response::Settled(info)),
                }
            });
        }
        self.engine = Some(engine);
    }

    /// Puts what has been prepared in the engine's place.
    fn take_over(&mut self) {
        if let Some(next) = self.next.take() {
            self.engine = Some(next);
        }
    }

    async fn analyze(&mut self, frame: u32, wanted: Wanted, bitmap: &ImageBitmap) -> Result<Analysis, FrameError> {
        let begun = now();
        let engine = self.engine.as_ref().ok_or(FrameError::NotStarted)?;
        let target = wanted
            .explain
            .as_ref()
            .map(|request| explanation_target(request).ok_or(FrameError::NoLayer))
            .transpose()?;
        let reader = match &mut self.pixels {
            Some(reader) => reader,
            none => none.insert(PixelReader::new()?),
        };
        let picture = reader.read(bitmap)?;
        let read = now() - begun;
        if !wanted.apart && !wanted.continues {
            self.tracker.forget();
            self.attention.forget();
        }
        let before = if wanted.follow && !wanted.apart { self.attention.boxes() } else { &[] };
        let result = engine.analyzer.analyze_following(&picture, before, target.as_ref()).await?;
        let boxes: Vec<Rectangle> = result.faces.iter().map(|face| face.detection.bounding_box).collect();
        let numbers = if wanted.apart {
            Tracker::default().follow(&boxes)
        } else {
            let numbers = self.tracker.follow(&boxes);
            self.attention.note(boxes, result.is_followed);
            numbers
        };
        let place = wanted.focus.and_then(|focus| numbers.iter().position(|&number| number == focus)).unwrap_or(0);
        let inside = match (result.faces.get(place), numbers.get(place)) {
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

    /// Tells the page that a request failed: by the `answer` to it, unless WebGPU has stopped computing, for instance because
    /// the driver was reset. It does not come back. An error's details are for the console.
    fn fail(&self, error: FrameError, answer: impl FnOnce(FrameError) -> Response) {
        web_sys::console::error_1(&error.to_string().into());
        let is_on_webgpu = self.engine.as_ref().is_some_and(|engine| engine.info.backend == Backend::WebGpu);
        if is_on_webgpu && matches!(&error, FrameError::Analysis(error) if error.is_of_the_device()) {
            post_failure(Failure::WebGpuLost);
        } else {
            post(&answer(error));
        }
    }
}

/// A property of a message.
fn field(message: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(message, &JsValue::from_str(name))
}
