//! Several photos with what was found in each.

use crate::protocol::Analysis;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::ImageBitmap;

/// A photo of the sheet.
#[derive(Clone)]
pub struct SheetPhoto {
    /// Tells photos apart.
    pub id: u32,
    /// The file's name.
    pub name: String,
    /// The photo.
    pub bitmap: ImageBitmap,
    /// What was found; `None` where the engine failed on it.
    pub analysis: Option<Arc<Analysis>>,
}

/// The photos of a selection, in its order.
#[derive(Clone, Copy)]
pub struct Sheet {
    photos: RwSignal<Vec<SheetPhoto>, LocalStorage>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new() -> Self {
        Self { photos: RwSignal::new_local(Vec::new()) }
    }

    /// The photos.
    pub fn photos(self) -> RwSignal<Vec<SheetPhoto>, LocalStorage> {
        self.photos
    }

    /// Adds a photo.
    pub fn add(self, name: String, bitmap: ImageBitmap, analysis: Option<Arc<Analysis>>) {
        self.photos.update(|photos| photos.push(SheetPhoto { id: photos.len() as u32, name, bitmap, analysis }));
    }

    /// Takes all photos away.
    pub fn clear(self) {
        if self.photos.with_untracked(|photos| !photos.is_empty()) {
            self.photos.set(Vec::new());
        }
    }
}
