//! Letterboxing: scales a frame, or a part of it, into the network's input, centred with grey around it. The result is
//! three planes with values from −1 to 1, and the transform back to pixels of the frame.

use super::anchors::STEP;
use crate::geometry::{Point, Rectangle, Similarity};
use image::RgbaImage;

/// The longer side of the network's input, in pixels, when it looks at a whole frame.
pub const DETECTOR_SIDE: usize = 256;

/// What surrounds the frame: the middle of the input's range, which the network's own padding has as well. Black, as in
/// other implementations, makes the key points of faces at the border scatter a little more.
const SURROUNDINGS: f32 = 0.0;
const HALF_RANGE: f32 = 127.5;

/// Rows and columns of the network's input for a frame of `width` x `height` pixels, neither zero: as few as the network can
/// have that hold the frame, whose longer side is `longer_side` of the input's pixels, and `margin` of them on every side.
pub fn input_shape(width: u32, height: u32, longer_side: usize, margin: usize) -> [usize; 2] {
    let scale = longer_side as f32 / width.max(height) as f32;
    [height, width].map(|length| {
        let length = (length as f32 * scale).round() as usize + 2 * margin;
        length.next_multiple_of(STEP).max(STEP)
    })
}

/// Where a frame lies in the network's input: scaled to fit, centred, with grey around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letterbox {
    /// Pixels of the input per pixel of the frame.
    scale: f32,
    /// The input's pixels left of and above the frame.
    left: f32,
    top: f32,
    /// Rows and columns of the input.
    shape: [usize; 2],
}

impl Letterbox {
    /// Puts a frame into the middle of the input that [`input_shape`] has for it.
    pub(super) fn new(width: u32, height: u32, longer_side: usize, margin: usize) -> Self {
        let scale = longer_side as f32 / width.max(height) as f32;
        let shape @ [rows, columns] = input_shape(width, height, longer_side, margin);
        let before = |shown: usize, length: u32| (shown as f32 - length as f32 * scale) / 2.0;
        Self { scale, left: before(columns, width), top: before(rows, height), shape }
    }

    /// Fits the square of `side` pixels around the middle of `region` into an input of `size`.
    pub(super) fn around(region: &Rectangle, side: f32, size: usize) -> Self {
        let (scale, centre) = (size as f32 / side, region.centre());
        let [left, top] = [centre.x, centre.y].map(|centre| (side / 2.0 - centre) * scale);
        Self { scale, left, top, shape: [size; 2] }
    }

    /// Fits the frame from `corner` on, in its pixels, into the top left corner of an input of this shape, with `scale` of the input's
    /// pixels per pixel.
    pub(super) fn from_corner(corner: Point, scale: f32, shape: [usize; 2]) -> Self {
        Self { scale, left: -corner.x * scale, top: -corner.y * scale, shape }
    }

    /// Rows and columns of the input.
    pub(super) fn shape(&self) -> [usize; 2] {
        self.shape
    }

    /// From the input's pixels to the frame's.
    pub(super) fn input_to_frame(&self) -> Similarity {
        Similarity { a: 1.0 / self.scale, b: 0.0, tx: -self.left / self.scale, ty: -self.top / self.scale }
    }

    /// The frame as red, green and blue planes of the input's shape, −1 to 1. Opacity is ignored.
    ///
    /// Interpolates linearly, over enough of the frame's pixels that shrinking does not alias. Columns are done first:
    /// that runs along the frame's memory, which a compiler turns into vector instructions.
    pub(super) fn planes(&self, frame: &RgbaImage) -> Vec<f32> {
        let [input_rows, input_columns] = self.shape;
        let plane_size = input_rows * input_columns;
        let mut planes = vec![SURROUNDINGS; 3 * plane_size];
        let (width, height) = frame.dimensions();
        let stride = width as usize * 4;
        let rows = Taps::along(self.top, self.scale, height as usize, input_rows);
        let columns = Taps::along(self.left, self.scale, width as usize, input_columns);
        let pixels = frame.as_raw().as_slice();
        let mut line = vec![0.0; stride];
        for row in &rows {
            line.fill(0.0);
            let first = row.first * stride;
            for (source, weight) in pixels.get(first..).unwrap_or_default().chunks_exact(stride).zip(&row.weights) {
                for (sum, &value) in line.iter_mut().zip(source) {
                    *sum += weight * f32::from(value);
                }
            }
            let (line, _) = line.as_chunks::<4>();
            for column in &columns {
                let mut sums = [0.0; 4];
                for (pixel, weight) in line.get(column.first..).unwrap_or_default().iter().zip(&column.weights) {
                    for (sum, value) in sums.iter_mut().zip(pixel) {
                        *sum += weight * value;
                    }
                }
                let offset = row.output * input_columns + column.output;
                for (plane, sum) in planes.chunks_exact_mut(plane_size).zip(sums) {
                    plane[offset] = sum / HALF_RANGE - 1.0; // `output` is in the shape, see `Taps::along`
                }
            }
        }
        planes
    }
}

