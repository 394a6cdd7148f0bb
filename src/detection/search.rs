//! Looking for all faces of a still picture, for as long as that takes.
//!
//! A look at the whole picture finds the faces that are not much smaller than it. Tiles of it, looked at more and more closely,
//! hold the smaller ones. What a tile shows counts once a closer look at it has confirmed it, as there are many more places to be
//! wrong about. Faces that are not upright are found with the picture turned.

use super::anchors::{STEP, anchors};
use super::decode::decode;
use super::detector::{CLOSE_SIDE, CLOSE_SIZE, FaceDetector, LEAST_SCORE, SAME_FACE_OVERLAP, SURE_SCORE};
use super::error::DetectorError;
use super::letterbox::{DETECTOR_SIDE, Letterbox};
use super::picture::{Part, Picture};
use super::suppression::blend_overlapping;
use super::tiles::{Tile, tiles};
use super::turn::Turn;
use super::{Detection, largest_first};
use crate::geometry::{Point, Rectangle, Similarity};
use image::RgbaImage;

/// The least score that a closer look has to give to a face that a tile shows.
pub(super) const CONFIRMED_SCORE: f32 = 0.6;
/// A face with a higher score is upright: no other turn gets as high.
const UPRIGHT_SCORE: f32 = 0.9;
/// Most faces that are looked at turned as well, which takes as long as finding them.
const MOST_TURNED: usize = 40;
/// By how much a turned face has to look more like one than it does upright.
const TURNED_GAIN: f32 = 0.05;

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The share that is done, 0 to 1.
    pub share: f32,
    /// Faces that were found by now.
    pub faces: usize,
}

/// What is searched: a picture, and a smaller copy of it that is quicker to look at.
pub(super) struct Sources<'a, P> {
    copy: &'a RgbaImage,
    /// Pixels of the copy per pixel of the picture.
    copy_scale: f32,
    picture: &'a P,
}

/// A piece of the picture as the network's input.
pub(super) struct View {
    planes: Vec<f32>,
    shape: [usize; 2],
    /// From the pixels of the input to those of the picture.
    input_to_picture: Similarity,
}

impl FaceDetector {
    /// All faces of a still `picture`, the largest first, in its pixels. `copy` is the same picture, possibly smaller, and
    /// `tell` hears how far the search has come. The kernels for the CPU take all looks but the first.
    ///
    /// # Errors
    /// When the picture has no pixels or cannot be read, or the device fails.
    pub async fn search(
        &self,
        copy: &RgbaImage,
        picture: &impl Picture,
        mut tell: impl FnMut(Progress),
    ) -> Result<Vec<Detection>, DetectorError> {
        let plain = self.detect(copy).await?;
        let (width, height) = picture.dimensions();
        let copy_scale = copy.width().max(copy.height()) as f32 / width.max(height).max(1) as f32;
        let copy_to_picture = Similarity { a: 1.0 / copy_scale, ..Similarity::IDENTITY };
        let sources = Sources { copy, copy_scale, picture };
        let plain: Vec<Detection> = plain.iter().map(|face| face.moved(&copy_to_picture)).collect();
        let mut found = Vec::new();
        for face in &plain {
            if face.score >= SURE_SCORE || self.is_confirmed(&sources, face)? {
                found.push(*face);
            }
        }
        let whole = Tile::whole(width, height);
        let tiles = tiles(width, height);
        let all: f32 = tiles.iter().map(Tile::pixels).sum();
        let mut done = 0.0;
        for tile in &tiles {
            self.search_tile(&sources, tile, Turn::None, CONFIRMED_SCORE, &mut found)?;
            done += tile.pixels();
            tell(Progress { share: done / all, faces: found.len() });
        }
        let mut turn = self.turn_upright(&sources, &mut found)?;
        if found.is_empty() {
            for wanted in Turn::REAL {
                self.search_tile(&sources, &whole, wanted, CONFIRMED_SCORE, &mut found)?;
                turn = turn.or((!found.is_empty()).then_some(wanted));
            }
        }
        // Where one face is turned others are likely turned as well.
        if let Some(turn) = turn {
            for (place, tile) in std::iter::once(&whole).chain(&tiles).enumerate() {
                self.search_tile(&sources, tile, turn, CONFIRMED_SCORE, &mut found)?;
                tell(Progress { share: (place + 1) as f32 / (tiles.len() + 1) as f32, faces: found.len() });
            }
        }
        // Better a face that is doubted than none.
        Ok(largest_first(if found.is_empty() { plain } else { found }))
    }

    /// Adds the faces that a tile shows, turned, unless they were found already or closer looks do not show them with at least this
    /// score.
    pub(super) fn search_tile<P: Picture>(
        &self,
        sources: &Sources<P>,
        tile: &Tile,
        turn: Turn,
        least: f32,
        found: &mut Vec<Detection>,
    ) -> Result<(), DetectorError> {
        let view = sources.view(&tile.region, tile.scale, tile.shape())?;
        for face in self.look_at(&view, turn) {
            if is_new(&face, found)
                && let Some(closer) = self.look_closer(&sources.closer_view(&face)?, &face, turn)
                && closer.score >= least
                && is_new(&closer, found)
            {
                found.push(closer);
            }
        }
        Ok(())
    }

    /// Whether a closer look shows this face, turned or not.
    fn is_confirmed<P: Picture>(&self, sources: &Sources<P>, face: &Detection) -> Result<bool, DetectorError> {
        let view = sources.closer_view(face)?;
        let mut turns = std::iter::once(Turn::None).chain(Turn::REAL);
        Ok(turns.any(|turn| self.look_closer(&view, face, turn).is_some()))
    }

