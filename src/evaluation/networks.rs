//! What came of training networks in several ways with several seeds, as `scripts/gpu/compare.py` wrote it, and the same as text.

use super::figure::Figure;
use crate::attributes::{Attribute, PerAttribute};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The way that the others are compared with.
const BASELINE: &str = "equal";

/// A figure of several trainings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The mean over faces and seeds: years for errors, shares for everything else.
    pub value: f64,
    /// Standard deviation of the mean over the seeds.
    pub spread: f64,
    /// Validation faces that have the figure.
    pub n: usize,
    /// Difference from the baseline, on the same faces with the same seeds.
    pub difference: f64,
    /// 95 % interval of the difference, for other faces and other seeds.
    pub interval: [f64; 2],
}

/// What came of one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkOutcome {
    /// Its name in `compare.py`.
    pub way: String,
    /// Parameters of all its networks.
    pub parameters: usize,
    /// Seconds of one core that a training took.
    pub seconds: f64,
    /// Mean weights of the losses of age, gender and race over the last tenth of the steps; `None` where every attribute has a network.
    pub weights: Option<PerAttribute<f64>>,
    /// Figures of the validation faces, by data set.
    pub figures: BTreeMap<String, BTreeMap<Figure, Compared>>,
}

/// How the learned weights went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeightCurve {
    /// The steps.
    pub steps: Vec<f64>,
    /// The weights of age, gender and race there.
    pub weights: PerAttribute<Vec<f64>>,
    /// Where the weights would rest: `1 / (2 · loss)`.
    pub at_rest: PerAttribute<Vec<f64>>,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkComparison {
    /// Seeds of each way.
    pub seeds: usize,
    /// Steps of a training.
    pub steps: usize,
    /// Faces of a step.
    pub batch: usize,
    /// What came of each way to weigh the losses.
    pub outcomes: Vec<NetworkOutcome>,
    /// What came of other shapes of the network, and of other losses of age, with equal weights.
    #[serde(default)]
    pub shapes: Vec<NetworkOutcome>,
    /// The learned weights, by the ways that learn them.
    pub curves: BTreeMap<String, WeightCurve>,
}

/// A way's name for tables.
fn title(way: &str) -> &str {
    match way {
        "equal" => "equal weights",
        "learned" => "learned uncertainty",
        "by_hand" => "by hand (0.4, 2, 1)",
        "dynamic_average" => "dynamic weight average",
        "gradient_norms" => "gradient norms balanced",
        "alone" => "a network each",
        "one_branch" => "one branch for all",
        "branch_each" => "a branch for each",
        "shared_4" => "four stages shared, not five",
        "age_classes" => "age as 101 classes",
        "age_squared" => "age by squared error",
        other => other,
    }
}

impl Compared {
    /// A difference for the better is positive.
    fn gain(&self, figure: Figure) -> f64 {
        if figure.is_error() { -self.difference } else { self.difference }
    }

    /// Whether chance is excluded.
    fn is_clear(&self) -> bool {
        let [low, high] = self.interval;
        low > 0.0 || high < 0.0
    }

    fn cell(&self, figure: Figure, is_baseline: bool) -> String {
        let (scale, decimals) = if figure.is_error() { (1.0, 2) } else { (100.0, 1) };
        let [value, spread, difference] = [self.value, self.spread, self.difference].map(|it| scale * it);
        let [low, high] = self.interval.map(|it| scale * it);
        let own = format!("{value:.decimals$} ± {spread:.decimals$}");
        if is_baseline {
            return own;
        }
        let mark = if self.is_clear() { "**" } else { "" };
        format!("{own}, {mark}{difference:+.decimals$}{mark} ({low:+.decimals$} to {high:+.decimals$})")
    }
}

/// The comparison as a section of a report: what was asked, how it was tested, and what came out.
pub fn network_comparison_text(comparison: &NetworkComparison) -> String {
    let NetworkComparison { seeds, steps, batch, outcomes, shapes, curves } = comparison;
    let has_alone = outcomes.iter().any(|outcome| outcome.way == "alone");
    let alone = if has_alone { ", and than a network for each attribute" } else { "" };
    let mut text = format!(
        "**Claim.** Losses weighted by learned homoscedastic uncertainty read faces better than equal weights{alone}.\n\n\
         **Test.** DMTL from ImageNet's weights, on the training faces of UTKFace and FairFace in equal shares, by labels alone; {steps} steps \
         of {batch} faces, {seeds} seeds of each way. The first four stages and all depthwise kernels stay as they are; the fifth stage, the \
         branches and the heads are trained. Trainings with the same seed start alike and see the same faces in the same order. Figures \
         are of the validation faces, on which nothing was chosen; a few of them have a twin among the training faces (see the model card). ± is the standard deviation over \
         seeds; then the difference from equal weights on the same faces with the same seeds, with a 95 % interval for other faces and \
         other seeds (normal over faces, Student's with {} degrees of freedom over seeds); bold where it excludes 0. Intervals are not \
         widened for the number of comparisons.\n\n",
        seeds - 1
    );
    // Writing to a string cannot fail.
    let _ = write_table(outcomes, &mut text);
    let _ = write_verdict(outcomes, &mut text);
    if !shapes.is_empty() {
        text +=
            "\n**The shape of the network, and the loss of age,** with equal weights and compared in the same way:\n\n";
        let _ = write_table(shapes, &mut text);
        let _ = write_verdict(shapes, &mut text);
    }
    if let Some(curve) = curves.get("learned") {
        let ratio = |attribute: Attribute| {
            let pairs = curve.weights[attribute].iter().zip(&curve.at_rest[attribute]);
            let late: Vec<f64> = pairs.skip(curve.steps.len() / 4).map(|(weight, rest)| weight / rest).collect();
            late.iter().sum::<f64>() / late.len().max(1) as f64
        };
        let _ = writeln!(
            text,
            "\n**Where learned weights rest.** From a quarter of the steps on, the learned weights of age, gender and race are {:.2}, {:.2} and \
             {:.2} times 1 / (2 · loss): they follow the size of each loss, whatever makes it large.",
            ratio(Attribute::Age),
            ratio(Attribute::Gender),
            ratio(Attribute::Race)
        );
    }
    text
}

