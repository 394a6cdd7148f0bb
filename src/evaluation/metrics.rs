use crate::attributes::age_group;
use crate::estimates::Estimates;
use crate::training::dataset::{AgeLabel, Labels};
use serde::{Deserialize, Serialize};

/// Years of error that the cumulative score allows.
const CUMULATIVE_SCORE_YEARS: f32 = 5.0;

/// Counts the hits and misses of estimates against labels.
#[derive(Clone, Debug, Default)]
pub struct Metrics {
    n: usize,
    faces_not_found: usize,
    exact_ages: usize,
    age_error: f64,
    within_five_years: usize,
    right_group: usize,
    group_within_one: usize,
    right_gender: usize,
    right_race: usize,
}

/// The figures of a data set, as shares between 0 and 1 unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Images measured.
    pub n: usize,
    /// Images in which the detector found no face; they are measured on their middle.
    pub faces_not_found: usize,
    /// Age.
    pub age: AgeFigures,
    /// Gender.
    pub gender: NominalFigures,
    /// Race, five classes.
    pub race: NominalFigures,
}

/// The figures of an age estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeFigures {
    /// Mean absolute error in years; absent where the set has age groups only.
    pub mae: Option<f64>,
    /// Share of errors of at most five years; absent where the set has age groups only.
    pub cs5: Option<f64>,
    /// Share of estimates in the labelled one of FairFace's nine age groups.
    pub group_accuracy: f64,
    /// Share of estimates in the labelled group or one beside it.
    pub group_one_off: f64,
}

/// The figures of a nominal attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NominalFigures {
    /// Share of images whose likeliest class is the labelled one.
    pub accuracy: f64,
}

impl Metrics {
    /// Counts one image.
    pub fn add(&mut self, estimates: &Estimates, labels: &Labels, is_found: bool) {
        self.n += 1;
        self.faces_not_found += usize::from(!is_found);
        let years = estimates.age.years();
        let labelled_group = match labels.age {
            AgeLabel::Years(labelled) => {
                let error = (years - labelled as f32).abs();
                self.exact_ages += 1;
                self.age_error += f64::from(error);
                self.within_five_years += usize::from(error <= CUMULATIVE_SCORE_YEARS);
                age_group(labelled as f32)
            }
            AgeLabel::Group(group) => group,
        };
        let distance = age_group(years).abs_diff(labelled_group);
        self.right_group += usize::from(distance == 0);
        self.group_within_one += usize::from(distance <= 1);
        self.right_gender += usize::from(estimates.likeliest_gender().0 == labels.gender);
        self.right_race += usize::from(estimates.likeliest_race().0 == labels.race);
    }

    /// The figures, or `None` if nothing was counted.
    pub fn report(&self) -> Option<Report> {
        let share = |count: usize| count as f64 / self.n as f64;
        let of_exact = |sum: f64| (self.exact_ages > 0).then(|| sum / self.exact_ages as f64);
        (self.n > 0).then(|| Report {
            n: self.n,
            faces_not_found: self.faces_not_found,
            age: AgeFigures {
                mae: of_exact(self.age_error),
                cs5: of_exact(self.within_five_years as f64),
                group_accuracy: share(self.right_group),
                group_one_off: share(self.group_within_one),
            },
            gender: NominalFigures { accuracy: share(self.right_gender) },
            race: NominalFigures { accuracy: share(self.right_race) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{AGE_CLASSES, Gender, Race};

    fn estimates(age: usize, gender: Gender, race: Race) -> Estimates {
        let mut logits = [0.0; AGE_CLASSES];
        logits[age] = 100.0;
        let (mut genders, mut races) = ([0.0; 2], [0.0; 5]);
        genders[gender as usize] = 1.0;
        races[race as usize] = 1.0;
        Estimates::from_logits(&logits, &genders, &races)
    }

    #[test]
    fn figures_of_two_known_faces() {
        let mut metrics = Metrics::default();
        assert!(metrics.report().is_none());
        let labels = Labels { age: AgeLabel::Years(30), gender: Gender::Male, race: Race::Indian };
        metrics.add(&estimates(33, Gender::Male, Race::Indian), &labels, true);
        metrics.add(&estimates(41, Gender::Female, Race::Indian), &labels, false);
        let report = metrics.report().unwrap();
        assert_eq!((report.n, report.faces_not_found), (2, 1));
        assert!((report.age.mae.unwrap() - 7.0).abs() < 1e-3);
        assert_eq!(report.age.cs5, Some(0.5));
        assert_eq!((report.age.group_accuracy, report.age.group_one_off), (0.5, 1.0));
        assert_eq!((report.gender.accuracy, report.race.accuracy), (0.5, 1.0));
    }

    #[test]
    fn age_groups_have_no_mean_error() {
        let mut metrics = Metrics::default();
        let labels = Labels { age: AgeLabel::Group(3), gender: Gender::Male, race: Race::White };
        metrics.add(&estimates(25, Gender::Male, Race::White), &labels, true);
        let age = metrics.report().unwrap().age;
        assert_eq!((age.mae, age.cs5, age.group_accuracy), (None, None, 1.0));
    }
}
