//! Opening what comes onto the stage and the sheet: files, samples, and what the page is called with.

use super::camera_control::CameraPhase;
use super::found::Frame;
use super::session::Session;
use super::sheet::Progress;
use super::source::Source;
use crate::app::browser::address::Errands;
use crate::app::browser::focus::focus_on;
use crate::app::browser::folders::{Entry, pictures_in};
use crate::app::browser::frame::small_copy_of;
use crate::app::browser::photo::Photo;
use crate::app::browser::{incoming, offline, photo};
use crate::app::model::error::PageError;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::picture::FileKind;
use crate::app::model::samples::Sample;
use crate::app::model::session_log::Kind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use web_sys::File;

/// Longest side, in pixels, of the photos that a sheet holds: a fifth of a megabyte each.
const LONGEST_TILE_SIDE: u32 = 256;

/// How far the filling of a sheet has come.
struct Filling {
    job: u32,
    turn: u32,
    // Whether something of the selection is on the stage, or was.
    has_stage: bool,
    // Whether that is a film.
    has_film: bool,
}

impl Session {
    /// Does what the page was opened for: by a shortcut of the installed page, by a link, by another program that shares
    /// pictures, or by the system's "open with". A picture that a link names is opened at once; what needs the page is done when the
    /// function that comes back is called.
    pub(crate) fn open_launch(self) -> impl FnOnce() {
        let mut errands = Errands::take(&window()).unwrap_or_default();
        self.open_named(errands.sample.take());
        move || {
            incoming::watch_launches(
                &window(),
                move |files| self.open_files(files),
                move |address| self.run_errands(Errands::in_address(address)),
            );
            self.run_errands(errands);
        }
    }

    fn open_named(self, sample: Option<String>) {
        if let Some(sample) = sample.and_then(|wanted| Sample::with_name(&wanted)) {
            self.open_sample(sample);
        }
    }

    fn run_errands(self, errands: Errands) {
        if errands.shared.is_some() {
            spawn_local(async move {
                match offline::shared_pictures(&window()).await {
                    Ok(files) => self.open_files(files),
                    Err(error) => self.alerts.show(&error),
                }
            });
        }
        match errands.start.as_deref() {
            // No link switches a camera on.
            Some("camera") if !incoming::is_installed() => focus_on("[data-focus=camera]"),
            Some("camera") if self.camera.phase().get_untracked() == CameraPhase::Off => self.start_camera(None),
            // The file chooser opens only on the visitor's own click; the button is where the keyboard is.
            Some("photo") => focus_on("[data-focus=photo]"),
            _ => {}
        }
        self.open_named(errands.sample);
    }

    /// Opens files of the visitor: one photo or film on the stage, or several photos as a sheet. Without a file nothing changes.
    pub(crate) fn open_files(self, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        let turn = self.next_photo_turn();
        spawn_local(async move {
            if let [file] = files.as_slice() {
                self.open_file(file, turn).await;
            } else {
                self.fill_sheet(files, turn).await;
            }
        });
    }

    /// Opens the pictures and films in folders that were dropped, and the `files` beside them, among which browsers have the folders
    /// once more.
    pub(crate) fn open_folders(self, folders: Vec<Entry>, mut files: Vec<File>) {
        files.retain(|file| folders.iter().all(|folder| folder.name() != file.name()));
        spawn_local(async move {
            files.extend(pictures_in(&folders).await);
            match folders.first() {
                Some(folder) if files.is_empty() => {
                    self.alerts.show(&PageError::FolderWithoutPictures(folder.name()));
                }
                _ => self.open_files(files),
            }
        });
    }

    async fn open_file(self, file: &File, turn: u32) {
        let opened = match photo::examine(file).await {
            Ok((FileKind::Film, _)) => {
                if turn == self.photo_turn.get_value() {
                    self.sheet.clear();
                    self.camera.play(file.clone());
                }
                return;
            }
            Ok((FileKind::Photo, header)) => photo::open(&window(), file, &file.name(), &header).await,
            Err(error) => Err(error),
        };
        if opened.is_ok() && turn == self.photo_turn.get_value() {
            self.sheet.clear();
        }
        self.photo_opened(turn, Some(file.name()), opened);
    }

