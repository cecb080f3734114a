#!/bin/sh
# Makes sure that PostgreSQL's server is installed; the tests start one of their own from it.
set -eu

found() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

if found; then
    exit 0
fi
missing="The tests need PostgreSQL's server (initdb and pg_ctl)."
if ! command -v apt-get >/dev/null 2>&1; then
    echo "$missing Install it with your system's packages, then run make test again." >&2
    exit 1
fi
if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    echo "$missing Installing it takes root: sudo apt-get install postgresql, then run make test again." >&2
    exit 1
fi
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
found || { echo "$missing apt-get installed it, but it is not in /usr/lib/postgresql." >&2; exit 1; }
