//! The model card speaks of the weights that lie beside it, and of no others.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use burn::module::Module;
use burn::tensor::Device;
use visage::evaluation::{ModelCard, model_card_text};
use visage::network::{DmtlConfig, from_burnpack};

#[test]
fn the_card_belongs_to_the_shipped_weights() {
    let weights = std::fs::read("assets/dmtl.bpk").unwrap();
    let card: ModelCard = serde_json::from_slice(&std::fs::read("assets/model-card.json").unwrap()).unwrap();
    assert_eq!(card.weights_sha256, ModelCard::hash(&weights), "run `visage model-card` after changing the weights");
    let network = from_burnpack(weights, &Device::flex()).unwrap();
    assert_eq!(card.parameters, network.num_params());
    assert_eq!(card.multiply_adds, DmtlConfig::new().multiply_adds());
    assert!(card.figures.contains_key("utkface") && card.figures.contains_key("fairface"));
}

#[test]
fn the_document_is_the_card_s() {
    let card: ModelCard = serde_json::from_slice(&std::fs::read("assets/model-card.json").unwrap()).unwrap();
    let document = std::fs::read_to_string("MODEL_CARD.md").unwrap();
    assert!(document == model_card_text(&card), "MODEL_CARD.md was edited; run `visage model-card`");
}
