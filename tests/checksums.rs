//! The browser refuses models whose checksums are not these.
#![cfg(feature = "training")]

use std::path::Path;
use visage::training::checksums::checksums;

#[test]
fn the_checksums_are_those_of_the_shipped_models() {
    let written = std::fs::read_to_string("assets/checksums.json").unwrap();
    assert!(written == checksums(Path::new("assets")).unwrap(), "run `visage checksums` after changing a model");
}
