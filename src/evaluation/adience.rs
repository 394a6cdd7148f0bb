//! The protocol of Adience (Eidinger, Enbar, Hassner, IEEE TIFS 2014): five folds of people, eight age groups, gender.
//!
//! Elsewhere four folds train what the fifth tests. This network has not seen any of them: its figures are those of an
//! estimate across data sets.

use super::figure::Measured;
use super::measurement::{Pipeline, Prediction};
use crate::analysis::Analyzer;
use crate::attributes::Gender;
use crate::detection::FaceDetector;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The age groups as inclusive ranges of years.
pub const AGE_GROUPS: [(usize, usize); 8] =
    [(0, 2), (4, 6), (8, 13), (15, 20), (25, 32), (38, 43), (48, 53), (60, 100)];
/// The folds are numbered from 0.
const FOLDS: usize = 5;

/// A face of the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdienceFace {
    /// The image.
    pub path: PathBuf,
    /// The face's labels.
    pub labels: AdienceLabels,
}

/// What is known of a face; a few faces lack one or the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdienceLabels {
    /// Index of the labelled age group in [`AGE_GROUPS`].
    pub age_group: Option<usize>,
    /// Gender as labelled.
    pub gender: Option<Gender>,
}

/// The figures of one fold, or of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdienceFigures {
    /// Share of ages estimated into the labelled group.
    pub exact: f64,
    /// Share of ages estimated into the labelled group or one beside it.
    pub one_off: f64,
    /// Share of right genders.
    pub gender: f64,
    /// Faces with an age group, and with a gender.
    pub n: [usize; 2],
}

/// The figures of the protocol.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdienceReport {
    /// One for each fold.
    pub folds: Vec<AdienceFigures>,
    /// Mean and standard deviation over the folds of the exact accuracy.
    pub exact: [f64; 2],
    /// Mean and standard deviation over the folds of the one-off accuracy.
    pub one_off: [f64; 2],
    /// Mean and standard deviation over the folds of the share of right genders.
    pub gender: [f64; 2],
}

/// A line of `fold_K_data.txt`; the columns that are not needed are left out.
#[derive(Deserialize)]
struct Row {
    user_id: String,
    original_image: String,
    face_id: String,
    age: String,
    gender: String,
}

/// The faces of fold `fold` of the release in `root`: `fold_K_data.txt` beside the folder `faces`.
///
/// # Errors
/// When the list cannot be read.
pub fn fold_faces(root: &Path, fold: usize) -> Result<Vec<AdienceFace>> {
    let list = root.join(format!("fold_{fold}_data.txt"));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_path(&list)
        .with_context(|| format!("cannot read {}; put Adience's fold lists there", list.display()))?;
    let face = |row: Row| {
        let name = format!("coarse_tilt_aligned_face.{}.{}", row.face_id, row.original_image);
        let gender = match row.gender.as_str() {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            _ => None,
        };
        let labels = AdienceLabels { age_group: age_group_of(&row.age), gender };
        AdienceFace { path: root.join("faces").join(row.user_id).join(name), labels }
    };
    let rows = reader.deserialize::<Row>().collect::<Result<Vec<_>, _>>();
    Ok(rows
        .with_context(|| format!("{} is no list of Adience's faces", list.display()))?
        .into_iter()
        .map(face)
        .collect())
}

/// The group of an age label: `(25, 32)`, one of its misspellings in the lists such as `(38, 42)`, or a single year inside a
/// group.
fn age_group_of(label: &str) -> Option<usize> {
    let mut years = label.trim_matches(['(', ')']).split(',').map(|year| year.trim().parse::<usize>().ok());
    let first = years.next()??;
    let last = years.next().map_or(Some(first), |last| last)?;
    let of_group = |&(group_first, group_last): &(usize, usize)| group_first <= first && last <= group_last;
    AGE_GROUPS.iter().position(of_group).or_else(|| AGE_GROUPS.iter().position(|group| group.0 == first))
}

/// The group that lies closest to an age in years; the groups leave gaps.
fn closest_age_group(years: f32) -> usize {
    let distance = |(first, last): (usize, usize)| (first as f32 - years).max(years - last as f32).max(0.0);
    let groups = AGE_GROUPS.iter().enumerate();
    groups.min_by(|(_, a), (_, b)| distance(**a).total_cmp(&distance(**b))).map_or(0, |(index, _)| index)
}

