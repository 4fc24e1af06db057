"""Frames while somebody types into the App Center's search, over a thousand apps, on a processor four times as slow.

The browser is the Chromium of the end-to-end tests, driven by their Playwright; `browser/frames.mjs` types and reads the trace. A
frame is counted in the main thread's own processor time: like pages, it does not depend on who else is at work. The
thousand apps are those of the catalogue with a few variants of each, as an answer of the sandbox in place of its own list.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from itertools import islice, product
from pathlib import Path

from . import node
from .report import Report
from .server import ROOT, Sandbox, Server

APPS = 1_000
SLOWER = 4
# Names, a slip, a word for a category, words of purposes, and what matches nothing.
WORDS = ["bamboohr", "salesfroce", "payroll", "help desk", "google drive", "invoices", "xqzw"]
VARIANTS = ["", " Europe", " Enterprise", " Cloud", " Classic"]
# The last trace, for the browser's own tools.
TRACE = ROOT / "target/bench-frames.json"
# No frame may be longer, in milliseconds.
BUDGET = 16


def many_apps() -> list[dict]:
    known = json.loads((ROOT / "catalogue/apps.json").read_text())
    made = (
        {
            "name": app["name"] + variant,
            "slug": app["slug"] + variant.lower().replace(" ", "-"),
            "categories": app["categories"],
            "image": None,
            "square_image": None,
            "color": app.get("color"),
        }
        for variant, app in product(VARIANTS, known)
    )
    return list(islice(made, APPS))


def measure(report: Report) -> None:
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        sandbox = Sandbox(Path(directory), 1)
        server = Server(Path(directory), sandbox=sandbox)
        try:
            sandbox.start()
            answer = {"next": None, "previous": None, "results": many_apps()}
            sandbox.post("/_sandbox/faults", {
                "kind": "status", "status": 200, "body": answer, "match": {"path": "/api/organizations/integrations"}
            })
            server.start()
            cookie = server.sign_up()
            begin = time.perf_counter()
            while len(server.read("/api/page/app-center", cookie)["apps"]) != APPS:
                if time.perf_counter() - begin > 20:
                    sys.exit(f"the list of {APPS} apps does not come:\n{server.log()}")
                time.sleep(0.1)
            TRACE.parent.mkdir(exist_ok=True)
            asked = {"origin": f"http://127.0.0.1:{server.port}", "cookie": cookie, "words": WORDS, "slower": SLOWER,
                     "trace": str(TRACE)}
            found = node.run(node.HERE / "browser/frames.mjs", asked)
        finally:
            server.stop()
            sandbox.stop()
    if found["cards"] != APPS:
        sys.exit(f"the page has {found['cards']} cards")
    report.note("frames", found)
    longest = found["longest_frame_ms"]
    report.row(f"typing in the search, {APPS:,} apps, processor {SLOWER} × slower: longest frame", f"{longest:.1f} ms", f"< {BUDGET} ms",
               longest < BUDGET)
    report.row("  95th percentile, median", f"{found['p95_frame_ms']:.1f} ms, {found['median_frame_ms']:.1f} ms")
    report.row("  the same letters in a field on an empty page: longest, 95th percentile, median",
               f"{found['bare_longest_ms']:.1f} ms, {found['bare_p95_ms']:.1f} ms, {found['bare_median_ms']:.1f} ms")
    report.row("  longest by the clock", f"{found['longest_passed_ms']:.1f} ms")
    report.row(f"  of {found['typed_frames']} frames with a letter over 16.7 ms", f"{found['over']} ({found['over'] / found['typed_frames']:.0%})")
    report.row("  longest task of the main thread", f"{found['longest_task_ms']:.1f} ms")
    report.row("  slowest key until it is seen", f"{found['slowest_event_ms']:.0f} ms")
    report.row(f"  of {found['intervals']} frames: late", f"{found['late_intervals']} ({found['late_intervals'] / found['intervals']:.1%})")
    parts = ", ".join(f"{part} {ms:.1f}" for part, ms in found["mean_parts_ms"].items())
    report.remark(f"a frame with a letter, in milliseconds on average: {parts}")
    for worst in found["worst"][:3]:
        parts = ", ".join(f"{part} {ms:.1f}" for part, ms in worst["parts"].items())
        report.remark(f"  {worst['ms']:.1f} when “{'”, “'.join(worst['letters'])}” stood there: {parts}")
    report.remark("  where its script's time goes: " + ", ".join(f"{who} {ms:.0f}" for who, ms in found["profile_ms"].items()))
