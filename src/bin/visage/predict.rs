use crate::{models, picture};
use anyhow::Result;
use serde::Serialize;
use std::path::PathBuf;
use visage::analysis::AnalyzedFace;
use visage::estimates::{AGE_INTERVAL, Doubt};
use visage::geometry::Rectangle;

/// Which pictures to read.
#[derive(clap::Args)]
pub struct Arguments {
    /// JPEG, PNG or WebP files.
    #[arg(required = true)]
    images: Vec<PathBuf>,
    /// Print one JSON array a picture.
    #[arg(long)]
    json: bool,
    /// Weights to use instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
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
    /// Why this should not be believed.
    doubts: Vec<Doubt>,
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

impl From<&AnalyzedFace> for Face {
    fn from(face: &AnalyzedFace) -> Self {
        let estimates = &face.reading.estimates;
        let (gender, probability) = estimates.likeliest_gender();
        Self {
            bounding_box: face.detection.bounding_box,
            score: face.detection.score,
            age: Age { years: estimates.age.years(), distribution: estimates.age.distribution.clone() },
            gender: Gender { label: gender.label(), probability },
            race: Race { label: estimates.likeliest_race().0.label(), probabilities: estimates.race },
            doubts: face.doubts.clone(),
        }
    }
}

/// Prints what the network says about each face of each picture.
pub fn run(arguments: Arguments) -> Result<()> {
    let analyzer = models::analyzer(arguments.weights.as_deref())?;
    for path in &arguments.images {
        let frame = picture::read(path)?;
        let analysis = pollster::block_on(analyzer.analyze_still(&frame, None))?;
        if arguments.json {
            let faces: Vec<Face> = analysis.faces.iter().map(Face::from).collect();
            println!("{}", serde_json::to_string(&faces)?);
            continue;
        }
        println!("{}: {}", path.display(), count(analysis.faces.len()));
        for face in &analysis.faces {
            println!("  {}", describe(face));
        }
    }
    Ok(())
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
    let (gender, gender_probability) = estimates.likeliest_gender();
    let (race, race_probability) = estimates.likeliest_race();
    format!(
        "estimated age {:.0} ({first} to {last}), gender {} ({:.0} %), race as labelled in the data sets {} ({:.0} %)",
        estimates.age.years(),
        gender.label(),
        100.0 * gender_probability,
        race.label(),
        100.0 * race_probability,
    ) + &reasons(&face.doubts)
}

fn reasons(doubts: &[Doubt]) -> String {
    let reasons: Vec<&str> = doubts.iter().map(|doubt| doubt.reason()).collect();
    if reasons.is_empty() { String::new() } else { format!("; low confidence: {}", reasons.join(", ")) }
}
