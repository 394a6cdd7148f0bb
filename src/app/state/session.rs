//! A visit: everything that the components share.

use super::super::browser::painter::Look;
use super::super::browser::{address, incoming, offline, photo};
use super::super::model::error::PageError;
use super::super::model::lesson::Lesson;
use super::super::model::sentences::{SEPARATOR, face_parts};
use super::super::model::settings::Settings;
use super::alerts::Alerts;
use super::benchmark::Benchmark;
use super::camera_control::CameraControl;
use super::engine::Engine;
use super::moments::Moments;
use super::offline::Offline;
use super::sheet::Sheet;
use super::source::Source;
use super::words::Words;
use crate::protocol::{Analysis, Face};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{File, ImageBitmap};

/// How long the settings must be left alone before they go into the address; browsers allow few changes of it.
const ADDRESS_DELAY: Duration = Duration::from_millis(300);

/// How much larger labels are for a class than for one visitor: larger than the cards' type, which is beside the picture.
const PROJECTED_LABELS: f64 = 2.0;

/// What the components share; each takes it from the context. A handle, as [`Engine`] is.
#[derive(Clone, Copy)]
pub struct Session(&'static Parts);

/// What makes up a [`Session`].
pub struct Parts {
    /// The visitor's settings.
    pub settings: RwSignal<Settings>,
    /// Its language.
    pub words: Words,
    /// What went wrong.
    pub alerts: Alerts,
    /// What is on the stage. Set by the methods, read by the components.
    pub source: RwSignal<Source, LocalStorage>,
    /// What the network runs in.
    pub engine: Engine,
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
    // Counts the photos chosen, so that one that is slow to open does not replace a newer one.
    photo_turn: StoredValue<u32>,
}

impl Deref for Session {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Session {
    /// Begins a visit with the settings in the address.
    pub fn begin() -> Self {
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
            camera,
            offline: Offline::after(engine, alerts),
            moments: Moments::new(),
            benchmark: RwSignal::new(Benchmark::default()),
            sheet: Sheet::new(),
            photo_turn: StoredValue::new(0),
        })));
        session.keep_address();
        session.explain_anew();
        engine.start();
        session
    }

    /// The visit that the component is part of.
    pub fn of_context() -> Self {
        expect_context()
    }

    /// Opens what the page was opened with: by a shortcut of the installed page, by another program that shares pictures, or
    /// by the system's "open with".
    pub fn open_launch(self) {
        incoming::watch_launches(&window(), move |files| self.open_files(files));
        let once = |key| address::take(&window(), key).ok().flatten();
        if once("shared").is_some() {
            spawn_local(async move {
                match offline::shared_pictures(&window()).await {
                    Ok(files) => self.open_files(files),
                    Err(error) => self.alerts.show(&error),
                }
            });
        }
        match once("start").as_deref() {
            Some("camera") => self.start_camera(None),
            // The file chooser opens only on the visitor's own click; the button is where the keyboard is.
            Some("photo") => {
                if let Ok(Some(button)) = document().query_selector("[data-testid=photo-input]") {
                    let _ = button.unchecked_into::<web_sys::HtmlElement>().focus();
                }
            }
            _ => {}
        }
    }

    /// Opens files of the visitor: one photo or film on the stage, or several photos one after the other, as a sheet.
    pub fn open_files(self, mut files: Vec<File>) {
        let turn = self.next_photo_turn();
        self.sheet.clear();
        match files.len() {
            0 => {}
            1 => self.open_file(files.remove(0), turn),
            _ => self.open_sheet(files, turn),
        }
    }

    fn open_file(self, file: File, turn: u32) {
        if file.type_().starts_with("video/") {
            self.camera.play(file);
            return;
        }
        spawn_local(async move {
            let opened = photo::open(&window(), &file, &file.name()).await;
            self.photo_opened(turn, opened);
        });
    }

    /// Opens photos one after the other; each comes onto the stage and stays on the sheet with what was found in it.
    fn open_sheet(self, files: Vec<File>, turn: u32) {
        self.alerts.clear();
        spawn_local(async move {
            for file in files {
                let opened = photo::open(&window(), &file, &file.name()).await;
                if turn != self.photo_turn.get_value() {
                    return;
                }
                match opened {
                    Ok(bitmap) => {
                        self.put_on_stage(bitmap.clone());
                        self.engine.answered().await;
                        if turn != self.photo_turn.get_value() {
                            return;
                        }
                        let found = self.engine.analysis().get_untracked();
                        self.sheet.add(file.name(), bitmap, found);
                    }
                    // The others may still be good ones.
                    Err(error) => self.alerts.show(&error),
                }
            }
        });
    }

    /// Puts a photo of the sheet onto the stage again.
    pub fn show_again(self, bitmap: ImageBitmap) {
        let turn = self.next_photo_turn();
        self.photo_opened(turn, Ok(bitmap));
    }

    /// Opens a sample by its address.
    pub fn open_sample(self, address: &'static str) {
        let turn = self.next_photo_turn();
        spawn_local(async move {
            let opened = photo::open_sample(&window(), address).await;
            self.photo_opened(turn, opened);
        });
    }

    /// Starts the camera with this id, or the one that faces the visitor.
    pub fn start_camera(self, device: Option<String>) {
        self.next_photo_turn();
        self.camera.start(device);
    }

    /// Keeps what is on the stage, to compare it with another moment.
    pub fn keep_moment(self) {
        spawn_local(async move {
            match self.moment().await {
                Ok(Some((frame, analysis))) => {
                    let mirrored = self.source.with_untracked(Source::is_mirrored);
                    self.moments.keep(frame, analysis, mirrored);
                }
                Ok(None) => {}
                Err(error) => self.alerts.show(&error),
            }
        });
    }

    /// Shows the page to a class, on the whole screen where the browser allows it, or to one visitor again.
    pub fn toggle_projector(self) {
        self.settings.update(|settings| settings.projector = !settings.projector);
        if self.settings.with_untracked(|settings| settings.projector) {
            // Refused only where the visitor wants no full screen; large type is half of it.
            let _ = document().document_element().map(|page| page.request_fullscreen());
        } else if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    }

    /// Calls `draw` with how an analysis is to be drawn according to the settings.
    pub fn with_look<T>(self, analysis: &Analysis, mirrored: bool, draw: impl FnOnce(&Look) -> T) -> T {
        self.settings.with(|settings| {
            let label = |face: &Face| {
                // Cards and faces are told apart by number as well as by colour.
                let number = (analysis.faces.len() > 1).then(|| (face.number + 1).to_string());
                number.into_iter().chain(self.face_words(face)).collect()
            };
            draw(&Look {
                mirrored,
                opacity: f64::from(settings.opacity) / 100.0,
                palette: settings.palette,
                covered: f64::from(settings.split) / 100.0,
                pixel_ratio: window().device_pixel_ratio(),
                label_scale: if settings.projector { PROJECTED_LABELS } else { 1.0 },
                construction: settings.lesson == Some(Lesson::Align),
                label: &label,
            })
        })
    }

    /// What is said about a face, in one line.
    pub fn face_line(self, face: &Face) -> String {
        self.face_words(face).join(SEPARATOR)
    }

    /// What is said about a face without the hidden attributes, in parts.
    fn face_words(self, face: &Face) -> Vec<String> {
        let parts = self.settings.with(|settings| face_parts(face, |attribute| settings.hides(attribute)));
        parts.iter().map(|part| self.words.phrase(part)).collect()
    }

    fn photo_opened(self, turn: u32, opened: Result<ImageBitmap, PageError>) {
        match opened {
            Ok(bitmap) if turn == self.photo_turn.get_value() => {
                self.alerts.clear();
                self.put_on_stage(bitmap);
            }
            Ok(outrun) => outrun.close(),
            Err(error) => self.alerts.show(&error),
        }
    }

    fn put_on_stage(self, photo: ImageBitmap) {
        self.camera.stop();
        self.engine.forget();
        let photo = Source::Photo(photo);
        self.source.set(photo.clone());
        self.engine.ask_still(photo);
    }

    fn next_photo_turn(self) -> u32 {
        let turn = self.photo_turn.get_value().wrapping_add(1);
        self.photo_turn.set_value(turn);
        turn
    }

    /// Keeps the settings in the address.
    fn keep_address(self) {
        let mut write = debounce(ADDRESS_DELAY, move |settings: Settings| {
            if let Err(error) = address::write(&window(), &settings) {
                self.alerts.show(&error);
            }
        });
        Effect::watch(move || self.settings.get(), move |settings, _, _| write(settings.clone()), false);
    }

    /// Has what stands still explained again whenever the visitor wants something else explained, or opens a step of the
    /// lesson.
    fn explain_anew(self) {
        let target = Memo::new(move |_| self.settings.with(|settings| (settings.explain.clone(), settings.lesson)));
        Effect::watch(move || target.get(), move |_, _, _| self.engine.ask_again(), false);
    }
}
