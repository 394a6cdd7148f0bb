//! Puts a face upright and to size: the same crop for training and for the visitor's camera.

use crate::cpu::Lanes;
use crate::detection::{Detection, KeyPoint, Part, Picture, PictureError};
use crate::geometry::{Ellipse, Point, Similarity};
use crate::network::CROP_SIDE;
use image::{Rgb, RgbImage, RgbaImage};

/// Width and height of the canonical crop, in pixels.
pub const CROP_PIXELS: u32 = CROP_SIDE as u32;

/// Most samples along one side of a pixel: a face of 1,800 pixels is still sampled at every one of them.
const MOST_SAMPLES: f32 = 16.0;

/// The distance between the eyes in the canonical crop, in pixels. Hair line and chin of nearly all faces are inside.
pub(super) const EYE_DISTANCE: f32 = 36.0;
/// The point between the eyes in the canonical crop, in pixels. Chins are further from it than hair lines.
const BETWEEN_EYES: Point = Point { x: 56.0, y: 42.0 };

/// The face without hair, ears and neck in the canonical crop: from the hair line to the chin and from cheek to cheek of an average one.
pub const FACE_OVAL: Ellipse = Ellipse { centre: Point { x: 56.0, y: 60.0 }, half_axes: [36.0, 46.0] };

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
    let template = SHAPE.map(|(_, place)| canonical(place));
    let found = SHAPE.map(|(key_point, _)| face.key_point(key_point));
    Similarity::fit(&template, &found).filter(|transform| transform.inverse().is_some())
}

/// From a place in [`SHAPE`] to pixels of the canonical crop.
fn canonical(place: Point) -> Point {
    Point { x: BETWEEN_EYES.x + EYE_DISTANCE * place.x, y: BETWEEN_EYES.y + EYE_DISTANCE * place.y }
}

/// From the pixels of a canonical crop to those of a picture of `width` x `height` pixels that shows a face and little
/// else, but in which none was found: the largest square in its middle.
pub fn centred_crop(width: u32, height: u32) -> Similarity {
    let (width, height) = (width as f32, height as f32);
    let side = width.min(height);
    Similarity { a: side / CROP_PIXELS as f32, b: 0.0, tx: (width - side) / 2.0, ty: (height - side) / 2.0 }
}

/// The `size` x `size` pixels that `crop_to_frame` takes from `frame`, whose border pixels go on for ever beyond it.
///
/// Interpolates bilinearly. Where the frame is finer than the crop, each pixel is the mean of as many places, evenly
/// spread over it, as the frame has pixels there. Opacity is ignored; a frame without pixels gives a black crop.
///
/// ```
/// use visage::analysis::alignment::{CROP_PIXELS, aligned_crop, centred_crop};
///
/// let frame = image::RgbaImage::from_pixel(320, 240, image::Rgba([9, 80, 200, 255]));
/// let crop = aligned_crop(&frame, &centred_crop(320, 240), CROP_PIXELS);
/// assert_eq!(crop.dimensions(), (112, 112));
/// assert_eq!(crop.get_pixel(56, 56).0, [9, 80, 200]);
/// ```
pub fn aligned_crop(frame: &RgbaImage, crop_to_frame: &Similarity, size: u32) -> RgbImage {
    let Some(sampler) = Sampler::new(frame) else {
        return RgbImage::new(size, size);
    };
    let samples = crop_to_frame.scale().ceil().clamp(1.0, MOST_SAMPLES) as u32;
    let step = 1.0 / samples as f32;
    let share = step * step;
    // A line of samples is placed as a whole and then read, as compilers turn only the former into vector instructions.
    let across: Vec<f32> =
        (0..size).flat_map(|x| (0..samples).map(move |column| x as f32 + (column as f32 + 0.5) * step)).collect();
    let mut line = Line::new(across.len());
    let mut crop = RgbImage::new(size, size);
    let mut sums = vec![Lanes::zero(); size as usize];
    for (y, pixels) in (0..size).zip(crop.rows_mut()) {
        sums.fill(Lanes::zero());
        for row in 0..samples {
            let down = y as f32 + (row as f32 + 0.5) * step;
            sampler.place(across.iter().map(|&x| crop_to_frame.apply(Point { x, y: down })), &mut line);
            let mut places = line.samples();
            for sum in &mut sums {
                places.by_ref().take(samples as usize).for_each(|sample| sampler.add(sample, share, sum));
            }
        }
        for (pixel, sum) in pixels.zip(&sums) {
            let [red, green, blue, _] = sum.values().map(|value| (value + 0.5) as u8);
            *pixel = Rgb([red, green, blue]);
        }
    }
    crop
}

