#!/usr/bin/env bash
# Builds Patchbay, starts it and prints its address once the page is there. Ctrl-C ends it.
# Configuration comes from the environment and .env; PORT is a short way to say where.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
cd "$ROOT"

if [ -n "${PORT:-}" ]; then
  export LEPTOS_SITE_ADDR="127.0.0.1:$PORT" PUBLIC_URL="http://127.0.0.1:$PORT"
fi
# As the server does: what the environment does not say, .env may.
setting() {
  local value="${!1:-}"
  [ -n "$value" ] || value="$(sed -n "s/^ *\(export \)\{0,1\}$1 *= *//p" .env 2>/dev/null | tail -n 1 | tr -d "\"'")"
  echo "${value:-$2}"
}
address="$(setting LEPTOS_SITE_ADDR 127.0.0.1:3000)"
url="$(setting PUBLIC_URL "http://127.0.0.1:${address##*:}")"
probe="http://127.0.0.1:${address##*:}"

# Said before a long build, not after it.
if curl -s -o /dev/null --max-time 2 "$probe"; then
  die "something already listens on port ${address##*:}. Stop it, or choose another: make run PORT=4000"
fi

say "building (some minutes the first time)"
scripts/build.sh

server=""
stop() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null; wait "$server" 2>/dev/null; } || true; }
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
target/server/patchbay &
server=$!

until curl -fs -o /dev/null --max-time 2 "$probe/readyz"; do
  kill -0 "$server" 2>/dev/null || { status=0; wait "$server" || status=$?; server=""; exit "$status"; }
  sleep 0.1
done
printf '\n  Patchbay is ready: \033[1m%s\033[0m\n  Ctrl-C stops it.\n\n' "$url" >&2

status=0
wait "$server" || status=$?
server=""
exit "$status"
