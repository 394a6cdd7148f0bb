//! The text files of the release.

use super::address::of_release;
use super::exception::unexpected;
use crate::app::model::error::PageError;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Window};

/// The address of a file of the release, for links and pictures.
pub(crate) fn address(window: &Window, relative: &str) -> String {
    // Where the page has no address nothing relative to it can be loaded either way.
    of_release(window, relative).unwrap_or_else(|_| relative.to_owned())
}

/// The text of a file of the release.
pub(crate) async fn text(window: &Window, address: &str) -> Result<String, PageError> {
    let unavailable = |_: JsValue| PageError::FileUnavailable(address.to_owned());
    let response: Response = JsFuture::from(window.fetch_with_str(&of_release(window, address)?))
        .await
        .map_err(unavailable)?
        .unchecked_into();
    if !response.ok() {
        return Err(PageError::FileUnavailable(address.to_owned()));
    }
    let text = JsFuture::from(response.text().map_err(unavailable)?).await.map_err(unavailable)?;
    Ok(text.as_string().unwrap_or_default())
}

/// The contents of a JSON file of the release.
pub(crate) async fn json<T: DeserializeOwned>(window: &Window, address: &str) -> Result<T, PageError> {
    serde_wasm_bindgen::from_value(parsed(window, address).await?)
        .map_err(|error| PageError::Browser(error.to_string()))
}

/// The value in a file of JSON.
pub(crate) async fn parsed(window: &Window, address: &str) -> Result<JsValue, PageError> {
    js_sys::JSON::parse(&text(window, address).await?).map_err(|exception| unexpected(&exception))
}

/// The number that lies in a value by the names in `path`, one in the other.
pub(crate) fn number_at(value: &JsValue, path: &[&str]) -> Option<f64> {
    let inner = |value: JsValue, name: &&str| js_sys::Reflect::get(&value, &JsValue::from_str(name)).ok();
    path.iter().try_fold(value.clone(), inner)?.as_f64()
}
