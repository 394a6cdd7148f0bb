//! Examples in the file of what was learned: their pictures as they are, and what the network made of them.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::exercise::Example;
use crate::protocol::Sample;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// The property of a file that holds them.
const EXAMPLES: &str = "examples";

/// An example in a file; bytes are text in base 64.
#[derive(Serialize, Deserialize)]
struct Kept {
    classes: Vec<Option<usize>>,
    size: u32,
    crop: String,
    features: String,
}

/// `heads`, what was learned, together with the examples it was learned from.
pub(crate) fn with_examples(window: &Window, heads: &JsValue, examples: &[Example]) -> Result<JsValue, PageError> {
    let all = || -> Result<JsValue, JsValue> {
        let text = |bytes: &[u8]| window.btoa(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>());
        let kept = |Example { classes, sample, .. }: &Example| {
            let [crop, features] = [text(&sample.crop)?, text(&sample.features)?];
            Ok(Kept { classes: classes.clone(), size: sample.size, crop, features })
        };
        let kept = examples.iter().map(kept).collect::<Result<Vec<_>, JsValue>>()?;
        // The file's own object stays without them.
        let file = js_sys::Object::assign(&js_sys::Object::new(), heads.unchecked_ref());
        js_sys::Reflect::set(&file, &EXAMPLES.into(), &serde_wasm_bindgen::to_value(&kept)?)?;
        Ok(file.into())
    };
    all().map_err(|exception| unexpected(&exception))
}

/// The examples in a file, each with its classes; none where there are none, or they are damaged.
pub(crate) fn examples_in(window: &Window, file: &JsValue) -> Vec<(Vec<Option<usize>>, Sample)> {
    let bytes = |text: &str| -> Option<Vec<u8>> {
        window.atob(text).ok()?.chars().map(|character| u8::try_from(character).ok()).collect()
    };
    let kept = js_sys::Reflect::get(file, &EXAMPLES.into()).unwrap_or_default();
    let kept: Vec<Kept> = serde_wasm_bindgen::from_value(kept).unwrap_or_default();
    let example = |Kept { classes, size, crop, features }: Kept| {
        Some((classes, Sample { size, crop: bytes(&crop)?, features: bytes(&features)? }))
    };
    kept.into_iter().map(example).collect::<Option<_>>().unwrap_or_default()
}