/// The frame's pixels that one of the input's is made of, along one axis.
struct Taps {
    /// Index of the input's pixel that is made, below the input's size.
    output: usize,
    /// Index of the first of the frame's pixels that it is made of.
    first: usize,
    /// Weights of that pixel and those after it; they sum to one.
    weights: Vec<f32>,
}

impl Taps {
    /// Taps for all of the input's `size` pixels that lie on a frame of `length` pixels starting at `start`.
    fn along(start: f32, scale: f32, length: usize, size: usize) -> Vec<Self> {
        let reach = (1.0 / scale).max(1.0);
        let last = length as f32 - 1.0;
        (0..size)
            .filter_map(|output| {
                let centre = (output as f32 + 0.5 - start) / scale - 0.5;
                if centre <= -0.5 || centre >= last + 0.5 {
                    return None;
                }
                let first = (centre - reach).ceil().max(0.0);
                let end = (centre + reach).floor().min(last);
                let mut weights: Vec<f32> = (first as usize..=end as usize)
                    .map(|pixel| (1.0 - (pixel as f32 - centre).abs() / reach).max(0.0))
                    .collect();
                let sum: f32 = weights.iter().sum();
                weights.iter_mut().for_each(|weight| *weight /= sum);
                Some(Self { output, first: first as usize, weights })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;

    #[test]
    fn the_input_has_the_frames_shape_and_no_more_around_it_than_the_network_asks_for() {
        let shape = |width, height| input_shape(width, height, DETECTOR_SIDE, 0);
        assert_eq!(shape(500, 500), [256, 256]);
        assert_eq!([shape(640, 480), shape(480, 640)], [[192, 256], [256, 192]]);
        assert_eq!([shape(1280, 720), shape(4000, 1)], [[160, 256], [32, 256]]);
        assert_eq!(input_shape(640, 480, 128, 48), [192, 224]);
    }

    #[test]
    fn a_wide_frame_is_centred_between_grey_bars() {
        let frame = RgbaImage::from_pixel(1280, 720, Rgba([255, 0, 51, 7]));
        let letterbox = Letterbox::new(1280, 720, 256, 0);
        let planes = letterbox.planes(&frame);
        assert_eq!([letterbox.shape()[0], planes.len()], [160, 3 * 160 * 256]);
        let at = |plane: usize, x: usize, y: usize| planes[(plane * 160 + y) * 256 + x];
        assert_eq!(at(0, 128, 7), 0.0);
        assert!((at(0, 0, 8) - 1.0).abs() < 1e-5 && (at(0, 255, 151) - 1.0).abs() < 1e-5);
        assert!((at(2, 128, 80) + 0.6).abs() < 1e-5);
        assert_eq!(at(0, 128, 152), 0.0);
    }

    #[test]
    fn a_ramp_keeps_its_values_when_shrunk_and_when_enlarged() {
        for size in [64u32, 256, 640, 1000] {
            let frame = RgbaImage::from_fn(size, size, |x, _| Rgba([(x * 255 / (size - 1)) as u8, 0, 0, 255]));
            let letterbox = Letterbox::new(size, size, 128, 64);
            let planes = letterbox.planes(&frame);
            for x in [80usize, 128, 170] {
                let place = letterbox.input_to_frame().apply(Point { x: x as f32 + 0.5, y: 0.0 }).x - 0.5;
                let expected = place / (size - 1) as f32 * 2.0 - 1.0;
                let value = planes[128 * 256 + x];
                assert!((value - expected).abs() < 0.01, "{value} for {expected} at {x} of {size}");
            }
        }
    }

    #[test]
    fn a_closer_look_has_its_region_in_the_middle() {
        let region = Rectangle { x: 300.0, y: 100.0, width: 40.0, height: 40.0 };
        let letterbox = Letterbox::around(&region, 100.0, 128);
        let centre = letterbox.input_to_frame().apply(Point { x: 64.0, y: 64.0 });
        assert!((centre.x - 320.0).abs() < 1e-3 && (centre.y - 120.0).abs() < 1e-3, "{centre:?}");
        let frame = RgbaImage::from_fn(640, 480, |x, _| if x < 320 { Rgba([0; 4]) } else { Rgba([255; 4]) });
        let planes = letterbox.planes(&frame);
        assert_eq!(planes.len(), 3 * 128 * 128);
        assert_eq!([planes[64 * 128 + 20], planes[64 * 128 + 100]], [-1.0, 1.0]);
    }

    #[test]
    fn frames_of_odd_shapes_do_not_panic() {
        for (width, height) in [(1, 1), (1, 3000), (3000, 1), (2, 5)] {
            let frame = RgbaImage::from_pixel(width, height, Rgba([200; 4]));
            let planes = Letterbox::new(width, height, 128, 48).planes(&frame);
            assert!(planes.iter().all(|value| (-1.0..=1.0).contains(value)));
        }
    }
}
