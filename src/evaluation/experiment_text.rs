//! The outcomes of the experiments as Markdown tables.

use super::experiment::{Experiment, Outcome};
use super::figure::Figure;
use std::fmt::Write;

/// Gaps that the comparison of balances shows.
const GAPS: [(Figure, &str); 4] = [
    (Figure::AgeGroup, "races"),
    (Figure::Gender, "races"),
    (Figure::Gender, "races and genders"),
    (Figure::Race, "races"),
];

impl Experiment {
    /// A sentence or two about what is compared and how to read it.
    fn introduction(self) -> &'static str {
        match self {
            Self::Weightings => {
                "How the losses of the tasks are weighted: learned homoscedastic uncertainty (*baseline*), all weights 1, weights \
                 set by hand, and a network for each task alone, without the other category's branch. A network for one task \
                 has no figures for the others."
            }
            Self::AgeLosses => {
                "How an exact age is learned: as a distribution over its neighbours together with the error of the expectation \
                 (*baseline*), or as one class of 101."
            }
            Self::Sizes => {
                "Networks with fewer or more blocks. *large* is beyond the budget of 3.5 million parameters."
            }
            Self::Balance => {
                "Every face drawn alike (*baseline*), or every combination of race, gender and age group drawn alike. The second \
                 table has the gaps between the groups."
            }
            Self::Data => "Both data sets (*baseline*), or UTKFace alone.",
        }
    }
}

/// A table of `outcomes`, with the setting that they share.
pub fn experiment_text(experiment: Experiment, outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_experiment(experiment, outcomes, &mut text);
    text
}

fn write_experiment(experiment: Experiment, outcomes: &[Outcome], text: &mut String) -> std::fmt::Result {
    let Some(baseline) = outcomes.first() else { return Ok(()) };
    writeln!(text, "## {}\n\n{}\n", experiment.name(), experiment.introduction())?;
    let config = &baseline.config;
    writeln!(
        text,
        "{} steps of {} faces, seed {}, {} frozen stages; figures of the validation images with 95 % intervals.\n",
        config.steps, config.batch, config.seed, config.frozen_stages
    )?;
    let columns: Vec<(&String, Figure)> = baseline
        .figures
        .iter()
        .flat_map(|(set, figures)| figures.keys().map(move |&figure| (set, figure)))
        .filter(|(_, figure)| *figure != Figure::AgeGroupOneOff)
        .collect();
    let titles: Vec<String> = columns.iter().map(|(set, figure)| format!("{set}: {}", figure.title())).collect();
    writeln!(text, "| | parameters | multiply-adds | training, s | {} |", titles.join(" | "))?;
    writeln!(text, "| --- | ---: | ---: | ---: |{}", " ---: |".repeat(titles.len()))?;
    for outcome in outcomes {
        let cells = columns.iter().map(|&(set, figure)| {
            let measured = outcome.figures.get(set).and_then(|figures| figures.get(&figure));
            measured.map_or_else(|| "–".to_owned(), |measured| figure.text(measured))
        });
        writeln!(
            text,
            "| {} | {:.2} M | {:.0} M | {:.0} | {} |",
            outcome.name,
            outcome.parameters as f64 / 1e6,
            outcome.multiply_adds as f64 / 1e6,
            outcome.seconds,
            cells.collect::<Vec<_>>().join(" | ")
        )?;
    }
    writeln!(text)?;
    if experiment == Experiment::Balance { write_gaps(outcomes, text) } else { Ok(()) }
}

fn write_gaps(outcomes: &[Outcome], text: &mut String) -> std::fmt::Result {
    let names: Vec<&str> = outcomes.iter().map(|outcome| outcome.name.as_str()).collect();
    writeln!(
        text,
        "| gap, points | between | {} |\n| --- | --- |{}",
        names.join(" | "),
        " ---: |".repeat(names.len())
    )?;
    for set in outcomes.iter().flat_map(|outcome| outcome.gaps.keys()).collect::<std::collections::BTreeSet<_>>() {
        for (figure, between) in GAPS {
            let gap = |outcome: &Outcome| {
                let gaps = outcome.gaps.get(set)?;
                let gap = gaps.iter().find(|gap| gap.what == figure.title() && gap.between == between)?;
                Some(format!("{:.1} ({} worst)", 100.0 * gap.difference, gap.worst))
            };
            let cells: Vec<String> = outcomes.iter().map(|outcome| gap(outcome).unwrap_or_default()).collect();
            writeln!(text, "| {set}: {} | {between} | {} |", figure.title(), cells.join(" | "))?;
        }
    }
    writeln!(text)
}
