//! What is known of the release's files before they are loaded: their checksums and sizes, which are compiled in.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// What is known of the files before they are loaded: `visage checksums` writes it.
const KNOWN: &str = include_str!("../../assets/checksums.json");

/// What is known of a file before it is loaded.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: f64,
}

impl Known {
    /// Of the file `name`. Nothing fits what is known of a file that the release does not have.
    pub(super) fn of(name: &str) -> Self {
        // The browser's own parser is there already.
        let field = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default();
        let known = field(&JSON::parse(KNOWN).unwrap_or_default(), name);
        Self {
            sha256: field(&known, "sha256").as_string().unwrap_or_default(),
            bytes: field(&known, "bytes").as_f64().unwrap_or_default(),
        }
    }
}
