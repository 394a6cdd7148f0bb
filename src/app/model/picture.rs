//! What can be told about a file from its first bytes, before the browser decodes all of it.

use super::error::PageError;
use crate::formats::foreign_format;

/// The most pixels of a picture that is opened, in millions; decoding takes four bytes a pixel.
pub const MEGAPIXEL_LIMIT: u64 = 120;

/// Millions of pixels from which on a picture is decoded into a smaller one at once.
const LARGE: u64 = 32;

/// How many bytes of a file are enough to find its dimensions, even behind a camera's embedded preview.
pub const HEADER_BYTES: i32 = 256 * 1024;
/// How many are where they are not: a file may have megabytes of other things before its picture.
pub const LONG_HEADER_BYTES: i32 = 16 * 1024 * 1024;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A picture, or what the browser may yet take for one.
    Photo,
    /// Moving pictures.
    Film,
}

/// What a file with these first bytes holds. `media_type` is what the browser takes it for by its name, which not every system
/// knows (it may be empty); it decides where the bytes say nothing.
pub fn kind_of(media_type: &str, header: &[u8]) -> FileKind {
    // ISO files say by their brand what they hold; these begin the brands of pictures.
    const PICTURES: [&[u8]; 6] = [b"hei", b"hev", b"mif", b"msf", b"mia", b"avi"];
    let box_name = header.get(4..8).unwrap_or_default();
    let brand = header.get(8..12).unwrap_or_default();
    let is_film = match box_name {
        b"ftyp" => !PICTURES.iter().any(|start| brand.starts_with(start)),
        // QuickTime's older files begin without a brand.
        b"moov" | b"mdat" | b"wide" => true,
        _ if header.starts_with(b"RIFF") => brand == b"AVI ",
        // Matroska and WebM, Ogg.
        _ => header.starts_with(b"\x1a\x45\xdf\xa3") || header.starts_with(b"OggS"),
    };
    let is_picture = imagesize::image_type(header).is_ok() && box_name != b"ftyp";
    if is_film || (media_type.starts_with("video/") && !is_picture) { FileKind::Film } else { FileKind::Photo }
}

/// The most pixels of a moving picture that is played. A larger one is shown as a photo.
const MOST_PLAYED: usize = 8_000_000;

/// The media type of a picture that may move and is not too large to be played, by the first bytes of its file. Of a GIF they do not tell
/// whether it does.
pub fn moving_type(header: &[u8]) -> Option<&'static str> {
    if imagesize::blob_size(header).is_ok_and(|size| size.width.saturating_mul(size.height) > MOST_PLAYED) {
        return None;
    }
    let at = |place: usize, wanted: &[u8]| header.get(place..).is_some_and(|rest| rest.starts_with(wanted));
    // A WebP's extended header has a bit for animation; a PNG's control chunk of one lies before its picture.
    let has_animation = |flags: &u8| flags & 2 != 0;
    if at(0, b"GIF8") {
        Some("image/gif")
    } else if at(0, b"RIFF") && at(8, b"WEBPVP8X") && header.get(20).is_some_and(has_animation) {
        Some("image/webp")
    } else if at(0, b"\x89PNG") {
        let place = |name: &[u8; 4]| header.windows(4).position(|four| four == name);
        let control = place(b"acTL")?;
        place(b"IDAT").is_none_or(|picture| control < picture).then_some("image/png")
    } else {
        at(4, b"ftypavis").then_some("image/avif")
    }
}

/// Whether a picture's dimensions lie behind these first bytes of its file.
pub fn hides_its_size(header: &[u8]) -> bool {
    imagesize::image_type(header).is_ok() && imagesize::blob_size(header).is_err()
}

/// The width to decode a picture to that is too large to be held whole, if it is to be no longer than `longest` in the end. The
/// height follows, so that the proportions are right whichever way up the picture is.
pub fn decoded_width(header: &[u8], longest: u32) -> Option<u32> {
    let size = imagesize::blob_size(header).ok()?;
    let is_large = size.width as u64 * size.height as u64 > LARGE * 1_000_000;
    // Either may turn out to be the width, which must not be enlarged.
    (is_large && size.width.min(size.height) > longest as usize).then_some(longest)
}

