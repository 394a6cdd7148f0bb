//! The model card as Markdown, in the sections of Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019).

use super::explanations::{ExplanationsReport, LayerFigures};
use super::figure::{Figure, Measured};
use super::group::GroupFigures;
use super::groups::Gap;
use super::markdown::{cell, percent, set_title};
use super::model_card::{ModelCard, ScriptTraining, SecondOpinionFigures};
use super::model_card_groups::{write_age_errors, write_confidence, write_standardised, write_twins};
use super::report::{IntervalFigures, Report};
use super::unusual_report::{Marked, UnusualReport};
use crate::attributes::Race;
use crate::network::{Layer, SECOND_SIDE};
use crate::training::TrainingConfig;
use std::collections::BTreeMap;
use std::fmt::Write;

const INTENDED_USE: &str = "\
To show people what a face-attribute network sees and how it is wrong: on a web page, offline, in front of a class. Every \
figure that it gives is an estimate of how a face looks to a network, not a fact about a person.";

const OUT_OF_SCOPE: &str = "\
Any decision about a person: access, age checks, hiring, policing, pricing, advertising, medicine. Identifying or \
following anyone. Counting visitors by race or gender. Faces that are drawn, masked or made up. Commercial use, which \
UTKFace's terms exclude.";

const FACTORS: &str = "\
Race, gender and age group *as labelled in the data sets*. Race has five classes there, given by annotators who saw a \
picture; FairFace's seven are mapped to them (East and Southeast Asian to Asian, Latino or Hispanic and Middle Eastern to \
Others). Gender has two. Neither says how a person sees themself. UTKFace's ages are partly estimates themselves.";

const CAVEATS: &str = "\
- The validation images come from the same sets as the training images. On other cameras, lights and people expect more \
errors.\n\
- The pictures are from the internet, often of the same public persons; one person may be on both sides of the split.\n\
- The temperatures were chosen on the validation images, and the recipe by looking at them, so the figures \
flatter a little. Images kept elsewhere are the better judge.\n\
- Faces that the detector misses are measured on the middle of their image. In an application they would not be shown at all.\n\
- Intervals are of the images, not of the training: another seed would give other weights.";

/// The card as a document.
pub fn model_card_text(card: &ModelCard) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_card(card, &mut text);
    text
}

/// What a training had from a teacher, for the end of a sentence.
fn lessons(training: &TrainingConfig) -> String {
    let imitation = (training.imitation > 0.0).then(|| ", imitating a teacher".to_owned());
    let teachers = if training.large_teachers { " of two larger networks" } else { "" };
    let soft = (training.soft_share > 0.0)
        .then(|| format!(", {:.0} % of the losses against soft labels{teachers}", 100.0 * training.soft_share));
    let surroundings = (training.surroundings > 0.0)
        .then(|| format!(", other surroundings in {:.0} % of the images", 100.0 * training.surroundings));
    let covers =
        (training.covers > 0.0).then(|| format!(", a part of the face covered in {:.0} %", 100.0 * training.covers));
    let evidence = (training.evidence > 0.0)
        .then(|| format!(", heat outside of the face costing {} of its share", training.evidence));
    let start = (training.start_share > 0.0)
        .then(|| format!(", {:.0} % of the weights that it started from mixed back in", 100.0 * training.start_share));
    [imitation, soft, surroundings, covers, evidence, start].into_iter().flatten().collect()
}

/// The networks of a training by a program in `scripts/gpu`, as the card names them, and how often a teacher's picture was looked at.
const SCRIPT_NETWORKS: [(&str, &str); 4] = [
    ("recogniser", "teacher: HSE-FaceRes, 160 pixels"),
    ("lite2", "teacher: DMTL on EfficientNet-Lite2, 160 pixels"),
    ("teachers", "both teachers, each picture and its mirror image"),
    ("student", "the network that ships, before calibration and rounding"),
];

