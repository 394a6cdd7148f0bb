//! What trainings in several ways say of the claims that they test, as a section of results: claim, effect with its interval, verdict.

use super::figure::Figure;
use super::networks::{BASELINE, Compared, NetworkComparison, NetworkOutcome};
use crate::attributes::Attribute;
use std::collections::BTreeMap;
use std::fmt::{Result, Write};

/// Costs that differ by less, as a share, count as the same: a step's time varies by as much.
const SAME_COST: f64 = 0.05;

/// Which side of a comparison a claim says is better.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Favoured {
    /// The ways that are compared with their baseline.
    Ways,
    /// The baseline.
    Baseline,
}

/// A claim that differences between networks bear on.
struct Claim {
    title: &'static str,
    text: &'static str,
    ways: &'static [&'static str],
    favoured: Favoured,
}

const CLAIMS: [Claim; 7] = [
    Claim {
        title: "Learned uncertainty",
        text: "Losses weighted by learned homoscedastic uncertainty read faces better than losses of equal weight \
               (arXiv 2403.00561, abstract).",
        ways: &["learned"],
        favoured: Favoured::Ways,
    },
    Claim {
        title: "Other weights",
        text: "Weights set by hand, by how fast each loss falls (dynamic weight average; Liu, Johns, Davison, CVPR 2019), or by the \
               norms of gradients (GradNorm; Chen et al., ICML 2018) read faces better than equal weights.",
        ways: &["by_hand", "dynamic_average", "gradient_norms"],
        favoured: Favoured::Ways,
    },
    Claim {
        title: "Learning together",
        text: "One network that learns age, gender and race together costs less, and reads each better than a network of its own \
               (arXiv 2403.00561, abstract).",
        ways: &["alone"],
        favoured: Favoured::Baseline,
    },
    Claim {
        title: "A branch for each category",
        text: "A branch for the ordinal attribute and one for the nominal ones read faces better than one branch for all, and better \
               than a branch for each attribute (arXiv 2403.00561, the network's shape).",
        ways: &["one_branch", "branch_each"],
        favoured: Favoured::Baseline,
    },
    Claim {
        title: "Tuning each attribute at the end",
        text: "Training each attribute's branch by itself, with what all share kept as it is, in the last quarter of the steps reads \
               faces better than training all together to the end (arXiv 2403.00561, figure 2).",
        ways: &["fine_tuned"],
        favoured: Favoured::Ways,
    },
    Claim {
        title: "How much is shared",
        text: "Five shared stages read faces better than four.",
        ways: &["shared_4"],
        favoured: Favoured::Baseline,
    },
    Claim {
        title: "How an age is learned",
        text: "An age learned as a distribution over years is read better than one learned as one of 101 classes, or by its squared \
               error.",
        ways: &["age_classes", "age_squared"],
        favoured: Favoured::Baseline,
    },
];

/// The comparison as a section of a report: how it was tested, then claim by claim what came out.
pub fn network_comparison_text(comparison: &NetworkComparison) -> String {
    let NetworkComparison { seeds, steps, batch, curves, .. } = comparison;
    let mut text = format!(
        "**Test.** DMTL from ImageNet's weights, on the training faces of UTKFace and FairFace in equal shares, by labels alone; {steps} steps \
         of {batch} faces, {seeds} seeds of each way. The first four stages and all depthwise kernels stay as they are; the fifth stage, the \
         branches and the heads are trained. Trainings with the same seed start alike and see the same faces in the same order. Figures \
         are of the validation faces, on which nothing was chosen; a few of them have a twin among the training faces (see the model card). \
         ± is the standard deviation over seeds; then the difference from the first row on the same faces with the same seeds, with a 95 % \
         interval for other faces and other seeds (normal over faces, Student's with {} degrees of freedom over seeds); bold where it \
         excludes 0. Seconds are of one core.\n",
        seeds - 1
    );
    // Writing to a string cannot fail.
    let _ = write_all(comparison, &mut text);
    let missing: Vec<&str> = CLAIMS
        .iter()
        .flat_map(|claim| claim.ways)
        .filter(|way| comparison.named(way).is_none())
        .map(|way| title(way))
        .collect();
    if !missing.is_empty() {
        let _ = writeln!(text, "\n**Not trained:** {}.", missing.join("; "));
    }
    if let Some(curve) = curves.get("learned") {
        let ratio = |attribute: Attribute| {
            let pairs = curve.weights[attribute].iter().zip(&curve.at_rest[attribute]);
            let late: Vec<f64> = pairs.skip(curve.steps.len() / 4).map(|(weight, rest)| weight / rest).collect();
            late.iter().sum::<f64>() / late.len().max(1) as f64
        };
        let [age, gender, race] = Attribute::ALL.map(ratio);
        let _ = writeln!(
            text,
            "\n## Where learned weights rest\n\nFrom a quarter of the steps on, the learned weights of age, gender and race are {age:.2}, \
             {gender:.2} and {race:.2} times 1 / (2 · loss): they follow the size of each loss, whatever makes it large."
        );
    }
    text
}

