"""The sync of a million records, beside the official Python client that fills the same table from the same sandbox."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from .report import Report
from .server import API_KEY, ROOT, TARGET, Postgres, Sandbox, Server, Sqlite

RECORDS = 1_000_000
# The peer's pace is steady: its rate over the first and the second half of a smaller number tells.
PEER_RECORDS = 100_000
# What the server stores in one transaction.
SLICE = 500
PYTHON = ROOT / "target/bench-python/bin/python"
# How long nothing may come before the run is taken for stuck, in seconds.
STUCK = 60

WINDOW = "SELECT {} FROM model_syncs WHERE model = 'Employee'"


def link(sandbox: Sandbox) -> str:
    """The token of an account of the sandbox that was linked without a window."""
    wanted = {"origin_id": "bench", "organization": "Bench", "email": "ben@example.com", "category": "hris", "integration": "bamboohr"}
    _, linked = sandbox.post("/_sandbox/accounts", wanted)
    return linked["account"]["account_token"]


def ours(directory: Path, database: Sqlite | Postgres, records: int) -> dict[str, float]:
    sandbox = Sandbox(directory, records)
    server = Server(directory, database, sandbox)
    try:
        sandbox.start()
        server.start()
        before = [server.processor_seconds(), sandbox.processor_seconds(), database.processor_seconds()]
        server.connect(sandbox, server.sign_up(), "hris", "bamboohr")
        memory, seen, since = [], 0, time.perf_counter()
        while not database.value(WINDOW.format("count(*)") + " AND window_end IS NOT NULL"):
            # Each look at Postgres is a process of its own, beside those that are measured.
            time.sleep(1)
            memory.append(server.memory())
            now = database.value(WINDOW.format("record_count"))
            if now > seen:
                seen, since = now, time.perf_counter()
            if time.perf_counter() - since > STUCK:
                sys.exit(f"the sync is stuck at {seen} records:\n{server.log()}")
        after = [server.processor_seconds(), sandbox.processor_seconds(), database.processor_seconds()]
        stored = database.value("SELECT count(*) FROM records WHERE model = 'Employee'")
        if stored != records:
            sys.exit(f"{stored} of {records} records are stored")
        # From the planning of the window to the transaction that closed it.
        took = database.value(WINDOW.format("updated_at - last_synced_at")) / 1000
        used = [b - a for a, b in zip(before, after)]
        half, most = len(memory) // 2, server.status("VmHWM")
        server.stop()
        alone = database.copy_records(range(1, records + 1, SLICE))
        return {
            "records": records, "seconds": took, "rate": records / took, "alone_rate": records / alone, "per_cpu": records / used[0],
            "server_cpu_s": used[0], "sandbox_cpu_s": used[1], "database_cpu_s": used[2], "most_memory_mib": most,
            "memory_halfway_mib": memory[half] if memory else 0, "memory_at_end_mib": memory[-1] if memory else 0,
        }
    finally:
        server.stop()
        sandbox.stop()


def peer(directory: Path, database: Sqlite | Postgres, records: int) -> dict[str, float]:
    """The tables are those of our own migrations."""
    subprocess.run([str(TARGET / "release/patchbay"), "migrate"], cwd=directory, env={"DATABASE_URL": database.url}, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    sandbox = Sandbox(directory, records)
    try:
        sandbox.start()
        asked = {
            "base_url": f"http://127.0.0.1:{sandbox.port}/api", "api_key": API_KEY, "account_token": link(sandbox),
            "database": database.url, "records": records,
        }
        out = subprocess.run([str(PYTHON), str(Path(__file__).parent / "peer.py"), json.dumps(asked)], capture_output=True, text=True)
        if out.returncode:
            sys.exit(f"the official client failed:\n{out.stderr}")
        result = json.loads(out.stdout)
    finally:
        sandbox.stop()
    stored = database.value("SELECT count(*) FROM records WHERE model = 'Employee'")
    if stored != records:
        sys.exit(f"the official client stored {stored} of {records} records")
    return result


def ceiling(directory: Path, records: int) -> dict[str, float]:
    """How many records a second the sandbox itself gives to somebody who reads page after page and looks at nothing."""
    sandbox = Sandbox(directory, records)
    try:
        sandbox.start()
        headers = {"Authorization": f"Bearer {API_KEY}", "X-Account-Token": link(sandbox)}
        connection = http.client.HTTPConnection("127.0.0.1", sandbox.port)
        path, cursor, pages = "/api/hris/v1/employees?page_size=100&include_deleted_data=true", "", 0
        begin, before = time.perf_counter(), sandbox.processor_seconds()
        while cursor is not None:
            connection.request("GET", path + (f"&cursor={quote(cursor)}" if cursor else ""), headers=headers)
            body = connection.getresponse().read()
            # The cursor stands first.
            start = body[:400].split(b'"next":', 1)[1]
            cursor = None if start.startswith(b"null") else start.split(b'"', 2)[1].decode()
            pages += 1
        took, used = time.perf_counter() - begin, sandbox.processor_seconds() - before
        return {"rate": pages * 100 / took, "per_cpu": pages * 100 / used if used else float("nan")}
    finally:
        sandbox.stop()


def measure(report: Report, records: int = RECORDS, peer_records: int = PEER_RECORDS) -> None:
    if not PYTHON.exists():
        sys.exit("the official Python client is not installed: scripts/setup.sh bench does it")
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        top = ceiling(Path(directory), peer_records)
    report.note("sync_sandbox", top)
    report.row("sandbox, read page after page by a client that does nothing, records a second", f"{top['rate']:,.0f}")
    report.row("  per second of the sandbox's processor time", f"{top['per_cpu']:,.0f}")
    for backend in [Sqlite, *([Postgres] if Postgres.there() else [])]:
        found = {}
        for who, run, count in (("ours", ours, records), ("peer", peer, peer_records)):
            with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
                database = Sqlite(Path(directory)) if backend is Sqlite else Postgres(who)
                try:
                    found[who] = run(Path(directory), database, count)
                finally:
                    database.drop()
        mine, other = found["ours"], found["peer"]
        ratio = mine["rate"] / other["rate"]
        report.note(f"sync_{backend.name.lower()}", {**found, "ratio": ratio})
        report.row(f"sync of {records:,} records into {backend.name}, records a second", f"{mine['rate']:,.0f}")
        report.row(f"  {backend.name} alone, the same rows from table to table in the same slices", f"{mine['alone_rate']:,.0f}")
        report.row("    which is so many times the official client", f"{mine['alone_rate'] / other['rate']:.1f}")
        report.row("  per second of the server's processor time", f"{mine['per_cpu']:,.0f}")
        report.row("  processor seconds: server, sandbox, database",
                   f"{mine['server_cpu_s']:.1f}, {mine['sandbox_cpu_s']:.1f}, {mine['database_cpu_s']:.1f}")
        report.row("  most memory", f"{mine['most_memory_mib']:.1f} MiB", "< 150 MiB", mine["most_memory_mib"] < 150)
        report.row(f"  official Python client, {peer_records:,} records, records a second",
                   f"{other['rate']:,.0f} ({other['first_half']:,.0f} in the first half, {other['second_half']:,.0f} in the second)")
        report.row("  as a ratio", f"{ratio:.1f}", "≥ 10", ratio >= 10)
        if backend is Postgres:
            # The database writes the same rows for both, in a process of its own: beside it stands what the two programs take themselves.
            own = mine["per_cpu"] / (other["records"] / other["processor_s"])
            report.note("sync_programs", {"ratio": own})
            report.row("  as a ratio of the two programs' own processor time, the database's left out", f"{own:.1f}")
