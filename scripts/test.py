#!/usr/bin/env python3
"""Runs every proof that Patchbay has, one stage after the other, and counts.

    scripts/test.py [STAGE...]        all stages without an argument; `--list` names them

A stage that fails does not stop the next ones, unless they need what it builds. The last line is
`N passed, N failed`: Rust tests, journeys and contract tests together; a stage that fails without
a failed test of its own (a lint, a build) counts as one failure. The exit code says the same.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parent.parent
CI = bool(os.environ.get("CI"))
LOCKED = ["--locked"] if CI else []
# One selection of packages and features for lints and tests: cargo then builds each dependency once.
SERVER = ["-p", "patchbay", "-p", "patchbay-sandbox", "--features", "patchbay/ssr"]
BROWSER = ["-p", "patchbay", "-p", "patchbay-browser", "--lib", "--target", "wasm32-unknown-unknown", "--features", "patchbay/hydrate"]
JOURNEYS_REPORT = ROOT / "end2end" / "test-results" / "report.json"


@dataclass
class Outcome:
    passed: int = 0
    failed: int = 0
    ok: bool = True
    seconds: float = 0.0
    note: str = ""
    # What became of those that did not pass at the first go: the end of a long log is often all that is left of it.
    names: list[str] = field(default_factory=list)


@dataclass
class Stage:
    name: str
    about: str
    command: list[str]
    # Reads the counts out of the stage's output; none for a stage that either holds or does not.
    count: Callable[[str], tuple[int, int]] | None = None
    # Reads what did not pass at the first go, likewise.
    name_failed: Callable[[str], list[str]] = lambda _: []
    needs: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    # A reason to leave the stage out, or nothing.
    absent: Callable[[], str | None] = lambda: None


def count_rust(output: str) -> tuple[int, int]:
    found = re.findall(r"^test result: \S+ (\d+) passed; (\d+) failed;", output, re.MULTILINE)
    return sum(int(p) for p, _ in found), sum(int(f) for _, f in found)


def count_journeys(_: str) -> tuple[int, int]:
    try:
        stats = json.loads(JOURNEYS_REPORT.read_text())["stats"]
    except (OSError, ValueError, KeyError):
        return 0, 0
    return stats["expected"] + stats["flaky"], stats["unexpected"]


def name_rust(output: str) -> list[str]:
    failed = re.findall(r"^test (\S+)(?: - should panic)? \.\.\. FAILED$", output, re.MULTILINE)
    return [f"failed: {name}" for name in sorted(set(failed))]


def name_journeys(_: str) -> list[str]:
    """Each journey that did not pass at the first go, with the first lines of why."""
    try:
        open_suites = list(json.loads(JOURNEYS_REPORT.read_text())["suites"])
    except (OSError, ValueError, KeyError):
        return []
    found = []
    while open_suites:
        suite = open_suites.pop()
        open_suites += suite.get("suites", [])
        for spec in suite.get("specs", []):
            for test in spec["tests"]:
                if test["status"] not in ("unexpected", "flaky"):
                    continue
                errors = [e.get("message", "") for r in test["results"] for e in r.get("errors", [])]
                why = re.sub(r"\x1b\[[0-9;]*m", "", errors[0]) if errors else ""
                verdict = "passed at the second go only, which is a bug" if test["status"] == "flaky" else "failed"
                found.append(f"{verdict}: {test['projectName']} {spec['file']}:{spec['line']} {spec['title']}: {why[:600]}")
    return sorted(found)


def count_clients(output: str) -> tuple[int, int]:
    found = re.findall(r"^[\w ]+: (\d+) passed, (\d+) failed$", output, re.MULTILINE)
    return sum(int(p) for p, _ in found), sum(int(f) for _, f in found)


def no_contract() -> str | None:
    return None if (ROOT / "sandbox/contract/run.sh").exists() else "there is no sandbox/contract/run.sh"


STAGES = [
    Stage("format", "rustfmt", ["cargo", "fmt", "--all", "--check"]),
    Stage(
        "clippy",
        "lints of the server half and of the sandbox",
        ["cargo", "clippy", *LOCKED, *SERVER, "--all-targets", "--", "-D", "warnings"],
    ),
    Stage("clippy-browser", "lints of the browser half", ["cargo", "clippy", *LOCKED, *BROWSER, "--", "-D", "warnings"]),
    Stage("types", "types of the journeys", ["npm", "--prefix", "end2end", "run", "--silent", "types"]),
    Stage(
        "rust",
        "Rust tests, on SQLite and Postgres",
        ["cargo", "test", *LOCKED, *SERVER, "--no-fail-fast"],
        count=count_rust,
        name_failed=name_rust,
    ),
    Stage("build", "both halves, for the browser's tests", ["scripts/build.sh"]),
    Stage(
        "size",
        "what a first visit loads",
        ["node", "scripts/size.mjs"],
        needs=["build"],
        absent=lambda: None if CI else "the browser's half is built for development here; CI=1 measures it",
    ),
    Stage(
        "journeys",
        "journeys in Chromium, on SQLite and Postgres, with and without JavaScript",
        ["npm", "--prefix", "end2end", "test", "--silent"],
        count=count_journeys,
        name_failed=name_journeys,
        needs=["build"],
        environment={"PLAYWRIGHT_JSON_OUTPUT_FILE": str(JOURNEYS_REPORT)},
    ),
    Stage(
        "contract",
        "the official clients against the sandbox",
        ["bash", "sandbox/contract/run.sh"],
        count=count_clients,
        absent=no_contract,
    ),
    Stage("checks", "what no compiler checks", [sys.executable, "scripts/checks.py"]),
]


def choose(names: list[str]) -> list[Stage]:
    """The named stages in their own order; a name also stands for those that begin with it (`clippy`)."""
    if not names:
        return STAGES
    known = {stage.name for stage in STAGES}
    for name in names:
        if name not in known:
            sys.exit(f"there is no stage {name}; there are: {', '.join(stage.name for stage in STAGES)}")
    return [s for s in STAGES if any(s.name == n or s.name.startswith(n + "-") for n in names)]


def run(stage: Stage) -> Outcome:
    print(f"\n=== {stage.name}: {stage.about}", flush=True)
    outcome = Outcome()
    reason = stage.absent()
    if reason:
        print(f"skipped: {reason}", flush=True)
        outcome.note = f"skipped: {reason}"
        return outcome
    if stage.name == "journeys":
        JOURNEYS_REPORT.unlink(missing_ok=True)
    start = time.monotonic()
    lines: list[str] = []
    process = subprocess.Popen(
        stage.command,
        cwd=ROOT,
        env={**os.environ, **stage.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            lines.append(line)
        status = process.wait()
    except BaseException:
        process.send_signal(signal.SIGTERM)
        process.wait()
        raise
    outcome.seconds = time.monotonic() - start
    outcome.ok = status == 0
    if stage.count:
        outcome.passed, outcome.failed = stage.count("".join(lines))
        if outcome.ok and outcome.failed:
            outcome.ok, outcome.note = False, "failed tests, but it ended with 0"
        elif outcome.ok and outcome.passed == 0:
            outcome.ok, outcome.note = False, "no test ran"
    outcome.names = stage.name_failed("".join(lines))
    if not outcome.ok and outcome.failed == 0:
        outcome.failed = 1
        outcome.note = outcome.note or f"ended with {status}"
    print(f"--- {stage.name}: {'ok' if outcome.ok else 'FAILED'} in {outcome.seconds:.1f} s", flush=True)
    return outcome


def prune_cache() -> None:
    """Keeps the build machine's cache of compiled dependencies from growing for ever."""
    target = os.environ.get("CARGO_TARGET_DIR")
    if not CI or not target or not Path(target).is_dir():
        return
    size = int(subprocess.run(["du", "-sm", target], capture_output=True, text=True).stdout.split()[0])
    if size > 15_000:
        print(f"{target} holds {size} MB: starting afresh", flush=True)
        shutil.rmtree(target, ignore_errors=True)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    names = sys.argv[1:]
    if names == ["--list"]:
        for stage in STAGES:
            print(f"{stage.name:15} {stage.about}")
        return 0
    prune_cache()
    outcomes: dict[str, Outcome] = {}
    for stage in choose(names):
        broken = [n for n in stage.needs if n in outcomes and not outcomes[n].ok]
        if broken:
            print(f"\n=== {stage.name}: not run, for {', '.join(broken)} failed", flush=True)
            outcomes[stage.name] = Outcome(failed=1, ok=False, note=f"not run: {', '.join(broken)} failed")
        else:
            outcomes[stage.name] = run(stage)

    print("\n=== summary")
    for name, o in outcomes.items():
        counts = f"{o.passed:5} passed {o.failed:3} failed" if o.passed or o.failed else " " * 23
        print(f"{'ok' if o.ok else 'FAILED':7}{name:15}{o.seconds:8.1f} s  {counts}  {o.note}".rstrip())
    print(f"{'':7}{'all':15}{sum(o.seconds for o in outcomes.values()):8.1f} s\n")
    for outcome in outcomes.values():
        for name in outcome.names:
            print(f"{name}\n")
    failed = sum(o.failed for o in outcomes.values())
    print(f"{sum(o.passed for o in outcomes.values())} passed, {failed} failed", flush=True)
    return 1 if failed or not all(o.ok for o in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
