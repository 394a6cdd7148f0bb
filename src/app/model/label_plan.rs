//! Where labels go: never on a face, never on each other, never off the stage.

use crate::geometry::{Point, Rectangle};

/// Places that are tried from side to side and from top to bottom of the stage for a label that may lie away from its face.
const FAR_PLACES: u16 = 16;

/// A face to be labelled. Lengths are in pixels of the stage's canvas.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The face's box.
    pub outline: Rectangle,
    /// Width and height of what may be written about it, from everything to the least.
    pub sizes: Vec<(f32, f32)>,
    /// Whether its label may lie away from the box.
    pub roams: bool,
}

/// Where a label lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which of the subject's sizes it has.
    pub size: usize,
    /// The label's place.
    pub place: Rectangle,
    /// Whether it is so far from its box that a line has to lead to it.
    pub is_far: bool,
}

/// Places the labels of `subjects`, the most important first, within `stage`: at first all of those that roam and what is least of
/// the others, so that as many as possible have that, and then as much of each as there is room for. `None` where not even the least
/// has room.
pub fn plan(stage: &Rectangle, subjects: &[Subject], gap: f32) -> Vec<Option<Placed>> {
    let boxes: Vec<Rectangle> = subjects.iter().map(|subject| subject.outline).collect();
    let mut placed: Vec<Option<Placed>> = vec![None; subjects.len()];
    for (index, subject) in subjects.iter().enumerate() {
        let first = if subject.roams { 0 } else { subject.sizes.len().saturating_sub(1) };
        let found = find(stage, subject, first..subject.sizes.len(), &obstacles(&boxes, &placed, index), gap);
        if let Some(place) = placed.get_mut(index) {
            *place = found;
        }
    }
    for (index, subject) in subjects.iter().enumerate().filter(|(_, subject)| !subject.roams) {
        let least = subject.sizes.len().saturating_sub(1);
        let found = find(stage, subject, 0..least, &obstacles(&boxes, &placed, index), gap);
        if let (Some(found), Some(place)) = (found, placed.get_mut(index)) {
            *place = Some(found);
        }
    }
    placed
}

/// All boxes, and the labels of all but one.
fn obstacles(boxes: &[Rectangle], placed: &[Option<Placed>], but: usize) -> Vec<Rectangle> {
    let others = placed.iter().enumerate().filter(|(index, _)| *index != but);
    boxes.iter().copied().chain(others.filter_map(|(_, placed)| placed.map(|placed| placed.place))).collect()
}

/// The largest of the sizes for which there is room, near the box, or, for those that roam, anywhere.
fn find(
    stage: &Rectangle,
    subject: &Subject,
    sizes: std::ops::Range<usize>,
    obstacles: &[Rectangle],
    gap: f32,
) -> Option<Placed> {
    let is_free = |place: &Rectangle| within(place, stage) && !obstacles.iter().any(|other| overlaps(place, other));
    let sized = |size: usize| subject.sizes.get(size).copied();
    for size in sizes {
        let (width, height) = sized(size)?;
        if let Some(place) = near(&subject.outline, (width, height), stage, gap).into_iter().find(is_free) {
            return Some(Placed { size, place, is_far: false });
        }
        if subject.roams
            && let Some(place) = nearest(far((width, height), stage).filter(is_free), &subject.outline)
        {
            return Some(Placed { size, place, is_far: true });
        }
    }
    None
}

/// Places that touch the box's surroundings: above, below, and at its sides.
fn near(outline: &Rectangle, (width, height): (f32, f32), stage: &Rectangle, gap: f32) -> Vec<Rectangle> {
    let at = |x: f32, y: f32| Rectangle { x, y, width, height };
    let (right, bottom) = (outline.x + outline.width, outline.y + outline.height);
    let middle = outline.centre();
    // Above and below, a label that would stick out at a side is moved in; so is one at the side that would at top or bottom.
    let across = |x: f32| x.min(stage.x + stage.width - width).max(stage.x);
    let down = |y: f32| y.min(stage.y + stage.height - height).max(stage.y);
    let columns = [outline.x, right - width, middle.x - width / 2.0].map(across);
    let rows = [outline.y, bottom - height, middle.y - height / 2.0].map(down);
    let above = columns.map(|x| at(x, outline.y - gap - height));
    let below = columns.map(|x| at(x, bottom + gap));
    let after = rows.map(|y| at(right + gap, y));
    let before = rows.map(|y| at(outline.x - gap - width, y));
    // The stage's first and last row, for a face that reaches beyond it.
    let edges =
        columns.map(|x| at(x, stage.y)).into_iter().chain(columns.map(|x| at(x, stage.y + stage.height - height)));
    let beside = above.into_iter().chain(below).chain(after).chain(before);
    beside.chain(edges.filter(|place| distance(place, outline) <= 3.0 * gap)).collect()
}

/// Places all over the stage.
fn far((width, height): (f32, f32), stage: &Rectangle) -> impl Iterator<Item = Rectangle> {
    let place = |step: u16, length: f32| f32::from(step) / f32::from(FAR_PLACES) * length;
    let (across, down) = (stage.width - width, stage.height - height);
    let (left, top) = (stage.x, stage.y);
    (0..=FAR_PLACES).flat_map(move |row| {
        (0..=FAR_PLACES).map(move |column| Rectangle {
            x: left + place(column, across),
            y: top + place(row, down),
            width,
            height,
        })
    })
}

