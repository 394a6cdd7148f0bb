use crate::geometry::{Rectangle, Similarity};
use image::RgbaImage;

/// Width and height of the network's input, in pixels, when it looks at a whole frame.
pub const INPUT_SIZE: usize = 256;

/// What surrounds the frame: the middle of the input's range, which the network's own padding has as well. Black, as in
/// other implementations, makes the key points of faces at the border scatter a little more.
const SURROUNDINGS: f32 = 0.0;
const HALF_RANGE: f32 = 127.5;

/// Where a frame lies in the network's input: scaled to fit, centred, with grey around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letterbox {
    /// Pixels of the input per pixel of the frame.
    scale: f32,
    /// The input's pixels left of and above the frame.
    left: f32,
    top: f32,
    /// Width and height of the input.
    size: usize,
}

impl Letterbox {
    /// Fits a frame of `width` x `height` pixels, neither zero, with a further border of `border` times its longer side
    /// on every side.
    pub fn new(width: u32, height: u32, border: f32) -> Self {
        let (width, height) = (width as f32, height as f32);
        let size = INPUT_SIZE as f32;
        let scale = size / (width.max(height) * (1.0 + 2.0 * border));
        let (left, top) = ((size - width * scale) / 2.0, (size - height * scale) / 2.0);
        Self { scale, left, top, size: INPUT_SIZE }
    }

    /// Fits the square of `side` pixels around the middle of `region` into an input of `size`.
    pub fn around(region: &Rectangle, side: f32, size: usize) -> Self {
        let (scale, centre) = (size as f32 / side, region.centre());
        Self { scale, left: (side / 2.0 - centre.x) * scale, top: (side / 2.0 - centre.y) * scale, size }
    }

    /// From the input's pixels to the frame's.
    pub fn input_to_frame(&self) -> Similarity {
        Similarity { a: 1.0 / self.scale, b: 0.0, tx: -self.left / self.scale, ty: -self.top / self.scale }
    }

    /// The frame as red, green and blue planes of the input's size, −1 to 1. Opacity is ignored.
    ///
    /// Interpolates linearly, over so many of the frame's pixels that shrinking does not alias. Columns are done first:
    /// that runs along the frame's memory, which a compiler turns into vector instructions.
    pub fn planes(&self, frame: &RgbaImage) -> Vec<f32> {
        let plane_size = self.size * self.size;
        let mut planes = vec![SURROUNDINGS; 3 * plane_size];
        let (width, height) = frame.dimensions();
        let stride = width as usize * 4;
        let rows = Taps::along(self.top, self.scale, height as usize, self.size);
        let columns = Taps::along(self.left, self.scale, width as usize, self.size);
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
                let offset = row.output * self.size + column.output;
                for (plane, sum) in planes.chunks_exact_mut(plane_size).zip(sums) {
                    plane[offset] = sum / HALF_RANGE - 1.0; // `output` is below `size`, see `Taps::along`
                }
            }
        }
        planes
    }
}

/// The frame's pixels that one of the input's is made of, along one axis.
struct Taps {
    /// The input's pixel, below its size.
    output: usize,
    /// The first of the frame's pixels.
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
    use crate::geometry::Point;
    use image::Rgba;

    const PLANE: usize = INPUT_SIZE * INPUT_SIZE;

    fn written(frame: &RgbaImage, border: f32) -> Vec<f32> {
        Letterbox::new(frame.width(), frame.height(), border).planes(frame)
    }

    #[test]
    fn a_wide_frame_is_centred_between_grey_bars() {
        let frame = RgbaImage::from_pixel(512, 256, Rgba([255, 0, 51, 7]));
        let planes = written(&frame, 0.0);
        let at = |plane: usize, x: usize, y: usize| planes[plane * PLANE + y * INPUT_SIZE + x];
        assert_eq!(at(0, 128, 63), 0.0);
        assert!((at(0, 0, 64) - 1.0).abs() < 1e-5 && (at(0, 255, 191) - 1.0).abs() < 1e-5);
        assert!((at(2, 128, 128) + 0.6).abs() < 1e-5);
        assert_eq!(at(0, 128, 192), 0.0);
    }

    #[test]
    fn a_ramp_keeps_its_values_when_shrunk_and_when_enlarged() {
        for size in [64u32, 256, 640, 1000] {
            let frame = RgbaImage::from_fn(size, size, |x, _| Rgba([(x * 255 / (size - 1)) as u8, 0, 0, 255]));
            let planes = written(&frame, 0.25);
            let letterbox = Letterbox::new(size, size, 0.25);
            for x in [80usize, 128, 170] {
                let place = letterbox.input_to_frame().apply(Point { x: x as f32 + 0.5, y: 0.0 }).x - 0.5;
                let expected = place / (size - 1) as f32 * 2.0 - 1.0;
                let value = planes[128 * INPUT_SIZE + x];
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
            let planes = written(&RgbaImage::from_pixel(width, height, Rgba([200; 4])), 0.5);
            assert!(planes.iter().all(|value| (-1.0..=1.0).contains(value)));
        }
    }
}
