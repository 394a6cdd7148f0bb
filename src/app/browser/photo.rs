//! Opening picture files: those of the visitor and the samples.

use super::address::of_release;
use super::animation::Animation;
use super::exception::unexpected;
use super::frame::small_copy_of;
use crate::app::model::error::PageError;
use crate::app::model::picture::{
    FileKind, HEADER_BYTES, LONG_HEADER_BYTES, check_header, decoded_width, decoding_error, hides_its_size, kind_of,
    moving_type,
};
use crate::formats::is_svg;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, File, FileList, HtmlImageElement, ImageBitmap, ImageBitmapOptions, ImageOrientation,
    ResizeQuality, Response, Url, Window,
};

/// Longest side, in pixels, of an opened photo; larger ones are shrunk.
const LONGEST_PHOTO_SIDE: u32 = 1280;

/// What a file holds, and its first bytes, which say so.
pub(crate) async fn examine(file: &File) -> Result<(FileKind, Vec<u8>), PageError> {
    // A folder that was dropped is a file that cannot be read.
    let unreadable = |_| PageError::UnreadableFile(file.name());
    let mut header = first_bytes(file, HEADER_BYTES).await.map_err(unreadable)?;
    if hides_its_size(&header) {
        header = first_bytes(file, LONG_HEADER_BYTES).await.map_err(unreadable)?;
    }
    let moves = match moving_type(&header) {
        Some(media_type) => Animation::is_one(file, media_type).await,
        None => false,
    };
    Ok((if moves { FileKind::Film } else { kind_of(&file.type_(), &header) }, header))
}

/// A photo, of the size that the page shows and remembers.
pub(crate) struct Photo {
    /// The photo's pixels.
    pub bitmap: ImageBitmap,
    /// The same as large as it is, where that is larger.
    pub details: Option<ImageBitmap>,
}

/// Decodes a picture file that begins with `header`, upright as its EXIF orientation says.
pub(crate) async fn open(window: &Window, blob: &Blob, name: &str, header: &[u8]) -> Result<Photo, PageError> {
    if is_svg(header) {
        let bitmap = decode_drawing(window, blob).await.map_err(|_| decoding_error(name, header))?;
        return Ok(Photo { bitmap, details: None });
    }
    check_header(name, &blob.type_(), header)?;
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    if let Some(width) = decoded_width(header, LONGEST_PHOTO_SIDE) {
        options.set_resize_width(width);
        options.set_resize_quality(ResizeQuality::High);
    }
    let decoding =
        window.create_image_bitmap_with_blob_and_image_bitmap_options(blob, &options).map_err(|e| unexpected(&e))?;
    let bitmap: ImageBitmap =
        JsFuture::from(decoding).await.map_err(|_| decoding_error(name, header))?.unchecked_into();
    if bitmap.width().max(bitmap.height()) <= LONGEST_PHOTO_SIDE {
        return Ok(Photo { bitmap, details: None });
    }
    let small = small_copy_of(window, &bitmap, LONGEST_PHOTO_SIDE).await?;
    Ok(Photo { bitmap: small, details: Some(bitmap) })
}

/// Decodes an SVG picture. Browsers do that as an image element only, which runs no scripts and loads nothing else. It has no pixels
/// of its own, so that it gets as many as a photo has at most.
async fn decode_drawing(window: &Window, blob: &Blob) -> Result<ImageBitmap, JsValue> {
    let drawing = blob.slice_with_f64_and_f64_and_content_type(0.0, blob.size(), "image/svg+xml")?;
    let address = Url::create_object_url_with_blob(&drawing)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    decoded?;
    let (width, height) = (f64::from(image.natural_width().max(1)), f64::from(image.natural_height().max(1)));
    let scale = f64::from(LONGEST_PHOTO_SIDE) / width.max(height);
    let options = ImageBitmapOptions::new();
    options.set_resize_width((scale * width).round().max(1.0) as u32);
    options.set_resize_height((scale * height).round().max(1.0) as u32);
    options.set_resize_quality(ResizeQuality::High);
    let promise = window.create_image_bitmap_with_html_image_element_and_image_bitmap_options(&image, &options)?;
    Ok(JsFuture::from(promise).await?.unchecked_into())
}

/// Loads and decodes a sample.
pub(crate) async fn open_sample(window: &Window, address: &str) -> Result<Photo, PageError> {
    let unavailable = |_: JsValue| PageError::SampleUnavailable;
    let response: Response = JsFuture::from(window.fetch_with_str(&of_release(window, address)?))
        .await
        .map_err(unavailable)?
        .unchecked_into();
    if !response.ok() {
        return Err(PageError::SampleUnavailable);
    }
    let blob: Blob = JsFuture::from(response.blob().map_err(unavailable)?).await.map_err(unavailable)?.unchecked_into();
    let header = first_bytes(&blob, HEADER_BYTES).await?;
    open(window, &blob, "sample", &header).await
}

/// The files that were dropped or pasted.
pub(crate) fn files_of(transfer: Option<DataTransfer>) -> Vec<File> {
    transfer.and_then(|transfer| transfer.files()).map(|files| listed(&files)).unwrap_or_default()
}

/// The files of a list.
pub(crate) fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// The first bytes of a file, at most `count`.
pub(crate) async fn first_bytes(blob: &Blob, count: i32) -> Result<Vec<u8>, PageError> {
    let start = blob.slice_with_i32_and_i32(0, count).map_err(|e| unexpected(&e))?;
    let buffer = JsFuture::from(start.array_buffer()).await.map_err(|e| unexpected(&e))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
