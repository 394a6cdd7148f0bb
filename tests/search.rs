//! Still pictures are searched for as long as it takes to find small, distant and turned faces.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use image::imageops::{overlay, resize, rotate180};
use image::{Rgba, RgbaImage};
use visage::detection::{Detection, FaceDetector};
use visage::evaluation::scenes::{Background, CutOut, SceneKind, scene};

/// Overlap from which on a face counts as found.
const OVERLAP: f32 = 0.4;

fn detector() -> FaceDetector {
    FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk").unwrap()).unwrap()
}

fn photo(name: &str) -> RgbaImage {
    image::open(format!("assets/samples/{name}.jpg")).unwrap().into_rgba8()
}

/// The faces of the samples, cut out.
fn faces(detector: &FaceDetector) -> Vec<CutOut> {
    let cut_out = |name: &str| {
        let photo = photo(name);
        let found = pollster::block_on(detector.detect(&photo)).unwrap();
        CutOut::new(&photo, found.first().expect("a sample has a face"))
    };
    ["astronaut", "man-1", "woman-1", "woman-2"].map(cut_out).into()
}

fn search(detector: &FaceDetector, picture: &RgbaImage) -> Vec<Detection> {
    pollster::block_on(detector.search(picture, picture, |_| {})).unwrap()
}

#[test]
fn faces_far_smaller_than_the_picture_are_found_wherever_they_are() {
    let detector = detector();
    let faces = faces(&detector);
    for (face_width, background) in [(28.0, Background::Plain), (40.0, Background::Busy)] {
        let kind = SceneKind { size: [960, 640], faces: 12, face_width, quarters: 0, background };
        let made = scene(&kind, &faces, 1);
        assert_eq!(made.boxes.len(), 12);
        let found = search(&detector, &made.picture);
        let matched = made.matched(&found, OVERLAP);
        assert!(matched >= 11, "{matched} of 12 faces of {face_width} pixels");
        assert!(found.len() <= matched + 1, "{} wrong ones", found.len() - matched);
    }
}

#[test]
fn faces_that_are_not_upright_are_found_the_right_way_up() {
    let detector = detector();
    let faces = faces(&detector);
    for quarters in [1, 2, 3] {
        let kind = SceneKind { size: [480, 360], faces: 3, face_width: 60.0, quarters, background: Background::Plain };
        let made = scene(&kind, &faces, 2);
        assert_eq!(made.matched(&search(&detector, &made.picture), OVERLAP), made.boxes.len(), "{quarters} quarters");
    }
}

#[test]
fn a_portrait_upside_down_is_found_the_right_way_up() {
    let detector = detector();
    let upside_down = rotate180(&resize(&photo("woman-1"), 300, 300, image::imageops::FilterType::Triangle));
    let found = search(&detector, &upside_down);
    assert_eq!(found.len(), 1);
    let [right, left, ..] = found[0].key_points;
    assert!(left.x < right.x, "{right:?} {left:?}");
}

#[test]
fn both_ends_of_a_panorama_are_looked_at() {
    let detector = detector();
    let face = resize(&photo("woman-1"), 280, 280, image::imageops::FilterType::Triangle);
    let mut panorama = RgbaImage::from_pixel(4500, 300, Rgba([120, 130, 140, 255]));
    for x in [40, 4180] {
        overlay(&mut panorama, &face, x, 10);
    }
    let found = search(&detector, &panorama);
    let mut places: Vec<f32> = found.iter().map(|face| face.bounding_box.centre().x).collect();
    places.sort_by(f32::total_cmp);
    assert!(matches!(places[..], [first, last] if first < 400.0 && last > 4100.0), "{places:?}");
}

#[test]
fn a_picture_without_a_face_has_none() {
    let ramp = RgbaImage::from_fn(700, 500, |x, y| Rgba([(x / 3) as u8, (y / 2) as u8, 90, 255]));
    assert!(search(&detector(), &ramp).is_empty());
}

#[test]
fn the_faces_that_one_look_is_sure_of_stay_as_they_are() {
    let detector = detector();
    let group = photo("group");
    let plain = pollster::block_on(detector.detect(&group)).unwrap();
    let searched = search(&detector, &group);
    assert!(plain.iter().filter(|face| face.score > 0.9).all(|face| searched.contains(face)), "{searched:?}");
    assert_eq!(searched.len(), 3);
}
