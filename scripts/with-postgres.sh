#!/usr/bin/env bash
# Runs a command with a Postgres of its own: a cluster in a temporary directory, on a free port of this machine's
# loopback, gone when the command ends. Several at once do not know of each other.
#
#   scripts/with-postgres.sh COMMAND...      the command sees TEST_POSTGRES_URL
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] || die "usage: $0 COMMAND..."

# Somebody who brings a server (a service of the build machine) keeps it.
if [ -n "${TEST_POSTGRES_URL:-}" ]; then exec "$@"; fi

bin="$(postgres_bin)" || die "no Postgres server found (initdb): scripts/setup.sh test installs one"
# Root's own temporary directory is often closed to the user that Postgres then runs as.
base="${TMPDIR:-/tmp}"
[ "$(id -u)" != 0 ] || base=/tmp
dir="$(mktemp -d "$base/patchbay-postgres.XXXXXX")"
chmod 755 "$dir"

# Postgres refuses to run as root.
as_owner() { (cd / && "$@"); }
if [ "$(id -u)" = 0 ]; then
  owner=postgres
  id "$owner" >/dev/null 2>&1 || owner=nobody
  chown "$owner" "$dir"
  if have runuser; then as_owner() { (cd / && runuser -u "$owner" -- "$@"); }
  else as_owner() { (cd / && setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@"); }; fi
fi

child=""
cleanup() {
  local status=$?
  trap - EXIT INT TERM HUP
  if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null && wait "$child" 2>/dev/null || true; fi
  if [ -f "$dir/data/postmaster.pid" ]; then
    as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
  fi
  rm -rf "$dir"
  exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

as_owner "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 \
  || { cat "$dir/initdb.log" >&2; die "initdb failed"; }
# Nothing here outlives the run, so nothing has to reach the disk.
cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 10s
max_connections = 400
shared_buffers = 64MB
CONF

# A port that is free now may be taken a moment later: then another one is tried.
started=""
for _ in 1 2 3 4 5; do
  port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  if as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 60 -o "-p $port" -l "$dir/data/server.log" start >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[ -n "$started" ] || { cat "$dir/data/server.log" >&2; die "Postgres did not start"; }

export TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres"
# In the background, so that a signal reaches the trap at once; its input is ours.
"$@" <&0 &
child=$!
status=0
wait "$child" || status=$?
child=""
exit "$status"
