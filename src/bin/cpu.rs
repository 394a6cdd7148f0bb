//! The web worker behind the page that computes on the CPU. The page never waits.

#[cfg(target_arch = "wasm32")]
fn main() {
    visage::engine::run(visage::engine::OnCpu);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The worker runs in a browser. Build the site with scripts/build.");
}
