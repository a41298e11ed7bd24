"""What a submission has to pass (`.ci/run`): each part can fail it, and a Windows that was not run is said last."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from devtools.windows import suite
from tests.architecture.source import ROOT
from tests.systems import not_on_windows

pytestmark = not_on_windows("a shell script of Debian")

PARTS = ("run --headless", "check", "windows --quick", "test")
PYTHON = """#!/bin/sh
echo "part: $2${3:+ $3}"
case "$2" in %s) exit %d;; *) exit 0;; esac
"""


def _submitted(folder: Path, failing: str, code: int) -> tuple[int, list[str]]:
    """The script over parts one of which ends with this code; its own code, and its lines."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    python = folder / "python3"
    python.write_text(PYTHON % (failing, code), encoding="utf-8")
    python.chmod(0o755)
    env = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run([folder / ".ci" / "run"], env=env, capture_output=True, encoding="utf-8", check=False)
    return ended.returncode, ended.stdout.splitlines()


def test_all_parts_are_run_and_those_of_debian_are_the_last(tmp_path: Path) -> None:
    code, lines = _submitted(tmp_path, "none", 0)
    assert code == 0
    assert lines == [f"part: {part}" for part in ("witnesses", *PARTS)]


@pytest.mark.parametrize("failing", [part.split()[0] for part in PARTS])
def test_a_part_that_fails_fails_the_submission_and_the_others_are_run(tmp_path: Path, failing: str) -> None:
    code, lines = _submitted(tmp_path, failing, 1)
    assert code == 1
    assert lines == [f"part: {part}" for part in ("witnesses", *PARTS)]


def test_a_windows_that_was_not_run_is_the_last_word_and_fails_nothing(tmp_path: Path) -> None:
    code, lines = _submitted(tmp_path, "windows", suite.NOT_RUN)
    assert code == 0
    assert lines[-1] == "NOT RUN: windows"


def test_no_other_part_may_be_left_out_so(tmp_path: Path) -> None:
    code, lines = _submitted(tmp_path, "test", suite.NOT_RUN)
    assert code == 1
    assert "NOT RUN: windows" not in lines
