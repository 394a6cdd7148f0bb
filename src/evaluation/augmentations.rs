//! What each change that training makes to pictures does, as `scripts/gpu/augment.py` measured it.

use super::figure::Figure;
use super::markdown::set_title;
use super::networks::Compared;
use crate::attributes::{Attribute, PerAttribute};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::{Result, Write};

/// The name of the training whose views are moved, mirrored and lit, and nothing else.
const NOTHING: &str = "nothing";

/// Figures by data set.
type Figures = BTreeMap<String, BTreeMap<Figure, Compared>>;

/// Trainings with one change each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Augmentations {
    /// Seeds of each change.
    pub seeds: usize,
    /// Steps of a training.
    pub steps: usize,
    /// Faces of a step.
    pub batch: usize,
    /// Training faces.
    pub learned_from: usize,
    /// Share of their views in which a training makes its change.
    pub share: f64,
    /// What came of each change; nothing is the first.
    pub outcomes: Vec<AugmentationOutcome>,
}

/// What came of one change, compared with the training without any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AugmentationOutcome {
    /// The change.
    pub change: String,
    /// Figures of the validation faces as they are.
    pub unchanged: Figures,
    /// Figures of the same faces with the change in all of them.
    pub changed: Option<Figures>,
    /// The same of the network that was trained with all changes.
    pub by_all: Option<Figures>,
    /// Share of the heat of age, gender and race that lies in the face's oval.
    pub heat_in_oval: PerAttribute<Compared>,
}

/// The trainings as a section of a report.
pub fn augmentations_text(augmentations: &Augmentations) -> String {
    let Augmentations { seeds, steps, batch, learned_from, share, outcomes } = augmentations;
    let mut text = format!(
        "**Test.** DMTL from ImageNet's weights, on {learned_from} training faces of UTKFace and FairFace, by labels alone and with equal \
         weights; {steps} steps of {batch} faces, {seeds} seeds of each training. The first four stages and all depthwise kernels stay as \
         they are, which limits what can be learned against a change. All views are moved, mirrored and lit at random. Each training makes \
         one change in {:.0} % of its views; *all* makes each with the share that it had for the network that ships. Figures are of every \
         second validation face, on which nothing was chosen. A value is followed by its difference from the training without a change, \
         on the same faces with the same seeds, with a 95 % interval for other faces and other seeds; bold where it excludes 0.\n",
        100.0 * share
    );
    // Writing to a string cannot fail.
    let _ = write_all(outcomes, &mut text);
    text
}

fn write_all(outcomes: &[AugmentationOutcome], text: &mut String) -> Result {
    // The training without a change differs from itself by nothing.
    let changes = || outcomes.iter().filter(|it| it.change != NOTHING);
    let compared = || {
        let tables = changes().flat_map(|it| [Some(&it.unchanged), it.changed.as_ref(), it.by_all.as_ref()]);
        let figures = tables.flatten().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        figures.chain(changes().flat_map(|it| &it.heat_in_oval.0))
    };
    let (all, clear) = (compared().count(), compared().filter(|it| it.is_clear()).count());
    writeln!(
        text,
        "\nDifferences that exclude 0: {clear} of {all}; about {:.1} would by chance.\n\n## What came out\n\nOf what excludes 0:\n",
        0.05 * all as f64
    )?;
    for outcome in changes() {
        writeln!(text, "- {}: {}.", outcome.change, verdict(outcome))?;
    }
    writeln!(text, "\n## On faces as they are, and in heat maps\n")?;
    let columns = columns(outcomes.first().map(|it| &it.unchanged));
    write!(text, "| change |")?;
    write_head(&columns, text)?;
    let heat = Attribute::ALL.map(|attribute| format!(" heat in the oval: {} |", attribute.name()));
    writeln!(text, "{}\n| --- |{}", heat.concat(), " --- |".repeat(columns.len() + heat.len()))?;
    for outcome in outcomes {
        write!(text, "| {} |", outcome.change)?;
        let is_first = outcome.change == NOTHING;
        write_cells(&columns, &outcome.unchanged, is_first, text)?;
        let cells = outcome.heat_in_oval.0.iter().map(|compared| format!(" {} |", share_cell(compared, is_first)));
        writeln!(text, "{}", cells.collect::<String>())?;
    }
    writeln!(text, "\n## On faces with the change\n\nTrained with that change, and with all of them.\n")?;
    write!(text, "| change | trained with |")?;
    write_head(&columns, text)?;
    writeln!(text, "\n| --- | --- |{}", " --- |".repeat(columns.len()))?;
    for outcome in outcomes {
        for (with, figures) in [("it", &outcome.changed), ("all", &outcome.by_all)] {
            if let Some(figures) = figures {
                write!(text, "| {} | {with} |", outcome.change)?;
                write_cells(&columns, figures, false, text)?;
                writeln!(text)?;
            }
        }
    }
    Ok(())
}

