# Sourced by scripts/bootstrap: runs functions in order, or lists of them beside each other.

# Runs functions, each named for what it does, one after another.
in_order() {
  local name
  for name in "$@"; do
    # shellcheck disable=SC2034 # `ready` says how long it took
    STARTED=$SECONDS
    "$name"
  done
}

# Runs lists beside each other; a list is the names of functions to run in order, with spaces between them. The first one speaks at
# once, and the others when they have ended, so that no lines mix. All of them end, and it fails if any of them failed.
side_by_side() {
  local list first status process processes=()
  for list in "${@:2}"; do
    speak_at_the_end "$list" </dev/null &
    processes+=("$!")
  done
  read -ra first <<<"$1"
  # Not as a condition of `if`: that would switch `set -e` off inside the list.
  set +e
  (set -e && in_order "${first[@]}")
  status=$?
  for process in "${processes[@]}"; do
    wait "$process" || status=1
  done
  set -e
  return "$status"
}

# Runs one list and exits as it did.
speak_at_the_end() {
  local names output status
  read -ra names <<<"$1"
  output="$(mktemp)"
  set +e
  (set -e && in_order "${names[@]}") >"$output" 2>&1
  status=$?
  cat "$output"
  rm "$output"
  exit "$status"
}
