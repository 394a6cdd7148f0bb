//! A sample photo is not doubted; spoilt in one way, it is doubted for that reason.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use image::imageops::{FilterType, blur, crop_imm, resize};
use image::{Rgba, RgbaImage};
use visage::analysis::{Analyzer, AttributeNetwork, Probe, system_clock};
use visage::checksum::sha256;
use visage::detection::FaceDetector;
use visage::estimates::Doubt;
use visage::evaluation::outliers::{Outlier, altered};

const PHOTO: &str = "assets/samples/woman-1.jpg";

fn photo() -> RgbaImage {
    image::open(PHOTO).unwrap().into_rgba8()
}

fn probe() -> Probe {
    Probe::from_bytes(&std::fs::read("assets/doubt.probe").unwrap()).unwrap()
}

/// The reasons to doubt the largest face of `picture`; `None` where no face is found.
fn doubts_if_found(picture: &RgbaImage) -> Option<Vec<Doubt>> {
    let read = |file: &str| std::fs::read(file).unwrap();
    let detector = FaceDetector::on_cpu(read("assets/blazeface.bpk")).unwrap();
    let network = AttributeNetwork::on_cpu(read("assets/dmtl.bpk")).unwrap();
    let analyzer = Analyzer::new(detector, network, system_clock).with_probe(Some(probe()));
    let analysis = pollster::block_on(analyzer.analyze(picture, None)).unwrap();
    analysis.faces.first().map(|face| face.doubts.clone())
}

/// The same of a picture in which a face is found.
fn doubts(picture: &RgbaImage) -> Vec<Doubt> {
    doubts_if_found(picture).expect("the face is still found")
}

fn with_levels(change: impl Fn(u8) -> u8) -> RgbaImage {
    let mut picture = photo();
    for Rgba([red, green, blue, _]) in picture.pixels_mut() {
        [red, green, blue].into_iter().for_each(|level| *level = change(*level));
    }
    picture
}

#[test]
fn a_good_photo_is_not_doubted() {
    assert_eq!(doubts(&photo()), []);
}

#[test]
fn a_blurred_photo_is() {
    let width = photo().width() as f32;
    assert_eq!(doubts(&blur(&photo(), width / 35.0)), [Doubt::Blurred]);
}

#[test]
fn a_dark_photo_is() {
    assert!(doubts(&with_levels(|level| level / 8)).contains(&Doubt::Dark));
}

#[test]
fn a_tiny_face_is() {
    let mut wall = RgbaImage::from_pixel(320, 240, Rgba([100, 100, 100, 255]));
    image::imageops::overlay(&mut wall, &resize(&photo(), 40, 40, FilterType::Triangle), 140, 100);
    assert!(doubts(&wall).contains(&Doubt::Small));
}

#[test]
fn a_face_that_the_picture_cuts_off_is() {
    let photo = photo();
    let (width, height) = photo.dimensions();
    let half = crop_imm(&photo, 0, 0, width / 2, height).to_image();
    assert!(doubts(&half).contains(&Doubt::CutOff));
}

#[test]
fn the_probe_is_of_the_shipped_weights() {
    assert!(probe().is_of(&sha256(&std::fs::read("assets/dmtl.bpk").unwrap())), "run visage fit-doubt");
}

/// The reasons to doubt a sample that was made into an outlier; `None` where no face is found in it any more.
fn doubts_of(outlier: Outlier, seed: u64) -> Option<Vec<Doubt>> {
    let detector = FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk").unwrap()).unwrap();
    let photo = photo();
    let found = pollster::block_on(detector.detect(&photo)).unwrap();
    let transform = visage::analysis::alignment::crop_to_frame(&found[0]).unwrap();
    doubts_if_found(&altered(&photo, &transform, outlier, seed))
}

#[test]
fn a_face_that_is_covered_is() {
    for outlier in [Outlier::Mask, Outlier::Scarf, Outlier::Sunglasses, Outlier::Hand, Outlier::Half] {
        assert!(doubts_of(outlier, 3).unwrap().contains(&Doubt::Covered), "{outlier:?}");
    }
}

#[test]
fn what_is_no_photo_of_a_face_is() {
    // Not every kind meets a doubt each time: the model card has the shares.
    for outlier in [Outlier::Drawing, Outlier::Comic] {
        let found: Vec<_> = (0..12).filter_map(|seed| doubts_of(outlier, seed)).collect();
        assert!(!found.is_empty(), "no {outlier:?} is taken for a face");
        assert!(found.iter().all(|doubts| !doubts.is_empty()), "{outlier:?}: {found:?}");
    }
}
