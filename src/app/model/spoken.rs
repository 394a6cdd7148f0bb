//! What a listener has been told, so that they are told again only of what matters.

use crate::protocol::Face;

/// Years by which an estimate must move before it is said again.
const NOTABLE_YEARS: f32 = 3.0;

/// The faces as they were last spoken of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken(Option<Vec<(u32, f32, usize, usize)>>);

impl Spoken {
    /// Whether these faces differ from those last spoken of: in their number, in who they are, in a class, or in an age by more
    /// than three years. If so they are the ones spoken of from now on.
    pub fn is_news(&mut self, faces: &[Face]) -> bool {
        let now: Vec<_> = faces.iter().map(digest).collect();
        let is_news = self.0.as_ref().is_none_or(|before| {
            before.len() != now.len()
                || before.iter().zip(&now).any(|(one, other)| {
                    (one.0, one.2, one.3) != (other.0, other.2, other.3) || (one.1 - other.1).abs() > NOTABLE_YEARS
                })
        });
        if is_news {
            self.0 = Some(now);
        }
        is_news
    }

    /// Nothing is on the stage any more.
    pub fn forget(&mut self) {
        self.0 = None;
    }
}

fn digest(face: &Face) -> (u32, f32, usize, usize) {
    let (gender, _) = face.estimates.likeliest_gender();
    let (race, _) = face.estimates.likeliest_race();
    (face.number, face.estimates.age.years(), gender as usize, race as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;

    #[test]
    fn only_what_matters_is_news() {
        let mut spoken = Spoken::default();
        let woman = face(vec![]);
        assert!(spoken.is_news(&[]));
        assert!(!spoken.is_news(&[]));
        assert!(spoken.is_news(std::slice::from_ref(&woman)));
        let mut a_little_older = woman.clone();
        a_little_older.estimates.age.distribution.rotate_right(2);
        assert!(!spoken.is_news(&[a_little_older]));
        let mut older = woman.clone();
        older.estimates.age.distribution.rotate_right(9);
        assert!(spoken.is_news(std::slice::from_ref(&older)));
        older.estimates.gender = [0.9, 0.1];
        assert!(spoken.is_news(&[older]));
        spoken.forget();
        assert!(spoken.is_news(&[woman]));
    }
}
