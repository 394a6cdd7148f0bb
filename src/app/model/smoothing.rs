//! Estimates averaged over the last moments, so that figures of a live picture can be read.

use crate::estimates::Estimates;
use crate::protocol::Face;

/// Time after which a frame's share of the average has fallen to 37 %, in milliseconds.
const MEMORY: f64 = 600.0;
/// Time after which a face that was not seen is forgotten, in milliseconds.
const FORGOTTEN: f64 = 1_500.0;

/// The running averages of the faces of a video.
#[derive(Clone, Debug, Default)]
pub struct Smoother {
    faces: Vec<Average>,
}

#[derive(Clone, Debug)]
struct Average {
    number: u32,
    estimates: Estimates,
    at: f64,
}

impl Smoother {
    /// Takes in the faces of a frame seen at `now`, in milliseconds, and replaces their estimates by averages.
    pub fn smooth(&mut self, faces: &mut [Face], now: f64) {
        self.faces.retain(|average| now - average.at <= FORGOTTEN);
        for face in faces {
            match self.faces.iter_mut().find(|average| average.number == face.number) {
                Some(average) => {
                    let share = 1.0 - (-(now - average.at).max(0.0) / MEMORY).exp();
                    blend(&mut average.estimates, &face.estimates, share as f32);
                    average.at = now;
                    face.estimates = average.estimates.clone();
                }
                None => {
                    self.faces.push(Average { number: face.number, estimates: face.estimates.clone(), at: now });
                }
            }
        }
    }

    /// Forgets everybody.
    pub fn forget(&mut self) {
        self.faces.clear();
    }
}

/// Moves `average` towards `latest` by a share of the way. The average of distributions is a distribution.
fn blend(average: &mut Estimates, latest: &Estimates, share: f32) {
    let towards = |average: &mut [f32], latest: &[f32]| {
        average.iter_mut().zip(latest).for_each(|(average, latest)| *average += share * (latest - *average));
    };
    towards(&mut average.age.distribution, &latest.age.distribution);
    towards(&mut average.gender, &latest.gender);
    towards(&mut average.race, &latest.race);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;

    fn seen(number: u32, female: f32) -> Face {
        let mut face = face(vec![]);
        face.number = number;
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
    fn somebody_who_was_away_starts_afresh() {
        let mut smoother = Smoother::default();
        smoothed(&mut smoother, seen(0, 0.9), 0.0);
        assert_eq!(smoothed(&mut smoother, seen(0, 0.1), 5_000.0), 0.1);
    }
}
