//! Decoding of the network's answers, 17 values per anchor (logit, box, six key points), into detections.

use super::layout::VALUES_PER_ANCHOR;
use super::{Detection, KeyPoint};
use crate::geometry::{Point, Rectangle};

/// The answers whose score reaches `least_score`, as detections in pixels of the network's input.
///
/// `answers` holds 17 values for each of `anchors`, as `CpuBlazeFace::forward` gives them.
/// Answers that are not finite count as no face.
pub(super) fn decode(answers: &[f32], anchors: &[Point], least_score: f32) -> Vec<Detection> {
    let (rows, _) = answers.as_chunks::<VALUES_PER_ANCHOR>();
    rows.iter()
        .zip(anchors)
        .filter_map(|(&[logit, x, y, width, height, ref points @ ..], anchor)| {
            let score = 1.0 / (1.0 + (-logit).exp());
            let finite = [x, y, width, height].iter().chain(points).all(|value| value.is_finite());
            (score >= least_score && finite).then(|| {
                let mut key_points = [Point::default(); KeyPoint::COUNT];
                let (offsets, _) = points.as_chunks::<2>();
                for (point, [dx, dy]) in key_points.iter_mut().zip(offsets) {
                    *point = Point { x: anchor.x + dx, y: anchor.y + dy };
                }
                Detection {
                    bounding_box: Rectangle {
                        x: anchor.x + x - width / 2.0,
                        y: anchor.y + y - height / 2.0,
                        width,
                        height,
                    },
                    key_points,
                    score,
                }
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One anchor's answer with the given logit: box 40 x 20 at (+2, -4), key point `i` at (+i, -i).
    fn answer(logit: f32) -> Vec<f32> {
        let points = (0..6).flat_map(|i| [i as f32, -(i as f32)]);
        [logit, 2.0, -4.0, 40.0, 20.0].into_iter().chain(points).collect()
    }

    const ANCHOR: Point = Point { x: 100.0, y: 60.0 };

    #[test]
    fn an_answer_becomes_a_box_and_points_around_its_anchor() {
        let found = decode(&answer(0.0), &[ANCHOR], 0.5);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].score, 0.5);
        assert_eq!(found[0].bounding_box, Rectangle { x: 82.0, y: 46.0, width: 40.0, height: 20.0 });
        assert_eq!(found[0].key_point(KeyPoint::RightEye), ANCHOR);
        assert_eq!(found[0].key_point(KeyPoint::LeftEar), Point { x: 105.0, y: 55.0 });
    }

    #[test]
    fn unlikely_and_broken_answers_are_left_out() {
        let mut answers = answer(-0.1);
        answers.extend(answer(f32::NAN));
        answers.extend(answer(9.0));
        answers[2 * VALUES_PER_ANCHOR + 3] = f32::INFINITY;
        assert!(decode(&answers, &[ANCHOR; 3], 0.5).is_empty());
    }
}
