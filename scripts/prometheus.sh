#!/usr/bin/env bash
# Puts Debian's Prometheus (Apache 2.0) into .tools, which the tests import from; quiet when it is
# there. The package is unpacked and not installed, so that no service of the system starts.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -x .tools/prometheus/usr/bin/promtool ]; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "setup: no apt-get here; tests with a real Prometheus are left out" >&2
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
echo "setup: fetching prometheus" >&2
if ! (cd "$folder" && apt-get download -qq prometheus) >"$folder/log" 2>&1; then
  root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  "${root[@]}" apt-get update -qq
  (cd "$folder" && apt-get download -qq prometheus) >"$folder/log" 2>&1 || {
    echo "setup: cannot fetch prometheus: $(tail -n1 "$folder/log")" >&2
    exit 1
  }
fi
dpkg -x "$folder"/prometheus_*.deb "$folder/unpacked"
mkdir -p .tools/prometheus/usr
rm -rf .tools/prometheus/usr/bin
mv "$folder/unpacked/usr/bin" .tools/prometheus/usr/bin