/// Refuses a file that is empty, certainly no picture, or too large to decode.
///
/// `header` is the file's first [`HEADER_BYTES`] bytes, `media_type` what the browser takes it for (may be empty).
/// Formats that are not recognised pass: the browser may know more of them.
pub fn check_header(name: &str, media_type: &str, header: &[u8]) -> Result<(), PageError> {
    if header.is_empty() {
        return Err(PageError::EmptyPicture(name.to_owned()));
    }
    let recognised = imagesize::image_type(header).is_ok();
    // Some browsers decode some of these.
    let is_for_the_browser = media_type.starts_with("image/");
    if let Some(format) = foreign_format(header).filter(|_| !is_for_the_browser) {
        return Err(PageError::ForeignPicture { name: name.to_owned(), format });
    }
    if !recognised && !is_for_the_browser {
        return Err(PageError::NotAPicture(name.to_owned()));
    }
    let Ok(size) = imagesize::blob_size(header) else {
        return Ok(());
    };
    let pixels = size.width as u64 * size.height as u64;
    // What is said is what is compared.
    let megapixels = (pixels + 500_000) / 1_000_000;
    if megapixels > MEGAPIXEL_LIMIT {
        return Err(PageError::HugePicture { name: name.to_owned(), megapixels, limit: MEGAPIXEL_LIMIT });
    }
    Ok(())
}

/// The error for a picture that the browser could not decode.
pub fn decoding_error(name: &str, header: &[u8]) -> PageError {
    let coding = imagesize::image_type(header);
    if matches!(coding, Ok(imagesize::ImageType::Heif(imagesize::Compression::Hevc))) {
        PageError::HeicPicture(name.to_owned())
    } else if let Some(format) = foreign_format(header) {
        PageError::ForeignPicture { name: name.to_owned(), format }
    } else {
        PageError::UndecodablePicture(name.to_owned())
    }
}

