//! Pictures of faces made into what the network should not be believed about: covered, drawn, turned over, or no face at all.
//!
//! Everything is drawn in the coordinates of the canonical crop, in which eyes, nose and mouth of all faces lie in about the same
//! places, so that a picture of any size can be altered.

use crate::analysis::alignment::CROP_PIXELS;
use crate::geometry::{Point, Similarity};
use image::{Rgba, RgbaImage, imageops};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// A way in which a picture is altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlier {
    /// A cloth over mouth and nose, fastened behind the ears.
    Mask,
    /// A scarf over all below the eyes.
    Scarf,
    /// Dark glasses.
    Sunglasses,
    /// A dark bar over both eyes.
    Bar,
    /// A hand before the mouth or an eye: a palm with four fingers.
    Hand,
    /// One side of the face behind something.
    Half,
    /// A face upside down.
    UpsideDown,
    /// A face on its side.
    OnItsSide,
    /// Noise as of a sensor without light.
    Noise,
    /// The photograph in few colours with dark outlines.
    Comic,
    /// The photograph as a pencil would draw it.
    Sketch,
    /// A face of a few strokes and areas.
    Drawing,
    /// Something else of the same picture, where the face would be.
    NoFace,
}

impl Outlier {
    /// All outliers.
    pub const ALL: [Self; 13] = [
        Self::Mask,
        Self::Scarf,
        Self::Sunglasses,
        Self::Bar,
        Self::Hand,
        Self::Half,
        Self::UpsideDown,
        Self::OnItsSide,
        Self::Noise,
        Self::Comic,
        Self::Sketch,
        Self::Drawing,
        Self::NoFace,
    ];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mask => "a mask",
            Self::Scarf => "a scarf up to the eyes",
            Self::Sunglasses => "sunglasses",
            Self::Bar => "a bar over the eyes",
            Self::Hand => "a hand",
            Self::Half => "half of the face covered",
            Self::UpsideDown => "upside down",
            Self::OnItsSide => "on its side",
            Self::Noise => "noise",
            Self::Comic => "a comic made of the photo",
            Self::Sketch => "a sketch made of the photo",
            Self::Drawing => "a drawn face",
            Self::NoFace => "no face",
        }
    }

    /// Whether a part of a real face is covered.
    pub fn is_covering(self) -> bool {
        matches!(self, Self::Mask | Self::Scarf | Self::Sunglasses | Self::Bar | Self::Hand | Self::Half)
    }

    /// Whether doubts are fitted to this kind; the others show what becomes of kinds that were never seen.
    pub fn is_fitted(self) -> bool {
        !matches!(self, Self::Scarf | Self::Bar | Self::Sketch)
    }
}

/// `picture` altered, of whose canonical crop `crop_to_picture` tells the place. The same `seed` makes the same.
pub fn altered(picture: &RgbaImage, crop_to_picture: &Similarity, outlier: Outlier, seed: u64) -> RgbaImage {
    let mut random = StdRng::seed_from_u64(seed);
    match outlier {
        Outlier::UpsideDown => imageops::rotate180(picture),
        Outlier::OnItsSide if random.random() => imageops::rotate90(picture),
        Outlier::OnItsSide => imageops::rotate270(picture),
        Outlier::Noise => noisy(picture, &mut random),
        Outlier::Comic => comic(picture, crop_to_picture.scale(), &mut random),
        Outlier::Sketch => sketch(picture, crop_to_picture.scale()),
        Outlier::NoFace => mirrored_inwards(picture, crop_to_picture, &mut random),
        _ => painted(picture, crop_to_picture, &shapes(outlier, &mut random), &mut random),
    }
}

/// An area of one colour, in pixels of the canonical crop.
struct Shape {
    outline: Outline,
    colour: [f32; 3],
}

enum Outline {
    Ellipse { centre: Point, across: f32, down: f32, turn: f32 },
    Polygon(Vec<Point>),
    Everything,
}

impl Outline {
    fn contains(&self, point: Point) -> bool {
        match self {
            Self::Everything => true,
            Self::Ellipse { centre, across, down, turn } => {
                let (sine, cosine) = turn.sin_cos();
                let (x, y) = (point.x - centre.x, point.y - centre.y);
                let (along, aside) = (x * cosine + y * sine, y * cosine - x * sine);
                (along / across).powi(2) + (aside / down).powi(2) <= 1.0
            }
            Self::Polygon(corners) => {
                let next = corners.iter().cycle().skip(1);
                corners.iter().zip(next).fold(false, |inside, (a, b)| {
                    let crosses = (a.y > point.y) != (b.y > point.y)
                        && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x;
                    inside != crosses
                })
            }
        }
    }
}

