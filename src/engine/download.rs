//! Loads files with progress.

use super::exception::message;
use super::reply::scope;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

/// A file cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The server does not have it.
    #[error("{address} cannot be loaded: the server answers {status}. Reload the page, or build the site anew.")]
    Refused {
        /// The file.
        address: String,
        /// The HTTP status.
        status: u16,
    },
    /// The connection failed, at first or half-way.
    #[error("{address} cannot be loaded. Check the connection and reload the page. ({reason})")]
    Broken {
        /// The file.
        address: String,
        /// The browser's own words.
        reason: String,
    },
}

/// The bytes of the file at `address`. `progress` is called with the bytes that have arrived and those expected, 0 where
/// the server does not say.
///
/// # Errors
/// When the server does not answer, or not with the file.
pub async fn download(address: &str, mut progress: impl FnMut(usize, usize)) -> Result<Vec<u8>, DownloadError> {
    let broken =
        |exception: JsValue| DownloadError::Broken { address: address.to_owned(), reason: message(&exception) };
    let response = JsFuture::from(scope().fetch_with_str(address)).await.map_err(broken)?;
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
