"""Runs the measurements that were named, or all that are quick, and writes the commit and the day beside them.

``faults [--part-NAME …] [--percent N]``, ``kills [--kills N]``, ``backups [--megabytes N] [--rounds N]``,
``scans [--pages N] [--rounds N]``, ``paper [--scale N]`` and ``paper-text`` take minutes, and the last two install
peers: they run only when named, and each has a file of its own.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import (
    acts,
    backups,
    demo_years,
    faults,
    first_window,
    kills,
    long_lists,
    paper_bench,
    paper_checks,
    paper_text,
    past_import,
    scan_window,
    scans,
    start_check,
)
from tests.benchmarks.table import Table
from tests.conftest import ROOT

QUICK: dict[str, Callable[[], Table]] = {
    "first-window": first_window.run,
    "lists": long_lists.run,
    "demo-years": demo_years.run,
    "acts": acts.run,
    "past-import": past_import.run,
    "start-check": start_check.run,
    "paper-proofs": paper_checks.run,
}
LONG: dict[str, Callable[[list[str]], list[Table]]] = {
    "faults": faults.run,
    "kills": kills.run,
    "backups": backups.run,
    "scans": scans.run,
    "scan-window": lambda _options: [scan_window.run()],
    "paper": paper_bench.run,
    "paper-text": lambda _options: paper_text.run(),
}
LAST = Path(__file__).with_name("last.md")


def main(arguments: list[str]) -> int:
    """Measure and print each table; what was measured whole is written down."""
    names = [name for name in arguments if name in QUICK or name in LONG]
    options = arguments[len(names) :]
    if arguments[: len(names)] != names or any(not one.startswith("-") and not one.isdigit() for one in options):
        print(f"no such measurement: {' '.join(arguments)}; there are {', '.join((*QUICK, *LONG))}", file=sys.stderr)
        return 2
    for name in (name for name in names if name in LONG):
        tables = LONG[name](options)
        _print_and_write(tables, None if options else Path(__file__).with_name(f"{name}.md"))
    for name in (name for name in names if name in QUICK):
        _print_and_write([QUICK[name]()], None)
    if not names:
        _write([_apart(name) for name in QUICK], LAST)
    return 0


def _apart(name: str) -> str:
    """One quick measurement in a process of its own: what another has loaded and left would be measured with it."""
    command = [sys.executable, "-m", "tests.benchmarks", name]
    text = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    print(text, flush=True)
    return text.removesuffix("\n")


def _print_and_write(tables: list[Table], path: Path | None) -> None:
    texts = [table.markdown() for table in tables]
    print(*texts, sep="\n", flush=True)
    _write(texts, path)


def _write(texts: list[str], path: Path | None) -> None:
    if path is not None:
        path.write_text("\n".join([_heading(), *texts]), encoding="utf-8", newline="\n")
        print(f"Written to {path.relative_to(ROOT)}")


def _heading() -> str:
    commit = _git("rev-parse", "--short", "HEAD")
    changed = " with uncommitted changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"# Last measurements\n\nCommit {commit}{changed}, {day}; {machine}.\n"


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
