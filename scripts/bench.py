#!/usr/bin/env python3
"""Measures a release build and prints a table: sizes, start-up, memory, pages and events a second.

    scripts/bench.py [--seconds N] [--events-seconds N] [--no-build]

Everything is measured from outside, on a server with its own database and the sandbox inside it, as `make run`
starts it. Pages are also counted per second of the server's own processor time: that number does not depend on how
many cores the load generator took away.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
# Beside the site of the development build, which a release build would otherwise replace.
SITE = Path("target/bench-site")
STARTS = 15
CONNECTIONS = 16
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
# Events that are sent a second, and by how many senders.
EVENTS = 500
SENDERS = 16
WEBHOOK_SECRET = "the secret of the bench"


def build() -> None:
    subprocess.run(
        ["cargo", "leptos", "build", "--release", "--precompress"],
        cwd=ROOT,
        env={**os.environ, "LEPTOS_SITE_ROOT": str(SITE)},
        check=True,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A release server in a directory of its own; start it as often as you like."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None
        shutil.copy(ROOT / "Leptos.toml", directory)
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "DATABASE_URL": f"sqlite://{directory}/patchbay.db",
            "LEPTOS_SITE_ADDR": f"127.0.0.1:{self.port}",
            "LEPTOS_SITE_ROOT": str(ROOT / SITE),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "SANDBOX_ADDR": f"127.0.0.1:{free_port()}",
            "SIGN_UP": "open",
            "MERGE_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "RUST_LOG": "warn",
        }

    def start(self) -> float:
        """Starts the server and returns the seconds until it said that it was ready."""
        log = open(self.directory / "server.log", "wb")
        begin = time.perf_counter()
        self.process = subprocess.Popen(
            [str(TARGET / "release" / "patchbay")], cwd=self.directory, env=self.environment, stdout=log, stderr=log
        )
        log.close()
        while time.perf_counter() - begin < 60:
            if self.process.poll() is not None:
                break
            try:
                if self.get("/readyz")[0] == 200:
                    return time.perf_counter() - begin
            except OSError:
                pass
            time.sleep(0.001)
        sys.exit("the server is not ready:\n" + (self.directory / "server.log").read_text(errors="replace"))

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path: str, headers: dict[str, str] | None = None):
        return self.request("GET", path, None, headers)

    def sign_up(self) -> str:
        """Signs an organisation up and returns the header `Cookie`."""
        person = {
            "organization_name": "Bench", "name": "Ben Bench", "email": "ben@example.com", "password": "a long enough pass phrase"
        }
        headers = {"Content-Type": "application/json", **SAME_ORIGIN}
        status, answer, body = self.request("POST", "/api/auth/sign-up", json.dumps(person).encode(), headers)
        if status != 200:
            sys.exit(f"sign-up was answered {status}: {body.decode(errors='replace')}")
        return "; ".join(value.split(";")[0] for value in answer.get_all("Set-Cookie", []))

    def memory(self) -> float:
        """Resident memory in MiB."""
        assert self.process
        out = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True, check=True)
        return int(out.stdout) / 1024

    def processor_seconds(self) -> float | None:
        assert self.process
        try:
            stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        except OSError:
            return None
        fields = stat.rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def brotli(path: Path) -> int:
    return len(subprocess.run(["brotli", "-q", "11", "-c", str(path)], capture_output=True, check=True).stdout)


def wire_size(server: Server, page: str, cookie: str) -> tuple[int, int, int]:
    """What a first visit transfers: (page, scripts and styles, number of requests), compressed as the server does."""
    headers = {"Cookie": cookie, "Accept-Encoding": "br, gzip"}
    _, answer, body = server.get(page, headers)
    encoding, html = answer.get("Content-Encoding"), body
    if encoding == "br":
        html = subprocess.run(["brotli", "-d", "-c"], input=body, capture_output=True, check=True).stdout
    elif encoding == "gzip":
        html = gzip.decompress(body)
    wanted = set(re.findall(r'(?:src|href)="?([^"\s>]+\.(?:js|wasm|css))"?', html.decode()))
    total = 0
    for address in wanted:
        path = urljoin(page, address)
        if path.startswith("/"):
            status, _, content = server.get(path, headers)
            if status != 200:
                sys.exit(f"{path} was answered {status}")
            total += len(content)
    return len(body), total, len(wanted)


def load(server: Server, path: str, cookie: str, seconds: int) -> dict[str, float]:
    before = server.processor_seconds()
    out = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {cookie}", "-H", "Accept-Encoding: identity",
         f"http://127.0.0.1:{server.port}{path}"],
        capture_output=True, text=True, check=True,
    ).stdout
    after = server.processor_seconds()
    requests = int(re.search(r"(\d+) requests in", out)[1])  # type: ignore[index]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if failed or "Socket errors" in out:
        sys.exit(f"the load on {path} was not answered well:\n{out}")
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),  # type: ignore[index]
        "p99": re.search(r"99%\s+(\S+)", out)[1],  # type: ignore[index, dict-item]
        "per_cpu": requests / (after - before) if before is not None and after is not None and after > before else float("nan"),
    }


def events(server: Server, seconds: int) -> dict[str, float]:
    """Sends signed events at a fixed pace, whatever the answers take, each with a body of its own.

    An answer's time counts from the moment at which its event was due, so that a server that stalls cannot hide
    behind the senders that wait for it.
    """
    total, answers, lock = EVENTS * seconds, [], threading.Lock()
    padding = "x" * 1500
    begin = time.perf_counter() + 0.2

    def send(sender: int) -> None:
        mine, connection = [], http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for number in range(sender, total, SENDERS):
            event = {
                "hook": {"event": "Employee.changed"},
                "linked_account": {"id": f"account-{number % 50}", "category": "hris", "end_user_origin_id": f"origin-{number % 50}"},
                "data": {"id": str(number), "about": padding},
            }
            body = json.dumps(event).encode()
            signature = base64.urlsafe_b64encode(hmac.new(WEBHOOK_SECRET.encode(), body, hashlib.sha256).digest()).decode()
            headers = {"Content-Type": "application/json", "X-Merge-Webhook-Signature": signature}
            due = begin + number / EVENTS
            time.sleep(max(0.0, due - time.perf_counter()))
            connection.request("POST", "/api/merge/webhook", body, headers)
            answer = connection.getresponse()
            answer.read()
            mine.append((time.perf_counter() - due, answer.status))
        with lock:
            answers.extend(mine)

    senders = [threading.Thread(target=send, args=(sender,)) for sender in range(SENDERS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    took = time.perf_counter() - begin
    refused = [status for _, status in answers if status != 200]
    if refused or len(answers) != total:
        sys.exit(f"{total} events were sent, {len(answers)} answered, {len(refused)} of them not with 200: {sorted(set(refused))}")
    database = sqlite3.connect(f"file:{server.directory}/patchbay.db?mode=ro", uri=True)
    kept = database.execute("SELECT count(*) FROM webhook_inbox").fetchone()[0]
    waited = time.perf_counter()
    while database.execute("SELECT count(*) FROM webhook_inbox WHERE state <> 'done'").fetchone()[0] and time.perf_counter() - waited < 120:
        time.sleep(0.05)
    waited = time.perf_counter() - waited
    database.close()
    times = sorted(seconds for seconds, _ in answers)
    return {
        "rate": total / took, "median": statistics.median(times), "p99": times[int(len(times) * 0.99)], "worst": times[-1],
        "lost": total - kept, "worked_after": waited,
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=10, help="how long each load lasts")
    arguments.add_argument("--events-seconds", type=int, default=30, help="how long events are sent")
    arguments.add_argument("--no-build", action="store_true", help="measure the release build that is there")
    options = arguments.parse_args()
    if not options.no_build:
        build()

    rows: list[tuple[str, str, str, bool | None]] = []

    def row(what: str, measured: str, budget: str = "", holds: bool | None = None) -> None:
        rows.append((what, measured, budget, holds))

    files = [p for p in (ROOT / SITE / "pkg").rglob("*") if p.suffix in {".js", ".wasm", ".css"}]
    sizes = {kind: sum(brotli(p) for p in files if p.suffix == kind) for kind in (".js", ".wasm", ".css")}
    if not all(sizes.values()):
        sys.exit(f"the build left nothing to measure in {SITE}: {sizes}")
    total = sum(sizes.values())
    row("JS + WASM + CSS, brotli", f"{total / 1000:.1f} kB", "≤ 150 kB", total <= 150_000)
    for kind, size in sizes.items():
        row(f"  {kind[1:]}", f"{size / 1000:.1f} kB")
    row("server binary", f"{(TARGET / 'release/patchbay').stat().st_size / 1e6:.1f} MB")

    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        server = Server(Path(directory))
        try:
            row("first start, database created", f"{server.start() * 1000:.0f} ms")
            cookie = server.sign_up()
            server.stop()
            starts = []
            for _ in range(STARTS):
                starts.append(server.start())
                server.stop()
            median = statistics.median(starts)
            row(f"start to ready, existing database (median of {STARTS})", f"{median * 1000:.0f} ms", "< 1 s", median < 1)
            row("  slowest", f"{max(starts) * 1000:.0f} ms")

            server.start()
            time.sleep(5)
            idle = server.memory()
            row("idle memory, sandbox included", f"{idle:.1f} MiB", "< 60 MiB", idle < 60)

            status, _, body = server.get("/apps", {"Cookie": cookie})
            if status != 200:
                sys.exit(f"/apps was answered {status}")
            page, assets, requests = wire_size(server, "/apps", cookie)
            row("App Center, HTML", f"{len(body) / 1000:.1f} kB, {page / 1000:.1f} kB compressed")
            row(f"  its {requests} scripts and styles on the wire", f"{assets / 1000:.1f} kB", "≤ 150 kB", assets <= 150_000)
            load(server, "/apps", cookie, 2)
            result = load(server, "/apps", cookie, options.seconds)
            row("App Center, pages a second", f"{result['rate']:.0f}")
            row("  per second of the server's processor time", f"{result['per_cpu']:.0f}")
            row(f"  99th percentile, {CONNECTIONS} connections", str(result["p99"]))
            row("memory after the load", f"{server.memory():.1f} MiB")
            result = events(server, options.events_seconds)
            row("events a second, signed, stored and answered", f"{result['rate']:.0f}", f"{EVENTS}", result["rate"] > EVENTS * 0.98)
            row("  answer, median", f"{result['median'] * 1000:.1f} ms")
            row("  99th percentile", f"{result['p99'] * 1000:.1f} ms", "< 250 ms", result["p99"] < 0.25)
            row("  slowest", f"{result['worst'] * 1000:.1f} ms")
            row("  lost", f"{result['lost']:.0f}", "0", result["lost"] == 0)
            row("  all worked, after the last", f"{result['worked_after']:.1f} s")
            row("memory after the events", f"{server.memory():.1f} MiB")
        finally:
            server.stop()

    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"\nmeasured at {commit or 'an unknown commit'} on {os.cpu_count()} cores\n")
    print("| what | measured | budget | |\n|---|---:|---:|---|")
    for what, measured, budget, holds in rows:
        print(f"| {what} | {measured} | {budget} | {'' if holds is None else 'holds' if holds else 'BROKEN'} |")


if __name__ == "__main__":
    main()
