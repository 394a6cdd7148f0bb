//! Handing files to the visitor: as a download, through the clipboard, or to another program of the device.

use super::exception::{name, unexpected};
use crate::app::model::error::PageError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::set_timeout;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, ClipboardItem, Document, File, FilePropertyBag, HtmlAnchorElement,
    HtmlCanvasElement, ShareData, Url, Window,
};

/// The media type of pictures that leave the page.
const PNG: &str = "image/png";

/// How long a file is kept for its download; browsers take hold of it at once, or some seconds later.
const DOWNLOAD: Duration = Duration::from_secs(40);

/// A canvas' picture as a PNG file that is being made.
pub(crate) struct Picture(Promise);

impl Picture {
    /// Has the file made.
    pub(crate) fn of(canvas: &HtmlCanvasElement) -> Result<Self, PageError> {
        let mut failure = None;
        let promise = Promise::new(&mut |resolve: Function, _| {
            failure = canvas.to_blob_with_type(&resolve, PNG).err();
        });
        match failure {
            Some(exception) => Err(unexpected(&exception)),
            None => Ok(Self(promise)),
        }
    }

    /// The file, once it is there.
    pub(crate) async fn file(self) -> Result<Blob, PageError> {
        let blob = JsFuture::from(self.0).await.map_err(|exception| unexpected(&exception))?;
        blob.dyn_into().map_err(|_| PageError::TooLargeToSave)
    }
}

/// Something on its way into the clipboard.
pub(crate) struct Copying(JsFuture);

impl Copying {
    /// Resolves when it is there.
    pub(crate) async fn done(self) -> Result<(), PageError> {
        self.0.await.map(|_| ()).map_err(|exception| refused(&exception))
    }
}

/// A text as a file of the given media type.
pub(crate) fn text(text: &str, media_type: &str) -> Result<Blob, PageError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|exception| unexpected(&exception))
}

/// Saves a file among the visitor's downloads.
pub(crate) fn download(document: &Document, blob: &Blob, file_name: &str) -> Result<(), PageError> {
    let url = Url::create_object_url_with_blob(blob).map_err(|exception| unexpected(&exception))?;
    let anchor: HtmlAnchorElement =
        document.create_element("a").map_err(|exception| unexpected(&exception))?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(file_name);
    anchor.click();
    // Revoking an address of the page's own does not fail.
    set_timeout(move || drop(Url::revoke_object_url(&url)), DOWNLOAD);
    Ok(())
}

/// Puts a picture into the clipboard, also one that is still being made: browsers take only what is given to them while the
/// visitor's press is dealt with.
pub(crate) fn copy(window: &Window, picture: &Picture) -> Result<Copying, PageError> {
    let clipboard = clipboard(window)?;
    let content = Object::new();
    let item = Reflect::set(&content, &JsValue::from_str(PNG), &picture.0)
        .and_then(|_| ClipboardItem::new_with_record_from_str_to_blob_promise(&content))
        .map_err(|exception| refused(&exception))?;
    Ok(Copying(clipboard.write(&Array::of1(&item)).into()))
}

/// Puts a text into the clipboard; at once, as above.
pub(crate) fn copy_text(window: &Window, text: &str) -> Result<Copying, PageError> {
    Ok(Copying(clipboard(window)?.write_text(text).into()))
}

/// What became of something on its way into the clipboard.
pub(crate) async fn copied(copying: Result<Copying, PageError>) -> Result<(), PageError> {
    copying?.done().await
}

/// The clipboard. Pages that came over an insecure connection have none.
fn clipboard(window: &Window) -> Result<Clipboard, PageError> {
    let clipboard =
        Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).map_err(|exception| refused(&exception))?;
    if clipboard.is_undefined() {
        return Err(PageError::CopyRefused("no https".to_owned()));
    }
    Ok(clipboard.unchecked_into())
}

fn refused(exception: &JsValue) -> PageError {
    PageError::CopyRefused(name(exception))
}

/// Whether the device can hand files to other programs.
pub(crate) fn can_share(window: &Window) -> bool {
    Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or(false)
        && Reflect::has(&window.navigator(), &JsValue::from_str("canShare")).unwrap_or(false)
}

/// Hands a picture to another program of the visitor's choice; giving up the choice is no failure.
pub(crate) async fn share(window: &Window, picture: &Blob, file_name: &str) -> Result<(), PageError> {
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
