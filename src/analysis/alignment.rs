//! Puts a face upright and to size: the same crop for training and for the visitor's camera.

use crate::detection::{Detection, KeyPoint};
use crate::geometry::{Point, Similarity};
use image::{Rgb, RgbImage, RgbaImage};

/// Width and height of the canonical crop, in pixels.
pub const CROP_SIZE: u32 = 112;

/// The distance between the eyes in the canonical crop, in pixels. Hair line and chin of nearly all faces are inside.
const EYE_DISTANCE: f32 = 36.0;
/// The point between the eyes in the canonical crop, in pixels. Chins are further from it than hair lines.
const BETWEEN_EYES: Point = Point { x: 56.0, y: 42.0 };

/// The key points that place a face, and where they lie in an average one: seen from the point between the eyes, with the
/// distance of the eyes as unit.
///
/// The shape is the median of 994 faces, half from UTKFace and half from FairFace, each moved on top of the median by
/// least squares, and then made symmetric. Ears are left out: the network guesses them when they are hidden, and in
/// faces seen from the side they move against the rest.
const SHAPE: [(KeyPoint, Point); 4] = [
    (KeyPoint::RightEye, Point { x: -0.5, y: 0.0 }),
    (KeyPoint::LeftEye, Point { x: 0.5, y: 0.0 }),
    (KeyPoint::Nose, Point { x: 0.0, y: 0.57 }),
    (KeyPoint::Mouth, Point { x: 0.0, y: 1.08 }),
];

/// From the pixels of a face's canonical crop to those of the frame it was found in.
///
/// The least-squares similarity from an average face's eyes, nose and mouth to the detection's; `None` where these coincide,
/// which no real face's do.
pub fn crop_to_frame(face: &Detection) -> Option<Similarity> {
    let template = SHAPE.map(|(_, place)| Point {
        x: BETWEEN_EYES.x + EYE_DISTANCE * place.x,
        y: BETWEEN_EYES.y + EYE_DISTANCE * place.y,
    });
    let found = SHAPE.map(|(key_point, _)| face.key_point(key_point));
    Similarity::fit(&template, &found).filter(|transform| transform.inverse().is_some())
}

/// From the pixels of a canonical crop to those of a picture of `width` x `height` pixels that shows a face and little
/// else, but in which none was found: the largest square in its middle.
pub fn centred_crop(width: u32, height: u32) -> Similarity {
    let (width, height) = (width as f32, height as f32);
    let side = width.min(height);
    Similarity { a: side / CROP_SIZE as f32, b: 0.0, tx: (width - side) / 2.0, ty: (height - side) / 2.0 }
}

/// The `size` x `size` pixels that `crop_to_frame` takes from `frame`, whose border pixels go on for ever beyond it.
///
/// Interpolates bilinearly. Where the frame is finer than the crop, each pixel is the mean of as many places, evenly
/// spread over it, as the frame has pixels there. Opacity is ignored; a frame without pixels gives a black crop.
pub fn aligned_crop(frame: &RgbaImage, crop_to_frame: &Similarity, size: u32) -> RgbImage {
    let Some(sampler) = Sampler::new(frame) else {
        return RgbImage::new(size, size);
    };
    let samples = crop_to_frame.scale().ceil().clamp(1.0, MOST_SAMPLES) as u32;
    let step = 1.0 / samples as f32;
    let share = step * step;
    RgbImage::from_fn(size, size, |x, y| {
        let mut sum = [0.0; 3];
        for row in 0..samples {
            for column in 0..samples {
                let place =
                    Point { x: x as f32 + (column as f32 + 0.5) * step, y: y as f32 + (row as f32 + 0.5) * step };
                sampler.add(crop_to_frame.apply(place), share, &mut sum);
            }
        }
        Rgb(sum.map(|value| (value + 0.5) as u8))
    })
}

/// Most samples along one side of a pixel: a face of 1,800 pixels is still sampled at every one of them.
const MOST_SAMPLES: f32 = 16.0;

/// Reads a frame between its pixels.
struct Sampler<'a> {
    pixels: &'a [[u8; 4]],
    width: usize,
    /// The last column and row.
    last: Point,
}

impl<'a> Sampler<'a> {
    /// `None` for a frame without pixels.
    fn new(frame: &'a RgbaImage) -> Option<Self> {
        let (pixels, _) = frame.as_raw().as_chunks::<4>();
        let last = Point { x: frame.width() as f32 - 1.0, y: frame.height() as f32 - 1.0 };
        (!pixels.is_empty()).then_some(Self { pixels, width: frame.width() as usize, last })
    }

    /// Adds `share` of the colour at `place` to `sum`. Places that are not numbers count as the top left corner.
    fn add(&self, place: Point, share: f32, sum: &mut [f32; 3]) {
        let x = (place.x - 0.5).max(0.0).min(self.last.x);
        let y = (place.y - 0.5).max(0.0).min(self.last.y);
        let (left, top) = (x as usize, y as usize);
        let (dx, dy) = (x - left as f32, y - top as f32);
        let right = left + usize::from(dx > 0.0);
        let below = (top + usize::from(dy > 0.0)) * self.width;
        let top = top * self.width;
        // x and y were clamped to the frame, and a whole number has no neighbour to blend with: no index is outside.
        for (place, weight) in [
            (top + left, (1.0 - dx) * (1.0 - dy)),
            (top + right, dx * (1.0 - dy)),
            (below + left, (1.0 - dx) * dy),
            (below + right, dx * dy),
        ] {
            let pixel = self.pixels[place];
            for (sum, value) in sum.iter_mut().zip(pixel) {
                *sum += share * weight * f32::from(value);
            }
        }
    }
}
