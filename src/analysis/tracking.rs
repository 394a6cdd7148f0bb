//! Following faces from frame to frame: who is who, and which number is shown for whom.

use super::appearance::Appearance;
use crate::geometry::Rectangle;
use pathfinding::prelude::{Matrix, kuhn_munkres};
use serde::{Deserialize, Serialize};

/// Milliseconds that a face may be missed for, by a blink of the detector, before its number is free again.
const LONGEST_MISSED: f64 = 600.0;
/// Furthest that a face moves between two frames, in widths of its box.
const FURTHEST_MOVE: f32 = 0.75;
/// Largest ratio of the widths of the same face's boxes in two frames.
const LARGEST_CHANGE: f32 = 1.6;
/// How alike the crops of a face have to be from one frame to the next, and after it was missed for a while: in that time somebody else
/// may have taken its place.
const LEAST_LIKENESS: f32 = 0.4;
const LEAST_LIKENESS_AFTER: f32 = 0.7;
/// What is added where a face is taken for somebody known: as many as may be are.
const KNOWN: f32 = 3.0;
/// Likenesses are added up in whole numbers, of which one has this many.
const UNIT: f32 = 1000.0;
/// Likeness of a face to somebody that it cannot be.
const IMPOSSIBLE: i64 = -1_000_000;

/// Who a face is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// Tells people apart over a whole video, from 0. It is never given to somebody else.
    pub identity: u32,
    /// What is shown: the smallest number that was free when the face came, from 0.
    pub number: u32,
}

/// The faces of a video.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tracker {
    tracks: Vec<Track>,
    next_identity: u32,
    is_after_cut: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Track {
    identity: u32,
    number: u32,
    bounding_box: Rectangle,
    appearance: Appearance,
    /// When the face was last found, and whether it was in the last frame.
    seen: f64,
    is_present: bool,
}

impl Tracker {
    /// Who the faces of the next frame are, in their order. `time` is the frame's, in milliseconds.
    pub fn follow(&mut self, faces: &[(Rectangle, Appearance)], time: f64) -> Vec<Who> {
        if std::mem::take(&mut self.is_after_cut) {
            let is_back = |track: &Track| faces.iter().any(|face| track.is_surely(face));
            self.tracks.retain(is_back);
        }
        let places = self.assign(faces);
        let mut is_found = vec![false; self.tracks.len()];
        let mut found = Vec::new();
        for ((bounding_box, appearance), place) in faces.iter().zip(places) {
            let Some((track, is_found)) =
                place.and_then(|place| Some((self.tracks.get_mut(place)?, is_found.get_mut(place)?)))
            else {
                found.push(None);
                continue;
            };
            *is_found = true;
            let least = if track.is_present { LEAST_LIKENESS } else { LEAST_LIKENESS_AFTER };
            if track.appearance.likeness(appearance) < least {
                // Somebody else, in the same place: the number is free at once.
                track.identity = self.next_identity;
                self.next_identity = self.next_identity.wrapping_add(1);
            }
            (track.bounding_box, track.appearance, track.seen) = (*bounding_box, appearance.clone(), time);
            found.push(Some(track.who()));
        }
        for (track, is_found) in self.tracks.iter_mut().zip(is_found) {
            track.is_present = is_found;
        }
        self.tracks.retain(|track| time - track.seen <= LONGEST_MISSED);
        faces.iter().zip(found).map(|(face, found)| found.unwrap_or_else(|| self.begin(face, time))).collect()
    }

    /// What comes now has nothing to do with what was, by what the frames look like. Who is in the same place and looks the same has only
    /// moved a lot; everybody else is forgotten.
    pub fn cut(&mut self) {
        self.is_after_cut = true;
    }

    /// For each face the place of its track, such that all faces together are as likely as they can be (Kuhn, "The Hungarian method for
    /// the assignment problem", 1955).
    fn assign(&self, faces: &[(Rectangle, Appearance)]) -> Vec<Option<usize>> {
        if faces.is_empty() || self.tracks.is_empty() {
            return vec![None; faces.len()];
        }
        let count = self.tracks.len();
        // Each face may be somebody new as well, which is worth nothing.
        let weights = Matrix::from_fn(faces.len(), count + faces.len(), |(face, place)| match self.tracks.get(place) {
            Some(track) => faces
                .get(face)
                .and_then(|face| track.likeness(face))
                .map_or(IMPOSSIBLE, |likeness| (UNIT * (KNOWN + likeness)) as i64),
            None => 0,
        });
        kuhn_munkres(&weights).1.into_iter().map(|place| (place < count).then_some(place)).collect()
    }

    fn begin(&mut self, (bounding_box, appearance): &(Rectangle, Appearance), time: f64) -> Who {
        let is_free = |number: &u32| self.tracks.iter().all(|track| track.number != *number);
        // There are fewer tracks than numbers.
        let number = (0..).find(is_free).unwrap_or_default();
        let identity = self.next_identity;
        self.next_identity = self.next_identity.wrapping_add(1);
        let track = Track {
            identity,
            number,
            bounding_box: *bounding_box,
            appearance: appearance.clone(),
            seen: time,
            is_present: true,
        };
        let who = track.who();
        self.tracks.push(track);
        who
    }
}

impl Track {
    fn who(&self) -> Who {
        Who { identity: self.identity, number: self.number }
    }

    /// Whether a face is this one's, even if something happened since.
    fn is_surely(&self, (bounding_box, appearance): &(Rectangle, Appearance)) -> bool {
        likeness_of(&self.bounding_box, bounding_box).is_some()
            && self.appearance.likeness(appearance) >= LEAST_LIKENESS_AFTER
    }

