#!/usr/bin/env bash
# Runs a Python script with the first python3 that has the modules which the checks need.
set -euo pipefail
for python in python3 /usr/bin/python3; do
  if "$python" -c "import jsonschema, yaml" 2>/dev/null; then exec "$python" "$@"; fi
done
echo "python.sh: no python3 with jsonschema and yaml; run scripts/setup.sh test" >&2
exit 1
