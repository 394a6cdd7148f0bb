//! Made scenes: pictures in which it is known where faces are, and how large.

use crate::detection::{Detection, KeyPoint};
use crate::geometry::Rectangle;
use image::imageops::{FilterType, crop_imm, overlay, resize, rotate90, rotate180, rotate270};
use image::{Rgba, RgbaImage};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::f32::consts::{FRAC_PI_2, FRAC_PI_4};

/// Side of what is cut out around a face, in widths of its box: hair, chin and a little of what is behind.
const CUT_OUT: f32 = 1.7;
/// Where cut-outs begin to fade into the scene, and where they have, in halves of their sides.
const FADES: [f32; 2] = [0.8, 1.0];
/// Least distance of two faces, in widths of their boxes.
const APART: f32 = 2.0;
/// Side of the blocks that a busy background is made of, in pixels.
const BLOCK: u32 = 24;

/// What is behind the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// One colour that changes slowly.
    Plain,
    /// Shuffled blocks of photos, with edges and textures everywhere.
    Busy,
}

impl Background {
    /// All backgrounds.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Busy];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Busy => "busy",
        }
    }
}

/// What a scene is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneKind {
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// Number of faces in the scene.
    pub faces: usize,
    /// Width of the faces' boxes, in pixels.
    pub face_width: f32,
    /// Quarters of a turn, clockwise, that they are turned by.
    pub quarters: u32,
    /// What is behind the faces.
    pub background: Background,
}

/// A picture, and the boxes of its faces.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The picture.
    pub picture: RgbaImage,
    /// The faces' boxes, as the detector has them.
    pub boxes: Vec<Rectangle>,
    /// Quarters of a turn, clockwise, that they are turned by.
    pub quarters: u32,
}

/// A face cut out of a photo.
#[derive(Clone, Debug)]
pub struct CutOut {
    /// The pixels of a square around the face.
    picture: RgbaImage,
    /// The face's box, as shares of the square's side.
    bounding_box: Rectangle,
}

impl CutOut {
    /// Cuts a face out of the photo that it was found in. What lies beyond the photo is clear.
    pub fn new(photo: &RgbaImage, face: &Detection) -> Self {
        let found = face.bounding_box;
        let side = (CUT_OUT * found.width.max(found.height)).round().max(1.0);
        let centre = found.centre();
        let [left, top] = [centre.x, centre.y].map(|place| (place - side / 2.0).round());
        let picture = RgbaImage::from_fn(side as u32, side as u32, |x, y| {
            let [x, y] = [left as i64 + i64::from(x), top as i64 + i64::from(y)];
            let place = u32::try_from(x).ok().zip(u32::try_from(y).ok());
            place.and_then(|(x, y)| photo.get_pixel_checked(x, y)).copied().unwrap_or(Rgba([0; 4]))
        });
        let share = |length: f32| length / side;
        let bounding_box = Rectangle {
            x: share(found.x - left),
            y: share(found.y - top),
            width: share(found.width),
            height: share(found.height),
        };
        Self { picture, bounding_box }
    }

    /// The cut-out with a face whose box is `width` pixels wide, turned, with edges that fade; and the box in it.
    fn sized(&self, width: f32, quarters: u32) -> (RgbaImage, Rectangle) {
        let side = (width / self.bounding_box.width).round().max(1.0);
        let mut picture = resize(&self.picture, side as u32, side as u32, FilterType::CatmullRom);
        for (x, y, pixel) in picture.enumerate_pixels_mut() {
            let from_middle = |place: u32| (place as f32 + 0.5) / side * 2.0 - 1.0;
            let distance = from_middle(x).hypot(from_middle(y));
            let [begins, ends] = FADES;
            pixel.0[3] = (f32::from(pixel.0[3]) * ((ends - distance) / (ends - begins)).clamp(0.0, 1.0)) as u8;
        }
        let scaled = |length: f32| length * side;
        let Rectangle { x, y, width, height } = self.bounding_box;
        let [x, y, width, height] = [x, y, width, height].map(scaled);
        match quarters % 4 {
            0 => (picture, Rectangle { x, y, width, height }),
            1 => (rotate90(&picture), Rectangle { x: side - y - height, y: x, width: height, height: width }),
            2 => (rotate180(&picture), Rectangle { x: side - x - width, y: side - y - height, width, height }),
            _ => (rotate270(&picture), Rectangle { x: y, y: side - x - width, width: height, height: width }),
        }
    }
}

