#!/usr/bin/env python3
"""Measures a release build and prints a table: sizes, start-up, memory, pages and events a second, the sync of a million records, the
same page in React, what Lighthouse says, the frames while somebody types.

    scripts/bench.py [STAGE...] [--seconds N] [--events-seconds N] [--records N] [--no-build]

Everything is measured from outside, on a server with its own database. Pages and records are also counted per second of
the server's own processor time: that number does not depend on how many cores the others took away. With a Postgres server
(scripts/with-postgres.sh) what is stored is measured on both databases.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import frames, lighthouse, pages, peers, sync, webhooks
from benchmarks.report import Report
from benchmarks.server import ROOT, build

STAGES = ("sizes", "start", "pages", "peers", "webhooks", "sync", "lighthouse", "frames")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stages", nargs="*", metavar="STAGE", help=f"of {', '.join(STAGES)}; all without")
    arguments.add_argument("--seconds", type=int, default=10, help="how long each load of pages lasts")
    arguments.add_argument("--events-seconds", type=int, default=30, help="how long events are sent")
    arguments.add_argument("--records", type=int, default=sync.RECORDS, help="how many records are synced")
    arguments.add_argument("--no-build", action="store_true", help="measure the release build that is there")
    arguments.add_argument("--json", type=Path, default=ROOT / "target/bench.json", help="where the figures go as well")
    options = arguments.parse_args()
    unknown = set(options.stages) - set(STAGES)
    if unknown:
        arguments.error(f"{', '.join(sorted(unknown))}: the stages are {', '.join(STAGES)}")
    if not options.no_build:
        build()

    report = Report()
    for stage in options.stages or STAGES:
        if stage == "sizes":
            pages.sizes(report)
        elif stage == "start":
            pages.start(report)
        elif stage == "pages":
            pages.pages(report, options.seconds)
        elif stage == "peers":
            peers.measure(report, options.seconds)
        elif stage == "webhooks":
            webhooks.measure(report, options.events_seconds)
        elif stage == "sync":
            sync.measure(report, options.records)
        elif stage == "lighthouse":
            lighthouse.measure(report)
        else:
            frames.measure(report)
    report.write(options.json)


if __name__ == "__main__":
    main()