    /// Opens files one after the other. The first photo comes onto the stage, or the film if there is one; all photos come onto
    /// the sheet, whatever is on the stage by then.
    async fn fill_sheet(self, files: Vec<File>, turn: u32) {
        self.sheet.clear();
        let job = self.sheet.job();
        let mut filling = Filling { job, turn, has_stage: false, has_film: false };
        let mut failures = 0_usize;
        self.alerts.clear();
        let count = files.len();
        for (done, file) in files.into_iter().enumerate() {
            self.sheet.set_progress(Some(Progress { done, count }));
            let added = self.add_to_sheet(file, &mut filling).await;
            if job != self.sheet.job() {
                return;
            }
            // The others may still be good ones.
            if let Err(error) = added {
                let others = Phrase::new("and-more-files").with("count", Argument::Count(failures));
                self.alerts.show_with(&error, (failures > 0).then_some(others));
                failures += 1;
            }
        }
        self.sheet.set_progress(None);
    }

    async fn add_to_sheet(self, file: File, filling: &mut Filling) -> Result<(), PageError> {
        let name = file.name();
        let (kind, header) = photo::examine(&file).await?;
        if kind == FileKind::Film {
            if filling.has_film {
                return Err(PageError::FilmLeftOut(name));
            }
            if self.may_take_stage(filling) {
                self.camera.play(file);
            }
            (filling.has_film, filling.has_stage) = (true, true);
            return Ok(());
        }
        let photo = Rc::new(frame_of(photo::open(&window(), &file, &name, &header).await?));
        if !filling.has_stage && self.may_take_stage(filling) {
            filling.has_stage = true;
            // The sheet has it in the log.
            self.put_on_stage(photo.clone(), None);
        }
        let analysis = self.engine.read_photo(photo.clone(), false).await;
        let small = small_copy_of(&window(), &photo, LONGEST_TILE_SIDE).await.map(Frame::new)?;
        if filling.job == self.sheet.job() {
            if let Some(analysis) = &analysis {
                self.engine.records().note_photo(name, analysis);
            }
            self.sheet.add(file, small, analysis);
        }
        Ok(())
    }

    /// Whether the visitor has chosen nothing else since.
    fn may_take_stage(self, filling: &Filling) -> bool {
        filling.job == self.sheet.job() && filling.turn == self.photo_turn.get_value()
    }

    /// Puts a photo of the sheet onto the stage. What is still to come onto the sheet goes on coming.
    pub(crate) fn show_again(self, id: u32) {
        let Some(file) = self.sheet.file(id) else { return };
        let turn = self.next_photo_turn();
        spawn_local(async move {
            let opened = match photo::examine(&file).await {
                Ok((_, header)) => photo::open(&window(), &file, &file.name(), &header).await,
                Err(error) => Err(error),
            };
            self.photo_opened(turn, None, opened);
        });
    }

    /// Opens a sample.
    pub(crate) fn open_sample(self, sample: Sample) {
        let turn = self.next_photo_turn();
        spawn_local(async move {
            let opened = photo::open_sample(&window(), &sample.address()).await;
            self.photo_opened(turn, Some(sample.file()), opened);
        });
    }

    /// Puts a photo onto the stage that was opened in this turn, unless something newer was chosen meanwhile. It is in the log
    /// under its name, if it has one.
    fn photo_opened(self, turn: u32, name: Option<String>, opened: Result<Photo, PageError>) {
        match opened.map(frame_of) {
            Ok(photo) if turn == self.photo_turn.get_value() => {
                self.alerts.clear();
                self.put_on_stage(Rc::new(photo), name);
            }
            Ok(_outrun) => {}
            Err(error) => {
                let is_newest = turn == self.photo_turn.get_value();
                let stays = self.source.with_untracked(Source::stays);
                self.alerts.show_with(&error, stays.filter(|_| is_newest));
            }
        }
    }

    fn put_on_stage(self, photo: Rc<Frame>, name: Option<String>) {
        self.camera.stop();
        self.engine.begin(name.map(|name| (Kind::Photo, name)));
        let photo = Source::Photo(photo);
        self.source.set(photo.clone());
        self.engine.ask_still(photo);
    }
}

fn frame_of(photo: Photo) -> Frame {
    Frame::with_details(photo.bitmap, photo.details)
}
