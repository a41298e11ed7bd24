"""The results of a watched run of the tests: by room, and what was not run, by its reason."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

RESULTS: Final = "results.jsonl"
"""Written by `tests/run_watch.py`."""
_PASSED: Final = "passed"
_FAILED: Final = "failed"
_SKIPPED: Final = "skipped"


@dataclass(slots=True)
class _Test:
    """One test over its phases."""

    outcome: str = _PASSED
    seconds: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The tests of a run by their names."""

    tests: dict[str, _Test] = field(default_factory=dict)

    @classmethod
    def read(cls, kept: Path) -> Results:
        """From the folder of a run, or of what stood when it was ended."""
        results = cls()
        file = kept / RESULTS
        for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
            try:
                told = json.loads(line)
            except ValueError:
                break  # the line at which the run was ended
            test = results.tests.setdefault(told["test"], _Test())
            test.seconds += told["seconds"]
            if told["outcome"] != _PASSED and test.outcome != _FAILED:
                test.outcome, test.reason = told["outcome"], told["reason"]
        return results

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many passed, failed and were not run."""
        return _counts(self.tests.values())

    def not_run(self, reason: str) -> list[str]:
        """The names of those that were not run for a reason that begins so."""
        unrun = {name: test.reason for name, test in self.tests.items() if test.outcome == _SKIPPED}
        return [name for name, told in unrun.items() if told.startswith(reason)]

    def table(self) -> str:
        """Room by room, then the failed ones, then the reasons of what was not run."""
        rooms: dict[str, list[_Test]] = {}
        for name, test in self.tests.items():
            rooms.setdefault(room_of(name), []).append(test)
        lines = [f"{'room':14}{'passed':>8}{'failed':>8}{'not run':>9}{'seconds':>9}"]
        for room, tests in [*sorted(rooms.items()), ("together", list(self.tests.values()))]:
            passed, failed, unrun = _counts(tests)
            seconds = sum(test.seconds for test in tests)
            lines.append(f"{room:14}{passed:8}{failed:8}{unrun:9}{seconds:9.0f}")
        lines += [f"FAILED {name}" for name, test in self.tests.items() if test.outcome == _FAILED]
        reasons = Counter(test.reason for test in self.tests.values() if test.outcome == _SKIPPED)
        lines += [f"not run: {count:4} × {reason}" for reason, count in reasons.most_common()]
        return "\n".join(lines)


def room_of(test: str) -> str:
    """The folder of the tests that holds it; the files beside the folders are one room."""
    parts = test.replace("\\", "/").partition("::")[0].split("/")
    return parts[1] if len(parts) > 2 else "beside rooms"


def _counts(tests: Iterable[_Test]) -> tuple[int, int, int]:
    of = Counter(test.outcome for test in tests)
    return of[_PASSED], of[_FAILED], of[_SKIPPED]
