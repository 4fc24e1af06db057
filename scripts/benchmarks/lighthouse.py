"""What Lighthouse says of the App Center and of Connected Apps, to somebody who is signed in and has connected a few apps.

The desktop and the mobile preset, each the median of three runs, through the Chromium of the end-to-end tests. Whatever did not pass is
listed below the table, also what costs no points.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from . import node
from .report import Report
from .server import Sandbox, Server

PAGES = {"/apps": "App Center", "/connected": "Connected Apps"}
RUNS = 3
# Performance moves with the machine, the others do not.
BUDGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
CONNECTED = [("hris", "bamboohr"), ("crm", "salesforce"), ("accounting", "xero"), ("ticketing", "zendesk"), ("filestorage", "google-drive")]
# How long the first syncs may take, in seconds.
SETTLED = 30


def connect_some(server: Server, sandbox: Sandbox, cookie: str) -> None:
    """Connects a few apps; one of them wants to be signed in to again, as happens."""
    accounts = [server.connect(sandbox, cookie, category, app) for category, app in CONNECTED]
    begin = time.perf_counter()
    while any(account["first_sync"] for account in server.read("/api/merge/linked-accounts", cookie)["linked_accounts"]):
        if time.perf_counter() - begin > SETTLED:
            sys.exit(f"the first syncs do not end:\n{server.log()}")
        time.sleep(0.2)
    _, _, found = sandbox.get("/_sandbox/accounts?integration=zendesk")
    sandbox.post(f"/_sandbox/accounts/{json.loads(found)['accounts'][0]['id']}/expire", {})
    server.post("/api/merge/check-health", {"integration_id": accounts[3]}, {"Cookie": cookie})


def measure(report: Report) -> None:
    with tempfile.TemporaryDirectory(prefix="patchbay-bench-") as directory:
        sandbox = Sandbox(Path(directory), 200)
        server = Server(Path(directory), sandbox=sandbox)
        try:
            sandbox.start()
            server.start()
            cookie = server.sign_up()
            connect_some(server, sandbox, cookie)
            asked = {"origin": f"http://127.0.0.1:{server.port}", "cookie": cookie, "paths": list(PAGES), "runs": RUNS}
            found = node.run(node.HERE / "lighthouse/run.mjs", asked)
        finally:
            server.stop()
            sandbox.stop()
    report.note("lighthouse", found)
    missed: dict[str, dict[str, list[dict]]] = {}
    for one in found:
        page = f"{PAGES[one['path']]}, {one['form']}"
        scores = {name: statistics.median(run["scores"][name] for run in one["runs"]) for name in BUDGETS}
        shift = statistics.median(run["cls"] for run in one["runs"])
        holds = all(scores[name] >= budget for name, budget in BUDGETS.items()) and round(shift, 3) == 0
        report.row(f"Lighthouse, {page}: performance, accessibility, best practices, SEO, CLS",
                   f"{', '.join(f'{score:.0f}' for score in scores.values())}, {shift:.3g}", "≥ 95, 100, 100, 100, 0", holds)
        for run in one["runs"]:
            for audit in run["not_passed"]:
                missed.setdefault(f"{audit['category']}/{audit['id']}", {}).setdefault(page, []).append(audit)
    for name, pages in missed.items():
        audit = next(iter(pages.values()))[-1]
        points = "costs points" if audit["weight"] else "costs no points"
        where = "; ".join(f"{page} {len(audits)} of {RUNS} {audits[-1]['displayValue']}".rstrip() for page, audits in pages.items())
        report.remark(f"{name}, {points}: {audit['title']}: {where}")
        for item in audit["items"]:
            report.remark(f"    {item}")
