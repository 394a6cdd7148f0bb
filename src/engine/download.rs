//! Loads files with progress.

use super::exception::message;
use super::reply::scope;
use crate::checksum::sha256;
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

/// The bytes of the file at `address`. `progress` is called with the bytes that have arrived and those expected, 0 where
/// the server does not say.
///
/// # Errors
/// When the server does not answer, or not with the file.
pub async fn download(address: &str, progress: impl FnMut(usize, usize)) -> Result<Vec<u8>, DownloadError> {
    fetch(address, RequestCache::Default, progress).await
}

/// As [`download`], and the file has the SHA-256 `expected`, in hexadecimal digits. A damaged one is taken out of whatever
/// copies the browser keeps and loaded once more.
///
/// # Errors
/// As for [`download`], or when it is damaged again.
pub async fn download_checked(
    address: &str,
    expected: &str,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<u8>, DownloadError> {
    let bytes = fetch(address, RequestCache::Default, &mut progress).await?;
    if sha256(&bytes) == expected {
        return Ok(bytes);
    }
    forget_copies(address).await;
    let again = fetch(address, RequestCache::Reload, progress).await;
    let bytes =
        again.map_err(|error| DownloadError::DamagedCopy { address: address.to_owned(), reason: error.to_string() })?;
    if sha256(&bytes) == expected { Ok(bytes) } else { Err(DownloadError::Damaged { address: address.to_owned() }) }
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
    cache: RequestCache,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<u8>, DownloadError> {
    let broken =
        |exception: JsValue| DownloadError::Broken { address: address.to_owned(), reason: message(&exception) };
    let options = RequestInit::new();
    options.set_cache(cache);
    let response = JsFuture::from(scope().fetch_with_str_and_init(address, &options)).await.map_err(broken)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(DownloadError::Refused { address: address.to_owned(), status: response.status() });
    }
    let total = expected_length(&response);
    let mut bytes = Vec::with_capacity(total);
    progress(0, total);
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    while let Some(chunk) = next_chunk(&reader).await.map_err(broken)? {
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]); // as long as the chunk by the line above
        progress(bytes.len(), total);
    }
    Ok(bytes)
}

/// The length that the server announces. Of a compressed answer that is the compressed length, which the arriving bytes,
/// already unpacked, cannot be measured against.
fn expected_length(response: &Response) -> usize {
    let header = |name| response.headers().get(name).ok().flatten();
    if header("content-encoding").is_some() {
        return 0;
    }
    header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0)
}

/// The stream's next bytes, `None` at its end.
async fn next_chunk(reader: &ReadableStreamDefaultReader) -> Result<Option<js_sys::Uint8Array>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    let field = |name: &str| js_sys::Reflect::get(&result, &JsValue::from_str(name));
    if field("done")?.is_truthy() { Ok(None) } else { Ok(Some(field("value")?.unchecked_into())) }
}
