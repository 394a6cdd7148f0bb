//! Runs the constructors of static data once.
//!
//! Burn's shader compiler registers its operations by such constructors (crate `inventory`). Where a program does not
//! call them itself, the linker makes *every* function that JavaScript can call run all of them first: a millisecond
//! for each value that crosses the border.

unsafe extern "C" {
    /// Made by the linker. That it is called at all keeps the linker from calling it everywhere.
    fn __wasm_call_ctors();
}

/// To be called once, before anything else.
pub fn run() {
    // SAFETY: the linker gives this function exactly this signature, and nothing has run before that could have called
    // it already.
    unsafe { __wasm_call_ctors() }
}
