"""The verbs `check` and `test`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Final

from devtools import ROOT, debian, environment, forms, test_run, windows_rules
from devtools.results import Results

RULES_AT_LEAST: Final = 95
"""Percent of lines and branches of domain and services that the whole suite must run through."""


_ON_EVERY_CORE: Final = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""A file's tests stay together, because they share what is dear to make: a window, a database."""


_ON_WINDOWS: Final = ("--platform", "win32", "--cache-dir", ".mypy_cache/windows", "desktop_app")
"""What stands below `if sys.platform == "win32"` is judged there alone."""


def check(_arguments: list[str]) -> int:
    """Every check is run, also after one has failed; the exit code is 0 when all passed."""
    if not environment.ready(debian.TO_TEST):
        return 1
    checks: dict[str, Callable[[], int]] = {
        "format": lambda: environment.tool("ruff", "format", "--check", "--quiet", "."),
        "lint": lambda: environment.tool("ruff", "check", "--quiet", "."),
        "types": lambda: environment.tool("mypy"),
        "types on Windows": lambda: environment.tool("mypy", *_ON_WINDOWS),
        "bans for Windows": windows_rules.check,
        "import contracts": contracts,
        "forms fresh": forms_fresh,
    }
    failed = [name for name, run in checks.items() if _told(name, run())]
    if failed:
        print(f"check failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _told(name: str, code: int) -> bool:
    print(f"{name}: {'ok' if code == 0 else 'FAILED'}", flush=True)
    return code != 0


def contracts() -> int:
    """Whether the import contracts hold: 0, or what broke them, told on stderr."""
    command = [str(environment.BIN / "lint-imports"), "--no-logo"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    linted = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    if linted.returncode != 0:
        print(linted.stdout + linted.stderr, file=sys.stderr)
    return linted.returncode


def forms_fresh() -> int:
    """Whether the forms are those that ui/ gives: 0, or 1 with their names on stderr."""
    stale = forms.differing()
    for target in stale:
        print(f"{target.relative_to(ROOT)} is not what ui/ gives: python3 dev.py forms", file=sys.stderr)
    return 1 if stale else 0


def test(arguments: list[str]) -> int:
    """The suite, in an order of its own or of `--seed N`; or what the arguments choose.

    With `--whole` every case runs, and the coverage of domain and services is measured: that costs a fifth of the time.
    The whole suite may open no internet socket. Tests of programs that ask for one for their own ends come after it.
    """
    if not environment.ready(debian.TO_TEST):
        return 1
    if test_run.chosen(arguments):
        return test_run.pytest(*arguments)
    whole = test_run.WHOLE in arguments
    measured = ("--cov", "--cov-report=") if whole else ()
    run = (*_ON_EVERY_CORE, "--confined", *measured, *test_run.shuffled(arguments))
    return test_run.pytest(*run) or _left_out() or (covered() if whole else 0)


def _left_out() -> int:
    """The tests that a confined run leaves out, not confined."""
    tests = Results.read(test_run.KEPT).not_run(test_run.LEFT_OUT)
    return test_run.pytest(*_ON_EVERY_CORE, *tests, kept=test_run.KEPT / "left_out") if tests else 0


def covered() -> int:
    """Silent when rules and services are covered: pytest's own closing line stays the last one."""
    rules = "--include=desktop_app/domain/*,desktop_app/services/*"
    total = [str(environment.PYTHON), "-m", "coverage", "report", rules]
    report = subprocess.run(
        [*total, f"--fail-under={RULES_AT_LEAST}"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if report.returncode != 0:
        print(report.stdout + report.stderr, file=sys.stderr)
        print(f"domain and services have to be covered to {RULES_AT_LEAST} %", file=sys.stderr)
    return report.returncode
