"""The official Python client as somebody would use it: page after page into the same table, one transaction a page.

Started by sync.py with what to do as JSON; it runs in an environment of its own, which has the client.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time

from merge import Merge

COLUMNS = (
    "account_id", "model", "merge_id", "remote_id", "fields", "payload_hash", "modified_at", "modified_us", "deleted_at", "change_seq",
    "changed_at", "created_at", "generation",
)
# Applied only to an older row that differs, as S5 wants it.
UPSERT = (
    f"INSERT INTO records ({', '.join(COLUMNS)}) VALUES ({', '.join(['{0}'] * len(COLUMNS))}) "
    "ON CONFLICT (account_id, model, merge_id) DO UPDATE SET "
    + ", ".join(f"{c} = excluded.{c}" for c in COLUMNS[3:] if c != "created_at")
    + " WHERE excluded.modified_us >= records.modified_us AND (excluded.payload_hash <> records.payload_hash "
    "OR (excluded.deleted_at IS NULL) <> (records.deleted_at IS NULL))"
)
STATE = (
    "INSERT INTO sync_state (account_id, model, cursor_text) VALUES ({0}, {0}, {0}) "
    "ON CONFLICT (account_id, model) DO UPDATE SET cursor_text = excluded.cursor_text"
)
STATE_TABLE = "CREATE TABLE sync_state (account_id TEXT NOT NULL, model TEXT NOT NULL, cursor_text TEXT, PRIMARY KEY (account_id, model))"


def open_database(url: str):
    if url.startswith("sqlite"):
        import sqlite3

        database = sqlite3.connect(url.removeprefix("sqlite://"))
        database.execute("PRAGMA journal_mode = WAL")
        # Less than the server under test does for the same page.
        database.execute("PRAGMA synchronous = NORMAL")
        return database, "?"
    import psycopg

    return psycopg.connect(url), "%s"


def main() -> None:
    asked = json.loads(sys.argv[1])
    client = Merge(api_key=asked["api_key"], account_token=asked["account_token"], base_url=asked["base_url"])
    employees = client.hris.employees
    database, mark = open_database(asked["database"])
    upsert, state = UPSERT.format(mark), STATE.format(mark)
    database.cursor().execute(STATE_TABLE)
    database.commit()
    account, now, number, cursor = "0" * 36, int(time.time() * 1000), 0, None
    begin, half = time.perf_counter(), None
    while True:
        page = employees.list(page_size=100, include_deleted_data=True, cursor=cursor)
        rows = []
        for record in page.results:
            number += 1
            fields = record.json()
            modified = record.modified_at
            rows.append((
                account, "Employee", record.id, record.remote_id, fields, hashlib.sha256(fields.encode()).hexdigest(), modified.isoformat(),
                int(modified.timestamp() * 1_000_000), now if record.remote_was_deleted else None, number, now, now, 1,
            ))
        writer = database.cursor()
        writer.executemany(upsert, rows)
        cursor = page.next
        writer.execute(state, (account, "Employee", cursor))
        database.commit()
        if half is None and number >= asked["records"] // 2:
            half = (number, time.perf_counter() - begin)
        if not cursor:
            break
    took = time.perf_counter() - begin
    print(json.dumps({
        "records": number, "seconds": took, "rate": number / took, "processor_s": time.process_time(),
        "first_half": half[0] / half[1], "second_half": (number - half[0]) / (took - half[1]) if number > half[0] else number / took,
    }))


if __name__ == "__main__":
    main()
