//! What can be told about a picture file from its first bytes, before the browser decodes all of it.

use super::error::PageError;

/// The most pixels of a picture that is opened, in millions; decoded it takes four bytes a pixel.
pub const MEGAPIXEL_LIMIT: u64 = 50;

/// How many bytes of a file are enough to find its dimensions, even behind a camera's embedded preview.
pub const HEADER_BYTES: i32 = 256 * 1024;

/// Refuses a file that is empty, certainly no picture, or too large to decode.
///
/// `header` is the file's first [`HEADER_BYTES`] bytes, `media_type` what the browser takes it for (may be empty).
/// Formats that are not recognised pass: the browser may know more of them.
pub fn check_header(name: &str, media_type: &str, header: &[u8]) -> Result<(), PageError> {
    if header.is_empty() {
        return Err(PageError::EmptyPicture(name.to_owned()));
    }
    let recognised = imagesize::image_type(header).is_ok();
    if !recognised && !media_type.starts_with("image/") {
        return Err(PageError::NotAPicture(name.to_owned()));
    }
    let Ok(size) = imagesize::blob_size(header) else {
        return Ok(());
    };
    let pixels = size.width as u64 * size.height as u64;
    if pixels > MEGAPIXEL_LIMIT * 1_000_000 {
        let megapixels = pixels / 1_000_000;
        return Err(PageError::HugePicture { name: name.to_owned(), megapixels, limit: MEGAPIXEL_LIMIT });
    }
    Ok(())
}

/// The error for a picture that the browser could not decode.
pub fn decoding_error(name: &str, header: &[u8]) -> PageError {
    let coding = imagesize::image_type(header);
    if matches!(coding, Ok(imagesize::ImageType::Heif(imagesize::Compression::Hevc))) {
        PageError::HeicPicture(name.to_owned())
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
    fn the_content_counts_where_the_type_is_missing() {
        assert_eq!(check_header("photo", "", &png_header(10, 10)), Ok(()));
        assert_eq!(check_header("new.avifs", "image/unheard-of", b"something new"), Ok(()));
        let text = check_header("notes.txt", "text/plain", b"Dear diary, today nothing happened at all.");
        assert_eq!(text, Err(PageError::NotAPicture("notes.txt".to_owned())));
        assert!(matches!(check_header("a.jpg", "image/jpeg", b""), Err(PageError::EmptyPicture(_))));
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
