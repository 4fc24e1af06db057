"""Sizes, start-up, memory at rest, pages a second."""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin

from .report import Report
from .server import ROOT, SITE, TARGET, Process, Server

STARTS = 15
CONNECTIONS = 16


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
    wanted = set(re.findall(r'(?:src|href)="?([^"\s>]+\.(?:json|js|wasm|css)(?=["\s>]))"?', html.decode()))
    total = 0
    for address in wanted:
        path = urljoin(page, address)
        if path.startswith("/"):
            status, _, content = server.get(path, headers)
            if status != 200:
                sys.exit(f"{path} was answered {status}")
            total += len(content)
    return len(body), total, len(wanted)


def load(server: Process, path: str, cookie: str, seconds: int) -> dict[str, float]:
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
        "per_cpu": requests / (after - before) if after > before else float("nan"),
        "requests": requests,
        "processor_s": after - before,
    }


def bundle() -> dict[str, int]:
    """What the browser loads, compressed as far as it goes, by kind of file."""
    files = [p for p in (ROOT / SITE / "pkg").rglob("*") if p.suffix in {".js", ".wasm", ".css"}]
    found = {kind: sum(brotli(p) for p in files if p.suffix == kind) for kind in (".js", ".wasm", ".css")}
    if not all(found.values()):
        sys.exit(f"the build left nothing to measure in {SITE}: {found}")
    return found


def sizes(report: Report) -> None:
    found = bundle()
    total = sum(found.values())
    report.row("JS + WASM + CSS, brotli", f"{total / 1000:.1f} kB", "≤ 150 kB", total <= 150_000)
    for kind, size in found.items():
        report.row(f"  {kind[1:]}", f"{size / 1000:.1f} kB")
    report.row("server binary", f"{(TARGET / 'release/patchbay').stat().st_size / 1e6:.1f} MB")
    report.note("sizes", found)


def start(report: Report) -> None:
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        server = Server(Path(directory))
        try:
            report.row("first start, database created", f"{server.start() * 1000:.0f} ms")
            server.sign_up()
            server.stop()
            starts = []
            for _ in range(STARTS):
                starts.append(server.start())
                server.stop()
            median = statistics.median(starts)
            report.row(f"start to ready, existing database (median of {STARTS})", f"{median * 1000:.0f} ms", "< 1 s", median < 1)
            report.row("  slowest", f"{max(starts) * 1000:.0f} ms")
            server.start()
            time.sleep(5)
            idle = server.memory()
            report.row("idle memory, sandbox included", f"{idle:.1f} MiB", "< 60 MiB", idle < 60)
            report.note("start", {"starts_s": starts, "idle_mib": idle})
        finally:
            server.stop()


def pages(report: Report, seconds: int) -> None:
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        server = Server(Path(directory))
        try:
            server.start()
            cookie = server.sign_up()
            status, _, body = server.get("/apps", {"Cookie": cookie})
            if status != 200:
                sys.exit(f"/apps was answered {status}")
            page, assets, requests = wire_size(server, "/apps", cookie)
            report.row("App Center, HTML", f"{len(body) / 1000:.1f} kB, {page / 1000:.1f} kB compressed")
            report.row(f"  its {requests} scripts and styles on the wire", f"{assets / 1000:.1f} kB", "≤ 150 kB", assets <= 150_000)
            load(server, "/apps", cookie, 2)
            result = load(server, "/apps", cookie, seconds)
            report.row("App Center, pages a second", f"{result['rate']:.0f}")
            report.row("  per second of the server's processor time", f"{result['per_cpu']:.0f}")
            report.row(f"  99th percentile, {CONNECTIONS} connections", str(result["p99"]))
            report.row("memory after the load", f"{server.memory():.1f} MiB")
            report.note("pages", result)
        finally:
            server.stop()
