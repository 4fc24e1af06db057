"""Events: signed ones at a fixed pace, each stored before it is answered."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from .report import Report
from .server import WEBHOOK_SECRET, Postgres, Server, Sqlite

# Events that are sent a second, and by how many senders.
EVENTS = 500
SENDERS = 32


def events(server: Server, seconds: int) -> dict[str, float]:
    """Sends signed events at a fixed pace, whatever the answers take, each with a body of its own.

    An answer's time counts from the moment at which its event was due, so that a server that stalls cannot hide
    behind the senders that wait for it. The bodies are made and signed before, so that the sender's own work does
    not count as the server's.
    """
    total, answers, lock = EVENTS * seconds, [], threading.Lock()
    padding = "x" * 1500
    prepared = []
    for number in range(total):
        event = {
            "hook": {"event": "Employee.changed"},
            "linked_account": {"id": f"account-{number % 50}", "category": "hris", "end_user_origin_id": f"origin-{number % 50}"},
            "data": {"id": str(number), "about": padding},
        }
        body = json.dumps(event).encode()
        signature = base64.urlsafe_b64encode(hmac.new(WEBHOOK_SECRET.encode(), body, hashlib.sha256).digest()).decode()
        head = (
            f"POST /api/merge/webhook HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
            f"X-Merge-Webhook-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        prepared.append(head.encode() + body)
    begin = time.perf_counter() + 0.5

    def send(sender: int) -> None:
        mine = []
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for number in range(sender, total, SENDERS):
            due = begin + number / EVENTS
            time.sleep(max(0.0, due - time.perf_counter()))
            try:
                connection.sendall(prepared[number])
                answer = http.client.HTTPResponse(connection, method="POST")
                answer.begin()
                answer.read()
                status = answer.status
            except OSError as error:
                status = type(error).__name__
            mine.append((time.perf_counter() - due, status))
            if status != 200:
                connection.close()
                connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        connection.close()
        with lock:
            answers.extend(mine)

    before, theirs = server.processor_seconds(), server.database.processor_seconds()
    senders = [threading.Thread(target=send, args=(sender,)) for sender in range(SENDERS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    took = time.perf_counter() - begin
    processor = server.processor_seconds() - before + server.database.processor_seconds() - theirs
    refused = [status for _, status in answers if status != 200]
    if refused:
        print(f"  not answered with 200: {sorted(set(map(str, refused)))}", file=sys.stderr)
    kept = server.database.value("SELECT count(*) FROM webhook_inbox")
    waited = time.perf_counter()
    open_ones = "SELECT count(*) FROM webhook_inbox WHERE state <> 'done'"
    while server.database.value(open_ones) and time.perf_counter() - waited < 120:
        time.sleep(0.05)
    waited = time.perf_counter() - waited
    times = sorted(seconds for seconds, _ in answers)
    return {
        "sent": total, "answered": len(answers) - len(refused), "errors": len(refused), "stored": kept, "lost": total - kept,
        "rate": total / took, "median_ms": statistics.median(times) * 1000, "p99_ms": times[int(len(times) * 0.99)] * 1000,
        "worst_ms": times[-1] * 1000, "worked_after_s": waited, "processor_share": processor / took, "memory_mib": server.status("VmHWM"),
    }


def measure(report: Report, seconds: int) -> None:
    for backend in [Sqlite, *([Postgres] if Postgres.there() else [])]:
        with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
            database = Sqlite(Path(directory)) if backend is Sqlite else Postgres("webhooks")
            server = Server(Path(directory), database)
            try:
                server.start()
                result = events(server, seconds)
            finally:
                server.stop()
                database.drop()
        report.note(f"webhooks_{database.name.lower()}", result)
        report.row(f"events a second, signed, stored and answered, {database.name}", f"{result['rate']:.0f}", f"{EVENTS}",
                   result["rate"] > EVENTS * 0.98)
        report.row("  answer, median", f"{result['median_ms']:.1f} ms")
        report.row("  99th percentile", f"{result['p99_ms']:.1f} ms", "< 250 ms", result["p99_ms"] < 250)
        report.row("  slowest", f"{result['worst_ms']:.1f} ms")
        report.row(f"  of {result['sent']}: lost, refused", f"{result['lost']}, {result['errors']}", "0, 0",
                   result["lost"] == 0 and result["errors"] == 0)
        report.row("  all worked, after the last", f"{result['worked_after_s']:.1f} s")
        report.row("  processor, most memory", f"{result['processor_share'] * 100:.0f} %, {result['memory_mib']:.1f} MiB")
