#!/usr/bin/env bash
# sign-manual.sh PROGRAM PAGE prints the page with a first line that says what it was made from.
set -euo pipefail
program=$1
page=$2

# sha256 reads standard input; Linux and macOS call the tool differently.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

digest=$("$program" --experimental-dump-help | sha256)
printf '.\\" Made by "make man" from declarations %s\n' "$digest"
cat "$page"
printf '\n'