/// The size (width, height) of a picture shrunk, never enlarged, so that its longer side is at most `longest` pixels.
pub fn fit_within(width: u32, height: u32, longest: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= longest {
        return (width, height);
    }
    let scaled = |side: u32| ((f64::from(side) * f64::from(longest) / f64::from(longer)).round() as u32).max(1);
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The start of a PNG file: signature and an IHDR chunk with the given size.
    fn png_header(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0]);
        bytes
    }

    #[test]
    fn an_ordinary_picture_passes_and_a_huge_one_does_not() {
        assert_eq!(check_header("a.png", "image/png", &png_header(6000, 4000)), Ok(()));
        let refused = check_header("a.png", "image/png", &png_header(60_000, 40_000));
        assert!(matches!(refused, Err(PageError::HugePicture { megapixels: 2400, .. })));
    }

    #[test]
    fn the_limit_that_is_said_is_the_limit() {
        // A telephone of 108 megapixels.
        assert_eq!(check_header("a.png", "image/png", &png_header(12_000, 9_000)), Ok(()));
        assert_eq!(check_header("a.png", "image/png", &png_header(12_016, 10_000)), Ok(()));
        let refused = check_header("a.png", "image/png", &png_header(12_060, 10_000));
        assert!(matches!(refused, Err(PageError::HugePicture { megapixels: 121, limit: 120, .. })));
    }

    #[test]
    fn a_large_picture_is_decoded_small_and_never_enlarged() {
        assert_eq!(decoded_width(&png_header(8_160, 6_144), 1280), Some(1280));
        assert_eq!(decoded_width(&png_header(6_144, 8_160), 1280), Some(1280));
        assert_eq!(decoded_width(&png_header(6_000, 4_000), 1280), None);
        assert_eq!(decoded_width(&png_header(40_000, 1_000), 1280), None);
        assert_eq!(decoded_width(b"something new", 1280), None);
    }

    #[test]
    fn films_are_known_by_their_first_bytes() {
        let png = png_header(10, 10);
        let cases: [(&str, &[u8], FileKind); 11] = [
            ("", b"\0\0\0\x20ftypisom\0\0\x02\0", FileKind::Film),
            ("", b"\0\0\0\x14ftypqt  \0\0\0\0", FileKind::Film),
            ("", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81", FileKind::Film),
            ("", b"RIFF\0\0\0\0AVI LIST", FileKind::Film),
            ("image/webp", b"RIFF\0\0\0\0WEBPVP8 ", FileKind::Photo),
            ("", b"\0\0\0\x18ftypheic\0\0\0\0", FileKind::Photo),
            ("image/avif", b"\0\0\0\x1cftypavif\0\0\0\0", FileKind::Photo),
            // A wrong ending.
            ("video/mp4", &png, FileKind::Photo),
            ("video/mp2t", b"Gsomething new", FileKind::Film),
            ("text/plain", b"Dear diary", FileKind::Photo),
            ("", b"", FileKind::Photo),
        ];
        for (media_type, header, kind) in cases {
            assert_eq!(kind_of(media_type, header), kind, "{media_type} {header:?}");
        }
    }

    #[test]
    fn the_content_counts_where_the_type_is_missing() {
        assert_eq!(check_header("photo", "", &png_header(10, 10)), Ok(()));
        assert_eq!(check_header("new.avifs", "image/unheard-of", b"something new"), Ok(()));
        let text = check_header("notes.txt", "text/plain", b"Dear diary, today nothing happened at all.");
        assert_eq!(text, Err(PageError::NotAPicture("notes.txt".to_owned())));
        assert!(matches!(check_header("a.jpg", "image/jpeg", b""), Err(PageError::EmptyPicture(_))));
    }

    #[test]
    fn a_format_that_is_not_opened_is_called_by_its_name() {
        let foreign = |format| PageError::ForeignPicture { name: "a".to_owned(), format };
        assert_eq!(check_header("a", "", b"II*\0\x08\0\0\0"), Err(foreign("TIFF")));
        // The browser may know it.
        assert_eq!(check_header("a", "image/jxl", b"\xff\x0a\xfa\x1f"), Ok(()));
        assert_eq!(decoding_error("a", b"\xff\x0a\xfa\x1f"), foreign("JPEG XL"));
    }

    #[test]
    fn a_size_behind_other_things_is_looked_for_further_on() {
        // A JPEG whose first segment is longer than what was read.
        let mut jpeg = b"\xff\xd8\xff\xe1\xff\xff".to_vec();
        jpeg.resize(1000, 0);
        assert!(hides_its_size(&jpeg));
        assert!(!hides_its_size(&png_header(10, 10)) && !hides_its_size(b"no picture"));
    }

    #[test]
    fn what_may_move_is_known_by_its_first_bytes() {
        assert_eq!(moving_type(b"GIF89a"), Some("image/gif"));
        let gif = |width: u16| [b"GIF89a", &width.to_le_bytes()[..], &3000u16.to_le_bytes(), &[0; 3]].concat();
        assert_eq!([moving_type(&gif(2000)), moving_type(&gif(3000))], [Some("image/gif"), None]);
        let webp = |flags: u8| [&b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0"[..], &[flags]].concat();
        assert_eq!([moving_type(&webp(2)), moving_type(&webp(16))], [Some("image/webp"), None]);
        let png = |chunks: &[u8]| [&png_header(1, 1)[..], chunks].concat();
        assert_eq!(moving_type(&png(b"acTL....IDAT")), Some("image/png"));
        assert_eq!([moving_type(&png(b"IDAT...acTL")), moving_type(&png(b"IDAT"))], [None; 2]);
        assert_eq!(moving_type(b"\0\0\0\x20ftypavis"), Some("image/avif"));
        assert_eq!([moving_type(b"\xff\xd8\xff"), moving_type(b"")], [None; 2]);
    }

    #[test]
    fn a_photo_in_hevc_is_named_as_such() {
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0";
        assert!(matches!(decoding_error("IMG_1.HEIC", heic), PageError::HeicPicture(_)));
        assert!(matches!(decoding_error("a.png", &png_header(1, 1)), PageError::UndecodablePicture(_)));
    }

    #[test]
    fn shrinking_keeps_the_proportions_and_never_enlarges() {
        assert_eq!(fit_within(4000, 3000, 1280), (1280, 960));
        assert_eq!(fit_within(300, 4000, 1280), (96, 1280));
        assert_eq!(fit_within(640, 480, 1280), (640, 480));
        assert_eq!(fit_within(100_000, 2, 1280), (1280, 1));
    }
}
