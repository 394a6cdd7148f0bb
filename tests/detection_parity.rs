//! Holds the face detector, with the weights that are shipped, against another implementation's boxes and key points;
//! `scripts/reference/detection.mjs` made the fixture.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use serde::Deserialize;
use std::collections::BTreeMap;
use visage::detection::{Detection, FaceDetector};
use visage::geometry::{Point, Rectangle};

/// Least overlap with the reference's box. Ours is a blend of several answers and the reference's a single one.
const LEAST_OVERLAP: f32 = 0.9;
/// Largest distance of a key point from the reference's, as a share of the box's width.
const LARGEST_DISTANCE: f32 = 0.06;

#[derive(Deserialize)]
struct ReferenceFace {
    #[serde(rename = "box")]
    bounding_box: Rectangle,
    key_points: Vec<Point>,
}

fn detector() -> FaceDetector {
    FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk").unwrap()).unwrap()
}

fn detect(detector: &FaceDetector, picture: &str) -> Vec<Detection> {
    let frame = image::open(format!("assets/samples/{picture}")).unwrap().into_rgba8();
    pollster::block_on(detector.detect(&frame)).unwrap()
}

#[test]
fn boxes_and_key_points_agree_with_the_reference() {
    let reference = std::fs::read_to_string("tests/fixtures/detection_reference.json").unwrap();
    let reference: BTreeMap<String, Vec<ReferenceFace>> = serde_json::from_str(&reference).unwrap();
    let detector = detector();
    assert_eq!(reference.len(), 5);
    for (picture, expected) in &reference {
        let found = detect(&detector, picture);
        assert_eq!(found.len(), expected.len(), "faces in {picture}");
        for face in expected {
            let overlap = |other: &Detection| face.bounding_box.intersection_over_union(&other.bounding_box);
            let other = found.iter().max_by(|a, b| overlap(a).total_cmp(&overlap(b))).unwrap();
            assert!(overlap(other) >= LEAST_OVERLAP, "{picture}: boxes overlap by {}", overlap(other));
            for (index, (ours, theirs)) in other.key_points.iter().zip(&face.key_points).enumerate() {
                let distance = (ours.x - theirs.x).hypot(ours.y - theirs.y) / face.bounding_box.width;
                assert!(distance <= LARGEST_DISTANCE, "{picture}: point {index} is off by {distance} box widths");
            }
        }
    }
}

#[test]
fn the_largest_face_comes_first() {
    let areas: Vec<f32> = detect(&detector(), "group.jpg").iter().map(|face| face.bounding_box.area()).collect();
    assert!(areas.len() > 1 && areas.is_sorted_by(|a, b| a >= b), "{areas:?}");
}
