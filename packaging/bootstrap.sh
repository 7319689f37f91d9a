#!/bin/sh
# Finds a Python that can carry the app and hands over to bootstrap.py: sh packaging/bootstrap.sh COMMAND [ARGUMENT]…
# The environment's own Python is taken where there is one, so that a start costs no search; PYTHON=… overrides.

here=${0%/*}

fits() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

if [ -z "$PYTHON" ] && [ -e "$here/../.venv/installed" ] && [ -x "$here/../.venv/bin/python" ]; then
    exec "$here/../.venv/bin/python" -E -S "$here/bootstrap.py" "$@"
fi

if [ -n "$PYTHON" ]; then
    fits "$PYTHON" && exec "$PYTHON" "$here/bootstrap.py" "$@"
    echo "$PYTHON is not a Python 3.11, 3.12, 3.13 or 3.14." >&2
    exit 1
fi

for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
    fits "$python" && exec "$python" "$here/bootstrap.py" "$@"
done

cat >&2 <<'MESSAGE'
Orchestrator needs Python 3.11, 3.12, 3.13 or 3.14, and none was found. Install one:
  Debian, Ubuntu:  sudo apt install python3 python3-venv
  Fedora:          sudo dnf install python3
  Arch:            sudo pacman -S python
  macOS:           brew install python
One that is elsewhere is named like this: make run PYTHON=/path/to/python3.12
MESSAGE
exit 1
