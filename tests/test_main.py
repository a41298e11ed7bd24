"""The entry: a command never pays for a window, and no command means the window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from desktop_app import VERSION, __main__
from desktop_app.window import shell
from tests.conftest import ROOT

PROBE = """
import sys
from desktop_app.__main__ import main
code = main({arguments!r})
heavy = sorted({{"PySide6", "sqlalchemy", "reportlab"}} & set(sys.modules))
print(code, *heavy, file=sys.stderr)
"""


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["no-such-command"], 2)])
def test_an_answer_of_the_command_line_loads_no_heavy_library(arguments: list[str], code: int) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert asked.stderr.splitlines()[-1] == str(code)
    assert "Traceback" not in asked.stderr


def test_the_module_runs_as_the_program() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--version"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert VERSION in told.stdout


def test_without_a_command_the_window_gets_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sequence[str]] = []

    def window(argv: Sequence[str]) -> int:
        seen.append(argv)
        return 7

    monkeypatch.setattr(shell, "main", window)
    assert __main__.main(["--demo"]) == 7
    assert seen == [["--demo"]]


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        ([], True),
        (["--demo"], True),
        (["--data", "x", "--demo"], True),
        (["--data"], False),
        (["--data", "--demo"], False),
        (["--data", ""], False),
        (["--data=x"], False),
        (["check"], False),
        (["--version"], False),
    ],
)
def test_only_the_windows_own_options_pass_the_command_line_by(arguments: list[str], plain: bool) -> None:
    assert __main__.is_plain_start(arguments) is plain


def test_the_arguments_of_the_process_are_taken_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["dabirkhaneh", "--data", "x"])
    monkeypatch.setattr(shell, "main", len)
    assert __main__.main() == 2
