//! How often faces are doubted: ordinary ones, by group, and what is made of them to be doubted.

use super::outliers::Outlier;
use super::unusual::Specimen;
use crate::analysis::Probe;
use crate::attributes::{Gender, Race};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What `visage doubt-report` counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnusualReport {
    /// The command that counted.
    pub command: String,
    /// Ordinary faces, by data set and group; the whole set has an empty name.
    pub ordinary: BTreeMap<String, Vec<Marked>>,
    /// The outliers of both sets, by kind.
    pub outliers: Vec<Marked>,
    /// Whether the probe was fitted to other faces made into the same, by the kind's name.
    pub fitted: BTreeMap<String, bool>,
}

/// How many of some faces are doubted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marked {
    /// Name of the faces that are counted.
    pub name: String,
    /// Number of the faces.
    pub n: usize,
    /// Number of the faces that meet any doubt.
    pub marked: usize,
    /// Number of the faces that are doubted by the network's features.
    pub by_features: usize,
}

impl Marked {
    fn count<'a>(name: &str, faces: impl Iterator<Item = &'a Specimen>, probe: &Probe) -> Self {
        let mut counted = Self { name: name.to_owned(), n: 0, marked: 0, by_features: 0 };
        for face in faces {
            let by_features = probe.doubt(&face.features).is_some();
            counted.n += 1;
            counted.by_features += usize::from(by_features);
            counted.marked += usize::from(by_features || !face.doubts.is_empty());
        }
        counted
    }

    /// The share that is doubted, 0 to 1.
    pub fn share(&self) -> f64 {
        self.marked as f64 / self.n.max(1) as f64
    }

    /// The share that is doubted by the network's features.
    pub fn share_by_features(&self) -> f64 {
        self.by_features as f64 / self.n.max(1) as f64
    }
}

impl UnusualReport {
    /// Counts `faces`, which lie by the name of their data set.
    pub fn new(faces: &BTreeMap<String, Vec<Specimen>>, probe: &Probe, command: &str) -> Self {
        let ordinary = faces.iter().map(|(set, faces)| (set.clone(), by_group(faces, probe))).collect();
        let outliers = Outlier::ALL.map(|kind| {
            let all = faces.values().flatten().filter(|face| face.outlier == Some(kind));
            Marked::count(kind.name(), all, probe)
        });
        let fitted = Outlier::ALL.map(|kind| (kind.name().to_owned(), kind.is_fitted()));
        Self { command: command.to_owned(), ordinary, outliers: outliers.into(), fitted: fitted.into() }
    }
}

/// The ordinary ones of `faces`: all, and by gender, race and age as labelled.
fn by_group(faces: &[Specimen], probe: &Probe) -> Vec<Marked> {
    let count = |name: &str, holds: &dyn Fn(&Specimen) -> bool| {
        Marked::count(name, faces.iter().filter(|face| face.outlier.is_none() && holds(face)), probe)
    };
    let mut groups = vec![count("", &|_| true)];
    groups.extend(Gender::ALL.map(|gender| count(gender.label(), &|face| face.labels.gender == gender)));
    groups.extend(Race::ALL.map(|race| count(race.label(), &|face| face.labels.race == race)));
    for (name, first, last) in
        [("0–9 years", 0, 9), ("10–29 years", 10, 29), ("30–59 years", 30, 59), ("60 years and over", 60, 200)]
    {
        groups.push(count(name, &|face| (first..=last).contains(&face.labels.age.range().0)));
    }
    groups
}
