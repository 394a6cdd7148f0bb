use anyhow::{Context, Result, ensure};
use image::{DynamicImage, ImageDecoder, ImageReader, RgbaImage};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use visage::formats::foreign_format;

/// Most pixels of a picture; larger ones are refused before they are decoded.
const MOST_PIXELS: u64 = 50_000_000;

/// Bytes of a file that tell its format.
const HEADER_BYTES: u64 = 4096;

/// The picture in `file`, turned as its EXIF orientation says.
pub fn read(file: &Path) -> Result<RgbaImage> {
    let name = file.display();
    let reader = ImageReader::open(file).with_context(|| format!("cannot open {name}"))?;
    let mut decoder = reader
        .with_guessed_format()
        .with_context(|| format!("cannot read {name}"))?
        .into_decoder()
        .with_context(|| unreadable(file))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    ensure!(pixels <= MOST_PIXELS, "{name} has {pixels} pixels; make it smaller than {MOST_PIXELS} first");
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).with_context(|| format!("{name} is broken"))?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgba8())
}

/// What is said of a file that is not decoded.
fn unreadable(file: &Path) -> String {
    let name = file.display();
    let mut header = Vec::new();
    let start = File::open(file).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut header));
    // What cannot be read has no name.
    match start.ok().and_then(|_| foreign_format(&header)) {
        Some(format) => format!("{name} is a {format} file; save it as JPEG or PNG first"),
        None => format!("{name} is no JPEG, PNG or WebP picture, or it is broken"),
    }
}