/// The figures of such a training that the card shows: data set, key, heading, factor.
const SCRIPT_FIGURES: [(&str, &str, &str, f64); 6] = [
    ("utkface", "mae", "UTKFace: error, years", 1.0),
    ("utkface", "gender", "gender, %", 100.0),
    ("utkface", "race", "race, %", 100.0),
    ("fairface", "gender", "FairFace: gender, %", 100.0),
    ("fairface", "race", "race, %", 100.0),
    ("appa-real", "mae", "APPA-REAL: error, years", 1.0),
];

fn write_script_training(training: &ScriptTraining, text: &mut String) -> std::fmt::Result {
    let Some(student) = training.networks.last() else { return Ok(()) };
    let images: usize = training.training_images.values().sum();
    writeln!(
        text,
        "Then trained ({}) by `scripts/gpu/{}` for {} steps of {} faces, seed {}, from {} training images of {} sets.",
        training.device,
        training.program,
        thousands(student.steps),
        training.batch,
        training.seed,
        thousands(images),
        training.training_images.len(),
    )?;
    let views = if training.has_two_views() {
        "Each face was seen twice in a step, as it is and with other surroundings; the teachers see the second picture."
            .to_owned()
    } else {
        let share = 100.0 * training.surroundings;
        format!("{share:.0} % of the faces were put into other surroundings; the teachers see the face as it is.")
    };
    writeln!(
        text,
        "{views} {:.0} % of the losses were against the mean of what two teachers say: what lies around a face is not to matter. The \
         share of the heat maps' heat outside of the face is a loss as well, of weight {}.{}",
        100.0 * training.imitation,
        training.evidence,
        if training.networks.len() > 1 { " The teachers were trained in the same run." } else { "" },
    )?;
    if training.start_share > 0.0 {
        writeln!(
            text,
            "{:.0} % of the weights that shipped before are mixed back into those that came out (Wortsman et al., \"Robust \
             fine-tuning of zero-shot models\", CVPR 2022).",
            100.0 * training.start_share
        )?;
    }
    writeln!(text)?;
    if training.figures.is_empty() {
        return Ok(());
    }
    let headings = SCRIPT_FIGURES.map(|(_, _, heading, _)| heading).join(" | ");
    writeln!(
        text,
        "| validation images, as that program measured | {headings} |\n| --- |{}",
        " ---: |".repeat(SCRIPT_FIGURES.len())
    )?;
    for (name, title) in SCRIPT_NETWORKS {
        let Some(figures) = training.figures.get(name) else { continue };
        let cells = SCRIPT_FIGURES.map(|(set, key, _, factor)| {
            let value = figures.get(set).and_then(|set| set.get(key)).and_then(serde_json::Value::as_f64);
            value.map_or_else(|| "–".to_owned(), |value| format!("{:.2}", factor * value))
        });
        writeln!(text, "| {title} | {} |", cells.join(" | "))?;
    }
    writeln!(text)
}

