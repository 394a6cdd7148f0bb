//! `visage experiment-report`: renders stored outcomes, the training record and the model card as Markdown
//! tables and SVG plots. Nothing is measured here.

use anyhow::{Context, Result};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use visage::attributes::Attribute;
use visage::evaluation::plots::{Axes, Series, cumulative_score, front, intervals, lines, reliability};
use visage::evaluation::{
    Augmentations, Experiment, Figure, GroupFigures, ModelCard, NetworkComparison, Outcome, WeightCurve,
    augmentations_text, experiment_text, network_comparison_text,
};
use visage::training::StepRecord;

/// Where the outcomes lie.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder with the outcomes that `visage experiment` wrote; tables and plots are written there too.
    #[arg(long, default_value = "assets/experiments")]
    out: PathBuf,
    /// Folder with the trainings of the experiments.
    #[arg(long, default_value = "cache/experiments")]
    trainings: PathBuf,
    /// The record of the shipped weights' training.
    #[arg(long, default_value = "assets/training.csv")]
    training: PathBuf,
    /// The shipped weights' card.
    #[arg(long, default_value = "assets/model-card.json")]
    card: PathBuf,
}

/// Writes tables (`README.md`) and plots of the experiments and of the shipped weights.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { out, trainings, training, card } = arguments;
    let mut text = "# Experiments\n\nWritten by `visage experiment-report` from the outcomes of `visage experiment`; do not edit. \
        Trainings differ from the baseline in one thing. There was one of each, half an epoch long, with an older loss: what \
        differs here is mostly how fast a network learns.\n\n"
        .to_owned();
    for experiment in Experiment::value_variants() {
        let file = out.join(format!("{}.json", experiment.name()));
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let outcomes: Vec<Outcome> = serde_json::from_slice(&bytes)?;
        text += &experiment_text(*experiment, &outcomes);
        if *experiment == Experiment::Sizes {
            sizes(&out, &outcomes)?;
            text += "![error by cost](sizes.svg)\n\n";
        }
    }
    if out.join("networks.json").exists() {
        networks(&out)?;
        text += "The weights of the losses and the shape of the network, with several seeds, more steps and paired differences: \
            [networks.md](networks.md), by `scripts/gpu/compare.py`.\n\n";
    }
    if out.join("augmentations.json").exists() {
        augmentations(&out)?;
        text += "What each change that training makes to pictures does, with several seeds and paired differences: \
            [augmentations.md](augmentations.md), by `scripts/gpu/augment.py`.\n\n";
    }
    if out.join("heads.md").exists() {
        text += "Weights of the losses on heads alone, with several seeds and paired differences: [heads.md](heads.md), by `visage \
            weightings`.\n\n";
    }
    task_weights(&out.join("task-weights.svg"), "Learned task weights: both data sets, as shipped", &training)?;
    let utkface = trainings.join("utkface alone/training.csv");
    let plot = out.join("task-weights-utkface.svg");
    if utkface.exists() || !plot.exists() {
        task_weights(&plot, "Learned task weights: UTKFace alone", &utkface)?;
    } else {
        println!("{} stays, as {} is not here", plot.display(), utkface.display());
    }
    let card: ModelCard =
        serde_json::from_slice(&std::fs::read(&card).with_context(|| format!("cannot read {}", card.display()))?)?;
    shipped(&out, &card)?;
    text += "## Learned task weights\n\n![both sets](task-weights.svg)\n\n![UTKFace alone](task-weights-utkface.svg)\n\n\
        ## The shipped weights\n\n![cumulative score](cumulative-score.svg)\n\n![age error by race](age-error-by-race.svg)\n\n\
        ![race by race](race-by-race.svg)\n\n![reliability of race](reliability.svg)\n";
    std::fs::write(out.join("README.md"), text).context("cannot write the tables")?;
    println!("tables and plots written to {}", out.display());
    Ok(())
}

/// The comparison of whole networks, with plots of the weights that they learned.
fn networks(out: &Path) -> Result<()> {
    let comparison: NetworkComparison = serde_json::from_slice(&std::fs::read(out.join("networks.json"))?)?;
    let mut text =
        "# Which weights, which shape: networks compared\n\nWritten by `visage experiment-report` from `networks.json`, which \
        `scripts/gpu/compare.py` wrote; do not edit.\n\n"
            .to_owned();
    text += &network_comparison_text(&comparison);
    for (way, curve) in &comparison.curves {
        let (data, name) = match way.as_str() {
            "learned" => ("both sets", "networks-weights.svg"),
            _ => ("UTKFace alone", "networks-weights-utkface.svg"),
        };
        learned_weights(&out.join(name), &format!("Learned task weights from the start: {data}"), curve)?;
        text += &format!("\n![learned weights, {data}]({name})\n");
    }
    std::fs::write(out.join("networks.md"), text)?;
    Ok(())
}

