"""The App Center beside the same page in Express and React: pages for each second of the processor, and the size of the client.

The peer (`react/`) is what a team would write: one Node process with NODE_ENV=production, Express, one `renderToString` for each
request, React's own list of the same apps with the same cards, filters, header and closed dialogs, and the data once more as JSON for
`hydrateRoot`. Both are asked by the same load generator in turns, in one run.

In its favour: it has what it shows in memory, where ours looks up the session, the organisation's states and accounts in the database;
it signs nobody in, draws no nonces and sends no policy; its answers carry no ETag; it keeps tiles and search entries from its first
page. Its client has no search that forgives slips and no other page than this one, where ours is one bundle for all pages.

Against it: it is one process on one core, as Node is; that does not matter where pages are counted for each second of the processor.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from pathlib import Path

from . import node
from .pages import CONNECTIONS, brotli, bundle, load
from .report import Report
from .server import Process, Server, free_port

REACT = node.HERE / "react"
# They take turns, so that what others do to the machine meanwhile meets both.
ROUNDS = 2


class Peer(Process):
    def __init__(self, directory: Path, program: str, data: object) -> None:
        port = free_port()
        file = directory / "data.json"
        file.write_text(json.dumps(data))
        environment = {"NODE_ENV": "production", "PORT": str(port), "DATA": str(file)}
        super().__init__("react", directory, environment, "/ready", ["node", program])
        self.port = port


def live_center(server: Server, cookie: str) -> dict:
    """What the page shows, once the list of apps has come from upstream."""
    begin = time.perf_counter()
    while (center := server.read("/api/page/app-center", cookie))["fallback"]:
        if time.perf_counter() - begin > 20:
            sys.exit(f"no list of apps came:\n{server.log()}")
        time.sleep(0.1)
    return center


def apps_of(server: Process, cookie: str) -> tuple[list[str], int]:
    """The apps that somebody sees on the page, one a card, and its bytes."""
    status, _, body = server.get("/apps", {"Cookie": cookie, "Accept-Encoding": "identity"})
    cards = re.findall(r'<li\b[^>]*\bclass="?card\b[^>]*>.*?<a\b[^>]*\bhref="?/apps/([^"\s>]+)', body.decode(), re.DOTALL)
    if status != 200 or not cards:
        sys.exit(f"{server.program} answered {status} with {len(cards)} cards")
    return sorted(cards), len(body)


def measure(report: Report, seconds: int) -> None:
    built = node.run(REACT / "build.mjs")
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        server = Server(Path(directory))
        peer = None
        try:
            server.start()
            cookie = server.sign_up()
            center = live_center(server, cookie)
            # Cards show no data types, and of the logos the square one.
            center["apps"] = [{k: v for k, v in app.items() if k not in ("models", "image")} for app in center["apps"]]
            data = {"center": center, "me": server.read("/api/auth/me", cookie), "attention": 0, "windowScript": "/initialize.js"}
            peer = Peer(Path(directory), built["server"], data)
            peer.start()
            (ours, our_bytes), (theirs, their_bytes) = apps_of(server, cookie), apps_of(peer, "")
            if ours != theirs:
                sys.exit(f"the peer shows other apps: {len(theirs)} cards beside {len(ours)}, {sorted(set(ours) ^ set(theirs))[:9]}")
            found: dict[str, dict[str, float]] = {}
            for who, process in (("ours", server), ("peer", peer)):
                # Node compiles what is hot.
                load(process, "/apps", cookie, 3)
                found[who] = {"requests": 0, "processor_s": 0, "seconds": 0}
            for _ in range(ROUNDS):
                for who, process in (("ours", server), ("peer", peer)):
                    result = load(process, "/apps", cookie, seconds)
                    found[who]["requests"] += result["requests"]
                    found[who]["processor_s"] += result["processor_s"]
                    found[who]["seconds"] += seconds
        finally:
            server.stop()
            if peer:
                peer.stop()
    for one in found.values():
        one["rate"] = one["requests"] / one["seconds"]
        one["per_cpu"] = one["requests"] / one["processor_s"]
    ratio = found["ours"]["per_cpu"] / found["peer"]["per_cpu"]
    report.row(f"App Center, pages a second, {CONNECTIONS} connections: ours, Express + React",
               f"{found['ours']['rate']:.0f}, {found['peer']['rate']:.0f}")
    report.row("  per second of the processor", f"{found['ours']['per_cpu']:.0f}, {found['peer']['per_cpu']:.0f}")
    report.row("  as a ratio", f"{ratio:.2f}", "≥ 5", ratio >= 5)
    report.row(f"  HTML of {len(ours)} cards", f"{our_bytes / 1000:.1f} kB, {their_bytes / 1000:.1f} kB")

    files = bundle()
    mine, client = files[".js"] + files[".wasm"], brotli(Path(built["client"]))
    report.row("JS + WASM, brotli: ours for all pages, React's client for this one", f"{mine / 1000:.1f} kB, {client / 1000:.1f} kB")
    report.note("peers", {
        **found, "ratio": ratio, "cards": len(ours), "html": {"ours": our_bytes, "peer": their_bytes},
        "client": {"ours": mine, "peer": client, "peer_minified": os.path.getsize(built["client"])},
    })