fn write_card(card: &ModelCard, text: &mut String) -> std::fmt::Result {
    writeln!(text, "# Model card\n")?;
    writeln!(text, "Written by `{}` on {}; do not edit.\n", card.command, card.date)?;
    writeln!(text, "## Model details\n")?;
    writeln!(
        text,
        "DMTL (arXiv 2403.00561) on the first stages of EfficientNet-Lite0: one trunk of MBConv blocks, a branch for age \
         and one for gender and race, a head for each. {} parameters, {:.0} million multiply-adds for a face of 112 × 112 \
         pixels. `assets/dmtl.bpk`, SHA-256 `{}`.\n",
        thousands(card.parameters),
        card.multiply_adds as f64 / 1e6,
        card.weights_sha256,
    )?;
    for training in &card.training {
        writeln!(
            text,
            "Trained for {} steps of {} faces, seed {}, with losses weighted by {}, highest learning rate {}, {:.0} % of the \
             faces from UTKFace{}.\n",
            thousands(training.steps),
            training.batch,
            training.seed,
            if training.task_weights.is_some() { "fixed weights" } else { "learned homoscedastic uncertainty" },
            training.learning_rate,
            100.0 * training.utkface_share,
            lessons(training),
        )?;
    }
    if let Some(training) = &card.script_training {
        write_script_training(training, text)?;
    }
    writeln!(
        text,
        "All settings are in `assets/model-card.json`, losses and learned weights over the steps of the longest training in `assets/training.csv`.\n"
    )?;
    writeln!(text, "## Intended use\n\n{INTENDED_USE}\n")?;
    writeln!(text, "## Out of scope\n\n{OUT_OF_SCOPE}\n")?;
    writeln!(text, "## Factors\n\n{FACTORS}\n")?;
    writeln!(text, "## Data and terms\n")?;
    for line in &card.data {
        writeln!(text, "- {line}")?;
    }
    writeln!(text, "\n{}\n", card.split)?;
    writeln!(text, "| | training images | validation images |\n| --- | ---: | ---: |")?;
    for (name, report) in &card.figures {
        let trained = card.training_images.get(name).copied().unwrap_or_default();
        writeln!(text, "| {} | {} | {} |", set_title(name), thousands(trained), thousands(report.n))?;
    }
    writeln!(text, "\n## Metrics\n")?;
    writeln!(
        text,
        "Through the whole pipeline (detector, alignment, network), with 95 % intervals: of errors by bootstrap with 1,000 resamples, of shares Wilson's, of errors of groups of the same ages the normal one. Age is \
         the expectation of the distribution over years; *age within 5 years* is CS@5; *age group* are FairFace's nine, and \
         *one-off* counts the groups beside the labelled one as right. Groups under 10 faces are not listed, and those under 30 not compared. A gap is the difference between the worst and the best group, with an interval that is too narrow for having been chosen so; where it holds zero the gap may be chance.\n",
    )?;
    writeln!(text, "## Results\n")?;
    write_results(&card.figures, text)?;
    if let Some(second) = &card.second_opinion {
        write_second_opinion(card, second, text)?;
    }
    for (name, report) in &card.figures {
        writeln!(text, "### {}: for whom it is wrong\n", set_title(name))?;
        write_groups(&report.groups, text)?;
        write_standardised(&report.standardised, &report.ages_compared, text)?;
        if let Some(errors) = &report.age_errors {
            write_age_errors(errors, text)?;
        }
        writeln!(
            text,
            "The largest gaps between groups; by race and by gender, but not by both, as if of the same ages:\n"
        )?;
        write_gaps(&report.gaps, text)?;
        writeln!(text, "The largest gaps in how often a class is recognised (equal opportunity):\n")?;
        write_gaps(&report.equal_opportunity, text)?;
        writeln!(text, "Race, labelled (rows) and estimated (columns):\n")?;
        write_confusion(&report.race.confusion, text)?;
        write_confidence(&report.confidence, text)?;
    }
    if !card.twins.is_empty() {
        write_twins(&card.twins, text)?;
    }
    writeln!(text, "## Doubt and calibration\n")?;
    write_calibration(card, text)?;
    write_doubt(&card.figures, text)?;
    if let Some(report) = &card.unusual {
        write_unusual(report, text)?;
    }
    if !card.explanations.is_empty() {
        write_explanations(&card.explanations, text)?;
    }
    writeln!(text, "## Caveats\n\n{CAVEATS}")
}

/// How often ordinary faces and outliers are doubted.
fn write_unusual(report: &UnusualReport, text: &mut String) -> std::fmt::Result {
    writeln!(
        text,
        "\n### Ordinary and unusual faces\n\nValidation faces as they are, and made into outliers by drawing in their pictures, through detector, alignment and network (`{}`). Those that the detector does not find are not counted: they are not shown. A doubt comes from the way a face was found, from its crop, or from the network's features, by a linear probe that was fitted to other faces.\n",
        report.command
    )?;
    writeln!(text, "| set | ordinary faces | n | doubted | by the features |\n| --- | --- | ---: | ---: | ---: |")?;
    for (set, groups) in &report.ordinary {
        for group in groups {
            let name = if group.name.is_empty() { "all" } else { &group.name };
            let (share, by_features) = (percent(group.share()), percent(group.share_by_features()));
            writeln!(text, "| {} | {name} | {} | {share} | {by_features} |", set_title(set), group.n)?;
        }
    }
    writeln!(
        text,
        "\n| made of them | fitted to its kind | n | doubted | by the features |\n| --- | --- | ---: | ---: | ---: |"
    )?;
    for kind in &report.outliers {
        let is_fitted = report.fitted.get(&kind.name).copied().unwrap_or_default();
        let (share, by_features) = (percent(kind.share()), percent(kind.share_by_features()));
        let fitted = if is_fitted { "yes" } else { "no" };
        writeln!(text, "| {} | {fitted} | {} | {share} | {by_features} |", kind.name, kind.n)?;
    }
    let [n, marked] = [|kind: &Marked| kind.n, |kind: &Marked| kind.marked]
        .map(|count| report.outliers.iter().map(count).sum::<usize>());
    writeln!(text, "| all | | {n} | {} | |\n", percent(marked as f64 / n.max(1) as f64))
}

