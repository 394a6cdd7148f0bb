//! Loads the release's files, which the worker's loader has already asked for.

use super::exception::message;
use super::known::Known;
use super::reply::scope;
use crate::checksum::{in_hexadecimal, sha256};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

/// A file cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The server does not have it.
    #[error("{address}: the server answers {status}")]
    Refused {
        /// The file.
        address: String,
        /// The HTTP status.
        status: u16,
    },
    /// The connection failed, at first or half-way.
    #[error("{address}: {reason}")]
    Broken {
        /// The file.
        address: String,
        /// The browser's own words.
        reason: String,
    },
    /// What the browser had kept is damaged, and the network gives nothing better.
    #[error("the copy of {address} is damaged, and {reason}")]
    DamagedCopy {
        /// The file.
        address: String,
        /// Why it cannot be loaded.
        reason: String,
    },
    /// The server gives another file than the release has.
    #[error("{address} arrived damaged twice")]
    Damaged {
        /// The file.
        address: String,
    },
}

/// Under this name the worker's loader, `www/load.js`, keeps promises of the responses that it has asked for, by the files' names.
const ASKED: &str = "visageFiles";
/// Where the files lie, seen from the worker's own scripts.
const FOLDER: &str = "assets/";

/// The bytes of the file `name` of the release. `progress` is called with the bytes that have arrived. A damaged file is taken out of
/// whatever copies the browser keeps and loaded once more.
///
/// # Errors
/// When the server does not answer, or not with the file, or it is damaged again.
pub(super) async fn download_checked(
    name: &str,
    known: &Known,
    progress: &dyn Fn(usize),
) -> Result<Vec<u8>, DownloadError> {
    let address = format!("{FOLDER}{name}");
    let bytes = match asked(name) {
        Some(response) => read(&address, known, JsFuture::from(response).await, progress).await?,
        None => fetch(&address, known, RequestCache::Default, progress).await?,
    };
    if digest(&bytes).await == known.sha256 {
        return Ok(bytes);
    }
    forget_copies(&address).await;
    let again = fetch(&address, known, RequestCache::Reload, progress).await;
    let bytes =
        again.map_err(|error| DownloadError::DamagedCopy { address: address.clone(), reason: error.to_string() })?;
    if digest(&bytes).await == known.sha256 { Ok(bytes) } else { Err(DownloadError::Damaged { address }) }
}

/// SHA-256 in hexadecimal digits. The browser is quicker; it refuses on pages that came over a connection that is not secure.
async fn digest(bytes: &[u8]) -> String {
    let of_browser = async {
        let digest = scope().crypto()?.subtle().digest_with_str_and_u8_array("SHA-256", bytes)?;
        JsFuture::from(digest).await
    };
    match of_browser.await {
        Ok(digest) => in_hexadecimal(&js_sys::Uint8Array::new(&digest).to_vec()),
        Err(_) => sha256(bytes),
    }
}

/// The promise of the response for a file that has been asked for. It is there once.
fn asked(name: &str) -> Option<Promise> {
    let files = Reflect::get(&js_sys::global(), &JsValue::from_str(ASKED)).ok()?;
    let name = JsValue::from_str(name);
    let response = Reflect::get(&files, &name).ok()?.dyn_into().ok()?;
    // A plain object's property can be deleted.
    let _ = Reflect::delete_property(files.unchecked_ref::<js_sys::Object>(), &name);
    Some(response)
}

/// Deletes the file from every cache of this site. What cannot be deleted shows when the file is loaded again.
async fn forget_copies(address: &str) {
    let Ok(caches) = scope().caches() else { return };
    let Ok(names) = JsFuture::from(caches.keys()).await else { return };
    for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
        let Ok(cache) = JsFuture::from(caches.open(&name)).await else { continue };
        let cache: web_sys::Cache = cache.unchecked_into();
        // Copies are kept under the address, with or without a parameter that tells their release.
        let options = web_sys::CacheQueryOptions::new();
        options.set_ignore_search(true);
        let _ = JsFuture::from(cache.delete_with_str_and_options(address, &options)).await;
    }
}

async fn fetch(
    address: &str,
    known: &Known,
    cache: RequestCache,
    progress: &dyn Fn(usize),
) -> Result<Vec<u8>, DownloadError> {
    let options = RequestInit::new();
    options.set_cache(cache);
    read(address, known, JsFuture::from(scope().fetch_with_str_and_init(address, &options)).await, progress).await
}

/// The bytes of a response.
async fn read(
    address: &str,
    known: &Known,
    response: Result<JsValue, JsValue>,
    progress: &dyn Fn(usize),
) -> Result<Vec<u8>, DownloadError> {
    let broken =
        |exception: JsValue| DownloadError::Broken { address: address.to_owned(), reason: message(&exception) };
    let response: Response = response.map_err(broken)?.unchecked_into();
    if !response.ok() {
        return Err(DownloadError::Refused { address: address.to_owned(), status: response.status() });
    }
    // One allocation of the right size: WebAssembly's memory never shrinks.
    let mut bytes = Vec::with_capacity(known.bytes as usize);
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    while let Some(chunk) = next_chunk(&reader).await.map_err(broken)? {
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]); // as long as the chunk by the line above
        progress(bytes.len());
    }
    Ok(bytes)
}

/// The stream's next bytes, `None` at its end.
async fn next_chunk(reader: &ReadableStreamDefaultReader) -> Result<Option<js_sys::Uint8Array>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    let field = |name: &str| js_sys::Reflect::get(&result, &JsValue::from_str(name));
    if field("done")?.is_truthy() { Ok(None) } else { Ok(Some(field("value")?.unchecked_into())) }
}