/// Runs the protocol on the release in `root`.
///
/// # Errors
/// When a list or an image cannot be read, or a fold holds no labelled face.
pub fn evaluate_adience(root: &Path, detector: &FaceDetector, analyzer: &Analyzer) -> Result<AdienceReport> {
    let mut folds = Vec::with_capacity(FOLDS);
    for fold in 0..FOLDS {
        let faces = fold_faces(root, fold)?;
        let mut pipeline = Pipeline::new(detector, analyzer, faces.len(), &format!("fold {fold}"))?;
        for face in faces {
            let bytes = std::fs::read(&face.path).with_context(|| format!("cannot read {}", face.path.display()))?;
            pipeline.add(face.labels, bytes)?;
        }
        folds.push(figures(&pipeline.finish()?).with_context(|| format!("fold {fold} holds no labelled face"))?);
    }
    let spread = |figure: fn(&AdienceFigures) -> f64| {
        let values: Vec<f64> = folds.iter().map(figure).collect();
        let mean = values.iter().sum::<f64>() / FOLDS as f64;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (FOLDS - 1) as f64;
        [mean, variance.sqrt()]
    };
    Ok(AdienceReport {
        exact: spread(|fold| fold.exact),
        one_off: spread(|fold| fold.one_off),
        gender: spread(|fold| fold.gender),
        folds,
    })
}

fn figures(predictions: &[Prediction<AdienceLabels>]) -> Option<AdienceFigures> {
    let distances: Vec<usize> = predictions
        .iter()
        .filter_map(|prediction| {
            Some(closest_age_group(prediction.estimates.age.years()).abs_diff(prediction.labels.age_group?))
        })
        .collect();
    let within = |most: usize| -> Vec<f64> {
        distances.iter().map(|&distance| if distance <= most { 1.0 } else { 0.0 }).collect()
    };
    let gender: Vec<f64> = predictions
        .iter()
        .filter_map(|prediction| {
            Some(if prediction.estimates.likeliest_gender().0 == prediction.labels.gender? { 1.0 } else { 0.0 })
        })
        .collect();
    Some(AdienceFigures {
        exact: Measured::mean(&within(0))?.value,
        one_off: Measured::mean(&within(1))?.value,
        gender: Measured::mean(&gender)?.value,
        n: [distances.len(), gender.len()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimates::Estimates;

    #[test]
    fn labels_of_the_lists() {
        let groups = ["(25, 32)", "(38, 42)", "(8, 12)", "(60, 100)", "35", "29", "None", "(0, 2)"].map(age_group_of);
        assert_eq!(groups, [Some(4), Some(5), Some(2), Some(7), None, Some(4), None, Some(0)]);
    }

    #[test]
    fn an_age_between_two_groups_goes_to_the_closer_one() {
        assert_eq!([1.0, 3.4, 14.1, 22.0, 23.0, 34.0, 56.0, 99.0].map(closest_age_group), [0, 1, 3, 3, 4, 4, 6, 7]);
    }

    #[test]
    fn a_fold_is_read_from_the_released_layout() {
        let root = std::env::temp_dir().join(format!("visage-adience-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        let list = "user_id\toriginal_image\tface_id\tage\tgender\tx\ty\n\
            30601258@N03\t10399646885_67c7d20df9_o.jpg\t1\t(25, 32)\tf\t0\t414\n\
            30601258@N03\t10424815813_e94629b1ec_o.jpg\t2\tNone\tu\t301\t105\n";
        std::fs::write(root.join("fold_0_data.txt"), list).unwrap();
        let faces = fold_faces(&root, 0).unwrap();
        let name = "faces/30601258@N03/coarse_tilt_aligned_face.1.10399646885_67c7d20df9_o.jpg";
        assert_eq!(faces[0].path, root.join(name));
        assert_eq!(faces[0].labels, AdienceLabels { age_group: Some(4), gender: Some(Gender::Female) });
        assert_eq!(faces[1].labels, AdienceLabels::default());
        assert!(fold_faces(&root, 1).is_err());
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn figures_leave_out_what_is_not_labelled() {
        let mut age = [0.0; 101];
        age[34] = 100.0;
        let prediction = |age_group, gender| Prediction {
            labels: AdienceLabels { age_group, gender },
            estimates: Estimates::from_logits(&age, &[1.0, 0.0], &[0.0; 5]),
            doubts: Vec::new(),
            is_found: true,
        };
        let known = [prediction(Some(4), None), prediction(Some(5), Some(Gender::Male)), prediction(Some(7), None)];
        let found = figures(&known).unwrap();
        assert_eq!((found.exact, found.one_off, found.gender, found.n), (1.0 / 3.0, 2.0 / 3.0, 1.0, [3, 1]));
    }
}
