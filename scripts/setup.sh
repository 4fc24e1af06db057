#!/usr/bin/env bash
# Brings a machine that has only Rust (rustup), Node and Python to where Patchbay can be built and tested.
# Each section looks first and installs only what is missing, so that the second time costs a second.
#
#   scripts/setup.sh run|lint|test|bench|all
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
cd "$ROOT"

readonly CARGO_LEPTOS=0.3.10
readonly BINARYEN=132.0.0
wanted="${1:-all}"
case "$wanted" in run | lint | test | bench | all) ;; *) die "usage: $0 run|lint|test|bench|all" ;; esac
for_any() { local t; for t in "$@"; do [ "$t" = "$wanted" ] && return 0; done; [ "$wanted" = all ]; }

# --- helpers ---------------------------------------------------------------------------------------------------

# need PROGRAM WHERE-TO-GET-IT: what we cannot install ourselves.
need() { have "$1" || die "$1 is missing. $2"; }

# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

packages=()
# package DEBIAN-NAME WHY: noted here, installed all at once by install_packages.
package() { packages+=("$1"); say "missing: $2 (package $1)"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo -n true 2>/dev/null || say "sudo asks for your password to install packages"; sudo "$@"
  else return 127
  fi
}

install_packages() {
  [ ${#packages[@]} -gt 0 ] || return 0
  local how="apt-get install ${packages[*]}"
  have apt-get || die "please install what these Debian packages hold, then run this again: ${packages[*]}"
  if [ "$(id -u)" != 0 ] && ! have sudo; then die "please run this as root, then try again: $how"; fi
  say "$how"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
  as_root "${apt[@]}" update >/dev/null || warn "the package lists could not be refreshed; trying with the old ones"
  as_root "${apt[@]}" install --no-install-recommends "${packages[@]}" >/dev/null \
    || die "that did not work. Please install by hand, then try again: ${packages[*]}"
  packages=()
}

# cargo_program PROGRAM VERSION-IT-SHOULD-PRINT CARGO-INSTALL-ARGUMENTS...
cargo_program() {
  local program="$1" version="$2" found=""
  shift 2
  if have "$program"; then
    case "$program" in
      cargo-leptos) found="$(cargo leptos --version 2>/dev/null || true)" ;;
      *) found="$("$program" --version 2>/dev/null || true)" ;;
    esac
    [ "${found##* }" = "$version" ] && return 0
    say "$program is ${found##* }, wanted $version"
  fi
  say "building $program $version (up to ten minutes on two cores, once)"
  # These run for seconds in a build: how fast they were compiled matters more than how fast they are.
  # A directory of its own: the flags differ, and our own build must not be thrown away for them.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="${XDG_CACHE_HOME:-$HOME/.cache}/patchbay/tools" \
    cargo install "$@" --version "$version" --force --quiet
  rm -rf "${XDG_CACHE_HOME:-$HOME/.cache}/patchbay/tools"
}

