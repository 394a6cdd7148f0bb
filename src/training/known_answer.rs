//! Writes the known answer that the browser's devices are checked with.

use crate::analysis::{Analyzer, KnownAnswer};
use anyhow::{Context, Result, ensure};
use image::imageops::{FilterType, resize};
use image::{DynamicImage, ImageFormat, RgbaImage};
use std::io::Cursor;

/// Width of the stored picture: enough to find the face in, and few bytes for every visitor to load.
const WIDTH: u32 = 96;

/// A small version of `picture`, which shows one face, as binary PPM, and `analyzer`'s answer for it as JSON.
///
/// # Errors
/// When the small picture has not exactly one face that the detector finds, or the face's heat map is empty.
pub fn known_answer(analyzer: &Analyzer, picture: &RgbaImage) -> Result<(Vec<u8>, String)> {
    let height = (u64::from(picture.height()) * u64::from(WIDTH) / u64::from(picture.width().max(1))).max(1) as u32;
    let small = resize(picture, WIDTH, height, FilterType::Triangle);
    let answer =
        pollster::block_on(KnownAnswer::record(analyzer, &small)).context("Choose a picture with one large face.")?;
    ensure!(answer.has_evidence(), "Nothing in this picture speaks for the face's age. Choose another one.");
    let mut pixels = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(small).to_rgb8().write_to(&mut pixels, ImageFormat::Pnm)?;
    Ok((pixels.into_inner(), serde_json::to_string(&answer)?))
}
