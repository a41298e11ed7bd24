"""Commands where a standard stream is missing, has lost its reader or finds no room."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.cli import answers
from tests.cli.caller import Caller, command, variables
from tests.conftest import ROOT


def run_without_streams(*arguments: object) -> int:
    """The exit code of a command in a process that has no standard streams: pythonw, or closed ones."""
    called = command(*arguments)
    if sys.platform == "win32":
        called[0] = str(Path(sys.executable).with_name("pythonw.exe"))
    else:
        called = ["sh", "-c", 'exec "$0" "$@" >&- 2>&-', *called]
    return subprocess.run(called, cwd=ROOT, env=variables(), check=False, timeout=60).returncode


def test_commands_work_without_any_stream(demo_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "m.pdf"
    assert run_without_streams("check", "--data", demo_folder) == 0
    assert run_without_streams("print", "minutes", "--meeting", 3, "--data", demo_folder, "-o", out) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run_without_streams("--help") == 0
    assert run_without_streams("fly") == 2
    assert run_without_streams("check", "--data", tmp_path / "nothing") == 1


@pytest.mark.parametrize("missing", ["stdout", "stderr"])
def test_one_stream_alone_may_be_missing(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(sys, missing, None)
    told = call("check", "--data", tmp_path / "nothing")
    assert told.code == 1
    # a refusal that cannot be told is not taken for an answer
    assert (told.out, "[database_missing]" in told.err) == ("", missing == "stdout")
    stream = getattr(sys, missing)
    assert stream.name == os.devnull
    stream.close()


class Lost(io.TextIOWrapper):
    """A stream that fails with a number of the system, at once or when it is handed over."""

    def __init__(self, number: int, *, late: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.number, self.late, self.held = number, late, ""

    def write(self, text: str) -> int:
        """Fail, unless that comes later."""
        if not self.late:
            raise OSError(self.number, "lost")
        self.held += text
        return len(text)

    def flush(self) -> None:
        """Fail, if not before."""
        if self.held:
            raise OSError(self.number, "lost")

    def close(self) -> None:
        """Nothing is held back."""


# Windows says EINVAL of a pipe whose reader has left
LOST = [(errno.EINVAL, 0, ""), (errno.EPIPE, 0, ""), (errno.ENOSPC, 1, "answer_not_written"),
        (errno.EIO, 1, "unforeseen:OSError")]  # fmt: skip


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("number", "code", "key"), LOST)
@pytest.mark.parametrize("arguments", [["check"], ["search", "جلسه", "--json"]])
def test_an_answer_that_is_lost(
    call: Caller,
    demo_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    number: int,
    code: int,
    key: str,
    late: bool,
) -> None:
    monkeypatch.setattr(sys, "stdout", Lost(number, late=late))
    told = call(*arguments, "--data", demo_folder)
    # the demo lies years back, which is told first
    refusals = [line for line in told.err.splitlines() if "[clock_ahead]" not in line]
    assert (told.code, len(refusals)) == (code, bool(key))
    assert f"[{key}]" in told.err or not key


@pytest.mark.parametrize(("number", "code", "key"), LOST)
def test_a_help_that_is_lost(call: Caller, monkeypatch: pytest.MonkeyPatch, number: int, code: int, key: str) -> None:
    monkeypatch.setattr(sys, "stdout", Lost(number, late=True))
    told = call("--help")
    assert (told.code, f"[{key}]" in told.err) == (code, bool(key))


def test_the_same_number_from_elsewhere_is_no_lost_answer(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> int:
        raise OSError(errno.EINVAL, "a name that Windows cannot have")

    monkeypatch.setattr(answers, "check", broken)
    told = call("check", "--data", tmp_path)
    assert (told.code, told.key()) == (1, "unforeseen:OSError")


def test_a_refusal_that_nobody_hears_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Lost(errno.EPIPE, late=False))
    assert cli.main(["check", "--data", str(tmp_path / "nothing")]) == 1
    assert cli.main(["fly"]) == 2


def test_a_doubt_that_nobody_hears_hinders_nothing(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The demo lies years back, which is told before the paper is made."""
    out = tmp_path / "m.pdf"
    monkeypatch.setattr(sys, "stderr", Lost(errno.EPIPE, late=False))
    assert cli.main(["print", "minutes", "--meeting", "3", "--data", str(demo_folder), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_fault_without_a_folder_for_temporary_files_is_told(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> int:
        raise ZeroDivisionError

    def nowhere() -> str:
        raise FileNotFoundError(errno.ENOENT, "no folder is usable")

    monkeypatch.setattr(answers, "check", broken)
    monkeypatch.setattr(tempfile, "gettempdir", nowhere)
    assert call("check", "--data", tmp_path / "nothing").key() == "unforeseen:ZeroDivisionError"
