//! The checksums by which a browser tells a whole model from a damaged one.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The files that the engine loads.
const FILES: [&str; 4] = ["blazeface.bpk", "dmtl.bpk", "known-answer.json", "known-answer.ppm"];

/// JSON with the SHA-256, in hexadecimal digits, of each file in `assets` that the engine loads.
///
/// # Errors
/// When one of them is missing.
pub fn checksums(assets: &Path) -> Result<String> {
    let mut checksums = BTreeMap::new();
    for name in FILES {
        let bytes = std::fs::read(assets.join(name)).with_context(|| format!("cannot read {name}"))?;
        let digits: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        checksums.insert(name, digits);
    }
    Ok(serde_json::to_string_pretty(&checksums)? + "\n")
}