# The version of a crate in Cargo.lock.
locked() { awk -v name="\"$1\"" '$1 == "name" && $3 == name { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock; }

# npm_packages DIRECTORY: as its lock file says, unless that is what is there.
npm_packages() {
  local dir="$1" stamp want
  stamp="$dir/node_modules/.installed"
  want="$(cat "$dir/package.json" "$dir/package-lock.json" | cksum) $(node --version)"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return 0
  say "npm packages of $dir"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix "$dir" ci --no-audit --no-fund --loglevel=error
  echo "$want" >"$stamp"
}

# wasm-opt, of which old ones (108, which distributions still carry) write a browser's half that no browser starts: they mix up its tables.
# A file beside cargo's own programs, where cargo-leptos finds it whoever calls it.
wasm_opt() {
  local found="" bin="${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin" home="${XDG_CACHE_HOME:-$HOME/.cache}/patchbay/binaryen"
  if have wasm-opt; then
    found="$(wasm-opt --version 2>/dev/null | sed -n 's/^wasm-opt version \([0-9]*\).*/\1/p')"
    [ "${found:-0}" -ge "${BINARYEN%%.*}" ] && return 0
    say "wasm-opt is ${found:-unreadable}, wanted ${BINARYEN%%.*} or later"
  fi
  need npm "Install Node 20 or later; npm comes with it."
  say "wasm-opt, from the npm package binaryen $BINARYEN"
  npm --prefix "$home" install --no-save --no-audit --no-fund --loglevel=error "binaryen@$BINARYEN"
  mkdir -p "$bin"
  ln -sf "$home/node_modules/binaryen/bin/wasm-opt" "$bin/wasm-opt"
}

# --- what must be there ----------------------------------------------------------------------------------------

need cargo "Install Rust with rustup."
rust="$(rustc --version | awk '{print $2}')"
msrv="$(awk -F'"' '/^rust-version *=/ { print $2; exit }' Cargo.toml)"
version_at_least "${rust%%-*}" "$msrv" || die "Rust $rust is too old, $msrv or later is needed: rustup update stable"
need python3 "Install Python 3.9 or later."
if for_any test lint bench; then
  need node "Install Node 20 or later."
  need npm "Install npm; it comes with Node."
  node_major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
  [ "$node_major" -ge 20 ] || die "Node $(node --version) is too old, 20 or later is needed"
fi

# --- packages of the system ------------------------------------------------------------------------------------

have cc || package gcc "a linker for Rust"
have curl || package curl "curl"
if for_any test bench; then
  postgres_bin >/dev/null || package postgresql "a Postgres server"
  python3 -c 'import ensurepip' 2>/dev/null || package python3-venv "Python's virtual environments"
fi
if for_any bench; then
  have brotli || package brotli "brotli"
  have wrk || package wrk "the load generator wrk"
fi
if for_any test bench && ! system_chromium >/dev/null && grep -qs '^ID=debian' /etc/os-release; then
  package chromium "Chromium"
fi
install_packages

# --- Rust ------------------------------------------------------------------------------------------------------

if for_any run test lint bench && ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
  need rustup "Rust's standard library for wasm32-unknown-unknown is missing, and rustup is what installs it."
  say "Rust for the browser (wasm32-unknown-unknown)"
  rustup target add wasm32-unknown-unknown
fi
if for_any lint test; then
  cargo fmt --version >/dev/null 2>&1 || { say "rustfmt"; rustup component add rustfmt; }
  cargo clippy --version >/dev/null 2>&1 || { say "clippy"; rustup component add clippy; }
fi
if for_any run test bench; then
  cargo_program cargo-leptos "$CARGO_LEPTOS" cargo-leptos --locked --no-default-features --features no_downloads
  # Its output only fits the library of exactly its own version.
  cargo_program wasm-bindgen "$(locked wasm-bindgen)" wasm-bindgen-cli
  wasm_opt
fi

# --- Python ----------------------------------------------------------------------------------------------------

# The official client, beside which the sync is measured.
if for_any bench; then
  venv="target/bench-python"
  wanted_by="$(cat scripts/benchmarks/requirements.txt sandbox/contract/requirements.txt | cksum)"
  if [ "$(cat "$venv/.installed" 2>/dev/null)" != "$wanted_by" ]; then
    say "the official Python client, in $venv"
    mkdir -p target
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r scripts/benchmarks/requirements.txt
    echo "$wanted_by" >"$venv/.installed"
  fi
fi

# --- Node ------------------------------------------------------------------------------------------------------

if for_any test lint bench; then npm_packages end2end; fi
# The same page in React, and Lighthouse.
if for_any bench; then
  npm_packages scripts/benchmarks/react
  npm_packages scripts/benchmarks/lighthouse
fi
if for_any test bench && ! system_chromium >/dev/null; then
  # Playwright knows what it has: this is quick when there is nothing to do.
  say "Playwright's own Chromium"
  if [ "$(id -u)" = 0 ] || have sudo; then (cd end2end && npx playwright install --with-deps chromium)
  else (cd end2end && npx playwright install chromium); fi
fi
