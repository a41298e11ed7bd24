"""A plugin of pytest that watches a run: which test each process runs, where it stood when it died, what it cost.

`dev.py test` loads it (`-p tests.run_watch --kept FOLDER`). Under pytest-xdist it works in every worker, and the
process that deals the tests out ends the whole run as soon as one of them has died.
"""

from __future__ import annotations

import faulthandler
import json
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

ALONE: Final = "main"
"""What a run without workers is called."""
AFTER_TIMEOUT: Final = 60.0
"""Seconds after its own time limit in which a test has to end; that limit cannot stop what holds the interpreter."""
LONG: Final = 24 * 3600.0
"""Seconds; no run lasts longer."""
DIED: Final = 3
"""The exit code of a run one of whose processes died."""
DEEPEST: Final = 40
"""Lines of where a dead process stood that are told."""
RESULTS: Final = "results.jsonl"
"""What each test came to, a line for each of its phases, written as it is known: a run that is ended leaves it too."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("watch")
    group.addoption("--seed", type=int, help="deal the files out in this order")
    group.addoption("--kept", type=Path, help="the folder for what the processes leave behind")
    group.addoption("--until", type=float, default=math.inf, help="the moment of the clock at which the run is ended")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """After pytest's own handler of faults, which writes between the lines of the run."""
    if config.option.kept is not None:
        config.pluginmanager.register(_Watch(config), "watch")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The files in the order of the seed, their tests as they stand: a file shares what is dear to make."""
    if config.option.seed is None:
        return
    files = sorted({str(item.path) for item in items})
    random.Random(config.option.seed).shuffle(files)
    place = {file: number for number, file in enumerate(files)}
    items.sort(key=lambda item: place[str(item.path)])


def pytest_report_header(config: pytest.Config) -> str | None:
    """How to have the same order again."""
    seed = config.option.seed
    return None if seed is None else f"order of files: --seed {seed}"


class _Watch:
    """The watch of one process."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._worker = str(getattr(config, "workerinput", {}).get("workerid", ALONE))
        self._peaks: dict[str, int] = {}
        self._kept: Path = config.option.kept
        self._file = (self._kept / f"{self._worker}.txt").open("w", encoding="utf-8")
        self._results = None if hasattr(config, "workerinput") else (self._kept / RESULTS).open("w", encoding="utf-8")
        faulthandler.enable(self._file)
        self._limit(None)

    def pytest_unconfigure(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()
        self._file.close()
        if self._results is not None:
            self._results.close()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._tell(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read has no tests that fail in its place."""
        if report.failed:
            self._tell(report)

    def _tell(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if self._results is None:
            return
        # a skip is told as the place, the line and the reason
        reason = report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
        seconds = getattr(report, "duration", 0.0)
        told = {"test": report.nodeid, "outcome": report.outcome, "seconds": round(seconds, 3), "reason": reason}
        self._results.write(json.dumps(told) + "\n")
        self._results.flush()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        """The test by name; a process that it holds for ever ends, with what its threads do."""
        self._file.write(f"{item.nodeid}\n")
        self._file.flush()
        marker = item.get_closest_marker("timeout")
        own = marker.args[0] if marker is not None and marker.args else item.config.getini("timeout")
        self._limit(float(own) + AFTER_TIMEOUT)
        try:
            return (yield)
        finally:
            self._limit(None)

    def pytest_sessionfinish(self) -> None:
        self._peaks[self._worker] = _peak()
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output["peak"] = _peak()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """In the process that deals out: a worker has ended, or died."""
        worker = node.gateway.id
        if error:
            told = self._kept / f"{worker}.txt"
            lines = told.read_text(encoding="utf-8").splitlines()
            begun = max((place for place, line in enumerate(lines) if "::" in line), default=-1)
            # A machine that is gone after the run keeps no file: where it stood is told in the run's own lines
            stood = "\n".join(lines[begun + 1 :][:DEEPEST])
            pytest.exit(f"{worker} died in {lines[begun] if begun >= 0 else 'no test'}; see {told}\n{stood}", DIED)
        self._peaks[worker] = int(node.workeroutput["peak"])

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        peaks = ", ".join(f"{name} {peak} MB" for name, peak in sorted(self._peaks.items()) if peak)
        if peaks:
            terminalreporter.write_line(f"peak memory: {peaks}")

    def _limit(self, own: float | None) -> None:
        """Set the limit that comes first: a test's, at which its process ends, or the whole run's."""
        left = min(max(self._config.option.until - time.time(), 0.01), LONG)
        if own is not None and own < left:
            faulthandler.dump_traceback_later(own, exit=True, file=self._file)
        else:
            faulthandler.dump_traceback_later(left, file=self._file)


def _peak() -> int:
    """The most memory that this process has held, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