    /// How likely a face of the next frame is this one's, by its place and its look; `None` where it cannot be.
    fn likeness(&self, (bounding_box, appearance): &(Rectangle, Appearance)) -> Option<f32> {
        Some(likeness_of(&self.bounding_box, bounding_box)? + self.appearance.likeness(appearance))
    }
}

/// How well two boxes of neighbouring frames may be the same face's; `None` where they cannot.
fn likeness_of(before: &Rectangle, after: &Rectangle) -> Option<f32> {
    let width = (before.width + after.width) / 2.0;
    let (from, to) = (before.centre(), after.centre());
    let moved = (to.x - from.x).hypot(to.y - from.y) / width;
    let change = before.width.max(after.width) / before.width.min(after.width);
    let is_possible = moved <= FURTHEST_MOVE && change <= LARGEST_CHANGE;
    is_possible.then(|| before.intersection_over_union(after) + 0.5 * (1.0 - moved))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    /// What somebody looks like.
    fn look(person: u32) -> Appearance {
        Appearance::of(&RgbImage::from_fn(112, 112, |x, y| {
            Rgb([((x / 5 * (37 + 12 * person) + y / 5 * (61 + 29 * person)) % 200) as u8; 3])
        }))
    }

    fn person(x: f32, width: f32, person: u32) -> (Rectangle, Appearance) {
        (Rectangle { x, y: 50.0, width, height: width }, look(person))
    }

    fn face(x: f32, width: f32) -> (Rectangle, Appearance) {
        person(x, width, 0)
    }

    fn numbers(found: &[Who]) -> Vec<u32> {
        found.iter().map(|who| who.number).collect()
    }

    fn identities(found: &[Who]) -> Vec<u32> {
        found.iter().map(|who| who.identity).collect()
    }

    #[test]
    fn faces_keep_their_numbers_when_their_order_changes() {
        let mut tracker = Tracker::default();
        assert_eq!(numbers(&tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0)), [0, 1]);
        assert_eq!(numbers(&tracker.follow(&[face(290.0, 105.0), face(12.0, 95.0)], 33.0)), [1, 0]);
    }

    #[test]
    fn faces_are_told_apart_together_and_not_one_by_one() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(70.0, 100.0)], 0.0);
        // The first is a little nearer to where the second was, which the second is much nearer to being the only choice for.
        let found = tracker.follow(&[face(60.0, 100.0), face(130.0, 100.0)], 33.0);
        assert_eq!(identities(&found), [0, 1]);
    }

    #[test]
    fn a_face_that_is_missed_for_a_moment_comes_back_as_itself_however_many_frames_that_is() {
        for step in [20.0, 300.0] {
            let mut tracker = Tracker::default();
            tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0);
            let mut time = 0.0;
            while time + step < LONGEST_MISSED {
                time += step;
                assert_eq!(identities(&tracker.follow(&[face(300.0, 90.0)], time)), [1]);
            }
            let back = tracker.follow(&[face(5.0, 100.0), face(300.0, 90.0)], LONGEST_MISSED);
            assert_eq!(identities(&back), [0, 1]);
        }
    }

    #[test]
    fn the_number_of_a_face_that_left_goes_to_the_next_newcomer_and_its_identity_to_nobody() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0);
        tracker.follow(&[face(300.0, 90.0)], LONGEST_MISSED + 1.0);
        let found = tracker.follow(&[face(300.0, 90.0), face(600.0, 40.0)], LONGEST_MISSED + 34.0);
        assert_eq!((numbers(&found), identities(&found)), (vec![1, 0], vec![1, 2]));
    }

    #[test]
    fn somebody_else_elsewhere_is_a_newcomer() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0)], 0.0);
        assert_eq!(numbers(&tracker.follow(&[face(400.0, 100.0)], 33.0)), [1]);
    }

    #[test]
    fn somebody_else_in_the_same_place_is_somebody_else_under_the_same_number() {
        assert!(look(0).likeness(&look(1)) < LEAST_LIKENESS);
        let mut tracker = Tracker::default();
        tracker.follow(&[person(0.0, 100.0, 0)], 0.0);
        for time in [33.0, 66.0] {
            let found = tracker.follow(&[person(4.0, 100.0, 1)], time);
            assert_eq!(found, [Who { identity: 1, number: 0 }]);
        }
        tracker.follow(&[], 99.0);
        assert_eq!(tracker.follow(&[person(0.0, 100.0, 0)], 300.0), [Who { identity: 2, number: 0 }]);
    }

    #[test]
    fn after_a_cut_nobody_is_known_but_who_is_still_there() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0);
        tracker.cut();
        // Somebody else in the place of the first, and one where nobody was.
        let found = tracker.follow(&[person(0.0, 100.0, 1), face(150.0, 90.0)], 33.0);
        assert_eq!(found, [Who { identity: 2, number: 0 }, Who { identity: 3, number: 1 }]);
        tracker.cut();
        assert_eq!(tracker.follow(&[person(30.0, 100.0, 1)], 66.0), [Who { identity: 2, number: 0 }]);
        assert_eq!(numbers(&tracker.follow(&[face(150.0, 90.0)], 99.0)), [1], "the first is only missed for a moment");
    }

    #[test]
    fn boxes_without_size_harm_nothing() {
        let mut tracker = Tracker::default();
        let flat = || (Rectangle::default(), Appearance::default());
        assert_eq!(numbers(&tracker.follow(&[flat(), flat()], 0.0)), [0, 1]);
        assert_eq!(tracker.follow(&[flat(), flat()], 33.0).len(), 2);
        assert_eq!(tracker.follow(&[], 66.0), []);
    }
}
