//! The browser refuses models whose checksums are not these.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use std::path::Path;
use visage::training::checksums::checksums;

#[test]
fn the_checksums_are_those_of_the_shipped_models() {
    let written = std::fs::read_to_string("assets/checksums.json").unwrap();
    assert!(written == checksums(Path::new("assets")).unwrap(), "run `visage checksums` after changing a model");
}
