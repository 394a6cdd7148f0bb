//! Switching the camera on and off, and playing films in its place.

use super::alerts::Alerts;
use super::engine::Engine;
use super::source::Source;
use crate::app::browser::camera::{Camera, CameraEvent, is_allowed};
use crate::app::browser::camera_list::{CameraDevice, CameraListWatch, list};
use crate::app::browser::clock::now;
use crate::app::browser::exception::unexpected;
use crate::app::browser::film::Film;
use crate::app::browser::listener::Listener;
use crate::app::browser::video_frames;
use crate::app::model::error::PageError;
use crate::app::model::session_log::Kind;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlVideoElement};

/// How long a camera may give no picture before the visitor is told: some take a moment's rest.
const SILENCE: Duration = Duration::from_secs(3);

/// Milliseconds for which a camera may show nothing before the visitor is told.
const LONGEST_BLACK: f64 = 3_000.0;
/// How long a camera goes on where nobody can see its picture.
const OUT_OF_SIGHT: Duration = Duration::from_secs(60);

/// Where the camera stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CameraPhase {
    /// Off.
    Off,
    /// Asked for; the visitor may still have to allow it.
    Starting,
    /// Running.
    On,
}

/// The camera's switch, and the list of those to choose from. A handle, as [`Engine`] is.
#[derive(Clone, Copy)]
pub(crate) struct CameraControl(&'static Parts);

/// What makes up the [`CameraControl`].
pub(crate) struct Parts {
    phase: RwSignal<CameraPhase>,
    frozen: RwSignal<bool>,
    is_film: RwSignal<bool>,
    devices: RwSignal<Vec<CameraDevice>>,
    chosen: RwSignal<Option<String>>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    film: StoredValue<Option<Film>, LocalStorage>,
    list_watch: StoredValue<Option<CameraListWatch>, LocalStorage>,
    // Counts starts and stops, so that a camera that opens after it was called off is closed again.
    turn: StoredValue<u32>,
    video: NodeRef<html::Video>,
    source: RwSignal<Source, LocalStorage>,
    engine: Engine,
    alerts: Alerts,
}

impl Deref for CameraControl {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl CameraControl {
    /// A camera that is off.
    pub(crate) fn new(source: RwSignal<Source, LocalStorage>, engine: Engine, alerts: Alerts) -> Self {
        Self(Box::leak(Box::new(Parts {
            phase: RwSignal::new(CameraPhase::Off),
            frozen: RwSignal::new(false),
            is_film: RwSignal::new(false),
            devices: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
            camera: StoredValue::new_local(None),
            film: StoredValue::new_local(None),
            list_watch: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            video: NodeRef::new(),
            source,
            engine,
            alerts,
        })))
    }

    /// Where the camera stands.
    pub(crate) fn phase(self) -> ReadSignal<CameraPhase> {
        self.phase.read_only()
    }

    /// Whether it is a film that plays in the camera's place.
    pub(crate) fn is_film(self) -> ReadSignal<bool> {
        self.is_film.read_only()
    }

    /// Whether the picture of a running camera stands still.
    pub(crate) fn is_frozen(self) -> ReadSignal<bool> {
        self.frozen.read_only()
    }

    /// Lets the picture stand still, or go on.
    pub(crate) fn toggle_frozen(self) {
        let Some(video) = self.video.get_untracked() else { return };
        if self.frozen.get_untracked() {
            self.frozen.set(false);
            self.engine.release();
            // Rejected only if the camera is switched off meanwhile.
            let _ = video.play();
        } else if self.phase.get_untracked() == CameraPhase::On
            && let Ok(()) = video.pause()
        {
            self.frozen.set(true);
            self.engine.ask_still(self.source.get_untracked());
        }
    }

    /// The cameras to choose from.
    pub(crate) fn devices(self) -> ReadSignal<Vec<CameraDevice>> {
        self.devices.read_only()
    }

    /// The id of the camera that runs or ran last.
    pub(crate) fn chosen(self) -> ReadSignal<Option<String>> {
        self.chosen.read_only()
    }

    /// The element that plays the camera.
    pub(crate) fn video(self) -> NodeRef<html::Video> {
        self.video
    }

    /// Starts the camera with this id, or the one that faces the visitor, in place of one that runs.
    pub(crate) fn start(self, device: Option<String>) {
        // A phone cannot open its second camera while the first one runs.
        self.stop();
        let turn = self.turn.get_value();
        self.phase.set(CameraPhase::Starting);
        spawn_local(async move {
            let on_change = move |event| self.changed(event, turn);
            let opened = Camera::open(&window(), device.as_deref(), on_change).await;
            if turn != self.turn.get_value() {
                return;
            }
            let shown = match opened {
                Ok(camera) => self.show(camera, turn).await,
                Err(error) => Err(error),
            };
            if let Err(error) = shown {
                self.stop();
                // The next start may take any camera: this one may be gone.
                self.chosen.set(None);
                self.alerts.show(&error);
            }
        });
    }

    /// Plays a film of the visitor's, over and over, in the camera's place.
    pub(crate) fn play(self, film: File) {
        self.stop();
        let turn = self.turn.get_value();
        self.phase.set(CameraPhase::Starting);
        self.is_film.set(true);
        spawn_local(async move {
            let Some(video) = self.video.get_untracked() else { return };
            let name = film.name();
            let unplayable = PageError::UnplayableFilm(name.clone());
            let is_wanted = move || turn == self.turn.get_value();
            // Later, because this runs inside a callback that ends with the film.
            let on_failure = move || {
                let unplayable = unplayable.clone();
                spawn_local(async move { self.give_up(&unplayable, turn) });
            };
            let shown = match Film::open(&film, &video, is_wanted, Box::new(on_failure)).await {
                Ok(None) => return,
                Ok(opened) => {
                    self.film.set_value(opened);
                    self.roll(&video, name, turn).await
                }
                Err(error) => Err(error),
            };
            if let Err(error) = shown {
                self.give_up(&error, turn);
            }
        });
    }

    async fn roll(self, video: &HtmlVideoElement, name: String, turn: u32) -> Result<(), PageError> {
        let playing = video.play().map_err(|exception| unexpected(&exception))?;
        if JsFuture::from(playing).await.is_err() {
            // Also rejected when something else takes the stage, which the turn tells.
            return Err(PageError::UnplayableFilm(name));
        }
        // The sound alone can be played of a film whose picture the browser cannot decode.
        if video.video_width() == 0 {
            return Err(PageError::FilmWithoutPicture(name));
        }
        self.shown(video, false, (Kind::Film, name), turn).await
    }

    /// Takes a film off the stage that cannot be played, if it is still the one to be played.
    fn give_up(self, error: &PageError, turn: u32) {
        if turn == self.turn.get_value() {
            self.stop();
            self.alerts.show_with(error, self.source.with_untracked(Source::stays));
        }
    }

    /// Stops the camera or the film; the camera's light goes out. A photo on the stage stays there.
    pub(crate) fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.phase.set(CameraPhase::Off);
        self.frozen.set(false);
        self.is_film.set(false);
        self.film.set_value(None);
        if let Some(video) = self.video.get_untracked() {
            video.set_src_object(None);
        }
        self.camera.set_value(None);
        if self.source.with_untracked(|source| matches!(source, Source::Camera { .. })) {
            self.source.set(Source::Nothing);
            self.engine.forget();
        }
    }

    /// Keeps the list of cameras up to date from now on, and the picture of a running one moving: some systems let it stand while
    /// the page is out of sight.
    pub(crate) fn watch_devices(self) {
        let on_sight = move || {
            if document().hidden() {
                self.end_out_of_sight();
            }
            let moves = self.phase.get_untracked() == CameraPhase::On && !self.frozen.get_untracked();
            if let Some(video) = self.video.get_untracked().filter(|_| moves && !document().hidden()) {
                // Rejected only if the camera is switched off meanwhile.
                let _ = video.play();
            }
        };
        Listener::new(&document(), "visibilitychange", Box::new(on_sight)).keep();
        self.refresh_devices();
        // Where cameras cannot be listed there is none to choose; starting one says why.
        self.list_watch.set_value(CameraListWatch::start(&window(), move || self.refresh_devices()).ok());
    }

    /// Switches a camera off that nobody sees for a while.
    fn end_out_of_sight(self) {
        let turn = self.turn.get_value();
        let end = move || {
            let runs = self.phase.get_untracked() == CameraPhase::On && !self.is_film.get_untracked();
            if runs && turn == self.turn.get_value() && document().hidden() {
                self.stop();
                self.alerts.show(&PageError::CameraOutOfSight);
            }
        };
        set_timeout(end, OUT_OF_SIGHT);
    }

    fn refresh_devices(self) {
        spawn_local(async move {
            // As above: no list, no choice.
            self.devices.set(list(&window()).await.unwrap_or_default());
        });
    }

    async fn show(self, camera: Camera, turn: u32) -> Result<(), PageError> {
        let Some(video) = self.video.get_untracked() else {
            return Err(PageError::Browser("the stage is missing".to_owned()));
        };
        let mirrored = camera.is_mirrored();
        self.chosen.set(camera.device_id());
        video.set_src_object(Some(camera.stream()));
        self.camera.set_value(Some(camera));
        if let Ok(playing) = video.play() {
            // Rejected only if the camera is switched off before its first frame, which is no failure.
            let _ = JsFuture::from(playing).await;
        }
        self.shown(&video, mirrored, (Kind::Camera, String::new()), turn).await
    }

    /// What the video element plays is on the stage from now on, and in the log by its kind and name.
    async fn shown(
        self,
        video: &HtmlVideoElement,
        mirrored: bool,
        subject: (Kind, String),
        turn: u32,
    ) -> Result<(), PageError> {
        if turn != self.turn.get_value() {
            return Ok(());
        }
        self.alerts.clear();
        self.engine.begin(Some(subject));
        self.source.set(Source::Camera { video: video.clone(), mirrored });
        self.phase.set(CameraPhase::On);
        self.refresh_devices();
        self.follow(video, mirrored, turn).await
    }

    /// Asks the engine about each new frame until the camera is switched off.
    async fn follow(self, video: &HtmlVideoElement, mirrored: bool, turn: u32) -> Result<(), PageError> {
        let mut lit = now();
        loop {
            video_frames::next(&window(), video).await?;
            if turn != self.turn.get_value() {
                return Ok(());
            }
            if !self.engine.sees_black() {
                lit = now();
                self.alerts.retract(&PageError::CameraBlack);
            } else if !self.is_film.get_untracked() && now() - lit > LONGEST_BLACK {
                self.alerts.show(&PageError::CameraBlack);
            }
            self.engine.ask(Source::Camera { video: video.clone(), mirrored });
        }
    }

    /// Something has happened to the camera by itself.
    fn changed(self, event: CameraEvent, turn: u32) {
        match event {
            // Later, because this runs inside a callback that ends with the camera.
            CameraEvent::Ended => spawn_local(async move {
                if turn == self.turn.get_value() {
                    self.stop();
                    self.chosen.set(None);
                    let is_allowed = is_allowed(&window()).await;
                    self.alerts.show(&if is_allowed { PageError::CameraUnplugged } else { PageError::CameraTakenBack });
                }
            }),
            CameraEvent::Muted => set_timeout(
                move || {
                    let is_muted = |camera: &Option<Camera>| camera.as_ref().is_some_and(Camera::is_muted);
                    if turn == self.turn.get_value() && self.camera.with_value(is_muted) {
                        self.alerts.show(&PageError::CameraSilent);
                    }
                },
                SILENCE,
            ),
            CameraEvent::Unmuted => self.alerts.retract(&PageError::CameraSilent),
        }
    }
}
