# The virtual environment with the pinned packages. Sourced by scripts/run and scripts/test.

# prepare run|test: makes $root/.venv ready; does nothing when it has been made for these very pins.
prepare() {
    venv=$root/.venv
    pins=$(cat "$root/pyproject.toml" "$root/constraints.txt" | cksum | tr -d ' ')
    # What is ready for the tests is ready for a run.
    if [ -e "$venv/.ready-$1-$pins" ] || [ -e "$venv/.ready-test-$pins" ]; then
        # A virtual environment dies with the Python it was made from.
        "$venv/bin/python" -c '' 2>/dev/null && return 0
    fi
    need_libraries "$1"
    find_python
    say "Setting up $venv with $python; the first time takes a minute or two"
    "$venv/bin/python" -c '' 2>/dev/null || "$python" -m venv --clear "$venv"
    case $1 in run) what=$root ;; test) what="$root[dev]" ;; esac
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$root/constraints.txt" \
        --editable "$what" >&2 </dev/null
    rm -f "$venv/.ready-"*
    : >"$venv/.ready-$1-$pins"
}
