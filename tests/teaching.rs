//! What is taught by a few examples is learned on the shipped network's features, and its heat map marks what was taught.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use image::imageops::{brighten, flip_horizontal};
use image::{Rgb, RgbImage};
use visage::analysis::alignment::{CROP_PIXELS, aligned_crop, crop_to_frame};
use visage::attributes::Category;
use visage::detection::FaceDetector;
use visage::explanation::evidence_of_features;
use visage::geometry::Similarity;
use visage::learning::{Example, Learned, NewAttribute, Place, Settings, Task, Training};
use visage::network::{CpuDmtl, Layer, image_planes};

/// Rows of the crop that a painted bar covers.
const BAR: std::ops::Range<u32> = 32..52;

fn network() -> CpuDmtl {
    CpuDmtl::from_burnpack(std::fs::read("assets/dmtl.bpk").unwrap()).unwrap()
}

/// Crops of the sample photos' faces, each from several sides by a little and in other light.
fn crops() -> Vec<RgbImage> {
    let detector = FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk").unwrap()).unwrap();
    let mut crops = Vec::new();
    for sample in ["astronaut", "man-1", "woman-1", "woman-2"] {
        let photo = image::open(format!("assets/samples/{sample}.jpg")).unwrap().into_rgba8();
        let face = pollster::block_on(detector.detect(&photo)).unwrap()[0];
        let to_frame = crop_to_frame(&face).unwrap();
        for step in 0..15i32 {
            let turn = 0.02 * (step % 5 - 2) as f32;
            let moved =
                Similarity { a: turn.cos(), b: turn.sin(), tx: (step % 3 - 1) as f32 * 2.0, ty: (step % 4) as f32 };
            let crop = aligned_crop(&photo, &moved.then(&to_frame), CROP_PIXELS);
            crops.push(brighten(&crop, 12 * (step % 4 - 2)));
        }
    }
    crops
}

/// The crop with a dark bar across the eyes, as glasses are.
fn with_bar(mut crop: RgbImage) -> RgbImage {
    for y in BAR {
        for x in 20..92 {
            crop.put_pixel(x, y, Rgb([20, 20, 24]));
        }
    }
    crop
}

fn features(network: &CpuDmtl, crop: &RgbImage) -> Vec<f32> {
    let map = network.forward_to(&image_planes(crop), Layer::DEFAULT);
    Place::Trunk.of(&network.features_from(map, Layer::DEFAULT)).to_vec()
}

fn taught(network: &CpuDmtl) -> (Learned, Vec<Example>, Vec<RgbImage>) {
    let crops: Vec<RgbImage> = crops();
    let mut shown = Vec::new();
    for (place, crop) in crops.into_iter().enumerate() {
        shown.push((if place % 2 == 0 { with_bar(crop) } else { crop }, usize::from(place % 2 == 0)));
    }
    let example = |(number, (crop, class)): (u32, &(RgbImage, usize))| Example {
        number,
        views: [features(network, crop), features(network, &flip_horizontal(crop))],
        classes: vec![Some(*class)],
    };
    let examples: Vec<Example> = (0..).zip(&shown).map(example).collect();
    let classes = ["none".to_owned(), "bar".to_owned()].into();
    let task = Task { attributes: vec![NewAttribute { name: "bar".into(), category: Category::Nominal, classes }] };
    let mut training = Training::new(task, &examples, Settings::default()).unwrap();
    while training.epoch().is_some() {}
    (training.finish(), examples, shown.into_iter().map(|(crop, _)| crop).collect())
}

#[test]
fn a_bar_across_the_eyes_is_learned_and_marked() {
    let network = network();
    let (learned, examples, crops) = taught(&network);
    let outcome = &learned.outcomes(examples.iter().filter(|example| example.is_held_back()))[0];
    assert_eq!(outcome.count(), 12);
    assert!(outcome.share_right().unwrap() >= 0.95, "{outcome:?}");

    // The map is hottest at the bar in most faces.
    let barred = || examples.iter().zip(&crops).filter(|(example, _)| example.classes[0] == Some(1));
    let hottest_row = |example: &Example, crop: &RgbImage| {
        let map = network.forward_to(&image_planes(crop), Layer::DEFAULT);
        let evidence = evidence_of_features(&map, None, learned.gradient(&example.views[0], 0, Some(1)));
        let rows = evidence.values().chunks_exact(evidence.side()).map(|row| row.iter().sum::<f32>());
        rows.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap().0
    };
    // A row of the map is 16 of the crop's high.
    let is_at_bar = |row: usize| (BAR.start..BAR.end).any(|y| y as usize / 16 == row);
    let marked = barred().filter(|(example, crop)| is_at_bar(hottest_row(example, crop))).count();
    // By chance it would be two rows of seven; twice that is more.
    assert!(7 * marked > 2 * 2 * barred().count(), "{marked} of {}", barred().count());
}
