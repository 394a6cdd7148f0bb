//! The page's address, which carries the settings.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::settings::Settings;
use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams, Window};

/// The parameters that ask for something to be done once.
const ERRANDS: [&str; 3] = ["shared", "start", "sample"];

/// What an address asks for once: by a shortcut of the installed page, by what another program shares with it, or by a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Errands {
    /// To open the pictures that another program shares.
    pub shared: Option<String>,
    /// To start with the `camera` or a `photo`.
    pub start: Option<String>,
    /// To open the sample of this name.
    pub sample: Option<String>,
}

impl Errands {
    fn of(parameters: &UrlSearchParams) -> Self {
        let [shared, start, sample] = ERRANDS.map(|key| parameters.get(key));
        Self { shared, start, sample }
    }

    /// Those in an address, which asks for nothing where it is none.
    pub(crate) fn in_address(address: &str) -> Self {
        Url::new(address).map(|url| Self::of(&url.search_params())).unwrap_or_default()
    }

    /// Those in the page's address, which are taken out of it.
    pub(crate) fn take(window: &Window) -> Result<Self, PageError> {
        let address = current(window)?;
        let errands = Self::of(&address.search_params());
        if errands != Self::default() {
            for key in ERRANDS {
                address.search_params().delete(key);
            }
            put_in_history(window, &address, false)?;
        }
        Ok(errands)
    }
}

/// The settings in the address.
pub(crate) fn read(window: &Window) -> Result<Settings, PageError> {
    let parameters = current(window)?.search_params();
    Ok(Settings::from_parameters(|key| parameters.get(key)))
}

/// Puts the settings into the address; other parameters stay. Going back leads to what the address was before if this is a
/// `new_place`.
pub(crate) fn write(window: &Window, settings: &Settings, new_place: bool) -> Result<(), PageError> {
    let address = current(window)?;
    let parameters = address.search_params();
    for key in Settings::KEYS {
        parameters.delete(key);
    }
    for (key, value) in settings.to_parameters() {
        parameters.set(key, &value);
    }
    put_in_history(window, &address, new_place)
}

/// One parameter of the page's address.
pub(crate) fn parameter(window: &Window, key: &str) -> Option<String> {
    current(window).ok()?.search_params().get(key)
}

/// The page's address with these parameters in the place of all others.
pub(crate) fn with_parameters(window: &Window, parameters: &[(&str, &str)]) -> Result<String, PageError> {
    let address = current(window)?;
    address.set_hash("");
    address.set_search("");
    parameters.iter().for_each(|(key, value)| address.search_params().set(key, value));
    Ok(address.href())
}

/// Sets one parameter, which is none of the settings'.
pub(crate) fn put(window: &Window, key: &str, value: &str) -> Result<(), PageError> {
    let address = current(window)?;
    address.search_params().set(key, value);
    put_in_history(window, &address, false)
}

/// The absolute address of a file beside the page.
pub(crate) fn beside_the_page(window: &Window, relative: &str) -> Result<String, PageError> {
    let page = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten())
        .ok_or_else(|| PageError::Browser("the page has no address".to_owned()))?;
    Url::new_with_base(relative, &page).map(|url| url.href()).map_err(|exception| unexpected(&exception))
}

/// The absolute address of a file of the release: its programs and assets. The page says where they lie, so that those of two
/// releases never mix.
pub(crate) fn of_release(window: &Window, relative: &str) -> Result<String, PageError> {
    let folder = window
        .document()
        .and_then(|document| document.query_selector("meta[name=visage-files]").ok().flatten())
        .and_then(|element| element.get_attribute("content"))
        .unwrap_or_else(|| "./".to_owned());
    beside_the_page(window, &format!("{folder}{relative}"))
}

/// Makes this the page's address: in a new entry of the history, or in place of the present one.
fn put_in_history(window: &Window, address: &Url, new_entry: bool) -> Result<(), PageError> {
    let history = window.history().map_err(|exception| unexpected(&exception))?;
    let (state, address) = (JsValue::NULL, address.href());
    let put = if new_entry {
        history.push_state_with_url(&state, "", Some(&address))
    } else {
        history.replace_state_with_url(&state, "", Some(&address))
    };
    put.map_err(|exception| unexpected(&exception))
}

fn current(window: &Window) -> Result<Url, PageError> {
    window.location().href().and_then(|href| Url::new(&href)).map_err(|exception| unexpected(&exception))
}
