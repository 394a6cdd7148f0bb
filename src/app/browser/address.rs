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
    let history = window.history().map_err(|exception| unexpected(&exception))?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&address.href()))
        .map_err(|exception| unexpected(&exception))
}

/// The absolute address of a file beside the page.
pub fn beside_the_page(window: &Window, relative: &str) -> Result<String, PageError> {
    let page = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten())
        .ok_or_else(|| PageError::Browser("the page has no address".to_owned()))?;
    Url::new_with_base(relative, &page).map(|url| url.href()).map_err(|exception| unexpected(&exception))
}

fn current(window: &Window) -> Result<Url, PageError> {
    window.location().href().and_then(|href| Url::new(&href)).map_err(|exception| unexpected(&exception))
}
