#!/usr/bin/env bash
# Builds both halves (server and browser) for development and lays the server's binary beside its hash file in
# target/server, where a later `cargo build` does not pull it away from under a running test.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
cd "$ROOT"

# Two builds at once would hash each other's files.
mkdir -p "$TARGET_DIR"
exec 9>"$TARGET_DIR/.patchbay-build"
if have flock; then flock 9; fi

cargo leptos build

mkdir -p target/server
for file in patchbay hash.txt; do
  [ -f "$TARGET_DIR/debug/$file" ] || die "the build left no $TARGET_DIR/debug/$file"
  cp "$TARGET_DIR/debug/$file" "target/server/.$file" && mv "target/server/.$file" "target/server/$file"
done
