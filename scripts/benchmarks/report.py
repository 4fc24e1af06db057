"""The rows of the table."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from .server import ROOT


class Report:
    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str, bool | None]] = []
        self.numbers: dict[str, object] = {}
        self.remarks: list[str] = []

    def row(self, what: str, measured: str, budget: str = "", holds: bool | None = None) -> None:
        self.rows.append((what, measured, budget, holds))
        # What takes minutes is seen as it comes.
        print(f"  {what}: {measured}", flush=True)

    def note(self, name: str, numbers: object) -> None:
        """Figures for machines, beside the table."""
        self.numbers[name] = numbers

    def remark(self, text: str) -> None:
        """A line below the table: what a number alone does not say."""
        self.remarks.append(text)

    def write(self, path: Path) -> None:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
        print(f"\nmeasured at {commit or 'an unknown commit'} on {os.cpu_count()} cores\n")
        print("| what | measured | budget | |\n|---|---:|---:|---|")
        for what, measured, budget, holds in self.rows:
            print(f"| {what} | {measured} | {budget} | {'' if holds is None else 'holds' if holds else 'BROKEN'} |")
        if self.remarks:
            print("\n" + "\n".join(self.remarks))
        rows = [{"what": what, "measured": measured, "budget": budget, "holds": holds} for what, measured, budget, holds in self.rows]
        whole = {"commit": commit, "cores": os.cpu_count(), "rows": rows, "numbers": self.numbers}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(whole, indent=2) + "\n")
        print(f"\nalso in {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")
