#!/usr/bin/env python3
"""What no compiler checks, over the files that git knows or would add.

- each migration exists on both databases, under the same number and name, and numbers do not repeat;
- no file names a package registry or a path of somebody's machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Written in pieces, so that this file does not find itself.
REGISTRIES = ["npmjs" + ".org", "yarnpkg" + ".com", "index." + "crates.io", "static." + "crates.io", "pypi" + ".org", "pythonhosted" + ".org"]
# A home directory, a mounted work place: only ever right on one machine.
MACHINE_PATH = re.compile(r"(?<![\w./~$}-])/(?:ro" + r"ot|ho" + r"me/[\w.-]+|Us" + r"ers/[\w.-]+|wo" + r"rk)/[\w.-]+")
# Address lists and prose about addresses, not of this machine.
TEXT_LIMIT = 4_000_000


def files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def migrations() -> list[str]:
    problems: list[str] = []
    sides: dict[str, set[str]] = {}
    for side in ("sqlite", "postgres"):
        folder = ROOT / "migrations" / side
        names = {p.name for p in folder.glob("*.sql")} if folder.is_dir() else set()
        sides[side] = names
        numbers: dict[str, str] = {}
        for name in sorted(names):
            match = re.fullmatch(r"(\d+)_[a-z0-9_]+(?:\.(?:up|down))?\.sql", name)
            if not match:
                problems.append(f"migrations/{side}/{name}: a migration is called NUMBER_words.sql")
                continue
            key = match[1] + (".down" if name.endswith(".down.sql") else "")
            if key in numbers:
                problems.append(f"migrations/{side}/{name}: {numbers[key]} has the same number")
            numbers[key] = name
    for side, other in (("sqlite", "postgres"), ("postgres", "sqlite")):
        for name in sorted(sides[side] - sides[other]):
            problems.append(f"migrations/{side}/{name}: there is no migrations/{other}/{name}")
    return problems


def texts() -> list[str]:
    problems: list[str] = []
    for path in files():
        data = path.read_bytes()
        if b"\0" in data[:8000] or len(data) > TEXT_LIMIT:
            continue
        name = path.relative_to(ROOT)
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            # Cargo's lock names the registry by the address of its index on GitHub, and only so.
            for host in REGISTRIES:
                if host in line:
                    problems.append(f"{name}:{number}: names the registry {host}")
            if match := MACHINE_PATH.search(line):
                problems.append(f"{name}:{number}: names a path of one machine: {match[0]}")
    return problems


def main() -> int:
    problems = migrations() + texts()
    for problem in problems:
        print(problem)
    print("checks: " + (f"{len(problems)} problems" if problems else "nothing found"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
