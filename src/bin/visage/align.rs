//! `visage align`: writes a CSV table of the similarity from the canonical crop to each image, for the
//! training programs in `scripts/gpu`, which cut faces out themselves. An image without a detected
//! face is tried again with its border extended.

use anyhow::{Context, Result};
use image::{Rgba, RgbaImage};
use indicatif::ProgressBar;
use rayon::prelude::*;
use serde::Serialize;
use std::path::PathBuf;
use visage::analysis::alignment::crop_to_frame;
use visage::detection::FaceDetector;
use visage::geometry::Similarity;
use visage::training::crops::open_and_align;
use visage::training::dataset::for_each_image;
use visage::training::split::is_drawn;

/// What to align.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder of images and `.tar` files with images, in any folders below it.
    #[arg(long)]
    data: PathBuf,
    /// The table to write.
    #[arg(long, default_value = "cache/alignment.csv")]
    out: PathBuf,
}

/// Images that are read before they are aligned side by side.
const CHUNK: usize = 64;
/// What is added to each side of an image in which no face is found, as a share of the side: tight crops hide chin and hair.
const PADDING: f32 = 0.2;

/// Where a face lies in an image: from pixels of the canonical crop to those of the image, `x' = a x − b y + tx`,
/// `y' = b x + a y + ty`.
#[derive(Serialize)]
struct Row {
    /// The path below the folder of its archive, or of the data.
    file: String,
    is_found: bool,
    is_validation: bool,
    a: f32,
    b: f32,
    tx: f32,
    ty: f32,
}

/// Writes where each image's largest face lies.
pub(crate) fn run(Arguments { data, out }: Arguments) -> Result<()> {
    let detector = crate::models::detector()?;
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let mut table = csv::Writer::from_path(&out).with_context(|| format!("cannot write {}", out.display()))?;
    let progress = ProgressBar::new_spinner().with_message("aligning faces");
    let mut waiting: Vec<(String, Vec<u8>)> = Vec::with_capacity(CHUNK);
    let mut write = |waiting: &mut Vec<(String, Vec<u8>)>| -> Result<()> {
        let rows: Vec<_> = waiting.par_drain(..).map(|(file, bytes)| align(&detector, file, &bytes)).collect();
        for row in rows {
            table.serialize(row?)?;
            progress.inc(1);
        }
        Ok(())
    };
    for_each_image(&data, &mut |path, read| {
        waiting.push((path.to_owned(), read()?));
        if waiting.len() == CHUNK { write(&mut waiting) } else { Ok(()) }
    })?;
    write(&mut waiting)?;
    table.flush()?;
    println!("written to {}", out.display());
    Ok(())
}

fn align(detector: &FaceDetector, file: String, bytes: &[u8]) -> Result<Row> {
    let (image, place, face) = open_and_align(detector, bytes).with_context(|| format!("{file} cannot be read"))?;
    let found = match face {
        Some(_) => Some(place),
        None => beyond_the_border(detector, &image)?,
    };
    let Similarity { a, b, tx, ty } = found.unwrap_or(place);
    Ok(Row { file, is_found: found.is_some(), is_validation: is_drawn(bytes), a, b, tx, ty })
}

/// Where the face lies in an image that ends too near to it.
fn beyond_the_border(detector: &FaceDetector, image: &RgbaImage) -> Result<Option<Similarity>> {
    let [left, top] = [image.width(), image.height()].map(|side| (side as f32 * PADDING) as u32);
    let faces = pollster::block_on(detector.detect(&padded(image, left, top)))?;
    let within = faces.first().and_then(crop_to_frame);
    Ok(within.map(|place| Similarity { tx: place.tx - left as f32, ty: place.ty - top as f32, ..place }))
}

/// `image` with its border's pixels going on for `left` columns and `top` rows, on either side.
fn padded(image: &RgbaImage, left: u32, top: u32) -> RgbaImage {
    let (width, height) = image.dimensions();
    RgbaImage::from_fn(width + 2 * left, height + 2 * top, |x, y| {
        let inside = |place: u32, margin: u32, side: u32| place.saturating_sub(margin).min(side.saturating_sub(1));
        image.get_pixel_checked(inside(x, left, width), inside(y, top, height)).copied().unwrap_or(Rgba([0; 4]))
    })
}
