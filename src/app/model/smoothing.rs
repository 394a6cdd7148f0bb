//! Estimates averaged over the last moments, so that figures of a live picture can be read.

use crate::estimates::{Doubt, Estimates, move_towards};
use crate::protocol::{Face, Taught};

/// Time after which a frame's share of the average has fallen to 37 %, in milliseconds.
const MEMORY: f64 = 600.0;
/// Time after which a face that was not seen is forgotten, in milliseconds.
const FORGOTTEN: f64 = 1_500.0;

/// The share of the last moments from which on a reason to doubt is given, and down to which it is still given. What is true of
/// every other frame would otherwise come and go all the time.
const DOUBTED: f32 = 0.7;
const STILL_DOUBTED: f32 = 0.3;

/// The running averages of the faces of a video.
#[derive(Clone, Debug, Default)]
pub struct Smoother {
    faces: Vec<Average>,
}

#[derive(Clone, Debug)]
struct Average {
    identity: u32,
    estimates: Estimates,
    // How much of the last moments each of `Doubt::ALL` has been there, and those that are given.
    doubted: [f32; Doubt::ALL.len()],
    doubts: Vec<Doubt>,
    taught: Option<Taught>,
    // How much of the last moments the face was unlike what was shown.
    unlike: f32,
    at: f64,
}

/// How much of a moment is taken up by what is there or not.
fn presence(is_there: bool) -> f32 {
    f32::from(u8::from(is_there))
}

/// Whether something is said that was there for a share of the last moments.
fn is_said(share: f32, was_said: bool) -> bool {
    share > if was_said { STILL_DOUBTED } else { DOUBTED }
}

impl Smoother {
    /// Takes in the faces of a frame seen at `now`, in milliseconds, and replaces their estimates by averages. Reasons to doubt
    /// them are those of the last moments, too.
    pub fn smooth(&mut self, faces: &mut [Face], now: f64) {
        self.faces.retain(|average| now - average.at <= FORGOTTEN);
        for face in faces {
            match self.faces.iter_mut().find(|average| average.identity == face.identity) {
                Some(average) => average.follow(face, now),
                None => self.faces.push(Average::begin(face, now)),
            }
        }
    }

    /// Forgets everybody.
    pub fn forget(&mut self) {
        self.faces.clear();
    }
}

impl Average {
    fn begin(face: &Face, now: f64) -> Self {
        Self {
            identity: face.identity,
            estimates: face.estimates.clone(),
            doubted: Doubt::ALL.map(|doubt| presence(face.doubts.contains(&doubt))),
            doubts: face.doubts.clone(),
            taught: face.taught.clone(),
            unlike: presence(face.taught.as_ref().is_some_and(|taught| taught.is_unlike)),
            at: now,
        }
    }

    /// Moves on to what the face is like at `now`, which it gets in exchange for the average.
    fn follow(&mut self, face: &mut Face, now: f64) {
        let share = (1.0 - (-(now - self.at).max(0.0) / MEMORY).exp()) as f32;
        self.estimates.move_towards(&face.estimates, share);
        for (doubted, doubt) in self.doubted.iter_mut().zip(Doubt::ALL) {
            *doubted += share * (presence(face.doubts.contains(&doubt)) - *doubted);
        }
        let given = Doubt::ALL.into_iter().zip(self.doubted);
        let given = given.filter(|(doubt, doubted)| is_said(*doubted, self.doubts.contains(doubt)));
        self.doubts = given.map(|(doubt, _)| doubt).collect();
        self.at = now;
        self.follow_taught(&mut face.taught, share);
        face.estimates = self.estimates.clone();
        face.doubts = self.doubts.clone();
    }
}

