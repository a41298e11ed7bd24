"""Steps one after another, each timed and told as it ends; together one table."""

from __future__ import annotations

import sqlite3
import subprocess
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from devtools.windows.bundle import PackageFailed


@dataclass(frozen=True, slots=True)
class Step:
    """One step: whether it went well, how long it took, and what was found."""

    name: str
    ok: bool
    seconds: float
    detail: str


@dataclass(slots=True)
class Steps:
    """The steps so far. A step that fails does not end the run: what needs it fails, too, and says so."""

    done: list[Step] = field(default_factory=list)

    def take(self, name: str, step: Callable[[], str]) -> bool:
        """Take a step; what it answers is shown beside it. Whether it went well."""
        began = time.monotonic()
        try:
            ok, detail = True, step()
        except (PackageFailed, OSError, subprocess.SubprocessError, sqlite3.Error) as problem:
            ok, detail = False, str(problem) or type(problem).__name__
        except Exception as problem:  # noqa: BLE001 - a fault of the step itself is a failed step, too
            traceback.print_exc()
            ok, detail = False, f"{type(problem).__name__}: {problem}"
        self.done.append(Step(name, ok, time.monotonic() - began, detail))
        print(_line(self.done[-1]), flush=True)
        return ok

    @property
    def failed(self) -> list[str]:
        """The names of those that failed."""
        return [step.name for step in self.done if not step.ok]

    def table(self) -> str:
        """All of them, and their seconds together."""
        rows = [
            f"| {step.name} | {'ok' if step.ok else 'FAILED'} | {step.seconds:.1f} | {_short(step.detail)} |"
            for step in self.done
        ]
        total = sum(step.seconds for step in self.done)
        head = ["| step | result | seconds | what was found |", "|---|---|---|---|"]
        return "\n".join([*head, *rows, f"| together | {len(self.failed)} failed | {total:.1f} | |"])


def require(holds: bool, why: str) -> None:
    """Fail the step where something does not hold."""
    if not holds:
        raise PackageFailed(why)


def _line(step: Step) -> str:
    return f"{'ok    ' if step.ok else 'FAILED'} {step.seconds:7.1f} s  {step.name}: {step.detail}"


def _short(detail: str) -> str:
    return detail.replace("\n", " ").replace("|", "/")[:300]
