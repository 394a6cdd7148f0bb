//! The page's address, which carries the settings.

use super::super::model::error::PageError;
use super::super::model::settings::Settings;
use super::exception::unexpected;
use wasm_bindgen::JsValue;
use web_sys::{Url, Window};

/// The settings in the address.
pub fn read(window: &Window) -> Result<Settings, PageError> {
    let parameters = current(window)?.search_params();
    Ok(Settings::from_parameters(|key| parameters.get(key)))
}

/// Puts the settings into the address without a new entry in the history; other parameters stay.
pub fn write(window: &Window, settings: &Settings) -> Result<(), PageError> {
    let address = current(window)?;
    let parameters = address.search_params();
    for key in Settings::KEYS {
        parameters.delete(key);
    }
    for (key, value) in settings.to_parameters() {
        parameters.set(key, &value);
    }
    replace(window, &address)
}

/// Sets one parameter, which is none of the settings'.
pub fn put(window: &Window, key: &str, value: &str) -> Result<(), PageError> {
    let address = current(window)?;
    address.search_params().set(key, value);
    replace(window, &address)
}

/// The absolute address of a file beside the page.
pub fn beside_the_page(window: &Window, relative: &str) -> Result<String, PageError> {
    let page = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten())
        .ok_or_else(|| PageError::Browser("the page has no address".to_owned()))?;
    Url::new_with_base(relative, &page).map(|url| url.href()).map_err(|exception| unexpected(&exception))
}

/// The absolute address of a file of the release: its programs and assets. The page says where they lie, so that those of two
/// releases never mix.
pub fn of_release(window: &Window, relative: &str) -> Result<String, PageError> {
    let folder = window
        .document()
        .and_then(|document| document.query_selector("meta[name=visage-files]").ok().flatten())
        .and_then(|element| element.get_attribute("content"))
        .unwrap_or_else(|| "./".to_owned());
    beside_the_page(window, &format!("{folder}{relative}"))
}

/// The value of a parameter, which is taken out of the address: it is for once.
pub fn take(window: &Window, key: &str) -> Result<Option<String>, PageError> {
    let address = current(window)?;
    let value = address.search_params().get(key);
    if value.is_some() {
        address.search_params().delete(key);
        replace(window, &address)?;
    }
    Ok(value)
}

fn replace(window: &Window, address: &Url) -> Result<(), PageError> {
    let history = window.history().map_err(|exception| unexpected(&exception))?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&address.href()))
        .map_err(|exception| unexpected(&exception))
}

fn current(window: &Window) -> Result<Url, PageError> {
    window.location().href().and_then(|href| Url::new(&href)).map_err(|exception| unexpected(&exception))
}
