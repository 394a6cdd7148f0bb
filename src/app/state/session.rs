//! A visit: everything that the components share.

use super::super::browser::{address, photo};
use super::super::model::error::PageError;
use super::super::model::settings::Settings;
use super::alerts::Alerts;
use super::camera_control::CameraControl;
use super::engine::Engine;
use super::source::Source;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use web_sys::{File, ImageBitmap};

/// How long the settings must be left alone before they go into the address; browsers allow few changes of it.
const ADDRESS_DELAY: Duration = Duration::from_millis(300);

/// What the components share; each takes it from the context.
#[derive(Clone, Copy)]
pub struct Session {
    /// The visitor's settings.
    pub settings: RwSignal<Settings>,
    /// What went wrong.
    pub alerts: Alerts,
    /// What is on the stage. Set by the methods, read by the components.
    pub source: RwSignal<Source, LocalStorage>,
    /// What the network runs in.
    pub engine: Engine,
    /// The camera's switch.
    pub camera: CameraControl,
    // Counts the photos chosen, so that one that is slow to open does not replace a newer one.
    photo_turn: StoredValue<u32>,
}

impl Session {
    /// Begins a visit with the settings in the address.
    pub fn begin() -> Self {
        let alerts = Alerts::new();
        let settings = RwSignal::new(address::read(&window()).unwrap_or_else(|error| {
            alerts.show(&error);
            Settings::default()
        }));
        let source = RwSignal::new_local(Source::Nothing);
        let engine = Engine::new(settings, alerts);
        let camera = CameraControl::new(source, engine, alerts);
        let session = Self { settings, alerts, source, engine, camera, photo_turn: StoredValue::new(0) };
        session.keep_address();
        session.explain_anew();
        engine.start();
        session
    }

    /// The visit that the component is part of.
    pub fn of_context() -> Self {
        expect_context()
    }

    /// Opens a picture file of the visitor.
    pub fn open_file(self, file: File) {
        let turn = self.next_photo_turn();
        spawn_local(async move {
            let opened = photo::open(&window(), &file, &file.name()).await;
            self.photo_opened(turn, opened);
        });
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

    fn photo_opened(self, turn: u32, opened: Result<ImageBitmap, PageError>) {
        match opened {
            Ok(bitmap) if turn == self.photo_turn.get_value() => {
                self.alerts.clear();
                self.camera.stop();
                self.engine.forget();
                let photo = Source::Photo(bitmap);
                self.source.set(photo.clone());
                self.engine.ask(photo);
            }
            Ok(outrun) => outrun.close(),
            Err(error) => self.alerts.show(&error),
        }
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

    /// Has the photo explained again whenever the visitor wants something else explained.
    fn explain_anew(self) {
        let target = Memo::new(move |_| self.settings.with(|settings| settings.explain.clone()));
        Effect::watch(move || target.get(), move |_, _, _| self.engine.ask_again(), false);
    }
}
