#!/usr/bin/env bash
# Builds both halves (server and browser) for development and lays the server's binary beside its hash file in
# target/server, where a later `cargo build` does not pull it away from under a running test.
#
# On the build machine the browser's half is the one that is shipped, optimised as for a release: what people load is what
# the journeys drive, and what is measured for its size.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
cd "$ROOT"

# Two builds at once would hash each other's files.
mkdir -p "$TARGET_DIR"
exec 9>"$TARGET_DIR/.patchbay-build"
if have flock; then flock 9; fi

if [ -n "${CI:-}" ]; then
  cargo leptos build --release --frontend-only
  cargo build --locked --package patchbay --bin patchbay --no-default-features --features ssr
  hashes="$TARGET_DIR/release/hash.txt"
else
  cargo leptos build
  hashes="$TARGET_DIR/debug/hash.txt"
fi

mkdir -p target/server
for file in "$TARGET_DIR/debug/patchbay" "$hashes"; do
  [ -f "$file" ] || die "the build left no $file"
  name="$(basename "$file")"
  cp "$file" "target/server/.$name" && mv "target/server/.$name" "target/server/$name"
done
