//! Reading many faces of a video by turns: boxes are found in every frame, and those faces are read whose reading is oldest.

use super::Reading;
use crate::explanation::ExplanationTarget;
use std::collections::HashMap;

/// Milliseconds that the readings of one frame may take; one face is always read.
const BUDGET: f64 = 45.0;
/// Share of the newest measurement in the mean time of a reading.
const NEWEST: f64 = 0.2;

/// The last readings of a video's faces, by their identities, all for the same target.
#[derive(Debug, Default)]
pub struct Turns {
    readings: HashMap<u32, (Reading, f64)>,
    target: Option<ExplanationTarget>,
    /// Mean time of a reading, once there was one.
    mean: Option<f64>,
    /// The time of the last frame.
    noted: Option<f64>,
}

impl Turns {
    /// Forgets all readings, unless the last frame of the next one's video, of the time `last`, was the last frame here. Else the
    /// video is another one, or went on elsewhere, and its identities may be other people's.
    pub fn go_on_from(&mut self, last: Option<f64>) {
        if last.is_none() || last != self.noted {
            self.readings.clear();
        }
    }

    /// The places, among the faces with these `identities`, of those to be read now, in their order. All of them, where they have not
    /// been read for this target or there is time; `focus`, the identity of a face that is looked at more closely, always.
    pub fn choose(&mut self, identities: &[u32], focus: Option<u32>, target: Option<&ExplanationTarget>) -> Vec<usize> {
        if self.target.as_ref() != target {
            self.target = target.copied();
            self.readings.clear();
        }
        self.readings.retain(|identity, _| identities.contains(identity));
        let most = self.mean.map_or(1, |mean| (BUDGET / mean.max(0.1)) as usize).max(1);
        let age = |identity: &u32| self.readings.get(identity).map_or(f64::NEG_INFINITY, |(_, time)| *time);
        let mut places: Vec<usize> = (0..identities.len()).collect();
        // Those in focus come first, then those never read, then the oldest; `place` is one of `identities`.
        places.sort_by(|&a, &b| {
            let rank = |place: usize| {
                if focus == Some(identities[place]) { f64::NEG_INFINITY } else { age(&identities[place]) }
            };
            rank(a).total_cmp(&rank(b))
        });
        let is_due = |place: usize| focus == Some(identities[place]) || age(&identities[place]) == f64::NEG_INFINITY;
        let due = places.iter().filter(|&&place| is_due(place)).count();
        places.truncate(most.max(due));
        places.sort_unstable();
        places
    }

    /// Keeps what was read in the frame of `time`, which took `milliseconds` in all.
    pub fn note(&mut self, read: impl IntoIterator<Item = (u32, Reading)>, time: f64, milliseconds: f64) {
        self.noted = Some(time);
        let mut count = 0;
        for (identity, reading) in read {
            self.readings.insert(identity, (reading, time));
            count += 1;
        }
        if count > 0 {
            let newest = milliseconds / f64::from(count);
            self.mean = Some(self.mean.map_or(newest, |mean| mean + NEWEST * (newest - mean)));
        }
    }

    /// The last reading of the face with this identity.
    pub fn reading(&self, identity: u32) -> Option<&Reading> {
        self.readings.get(&identity).map(|(reading, _)| reading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::estimates::Estimates;
    use crate::network::Features;

    fn reading() -> Reading {
        Reading {
            estimates: Estimates::from_logits(&[], &[], &[]),
            evidence: None,
            features: Features::default(),
            doubt: None,
        }
    }

    /// Reads the faces that are chosen, each in `cost` milliseconds, and returns them.
    fn read(turns: &mut Turns, numbers: &[u32], focus: Option<u32>, time: f64, cost: f64) -> Vec<u32> {
        let chosen: Vec<u32> = turns.choose(numbers, focus, None).into_iter().map(|place| numbers[place]).collect();
        turns.note(chosen.iter().map(|&number| (number, reading())), time, cost * chosen.len() as f64);
        chosen
    }

    #[test]
    fn everybody_is_read_at_first_and_then_by_turns() {
        let mut turns = Turns::default();
        let numbers = [4, 0, 2];
        assert_eq!(read(&mut turns, &numbers, None, 0.0, 30.0), numbers);
        let later: Vec<_> = (1..=3).flat_map(|time| read(&mut turns, &numbers, None, f64::from(time), 30.0)).collect();
        assert_eq!(later.len(), 3);
        assert!(numbers.iter().all(|number| later.contains(number)), "{later:?}");
    }

    #[test]
    fn a_newcomer_and_the_face_in_focus_are_read_at_once() {
        let mut turns = Turns::default();
        read(&mut turns, &[0, 1, 2], None, 0.0, 30.0);
        assert_eq!(read(&mut turns, &[0, 1, 2, 3], None, 1.0, 30.0), [3]);
        for time in 2..6 {
            assert_eq!(read(&mut turns, &[0, 1, 2, 3], Some(3), f64::from(time), 30.0), [3]);
        }
    }

    #[test]
    fn a_newcomer_is_read_beside_the_face_in_focus() {
        let mut turns = Turns::default();
        read(&mut turns, &[0, 1], Some(0), 0.0, 30.0);
        assert_eq!(read(&mut turns, &[0, 3, 1], Some(0), 1.0, 30.0), [0, 3]);
        assert!([0, 1, 3].iter().all(|&number| turns.reading(number).is_some()));
    }

    #[test]
    fn readings_are_those_of_one_video_that_was_seen_without_a_gap() {
        let mut turns = Turns::default();
        read(&mut turns, &[0, 1], None, 0.0, 30.0);
        turns.go_on_from(Some(0.0));
        assert!(turns.reading(0).is_some());
        for last in [None, Some(33.0)] {
            read(&mut turns, &[0, 1], None, 0.0, 30.0);
            turns.go_on_from(last);
            assert!(turns.reading(0).is_none(), "{last:?}");
        }
    }

    #[test]
    fn a_quick_machine_reads_all_every_time_and_another_target_is_read_anew() {
        let mut turns = Turns::default();
        for time in 0..4 {
            assert_eq!(read(&mut turns, &[0, 1, 2], None, f64::from(time), 5.0), [0, 1, 2]);
        }
        read(&mut turns, &[0, 1, 2], None, 5.0, 500.0);
        assert_eq!(turns.choose(&[0, 1, 2], None, None).len(), 1);
        let target = ExplanationTarget::likeliest(Attribute::Age);
        assert_eq!(turns.choose(&[0, 1, 2], None, Some(&target)), [0, 1, 2]);
    }
}