impl Average {
    /// The same for what the visitor has taught, as long as it is the same task.
    fn follow_taught(&mut self, face: &mut Option<Taught>, share: f32) {
        match (&mut self.taught, face) {
            (Some(average), Some(face)) if average.has_the_classes_of(face) => {
                for (average, latest) in average.answers.iter_mut().zip(&face.answers) {
                    move_towards(&mut average.probabilities, &latest.probabilities, share);
                }
                self.unlike += share * (presence(face.is_unlike) - self.unlike);
                average.is_unlike = is_said(self.unlike, average.is_unlike);
                face.clone_from(average);
            }
            (_, face) => {
                self.unlike = presence(face.as_ref().is_some_and(|taught| taught.is_unlike));
                self.taught.clone_from(face);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;
    use crate::learning::Answer;

    fn seen(number: u32, female: f32) -> Face {
        let mut face = face(vec![]);
        (face.identity, face.number) = (number, number);
        face.estimates.gender = [1.0 - female, female];
        face
    }

    fn smoothed(smoother: &mut Smoother, face: Face, now: f64) -> f32 {
        let mut faces = [face];
        smoother.smooth(&mut faces, now);
        faces[0].estimates.gender[1]
    }

    #[test]
    fn a_jump_is_followed_within_moments() {
        let mut smoother = Smoother::default();
        assert_eq!(smoothed(&mut smoother, seen(0, 0.9), 0.0), 0.9);
        let at_once = smoothed(&mut smoother, seen(0, 0.1), 50.0);
        assert!(at_once > 0.8);
        let mut latest = at_once;
        for frame in 2..60 {
            let next = smoothed(&mut smoother, seen(0, 0.1), 50.0 * f64::from(frame));
            assert!(next < latest);
            latest = next;
        }
        assert!(latest < 0.11, "{latest}");
    }

    #[test]
    fn averages_stay_distributions_and_faces_apart() {
        let mut smoother = Smoother::default();
        let mut faces = [seen(0, 0.9), seen(1, 0.2)];
        smoother.smooth(&mut faces, 0.0);
        let mut faces = [seen(1, 0.4), seen(0, 0.5)];
        smoother.smooth(&mut faces, 300.0);
        assert!(faces[0].estimates.gender[1] < 0.4 && faces[1].estimates.gender[1] > 0.5);
        assert!(faces.iter().all(|face| (face.estimates.gender.iter().sum::<f32>() - 1.0).abs() < 1e-6));
    }

    #[test]
    fn a_doubt_of_every_other_frame_does_not_come_and_go() {
        let mut smoother = Smoother::default();
        let mut doubts = |frame: u32, is_doubted: bool| {
            let mut faces = [face(if is_doubted { vec![Doubt::Blurred] } else { vec![] })];
            smoother.smooth(&mut faces, 50.0 * f64::from(frame));
            faces[0].doubts.clone()
        };
        for frame in 0..40 {
            assert!(doubts(frame, frame % 2 == 1).is_empty(), "frame {frame}");
        }
        // Now it is there to stay.
        let given: Vec<bool> = (40..80).map(|frame| !doubts(frame, true).is_empty()).collect();
        assert!(!given[0] && given[39]);
        for frame in 80..120 {
            assert_eq!(doubts(frame, frame % 2 == 1), [Doubt::Blurred], "frame {frame}");
        }
        assert!(doubts(160, false).is_empty());
    }

    #[test]
    fn what_was_taught_is_followed_while_it_is_the_same_task() {
        let mut smoother = Smoother::default();
        let mut said = |frame: u32, probabilities: &[f32]| {
            let mut face = face(vec![]);
            let answers = vec![Answer { probabilities: probabilities.to_vec() }];
            face.taught = Some(Taught { answers, is_unlike: frame == 1 });
            let mut faces = [face];
            smoother.smooth(&mut faces, 50.0 * f64::from(frame));
            faces[0].taught.clone().unwrap()
        };
        said(0, &[0.9, 0.1]);
        let next = said(1, &[0.1, 0.9]);
        assert!(next.answers[0].probabilities[0] > 0.8);
        assert!((next.answers[0].probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!(!next.is_unlike, "one frame says little");
        assert_eq!(said(2, &[0.2, 0.3, 0.5]).answers[0].probabilities, [0.2, 0.3, 0.5]);
    }

    #[test]
    fn somebody_who_was_away_starts_afresh() {
        let mut smoother = Smoother::default();
        smoothed(&mut smoother, seen(0, 0.9), 0.0);
        assert_eq!(smoothed(&mut smoother, seen(0, 0.1), 5_000.0), 0.1);
    }
}
