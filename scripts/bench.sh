#!/usr/bin/env bash
# Measures the engine and compares how often it allocates with Benchmarks/engine/Thresholds; fails
# where it differs. With the argument `record` it writes those thresholds anew.
set -euo pipefail
cd "$(dirname "$0")/.."

# Benchmarks have dependencies of their own: they are built apart, and an ordinary build should not
# find them among the resolved ones, for it would fetch them.
kept=$(mktemp)
had_pins=no
if [ -e Package.resolved ]; then
  cp Package.resolved "$kept"
  had_pins=yes
fi
restore() {
  if [ "$had_pins" = yes ]; then cp "$kept" Package.resolved; else rm -f Package.resolved; fi
  rm -f "$kept"
}
trap restore EXIT

benchmark() {
  CADRE_BENCHMARKS=1 swift package --scratch-path .build/benchmarks \
    --allow-writing-to-package-directory benchmark "$@" --no-progress
}
counts=(--metric allocations --path Benchmarks/engine/Thresholds)

if [ "${1:-}" = record ]; then
  benchmark thresholds update "${counts[@]}"
else
  benchmark
  benchmark thresholds check "${counts[@]}"
fi
