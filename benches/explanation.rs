//! Prints what Grad-CAM costs beside the network's forward pass, on the CPU, for one face:
//! `cargo bench --features training --bench explanation`. Weights do not matter for time, so they are random.

use burn::tensor::{Device, Distribution, Tensor};
use std::time::Instant;
use visage::attributes::Attribute;
use visage::explanation::{ExplanationTarget, grad_cam};
use visage::network::{DmtlConfig, INPUT_SIZE, Layer};

const REPETITIONS: usize = 31;

fn main() {
    let device = Device::flex();
    let network = DmtlConfig::new().init(&device);
    let image = Tensor::<4>::random([1, 3, INPUT_SIZE, INPUT_SIZE], Distribution::Uniform(-1.0, 1.0), &device);
    let forward = median_ms(|| drop(network.forward(image.clone()).race.into_data()));
    println!("forward pass {forward:.1} ms");
    for layer in Layer::ALL {
        let activations = network.forward_to(image.clone(), layer);
        for attribute in Attribute::ALL {
            let target = ExplanationTarget { attribute, class: None, layer };
            let explain = median_ms(|| drop(grad_cam(&network, activations.clone(), &target).into_data()));
            println!(
                "{:6} at {}: {explain:.1} ms, {:.2} of a forward pass",
                attribute.name(),
                layer.name(),
                explain / forward
            );
        }
    }
}

fn median_ms(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..REPETITIONS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[REPETITIONS / 2]
}
