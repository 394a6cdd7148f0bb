//! Picture files as RGBA pixels in sRGB. EXIF orientation and ICC profile are applied; a file of more than
//! 50 million pixels is refused before it is decoded.

use anyhow::{Context, Result, ensure};
use image::{DynamicImage, ImageDecoder, ImageReader, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use visage::formats::foreign_format;

/// Most pixels of a picture; larger ones are refused before they are decoded.
const MOST_PIXELS: u64 = 50_000_000;

/// Bytes of a file that tell its format.
const HEADER_BYTES: u64 = 4096;

/// The picture in `file`, turned as its EXIF orientation says, with its colours in sRGB.
pub(crate) fn read(file: &Path) -> Result<RgbaImage> {
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
    // A profile that cannot be read is passed over, as browsers do.
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).with_context(|| format!("{name} is broken"))?;
    picture.apply_orientation(orientation);
    let picture = picture.into_rgba8();
    Ok(profile.and_then(|profile| in_srgb(&picture, &profile)).unwrap_or(picture))
}

/// The picture, whose colours are those of an ICC `profile`, in sRGB; `None` where the profile is damaged, or of something else than
/// red, green and blue.
fn in_srgb(picture: &RgbaImage, profile: &[u8]) -> Option<RgbaImage> {
    let profile = ColorProfile::new_from_slice(profile).ok().filter(|it| it.color_space == DataColorSpace::Rgb)?;
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, TransformOptions::default()).ok()?;
    let mut converted = RgbaImage::new(picture.width(), picture.height());
    transform.transform(picture.as_raw(), &mut converted).ok()?;
    Some(converted)
}

/// The error message for a file that is not decoded.
fn unreadable(file: &Path) -> String {
    let name = file.display();
    let mut header = Vec::new();
    let start = File::open(file).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut header));
    // What cannot be read has no name.
    match start.ok().and_then(|_| foreign_format(&header)) {
        Some(format) => format!("{name} is a {format} file; save it as JPEG or PNG first"),
        None => format!("{name} is no JPEG, PNG, WebP or TIFF picture, or it is broken"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::codecs::png::PngEncoder;
    use image::{ExtendedColorType, ImageEncoder};
    use std::path::PathBuf;

    /// A file of this name in the system's folder for them, deleted in the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            Self(std::env::temp_dir().join(format!("visage-{}-{name}", std::process::id())))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    /// The colour of a PNG file whose only one is this, with the profile.
    fn read_png(name: &str, colour: [u8; 3], profile: Vec<u8>) -> [u8; 4] {
        let file = Scratch::new(name);
        let mut encoder = PngEncoder::new(File::create(&file.0).unwrap());
        encoder.set_icc_profile(profile).unwrap();
        encoder.write_image(&colour.repeat(4), 2, 2, ExtendedColorType::Rgb8).unwrap();
        read(&file.0).unwrap().get_pixel(1, 1).0
    }

    #[test]
    fn colours_are_read_as_the_files_profile_means_them() {
        // What red of sRGB is in Display P3.
        let pixel = read_png("p3.png", [234, 51, 35], ColorProfile::new_display_p3().encode().unwrap());
        for (value, wanted) in pixel.into_iter().zip([255, 0, 0, 255]) {
            assert!(u8::abs_diff(value, wanted) <= 4, "{pixel:?}");
        }
    }

    #[test]
    fn a_damaged_profile_changes_nothing() {
        assert_eq!(read_png("damaged.png", [234, 51, 35], vec![7; 300]), [234, 51, 35, 255]);
    }

    #[test]
    fn a_tiff_file_is_opened() {
        let file = Scratch::new("picture.tiff");
        RgbaImage::from_pixel(3, 2, image::Rgba([9, 8, 7, 255])).save(&file.0).unwrap();
        let picture = read(&file.0).unwrap();
        assert_eq!((picture.dimensions(), picture.get_pixel(2, 1).0), ((3, 2), [9, 8, 7, 255]));
    }

    #[test]
    fn a_file_that_is_no_picture_is_called_by_its_name() {
        let file = Scratch::new("page.pdf");
        std::fs::write(&file.0, "%PDF-1.7").unwrap();
        assert!(read(&file.0).unwrap_err().to_string().contains("is a PDF file"));
    }
}
