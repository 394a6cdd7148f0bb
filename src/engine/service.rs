//! The worker's message loop.

use super::answer::{analysis, explanation_target, heat_map};
use super::clock::{after, now};
use super::device::Device;
use super::exception::message as text;
use super::inside::dissection;
use super::pixels::{BitmapPicture, PixelError, PixelReader};
use super::reply::{post, post_analysis, post_failure, report_panics, scope, to_value};
use super::second::Second;
use super::self_test::SelfTest;
use super::start::{Engine, start};
use super::teaching::{Teacher, sample};
use crate::analysis::{
    AnalysisError, AnalyzedFace, Analyzer, FoundFaces, FrameAnalysis, ReadingTimes, Turns, Video, Views, Who,
};
use crate::detection::{Expected, Progress};
use crate::device::DeviceError;
use crate::estimates::Estimates;
use crate::protocol::{
    Analysis, BITMAP, Backend, DETAILS, EngineInfo, ExplanationRequest, Failure, MEMORY, Request, Response,
    WebGpuProblem,
};
use async_channel::Receiver;
use futures_util::lock::Mutex;
use image::{RgbImage, RgbaImage};
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ImageBitmap, MessageEvent};

/// Milliseconds after which a device that is trusted is tested all the same: the first picture is answered by then.
const TEST_AFTER: i32 = 1_500;

/// Most faces of a still picture that are read before the page hears of it.
const READ_AT_ONCE: usize = 8;

