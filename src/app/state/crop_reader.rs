//! What the network says of a crop that the visitor has painted on.

use super::workers::Workers;
use crate::app::browser::engine_client::Luggage;
use crate::app::model::mailbox::Mailbox;
use crate::estimates::Estimates;
use crate::protocol::Request;
use leptos::prelude::*;

/// A square crop: the length of its side in pixels, its RGB bytes, and whether it is of a still picture.
type Crop = (u32, Vec<u8>, bool);

/// Has crops read, one after the other.
pub(crate) struct CropReader {
    workers: Workers,
    mailbox: StoredValue<Mailbox<Crop>>,
    // The one that is being read, to be asked again of another worker.
    asked: StoredValue<Option<Crop>>,
    // Counts how often what was said became void.
    turn: StoredValue<u32>,
    estimates: RwSignal<Option<Estimates>>,
}

impl CropReader {
    pub(super) fn new(workers: Workers) -> Self {
        Self {
            workers,
            mailbox: StoredValue::new(Mailbox::default()),
            asked: StoredValue::new(None),
            turn: StoredValue::new(0),
            estimates: RwSignal::new(None),
        }
    }

    /// Has a crop of `size × size` RGB pixels read as soon as the engine has time, as those of still pictures are if it is of a `still` one.
    pub(crate) fn read(&'static self, size: u32, rgb: Vec<u8>, still: bool) {
        self.run(|mailbox| mailbox.offer((size, rgb, still)));
    }

    /// What the network says about the crop that was read last.
    pub(crate) fn estimates(&'static self) -> ReadSignal<Option<Estimates>> {
        self.estimates.read_only()
    }

    /// Forgets what was said about a crop.
    pub(crate) fn forget(&'static self) {
        self.mailbox.update_value(Mailbox::discard);
        self.asked.set_value(None);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.estimates.set(None);
    }

    /// The engine takes questions from now on.
    pub(super) fn open(&'static self) {
        self.run(Mailbox::open);
    }

    /// The engine takes no questions from now on.
    pub(super) fn close(&'static self) {
        self.mailbox.update_value(Mailbox::close);
    }

    /// Whoever was asked is gone: what it was reading is asked again of the next one, unless something newer waits.
    pub(super) fn ask_another(&'static self) {
        let asked = self.asked.try_update_value(Option::take).flatten();
        self.mailbox.update_value(|mailbox| {
            mailbox.close();
            if let Some(crop) = asked.filter(|_| mailbox.waiting().is_none()) {
                // Nothing is started while it is closed.
                drop(mailbox.offer(crop));
            }
        });
    }

    /// Takes in what was said of the crop that was asked about in turn `number`.
    pub(super) fn hear(&'static self, number: u32, estimates: Option<Estimates>) {
        self.asked.set_value(None);
        if number == self.turn.get_value() {
            self.estimates.set(estimates);
        }
        self.run(Mailbox::finish);
    }

    fn run(&'static self, change: impl FnOnce(&mut Mailbox<Crop>) -> Option<Crop>) {
        let Some((size, rgb, still)) = self.mailbox.try_update_value(change).flatten() else { return };
        let request = Request::ReadCrop { number: self.turn.get_value(), size, rgb, still };
        if !matches!(self.workers.send(&request, &Luggage::default()), Ok(true)) {
            self.mailbox.update_value(|mailbox| drop(mailbox.finish()));
        } else if let Request::ReadCrop { rgb, .. } = request {
            self.asked.set_value(Some((size, rgb, still)));
        }
    }
}
