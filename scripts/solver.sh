#!/usr/bin/env bash
# Puts the HiGHS solver (MIT licence) into .solver/lib, where cadre finds it; quiet when it is there.
#
# It is the library of the package `highsbox`, unpacked and not installed. Without it cadre plans with
# its own heuristic and says so, which is why a failure here is only told.
set -euo pipefail
cd "$(dirname "$0")/.."

version=1.15.1
library=.solver/lib/libhighs.so
if [ "$(uname -s)" = Darwin ]; then library=.solver/lib/libhighs.dylib; fi
stamp=.solver/version
if [ -e "$library" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$version" ]; then exit 0; fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$folder" \
  "highsbox==$version" >"$folder/log" 2>&1; then
  echo "setup: cannot fetch the solver, so plans come from the heuristic: $(tail -n1 "$folder/log")" >&2
  exit 0
fi
python3 - "$folder" "$library" <<'PYTHON'
import pathlib, sys, zipfile
folder, library = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
    name = next(n for n in wheel.namelist() if n.endswith("/lib/" + library.name))
    library.parent.mkdir(parents=True, exist_ok=True)
    part = library.with_suffix(".part")
    part.write_bytes(wheel.read(name))
    part.rename(library)
PYTHON
echo "$version" > "$stamp"