/// What a change does to faces that have it, to faces as they are, and to heat maps, as far as chance is excluded.
fn verdict(outcome: &AugmentationOutcome) -> String {
    let named = |figures: &Figures, better: bool| -> Vec<String> {
        let all = figures.iter().flat_map(|(set, figures)| figures.iter().map(move |(figure, it)| (set, *figure, it)));
        let clear = all.filter(|(_, figure, it)| it.is_clear() && (it.gain(*figure) > 0.0) == better);
        // Without the unit.
        let title = |figure: Figure| figure.title().split(',').next().unwrap_or_default();
        clear.map(|(set, figure, _)| format!("{} {}", set_title(set), title(figure))).collect()
    };
    let changed = outcome.changed.as_ref();
    let heat = |more: bool| -> Vec<String> {
        let clear = |attribute: &Attribute| {
            let compared = &outcome.heat_in_oval[*attribute];
            compared.is_clear() && (compared.difference > 0.0) == more
        };
        Attribute::ALL
            .iter()
            .filter(|attribute| clear(attribute))
            .map(|attribute| attribute.name().to_owned())
            .collect()
    };
    let parts = [
        ("better on faces with it", changed.map(|figures| named(figures, true)).unwrap_or_default()),
        ("worse on faces with it", changed.map(|figures| named(figures, false)).unwrap_or_default()),
        ("better on faces as they are", named(&outcome.unchanged, true)),
        ("worse on faces as they are", named(&outcome.unchanged, false)),
        ("more heat on the face", heat(true)),
        ("less heat on the face", heat(false)),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, what)| !what.is_empty())
        .map(|(said, what)| format!("{said} ({})", what.join(", ")))
        .collect();
    if said.is_empty() { "nothing".to_owned() } else { said.join("; ") }
}

fn columns(figures: Option<&Figures>) -> Vec<(String, Figure, usize)> {
    let of_set = |(set, figures): (&String, &BTreeMap<Figure, Compared>)| {
        figures.iter().map(|(figure, compared)| (set.clone(), *figure, compared.n)).collect::<Vec<_>>()
    };
    figures.into_iter().flatten().flat_map(of_set).collect()
}

fn write_head(columns: &[(String, Figure, usize)], text: &mut String) -> Result {
    columns.iter().try_for_each(|(set, figure, n)| write!(text, " {}: {} (n {n}) |", set_title(set), figure.title()))
}

fn write_cells(columns: &[(String, Figure, usize)], figures: &Figures, is_first: bool, text: &mut String) -> Result {
    columns.iter().try_for_each(|(set, figure, _)| {
        let compared = figures.get(set).and_then(|figures| figures.get(figure));
        let cell = |compared: &Compared| match figure.is_error() {
            true => cell(compared, 1.0, 2, is_first),
            false => share_cell(compared, is_first),
        };
        write!(text, " {} |", compared.map(cell).unwrap_or_default())
    })
}

fn share_cell(compared: &Compared, is_first: bool) -> String {
    cell(compared, 100.0, 1, is_first)
}

fn cell(compared: &Compared, scale: f64, decimals: usize, is_first: bool) -> String {
    let value = format!("{:.decimals$}", scale * compared.value);
    if is_first { value } else { format!("{value}, {}", compared.difference_text(scale, decimals)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(value: f64, difference: f64, reach: f64) -> Compared {
        Compared { value, spread: 0.01, n: 100, difference, interval: [difference - reach, difference + reach] }
    }

    fn outcome(change: &str, age: Compared, heat: Compared) -> AugmentationOutcome {
        let figures = BTreeMap::from([("utkface".to_owned(), BTreeMap::from([(Figure::AgeError, age)]))]);
        AugmentationOutcome {
            change: change.to_owned(),
            unchanged: figures.clone(),
            changed: (change != NOTHING).then_some(figures),
            by_all: None,
            heat_in_oval: PerAttribute::from_fn(|_| heat.clone()),
        }
    }

    #[test]
    fn a_change_is_compared_with_nothing_on_faces_as_they_are_on_changed_ones_and_in_heat_maps() {
        let outcomes = vec![
            outcome(NOTHING, compared(6.0, 0.0, 0.0), compared(0.5, 0.0, 0.0)),
            outcome("hand", compared(6.2, 0.2, 0.3), compared(0.6, 0.1, 0.05)),
        ];
        let text = augmentations_text(&Augmentations {
            seeds: 3,
            steps: 10,
            batch: 16,
            learned_from: 100,
            share: 0.5,
            outcomes,
        });
        assert!(text.contains("Differences that exclude 0: 3 of 5;"), "{text}");
        assert!(text.contains("- hand: more heat on the face (age, gender, race).\n"), "{text}");
        assert!(text.contains("| nothing | 6.00 | 50.0 | 50.0 | 50.0 |"), "{text}");
        let heat = "60.0, **+10.0** (+5.0 to +15.0)";
        let row = format!("| hand | 6.20, +0.20 (-0.10 to +0.50) | {heat} | {heat} | {heat} |");
        assert!(text.contains(&row), "{text}");
        assert!(text.contains("| hand | it | 6.20, +0.20 (-0.10 to +0.50) |"), "{text}");
    }
}
