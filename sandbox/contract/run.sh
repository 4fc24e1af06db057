#!/usr/bin/env bash
# Drives the upstream's own, unmodified clients against the sandbox: Node, Python, and the React package in a real browser.
# Builds and starts `merge-sandbox` on a free port unless SANDBOX_URL names one that runs. CHROMIUM may name the browser.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

[ -d node_modules/@mergeapi/merge-node-client ] || npm ci --no-audit --no-fund
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c "import merge" 2>/dev/null; then
  python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
fi

pid=""
work=$(mktemp -d)
stop() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

if [ -z "${SANDBOX_URL:-}" ]; then
  (cd "$here/../.." && cargo build --quiet -p patchbay-sandbox --bin merge-sandbox)
  target=$(cd "$here/../.." && cargo metadata --format-version 1 --no-deps | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  SANDBOX_URL="http://127.0.0.1:$port"
  SANDBOX_ADDR="127.0.0.1:$port" SANDBOX_DATABASE=:memory: RUST_LOG=warn "$target/debug/merge-sandbox" &
  pid=$!
  for _ in $(seq 100); do
    curl --silent --fail --output /dev/null "$SANDBOX_URL/_sandbox/" && break
    kill -0 "$pid" 2>/dev/null || { echo "merge-sandbox did not start" >&2; exit 1; }
    sleep 0.1
  done
fi
export SANDBOX_URL

failed=0
node node/main.mjs "$SANDBOX_URL" || failed=1
.venv/bin/python python/main.py "$SANDBOX_URL" || failed=1
node page/main.mjs "$SANDBOX_URL" || failed=1
exit $failed
