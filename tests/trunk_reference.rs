//! Holds the network's first stages against PyTorch's maps; `scripts/reference/trunk.py` made the fixture.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use burn::store::pytorch::PytorchReader;
use burn::tensor::{Device, Tensor, TensorData, Tolerance};
use std::path::Path;
use visage::network::{DmtlConfig, Layer, StageConfig};
use visage::training::pretrained::from_efficientnet_lite0;

#[test]
fn the_trunk_computes_what_pytorch_computes() {
    let fixture = Path::new("tests/fixtures/trunk_reference.pth");
    let device = Device::flex();
    // The stages that the fixture holds: two shared ones, and the third as a branch, which is not compared.
    let config = DmtlConfig::new()
        .with_trunk(vec![StageConfig::new(1, 16, 3, 1, 1), StageConfig::new(2, 24, 3, 2, 6)])
        .with_branch(StageConfig::new(2, 40, 5, 2, 6));
    let network = from_efficientnet_lite0(fixture, config, &device).unwrap();
    let folded = network.clone().fold();

    let reference = PytorchReader::new(fixture).unwrap();
    for (layer, name) in [(Layer::Stage1, "reference.stage1"), (Layer::Stage2, "reference.stage2")] {
        let expected = reference.get(name).unwrap();
        let values: Vec<f32> =
            expected.read().unwrap().chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap())).collect();
        let expected = TensorData::new(values, expected.shape().to_vec());
        for network in [&network, &folded] {
            let found = network.forward_to(image(&device), layer).into_data();
            found.assert_approx_eq::<f32>(&expected, Tolerance::rel_abs(1e-3, 1e-3));
        }
    }
}

/// `sin(0.1 x + 0.07 y + channel)`, as in the script.
fn image(device: &Device) -> Tensor<4> {
    let value =
        |channel: usize, row: usize, column: usize| (0.1 * column as f32 + 0.07 * row as f32 + channel as f32).sin();
    let mut values = Vec::new();
    for channel in 0..3 {
        for row in 0..112 {
            values.extend((0..112).map(|column| value(channel, row, column)));
        }
    }
    Tensor::from_data(TensorData::new(values, [1, 3, 112, 112]), device)
}