/// As [`aligned_crop`], of a picture that need not be held whole.
///
/// # Errors
/// When the picture's part around the crop cannot be read.
pub fn crop_of_picture(
    picture: &impl Picture,
    crop_to_picture: &Similarity,
    size: u32,
) -> Result<RgbImage, PictureError> {
    let far = size as f32;
    let corners = [(0.0, 0.0), (far, 0.0), (0.0, far), (far, far)].map(|(x, y)| crop_to_picture.apply(Point { x, y }));
    let least = |place: fn(&Point) -> f32| corners.iter().map(place).fold(f32::INFINITY, f32::min);
    let most = |place: fn(&Point) -> f32| corners.iter().map(place).fold(f32::NEG_INFINITY, f32::max);
    let (width, height) = picture.dimensions();
    // The picture's border goes on for ever, so that a crop beyond it is made of what is there. A pixel more, to blend with.
    let start = [least(|p| p.x) - 1.0, least(|p| p.y) - 1.0];
    let end = [most(|p| p.x) + 1.0, most(|p| p.y) + 1.0];
    let start = [start[0].min(width as f32 - 1.0), start[1].min(height as f32 - 1.0)];
    let Some(part) = Part::within((width, height), start, [end[0].max(1.0), end[1].max(1.0)]) else {
        return Ok(RgbImage::new(size, size));
    };
    let pixels = picture.part(part)?;
    let to_part = Similarity { tx: -(part.x as f32), ty: -(part.y as f32), ..Similarity::IDENTITY };
    Ok(aligned_crop(&pixels, &crop_to_picture.then(&to_part), size))
}

/// Reads a frame between its pixels.
struct Sampler<'a> {
    pixels: &'a [[u8; 4]],
    width: i32,
    /// The last column and row.
    last: Point,
    /// The last column and row with neighbours beyond them, or the only ones.
    last_left: i32,
    last_top: i32,
    /// How far on the pixels lie that are blended with a pixel: to its right and below.
    right: usize,
    below: usize,
}

/// Places between four pixels: the first of these, and how far it is from that to its right and downwards, 0 to 1.
struct Line {
    first: Vec<i32>,
    dx: Vec<f32>,
    dy: Vec<f32>,
}

impl Line {
    fn new(length: usize) -> Self {
        Self { first: vec![0; length], dx: vec![0.0; length], dy: vec![0.0; length] }
    }

    fn samples(&self) -> impl Iterator<Item = (usize, f32, f32)> {
        self.first.iter().zip(&self.dx).zip(&self.dy).map(|((&first, &dx), &dy)| (first as usize, dx, dy))
    }
}

impl<'a> Sampler<'a> {
    /// A sampler of `frame`; `None` for a frame without pixels.
    fn new(frame: &'a RgbaImage) -> Option<Self> {
        let (pixels, _) = frame.as_raw().as_chunks::<4>();
        let (width, height) = frame.dimensions();
        (!pixels.is_empty()).then_some(Self {
            pixels,
            width: width as i32,
            last: Point { x: width as f32 - 1.0, y: height as f32 - 1.0 },
            last_left: width.saturating_sub(2) as i32,
            last_top: height.saturating_sub(2) as i32,
            right: usize::from(width > 1),
            below: if height > 1 { width as usize } else { 0 },
        })
    }

    /// Where to read at the `places` of a line. Places that are not numbers count as the top left corner.
    #[inline(always)]
    fn place(&self, places: impl Iterator<Item = Point>, line: &mut Line) {
        let Line { first, dx, dy } = line;
        for (((first, dx), dy), place) in first.iter_mut().zip(dx).zip(dy).zip(places) {
            let (x, y) = (bounded(place.x - 0.5, self.last.x), bounded(place.y - 0.5, self.last.y));
            // They are bounded, and this conversion is the one that vectors have.
            let (left, top) = ((x as i32).min(self.last_left), (y as i32).min(self.last_top));
            *first = top * self.width + left;
            *dx = x - left as f32;
            *dy = y - top as f32;
        }
    }

