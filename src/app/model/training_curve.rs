//! The recorded weights of the tasks over a training.

use crate::attributes::Attribute;

/// Most points of a curve that are drawn.
const MOST_POINTS: usize = 200;
/// Every task with every other one.
const PAIRS: [(usize, usize); 6] = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)];

/// The weight of each task at some steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrainingCurve {
    /// The steps.
    pub steps: Vec<f32>,
    /// For age, gender and race, the weight `exp(−s)` at each of the steps.
    pub weights: [Vec<f32>; Attribute::ALL.len()],
}

impl TrainingCurve {
    /// Reads `training.csv`; lines that make no sense are left out. `parse` reads a number, and gives NaN for what is none:
    /// the browser can do that, and the tables for it are larger than all of this.
    pub fn from_csv(text: &str, parse: impl Fn(&str) -> f32) -> Self {
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let column = |name: &str| header.iter().position(|title| *title == name);
        let columns = Attribute::ALL.map(|attribute| column(&format!("{}_log_variance", attribute.name())));
        let (Some(step), [Some(age), Some(gender), Some(race)]) = (column("step"), columns) else {
            return Self::default();
        };
        let rows: Vec<[f32; 4]> = lines
            .filter_map(|line| {
                let fields: Vec<f32> = line.split(',').map(&parse).collect();
                let row = [step, age, gender, race].map(|index| fields.get(index).copied().unwrap_or(f32::NAN));
                row.iter().all(|value| value.is_finite()).then_some(row)
            })
            .collect();
        let stride = rows.len().div_ceil(MOST_POINTS).max(1);
        // Counted from the end, so that the last row is always among them.
        let mut kept: Vec<&[f32; 4]> = rows.iter().rev().step_by(stride).collect();
        kept.reverse();
        let weight = |index: usize| kept.iter().map(|row| (-row[index]).exp()).collect();
        Self { steps: kept.iter().map(|row| row[0]).collect(), weights: [weight(1), weight(2), weight(3)] }
    }

    /// The largest weight.
    pub fn most(&self) -> f32 {
        self.weights.iter().flatten().copied().fold(0.0, f32::max)
    }

    /// The task's weight at the last step; 0 while there is none.
    pub fn last(&self, task: usize) -> f32 {
        self.weights.get(task).and_then(|weights| weights.last()).copied().unwrap_or_default()
    }

    /// How far below the top a weight lies in a box of that height. Without a curve all lie at the bottom.
    pub fn depth(&self, weight: f32, height: f32) -> f32 {
        let most = self.most();
        if most > 0.0 { height * (1.0 - weight / most) } else { height }
    }

    /// Where the names of the curves stand beside their ends, from the top of a box of that height: at least `apart` from each
    /// other, and none below the box.
    pub fn ends(&self, height: f32, apart: f32) -> [f32; Attribute::ALL.len()] {
        let mut places = [0, 1, 2].map(|task| self.depth(self.last(task), height));
        // Each moves those above it away; three rounds reach all three.
        for (one, other) in [PAIRS; 3].into_iter().flatten() {
            // Pairs are of tasks, and each has a place.
            let (lower, upper) = (places[one], places[other]);
            let is_below = lower > upper || (lower == upper && one > other);
            if is_below && lower - upper < apart {
                places[other] = lower - apart;
            }
        }
        places
    }

    /// The curve of a task as points of an SVG `polyline` in a box of that width and height.
    pub fn points(&self, task: usize, width: f32, height: f32) -> String {
        let (Some(&last), Some(weights)) = (self.steps.last(), self.weights.get(task)) else { return String::new() };
        let point = |(step, weight): (&f32, &f32)| {
            format!("{:.1},{:.1}", width * step / last.max(1.0), self.depth(*weight, height))
        };
        self.steps.iter().zip(weights).map(point).collect::<Vec<_>>().join(" ")
    }
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
        assert!((curve.weights[0][1] - 0.5).abs() < 1e-6 && (curve.most() - 2.0).abs() < 1e-6);
        assert_eq!(curve.points(1, 100.0, 50.0), "0.0,25.0 100.0,0.0");
    }

    #[test]
    fn a_file_of_something_else_gives_no_curve() {
        assert_eq!(read("<html>not found</html>"), TrainingCurve::default());
        assert_eq!(TrainingCurve::default().points(0, 1.0, 1.0), "");
    }

    #[test]
    fn names_of_curves_that_end_together_stand_apart() {
        let curve = read(RECORD);
        assert_eq!((curve.last(1), TrainingCurve::default().last(1)), (2.0, 0.0));
        // Age ends at a half, gender at two, race at one.
        let near = |found: [f32; 3], expected: [f32; 3]| found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-3);
        assert!(near(curve.ends(100.0, 15.0), [75.0, 0.0, 50.0]));
        assert!(near(curve.ends(100.0, 40.0), [75.0, -5.0, 35.0]));
        let flat = TrainingCurve { steps: vec![0.0], weights: [vec![1.0], vec![1.0], vec![1.0]] };
        assert!(near(flat.ends(100.0, 15.0), [-30.0, -15.0, 0.0]));
    }

    #[test]
    fn long_records_are_thinned() {
        let mut text = RECORD.lines().next().unwrap().to_owned() + "\n";
        (0..5_000).for_each(|step| text += &format!("{step},0,0,0,0,0,0,0\n"));
        let steps = read(&text).steps;
        assert!(steps.len() <= MOST_POINTS && steps.last() == Some(&4_999.0));
    }
}
