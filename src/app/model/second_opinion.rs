//! The second network, which a visitor can have asked about photos as well.

use super::phrase::{Argument, Phrase};

/// Megabytes of its weights, which are loaded for that.
const MEGABYTES: f64 = 3.5;

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum SecondOpinion {
    /// Nobody wants it.
    #[default]
    Unasked,
    /// This share of it has arrived, 0 to 1.
    Arriving(f64),
    /// It is asked about every photo.
    Asked,
}

impl SecondOpinion {
    /// How far it is once the worker says that this share has arrived.
    pub fn arrived(share: f64) -> Self {
        if share < 1.0 { Self::Arriving(share) } else { Self::Asked }
    }

    /// What stands beside its switch.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Unasked => Phrase::new("second-opinion").with("megabytes", Argument::Number(MEGABYTES, 1)),
            Self::Arriving(share) => Phrase::new("second-opinion-arrives").with("share", Argument::Share(share)),
            Self::Asked => Phrase::new("second-opinion-asked"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_visitor_is_told_how_much_is_loaded() {
        let known = std::fs::read_to_string("assets/checksums.json").unwrap();
        let known: serde_json::Value = serde_json::from_str(&known).unwrap();
        let bytes = known["second-opinion.bpk"]["bytes"].as_f64().unwrap();
        assert_eq!((bytes / 1e5).round() / 10.0, MEGABYTES);
    }

    #[test]
    fn it_is_asked_once_all_of_it_has_arrived() {
        let ids = [SecondOpinion::default(), SecondOpinion::arrived(0.99), SecondOpinion::arrived(1.0)]
            .map(|second| second.phrase().id);
        assert_eq!(ids, ["second-opinion", "second-opinion-arrives", "second-opinion-asked"]);
    }
}
