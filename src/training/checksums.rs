//! The checksums by which a browser tells a whole model from a damaged one.

use crate::checksum::sha256;
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The files that the engine loads.
const FILES: [&str; 6] =
    ["blazeface.bpk", "dmtl.bpk", "faces.pack", "known-answer.json", "known-answer.ppm", "second-opinion.bpk"];

/// What is known of a file before it is loaded.
#[derive(Serialize)]
struct Known {
    /// SHA-256 in hexadecimal digits.
    sha256: String,
    bytes: usize,
}

/// JSON with the SHA-256, in hexadecimal digits, and the size of each file in `assets` that the engine loads.
///
/// # Errors
/// When one of them is missing.
pub fn checksums(assets: &Path) -> Result<String> {
    let mut checksums = BTreeMap::new();
    for name in FILES {
        let bytes = std::fs::read(assets.join(name)).with_context(|| format!("cannot read {name}"))?;
        checksums.insert(name, Known { sha256: sha256(&bytes), bytes: bytes.len() });
    }
    Ok(serde_json::to_string_pretty(&checksums)? + "\n")
}