/// What each change that training makes to pictures does.
fn augmentations(out: &Path) -> Result<()> {
    let measured: Augmentations = serde_json::from_slice(&std::fs::read(out.join("augmentations.json"))?)?;
    let text = "# What each change to the pictures does\n\nWritten by `visage experiment-report` from `augmentations.json`, which \
        `scripts/gpu/augment.py` wrote; do not edit.\n\n";
    std::fs::write(out.join("augmentations.md"), text.to_owned() + &augmentations_text(&measured))?;
    Ok(())
}

/// Learned weights over the steps, and where they would rest.
fn learned_weights(path: &Path, title: &str, curve: &WeightCurve) -> Result<()> {
    let of = |name: String, values: &[f64]| Series {
        name,
        points: curve.steps.iter().copied().zip(values.iter().copied()).collect(),
    };
    let mut series = Vec::new();
    for attribute in Attribute::ALL {
        series.push(of(attribute.name().to_owned(), &curve.weights[attribute]));
        series.push(of(format!("{}: 1 / (2 · loss)", attribute.name()), &curve.at_rest[attribute]));
    }
    let most = series.iter().flat_map(|series| &series.points).map(|&(_, weight)| weight).fold(0.0, f64::max);
    let last = curve.steps.last().copied().unwrap_or(1.0);
    lines(path, &Axes { title, x: ("step", 0.0..last), y: ("weight", 0.0..1.05 * most) }, &series)
}

/// Age error against cost.
fn sizes(out: &Path, outcomes: &[Outcome]) -> Result<()> {
    let mut points: Vec<(String, f64, f64)> = outcomes
        .iter()
        .filter_map(|outcome| {
            let error = outcome.figures.get("utkface")?.get(&Figure::AgeError)?.value;
            Some((outcome.name.clone(), outcome.multiply_adds as f64 / 1e6, error))
        })
        .collect();
    points.sort_by(|(_, a, _), (_, b, _)| a.total_cmp(b));
    let most = points.iter().map(|(_, cost, _)| *cost).fold(0.0, f64::max);
    let worst = points.iter().map(|(_, _, error)| *error).fold(0.0, f64::max);
    let best = points.iter().map(|(_, _, error)| *error).fold(worst, f64::min);
    let axes = Axes {
        title: "Age error by cost (UTKFace)",
        x: ("million multiply-adds", 0.0..1.2 * most),
        y: ("years", best - 0.3..worst + 0.3),
    };
    front(&out.join("sizes.svg"), &axes, &points)
}

/// The weights `exp(−s)` of the tasks over the steps of a training.
fn task_weights(path: &Path, title: &str, record: &Path) -> Result<()> {
    let mut reader = csv::Reader::from_path(record).with_context(|| format!("cannot read {}", record.display()))?;
    let steps = reader.deserialize().collect::<Result<Vec<StepRecord>, _>>()?;
    let of = |name: &str, log_variance: fn(&StepRecord) -> f32| Series {
        name: name.to_owned(),
        points: steps.iter().map(|step| (step.step as f64, f64::from((-log_variance(step)).exp()))).collect(),
    };
    let series = [
        of("age", |step| step.age_log_variance),
        of("gender", |step| step.gender_log_variance),
        of("race", |step| step.race_log_variance),
    ];
    let most = series.iter().flat_map(|series| &series.points).map(|&(_, weight)| weight).fold(0.0, f64::max);
    let last = steps.last().map_or(1.0, |step| step.step as f64);
    lines(path, &Axes { title, x: ("step", 0.0..last), y: ("weight", 0.0..1.05 * most) }, &series)
}

/// Plots of the shipped weights' figures.
fn shipped(out: &Path, card: &ModelCard) -> Result<()> {
    let utkface = card.figures.get("utkface").context("the card has no figures of UTKFace")?;
    let scores = &utkface.age.cumulative_scores;
    cumulative_score(&out.join("cumulative-score.svg"), "Cumulative score (UTKFace)", "shipped weights", scores)?;
    let by_race = |figure: Figure| {
        let alone = utkface.groups.iter().filter(|group| group.group.dimensions() == [true, false, false]);
        let row = |group: &GroupFigures| {
            let measured = group.figures.get(&figure)?;
            Some((format!("{} (n {})", group.group, group.n), measured.value, measured.interval))
        };
        alone.filter_map(row).collect::<Vec<_>>()
    };
    let errors = by_race(Figure::AgeError);
    intervals(&out.join("age-error-by-race.svg"), "Age error by labelled race (UTKFace)", "years", &errors)?;
    let recognised = by_race(Figure::Race);
    intervals(&out.join("race-by-race.svg"), "Race recognised, by labelled race (UTKFace)", "share", &recognised)?;
    let race = &card.calibration.race;
    let diagrams = [("before", race.before.bins.as_slice()), ("after", race.after.bins.as_slice())];
    let title = "Reliability of race, before and after its temperature";
    reliability(&out.join("reliability.svg"), title, &diagrams)
}
