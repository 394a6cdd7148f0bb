//! `visage teach`: learns new attributes from folders of labelled pictures, on features of the unchanged network,
//! and reports the accuracy on the examples held back.

use crate::{models, picture};
use anyhow::{Context, Result, ensure};
use image::RgbImage;
use image::imageops::flip_horizontal;
use std::collections::BTreeMap;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};
use visage::analysis::{Analyzer, Views};
use visage::attributes::Category;
use visage::checksum::sha256;
use visage::detection::Expected;
use visage::learning::{Epoch, Example, Heads, Learned, NewAttribute, Place, Settings, Task, Training, Weighting};

/// What is learned, and from which pictures.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder with a folder for each attribute, in which each class has a folder of pictures: `glasses/none`, `glasses/glasses`. A
    /// picture may lie in folders of several attributes. Of each the largest face counts.
    #[arg(long)]
    examples: PathBuf,
    /// An attribute whose classes have an order, that of their folders' names. Can be given several times.
    #[arg(long)]
    ordinal: Vec<String>,
    /// Where to write what was learned, for `visage predict --heads`.
    #[arg(long)]
    out: PathBuf,
    /// Where in the network features are taken from.
    #[arg(long, value_enum, default_value_t = From::Trunk)]
    from: From,
    /// Weigh all losses alike, instead of by their learned uncertainty.
    #[arg(long)]
    equal: bool,
    /// Seed of everything random.
    #[arg(long, default_value_t = Settings::default().seed)]
    seed: u64,
}

/// The same as [`Place`], on the command line.
#[derive(Clone, Copy, clap::ValueEnum)]
enum From {
    Trunk,
    Ordinal,
    Nominal,
}

/// Learns, prints how it went and how good it is on the examples held back, and writes what was learned.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let place = match arguments.from {
        From::Trunk => Place::Trunk,
        From::Ordinal => Place::Ordinal,
        From::Nominal => Place::Nominal,
    };
    let weighting = if arguments.equal { Weighting::Equal } else { Weighting::Learned };
    let settings = Settings { place, weighting, seed: arguments.seed, ..Settings::default() };
    let analyzer = models::analyzer(None)?;
    let (task, pictures) = shown(&arguments.examples, &arguments.ordinal)?;
    let examples = read(&task, &pictures, place, &analyzer)?;
    let begun = std::time::Instant::now();
    let mut training = Training::new(task, &examples, settings)?;
    while let Some(epoch) = training.epoch() {
        println!("{}", line(&epoch));
    }
    let learned = training.finish();
    println!("learned from {} faces in {:.2} s", examples.len(), begun.elapsed().as_secs_f64());
    tell(&learned, &examples);
    let heads = Heads::new(sha256(&models::weights(None)?), learned);
    std::fs::write(&arguments.out, serde_json::to_string(&heads)?)
        .with_context(|| format!("cannot write {}", arguments.out.display()))
}

/// Files with their class of each attribute.
type Pictures = BTreeMap<PathBuf, Vec<Option<usize>>>;

/// The attributes that the folders name, and the pictures in them, each once.
fn shown(folder: &Path, ordinal: &[String]) -> Result<(Task, Pictures)> {
    let mut task = Task::default();
    let mut files: Vec<(PathBuf, usize, usize)> = Vec::new();
    for attribute in folders(folder)? {
        let name = name(&attribute);
        let category = if ordinal.contains(&name) { Category::Ordinal } else { Category::Nominal };
        let mut classes = Vec::new();
        for class in folders(&attribute.path())? {
            let place = (task.attributes.len(), classes.len());
            files.extend(entries(&class.path())?.iter().map(|file| (file.path(), place.0, place.1)));
            classes.push(self::name(&class));
        }
        task.attributes.push(NewAttribute { name, category, classes });
    }
    for wanted in ordinal {
        ensure!(
            task.attributes.iter().any(|attribute| attribute.name == *wanted),
            "there is no folder “{wanted}” in {}",
            folder.display()
        );
    }
    let task = task.checked()?;
    let mut same: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut pictures = Pictures::new();
    for (file, attribute, class) in files {
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let first = same.entry(sha256(&bytes)).or_insert(file);
        let classes = pictures.entry(first.clone()).or_insert_with(|| vec![None; task.attributes.len()]);
        if let Some(known) = classes.get_mut(attribute) {
            *known = Some(class);
        }
    }
    Ok((task, pictures))
}

fn folders(folder: &Path) -> Result<Vec<DirEntry>> {
    Ok(entries(folder)?.into_iter().filter(|entry| entry.path().is_dir()).collect())
}

fn entries(folder: &Path) -> Result<Vec<DirEntry>> {
    let listed = std::fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let mut entries = listed.with_context(|| format!("cannot read the folder {}", folder.display()))?;
    entries.sort_by_key(DirEntry::path);
    Ok(entries)
}

fn name(entry: &DirEntry) -> String {
    entry.file_name().to_string_lossy().into_owned()
}

/// The largest face of each picture, as the network sees it. Pictures without one are passed over, with a word.
fn read(task: &Task, pictures: &Pictures, place: Place, analyzer: &Analyzer) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for (number, (file, classes)) in (0..).zip(pictures) {
        let found = pollster::block_on(analyzer.find(&picture::read(file)?, &Expected::default()))?;
        let Some(face) = found.faces.into_iter().next() else {
            eprintln!("{}: no face found", file.display());
            continue;
        };
        let views: Vec<RgbImage> = vec![flip_horizontal(&face.crop), face.crop];
        let mut readings = pollster::block_on(analyzer.read_crops(&views, None, Views::One))?.into_iter();
        let mut view = || {
            let reading = readings.next().context("the network gave no answer")?;
            anyhow::Ok(place.of(&reading.features).to_vec())
        };
        let (mirrored, plain) = (view()?, view()?);
        examples.push(Example { number, views: [plain, mirrored], classes: classes.clone() });
    }
    ensure!(!examples.is_empty(), "there is no face in any of the pictures of {} attributes", task.attributes.len());
    Ok(examples)
}

fn line(epoch: &Epoch) -> String {
    let list = |values: &[f32]| values.iter().map(|value| format!("{value:7.3}")).collect::<Vec<_>>().join(" ");
    format!("{:3}: losses {}, weights {}", epoch.number, list(&epoch.losses), list(&epoch.weights))
}

/// Says how good it is on the examples held back.
fn tell(learned: &Learned, examples: &[Example]) {
    let outcomes = learned.outcomes(examples.iter().filter(|example| example.is_held_back()));
    for (attribute, outcome) in learned.task.attributes.iter().zip(outcomes) {
        match outcome.share_right() {
            Some(share) => {
                println!("{}: {:.0} % of {} faces held back", attribute.name, 100.0 * share, outcome.count());
            }
            None => println!("{}: no face was held back", attribute.name),
        }
    }
}
