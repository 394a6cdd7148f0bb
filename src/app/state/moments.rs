//! Frozen moments that are kept to compare them.

use super::found::Found;
use leptos::prelude::*;

/// Most moments that are kept; the oldest makes room.
const MOST: usize = 2;

/// A frame with what was found in it.
#[derive(Clone)]
pub(crate) struct Moment {
    /// Tells moments apart.
    pub id: u32,
    /// The frame and what was found in it.
    pub found: Found,
}

/// The moments kept, oldest first.
#[derive(Clone, Copy)]
pub(crate) struct Moments {
    list: RwSignal<Vec<Moment>, LocalStorage>,
    next_id: StoredValue<u32>,
}

impl Moments {
    /// No moments.
    pub(crate) fn new() -> Self {
        Self { list: RwSignal::new_local(Vec::new()), next_id: StoredValue::new(0) }
    }

    /// The moments kept.
    pub(crate) fn list(self) -> RwSignal<Vec<Moment>, LocalStorage> {
        self.list
    }

    /// Keeps a moment.
    pub(crate) fn keep(self, found: Found) {
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
    pub(crate) fn forget(self, id: u32) {
        self.list.update(|list| list.retain(|moment| moment.id != id));
    }

    /// Lets all moments go.
    pub(crate) fn clear(self) {
        self.list.set(Vec::new());
    }
}
