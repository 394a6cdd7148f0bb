//! Handing files to the visitor: as a download, through the clipboard, or to another program of the device.

use super::super::model::error::PageError;
use super::exception::{name, unexpected};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardItem, Document, File, FilePropertyBag, HtmlAnchorElement, HtmlCanvasElement,
    ShareData, Url, Window,
};

/// The media type of pictures that leave the page.
const PNG: &str = "image/png";

/// A canvas' picture as a PNG file.
pub async fn png(canvas: &HtmlCanvasElement) -> Result<Blob, PageError> {
    let mut failure = None;
    let promise = Promise::new(&mut |resolve: Function, _| {
        failure = canvas.to_blob_with_type(&resolve, PNG).err();
    });
    if let Some(exception) = failure {
        return Err(unexpected(&exception));
    }
    let blob = JsFuture::from(promise).await.map_err(|exception| unexpected(&exception))?;
    blob.dyn_into().map_err(|_| PageError::TooLargeToSave)
}

/// A text as a file of the given media type.
pub fn text(text: &str, media_type: &str) -> Result<Blob, PageError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|exception| unexpected(&exception))
}

/// Saves a file among the visitor's downloads.
pub fn download(document: &Document, blob: &Blob, file_name: &str) -> Result<(), PageError> {
    let url = Url::create_object_url_with_blob(blob).map_err(|exception| unexpected(&exception))?;
    let anchor: HtmlAnchorElement =
        document.create_element("a").map_err(|exception| unexpected(&exception))?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(file_name);
    anchor.click();
    // The download has taken hold of the file by now.
    Url::revoke_object_url(&url).map_err(|exception| unexpected(&exception))
}

/// Puts a picture into the clipboard.
pub async fn copy(window: &Window, picture: &Blob) -> Result<(), PageError> {
    let refused = |exception: JsValue| PageError::CopyRefused(name(&exception));
    let content = Object::new();
    Reflect::set(&content, &JsValue::from_str(PNG), &Promise::resolve(picture)).map_err(refused)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&content).map_err(refused)?;
    let writing = window.navigator().clipboard().write(&Array::of1(&item));
    JsFuture::from(writing).await.map(|_| ()).map_err(refused)
}

/// Puts a text into the clipboard.
pub async fn copy_text(window: &Window, text: &str) -> Result<(), PageError> {
    let writing = window.navigator().clipboard().write_text(text);
    JsFuture::from(writing).await.map(|_| ()).map_err(|exception| PageError::CopyRefused(name(&exception)))
}

/// Whether the device can hand files to other programs.
pub fn can_share(window: &Window) -> bool {
    Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or(false)
        && Reflect::has(&window.navigator(), &JsValue::from_str("canShare")).unwrap_or(false)
}

/// Hands a picture to another program of the visitor's choice; giving up the choice is no failure.
pub async fn share(window: &Window, picture: &Blob, file_name: &str) -> Result<(), PageError> {
    let options = FilePropertyBag::new();
    options.set_type(PNG);
    let file = File::new_with_blob_sequence_and_options(&Array::of1(picture), file_name, &options)
        .map_err(|exception| unexpected(&exception))?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    if !window.navigator().can_share_with_data(&data) {
        return Err(PageError::ShareRefused);
    }
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => Ok(()),
        Err(exception) if name(&exception) == "AbortError" => Ok(()),
        Err(_) => Err(PageError::ShareRefused),
    }
}
