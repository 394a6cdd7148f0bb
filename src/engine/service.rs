//! The worker's message loop.

use super::answer::{analysis, explanation_target};
use super::device::Device;
use super::exception::message as text;
use super::inside::dissection;
use super::models::now;
use super::pixels::{PixelError, PixelReader};
use super::reply::{post, post_analysis, post_failure, report_panics, scope};
use super::self_test::SelfTest;
use super::start::{Engine, start};
use crate::analysis::{AnalysisError, AnalyzedFace, FrameAnalysis, Turns, Video};
use crate::device::DeviceError;
use crate::estimates::Estimates;
use crate::geometry::Rectangle;
use crate::protocol::{
    Analysis, BITMAP, Backend, ExplanationRequest, Failure, Request, Response, VIDEO, WebGpuProblem,
};
use async_channel::Receiver;
use futures_util::lock::Mutex;
use image::RgbImage;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ImageBitmap, MessageEvent};

/// Milliseconds after which a device that is trusted is tested all the same: the first picture is answered by then.
const TEST_AFTER: i32 = 1_500;

/// Under this name `www/load.js` keeps what the page has sent before the program listened.
const EARLY: &str = "visageRequests";

/// A frame cannot be analysed.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
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

/// Starts the engine on `device`, and answers the page's messages in their order. Those that come before it is ready wait.
pub fn run<D: Device>(device: D) {
    device.set_up();
    report_panics();
    let (inbox, messages) = async_channel::unbounded();
    if let Ok(early) = js_sys::Reflect::get(&scope(), &JsValue::from_str(EARLY)) {
        // As below.
        js_sys::Array::from(&early).iter().for_each(|message| drop(inbox.try_send(message)));
    }
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // Fails only once the loop has ended, and it ends with the worker.
        let _ = inbox.try_send(event.data());
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // needed for as long as the worker lives
    spawn_local(async move {
        match start(&device).await {
            Ok(engine) => {
                post(&Response::Ready(engine.info.clone()));
                serve::<D>(engine, messages).await;
            }
            Err(error) => post_failure(error.into()),
        }
    });
}

async fn serve<D: Device>(engine: Engine, messages: Receiver<JsValue>) {
    // Held by whoever computes: a request, or the test.
    let turn = Rc::new(Mutex::new(()));
    if !D::IS_TESTED_FIRST {
        let (analyzer, turn) = (Rc::clone(&engine.analyzer), Rc::clone(&turn));
        spawn_local(async move {
            after(TEST_AFTER).await;
            // Nothing can be said about a device where the test itself is missing.
            let Ok(test) = SelfTest::load().await else { return };
            let _taken = turn.lock().await;
            if let Err(deviation) = test.check(&analyzer).await {
                post_failure(D::fails_self_test(deviation));
            }
        });
    }
    let mut service = Service { engine, pixels: None, turns: Turns::default() };
    while let Ok(message) = messages.recv().await {
        let _taken = turn.lock().await;
        let request = field(&message, "request").and_then(|request| Ok(serde_wasm_bindgen::from_value(request)?));
        match request {
            Ok(Request::ReadCrop { number, size, rgb }) => match service.read_crop(size, rgb).await {
                Ok(estimates) => post(&Response::CropRead { number, estimates: Some(estimates) }),
                Err(error) => service.fail(error, |_| Response::CropRead { number, estimates: None }),
            },
            Ok(Request::Analyze { frame, time, follow, explain, dissect, focus }) => {
                let wanted = Wanted { time, follow, explain, dissect, focus };
                let bitmap = field(&message, BITMAP).ok().and_then(|bitmap| bitmap.dyn_into::<ImageBitmap>().ok());
                let answer = |error: FrameError| Response::FrameFailed { frame, failure: error.into() };
                let Some(bitmap) = bitmap else {
                    service.fail(FrameError::NoBitmap, answer);
                    continue;
                };
                // What is not there, or not of this release, is a video that begins.
                let mut video = field(&message, VIDEO)
                    .ok()
                    .and_then(|video| serde_wasm_bindgen::from_value::<Option<Video>>(video).ok().flatten());
                match service.analyze(frame, wanted, &mut video, &bitmap).await {
                    Ok(analysis) => post_analysis(analysis, video.as_ref(), &bitmap),
                    Err(error) => {
                        bitmap.close();
                        service.fail(error, answer);
                    }
                }
            }
            Err(exception) => post_failure(Failure::Mismatch(text(&exception))),
        }
    }
}

/// What is wanted of a frame; see [`Request::Analyze`].
struct Wanted {
    time: Option<f64>,
    follow: bool,
    explain: Option<ExplanationRequest>,
    dissect: bool,
    focus: Option<u32>,
}

