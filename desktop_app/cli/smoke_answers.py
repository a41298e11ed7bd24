"""Handler of `--smoke`: a second process tests itself in its own window, watched by this one.

It writes the report also when the other one hangs, dies or never starts. No folder and no setting of the operator is
touched: demo data and settings lie in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from desktop_app import VERSION
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.smoke import STEPS, StepResult
from desktop_app.system import disk, paths

LIMIT: Final = 300
"""Seconds after which the other process hangs."""
_NOT_REACHED: Final = "not reached"
_LAST_WORDS: Final = 2000
"""So many letters of what the other process wrote on its standard error are kept."""


def smoke(arguments: argparse.Namespace) -> int:
    """Run the self-test and write the report; return 0 only if every step succeeded."""
    from desktop_app.printing.files import write_file

    report: Path = arguments.smoke
    _require_place(report)
    begun = time.monotonic()
    results, facts = watched(arguments.smoke_limit or LIMIT)
    told = _report(results, facts, time.monotonic() - begun)
    write_file(report, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8"))
    return 0 if told["ok"] else 1


def watched(limit: float) -> tuple[list[StepResult], dict[str, str]]:
    """Run the self-test process and return its results; the last one is about its end."""
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-smoke-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        settings = {paths.SETTINGS_VARIABLE: str(folder / paths.SETTINGS)}
        begun = time.monotonic()
        with (folder / "errors.txt").open("wb") as errors:
            process = subprocess.Popen(
                [*paths.program_command(), "--smoke-steps", str(folder)],
                cwd=paths.program_folder(),
                env={**os.environ, **settings},
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
            )
            said = _ended(process, limit)
        ended = StepResult("end", process.returncode == 0, round(time.monotonic() - begun, 3), said)
        if not ended.ok:
            ended = _with_last_words(ended, folder / "errors.txt")
        return [*_reached(folder / "steps.jsonl"), ended], _facts(folder / "facts.json")


# ---- inside


def _require_place(report: Path) -> None:
    """Raise unless a new report can be written at the path."""
    from desktop_app.printing.files import require_target, write_file

    require_target(report)
    if not paths.is_folder(report.absolute().parent):
        raise EnvironmentProblem("folder_missing", path=str(report), folder=str(report.absolute().parent))
    # a name that cannot be is refused before the test of half a minute, not after it
    write_file(report, b"")
    disk.remove(report)


def _ended(process: subprocess.Popen[bytes], limit: float) -> str:
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return f"ended after {limit:g} seconds, in which it had not come to its end"
    except BaseException:
        process.kill()
        process.wait()
        raise
    return f"exit code {code}"


def _with_last_words(ended: StepResult, errors: Path) -> StepResult:
    with suppress(OSError):
        words = errors.read_text(encoding="utf-8", errors="replace").strip()[-_LAST_WORDS:]
        return StepResult(ended.name, ended.ok, ended.seconds, f"{ended.detail}\n{words}".strip())
    return ended


def _reached(lines: Path) -> list[StepResult]:
    """Return every step in order; a step without a result has failed."""
    told: dict[str, StepResult] = {}
    with suppress(OSError, ValueError):
        for line in lines.read_text(encoding="utf-8").splitlines():
            result = StepResult.of_line(line)
            told[result.name] = result
    return [told.get(name) or StepResult(name, ok=False, seconds=0.0, detail=_NOT_REACHED) for name in STEPS]


def _facts(file: Path) -> dict[str, str]:
    with suppress(OSError, ValueError):
        found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        return found
    return {}


def _report(results: Sequence[StepResult], facts: dict[str, str], seconds: float) -> dict[str, Any]:
    return {
        "program": paths.APP_NAME,
        "version": VERSION,
        "ok": all(one.ok for one in results),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "frozen": paths.is_frozen(),
        "qt": "",
        "sqlite": "",
        **facts,
        "seconds": round(seconds, 3),
        "steps": [asdict(one) for one in results],
    }
