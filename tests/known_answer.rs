//! The known answer that browsers check their devices with belongs to the weights that are shipped beside it, whatever
//! computes it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use burn::tensor::Device;
use image::{ImageFormat, RgbaImage};
use visage::analysis::{Analyzer, AttributeNetwork, KnownAnswer, Views, system_clock};
use visage::attributes::Attribute;
use visage::detection::FaceDetector;
use visage::explanation::ExplanationTarget;
use visage::network::{Layer, SecondOpinion};

fn asset(name: &str) -> Vec<u8> {
    let path = format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn picture() -> RgbaImage {
    image::load_from_memory_with_format(&asset("known-answer.ppm"), ImageFormat::Pnm).unwrap().to_rgba8()
}

fn on_cpu() -> Analyzer {
    let detector = FaceDetector::on_cpu(asset("blazeface.bpk")).unwrap();
    Analyzer::new(detector, AttributeNetwork::on_cpu(asset("dmtl.bpk")).unwrap(), system_clock)
}

fn by_burn() -> Analyzer {
    let device = Device::flex();
    let detector = FaceDetector::on_device(asset("blazeface.bpk"), &device).unwrap();
    Analyzer::new(detector, AttributeNetwork::on_device(asset("dmtl.bpk"), &device).unwrap(), system_clock)
}

#[test]
fn the_shipped_weights_give_the_known_answer() {
    let answer: KnownAnswer = serde_json::from_slice(&asset("known-answer.json")).unwrap();
    assert!(answer.has_evidence());
    for analyzer in [on_cpu(), by_burn()] {
        pollster::block_on(answer.check(&analyzer, &picture()))
            .unwrap_or_else(|deviation| panic!("{deviation}: run `visage convert known-answer` again"));
    }
}

#[test]
fn the_kernels_for_the_cpu_say_and_show_what_burn_does() {
    let (on_cpu, by_burn) = (on_cpu(), by_burn());
    let faces = pollster::block_on(on_cpu.analyze(&picture(), None)).unwrap().faces;
    let crop = &faces.first().expect("one face").crop;
    for attribute in Attribute::ALL {
        for layer in Layer::ALL {
            let target = ExplanationTarget { attribute, class: None, layer };
            let [found, expected] = [&on_cpu, &by_burn].map(|analyzer| {
                let readings = analyzer.read_crops(std::slice::from_ref(crop), Some(&target), Views::One);
                pollster::block_on(readings).unwrap().remove(0)
            });
            let (found_age, expected_age) = (found.estimates.age.years(), expected.estimates.age.years());
            assert!((found_age - expected_age).abs() < 0.01, "{found_age} for {expected_age}");
            let (found, expected) = (found.evidence.unwrap(), expected.evidence.unwrap());
            assert!(!expected.is_empty() || found.is_empty(), "{target:?}");
            // Rounding moves single values over a kink of ReLU6, which moves single places of the map.
            let differences = found.values().iter().zip(expected.values()).map(|(a, b)| (a - b).abs());
            let mean = differences.sum::<f32>() / expected.values().len() as f32;
            assert!(mean < 0.002, "{target:?}: {mean}");
        }
    }
}

#[test]
fn a_still_picture_means_the_same_in_a_mirror_and_features_are_of_the_picture() {
    let analyzer = on_cpu();
    let crop = pollster::block_on(analyzer.analyze(&picture(), None)).unwrap().faces.remove(0).crop;
    let mirrored = image::imageops::flip_horizontal(&crop);
    let read = |views| pollster::block_on(analyzer.read_crops(&[crop.clone(), mirrored.clone()], None, views)).unwrap();
    let (both, once) = (read(Views::Both), read(Views::One));
    let [found, turned] = both.as_slice() else { panic!("two crops") };
    let years = |reading: &visage::analysis::Reading| reading.estimates.age.years();
    assert!((years(found) - years(turned)).abs() < 1e-3);
    assert!((years(found) - (years(&once[0]) + years(&once[1])) / 2.0).abs() < 1e-3);
    assert_ne!(once[0].estimates, once[1].estimates);
    assert_eq!([&found.features, &turned.features], [&once[0].features, &once[1].features]);
}

#[test]
fn a_second_opinion_changes_what_is_said_of_a_still_picture_alone_and_not_what_is_seen_in_it() {
    let file = format!("{}/assets/second-opinion.bpk", env!("CARGO_MANIFEST_DIR"));
    let second = SecondOpinion::from_burnpack(std::fs::read(file).unwrap()).unwrap();
    let (alone, mut both) = (on_cpu(), on_cpu());
    both.set_second_opinion(Some(second));
    let crop = pollster::block_on(alone.analyze(&picture(), None)).unwrap().faces.remove(0).crop;
    let read = |analyzer: &Analyzer, views| {
        pollster::block_on(analyzer.read_crops(std::slice::from_ref(&crop), None, views)).unwrap().remove(0)
    };
    assert_eq!(read(&alone, Views::One), read(&both, Views::One));
    let (one, two) = (read(&alone, Views::Both), read(&both, Views::Both));
    assert_eq!(one.features, two.features);
    assert_ne!(one.estimates, two.estimates);
    // The mean of two distributions that are both about the same face.
    assert!((one.estimates.age.years() - two.estimates.age.years()).abs() < 5.0);
    assert!((two.estimates.age.distribution.iter().sum::<f32>() - 1.0).abs() < 1e-4);
    assert_eq!(one.estimates.likeliest_gender().0, two.estimates.likeliest_gender().0);
}