fn ellipse(x: f32, y: f32, across: f32, down: f32, turn: f32, colour: [f32; 3]) -> Shape {
    Shape { outline: Outline::Ellipse { centre: Point { x, y }, across, down, turn }, colour }
}

fn polygon(corners: &[(f32, f32)], colour: [f32; 3]) -> Shape {
    Shape { outline: Outline::Polygon(corners.iter().map(|&(x, y)| Point { x, y }).collect()), colour }
}

/// What is painted over a face, the last on top.
fn shapes(outlier: Outlier, random: &mut StdRng) -> Vec<Shape> {
    let mut about = |value: f32, spread: f32| value + random.random_range(-spread..=spread);
    let shift = about(0.0, 2.0);
    match outlier {
        Outlier::Mask => {
            let (top, low) = (about(58.0, 4.0), about(106.0, 4.0));
            let (left, right) = (about(24.0, 3.0), about(88.0, 3.0));
            let cloth = cloth(&mut about);
            let fold = cloth.map(|level| 0.85 * level);
            let mut shapes = vec![
                polygon(&[(left - 12.0, 50.0), (left, top + 4.0), (left, top + 8.0), (left - 12.0, 54.0)], cloth),
                polygon(&[(right + 12.0, 50.0), (right, top + 4.0), (right, top + 8.0), (right + 12.0, 54.0)], cloth),
                polygon(
                    &[
                        (left, top + 5.0),
                        (56.0 + shift, top - 4.0),
                        (right, top + 5.0),
                        (right - 2.0, 90.0),
                        (72.0, low),
                        (40.0, low),
                        (left + 2.0, 90.0),
                    ],
                    cloth,
                ),
            ];
            shapes.extend([72.0, 80.0, 88.0].map(|y| {
                polygon(
                    &[(left + 3.0, y), (right - 3.0, y + shift), (right - 3.0, y + 1.4 + shift), (left + 3.0, y + 1.4)],
                    fold,
                )
            }));
            shapes
        }
        Outlier::Scarf => {
            let (top, cloth) = (about(56.0, 3.0), cloth(&mut about));
            let stripe = cloth.map(|level| (level + 60.0) % 256.0);
            let mut shapes = vec![polygon(
                &[(-60.0, top + 6.0), (56.0, top), (172.0, top + 6.0), (172.0, 190.0), (-60.0, 190.0)],
                cloth,
            )];
            shapes.extend((0..5).map(|row| {
                let y = top + 10.0 + 12.0 * row as f32;
                polygon(&[(-60.0, y + 8.0), (172.0, y - 8.0), (172.0, y - 4.0), (-60.0, y + 12.0)], stripe)
            }));
            shapes
        }
        Outlier::Sunglasses => {
            let (across, down) = (about(15.0, 2.5), about(11.0, 2.0));
            let dark = about(22.0, 20.0);
            let tint = [dark, dark + about(4.0, 4.0), dark + about(4.0, 4.0)];
            let frame = [about(30.0, 25.0), about(25.0, 20.0), about(25.0, 20.0)];
            let y = about(43.0, 1.5);
            vec![
                polygon(&[(8.0, y - 4.0), (104.0, y - 4.0), (104.0, y - 1.5), (8.0, y - 1.5)], frame),
                ellipse(37.0, y, across + 1.5, down + 1.5, 0.0, frame),
                ellipse(75.0, y, across + 1.5, down + 1.5, 0.0, frame),
                ellipse(37.0, y, across, down, 0.0, tint),
                ellipse(75.0, y, across, down, 0.0, tint),
            ]
        }
        Outlier::Bar => {
            let (y, half) = (about(42.0, 1.0), about(9.0, 2.0));
            vec![polygon(
                &[(14.0, y - half), (98.0, y - half), (98.0, y + half), (14.0, y + half)],
                [about(10.0, 10.0); 3],
            )]
        }
        Outlier::Hand => {
            let skin = skin(&mut about);
            let shade = skin.map(|level| 0.75 * level);
            let (x, y) = if about(0.0, 1.0) > 0.0 { (about(56.0, 8.0), 84.0) } else { (about(36.0, 3.0), 50.0) };
            let turn = about(-0.3, 0.5);
            let mut shapes = vec![ellipse(x, y + 26.0, 20.0, 24.0, turn, skin)];
            for finger in 0..4 {
                let across = x - 15.0 + 10.0 * finger as f32;
                shapes.push(ellipse(across, y, 5.6, 22.0, turn, shade));
                shapes.push(ellipse(across, y, 4.8, 21.4, turn, skin));
            }
            shapes
        }
        Outlier::Half => {
            let edge = about(54.0, 5.0);
            let lean = about(0.0, 8.0);
            let colour = cloth(&mut about);
            let far = if about(0.0, 1.0) > 0.0 { -80.0 } else { 192.0 };
            vec![polygon(&[(edge + lean, -60.0), (far, -60.0), (far, 172.0), (edge - lean, 172.0)], colour)]
        }
        Outlier::Drawing => drawing(&mut about),
        _ => Vec::new(),
    }
}

