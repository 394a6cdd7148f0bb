//! Prints what Grad-CAM costs beside the network's forward pass, on the CPU, for one face:
//! `cargo bench --features training --bench explanation`. Weights do not matter for time, so they are random.

use burn::tensor::Device;
use std::time::Instant;
use visage::attributes::Attribute;
use visage::explanation::{ExplanationTarget, grad_cam};
use visage::network::{CROP_SIDE, CpuDmtl, DmtlConfig, Layer, Storage, to_burnpack};

const REPETITIONS: usize = 31;

fn main() -> anyhow::Result<()> {
    let weights = to_burnpack(DmtlConfig::new().init(&Device::flex()), Storage::Integers { bits: 8 })?;
    let network = CpuDmtl::from_burnpack(weights)?;
    let planes: Vec<f32> = (0..3 * CROP_SIDE * CROP_SIDE).map(|index| (index as f32 * 0.37).sin()).collect();
    let read = || network.forward_from(network.forward_to(&planes, Layer::DEFAULT), Layer::DEFAULT);
    let forward = median_ms(|| drop(read()));
    println!("forward pass {forward:.1} ms");
    for (stage, layer) in (1..).zip(Layer::ALL) {
        let map = network.forward_to(&planes, layer);
        let plain = median_ms(|| drop(network.forward_from(map.clone(), layer)));
        for attribute in Attribute::ALL {
            let target = ExplanationTarget { attribute, class: None, layer };
            // What keeping the maps costs belongs to the explanation too.
            let explain = median_ms(|| {
                let trace = network.trace_from(map.clone(), layer, attribute);
                drop(grad_cam(&map, &trace, &target));
            }) - plain;
            println!(
                "{:6} at stage {stage} ({side} × {side}): {explain:.1} ms, {:.2} of a forward pass",
                attribute.name(),
                explain / forward,
                side = layer.side()
            );
        }
    }
    Ok(())
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
