#!/usr/bin/env bash
# Puts an independent reader of CODEOWNERS (MIT licence) into .tools, which the tests compare with
# cadre's own; quiet when it is there. It is the package `codeowners`, unpacked and not installed.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.9.0
stamp=.tools/codeowners.version
if [ -e .tools/codeowners/__init__.py ] && [ "$(cat "$stamp" 2>/dev/null)" = "$version" ]; then
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$folder" \
  "codeowners==$version" >"$folder/log" 2>&1 || {
  echo "setup: cannot fetch the package codeowners: $(tail -n1 "$folder/log")" >&2
  exit 1
}
python3 - "$folder" <<'PYTHON'
import pathlib, shutil, sys, zipfile
folder = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
    wheel.extractall(folder / "unpacked")
tools = pathlib.Path(".tools")
tools.mkdir(exist_ok=True)
shutil.rmtree(tools / "codeowners", ignore_errors=True)
shutil.move(folder / "unpacked/codeowners", tools / "codeowners")
PYTHON
echo "$version" > "$stamp"