/// Milliseconds between two words on how far a search has come.
const TELL_EVERY: f64 = 150.0;

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
    let Engine { analyzer, info } = engine;
    // Held by whoever computes: a request, what learns, or the test.
    let analyzer = Rc::new(Mutex::new(analyzer));
    if !D::IS_TESTED_FIRST {
        let analyzer = Rc::clone(&analyzer);
        spawn_local(async move {
            after(TEST_AFTER).await;
            // Nothing can be said about a device where the test itself is missing.
            let Ok(test) = SelfTest::load().await else { return };
            if let Err(deviation) = test.check(&*analyzer.lock().await).await {
                post_failure(D::fails_self_test(deviation));
            }
        });
    }
    let mut service = Service { info, pixels: None, turns: Turns::default(), teacher: Teacher::default() };
    let second = Second::default();
    while let Ok(message) = messages.recv().await {
        let turn = analyzer.lock().await;
        let request = field(&message, "request").and_then(|request| Ok(serde_wasm_bindgen::from_value(request)?));
        match request {
            Ok(Request::ReadCrop { number, size, rgb, still }) => match read_crop(&turn, size, rgb, still).await {
                Ok(estimates) => post(&Response::CropRead { number, estimates: Some(estimates) }),
                Err(error) => service.fail(error, |_| Response::CropRead { number, estimates: None }),
            },
            Ok(Request::Learn(teaching)) => spawn_local(service.teacher.learn(teaching, Rc::clone(&analyzer))),
            Ok(Request::UseTaught) => {
                let task = service.teacher.take(field(&message, MEMORY).unwrap_or_default());
                post(&Response::TaughtUsed(task));
            }
            Ok(Request::AskSecond { wanted }) => spawn_local(second.want(wanted, Rc::clone(&analyzer))),
            Ok(Request::Analyze { frame, time, follow, explain, dissect, focus, gather }) => {
                let wanted = Wanted { time, follow, explain, dissect, focus, gather };
                let bitmap =
                    |name: &str| field(&message, name).ok().and_then(|bitmap| bitmap.dyn_into::<ImageBitmap>().ok());
                let details = bitmap(DETAILS);
                let answer = |error: FrameError| Response::FrameFailed { frame, failure: error.into() };
                let Some(bitmap) = bitmap(BITMAP) else {
                    service.fail(FrameError::NoBitmap, answer);
                    continue;
                };
                let pictures = Pictures { frame: &bitmap, details: details.as_ref() };
                let memory = field(&message, MEMORY).unwrap_or_default();
                let analysis = service.analyze(&turn, frame, wanted, memory, pictures).await;
                if let Some(details) = details {
                    details.close();
                }
                match analysis {
                    Ok((analysis, memory)) => post_analysis(analysis, &memory, &bitmap),
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
    gather: bool,
}

/// What a frame's pixels are read from.
#[derive(Clone, Copy)]
struct Pictures<'a> {
    frame: &'a ImageBitmap,
    /// The same picture as large as it is, where that is larger.
    details: Option<&'a ImageBitmap>,
}

/// What lasts from message to message.
struct Service {
    info: EngineInfo,
    pixels: Option<PixelReader>,
    turns: Turns,
    teacher: Teacher,
}

impl Service {
    /// Analyses a frame, of a video where it has a time. `memory` is what is remembered of the video or the picture; what is to be
    /// remembered from now on comes with the answer.
    async fn analyze(
        &mut self,
        analyzer: &Analyzer,
        frame: u32,
        wanted: Wanted,
        memory: JsValue,
        pictures: Pictures<'_>,
    ) -> Result<(Analysis, JsValue), FrameError> {
        let begun = now();
        let taught = wanted.explain.and_then(|explain| Some((explain.taught?, explain.class)));
        let target = wanted
            .explain
            .as_ref()
            .filter(|_| taught.is_none())
            .map(|request| explanation_target(request).ok_or(FrameError::NoLayer))
            .transpose()?;
        let reader = match &mut self.pixels {
            Some(reader) => reader,
            none => none.insert(PixelReader::new()?),
        };
        let picture = reader.read(pictures.frame)?;
        let read = now() - begun;
        let mut light = 0.0;
        let (found, who, memory) = match wanted.time {
            Some(time) => {
                let mut video: Video = remembered(memory).unwrap_or_default();
                light = video.see(&picture);
                self.turns.go_on_from(video.last());
                let expected =
                    if wanted.follow { video.expected(picture.dimensions(), time) } else { Expected::default() };
                let found = analyzer.find(&picture, &expected).await?;
                let who = video.note(&found, time);
                (found, who, to_value(&video))
            }
            None => {
                let found = match remembered(memory) {
                    Some(found) => found,
                    None => search(frame, analyzer, reader, &picture, pictures.details).await?,
                };
                let who = (0..found.faces.len() as u32).map(|number| Who { identity: number, number }).collect();
                let memory = to_value(&found);
                (found, who, memory)
            }
        };
        let views = views(wanted.time.is_none());
        // What does not move is read as a whole.
        let (readings, times) = if let (true, Some(time)) = (wanted.follow, wanted.time) {
            let identities: Vec<u32> = who.iter().map(|who| who.identity).collect();
            let in_focus = who.iter().find(|who| wanted.focus == Some(who.number));
            let focus = in_focus.or(who.first().filter(|_| wanted.dissect)).map(|who| who.identity);
            let places = self.turns.choose(&identities, focus, target.as_ref());
            let chosen: Vec<_> = places.iter().filter_map(|&place| found.faces.get(place)).collect();
            let (readings, times) = analyzer.read_faces(&chosen, target.as_ref(), views).await?;
            let read = places.iter().filter_map(|&place| identities.get(place).copied()).zip(readings);
            self.turns.note(read, time, times.attributes + times.explain);
            (identities.iter().map(|&identity| self.turns.reading(identity).cloned()).collect(), times)
        } else {
            let (mut readings, mut times) = (Vec::new(), ReadingTimes::default());
            for (turn, faces) in found.faces.chunks(READ_AT_ONCE).enumerate() {
                if turn > 0 {
                    // Who reads many faces does not hang.
                    post(&Response::Searching { frame, share: 1.0, faces: found.faces.len() as u32 });
                }
                let faces: Vec<_> = faces.iter().collect();
                let (read, more) = analyzer.read_faces(&faces, target.as_ref(), views).await?;
                readings.extend(read.into_iter().map(Some));
                times.attributes += more.attributes;
                times.explain += more.explain;
            }
            (readings, times)
        };
        let found_and_read = found.faces.into_iter().zip(readings).zip(who);
        let (faces, who): (Vec<AnalyzedFace>, Vec<Who>) =
            found_and_read.filter_map(|((face, reading), who)| Some((face.read(reading?), who))).unzip();
        let result = FrameAnalysis {
            faces,
            count: found.count,
            is_followed: found.is_followed,
            is_searched: found.is_searched,
            detect_ms: found.detect_ms,
            attributes_ms: times.attributes,
            explain_ms: times.explain,
        };
        let place = wanted.focus.and_then(|focus| who.iter().position(|who| who.number == focus)).unwrap_or(0);
        let inside = match (result.faces.get(place), who.get(place)) {
            (Some(face), Some(who)) if wanted.dissect => {
                Some(dissection(face, who.number, analyzer.dissect(&face.crop, target.as_ref())))
            }
            _ => None,
        };
        let sample = match result.faces.get(place) {
            Some(face) if wanted.gather => Some(sample(analyzer, face).await?),
            _ => None,
        };
        let said: Vec<_> = result
            .faces
            .iter()
            .map(|face| {
                let evidence = taught.and_then(|(place, class)| self.teacher.evidence(analyzer, face, place, class));
                (self.teacher.say(face), evidence.as_ref().map(heat_map))
            })
            .collect();
        let mut answer = analysis(frame, picture.dimensions().into(), [read, light.into()], result, who, inside);
        answer.sample = sample;
        answer.second_opinion = views == Views::Both && analyzer.has_second_opinion();
        for (face, (taught, evidence)) in answer.faces.iter_mut().zip(said) {
            face.taught = taught;
            face.heat_map = evidence.or(face.heat_map.take());
        }
        // What cannot be told is not remembered.
        Ok((answer, memory.unwrap_or_default()))
    }

    /// Tells the page that a request failed: by the `answer` to it, unless WebGPU has stopped computing or computes something else
    /// than it should. It does not come back. An error's details are for the console.
    fn fail(&self, error: FrameError, answer: impl FnOnce(FrameError) -> Response) {
        web_sys::console::error_1(&error.to_string().into());
        let of_the_device = match &error {
            FrameError::Analysis(error) if self.info.backend == Backend::WebGpu => error.of_the_device(),
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

/// How faces are looked at, of a still picture or of a video.
fn views(still: bool) -> Views {
    if still { Views::Both } else { Views::One }
}

async fn read_crop(analyzer: &Analyzer, size: u32, rgb: Vec<u8>, still: bool) -> Result<Estimates, FrameError> {
    let crop = RgbImage::from_raw(size, size, rgb).ok_or(FrameError::NoBitmap)?;
    let readings = analyzer.read_crops(&[crop], None, views(still)).await?;
    readings.into_iter().next().map(|reading| reading.estimates).ok_or(FrameError::NoBitmap)
}

/// What is remembered; nothing where it is something else, or of another release.
fn remembered<T: DeserializeOwned>(memory: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value::<Option<T>>(memory).ok().flatten()
}

/// Searches a still picture, of which `picture` are the frame's pixels, and tells the page how far it has come.
async fn search(
    frame: u32,
    analyzer: &Analyzer,
    reader: &PixelReader,
    picture: &RgbaImage,
    details: Option<&ImageBitmap>,
) -> Result<FoundFaces, FrameError> {
    let mut told = now();
    let tell = |progress: Progress| {
        if now() - told >= TELL_EVERY {
            told = now();
            post(&Response::Searching { frame, share: progress.share, faces: progress.faces as u32 });
        }
    };
    Ok(match details {
        Some(bitmap) => analyzer.search(picture, &BitmapPicture { bitmap, reader }, tell).await?,
        None => analyzer.search(picture, picture, tell).await?,
    })
}

/// A property of a message.
fn field(message: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(message, &JsValue::from_str(name))
}
