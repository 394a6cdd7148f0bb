//! Frozen moments that are kept to compare them.

use super::found::Found;
use leptos::prelude::*;

/// Most moments that are kept; the oldest makes room.
const MOST: usize = 2;

/// A frame with what was found in it.
#[derive(Clone)]
pub struct Moment {
    /// Tells moments apart.
    pub id: u32,
    /// The frame and what was found in it.
    pub found: Found,
}

/// The moments kept, oldest first.
#[derive(Clone, Copy)]
pub struct Moments {
    list: RwSignal<Vec<Moment>, LocalStorage>,
    next_id: StoredValue<u32>,
}

impl Moments {
    /// No moments.
    pub fn new() -> Self {
        Self { list: RwSignal::new_local(Vec::new()), next_id: StoredValue::new(0) }
    }

    /// The moments kept.
    pub fn list(self) -> RwSignal<Vec<Moment>, LocalStorage> {
        self.list
    }

    /// Keeps a moment.
    pub fn keep(self, found: Found) {
        let id = self.next_id.get_value();
        self.next_id.set_value(id.wrapping_add(1));
        self.list.update(|list| {
            if list.len() == MOST {
                list.remove(0);
            }
            list.push(Moment { id, found });
        });
    }

    /// Lets a moment go.
    pub fn forget(self, id: u32) {
        self.list.update(|list| list.retain(|moment| moment.id != id));
    }

    /// Lets all moments go.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }
}