fn write_all(comparison: &NetworkComparison, text: &mut String) -> Result {
    let ways = || comparison.all().filter(|outcome| outcome.way != outcome.baseline);
    let differences = || ways().flat_map(|outcome| outcome.figures.values()).flat_map(BTreeMap::values);
    let (all, clear) = (differences().count(), differences().filter(|compared| compared.is_clear()).count());
    writeln!(
        text,
        "\nDifferences that exclude 0: {clear} of {all}. Intervals are not widened for their number: if no way differed from its baseline, \
         about {:.1} would exclude 0 all the same.",
        0.05 * all as f64
    )?;
    for claim in &CLAIMS {
        write_claim(claim, comparison, text)?;
    }
    Ok(())
}

/// What the figures of a way say of a claim.
struct Verdict {
    supported_by: Vec<String>,
    contradicted_by: Vec<String>,
}

impl Verdict {
    fn new(claim: &Claim, way: &NetworkOutcome) -> Self {
        let (better, worse) = (way.clear(true), way.clear(false));
        match claim.favoured {
            Favoured::Ways => Self { supported_by: better, contradicted_by: worse },
            Favoured::Baseline => Self { supported_by: worse, contradicted_by: better },
        }
    }

    fn text(&self) -> String {
        let part = |word: &str, by: &[String]| (!by.is_empty()).then(|| format!("{word} by {}", by.join(", ")));
        let parts = [part("supported", &self.supported_by), part("contradicted", &self.contradicted_by)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "no difference beyond chance".to_owned() } else { parts.join("; ") }
    }
}

fn write_claim(claim: &Claim, comparison: &NetworkComparison, text: &mut String) -> Result {
    let ways: Vec<&NetworkOutcome> = claim.ways.iter().filter_map(|way| comparison.named(way)).collect();
    let Some(baseline) = ways.first().and_then(|way| comparison.named(&way.baseline)) else { return Ok(()) };
    writeln!(text, "\n## {}\n\n**Claim.** {}\n", claim.title, claim.text)?;
    write_table(baseline, &ways, text)?;
    writeln!(text, "\n**What came out.**\n")?;
    for way in ways {
        writeln!(text, "- {}{}: {}.", title(&way.way), cost(way, baseline), Verdict::new(claim, way).text())?;
    }
    Ok(())
}

