//! What a listener has been told, so that they are told again only of what matters.

use crate::attributes::{Attribute, Category, PerAttribute};
use crate::protocol::Face;

/// Years by which an estimate must move before it is said again.
const NOTABLE_YEARS: f32 = 3.0;

/// What is said of a face.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    number: u32,
    years: f32,
    // The likeliest of each nominal attribute.
    classes: PerAttribute<Option<usize>>,
}

/// The faces as they were last spoken of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken(Option<Vec<Said>>);

impl Spoken {
    /// Whether these faces differ from those last spoken of: in their number, in who they are, in a class, or in an age by more
    /// than three years. If so they are the ones spoken of from now on.
    pub fn is_news(&mut self, faces: &[Face]) -> bool {
        let now: Vec<_> = faces.iter().map(Said::new).collect();
        let is_news = self.0.as_ref().is_none_or(|before| {
            before.len() != now.len() || before.iter().zip(&now).any(|(one, other)| one.differs_from(other))
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

impl Said {
    fn new(face: &Face) -> Self {
        let estimates = &face.estimates;
        let class = |attribute: Attribute| match attribute.category() {
            Category::Ordinal => None,
            Category::Nominal => Some(estimates.likeliest(attribute).0),
        };
        Self { number: face.number, years: estimates.age.years(), classes: PerAttribute::from_fn(class) }
    }

    fn differs_from(&self, other: &Self) -> bool {
        let is_older = (self.years - other.years).abs() > NOTABLE_YEARS;
        is_older || self.number != other.number || self.classes != other.classes
    }
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
