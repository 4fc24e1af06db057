"""Programs for Node: each is told what to do as JSON, and prints what it found as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .server import ROOT

HERE = Path(__file__).resolve().parent


def run(script: Path, asked: object = None):
    folder = next((folder for folder in script.parents if (folder / "package.json").exists()), ROOT / "end2end")
    for needed in {folder, ROOT / "end2end"}:
        if not (needed / "node_modules").is_dir():
            sys.exit(f"the packages of {needed.relative_to(ROOT)} are not installed: scripts/setup.sh bench does it")
    arguments = [] if asked is None else [json.dumps(asked)]
    out = subprocess.run(["node", str(script), *arguments], cwd=script.parent, capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"{script.relative_to(ROOT)} failed:\n{out.stderr}")
    return json.loads(out.stdout)
