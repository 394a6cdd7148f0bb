//! Faces of a video: one that is only followed is placed as by a look at the whole frame, and small ones turn up within a second.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use image::RgbaImage;
use image::imageops::{FilterType, resize};
use visage::analysis::SearchSchedule;
use visage::detection::{Detection, FaceDetector};
use visage::evaluation::scenes::{Background, CutOut, SceneKind, scene};
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

/// Faces that are found in frames of the same scene, 33 milliseconds apart.
fn watch(detector: &FaceDetector, shown: &RgbaImage, frames: u32) -> Vec<Vec<Detection>> {
    let mut schedule = SearchSchedule::default();
    let mut watch_one = |frame: u32| {
        let time = f64::from(frame) * 33.0;
        let expected = schedule.expected(shown.dimensions(), time);
        let has_close_look = expected.tile.is_some();
        let (found, is_followed) = pollster::block_on(detector.watch(shown, &expected)).unwrap();
        let boxes = found.iter().map(|face| face.bounding_box).collect();
        schedule.note(boxes, is_followed, has_close_look, time);
        found
    };
    (0..frames).map(&mut watch_one).collect()
}

#[test]
fn small_faces_of_a_video_turn_up_within_a_second_and_stay() {
    let detector = detector();
    let cut_out = |name: &str| {
        let photo = image::open(format!("assets/samples/{name}.jpg")).unwrap().into_rgba8();
        CutOut::new(&photo, &look(&detector, &photo)[0])
    };
    let faces = ["astronaut", "man-1", "woman-1", "woman-2"].map(cut_out);
    for (size, background) in [([1280, 720], Background::Plain), ([1280, 960], Background::Busy)] {
        let kind = SceneKind { size, faces: 5, face_width: 42.0, quarters: 0, background };
        let made = scene(&kind, &faces, 3);
        assert_eq!(made.boxes.len(), 5);
        let frames = watch(&detector, &made.picture, 60);
        let at_once = made.matched(&frames[0], 0.4);
        for (number, found) in frames.iter().enumerate().skip(30) {
            let matched = made.matched(found, 0.4);
            assert!(matched >= 4, "{matched} of 5 in frame {number} of {size:?}, where {at_once} were seen at once");
            assert!(found.len() <= matched + 1, "{} wrong ones", found.len() - matched);
        }
    }
}

#[test]
fn a_small_face_beside_a_large_one_is_found_though_the_large_one_is_only_followed() {
    let detector = detector();
    let mut shown = RgbaImage::from_pixel(1280, 720, image::Rgba([90, 90, 90, 255]));
    image::imageops::overlay(&mut shown, &frame("woman-1.jpg", [0, 0]), 100, 120);
    let photo = image::open("assets/samples/man-1.jpg").unwrap().into_rgba8();
    let face = look(&detector, &photo)[0].bounding_box;
    let width = (photo.width() as f32 * 42.0 / face.width) as u32;
    let small = resize(&photo, width, width * photo.height() / photo.width(), FilterType::Triangle);
    image::imageops::overlay(&mut shown, &small, 1000, 60);
    assert_eq!(look(&detector, &shown).len(), 1, "it is too small for one look");
    let frames = watch(&detector, &shown, 45);
    assert!(frames.iter().skip(30).all(|found| found.len() == 2));
}
