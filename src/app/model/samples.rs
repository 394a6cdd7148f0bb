//! The photos that come with the page, to try it with.

/// A photo in `assets/samples`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The name by which a link asks for it (`?sample=group`).
    pub name: &'static str,
    /// What it shows, a message.
    pub description: &'static str,
}

/// All samples, in their order on the page.
pub const SAMPLES: [Sample; 5] = [
    ASTRONAUT,
    Sample { name: "woman-1", description: "sample-woman-1" },
    Sample { name: "man-1", description: "sample-man-1" },
    Sample { name: "woman-2", description: "sample-woman-2" },
    Sample { name: "group", description: "sample-group" },
];

/// The one that stands in where a face is needed.
pub const ASTRONAUT: Sample = Sample { name: "astronaut", description: "sample-astronaut" };

impl Sample {
    /// The name of its file.
    pub fn file(&self) -> String {
        [self.name, ".jpg"].concat()
    }

    /// Its address within the release.
    pub fn address(&self) -> String {
        ["assets/samples/", self.name, ".jpg"].concat()
    }

    /// The sample with this name.
    pub fn with_name(name: &str) -> Option<Self> {
        SAMPLES.into_iter().find(|sample| sample.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_there_and_found_by_its_name() {
        for sample in SAMPLES {
            assert!(std::path::Path::new(&sample.address()).exists(), "{}", sample.address());
            assert!(sample.address().ends_with(&sample.file()));
            assert_eq!(Sample::with_name(sample.name), Some(sample));
        }
        assert_eq!(Sample::with_name("stranger"), None);
    }
}
