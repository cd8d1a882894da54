#!/usr/bin/env bash
# Feeds damaged files to every reader, for some seconds each: scripts/fuzz.sh [seconds] [target ...]
# or, always the same ones, so many to each: scripts/fuzz.sh --runs N [target ...]
# Fails where one crashes, hangs or takes too much memory; the input then lies in .build/fuzzing/found.
# Fuzzing/README.md tells what the targets are.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname)" != Linux ]; then
  echo "fuzz.sh: skipped: only toolchains for Linux have the fuzzer"
  exit 0
fi
limit=(-max_total_time=60)
if [ "${1:-}" = --runs ]; then
  limit=(-runs="${2:?}" -seed=1)
  shift 2
elif [[ "${1:-}" =~ ^[0-9]+$ ]]; then
  limit=(-max_total_time="$1")
  shift
fi
folder=.build/fuzzing
targets=("$@")
if [ $# -eq 0 ]; then
  for path in Fuzzing/seeds/*/; do
    targets+=("$(basename "$path")")
    # Models are also what others are merged into.
    if [ "${targets[-1]}" = model ]; then targets+=(merge); fi
  done
fi

CADRE_FUZZ=1 swift build -c release --sanitize fuzzer --scratch-path $folder --product cadre-fuzz
fuzzer=$folder/release/cadre-fuzz
mkdir -p $folder/found $folder/logs

printf '%-20s %12s %10s %10s\n' target runs edges "most MB"
failed=()
for target in "${targets[@]}"; do
  seeds=Fuzzing/seeds/${target/merge/model}
  if [ ! -d "$seeds" ]; then
    echo "fuzz.sh: there is no target '$target'" >&2
    exit 64
  fi
  # What was found before is where the next run begins.
  corpus=$folder/corpus/$target
  words=$folder/logs/$target.words
  log=$folder/logs/$target.log
  mkdir -p "$corpus"
  # Words of the seeds are worth trying elsewhere.
  cat "$seeds"/* | LC_ALL=C grep -aoE '[A-Za-z][A-Za-z_.-]{2,30}' | sort -u |
    sed 's/.*/"&"/' > "$words" || true
  options=("${limit[@]}" -timeout=10 -rss_limit_mb=1024 -max_len=4096
    -print_final_stats=1 -artifact_prefix="$folder/found/$target-")
  if [ -s "$words" ]; then options+=(-dict="$words"); fi
  status=0
  # Swift's own report of a crash would come before the fuzzer's, which keeps the input.
  CADRE_FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no \
    "$fuzzer" "${options[@]}" "$corpus" "$seeds" > "$log" 2>&1 || status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  most=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
  printf '%-20s %12s %10s %10s\n' "$target" "${runs:-?}" "${edges:-?}" "${most:-?}"
  if [ $status -ne 0 ]; then
    failed+=("$target")
    grep -aE 'Fatal error|ERROR: libFuzzer|SUMMARY|Test unit written' "$log" | cut -c1-400 || tail -5 "$log"
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz.sh: failed: ${failed[*]}; see $folder/logs and $folder/found" >&2
  exit 1
fi
