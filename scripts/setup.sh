#!/usr/bin/env bash
# Installs the system packages that building and testing cadre needs and this machine lacks.
# Quiet when there is nothing to do; uses sudo only when not root. With the argument `test` it also
# installs what only the tests need.
set -euo pipefail

# Debian/Ubuntu package : command that succeeds where the package is not needed.
debian=(
  "ca-certificates:test -e /etc/ssl/certs/ca-certificates.crt"
  "git:command -v git"
  "make:command -v make"
  "binutils:command -v ld"
  "libc6-dev:test -e /usr/include/stdio.h"
  "g++:ls /usr/include/c++/*/vector"
  # What the Swift toolchain itself is linked against.
  "libncurses6:ldconfig -p | grep -q libncurses.so.6"
  "libcurl4:ldconfig -p | grep -q libcurl.so.4"
  "libsqlite3-0:ldconfig -p | grep -q libsqlite3.so.0"
  # Servers of metrics are asked by it; its header is needed to build, the library while cadre runs.
  "libcurl4-openssl-dev:ls /usr/include/curl/curl.h || ls /usr/include/*/curl/curl.h"
  # The ledger is linked against it.
  "libsqlite3-dev:test -e /usr/include/sqlite3.h"
  # The explorer draws with it.
  "libncurses-dev:test -e /usr/include/curses.h -a -e /usr/include/term.h && ls /usr/lib/*/libncursesw.so"
  "libxml2:ldconfig -p | grep -q libxml2.so.2"
  # The solver comes as a package of Python.
  "python3:command -v python3"
  "python3-pip:python3 -m pip --version"
  # Time zones of rota sites.
  "tzdata:test -e /usr/share/zoneinfo/Europe/Berlin"
)

# What only the tests need, first an independent judge of the JSON Schema.
schema_judge='for p in python3 /usr/bin/python3; do $p -c "import jsonschema, yaml" && exit; done; exit 1'
if [ "${1:-}" = test ]; then
  debian+=("python3-jsonschema:$schema_judge" "python3-yaml:$schema_judge")
  # What docs/documents.md reads documents with.
  debian+=("jq:command -v jq")
  # Certificates for a server of the tests.
  debian+=("openssl:command -v openssl")
  # The explorer is tested on a terminal that tests can read.
  debian+=("tmux:command -v tmux")
fi

# Homebrew formula : the same.
homebrew=(
  "git:command -v git"
  "make:command -v make"
)

if [ "${1:-}" = test ]; then
  homebrew+=("jq:command -v jq" "python3:command -v python3" "python-jsonschema pyyaml:$schema_judge")
fi

# missing PACKAGE:PROBE... prints the packages whose probe fails.
missing() {
  local entry
  for entry in "$@"; do
    PATH="$PATH:/usr/sbin:/sbin" bash -c "${entry#*:}" >/dev/null 2>&1 || printf '%s\n' "${entry%%:*}"
  done
}

# as_root COMMAND... runs it as root; with sudo only if need be.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "setup: run as root: $*" >&2
    return 1
  fi
}

setup_macos() {
  local needed
  needed=$(missing "${homebrew[@]}" | tr '\n' ' ')
  if [ -n "$needed" ]; then
    echo "setup: missing packages; run: brew install ${needed% }" >&2
    return 1
  fi
}

setup_linux() {
  local needed
  needed=$(missing "${debian[@]}" | tr '\n' ' ')
  if [ -z "$needed" ]; then return 0; fi
  if ! command -v apt-get >/dev/null; then
    echo "setup: no apt-get here; install what Debian calls: ${needed% }" >&2
    return 1
  fi
  echo "setup: installing ${needed% }" >&2
  as_root apt-get update -qq
  # shellcheck disable=SC2086  # one word per package
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $needed
}

case "$(uname -s)" in
  Darwin) setup_macos ;;
  Linux) setup_linux ;;
  *) ;;
esac

if ! command -v swift >/dev/null; then
  echo "setup: no swift on the PATH; see https://www.swift.org/install for Swift 6.1 or later" >&2
  exit 1
fi

"$(dirname "$0")/solver.sh"
if [ "${1:-}" = test ]; then
  "$(dirname "$0")/codeowners.sh"
  "$(dirname "$0")/prometheus.sh"
fi