fn write_table(outcomes: &[NetworkOutcome], text: &mut String) -> std::fmt::Result {
    let Some(first) = outcomes.first() else { return Ok(()) };
    let of_set = |(set, figures): (&String, &BTreeMap<Figure, Compared>)| {
        figures.iter().map(|(figure, compared)| (set.clone(), *figure, compared.n)).collect::<Vec<_>>()
    };
    let columns: Vec<(String, Figure, usize)> = first.figures.iter().flat_map(of_set).collect();
    write!(text, "| | parameters | seconds | weights at the end |")?;
    for (set, figure, faces) in &columns {
        write!(text, " {set}: {} (n {faces}) |", figure.title())?;
    }
    writeln!(text, "\n| --- | ---: | ---: | --- |{}", " --- |".repeat(columns.len()))?;
    for outcome in outcomes {
        let weights = outcome.weights.map(|weights| weights.0.map(|weight| format!("{weight:.2}")).join(", "));
        write!(
            text,
            "| {} | {:.2} M | {:.0} | {} |",
            title(&outcome.way),
            outcome.parameters as f64 / 1e6,
            outcome.seconds,
            weights.unwrap_or_default()
        )?;
        for (set, figure, _) in &columns {
            let compared = outcome.figures.get(set).and_then(|figures| figures.get(figure));
            let cell = compared.map(|compared| compared.cell(*figure, outcome.way == BASELINE));
            write!(text, " {} |", cell.unwrap_or_default())?;
        }
        writeln!(text)?;
    }
    Ok(())
}

/// What is beyond chance, way by way.
fn write_verdict(outcomes: &[NetworkOutcome], text: &mut String) -> std::fmt::Result {
    writeln!(text, "\n**What came out.**\n")?;
    for outcome in outcomes.iter().filter(|outcome| outcome.way != BASELINE) {
        let all = outcome
            .figures
            .iter()
            .flat_map(|(set, figures)| figures.iter().map(move |(figure, it)| (set, *figure, it)));
        let clear = |better: bool| {
            let named = all.clone().filter(|(_, figure, it)| it.is_clear() && (it.gain(*figure) > 0.0) == better);
            named.map(|(set, figure, _)| format!("{set}: {}", figure.title())).collect::<Vec<_>>()
        };
        let (better, worse) = (clear(true), clear(false));
        let part =
            |word: &str, names: Vec<String>| (!names.is_empty()).then(|| format!("{word} in {}", names.join(", ")));
        let parts: Vec<String> = [part("better", better), part("worse", worse)].into_iter().flatten().collect();
        let verdict = if parts.is_empty() { "no difference beyond chance".to_owned() } else { parts.join("; ") };
        writeln!(text, "- {}: {verdict}.", title(&outcome.way))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(difference: f64, reach: f64) -> Compared {
        Compared { value: 0.9, spread: 0.01, n: 100, difference, interval: [difference - reach, difference + reach] }
    }

    fn outcome(way: &str, age: Compared, gender: Compared) -> NetworkOutcome {
        let figures = BTreeMap::from([(Figure::AgeError, age), (Figure::Gender, gender)]);
        let figures = BTreeMap::from([("utkface".to_owned(), figures)]);
        NetworkOutcome {
            way: way.to_owned(),
            parameters: 3_000_000,
            seconds: 60.0,
            weights: Some(PerAttribute([1.0; 3])),
            figures,
        }
    }

    #[test]
    fn only_what_excludes_chance_is_said_and_a_smaller_error_is_better() {
        let outcomes = vec![
            outcome("equal", compared(0.0, 0.0), compared(0.0, 0.0)),
            outcome("learned", compared(-0.3, 0.1), compared(-0.01, 0.02)),
            outcome("alone", compared(0.1, 0.2), compared(0.02, 0.01)),
        ];
        let comparison = NetworkComparison {
            seeds: 3,
            steps: 4000,
            batch: 16,
            outcomes,
            shapes: Vec::new(),
            curves: BTreeMap::new(),
        };
        let text = network_comparison_text(&comparison);
        assert!(text.contains("- learned uncertainty: better in utkface: age error, years.\n"), "{text}");
        assert!(text.contains("- a network each: better in utkface: gender.\n"), "{text}");
        assert!(
            text.contains(
                "| learned uncertainty | 3.00 M | 60 | 1.00, 1.00, 1.00 | 0.90 ± 0.01, **-0.30** (-0.40 to -0.20) |"
            ),
            "{text}"
        );
    }
}
