#!/bin/sh
# Make the virtual environment, with pinned packages, their hashes checked, and bytecode compiled: start-up counts.
# Usage: tools/venv.sh FOLDER LOCKFILE
set -eu
venv=$1 lock=$2 python=${PYTHON:-python3}

say() { printf '%s\n' "askwell: $*" >&2; }
command -v "$python" >/dev/null || { say "Python 3.11 or newer is needed. Install python3 and run this again."; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "Python 3.11 or newer is needed; $("$python" --version) was found. Set PYTHON=python3.x and run this again."; exit 1; }

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "fetching python3-venv"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    else
        say "python3-venv is missing. Install it (Debian, Ubuntu: sudo apt-get install python3-venv) and run this again."; exit 1
    fi
fi

# Bytecode is compiled at install, whatever the surroundings say.
unset PYTHONDONTWRITEBYTECODE || true
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
say "installing what $lock names (a minute the first time)"
"$venv/bin/python" -m pip install -q --disable-pip-version-check --compile --require-hashes -r "$lock"
if "$venv/bin/python" -c 'import hatchling, editables' 2>/dev/null; then
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
else
    # Without the build tools of the developers the checkout is put on the path by one line.
    site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
    printf '%s\n' "$PWD/src" > "$site/askwell.pth"
    printf '#!%s\nimport sys\nfrom askwell.cli import main\nsys.exit(main())\n' "$PWD/$venv/bin/python" > "$venv/bin/askwell"
    chmod +x "$venv/bin/askwell"
fi
"$venv/bin/python" -m compileall -q src || true