/// A scene of this kind with some of these faces, the same for the same `seed`. It has fewer faces where there is no room for all.
pub fn scene(kind: &SceneKind, faces: &[CutOut], seed: u64) -> Scene {
    let mut random = StdRng::seed_from_u64(seed);
    let [width, height] = kind.size;
    let mut picture = match kind.background {
        Background::Plain => plain(width, height, &mut random),
        Background::Busy => busy(width, height, faces, &mut random),
    };
    let mut boxes: Vec<Rectangle> = Vec::new();
    // Places are tried at random; a scene that is full takes no more.
    for _ in 0..100 * kind.faces {
        if boxes.len() == kind.faces || faces.is_empty() {
            break;
        }
        let (cut_out, found) = faces[random.random_range(0..faces.len())].sized(kind.face_width, kind.quarters);
        let room = |length: u32, side: u32| length.checked_sub(side).map(|room| room + 1);
        let (Some(across), Some(down)) = (room(width, cut_out.width()), room(height, cut_out.height())) else { break };
        let (left, top) = (random.random_range(0..across), random.random_range(0..down));
        let placed = Rectangle { x: found.x + left as f32, y: found.y + top as f32, ..found };
        let is_apart = |other: &Rectangle| {
            let (a, b) = (placed.centre(), other.centre());
            (a.x - b.x).abs().max((a.y - b.y).abs()) >= APART * kind.face_width
        };
        if boxes.iter().all(is_apart) {
            overlay(&mut picture, &cut_out, left.into(), top.into());
            boxes.push(placed);
        }
    }
    Scene { picture, boxes, quarters: kind.quarters }
}

fn plain(width: u32, height: u32, random: &mut StdRng) -> RgbaImage {
    let [from, to]: [[f32; 3]; 2] = std::array::from_fn(|_| std::array::from_fn(|_| random.random_range(60.0..200.0)));
    RgbaImage::from_fn(width, height, |x, y| {
        let share = (x as f32 / width as f32 + y as f32 / height as f32) / 2.0;
        let [red, green, blue] =
            std::array::from_fn(|channel| (from[channel] + share * (to[channel] - from[channel])) as u8);
        Rgba([red, green, blue, 255])
    })
}

/// Blocks of the photos around faces, at twice their size, turned over, and each too small to show one.
fn busy(width: u32, height: u32, faces: &[CutOut], random: &mut StdRng) -> RgbaImage {
    let mut picture = plain(width, height, random);
    for top in (0..height).step_by(BLOCK as usize) {
        for left in (0..width).step_by(BLOCK as usize) {
            if faces.is_empty() {
                continue;
            }
            let source = &faces[random.random_range(0..faces.len())].picture;
            let side = (BLOCK / 2).min(source.width());
            let place = |random: &mut StdRng| random.random_range(0..=source.width() - side);
            let block = crop_imm(source, place(random), place(random), side, side).to_image();
            overlay(
                &mut picture,
                &rotate180(&resize(&block, BLOCK, BLOCK, FilterType::Triangle)),
                left.into(),
                top.into(),
            );
        }
    }
    picture
}

impl Scene {
    /// How many of the scene's faces are among `found`, each once, with at least this overlap (intersection over union) and the
    /// right way up.
    pub fn matched(&self, found: &[Detection], overlap: f32) -> usize {
        let mut left: Vec<&Detection> = found.iter().filter(|face| self.is_as_turned(face)).collect();
        let is_found = |wanted: &&Rectangle| {
            let overlaps = left.iter().map(|face| face.bounding_box.intersection_over_union(wanted));
            let best =
                overlaps.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).filter(|(_, best)| *best >= overlap);
            best.map(|(place, _)| left.swap_remove(place)).is_some()
        };
        self.boxes.iter().filter(is_found).count()
    }

    /// Whether the line through the eyes is turned as the scene's faces are, give or take an eighth of a turn.
    fn is_as_turned(&self, face: &Detection) -> bool {
        let (right, left) = (face.key_point(KeyPoint::RightEye), face.key_point(KeyPoint::LeftEye));
        let turned = (left.y - right.y).atan2(left.x - right.x) - self.quarters as f32 * FRAC_PI_2;
        turned.cos() > FRAC_PI_4.cos()
    }
}
