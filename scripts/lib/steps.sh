# Sourced by scripts/test: runs steps in order, stops at the first that fails, and ends with a summary of all.

STEPS=()   # the functions that are to run
RESULTS=() # what came of those that did

# Runs every step; each is a function, named for what it does.
run_steps() {
  local name start status
  trap print_summary EXIT
  STEPS=("$@")
  for name in "${STEPS[@]}"; do
    say "==> $(spelt "$name")"
    start=$SECONDS
    # Not as a condition of `if`: that would switch `set -e` off inside the step.
    set +e
    (set -e && "$name")
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
      RESULTS+=("FAILED after $((SECONDS - start)) s")
      exit 1
    fi
    RESULTS+=("passed in $((SECONDS - start)) s")
  done
}

spelt() { echo "${1//_/ }"; }

print_summary() {
  local index passed=0 failed=0
  say "==> summary"
  for index in "${!STEPS[@]}"; do
    printf '%-28s %s\n' "$(spelt "${STEPS[$index]}")" "${RESULTS[$index]:-not run}"
    case "${RESULTS[$index]:-}" in
      passed*) passed=$((passed + 1)) ;;
      FAILED*) failed=$((failed + 1)) ;;
    esac
  done
  echo "$passed passed, $failed failed, $((${#STEPS[@]} - passed - failed)) skipped"
}
