#!/usr/bin/env bash
# Runs the database tests on Debian's PostgreSQL 15, in a cluster of its own that is removed afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=/usr/lib/postgresql/15/bin
if [ ! -x "$bin/initdb" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL 15 is not installed; install postgresql-15 to run these tests." >&2
    exit 1
  fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-15 >/dev/null
fi
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
stop() { as "$bin/pg_ctl" -D "$folder/pg" -m fast stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
[ "$(id -u)" = 0 ] && chown 65534:65534 "$folder"
# Nothing in it has to outlive a power cut.
quick="-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
as "$bin/initdb" -D "$folder/pg" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
as "$bin/pg_ctl" -D "$folder/pg" -w -l "$folder/log" -o "-k $folder -p 5432 -c listen_addresses= -c max_connections=100 $quick" start >/dev/null
export HELI_TEST_DATABASE_URL="postgres://postgres@localhost:5432/postgres?host=$folder"
# Files that ask the database nothing, or only look at HTTP, are the same on any version.
without=()
for file in tests/doors/headers tests/doors/api-document tests/import/layouts tests/import/cells tests/import/bad-files tests/import/sample src/places/areas/read-areas src/places/areas/code; do
  [ -e "$file.test.ts" ] || { echo "no such file: $file" >&2; exit 1; }
  without+=(--exclude "$file.test.ts")
done
node scripts/test.js "${without[@]}" src/places src/people src/access src/ledger tests/pipeline tests/people tests/ledger tests/import tests/reports tests/lenses tests/residents tests/walls tests/doors
