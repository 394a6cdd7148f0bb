//! A face that is only followed is placed as by a look at the whole frame.
#![cfg(feature = "training")]

use image::RgbaImage;
use image::imageops::{FilterType, resize};
use visage::detection::{Detection, FaceDetector};
use visage::geometry::Rectangle;

fn detector() -> FaceDetector {
    FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk").unwrap()).unwrap()
}

fn look(detector: &FaceDetector, frame: &RgbaImage) -> Vec<Detection> {
    pollster::block_on(detector.detect(frame)).unwrap()
}

/// A camera's frame with the sample's people in it, moved by some pixels.
fn frame(sample: &str, moved: [i64; 2]) -> RgbaImage {
    let photo = image::open(format!("assets/samples/{sample}")).unwrap().into_rgba8();
    let height = 400 * photo.height() / photo.width();
    let photo = resize(&photo, 400, height, FilterType::Triangle);
    let mut frame = RgbaImage::from_pixel(640, 480, image::Rgba([90, 90, 90, 255]));
    image::imageops::overlay(&mut frame, &photo, 120 + moved[0], 40 + moved[1]);
    frame
}

#[test]
fn a_followed_face_is_where_a_look_at_the_frame_finds_it() {
    let detector = detector();
    for sample in ["astronaut.jpg", "woman-1.jpg", "man-1.jpg", "woman-2.jpg"] {
        let before: Vec<Rectangle> =
            look(&detector, &frame(sample, [0, 0])).iter().map(|face| face.bounding_box).collect();
        assert_eq!(before.len(), 1, "{sample}");
        for moved in [[0, 0], [6, -4], [-9, 8]] {
            let next = frame(sample, moved);
            let found = detector.follow(&next, &before).unwrap_or_else(|| panic!("{sample} is lost at {moved:?}"));
            let expected = look(&detector, &next);
            let (found, expected) = (&found[0], &expected[0]);
            let overlap = found.bounding_box.intersection_over_union(&expected.bounding_box);
            assert!(overlap > 0.75, "{sample} moved by {moved:?}: the boxes overlap by {overlap}");
            let width = expected.bounding_box.width;
            // Eyes, nose and mouth, which place the crop; the ears are guesses.
            for (a, b) in found.key_points.iter().zip(&expected.key_points).take(4) {
                let distance = (a.x - b.x).hypot(a.y - b.y) / width;
                assert!(distance < 0.06, "{sample} moved by {moved:?}: a key point is off by {distance} of the face");
            }
        }
    }
}

#[test]
fn whoever_has_left_is_not_followed() {
    let detector = detector();
    let before: Vec<Rectangle> =
        look(&detector, &frame("woman-1.jpg", [0, 0])).iter().map(|face| face.bounding_box).collect();
    let empty = RgbaImage::from_pixel(640, 480, image::Rgba([90, 90, 90, 255]));
    assert!(detector.follow(&empty, &before).is_none());
    assert!(detector.follow(&empty, &[]).is_none());
}

#[test]
fn two_looks_that_end_on_one_face_have_lost_another() {
    let detector = detector();
    let shown = frame("woman-1.jpg", [0, 0]);
    let there = look(&detector, &shown)[0].bounding_box;
    let beside = Rectangle { x: there.x + 0.3 * there.width, ..there };
    assert!(detector.follow(&shown, &[there]).is_some());
    assert!(detector.follow(&shown, &[there, beside]).is_none());
}
