//! `visage bench-train`: training throughput in images a second, forward and backward pass, with the
//! fused kernels and with Burn's own operations.

use burn::nn::DropoutConfig;
use burn::tensor::{Device, Distribution, Tensor};
use std::time::Instant;
use visage::network::{DmtlConfig, Logits};
use visage::training::ChannelsLast;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Images a step.
    #[arg(long, default_value_t = 32)]
    batch: usize,
    /// Steps to take the median of.
    #[arg(long, default_value_t = 5)]
    steps: usize,
    /// Leave out Burn's own gradient, which takes long.
    #[arg(long)]
    fused_only: bool,
}

/// Prints images a second for forward and backward pass, by the fused operations and by Burn's own, side by side.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<()> {
    let device = Device::flex().autodiff();
    let network = DmtlConfig::new().with_normalised(true).init(&device);
    let images = Tensor::<4>::random([arguments.batch, 3, 112, 112], Distribution::Uniform(-1.0, 1.0), &device);
    let channels_last = (images.clone().permute([0, 2, 3, 1]) * 1.0).into_data();
    let dropout = DropoutConfig::new(0.0).init();
    let (mut fused, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..arguments.steps {
        let input = Tensor::from_data(channels_last.clone(), &device);
        fused.push(seconds(|| ChannelsLast::default().forward(&network, input, &dropout)));
        if !arguments.fused_only {
            plain.push(seconds(|| network.forward(images.clone())));
        }
    }
    let rate = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        arguments.batch as f64 / times[times.len() / 2]
    };
    let fused = rate(fused);
    println!("fused operations: {fused:.1} images/s (median of {} steps of {})", arguments.steps, arguments.batch);
    if !arguments.fused_only {
        let plain = rate(plain);
        println!("Burn's own:       {plain:.1} images/s, ratio {:.2}", fused / plain);
    }
    Ok(())
}

/// Seconds of a forward pass and the backward pass of its logits' sum.
fn seconds(forward: impl FnOnce() -> Logits) -> f64 {
    let start = Instant::now();
    let logits = forward();
    let _gradients = logits.map(Tensor::sum).0.into_iter().reduce(|all, one| all + one).map(|sum| sum.backward());
    start.elapsed().as_secs_f64()
}
