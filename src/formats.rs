//! File formats that are not opened, by their first bytes, so that they can be called by their names. SVG is one for the command line,
//! and the page opens it as a drawing; TIFF is one for the page, and the command line opens it.

/// The name of the format of a file that begins so, if it is one that is not opened here. `None` for everything else, known or not.
pub fn foreign_format(header: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(usize, &[u8], &str); 11] = [
        // Most cameras' raw files are TIFF files, too.
        (0, b"II*\0", "TIFF"),
        (0, b"MM\0*", "TIFF"),
        (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
        (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
        (0, b"\xff\x0a", "JPEG XL"),
        (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
        (0, b"8BPS", "Photoshop"),
        (0, b"FUJIFILMCCD-RAW", "RAW"),
        (4, b"ftypcrx ", "RAW"),
        (0, b"%PDF-", "PDF"),
        (0, b"gimp xcf", "GIMP"),
    ];
    let begins = |&(start, signature, _): &(usize, &[u8], &str)| {
        header.get(start..).is_some_and(|bytes| bytes.starts_with(signature))
    };
    let by_signature = SIGNATURES.iter().find(|signature| begins(signature)).map(|&(_, _, name)| name);
    by_signature.or(is_svg(header).then_some("SVG"))
}

/// Whether a text begins an SVG picture, behind whatever declarations and comments.
pub fn is_svg(header: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let text = String::from_utf8_lossy(header.get(..LOOKED_AT).unwrap_or(header));
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_called_by_their_names() {
        let cases: [(&[u8], Option<&str>); 11] = [
            (b"II*\0\x08\0\0\0", Some("TIFF")),
            (b"MM\0*\0\0\0\x08", Some("TIFF")),
            (b"\0\0\0\x0cjP  \r\n\x87\n", Some("JPEG 2000")),
            (b"\xff\x0a\xfa\x1f", Some("JPEG XL")),
            (b"8BPS\0\x01", Some("Photoshop")),
            (b"\0\0\0\x18ftypcrx \0\0\0\x01", Some("RAW")),
            (b"%PDF-1.7", Some("PDF")),
            (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a face --><svg xmlns='http://www.w3.org/2000/svg'/>", Some("SVG")),
            (b"\xff\xd8\xff\xe0", None),
            (b"<html>nothing drawn</html>", None),
            (b"", None),
        ];
        for (header, name) in cases {
            assert_eq!(foreign_format(header), name, "{header:?}");
        }
    }
}
