//! A visit: everything that the components share.

use super::alerts::Alerts;
use super::camera_control::{CameraControl, CameraPhase};
use super::engine::Engine;
use super::moments::Moments;
use super::offline::Offline;
use super::selection::Selection;
use super::sheet::Sheet;
use super::source::Source;
use super::trainer::Trainer;
use super::words::Words;
use crate::app::browser::address;
use crate::app::browser::painter::Look;
use crate::app::model::instruments::Benchmark;
use crate::app::model::lesson::Lesson;
use crate::app::model::sentences::{SEPARATOR, face_parts, taught_parts};
use crate::app::model::settings::Settings;
use crate::app::model::spotlight::Spotlight;
use crate::attributes::Attribute;
use crate::protocol::{Analysis, Face};
use leptos::prelude::*;
use std::ops::Deref;

/// How much larger labels are for a class than for one visitor: larger than the cards' type, which is beside the picture.
const PROJECTED_LABELS: f64 = 2.0;

/// What the components share; each takes it from the context. A handle, as [`Engine`] is.
#[derive(Clone, Copy)]
pub(crate) struct Session(&'static Parts);

/// What makes up a [`Session`].
pub(crate) struct Parts {
    /// The visitor's settings.
    pub settings: RwSignal<Settings>,
    /// Its language.
    pub words: Words,
    /// What went wrong, and what has worked.
    pub alerts: Alerts,
    /// What is on the stage. Set by the methods, read by the components.
    pub source: RwSignal<Source, LocalStorage>,
    /// What the network runs in.
    pub engine: Engine,
    /// The face that is looked at more closely.
    pub selection: Selection,
    /// What the lesson has laid on that face, in place of the heat map.
    pub spotlight: RwSignal<Option<Spotlight>>,
    /// The camera's switch.
    pub camera: CameraControl,
    /// The copy for visits without a network.
    pub offline: Offline,
    /// Moments kept to compare them.
    pub moments: Moments,
    /// The last measurement of the engine.
    pub benchmark: RwSignal<Benchmark>,
    /// The photos of the last selection of several.
    pub sheet: Sheet,
    /// What teaches new attributes.
    pub trainer: Trainer,
    // Counts what is chosen for the stage, so that a photo that is slow to open does not replace what is newer.
    pub(super) photo_turn: StoredValue<u32>,
}

impl Deref for Session {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Session {
    /// Begins a visit with the settings in the address.
    pub(crate) fn begin() -> Self {
        let (words, alerts) = (Words::of_context(), Alerts::new());
        let settings = RwSignal::new(address::read(&window()).unwrap_or_else(|error| {
            alerts.show(&error);
            Settings::default()
        }));
        let source = RwSignal::new_local(Source::Nothing);
        let engine = Engine::new(settings, alerts);
        let camera = CameraControl::new(source, engine, alerts);
        let session = Self(Box::leak(Box::new(Parts {
            words,
            settings,
            alerts,
            source,
            engine,
            selection: engine.selection(),
            spotlight: RwSignal::new(None),
            camera,
            offline: Offline::after(engine, alerts),
            moments: Moments::new(),
            benchmark: RwSignal::new(Benchmark::default()),
            sheet: Sheet::new(),
            trainer: Trainer::new(engine, alerts),
            photo_turn: StoredValue::new(0),
        })));
        session.keep_address();
        session.explain_anew();
        engine.start();
        if settings.with_untracked(|settings| settings.second_opinion) {
            engine.ask_second(true);
        }
        session
    }

    /// The visit that the component is part of.
    pub(crate) fn of_context() -> Self {
        expect_context()
    }

    /// Whether there is nothing on the stage: no picture, no kept moment, and no sheet below it.
    pub(crate) fn is_empty(self) -> bool {
        !self.source.with(Source::is_something)
            && self.moments.list().with(Vec::is_empty)
            && self.sheet.photos().with(Vec::is_empty)
    }

    /// Takes everything off the stage: camera, film or photo, kept moments, and the sheet.
    pub(crate) fn clear_stage(self) {
        self.next_photo_turn();
        self.sheet.clear();
        self.camera.stop();
        if self.source.with_untracked(Source::is_something) {
            self.source.set(Source::Nothing);
            self.engine.forget();
        }
        self.moments.clear();
        self.alerts.clear();
    }

    /// Starts the camera with this id, or the one that faces the visitor.
    pub(crate) fn start_camera(self, device: Option<String>) {
        self.next_photo_turn();
        self.camera.start(device);
    }

    /// Starts the camera that ran last, or stops the camera or film that runs or is about to.
    pub(crate) fn toggle_camera(self) {
        if self.camera.phase().get_untracked() == CameraPhase::Off {
            self.start_camera(self.camera.chosen().get_untracked());
        } else {
            self.camera.stop();
        }
    }

    /// Keeps what was found last, with its frame, to compare it with another moment.
    pub(crate) fn keep_moment(self) {
        if let Some(found) = self.engine.found().get_untracked() {
            self.moments.keep(found);
        }
    }

    /// Shows the page to a class, on the whole screen where the browser allows it, or to one visitor again.
    pub(crate) fn toggle_projector(self) {
        self.settings.update(|settings| settings.projector = !settings.projector);
        if self.settings.with_untracked(|settings| settings.projector) {
            // Refused only where the visitor wants no full screen; large type is half of it.
            let _ = document().document_element().map(|page| page.request_fullscreen());
        } else if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    }

    /// Calls `draw` with how an analysis is to be drawn according to the settings: as it is, without a selected face, and without
    /// what the lesson points at.
    pub(crate) fn with_look<T>(self, analysis: &Analysis, mirrored: bool, draw: impl FnOnce(&Look) -> T) -> T {
        self.settings.with(|settings| {
            let label = |face: &Face, is_main: bool| {
                if analysis.faces.len() == 1 {
                    return self.face_words(face);
                }
                // Faces are told apart by number as well as by colour. Of those that are not selected the age is said alone.
                let words = if is_main { self.face_words(face) } else { self.age_words(face) };
                [(face.number + 1).to_string()].into_iter().chain(words).collect()
            };
            draw(&Look {
                mirrored,
                opacity: f64::from(settings.opacity) / 100.0,
                palette: settings.palette,
                covered: f64::from(settings.split) / 100.0,
                label_scale: if settings.projector { PROJECTED_LABELS } else { 1.0 },
                is_rtl: self.words.is_rtl(),
                construction: settings.open_step() == Some(Lesson::Align),
                spotlight: None,
                selected: None,
                label: &label,
            })
        })
    }

    /// What is said about a face, in one line.
    pub(crate) fn face_line(self, face: &Face) -> String {
        self.face_words(face).join(SEPARATOR)
    }

    /// The age alone, unless it is hidden.
    fn age_words(self, face: &Face) -> Vec<String> {
        let is_hidden =
            |attribute| attribute != Attribute::Age || self.settings.with(|settings| settings.hides(attribute));
        // A doubt would take the room of the age, and the card says it.
        let parts = face_parts(face, is_hidden);
        parts.last().map(|part| self.words.phrase(part)).into_iter().collect()
    }

    /// What is said about a face without the hidden attributes, in parts.
    fn face_words(self, face: &Face) -> Vec<String> {
        let parts = self.settings.with(|settings| face_parts(face, |attribute| settings.hides(attribute)));
        let taught = self.trainer.in_use().with(|task| taught_parts(face, task.as_ref()));
        parts.iter().map(|part| self.words.phrase(part)).chain(taught).collect()
    }

    /// What is opened from now on is newer than anything that is still being opened.
    pub(super) fn next_photo_turn(self) -> u32 {
        let turn = self.photo_turn.get_value().wrapping_add(1);
        self.photo_turn.set_value(turn);
        turn
    }

    /// Has what stands still explained again whenever the visitor wants something else explained, wants to see the inside of the
    /// network, or wants to see it on another face.
    fn explain_anew(self) {
        let wanted =
            Memo::new(move |_| self.settings.with(|settings| (settings.explain.clone(), settings.looks_inside())));
        Effect::watch(
            move || wanted.get(),
            move |(explain, looks_inside), before, _| {
                // What is known of the inside need not be forgotten.
                if *looks_inside || before.is_none_or(|(before, _)| before != explain) {
                    self.engine.ask_again();
                }
            },
            false,
        );
        let number = self.selection.number();
        Effect::watch(
            move || number.get(),
            move |number, _, _| {
                let looked_into = self.engine.latest().with_untracked(|latest| {
                    latest.as_ref().and_then(|latest| latest.dissection.as_ref()).map(|inside| inside.number)
                });
                if self.settings.with_untracked(Settings::looks_inside) && looked_into != *number {
                    self.engine.ask_again();
                }
            },
            false,
        );
    }
}