/// Where heat maps lie, and how far they can be trusted.
fn write_explanations(reports: &BTreeMap<String, ExplanationsReport>, text: &mut String) -> std::fmt::Result {
    let (in_oval, at_border) = ExplanationsReport::by_chance();
    writeln!(
        text,
        "\n## Heat maps\n\nGrad-CAM on validation faces in which the detector finds a face (`visage explanations --subset validation`). *In the oval* is the share of the heat inside of the face without hair, ears and neck, which is {} of the crop; *at the border* lies within 12 of its 112 pixels from the edge, {} of it. *Hidden* is how much of the estimate is lost (of the probability of the likeliest class, or of the years within 5 of the estimated age) once a fifth of the pixels is blurred: the hottest, some by chance, and those in the middle of the face; where the first is the most, the map shows where the estimate comes from. *Random weights* is the rank correlation with the map of a network that has learned nothing (Adebayo et al., NeurIPS 2018): the nearer to zero, the better.\n",
        percent(in_oval),
        percent(at_border),
    )?;
    writeln!(
        text,
        "| set | n | at the trunk's end | in the oval | at the border | hidden: hottest | by chance | middle | random weights |\n| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )?;
    let of_attributes = |report: &ExplanationsReport| {
        [("age", report.age.clone()), ("gender", report.gender.clone()), ("race", report.race.clone())]
    };
    for (set, report) in reports {
        for (attribute, layers) in of_attributes(report) {
            let Some(figures) = layers.get(&report.default_stage) else { continue };
            let LayerFigures { heat_in_oval, heat_at_border, hidden_fifth: hidden, randomised, .. } = figures;
            writeln!(
                text,
                "| {} | {} | {attribute} | {} | {} | {:.3} | {:.3} | {:.3} | {:.2} |",
                set_title(set),
                report.n,
                heat_in_oval.share_text(),
                heat_at_border.share_text(),
                hidden.hottest.value,
                hidden.random.value,
                hidden.centre_first.value,
                randomised.value,
            )?;
        }
    }
    writeln!(text, "\nThe share in the oval at each stage of the trunk:\n")?;
    let stages = Layer::ALL.map(Layer::name);
    writeln!(text, "| set | attribute | {} |\n| --- | --- |{}", stages.join(" | "), " ---: |".repeat(stages.len()))?;
    for (set, report) in reports {
        for (attribute, layers) in of_attributes(report) {
            let cells =
                stages.map(|stage| layers.get(stage).map_or("–".to_owned(), |it| percent(it.heat_in_oval.value)));
            writeln!(text, "| {} | {attribute} | {} |", set_title(set), cells.join(" | "))?;
        }
    }
    writeln!(text, "\nDeletion and insertion curves of all stages: `assets/model-card.json`.\n")
}

fn write_results(figures: &BTreeMap<String, Report>, text: &mut String) -> std::fmt::Result {
    let names: Vec<&str> = figures.keys().map(|name| set_title(name)).collect();
    writeln!(text, "| | {} |\n| --- |{}", names.join(" | "), " ---: |".repeat(names.len()))?;
    for figure in Figure::ALL {
        let cells = figures.values().map(|report| cell(figure, report.figures.get(&figure)));
        writeln!(text, "| {} | {} |", figure.title(), cells.collect::<Vec<_>>().join(" | "))?;
    }
    let missed = figures.values().map(|report| report.faces_not_found.to_string());
    writeln!(text, "| faces not found | {} |\n", missed.collect::<Vec<_>>().join(" | "))
}

/// What a second network adds.
fn write_second_opinion(card: &ModelCard, second: &SecondOpinionFigures, text: &mut String) -> std::fmt::Result {
    writeln!(text, "### With a second opinion\n")?;
    writeln!(
        text,
        "Where a visitor wants it, a second network is asked about photos as well, and the estimates are the mean of both. It is \
         the teacher that was first trained to recognise persons (HSE-FaceRes, a MobileNet), and sees the same crop enlarged to \
         {SECOND_SIDE} pixels. It takes {:.1} MB. Its heads' temperatures were chosen for the mean on these images, one number for each \
         attribute; its share of one half was not tuned. Figures of the same images, before the arrow of the network alone, by `visage \
         evaluate --second-opinion assets/second-opinion.bpk --subset validation --into-card`.\n",
        second.bytes as f64 / 1e6,
    )?;
    let names: Vec<&str> = second.figures.keys().map(|name| set_title(name)).collect();
    writeln!(text, "| | {} |\n| --- |{}", names.join(" | "), " ---: |".repeat(names.len()))?;
    for figure in Figure::ALL {
        let cells = second.figures.iter().map(|(name, figures)| {
            let alone = card.figures.get(name).and_then(|report| report.figures.get(&figure));
            match figures.get(&figure) {
                Some(both) => format!("{} → {}", cell(figure, alone), cell(figure, Some(both))),
                None => cell(figure, None),
            }
        });
        writeln!(text, "| {} | {} |", figure.title(), cells.collect::<Vec<_>>().join(" | "))?;
    }
    for (name, both) in &second.age_intervals {
        let said = |interval: &IntervalFigures| {
            format!("{} of the ages and is {:.1} years wide", percent(interval.coverage.value), interval.width)
        };
        let alone = card.figures.get(name).and_then(|report| report.age.interval.as_ref()).map(said);
        writeln!(
            text,
            "\nOn {}, the interval of {} holds {} with both; with the network alone {}.",
            set_title(name),
            percent(both.nominal),
            said(both),
            alone.unwrap_or_default()
        )?;
    }
    writeln!(text)
}

/// The groups by one label; the others are in the JSON file.
fn write_groups(groups: &[GroupFigures], text: &mut String) -> std::fmt::Result {
    let of_one_label = |group: &&GroupFigures| group.group.dimensions().into_iter().filter(|&fixed| fixed).count() == 1;
    let has = |figure: &Figure| groups.iter().any(|group| group.figures.contains_key(figure));
    let figures: Vec<Figure> = Figure::ALL.into_iter().filter(has).collect();
    let titles: Vec<&str> = figures.iter().map(|figure| figure.title()).collect();
    writeln!(text, "| labelled | n | {} |\n| --- | ---: |{}", titles.join(" | "), " ---: |".repeat(titles.len()))?;
    for group in groups.iter().filter(of_one_label) {
        let cells = figures.iter().map(|&figure| cell(figure, group.figures.get(&figure)));
        writeln!(text, "| {} | {} | {} |", group.group, group.n, cells.collect::<Vec<_>>().join(" | "))?;
    }
    writeln!(text, "\nBy race and gender, and by race, gender and age group: `assets/model-card.json`.\n")
}

fn write_gaps(gaps: &[Gap], text: &mut String) -> std::fmt::Result {
    writeln!(text, "| what | between | gap | worst | best |\n| --- | --- | ---: | --- | --- |")?;
    for gap in gaps {
        let is_error = gap.what == Figure::AgeError.title();
        let show = |value: f64| if is_error { format!("{value:.1}") } else { percent(value) };
        writeln!(
            text,
            "| {} | {} | {} | {} ({}, n {}) | {} ({}, n {}) |",
            gap.what,
            gap.between,
            difference(gap, is_error),
            gap.worst,
            show(gap.worst_figure.value),
            gap.worst_figure.n,
            gap.best,
            show(gap.best_figure.value),
            gap.best_figure.n,
        )?;
    }
    writeln!(text)
}

/// A gap with its interval.
fn difference(gap: &Gap, is_error: bool) -> String {
    let (scale, unit) = if is_error { (1.0, "") } else { (100.0, " points") };
    let [low, high] = gap.interval;
    format!("{:.1}{unit} ({:.1} to {:.1})", scale * gap.difference, scale * low, scale * high)
}

fn write_confusion(confusion: &[Vec<usize>], text: &mut String) -> std::fmt::Result {
    let names: Vec<&str> = Race::ALL.iter().map(|race| race.label()).collect();
    writeln!(text, "| | {} |\n| --- |{}", names.join(" | "), " ---: |".repeat(names.len()))?;
    for (name, row) in names.iter().zip(confusion) {
        let counts: Vec<String> = row.iter().map(ToString::to_string).collect();
        writeln!(text, "| {name} | {} |", counts.join(" | "))?;
    }
    writeln!(text)
}

fn write_calibration(card: &ModelCard, text: &mut String) -> std::fmt::Result {
    let calibration = &card.calibration;
    let temperatures = calibration.temperatures.iter();
    let temperatures = temperatures.map(|(attribute, temperature)| format!("{} {temperature:.2}", attribute.name()));
    writeln!(
        text,
        "The logits are divided by a temperature each ({}), chosen on the {} \
         validation faces of both sets; the figures below are cross-fitted, that is by temperatures from the other half of \
         the faces. The division is part of the shipped weights.\n",
        temperatures.collect::<Vec<_>>().join(", "),
        thousands(calibration.n),
    )?;
    writeln!(text, "| | before | after |\n| --- | ---: | ---: |")?;
    let coverage = &calibration.age_coverage;
    let share = |measured: &Measured| cell(Figure::AgeWithinFive, Some(measured));
    writeln!(
        text,
        "| labelled ages inside the 80 % interval | {} | {} |",
        share(&coverage.before),
        share(&coverage.after)
    )?;
    for (name, figures) in [("gender", &calibration.gender), ("race", &calibration.race)] {
        let (before, after) = (&figures.before, &figures.after);
        writeln!(
            text,
            "| expected calibration error, {name} | {} | {} |",
            percent(before.expected_calibration_error),
            percent(after.expected_calibration_error)
        )?;
    }
    writeln!(text)
}

fn write_doubt(figures: &BTreeMap<String, Report>, text: &mut String) -> std::fmt::Result {
    writeln!(
        text,
        "Faces with a visible reason for doubt are marked \"low confidence\". Their figures against the others':\n"
    )?;
    let shown = [Figure::AgeError, Figure::AgeGroup, Figure::Gender, Figure::Race];
    let titles: Vec<&str> = shown.iter().map(|figure| figure.title()).collect();
    writeln!(
        text,
        "| set | faces | n | {} |\n| --- | --- | ---: |{}",
        titles.join(" | "),
        " ---: |".repeat(shown.len())
    )?;
    for (name, report) in figures {
        let doubt = &report.doubt;
        let all = [("no reason".to_owned(), &doubt.none), ("any reason".to_owned(), &doubt.any)];
        let by_reason = doubt.reasons.iter().map(|(reason, figures)| (reason.reason().to_owned(), figures));
        for (reason, figures) in all.into_iter().chain(by_reason) {
            let n = figures.get(&Figure::Gender).map_or(0, |measured| measured.n);
            let cells = shown.iter().map(|&figure| cell(figure, figures.get(&figure)));
            let cells = cells.collect::<Vec<_>>().join(" | ");
            writeln!(text, "| {} | {reason} | {n} | {cells} |", set_title(name))?;
        }
    }
    writeln!(text)
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_easily() {
        assert_eq!(["7", "1,234", "3,053,436"], [7, 1_234, 3_053_436].map(thousands).each_ref().map(String::as_str));
        assert_eq!(cell(Figure::AgeError, None), "–");
    }
}
