//! The web worker behind the page. It computes; the page never waits.

#[cfg(target_arch = "wasm32")]
fn main() {
    visage::engine::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The worker runs in a browser. Build the site with scripts/build.");
}
