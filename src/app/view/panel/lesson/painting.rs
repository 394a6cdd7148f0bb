//! A crop that is painted over, and the analysis that it came from.

use super::about::inside;
use crate::app::model::brush::{Place, stroke};
use crate::app::model::faces::face_in;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::estimates::Estimates;
use leptos::prelude::*;

/// The crop of a face, with what the network said about that very picture.
#[derive(Clone, PartialEq)]
struct Subject {
    number: u32,
    size: u32,
    crop: Vec<u8>,
    /// The heat map's levels, one for each pixel of the crop.
    heat: Option<Vec<u8>>,
    estimates: Estimates,
}

/// The newest crop until it is painted on; from then on that crop, until it is washed off or another face or picture comes.
#[derive(Clone, Copy)]
pub struct Painting {
    session: Session,
    subject: RwSignal<Option<Subject>>,
    painted: RwSignal<Option<Vec<u8>>>,
}

impl Painting {
    /// Begins with the newest crop.
    pub fn begin(session: Session) -> Self {
        let painting = Self { session, subject: RwSignal::new(None), painted: RwSignal::new(None) };
        session.engine.crops().forget();
        Effect::new(move || painting.follow(newest(session)));
        // Another picture comes onto the stage.
        Effect::new(move |before: Option<()>| {
            session.source.track();
            if before.is_some() {
                painting.start_again();
            }
        });
        // Another face is looked at; that one is lost for a moment means nothing.
        let selected = session.selection.number();
        Effect::new(move || {
            let painted_on = painting.subject.with_untracked(|subject| subject.as_ref().map(|subject| subject.number));
            if selected.get().is_some_and(|number| Some(number) != painted_on) {
                painting.start_again();
            }
        });
        painting
    }

    /// Takes in what was found last.
    fn follow(self, newest: Option<Subject>) {
        if self.painted.with_untracked(Option::is_none) {
            self.subject.set(newest);
            return;
        }
        // Of the same picture something else may be explained by now.
        if let Some(newest) = newest
            && self
                .subject
                .with_untracked(|subject| subject.as_ref().is_some_and(|subject| subject.crop == newest.crop))
        {
            self.subject.set(Some(newest));
        }
    }

    /// Washes the paint off and takes the newest crop.
    pub fn start_again(self) {
        self.session.engine.crops().forget();
        self.painted.set(None);
        self.follow(untrack(|| newest(self.session)));
    }

    /// Paints along a line, and has the result read.
    pub fn stroke(self, from: Place, to: Place) {
        let Some((size, mut pixels)) = self.with_picture_untracked() else { return };
        stroke(&mut pixels, size, from, to);
        self.painted.set(Some(pixels.clone()));
        let still = self.session.source.with_untracked(Source::is_photo);
        self.session.engine.crops().read(size, pixels, still);
    }

    /// Calls `draw` with the crop's size, its pixels as painted, and the levels of its heat map.
    pub fn with_picture<T>(self, draw: impl FnOnce(u32, &[u8], Option<&[u8]>) -> T) -> Option<T> {
        self.subject.with(|subject| {
            let subject = subject.as_ref()?;
            let heat = subject.heat.as_deref();
            Some(self.painted.with(|painted| draw(subject.size, painted.as_ref().unwrap_or(&subject.crop), heat)))
        })
    }

    fn with_picture_untracked(self) -> Option<(u32, Vec<u8>)> {
        untrack(|| self.with_picture(|size, pixels, _| (size, pixels.to_vec())))
    }

    /// Whether there is a heat map of it.
    pub fn has_heat(self) -> bool {
        self.subject.with(|subject| subject.as_ref().is_some_and(|subject| subject.heat.is_some()))
    }

    /// What the network said before.
    pub fn before(self) -> Option<Estimates> {
        self.subject.with(|subject| Some(subject.as_ref()?.estimates.clone()))
    }

    /// Whose crop it is.
    pub fn number(self) -> Option<u32> {
        self.subject.with(|subject| Some(subject.as_ref()?.number))
    }
}

/// The crop that was looked into last.
fn newest(session: Session) -> Option<Subject> {
    let (number, size, crop) = inside(session, |inside| Some((inside.number, inside.crop_size, inside.crop.clone())))?;
    session.engine.latest().with(|analysis| {
        let face = face_in(analysis, number)?;
        let heat = face.heat_map.as_ref().filter(|heat_map| heat_map.size == size);
        let heat = heat.map(|heat_map| heat_map.evidence.clone());
        Some(Subject { number, size, crop, heat, estimates: face.estimates.clone() })
    })
}
