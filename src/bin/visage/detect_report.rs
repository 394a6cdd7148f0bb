//! `visage detect-report`: found and wrong detections in composed scenes, by face width and turn, for a single
//! look and for the full search. Prints a Markdown table.

use crate::{models, picture};
use anyhow::{Context, Result, ensure};
use indicatif::ProgressBar;
use std::path::PathBuf;
use std::time::Instant;
use visage::detection::{Detection, FaceDetector};
use visage::evaluation::scenes::{Background, CutOut, Scene, SceneKind, scene};

/// The photos that come with the page.
const SAMPLES: &str = "assets/samples";
/// Most photos that faces are cut out of.
const MOST_PHOTOS: usize = 60;
/// Overlap from which on a face counts as found.
const OVERLAP: f32 = 0.4;
/// Width and height of a scene, and the faces in it.
const SIZE: [u32; 2] = [1280, 960];
const FACES: usize = 12;
/// Least score of a face that is cut out.
const SURE: f32 = 0.9;
const FACE_WIDTHS: [f32; 7] = [20.0, 28.0, 40.0, 60.0, 80.0, 100.0, 150.0];
/// Width of the faces that are turned.
const TURNED_WIDTH: f32 = 80.0;

/// Which faces to look for.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder with photos of one face each, instead of the page's samples.
    #[arg(long, default_value = SAMPLES)]
    faces: PathBuf,
    /// Scenes of every kind.
    #[arg(long, default_value_t = 4)]
    scenes: u64,
}

/// What is counted in scenes of one kind.
#[derive(Default)]
struct Count {
    wanted: usize,
    found: usize,
    matched: usize,
    seconds: f64,
}

impl Count {
    fn add(&mut self, scene: &Scene, found: &[Detection], seconds: f64) {
        self.wanted += scene.boxes.len();
        self.found += found.len();
        self.matched += scene.matched(found, OVERLAP);
        self.seconds += seconds;
    }
}

/// Prints how many faces of made scenes are found by one look and by a search, by size and turn.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let detector = models::detector()?;
    let faces = cut_outs(&detector, &arguments)?;
    let upright = FACE_WIDTHS.map(|width| (width, 0));
    let turned = [1, 2, 3].map(|quarters| (TURNED_WIDTH, quarters));
    println!(
        "{} faces cut out; {} scenes of {} x {} pixels with {FACES} faces in every row; found: the right way up, and an overlap of at least {OVERLAP}\n",
        faces.len(),
        arguments.scenes,
        SIZE[0],
        SIZE[1]
    );
    println!("| background | width | turn | one look: found | wrong | ms | search: found | wrong | ms |");
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let progress = ProgressBar::new(2 * 10 * arguments.scenes);
    for background in Background::ALL {
        for (face_width, quarters) in upright.into_iter().chain(turned) {
            let kind = SceneKind { size: SIZE, faces: FACES, face_width, quarters, background };
            let mut counts = [Count::default(), Count::default()];
            for seed in 0..arguments.scenes {
                let made = scene(&kind, &faces, seed);
                let begun = Instant::now();
                let looked = pollster::block_on(detector.detect(&made.picture))?;
                counts[0].add(&made, &looked, begun.elapsed().as_secs_f64());
                let begun = Instant::now();
                let searched = pollster::block_on(detector.search(&made.picture, &made.picture, |_| {}))?;
                counts[1].add(&made, &searched, begun.elapsed().as_secs_f64());
                progress.inc(1);
            }
            let cells = counts.each_ref().map(|count| {
                let wrong = count.found - count.matched;
                let milliseconds = 1000.0 * count.seconds / arguments.scenes as f64;
                format!("{} of {} | {wrong} | {milliseconds:.0}", count.matched, count.wanted)
            });
            println!("| {} | {face_width} | {}° | {} |", background.name(), 90 * quarters, cells.join(" | "));
        }
    }
    progress.finish_and_clear();
    Ok(())
}

/// The faces of the photos that are large enough for every size.
fn cut_outs(detector: &FaceDetector, arguments: &Arguments) -> Result<Vec<CutOut>> {
    let folder = &arguments.faces;
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jpg" || ending == "png"));
    files.sort();
    let mut faces = Vec::new();
    for file in files.iter().take(MOST_PHOTOS) {
        let photo = picture::read(file)?;
        let found = pollster::block_on(detector.detect(&photo))?;
        faces.extend(found.iter().filter(|face| face.score > SURE).map(|face| CutOut::new(&photo, face)));
    }
    ensure!(!faces.is_empty(), "{} holds no photos with faces", folder.display());
    Ok(faces)
}
