//! The web worker behind the page that computes on WebGPU. It is started where that may be quicker.

#[cfg(target_arch = "wasm32")]
fn main() {
    visage::engine::run(visage::engine::OnWebGpu);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The worker runs in a browser. Build the site with scripts/build.");
}
