//! The recorded weights of the tasks over a training.

use crate::attributes::{Attribute, PerAttribute};

/// Most points of a curve that are drawn.
const MOST_POINTS: usize = 200;

/// The weight of each task at some steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrainingCurve {
    /// The steps.
    pub steps: Vec<f32>,
    /// The weight `exp(−s)` at each of the steps.
    pub weights: PerAttribute<Vec<f32>>,
}

impl TrainingCurve {
    /// Reads `training.csv`; lines that make no sense are left out. `parse` reads a number, and gives NaN for what is none:
    /// the browser can do that, and the tables for it are larger than all of this.
    pub fn from_csv(text: &str, parse: impl Fn(&str) -> f32) -> Self {
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let column = |name: &str| header.iter().position(|title| *title == name);
        let step = column("step");
        let columns = PerAttribute::from_fn(|attribute| column(&format!("{}_log_variance", attribute.name())));
        let rows: Vec<(f32, PerAttribute<f32>)> = lines
            .filter_map(|line| {
                let fields: Vec<f32> = line.split(',').map(&parse).collect();
                let field = |column: Option<usize>| column.and_then(|it| fields.get(it)).copied().unwrap_or(f32::NAN);
                let (step, values) = (field(step), columns.map(field));
                (step.is_finite() && values.iter().all(|(_, value)| value.is_finite())).then_some((step, values))
            })
            .collect();
        let stride = rows.len().div_ceil(MOST_POINTS).max(1);
        // Counted from the end, so that the last row is always among them.
        let mut kept: Vec<&(f32, PerAttribute<f32>)> = rows.iter().rev().step_by(stride).collect();
        kept.reverse();
        let weights = |attribute: Attribute| kept.iter().map(|(_, values)| (-values[attribute]).exp()).collect();
        Self { steps: kept.iter().map(|(step, _)| *step).collect(), weights: PerAttribute::from_fn(weights) }
    }

    /// The largest weight.
    pub fn most(&self) -> f32 {
        self.weights.iter().flat_map(|(_, weights)| weights).copied().fold(0.0, f32::max)
    }

    /// The task's weight at the last step; 0 while there is none.
    pub fn last(&self, attribute: Attribute) -> f32 {
        self.weights[attribute].last().copied().unwrap_or_default()
    }

    /// How far below the top a weight lies in a box of that height. Without a curve all lie at the bottom.
    pub fn depth(&self, weight: f32, height: f32) -> f32 {
        let most = self.most();
        if most > 0.0 { height * (1.0 - weight / most) } else { height }
    }

    /// Where the names of the curves stand beside their ends, from the top of a box of that height: at least `apart` from each
    /// other, and none below the box.
    pub fn ends(&self, height: f32, apart: f32) -> PerAttribute<f32> {
        let mut places = PerAttribute::from_fn(|attribute| self.depth(self.last(attribute), height));
        // Each moves those above it away; as many rounds as there are names reach them all.
        for (one, other) in Attribute::ALL.into_iter().flat_map(|_| pairs()) {
            let (lower, upper) = (places[one], places[other]);
            let is_below = lower > upper || (lower == upper && one.index() > other.index());
            if is_below && lower - upper < apart {
                places[other] = lower - apart;
            }
        }
        places
    }

    /// The curve of a task as points of an SVG `polyline` in a box of that width and height.
    pub fn points(&self, attribute: Attribute, width: f32, height: f32) -> String {
        let Some(&last) = self.steps.last() else { return String::new() };
        let point = |(step, weight): (&f32, &f32)| {
            format!("{:.1},{:.1}", width * step / last.max(1.0), self.depth(*weight, height))
        };
        self.steps.iter().zip(&self.weights[attribute]).map(point).collect::<Vec<_>>().join(" ")
    }
}

/// Every task with every other one.
fn pairs() -> impl Iterator<Item = (Attribute, Attribute)> {
    let all = Attribute::ALL.into_iter().flat_map(|one| Attribute::ALL.map(|other| (one, other)));
    all.filter(|(one, other)| one != other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "step,learning_rate,age_loss,gender_loss,race_loss,age_log_variance,gender_log_variance,race_log_variance\n\
        0,0.1,3,0.7,1.6,0,0,0\n\
        10,0.1,3,0.7,1.6,0.69314718,-0.69314718,0\n\
        broken line\n";

    fn read(text: &str) -> TrainingCurve {
        TrainingCurve::from_csv(text, |field| field.parse().unwrap_or(f32::NAN))
    }

    #[test]
    fn weights_are_read_from_the_record() {
        let curve = read(RECORD);
        assert_eq!(curve.steps, [0.0, 10.0]);
        assert!((curve.weights[Attribute::Age][1] - 0.5).abs() < 1e-6 && (curve.most() - 2.0).abs() < 1e-6);
        assert_eq!(curve.points(Attribute::Gender, 100.0, 50.0), "0.0,25.0 100.0,0.0");
    }

    #[test]
    fn the_record_that_is_shipped_has_the_weights_of_all_attributes() {
        let curve = read(&std::fs::read_to_string("assets/training.csv").unwrap());
        assert!(curve.steps.len() > 100 && Attribute::ALL.into_iter().all(|attribute| curve.last(attribute) > 0.0));
    }

    #[test]
    fn a_file_of_something_else_gives_no_curve() {
        assert_eq!(read("<html>not found</html>"), TrainingCurve::default());
        assert_eq!(TrainingCurve::default().points(Attribute::Age, 1.0, 1.0), "");
    }

    #[test]
    fn names_of_curves_that_end_together_stand_apart() {
        let curve = read(RECORD);
        assert_eq!([&curve, &TrainingCurve::default()].map(|it| it.last(Attribute::Gender)), [2.0, 0.0]);
        // Age ends at a half, gender at two, race at one.
        let near = |found: PerAttribute<f32>, expected: PerAttribute<f32>| {
            found.iter().all(|(attribute, place)| (place - expected[attribute]).abs() < 1e-3)
        };
        assert!(near(curve.ends(100.0, 15.0), PerAttribute([75.0, 0.0, 50.0])));
        assert!(near(curve.ends(100.0, 40.0), PerAttribute([75.0, -5.0, 35.0])));
        let flat = TrainingCurve { steps: vec![0.0], weights: PerAttribute::from_fn(|_| vec![1.0]) };
        assert!(near(flat.ends(100.0, 15.0), PerAttribute([-30.0, -15.0, 0.0])));
    }

    #[test]
    fn long_records_are_thinned() {
        let mut text = RECORD.lines().next().unwrap().to_owned() + "\n";
        (0..5_000).for_each(|step| text += &format!("{step},0,0,0,0,0,0,0\n"));
        let steps = read(&text).steps;
        assert!(steps.len() <= MOST_POINTS && steps.last() == Some(&4_999.0));
    }
}