fn nearest(places: impl Iterator<Item = Rectangle>, outline: &Rectangle) -> Option<Rectangle> {
    places.min_by(|one, other| distance(one, outline).total_cmp(&distance(other, outline)))
}

/// How far apart two rectangles are; 0 where they touch.
fn distance(one: &Rectangle, other: &Rectangle) -> f32 {
    let across = (other.x - one.x - one.width).max(one.x - other.x - other.width).max(0.0);
    let down = (other.y - one.y - one.height).max(one.y - other.y - other.height).max(0.0);
    across.hypot(down)
}

/// The point of a rectangle that is nearest to another one's middle.
pub fn nearest_point(rectangle: &Rectangle, other: &Rectangle) -> Point {
    let middle = other.centre();
    Point {
        x: middle.x.clamp(rectangle.x, rectangle.x + rectangle.width.max(0.0)),
        y: middle.y.clamp(rectangle.y, rectangle.y + rectangle.height.max(0.0)),
    }
}

fn overlaps(one: &Rectangle, other: &Rectangle) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn within(place: &Rectangle, stage: &Rectangle) -> bool {
    // Rounding must not keep a label out that was moved in.
    let slack = 0.01;
    place.x >= stage.x - slack
        && place.y >= stage.y - slack
        && place.x + place.width <= stage.x + stage.width + slack
        && place.y + place.height <= stage.y + stage.height + slack
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: f32 = 3.0;
    const SIZES: [(f32, f32); 4] = [(260.0, 22.0), (140.0, 56.0), (90.0, 22.0), (26.0, 22.0)];

    fn stage(width: f32, height: f32) -> Rectangle {
        Rectangle { x: 0.0, y: 0.0, width, height }
    }

    fn subject(outline: Rectangle, is_main: bool) -> Subject {
        let sizes = if is_main { SIZES.to_vec() } else { SIZES[2..].to_vec() };
        Subject { outline, sizes, roams: is_main }
    }

    /// `columns × rows` boxes with `space` between them and around them.
    fn grid(stage: &Rectangle, columns: usize, rows: usize, space: f32) -> Vec<Subject> {
        let width = (stage.width - space * (columns + 1) as f32) / columns as f32;
        let height = (stage.height - space * (rows + 1) as f32) / rows as f32;
        let outline = |index: usize| Rectangle {
            x: space + (index % columns) as f32 * (width + space),
            y: space + (index / columns) as f32 * (height + space),
            width,
            height,
        };
        (0..columns * rows).map(|index| subject(outline(index), index == 0)).collect()
    }

    fn assert_right(stage: &Rectangle, subjects: &[Subject], placed: &[Option<Placed>]) {
        let places: Vec<Rectangle> = placed.iter().flatten().map(|placed| placed.place).collect();
        for (index, place) in places.iter().enumerate() {
            assert!(within(place, stage), "{place:?} leaves {stage:?}");
            assert!(subjects.iter().all(|subject| !overlaps(place, &subject.outline)), "{place:?} lies on a face");
            assert!(places[..index].iter().all(|other| !overlaps(place, other)), "{place:?} lies on a label");
        }
    }

    #[test]
    fn no_label_lies_on_a_face_or_on_another_or_off_the_stage() {
        for (width, height) in [(390.0, 260.0), (768.0, 500.0), (840.0, 600.0)] {
            let stage = stage(width, height);
            for (columns, rows) in [(1, 1), (3, 1), (2, 2), (3, 3), (4, 4), (6, 5)] {
                for space in [2.0, 10.0, 26.0] {
                    let subjects = grid(&stage, columns, rows, space);
                    assert_right(&stage, &subjects, &plan(&stage, &subjects, GAP));
                }
            }
        }
    }

    #[test]
    fn a_face_alone_has_everything_also_where_it_fills_the_picture() {
        let stage = stage(390.0, 300.0);
        let face = Rectangle { x: 2.0, y: 28.0, width: 386.0, height: 270.0 };
        let placed = plan(&stage, &[subject(face, true)], GAP);
        assert_eq!(placed[0].map(|placed| (placed.size, placed.place.y)), Some((0, 3.0)));
    }

    #[test]
    fn in_a_crowd_everybody_has_at_least_the_number() {
        let stage = stage(420.0, 420.0);
        let placed = plan(&stage, &grid(&stage, 4, 4, 28.0), GAP);
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
    }

    #[test]
    fn where_there_is_no_room_there_is_no_label() {
        let stage = stage(200.0, 200.0);
        assert_eq!(plan(&stage, &[subject(stage, true)], GAP), [None]);
    }

    #[test]
    fn the_selected_face_s_label_may_lie_away_from_it() {
        let stage = stage(560.0, 400.0);
        let outline = |x: f32| Rectangle { x, y: 20.0, width: 110.0, height: 360.0 };
        let subjects: Vec<Subject> =
            [5.0, 117.0, 229.0].into_iter().enumerate().map(|(index, x)| subject(outline(x), index == 0)).collect();
        let placed = plan(&stage, &subjects, GAP);
        assert_right(&stage, &subjects, &placed);
        assert_eq!(placed[0].map(|placed| (placed.size, placed.is_far)), Some((1, true)));
    }
}
