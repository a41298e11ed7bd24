"""The record of the sources that have passed the tests on Windows: ``build/windows/suite.json``.

It is read before a release is called one.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from devtools import ROOT
from devtools.windows.machine import FOLDER

FILE: Final = FOLDER / "suite.json"


@dataclass(frozen=True, slots=True)
class Sources:
    """The commit that is checked out and whether the files are those of it; without git there is no commit."""

    commit: str
    clean: bool

    def __str__(self) -> str:
        return self.commit if self.clean else f"{self.commit} with changes"


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the tests came to, and on which sources; they stayed as they were while it ran.

    ``all_cases`` tells of those that others decide for in each day's run (``--whole``).
    """

    sources: Sources
    unchanged: bool
    all_cases: bool
    green: bool
    passed: int
    failed: int
    not_run: int
    seconds: int


def sources() -> Sources:
    """The sources as they stand now."""
    commit = _git("rev-parse", "HEAD")
    return Sources(commit, bool(commit) and not _git("status", "--porcelain"))


def write(part: str, run: Run, file: Path = FILE) -> None:
    """Keep what the run of a part came to (``whole``, ``quick``); the other part's stays."""
    kept = _read(file)
    kept[part] = asdict(run)
    file.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def objection(part: str = "whole", file: Path = FILE) -> str | None:
    """Why the sources as they stand may not be called tested on Windows; ``None`` when they have passed there."""
    now, run = sources(), _read(file).get(part)
    if run is None:
        return f"NOT RUN: windows. No run of the {part} suite is known; python3 dev.py windows --whole"
    if not run["green"]:
        return f"The {part} suite failed on Windows: {run['failed']} tests, or how the run ended."
    if part == "whole" and not run.get("all_cases"):
        return "The suite ran on Windows without all its cases; python3 dev.py windows --whole"
    if not run["unchanged"] or not run["sources"]["clean"]:
        return "The suite ran on Windows over changed files; commit them and run it again."
    if not now.clean or now.commit != run["sources"]["commit"]:
        return "The suite ran on Windows at another commit, or files have changed since; run it again."
    return None


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _git(*arguments: str) -> str:
    try:
        told = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""