/// Some colour of a cloth: white, black, blue, or any other.
fn cloth(about: &mut impl FnMut(f32, f32) -> f32) -> [f32; 3] {
    match about(2.0, 1.99) as u32 {
        0 => [about(225.0, 25.0); 3],
        1 => [about(25.0, 20.0); 3],
        2 => [about(130.0, 30.0), about(180.0, 25.0), about(215.0, 25.0)],
        _ => [about(128.0, 110.0), about(128.0, 110.0), about(128.0, 110.0)],
    }
}

/// Some colour of skin, from dark to light.
fn skin(about: &mut impl FnMut(f32, f32) -> f32) -> [f32; 3] {
    let light = about(0.65, 0.35);
    [60.0 + 180.0 * light, 35.0 + 150.0 * light, 25.0 + 125.0 * light]
}

/// A face of a few areas, as in a comic strip, on a plain ground.
fn drawing(about: &mut impl FnMut(f32, f32) -> f32) -> Vec<Shape> {
    let line = [about(20.0, 20.0); 3];
    let skin =
        if about(0.0, 1.0) > -0.5 { skin(about) } else { [about(180.0, 70.0), about(180.0, 70.0), about(90.0, 80.0)] };
    let hair = [about(90.0, 80.0), about(70.0, 60.0), about(60.0, 50.0)];
    let (across, down) = (about(40.0, 4.0), about(50.0, 5.0));
    let (eye, iris) = (about(8.0, 3.0), [about(70.0, 60.0), about(90.0, 60.0), about(90.0, 70.0)]);
    let mouth = about(9.0, 5.0);
    let ground =
        Shape { outline: Outline::Everything, colour: [about(200.0, 55.0), about(200.0, 55.0), about(200.0, 55.0)] };
    let mut shapes = vec![
        ground,
        ellipse(56.0, 46.0, across + 6.0, down + 4.0, 0.0, hair),
        ellipse(56.0, 60.0, across + 1.6, down + 1.6, 0.0, line),
        ellipse(56.0, 60.0, across, down, 0.0, skin),
        ellipse(56.0, 16.0, across, 12.0, 0.0, hair),
        ellipse(56.0, 82.0, 13.0, mouth * 0.6 + 1.2, 0.0, line),
        ellipse(56.0, 82.0, 12.0, mouth * 0.6, 0.0, [about(190.0, 40.0), about(70.0, 40.0), about(70.0, 40.0)]),
        polygon(&[(55.0, 58.0), (60.0, 68.0), (53.0, 69.0), (53.5, 67.6), (57.6, 67.0)], line),
    ];
    for x in [38.0, 74.0] {
        shapes.push(ellipse(x, 42.0, eye + 1.2, eye * 0.8 + 1.2, 0.0, line));
        shapes.push(ellipse(x, 42.0, eye, eye * 0.8, 0.0, [250.0; 3]));
        shapes.push(ellipse(x, 42.0, eye * 0.55, eye * 0.6, 0.0, iris));
        shapes.push(ellipse(x, 42.0, eye * 0.25, eye * 0.3, 0.0, line));
        shapes.push(polygon(&[(x - 9.0, 31.0), (x + 9.0, 30.0), (x + 9.0, 32.5), (x - 9.0, 33.5)], line));
    }
    shapes
}

