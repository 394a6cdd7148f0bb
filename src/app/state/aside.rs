//! A photo that is analysed beside what is on the stage.

use super::found::Frame;
use super::workers::Workers;
use crate::app::browser::engine_client::Luggage;
use crate::app::browser::frame::copy_of;
use crate::app::model::settings::Settings;
use crate::protocol::{Analysis, Request};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How often a photo is sent before it is given up.
const MOST_TRIES: u32 = 2;

/// Has photos analysed, one at a time.
pub(super) struct Aside {
    workers: Workers,
    settings: RwSignal<Settings>,
    photo: StoredValue<Option<Photo>, LocalStorage>,
}

/// The photo that is analysed.
struct Photo {
    // Its number among all frames.
    frame: u32,
    picture: Rc<Frame>,
    answer: Rc<Cell<Option<Arc<Analysis>>>>,
    answered: Function,
    gather: bool,
    // How often it was sent. One that workers break down over is given up.
    sent: u32,
}

impl Photo {
    /// Tells whoever waits.
    fn end(self, analysis: Option<Analysis>) {
        self.answer.set(analysis.map(Arc::new));
        // Resolving a promise does not throw.
        drop(self.answered.call0(&JsValue::NULL));
    }
}

impl Aside {
    pub(super) fn new(workers: Workers, settings: RwSignal<Settings>) -> Self {
        Self { workers, settings, photo: StoredValue::new_local(None) }
    }

    /// Has a photo analysed under the number `frame`, and its largest face taken as an example if that is wanted. It waits for an
    /// engine that is ready. `None` if it could not be read, or if another photo is to be read instead.
    pub(super) async fn read(&'static self, frame: u32, picture: Rc<Frame>, gather: bool) -> Option<Arc<Analysis>> {
        let answer = Rc::new(Cell::new(None));
        let promise = Promise::new(&mut |answered, _| {
            let photo = Photo { frame, picture: picture.clone(), answer: answer.clone(), answered, gather, sent: 0 };
            let before = self.photo.try_update_value(|own| own.replace(photo)).flatten();
            if let Some(before) = before {
                before.end(None);
            }
        });
        self.send();
        // The promise is only ever resolved.
        let _ = JsFuture::from(promise).await;
        answer.take()
    }

    /// Sends the photo, if there is one and somebody to send it to. What breaks down over it is followed by an engine that gets it
    /// again.
    pub(super) fn send(&'static self) {
        if self.workers.state().with_untracked(|state| state.info().is_none()) {
            return;
        }
        let photo = self.photo.try_update_value(|photo| {
            let photo = photo.as_mut()?;
            photo.sent += 1;
            Some((photo.frame, photo.picture.clone(), photo.gather, photo.sent))
        });
        let Some((frame, picture, gather, sent)) = photo.flatten() else { return };
        if sent > MOST_TRIES {
            self.end(frame, None);
            return;
        }
        spawn_local(async move {
            let request = Request::Analyze {
                frame,
                time: None,
                follow: false,
                explain: self.settings.with_untracked(|settings| settings.explain.to_request()),
                dissect: false,
                focus: None,
                gather,
            };
            let copy = copy_of(&window(), &picture).await.map(Frame::new);
            let details = picture.take_details().map(Frame::new);
            let sent = copy.and_then(|copy| {
                let details = details.as_ref().map(Frame::bitmap);
                self.workers.send(&request, &Luggage { frame: Some(copy.bitmap()), details, ..Luggage::default() })
            });
            if sent.is_err() {
                self.end(frame, None);
            }
        });
    }

    /// Whether the frame of this number is the photo.
    pub(super) fn is(&'static self, frame: u32) -> bool {
        self.photo.with_value(|photo| photo.as_ref().is_some_and(|photo| photo.frame == frame))
    }

    /// The photo of this number was read, or could not be.
    pub(super) fn end(&'static self, frame: u32, analysis: Option<Analysis>) {
        let ended = self.photo.try_update_value(|photo| photo.take_if(|photo| photo.frame == frame)).flatten();
        if let Some(photo) = ended {
            photo.end(analysis);
        }
    }
}
