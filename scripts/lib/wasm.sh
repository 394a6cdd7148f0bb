# Sourced: which Rust tool chain compiles to WebAssembly, and how to run a command with it.

WASM_TARGET=wasm32-unknown-unknown
# Debian's compiler, which can stand in where rustup cannot fetch the target.
DEBIAN_BIN=/usr/bin

# Whether the compiler $1 has a standard library for WebAssembly, with the bitcode that link-time optimisation wants.
has_wasm_library() {
  local libraries
  libraries="$("$1" --print target-libdir --target "$WASM_TARGET" 2>/dev/null)" || return 1
  grep --quiet llvmbc "$libraries"/libstd-*.rlib 2>/dev/null
}

# The version of the compiler $1, and the oldest that Cargo.toml accepts.
rust_version() { "$1" --version | awk '{ print $2 }'; }
minimum_rust_version() { awk -F'"' '/^rust-version/ { print $2 }' Cargo.toml; }

# Runs a command with a `cargo` first on PATH that can compile to WebAssembly.
with_wasm_toolchain() {
  if has_wasm_library rustc; then
    "$@"
  elif has_wasm_library "$DEBIAN_BIN/rustc"; then
    PATH="$DEBIAN_BIN:$PATH" "$@"
  else
    fail "No Rust compiler here can compile to $WASM_TARGET. Run scripts/bootstrap."
  fi
}