/// The picture with shapes over it, which have a little shade and grain, as things have in photographs.
fn painted(picture: &RgbaImage, crop_to_picture: &Similarity, shapes: &[Shape], random: &mut StdRng) -> RgbaImage {
    let mut picture = picture.clone();
    let Some(to_crop) = crop_to_picture.inverse() else { return picture };
    let (shade, grain) = (random.random_range(0.0..0.25), random.random_range(0.5..5.0f32));
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let place = to_crop.apply(Point { x: x as f32 + 0.5, y: y as f32 + 0.5 });
        let Some(shape) = shapes.iter().rev().find(|shape| shape.outline.contains(place)) else { continue };
        let light = 1.0 - shade * (place.x / CROP_PIXELS as f32 - 0.5).abs() * 2.0;
        let noise = random.random_range(-grain..=grain);
        let [red, green, blue] = shape.colour.map(|level| (level * light + noise).clamp(0.0, 255.0) as u8);
        *pixel = Rgba([red, green, blue, 255]);
    }
    picture
}

fn noisy(picture: &RgbaImage, random: &mut StdRng) -> RgbaImage {
    let strength: f32 = random.random_range(90.0..180.0);
    let mut picture = picture.clone();
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let mut level = |level: u8| {
            // The sum of three has nearly a normal distribution.
            let noise: f32 = (0..3).map(|_| random.random_range(-1.0..1.0f32)).sum();
            (f32::from(level) * 0.6 + 50.0 + strength * noise).clamp(0.0, 255.0) as u8
        };
        pixel.0 = [level(red), level(green), level(blue), alpha];
    }
    picture
}

/// Few levels of colour and dark outlines.
fn comic(picture: &RgbaImage, scale: f32, random: &mut StdRng) -> RgbaImage {
    let levels = random.random_range(3..6) as f32;
    let soft = imageops::fast_blur(picture, 1.6 * scale);
    let edges = edges(&imageops::fast_blur(picture, 0.8 * scale), scale.ceil().max(1.0) as u32);
    let strength = random.random_range(1.5..4.0f32);
    let mut comic = soft;
    for (pixel, edge) in comic.pixels_mut().zip(edges) {
        let [red, green, blue, alpha] = pixel.0;
        let line = if edge * strength > 90.0 { 0.15 } else { 1.0 };
        let flat = |level: u8| ((f32::from(level) / 255.0 * levels).round() / levels * 255.0 * line).min(255.0) as u8;
        pixel.0 = [flat(red), flat(green), flat(blue), alpha];
    }
    comic
}

/// Grey strokes on white.
fn sketch(picture: &RgbaImage, scale: f32) -> RgbaImage {
    let mut sketch = imageops::fast_blur(picture, 0.6 * scale);
    let edges = edges(&sketch, scale.ceil().max(1.0) as u32);
    for (pixel, edge) in sketch.pixels_mut().zip(edges) {
        pixel.0 = [(250.0 - 2.5 * edge).clamp(20.0, 250.0) as u8; 4];
        pixel.0[3] = 255;
    }
    sketch
}

/// How much the grey level changes around each pixel, over `reach` pixels.
fn edges(picture: &RgbaImage, reach: u32) -> Vec<f32> {
    let (width, height) = picture.dimensions();
    let grey = |x: u32, y: u32| {
        let [red, green, blue, _] = picture.get_pixel(x.min(width - 1), y.min(height - 1)).0;
        0.3 * f32::from(red) + 0.6 * f32::from(green) + 0.1 * f32::from(blue)
    };
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    places.map(|(x, y)| (grey(x + reach, y) - grey(x, y)).hypot(grey(x, y + reach) - grey(x, y))).collect()
}

/// The picture's surroundings, moved to where its face is: cut from beside it, and enlarged.
fn mirrored_inwards(picture: &RgbaImage, crop_to_picture: &Similarity, random: &mut StdRng) -> RgbaImage {
    let (width, height) = picture.dimensions();
    let centre = crop_to_picture.apply(Point { x: 56.0, y: 62.0 });
    let reach = 0.5 * crop_to_picture.scale() * CROP_PIXELS as f32;
    let zoom = random.random_range(1.5..3.0f32);
    // The corner that is furthest from the face.
    let corner = Point {
        x: if centre.x > width as f32 / 2.0 { 0.0 } else { width as f32 - 1.0 },
        y: if random.random() { 0.0 } else { height as f32 - 1.0 },
    };
    RgbaImage::from_fn(width, height, |x, y| {
        let (dx, dy) = ((x as f32 - centre.x).abs() / zoom, (y as f32 - centre.y).abs() / zoom);
        let towards = |corner: f32, distance: f32| if corner > 0.0 { corner - distance } else { distance };
        let (x, y) = (towards(corner.x, dx.min(reach)), towards(corner.y, dy.min(reach)));
        *picture.get_pixel((x as u32).min(width - 1), (y as u32).min(height - 1))
    })
}
