//! What was found, together with the very frame it was found in.

use crate::protocol::Analysis;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::ImageBitmap;

/// A still picture. Its pixels are released with the last holder, which no browser would do as soon.
#[derive(Debug)]
pub(crate) struct Frame {
    bitmap: ImageBitmap,
    // The same picture as large as it is, until somebody has looked at it.
    details: RefCell<Option<ImageBitmap>>,
}

impl Frame {
    /// Takes a bitmap that nobody else closes.
    pub(crate) fn new(bitmap: ImageBitmap) -> Self {
        Self::with_details(bitmap, None)
    }

    /// The same, of a photo that is larger: its `details`.
    pub(crate) fn with_details(bitmap: ImageBitmap, details: Option<ImageBitmap>) -> Self {
        Self { bitmap, details: RefCell::new(details) }
    }

    /// The photo as large as it is, once; the caller closes it or gives it away.
    pub(crate) fn take_details(&self) -> Option<ImageBitmap> {
        self.details.take()
    }

    /// The pixels, to be drawn.
    pub(crate) fn bitmap(&self) -> &ImageBitmap {
        &self.bitmap
    }
}

impl Deref for Frame {
    type Target = ImageBitmap;

    fn deref(&self) -> &ImageBitmap {
        &self.bitmap
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.bitmap.close();
        if let Some(details) = self.details.take() {
            details.close();
        }
    }
}

/// A frame and what was found in it. They are never apart: whatever shows, keeps or saves the one has the other.
#[derive(Clone)]
pub(crate) struct Found {
    /// The frame that was analysed, or a smaller copy of it.
    pub frame: Rc<Frame>,
    /// What was found in this frame alone.
    pub latest: Arc<Analysis>,
    /// What is shown: of a video smoothed over the last moments, if the visitor wants that.
    pub shown: Arc<Analysis>,
    /// Whether the frame was shown as in a mirror.
    pub mirrored: bool,
}
