//! Blending of overlapping detections into one for each face, BlazeFace's replacement for non-maximum suppression.

use super::Detection;
use crate::geometry::{Point, Rectangle};

/// Blends detections of the same face into one; the surest come first.
///
/// The paper's replacement of non-maximum suppression: a detection and all less sure ones that overlap it by more than
/// `overlap` (intersection over union) give one detection, with the score of the surest, and the mean of the boxes and
/// key points, weighted by score. It makes key points steadier from frame to frame than taking the surest alone.
pub(super) fn blend_overlapping(mut detections: Vec<Detection>, overlap: f32) -> Vec<Detection> {
    detections.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut blended = Vec::new();
    while let Some((&surest, others)) = detections.split_first() {
        let is_same = |other: &Detection| surest.bounding_box.intersection_over_union(&other.bounding_box) > overlap;
        let (mut same, rest): (Vec<_>, Vec<_>) = others.iter().partition(|other| is_same(other));
        same.push(surest);
        blended.push(weighted_mean(&surest, &same));
        detections = rest;
    }
    blended
}

/// `surest` with the mean box and key points of `same`, weighted by score.
fn weighted_mean(surest: &Detection, same: &[Detection]) -> Detection {
    let total: f32 = same.iter().map(|detection| detection.score).sum();
    let mean = |value: &dyn Fn(&Detection) -> f32| {
        same.iter().map(|detection| detection.score * value(detection)).sum::<f32>() / total
    };
    let mut key_points = surest.key_points;
    for (index, point) in key_points.iter_mut().enumerate() {
        // `index` runs over an array of the length of those indexed
        *point = Point { x: mean(&|d| d.key_points[index].x), y: mean(&|d| d.key_points[index].y) };
    }
    Detection {
        bounding_box: Rectangle {
            x: mean(&|d| d.bounding_box.x),
            y: mean(&|d| d.bounding_box.y),
            width: mean(&|d| d.bounding_box.width),
            height: mean(&|d| d.bounding_box.height),
        },
        key_points,
        score: surest.score,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detection(x: f32, width: f32, score: f32) -> Detection {
        let bounding_box = Rectangle { x, y: 0.0, width, height: 10.0 };
        Detection { bounding_box, key_points: [Point { x, y: 1.0 }; 6], score }
    }

    #[test]
    fn overlapping_detections_blend_by_score() {
        let blended = blend_overlapping(vec![detection(0.0, 10.0, 0.6), detection(2.0, 10.0, 0.9)], 0.3);
        assert_eq!(blended.len(), 1);
        assert_eq!(blended[0].score, 0.9);
        assert!((blended[0].bounding_box.x - 1.2).abs() < 1e-6);
        assert!((blended[0].key_points[3].x - 1.2).abs() < 1e-6);
    }

    #[test]
    fn faces_apart_stay_apart_and_the_surest_comes_first() {
        let blended = blend_overlapping(vec![detection(0.0, 10.0, 0.6), detection(30.0, 10.0, 0.9)], 0.3);
        assert_eq!(blended, [detection(30.0, 10.0, 0.9), detection(0.0, 10.0, 0.6)]);
    }

    #[test]
    fn a_box_without_area_does_not_loop_for_ever() {
        let flat = detection(5.0, 0.0, 0.8);
        assert_eq!(blend_overlapping(vec![flat, flat], 0.3), [flat, flat]);
        assert!(blend_overlapping(vec![], 0.3).is_empty());
    }
}
