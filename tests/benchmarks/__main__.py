"""Runs the measurements (all, or those named) and writes last.md with the commit and the day."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import first_window, long_lists, paper_checks, paper_text
from tests.benchmarks.table import Table
from tests.conftest import ROOT

BENCHES: dict[str, Callable[[], Table]] = {
    "first_window": first_window.run,
    "lists": long_lists.run,
    "paper": paper_checks.run,
    "paper-text": paper_text.run,
}
LAST = Path(__file__).with_name("last.md")


def main(names: list[str]) -> int:
    """Measure, print each table, and write them all when all were measured."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    tables = []
    for name in names or BENCHES:
        tables.append(BENCHES[name]().markdown())
        print(tables[-1], flush=True)
    if not names:
        LAST.write_text("\n".join([_heading(), *tables]), encoding="utf-8", newline="\n")
        print(f"Written to {LAST.relative_to(ROOT)}")
    return 0


def _heading() -> str:
    commit = _git("rev-parse", "--short", "HEAD")
    changed = " with uncommitted changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"# Last measurements\n\nCommit {commit}{changed}, {day}; {machine}.\n"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
