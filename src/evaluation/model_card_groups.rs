//! The model card's sections about ages, groups of the same ages, confidence by group, and labels that contradict each other.

use super::ages::AgeErrors;
use super::figure::Figure;
use super::group::GroupFigures;
use super::markdown::{cell, percent, set_title};
use super::report::GroupConfidence;
use super::standardised::AgesCompared;
use super::twins::{TwinsFigures, wrong_labels};
use crate::attributes::AGE_GROUPS;
use std::collections::BTreeMap;
use std::fmt::{Result, Write};

/// Share of 95 % intervals that miss what they are of.
const CHANCE: f64 = 0.05;

/// The errors of exact ages, with their direction.
pub(super) fn write_age_errors(errors: &AgeErrors, text: &mut String) -> Result {
    let years = |value: f64| format!("{value:.2}");
    let adults = errors.adults.map_or_else(|| "–".to_owned(), |adults| Figure::AgeError.text(&adults));
    writeln!(
        text,
        "Root mean squared error {} years; mean of the age groups' errors {}; ages 21 to 60 alone {}; mean signed error {:+.2} ({:+.2} to \
         {:+.2}).\n",
        years(errors.rmse),
        years(errors.macro_error),
        adults,
        errors.signed.value,
        errors.signed.interval[0],
        errors.signed.interval[1],
    )?;
    writeln!(
        text,
        "| labelled age | n | error, years | signed | inside the interval shown |\n| --- | ---: | ---: | ---: | ---: |"
    )?;
    for group in &errors.groups {
        let Some((first, last)) = AGE_GROUPS.get(group.age_group) else { continue };
        let [low, high] = group.signed.interval;
        writeln!(
            text,
            "| {first}–{last} | {} | {} | {:+.1} ({low:+.1} to {high:+.1}) | {} |",
            group.error.n,
            Figure::AgeError.text(&group.error),
            group.signed.value,
            group.coverage.share_text(),
        )?;
    }
    writeln!(text)
}

/// Groups as if they were of the same ages.
pub(super) fn write_standardised(groups: &[GroupFigures], ages: &[AgesCompared], text: &mut String) -> Result {
    if groups.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "The same groups as if all were of the set's ages (direct standardisation, over the age groups in which each of them has five faces; faces of other ages are left out):\n"
    )?;
    let has = |figure: &Figure| groups.iter().any(|it| it.figures.contains_key(figure));
    let figures: Vec<Figure> = Figure::ALL.into_iter().filter(has).collect();
    let titles: Vec<&str> = figures.iter().map(|figure| figure.title()).collect();
    writeln!(text, "| labelled | n | {} |\n| --- | ---: |{}", titles.join(" | "), " ---: |".repeat(titles.len()))?;
    for GroupFigures { group, n, figures: measured } in groups {
        let cells = figures.iter().map(|&figure| cell(figure, measured.get(&figure)));
        writeln!(text, "| {group} | {n} | {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    let named = |it: &AgesCompared| {
        let named = it.age_groups.iter().filter_map(|group| AGE_GROUPS.get(*group));
        let named = named.map(|(first, last)| format!("{first}–{last}")).collect::<Vec<_>>().join(", ");
        format!("{named} ({} of the faces)", percent(it.share))
    };
    writeln!(text, "\nAges compared: {}.\n", ages.iter().map(named).collect::<Vec<_>>().join("; "))
}

/// The groups of which more is said than holds, or less.
pub(super) fn write_confidence(groups: &[GroupConfidence], text: &mut String) -> Result {
    let off = groups.iter().flat_map(|GroupConfidence { group, gender, race }| {
        [("gender", gender), ("race", race)].into_iter().filter(|(_, it)| it.is_off()).map(move |(name, it)| {
            format!("{name} of {group}: says {}, is right in {}", percent(it.said), it.right.share_text())
        })
    });
    let off: Vec<String> = off.collect();
    let compared = 2 * groups.len();
    if off.is_empty() {
        return writeln!(
            text,
            "In none of {compared} comparisons by race, gender and age group does the mean confidence lie outside of the interval.\n"
        );
    }
    writeln!(
        text,
        "Of {compared} comparisons of mean confidence and share right, by race, gender and age group, the confidence of {} lies outside of the interval, \
         as that of about {:.0} would by chance: {}.\n",
        off.len(),
        CHANCE * compared as f64,
        off.join("; ")
    )
}

/// What the sets' twins tell of their labels, and of the figures.
pub(super) fn write_twins(sets: &BTreeMap<String, TwinsFigures>, text: &mut String) -> Result {
    writeln!(
        text,
        "### Pictures that are there twice\n\n`visage twins` finds pairs of nearly the same picture (`assets/twins.csv`), scaled, cut or compressed otherwise. Where \
         their labels differ at least one is wrong, which bounds what can be measured: no network reads better than the labels are. Labels of \
         a pair may have been copied, so that more may be wrong than is counted here.\n"
    )?;
    writeln!(
        text,
        "| | pairs | genders differ | races differ | ages differ by, years |\n| --- | ---: | ---: | ---: | ---: |"
    )?;
    for (set, twins) in sets {
        let years = twins.years_apart.map_or_else(|| "–".to_owned(), |years| Figure::AgeError.text(&years));
        let (gender, race) = (twins.gender_differs.share_text(), twins.race_differs.share_text());
        writeln!(text, "| {} | {} | {gender} | {race} | {years} |", set_title(set), twins.pairs)?;
    }
    writeln!(text)?;
    for (set, twins) in sets {
        let [gender, race] = [twins.gender_differs, twins.race_differs].map(|it| {
            let [low, high] = it.interval.map(|differs| percent(1.0 - wrong_labels(differs)));
            format!("{} ({high} to {low})", percent(1.0 - wrong_labels(it.value)))
        });
        let others =
            twins.figures_of_others.iter().map(|(figure, it)| format!("{} {}", figure.title(), figure.text(it)));
        writeln!(
            text,
            "{}: two independent labels that differ so often are each right in {gender} (gender) and {race} (race) of cases. {} validation images \
             have a twin among the images that were trained on; without them: {}. Crops that are made anew leave those twins out of training.\n",
            set_title(set),
            twins.trained_on,
            others.collect::<Vec<_>>().join(", "),
        )?;
    }
    Ok(())
}
