# Find a Python of at least 3.11 that can make a virtual environment. Sourced by scripts/run and scripts/test.

# Prints its path, or nothing.
usable_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
}

find_python() {
    python=$(usable_python)
    if [ -z "$python" ] && can_install; then
        install_packages python3 python3-venv
        python=$(usable_python)
    fi
    if [ -z "$python" ]; then
        say "no Python 3.11 or newer with venv was found. On Debian or Ubuntu:"
        say "    sudo apt-get update && sudo apt-get install -y python3 python3-venv"
        exit 1
    fi
}
