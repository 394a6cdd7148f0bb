//! The known answer that browsers check their devices with belongs to the weights that are shipped beside it.

#![cfg(feature = "training")]

use burn::tensor::Device;
use image::ImageFormat;
use visage::analysis::{Analyzer, KnownAnswer, system_clock};
use visage::detection::FaceDetector;
use visage::network::from_burnpack;

fn asset(name: &str) -> Vec<u8> {
    let path = format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_shipped_weights_give_the_known_answer() {
    let device = Device::flex();
    let detector = FaceDetector::from_burnpack(asset("blazeface.bpk"), &device).unwrap();
    let network = from_burnpack(asset("dmtl.bpk"), &device).unwrap();
    let analyzer = Analyzer::new(detector, network, device, system_clock);
    let picture = image::load_from_memory_with_format(&asset("known-answer.ppm"), ImageFormat::Pnm).unwrap().to_rgba8();
    let answer: KnownAnswer = serde_json::from_slice(&asset("known-answer.json")).unwrap();
    assert!(answer.has_evidence());
    pollster::block_on(answer.check(&analyzer, &picture))
        .unwrap_or_else(|deviation| panic!("{deviation}: run `visage convert known-answer` again"));
}
