# Sourced by scripts/test: runs steps in order, stops at the first that fails, and ends with a summary of all. The script fails if
# any step failed or did not run.

STEPS=()   # the functions that are to run
RESULTS=() # what came of those that did

# Runs every step; each is a function, named for what it does.
run_steps() {
  local name start status result
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
    [ "$status" -eq 0 ] && result="passed in" || result="FAILED after"
    result+=" $((SECONDS - start)) s"
    RESULTS+=("$result")
    say "$(spelt "$name") $result"
    [ "$status" -eq 0 ] || exit 1
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
  echo "all of it took $SECONDS s"
  echo "$passed passed, $failed failed, $((${#STEPS[@]} - passed - failed)) skipped"
  [ "$passed" -eq "${#STEPS[@]}" ] || exit 1
}