/// What lasts from message to message.
struct Service {
    engine: Engine,
    pixels: Option<PixelReader>,
    turns: Turns,
}

impl Service {
    /// Analyses a frame, of a video where it has a time: `video` is what is remembered of it, none at its beginning.
    async fn analyze(
        &mut self,
        frame: u32,
        wanted: Wanted,
        video: &mut Option<Video>,
        bitmap: &ImageBitmap,
    ) -> Result<Analysis, FrameError> {
        let begun = now();
        let analyzer = Rc::clone(&self.engine.analyzer);
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
        let is_video = wanted.time.is_some();
        let time = wanted.time.unwrap_or_default();
        let mut remembered = video.take().unwrap_or_default();
        if is_video {
            self.turns.go_on_from(remembered.last());
        }
        let before = if wanted.follow && is_video { remembered.boxes(time) } else { &[] };
        let found = analyzer.find(&picture, before).await?;
        let boxes: Vec<Rectangle> = found.faces.iter().map(|face| face.detection.bounding_box).collect();
        let numbers = remembered.note(boxes, found.is_followed, time);
        let read_some = async |places: &[usize]| {
            let chosen: Vec<_> = places.iter().filter_map(|&place| found.faces.get(place)).collect();
            analyzer.read_faces(&chosen, target.as_ref()).await
        };
        // What does not move is read as a whole.
        let (readings, times) = if wanted.follow && is_video {
            let focus = wanted.focus.or(numbers.first().copied().filter(|_| wanted.dissect));
            let places = self.turns.choose(&numbers, focus, target.as_ref());
            let (readings, times) = read_some(&places).await?;
            let read = places.iter().filter_map(|&place| numbers.get(place).copied()).zip(readings);
            self.turns.note(read, time, times.attributes + times.explain);
            (numbers.iter().map(|&number| self.turns.reading(number).cloned()).collect(), times)
        } else {
            let (readings, times) = read_some(&(0..numbers.len()).collect::<Vec<_>>()).await?;
            (readings.into_iter().map(Some).collect::<Vec<_>>(), times)
        };
        let found_and_read = found.faces.into_iter().zip(readings).zip(numbers);
        let (faces, numbers): (Vec<AnalyzedFace>, Vec<u32>) =
            found_and_read.filter_map(|((face, reading), number)| Some((face.read(reading?), number))).unzip();
        let result = FrameAnalysis {
            faces,
            is_followed: found.is_followed,
            detect_ms: found.detect_ms,
            attributes_ms: times.attributes,
            explain_ms: times.explain,
        };
        let place = wanted.focus.and_then(|focus| numbers.iter().position(|&number| number == focus)).unwrap_or(0);
        let inside = match (result.faces.get(place), numbers.get(place)) {
            (Some(face), Some(&number)) if wanted.dissect => {
                Some(dissection(face, number, analyzer.dissect(&face.crop, target.as_ref())))
            }
            _ => None,
        };
        *video = is_video.then_some(remembered);
        Ok(analysis(frame, picture.dimensions().into(), read, result, numbers, inside))
    }

    async fn read_crop(&self, size: u32, rgb: Vec<u8>) -> Result<Estimates, FrameError> {
        let crop = RgbImage::from_raw(size, size, rgb).ok_or(FrameError::NoBitmap)?;
        let readings = self.engine.analyzer.read_crops(&[crop], None).await?;
        readings.into_iter().next().map(|reading| reading.estimates).ok_or(FrameError::NoBitmap)
    }

    /// Tells the page that a request failed: by the `answer` to it, unless WebGPU has stopped computing or computes something else
    /// than it should. It does not come back. An error's details are for the console.
    fn fail(&self, error: FrameError, answer: impl FnOnce(FrameError) -> Response) {
        web_sys::console::error_1(&error.to_string().into());
        let of_the_device = match &error {
            FrameError::Analysis(error) if self.engine.info.backend == Backend::WebGpu => error.of_the_device(),
            _ => None,
        };
        match of_the_device {
            Some(DeviceError::Failed(_)) => post_failure(Failure::NoWebGpu(WebGpuProblem::Lost)),
            Some(deviation) => post_failure(Failure::NoWebGpu(WebGpuProblem::SelfTest(deviation.to_string()))),
            None if matches!(error, FrameError::Pixels(PixelError::False)) => post_failure(error.into()),
            None => post(&answer(error)),
        }
    }
}

/// Resolves after so many milliseconds.
async fn after(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer the wait is none.
        if scope().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// A property of a message.
fn field(message: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(message, &JsValue::from_str(name))
}
