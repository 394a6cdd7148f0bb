//! `visage predict`: prints the estimates for every face in the given pictures, as text or as JSON. The
//! browser tests compare the page with its output.

use crate::{models, picture};
use anyhow::{Context, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use visage::analysis::AnalyzedFace;
use visage::attributes::Attribute;
use visage::checksum::sha256;
use visage::estimates::{AGE_INTERVAL, Doubt, Estimates, LEAST_AGE_OF_GENDER};
use visage::geometry::Rectangle;
use visage::learning::{Answer, Heads, Learned, NewAttribute};

/// Which pictures to read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// JPEG, PNG, WebP or TIFF files.
    #[arg(required = true)]
    images: Vec<PathBuf>,
    /// Print one JSON array a picture.
    #[arg(long)]
    json: bool,
    /// What `visage teach`, or the page, has learned: read as well.
    #[arg(long)]
    heads: Option<PathBuf>,
    /// Read each picture as the page reads a frame of a video: one look at the whole of it, each face once. Else it is searched for as
    /// long as that takes, and the estimates are the mean over each face and its mirror image.
    #[arg(long)]
    frame: bool,
    /// Weights to use instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Weights of a second network, which errs in other ways: the estimates are the mean of both, and take four times as long.
    #[arg(long, conflicts_with = "frame")]
    second_opinion: Option<PathBuf>,
}

/// A face as `--json` prints it.
#[derive(Serialize)]
struct Face {
    #[serde(rename = "box")]
    bounding_box: Rectangle,
    score: f32,
    age: Age,
    gender: Gender,
    race: Race,
    /// Reasons not to believe the estimates.
    doubts: Vec<Doubt>,
    /// Answers for the attributes that were taught.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    taught: Vec<Taught>,
}

/// One taught attribute of a face.
#[derive(Serialize)]
struct Taught {
    name: String,
    label: String,
    probabilities: Vec<f32>,
    /// Whether the face is unlike all that was shown.
    unlike: bool,
}

#[derive(Serialize)]
struct Age {
    years: f32,
    distribution: Vec<f32>,
}

#[derive(Serialize)]
struct Gender {
    label: &'static str,
    probability: f32,
}

#[derive(Serialize)]
struct Race {
    label: &'static str,
    probabilities: [f32; 5],
}

impl Taught {
    /// All that was `learned`, of a face.
    fn of(face: &AnalyzedFace, learned: Option<&Learned>) -> Vec<Self> {
        let Some(learned) = learned else { return Vec::new() };
        let features = learned.place.of(&face.reading.features);
        let unlike = learned.is_unlike(features);
        let answers = learned.task.attributes.iter().zip(learned.read(features));
        let taught = |(attribute, answer): (&NewAttribute, Answer)| Self {
            name: attribute.name.clone(),
            label: attribute.classes.get(answer.class(attribute.category)).cloned().unwrap_or_default(),
            probabilities: answer.probabilities,
            unlike,
        };
        answers.map(taught).collect()
    }
}

impl Face {
    fn new(face: &AnalyzedFace, learned: Option<&Learned>) -> Self {
        let estimates = &face.reading.estimates;
        let (gender, probability) = estimates.likeliest_gender();
        Self {
            bounding_box: face.detection.bounding_box,
            score: face.detection.score,
            age: Age { years: estimates.age.years(), distribution: estimates.age.distribution.clone() },
            gender: Gender { label: gender.label(), probability },
            race: Race { label: estimates.likeliest_race().0.label(), probabilities: estimates.race },
            doubts: face.doubts.clone(),
            taught: Taught::of(face, learned),
        }
    }
}

/// Prints what the network says about each face of each picture.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let weights = models::weights(arguments.weights.as_deref())?;
    let mut analyzer = models::analyzer(arguments.weights.as_deref())?;
    analyzer.set_second_opinion(models::second_opinion(arguments.second_opinion.as_deref())?);
    let learned = arguments.heads.map(|file| heads(&file, &weights)).transpose()?;
    for path in &arguments.images {
        let frame = picture::read(path)?;
        let analysis = pollster::block_on(async {
            if arguments.frame {
                analyzer.analyze(&frame, None).await
            } else {
                analyzer.analyze_still(&frame, None).await
            }
        })?;
        if arguments.json {
            let faces: Vec<Face> = analysis.faces.iter().map(|face| Face::new(face, learned.as_ref())).collect();
            println!("{}", serde_json::to_string(&faces)?);
            continue;
        }
        println!("{}: {}", path.display(), count(analysis.faces.len()));
        for face in &analysis.faces {
            println!("  {}{}", describe(face), describe_taught(&Taught::of(face, learned.as_ref())));
        }
    }
    Ok(())
}

/// What was learned on these weights, from a file.
fn heads(file: &Path, weights: &[u8]) -> Result<Learned> {
    let name = file.display();
    let text = std::fs::read(file).with_context(|| format!("cannot read {name}"))?;
    let heads: Heads =
        serde_json::from_slice(&text).with_context(|| format!("{name} is no file of learned attributes"))?;
    heads.for_network(&sha256(weights)).with_context(|| format!("{name} cannot be used"))
}

fn describe_taught(taught: &[Taught]) -> String {
    let of_one = |it: &Taught| {
        let share = it.probabilities.iter().copied().fold(0.0, f32::max);
        let unlike = if it.unlike { ", unlike what was shown" } else { "" };
        format!("; {} {} ({:.0} %{unlike})", it.name, it.label, 100.0 * share)
    };
    taught.iter().map(of_one).collect()
}

fn count(faces: usize) -> String {
    match faces {
        0 => "no face found".to_owned(),
        1 => "1 face".to_owned(),
        _ => format!("{faces} faces"),
    }
}

fn describe(face: &AnalyzedFace) -> String {
    let estimates = &face.reading.estimates;
    let (first, last) = estimates.age.interval(AGE_INTERVAL);
    let (race, race_probability) = estimates.likeliest_race();
    format!(
        "estimated age {:.0} ({first} to {last}), {}, race as labelled in the data sets {} ({:.0} %)",
        estimates.age.years(),
        gender(estimates),
        race.label(),
        100.0 * race_probability,
    ) + &reasons(&face.doubts)
}

fn gender(estimates: &Estimates) -> String {
    if !estimates.tells(Attribute::Gender) {
        return format!("gender not told below {LEAST_AGE_OF_GENDER} years");
    }
    let (gender, probability) = estimates.likeliest_gender();
    format!("gender {} ({:.0} %)", gender.label(), 100.0 * probability)
}

fn reasons(doubts: &[Doubt]) -> String {
    let reasons: Vec<&str> = doubts.iter().map(|doubt| doubt.reason()).collect();
    if reasons.is_empty() { String::new() } else { format!("; low confidence: {}", reasons.join(", ")) }
}