    /// Adds `share` of the colour at a sample to `sum`.
    #[inline(always)]
    fn add(&self, (top, dx, dy): (usize, f32, f32), share: f32, sum: &mut Lanes) {
        let below = top + self.below;
        // The frame has the neighbours of all places that `place` gives.
        sum.add(share * ((1.0 - dx) * (1.0 - dy)), self.pixels[top]);
        sum.add(share * (dx * (1.0 - dy)), self.pixels[top + self.right]);
        sum.add(share * ((1.0 - dx) * dy), self.pixels[below]);
        sum.add(share * (dx * dy), self.pixels[below + self.right]);
    }
}

/// `value` between 0 and `most`; 0 where it isn't a number.
#[inline(always)]
fn bounded(value: f32, most: f32) -> f32 {
    let value = if value > 0.0 { value } else { 0.0 };
    if value < most { value } else { most }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rectangle;
    use image::Rgba;

    /// An average face that `transform` moves from the canonical crop into a frame.
    fn average_face(transform: &Similarity) -> Detection {
        let mut key_points = [Point::default(); KeyPoint::COUNT];
        for (key_point, place) in SHAPE {
            key_points[key_point as usize] = transform.apply(canonical(place));
        }
        Detection { bounding_box: Rectangle::default(), key_points, score: 1.0 }
    }

    #[test]
    fn a_turned_and_scaled_face_is_put_upright() {
        let (sine, cosine) = 0.6f32.sin_cos();
        let turned = Similarity { a: 2.5 * cosine, b: 2.5 * sine, tx: 310.0, ty: -40.0 };
        let found = crop_to_frame(&average_face(&turned)).unwrap();
        for (found, expected) in
            [(found.a, turned.a), (found.b, turned.b), (found.tx, turned.tx), (found.ty, turned.ty)]
        {
            assert!((found - expected).abs() < 1e-3, "{found} for {expected}");
        }
    }

    #[test]
    fn a_face_whose_points_coincide_cannot_be_aligned() {
        let point = Similarity { a: 0.0, b: 0.0, tx: 5.0, ty: 5.0 };
        assert!(crop_to_frame(&average_face(&point)).is_none());
    }

    #[test]
    fn the_crop_of_a_ramp_is_the_ramp_at_every_scale() {
        let frame = RgbaImage::from_fn(256, 256, |x, y| Rgba([x as u8, y as u8, 9, 255]));
        for scale in [0.3, 1.0, 1.7, 4.0] {
            let transform = Similarity { a: 0.8 * scale, b: 0.6 * scale, tx: 120.0, ty: 60.0 };
            let crop = aligned_crop(&frame, &transform, 20);
            for (x, y) in [(0, 0), (13, 4), (19, 19)] {
                let place = transform.apply(Point { x: x as f32 + 0.5, y: y as f32 + 0.5 });
                let Rgb([red, green, blue]) = *crop.get_pixel(x, y);
                assert!((f32::from(red) - (place.x - 0.5)).abs() <= 0.51, "{red} for {place:?} at scale {scale}");
                assert!((f32::from(green) - (place.y - 0.5)).abs() <= 0.51, "{green} for {place:?} at scale {scale}");
                assert_eq!(blue, 9);
            }
        }
    }

    /// The crop as [`aligned_crop`] describes it, with nothing done for speed. All crops that the network was trained on were
    /// made by it.
    fn plain_crop(frame: &RgbaImage, transform: &Similarity, size: u32) -> RgbImage {
        let last = [frame.width() - 1, frame.height() - 1].map(|last| last as f32);
        let samples = transform.scale().ceil().clamp(1.0, MOST_SAMPLES) as u32;
        let step = 1.0 / samples as f32;
        RgbImage::from_fn(size, size, |x, y| {
            let mut sum = [0.0; 3];
            for (row, column) in (0..samples).flat_map(|row| (0..samples).map(move |column| (row, column))) {
                let place = transform.apply(Point {
                    x: x as f32 + (column as f32 + 0.5) * step,
                    y: y as f32 + (row as f32 + 0.5) * step,
                });
                let x = (place.x - 0.5).clamp(0.0, last[0]);
                let y = (place.y - 0.5).clamp(0.0, last[1]);
                for (column, across) in [(x.floor(), 1.0 - x.fract()), (x.ceil(), x.fract())] {
                    for (row, down) in [(y.floor(), 1.0 - y.fract()), (y.ceil(), y.fract())] {
                        let pixel = frame.get_pixel(column as u32, row as u32).0;
                        for (sum, value) in sum.iter_mut().zip(pixel) {
                            *sum += step * step * across * down * f32::from(value);
                        }
                    }
                }
            }
            Rgb(sum.map(|value| (value + 0.5) as u8))
        })
    }

    #[test]
    fn the_crop_is_the_plain_one_but_for_rounding() {
        let level = |x: u32, y: u32, channel: u32| (x * 7919 + y * 104_729 + channel * 1_299_709) % 251;
        let frame = RgbaImage::from_fn(90, 70, |x, y| Rgba([0, 1, 2, 3].map(|channel| level(x, y, channel) as u8)));
        for scale in [0.2, 0.9, 1.6, 3.3, 40.0] {
            let transform = Similarity { a: 0.9 * scale, b: -0.4 * scale, tx: -12.0, ty: 30.0 };
            let (found, expected) = (aligned_crop(&frame, &transform, 40), plain_crop(&frame, &transform, 40));
            let differences = found.as_raw().iter().zip(expected.as_raw()).map(|(a, b)| a.abs_diff(*b));
            assert!(differences.clone().all(|difference| difference <= 1), "more than rounding at scale {scale}");
            let rounded = differences.filter(|difference| *difference > 0).count();
            assert!(rounded * 100 <= found.as_raw().len(), "{rounded} levels differ at scale {scale}");
        }
    }

    #[test]
    fn shrinking_averages_fine_stripes() {
        let frame = RgbaImage::from_fn(400, 400, |x, _| Rgba([if x % 2 == 0 { 0 } else { 200 }; 4]));
        let crop = aligned_crop(&frame, &Similarity { a: 4.0, ..Similarity::IDENTITY }, 100);
        assert!(crop.pixels().all(|pixel| pixel.0[0].abs_diff(100) <= 13), "stripes are left");
    }

    #[test]
    fn the_frames_border_goes_on_beyond_it() {
        let frame = RgbaImage::from_fn(2, 1, |x, _| Rgba([200 * x as u8; 4]));
        let far_left = Similarity { tx: -1e9, ..Similarity::IDENTITY };
        let far_right = Similarity { tx: 1e9, ty: f32::NAN, ..Similarity::IDENTITY };
        assert!(aligned_crop(&frame, &far_left, 4).pixels().all(|pixel| pixel.0 == [0; 3]));
        assert!(aligned_crop(&frame, &far_right, 4).pixels().all(|pixel| pixel.0 == [200; 3]));
        assert_eq!(aligned_crop(&RgbaImage::new(0, 5), &Similarity::IDENTITY, 4), RgbImage::new(4, 4));
    }

    #[test]
    fn the_centred_crop_is_the_largest_square_in_the_middle() {
        let transform = centred_crop(300, 200);
        assert_eq!(transform.apply(Point::default()), Point { x: 50.0, y: 0.0 });
        let end = transform.apply(Point { x: CROP_PIXELS as f32, y: CROP_PIXELS as f32 });
        assert!((end.x - 250.0).abs() < 1e-3 && (end.y - 200.0).abs() < 1e-3);
    }

    #[test]
    fn a_crop_of_a_part_is_that_of_the_whole_picture() {
        let picture = RgbaImage::from_fn(300, 200, |x, y| {
            image::Rgba([(x * 7 % 256) as u8, (y * 5 % 256) as u8, (x + y) as u8, 255])
        });
        let turned = Similarity { a: 0.6, b: 0.4, tx: 100.0, ty: 30.0 };
        let beyond = Similarity { a: 1.5, b: -0.3, tx: 250.0, ty: 150.0 };
        let outside = Similarity { a: 0.5, b: 0.0, tx: 900.0, ty: -300.0 };
        for transform in [turned, beyond, outside] {
            let whole = aligned_crop(&picture, &transform, CROP_PIXELS);
            let part = crop_of_picture(&picture, &transform, CROP_PIXELS).unwrap();
            let differs = whole.pixels().zip(part.pixels()).any(|(a, b)| (0..3).any(|i| a.0[i].abs_diff(b.0[i]) > 1));
            assert!(!differs, "{transform:?}");
        }
    }
}
