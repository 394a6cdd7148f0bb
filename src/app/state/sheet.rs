//! Several photos with what was found in each.

use super::found::{Found, Frame};
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

/// A photo of the sheet.
#[derive(Clone)]
pub(crate) struct SheetPhoto {
    /// Tells photos apart, also those of different selections.
    pub id: u32,
    /// The file's name.
    pub name: String,
    /// A small copy of the photo and what was found in the photo itself; `None` where the engine could not read it.
    pub found: Option<Found>,
    // Opened again when the photo comes onto the stage, so that no large one is held.
    file: File,
}

/// The photos of a selection, in its order. Filling it is a job of its own, which goes on whatever comes onto the stage.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    photos: RwSignal<Vec<SheetPhoto>, LocalStorage>,
    next_id: StoredValue<u32>,
    // Counts selections, so that a job that was called off adds nothing to the next one's photos.
    job: StoredValue<u32>,
    progress: RwSignal<Option<Progress>>,
}

/// How far the filling of a sheet has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Files that were read or refused.
    pub done: usize,
    /// Files in all.
    pub count: usize,
}

impl Sheet {
    /// An empty sheet.
    pub(crate) fn new() -> Self {
        Self {
            photos: RwSignal::new_local(Vec::new()),
            next_id: StoredValue::new(0),
            job: StoredValue::new(0),
            progress: RwSignal::new(None),
        }
    }

    /// The photos.
    pub(crate) fn photos(self) -> RwSignal<Vec<SheetPhoto>, LocalStorage> {
        self.photos
    }

    /// The file of a photo, to be opened again.
    pub(crate) fn file(self, id: u32) -> Option<File> {
        self.photos.with_untracked(|photos| photos.iter().find(|photo| photo.id == id).map(|photo| photo.file.clone()))
    }

    /// The job of filling the sheet, until the next one begins.
    pub(crate) fn job(self) -> u32 {
        self.job.get_value()
    }

    /// How far its filling has come; `None` when it is done or was stopped.
    pub(crate) fn progress(self) -> ReadSignal<Option<Progress>> {
        self.progress.read_only()
    }

    /// Says how far filling has come.
    pub(crate) fn set_progress(self, progress: Option<Progress>) {
        self.progress.set(progress);
    }

    /// Calls off what fills the sheet; the photos that it has stay.
    pub(crate) fn stop_filling(self) {
        self.job.update_value(|job| *job = job.wrapping_add(1));
        self.progress.set(None);
    }

    /// Adds a photo with a small copy of it and what was found.
    pub(crate) fn add(self, file: File, small: Frame, analysis: Option<Arc<Analysis>>) {
        let id = self.next_id.get_value();
        self.next_id.set_value(id.wrapping_add(1));
        let frame = Rc::new(small);
        let found = analysis.map(|found| Found { frame, latest: found.clone(), shown: found, mirrored: false });
        self.photos.update(|photos| photos.push(SheetPhoto { id, name: file.name(), found, file }));
    }

    /// Takes all photos away and calls off what fills the sheet.
    pub(crate) fn clear(self) {
        self.stop_filling();
        if self.photos.with_untracked(|photos| !photos.is_empty()) {
            self.photos.set(Vec::new());
        }
    }
}
