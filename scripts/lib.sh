# What the scripts share. Sourced, never run.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export ROOT

# What cargo installs, whether or not the shell has heard of it yet.
export PATH="${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin:$PATH"

# A build machine starts each time from a clean clone: what it may keep lives outside of it.
if [ -n "${CI:-}" ]; then
  : "${CARGO_TARGET_DIR:=${XDG_CACHE_HOME:-$HOME/.cache}/patchbay/target}"
  : "${CARGO_INCREMENTAL:=0}"
  : "${CARGO_TERM_COLOR:=never}"
  export CARGO_TARGET_DIR CARGO_INCREMENTAL CARGO_TERM_COLOR
fi
TARGET_DIR="${CARGO_TARGET_DIR:-$ROOT/target}"
case "$TARGET_DIR" in /*) ;; *) TARGET_DIR="$ROOT/$TARGET_DIR" ;; esac
export TARGET_DIR

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
warn() { printf '\033[33m==> %s\033[0m\n' "$*" >&2; }
die() { printf '\033[31m==> %s\033[0m\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The directory that holds Postgres' server programs, or nothing.
postgres_bin() {
  local candidate
  if have initdb && have pg_ctl; then
    dirname "$(readlink -f "$(command -v initdb)")"
    return 0
  fi
  # The newest one where the system keeps several beside each other.
  candidate="$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null | sort -V | tail -n 1 || true)"
  if [ -n "$candidate" ] && [ -x "$candidate/initdb" ]; then
    echo "$candidate"
    return 0
  fi
  return 1
}

# A Chromium that the system installed, or nothing: then Playwright's own is used.
system_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    # Ubuntu's `chromium-browser` only points at a snap, which does not run in a container.
    if have "$name" && ! grep -qs snap "$(command -v "$name")"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}