/// What a way costs beside its baseline, where that is not the same.
fn cost(way: &NetworkOutcome, baseline: &NetworkOutcome) -> String {
    let parameters = way.parameters as f64 / baseline.parameters as f64;
    let seconds = way.seconds / baseline.seconds;
    let part = |ratio: f64, of: &str| ((ratio - 1.0).abs() > SAME_COST).then(|| format!("{ratio:.2} × the {of}"));
    let parts: Vec<String> = [part(parameters, "parameters"), part(seconds, "time")].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

fn write_table(baseline: &NetworkOutcome, ways: &[&NetworkOutcome], text: &mut String) -> Result {
    let of_set = |(set, figures): (&String, &BTreeMap<Figure, Compared>)| {
        figures.iter().map(|(figure, compared)| (set.clone(), *figure, compared.n)).collect::<Vec<_>>()
    };
    let columns: Vec<(String, Figure, usize)> = baseline.figures.iter().flat_map(of_set).collect();
    write!(text, "| | parameters | seconds | weights at the end |")?;
    for (set, figure, faces) in &columns {
        write!(text, " {set}: {} (n {faces}) |", figure.title())?;
    }
    writeln!(text, "\n| --- | ---: | ---: | --- |{}", " --- |".repeat(columns.len()))?;
    for outcome in std::iter::once(&baseline).chain(ways) {
        let weights = outcome.weights.map(|weights| weights.0.map(|weight| format!("{weight:.2}")).join(", "));
        let (millions, seconds) = (outcome.parameters as f64 / 1e6, outcome.seconds);
        write!(text, "| {} | {millions:.2} M | {seconds:.0} | {} |", title(&outcome.way), weights.unwrap_or_default())?;
        for (set, figure, _) in &columns {
            let compared = outcome.figures.get(set).and_then(|figures| figures.get(figure));
            let cell = compared.map(|compared| cell(compared, *figure, outcome.way == baseline.way));
            write!(text, " {} |", cell.unwrap_or_default())?;
        }
        writeln!(text)?;
    }
    Ok(())
}

fn cell(compared: &Compared, figure: Figure, is_baseline: bool) -> String {
    let (scale, decimals) = if figure.is_error() { (1.0, 2) } else { (100.0, 1) };
    let [value, spread] = [compared.value, compared.spread].map(|it| scale * it);
    let own = format!("{value:.decimals$} ± {spread:.decimals$}");
    if is_baseline {
        return own;
    }
    format!("{own}, {}", compared.difference_text(scale, decimals))
}

/// A way's name for tables.
fn title(way: &str) -> &str {
    match way {
        BASELINE => "equal weights, a branch for each category",
        "learned" => "learned uncertainty",
        "by_hand" => "by hand (0.4, 2, 1)",
        "dynamic_average" => "dynamic weight average",
        "gradient_norms" => "gradient norms balanced",
        "alone" => "a network each",
        "one_branch" => "one branch for all",
        "branch_each" => "a branch for each attribute",
        "fine_tuned" => "a branch for each attribute, tuned by itself at the end",
        "shared_4" => "four stages shared",
        "age_classes" => "age as 101 classes",
        "age_squared" => "age by squared error, in units of 5 years",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::PerAttribute;

    fn compared(difference: f64, reach: f64) -> Compared {
        Compared { value: 0.9, spread: 0.01, n: 100, difference, interval: [difference - reach, difference + reach] }
    }

    fn outcome(way: &str, baseline: &str, age: Compared, gender: Compared) -> NetworkOutcome {
        let figures = BTreeMap::from([(Figure::AgeError, age), (Figure::Gender, gender)]);
        NetworkOutcome {
            way: way.to_owned(),
            baseline: baseline.to_owned(),
            parameters: 3_000_000,
            seconds: 60.0,
            weights: Some(PerAttribute([1.0; 3])),
            figures: BTreeMap::from([("utkface".to_owned(), figures)]),
        }
    }

    fn text_of(outcomes: Vec<NetworkOutcome>) -> String {
        let curves = BTreeMap::new();
        network_comparison_text(&NetworkComparison {
            seeds: 3,
            steps: 4000,
            batch: 16,
            outcomes,
            shapes: Vec::new(),
            curves,
        })
    }

    #[test]
    fn a_claim_is_supported_or_contradicted_only_by_what_excludes_chance() {
        let text = text_of(vec![
            outcome("equal", "equal", compared(0.0, 0.0), compared(0.0, 0.0)),
            outcome("learned", "equal", compared(-0.3, 0.1), compared(-0.01, 0.02)),
            outcome("alone", "equal", compared(0.1, 0.2), compared(0.02, 0.01)),
            outcome("one_branch", "equal", compared(0.1, 0.2), compared(0.01, 0.02)),
        ]);
        // A smaller error is better, and so is a larger share.
        assert!(text.contains("- learned uncertainty: supported by utkface: age error, years.\n"), "{text}");
        assert!(text.contains("- a network each: contradicted by utkface: gender.\n"), "{text}");
        assert!(text.contains("- one branch for all: no difference beyond chance.\n"), "{text}");
        let row = "| learned uncertainty | 3.00 M | 60 | 1.00, 1.00, 1.00 | 0.90 ± 0.01, **-0.30** (-0.40 to -0.20) |";
        assert!(text.contains(row), "{text}");
        assert!(text.contains("Differences that exclude 0: 2 of 6."), "{text}");
    }

    #[test]
    fn ways_that_were_not_trained_are_named_and_a_claim_without_any_is_left_out() {
        let text = text_of(vec![
            outcome("equal", "equal", compared(0.0, 0.0), compared(0.0, 0.0)),
            outcome("branch_each", "equal", compared(0.1, 0.2), compared(0.01, 0.02)),
            outcome("fine_tuned", "branch_each", compared(-0.1, 0.02), compared(0.01, 0.02)),
        ]);
        assert!(!text.contains("## Learning together") && text.contains("## A branch for each category"), "{text}");
        let (_, not_trained) = text.split_once("**Not trained:** ").unwrap();
        assert!(not_trained.contains("a network each") && !not_trained.contains("tuned by itself"), "{text}");
        // Its baseline has a row of its own.
        let (_, tuning) = text.split_once("## Tuning").unwrap();
        assert!(tuning.contains("| a branch for each attribute | 3.00 M"), "{text}");
    }
}
