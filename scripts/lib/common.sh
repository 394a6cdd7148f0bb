# Sourced by every script: strict mode, the project's folder, and how to say things.
set -euo pipefail

PROJECT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$PROJECT"

# Tools that the project installs for itself live outside it, so that they outlast a clone, and apart from the user's own.
TOOLS="${VISAGE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/visage/tools}"
export PATH="$TOOLS/bin:$PATH"

say() { printf '\033[1m%s\033[0m\n' "$*"; }

fail() {
  printf '\033[1;31m%s\033[0m\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The version of the crate $1 in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { found = $3 == name } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# Whether the version $1 is $2 or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