    /// The faces of a view, turned, in pixels of the picture, the surest first.
    fn look_at(&self, view: &View, turn: Turn) -> Vec<Detection> {
        let (planes, shape) = turn.apply(view.planes.clone(), view.shape);
        let answers = self.kernels().forward(&planes, shape);
        let faces = blend_overlapping(decode(&answers, &anchors(shape), LEAST_SCORE), SAME_FACE_OVERLAP);
        let input_to_picture = turn.back(view.shape).then(&view.input_to_picture);
        faces.iter().map(|face| face.moved(&input_to_picture)).collect()
    }

    /// What a closer look at `face`, turned, shows in its place, if it is a face.
    pub(super) fn look_closer(&self, view: &View, face: &Detection, turn: Turn) -> Option<Detection> {
        let overlap = |other: &Detection| face.bounding_box.intersection_over_union(&other.bounding_box);
        let faces = self.look_at(view, turn).into_iter();
        faces.filter(|other| overlap(other) > SAME_FACE_OVERLAP).max_by(|a, b| overlap(a).total_cmp(&overlap(b)))
    }

    /// Puts what turned looks show in the place of faces that look more like some there, and returns the turn of the last of these.
    fn turn_upright<P: Picture>(
        &self,
        sources: &Sources<P>,
        found: &mut [Detection],
    ) -> Result<Option<Turn>, DetectorError> {
        let mut last = None;
        for face in found.iter_mut().filter(|face| face.score < UPRIGHT_SCORE).take(MOST_TURNED) {
            // Where a first turned look moves the box, a second one may see what was beside it.
            for _ in 0..2 {
                let before = *face;
                let view = sources.closer_view(&before)?;
                for turn in Turn::REAL {
                    if let Some(turned) = self.look_closer(&view, &before, turn)
                        && turned.score > face.score.max(before.score + TURNED_GAIN)
                    {
                        *face = turned;
                        last = Some(turn);
                    }
                }
                if *face == before {
                    break;
                }
            }
        }
        Ok(last)
    }
}

impl<'a> Sources<'a, RgbaImage> {
    /// A video's frame, of which there is nothing larger.
    pub(super) fn of_frame(frame: &'a RgbaImage) -> Self {
        Self { copy: frame, copy_scale: 1.0, picture: frame }
    }
}

impl<P: Picture> Sources<'_, P> {
    /// A closer view of the place of a face.
    pub(super) fn closer_view(&self, face: &Detection) -> Result<View, DetectorError> {
        let Rectangle { width, height, .. } = face.bounding_box;
        let (side, centre) = (CLOSE_SIDE * width.max(height).max(1.0), face.bounding_box.centre());
        let region = Rectangle { x: centre.x - side / 2.0, y: centre.y - side / 2.0, width: side, height: side };
        self.view(&region, CLOSE_SIZE as f32 / side, [CLOSE_SIZE; 2])
    }

    /// The region of the picture with `scale` pixels of the input per pixel, in the top left corner of an input of this shape.
    fn view(&self, region: &Rectangle, scale: f32, shape: [usize; 2]) -> Result<View, DetectorError> {
        // The copy, where it is fine enough.
        let source_scale = if self.copy_scale >= scale.min(1.0) { self.copy_scale } else { 1.0 };
        let is_copy = source_scale == self.copy_scale;
        // As many pixels around it as those at its edge are made of.
        let reach = (1.0 / scale).max(1.0 / source_scale) + 1.0;
        let [rows, columns] = shape.map(|length| length as f32 / scale);
        let (start, end) =
            ([region.x - reach, region.y - reach], [region.x + columns + reach, region.y + rows + reach]);
        let scaled = |place: [f32; 2]| place.map(|value| value * source_scale);
        let dimensions = if is_copy { self.copy.dimensions() } else { self.picture.dimensions() };
        let input_to_picture = Similarity { a: 1.0 / scale, b: 0.0, tx: region.x, ty: region.y };
        let planes = match Part::within(dimensions, scaled(start), scaled(end)) {
            Some(part) => {
                let pixels = if is_copy { self.copy.part(part)? } else { self.picture.part(part)? };
                let corner =
                    Point { x: region.x * source_scale - part.x as f32, y: region.y * source_scale - part.y as f32 };
                Letterbox::from_corner(corner, scale / source_scale, shape).planes(&pixels)
            }
            None => vec![0.0; 3 * shape[0] * shape[1]],
        };
        Ok(View { planes, shape, input_to_picture })
    }
}

impl Tile {
    /// The picture as it is first looked at.
    fn whole(width: u32, height: u32) -> Self {
        let (width, height) = (width as f32, height as f32);
        let region = Rectangle { x: 0.0, y: 0.0, width, height };
        Self { region, scale: DETECTOR_SIDE as f32 / width.max(height).max(1.0) }
    }

    /// Rows and columns of the tile's input.
    fn shape(&self) -> [usize; 2] {
        [self.region.height, self.region.width].map(|length| {
            let length = (length * self.scale).ceil() as usize;
            length.next_multiple_of(STEP).max(STEP)
        })
    }

    fn pixels(&self) -> f32 {
        let [rows, columns] = self.shape();
        (rows * columns) as f32
    }
}

/// Whether none of the faces that were found is this one.
pub(super) fn is_new(face: &Detection, found: &[Detection]) -> bool {
    !found.iter().any(|other| is_same(other, face))
}

/// Whether two finds are of the same face: they overlap, or one is a part of the other.
fn is_same(one: &Detection, other: &Detection) -> bool {
    let (one, other) = (&one.bounding_box, &other.bounding_box);
    one.intersection_over_union(other) > SAME_FACE_OVERLAP
        || one.contains(other.centre())
        || other.contains(one.centre())
}
