"""Places that a call names and that cannot be: each is one Persian sentence, and nothing is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths
from tests.cli.caller import Caller, command
from tests.conftest import ROOT
from tests.systems import not_on_windows, skip_on_windows

VERBS = (("check",), ("search", "الف"), ("demo",), ("print", "minutes", "--meeting", "1", "-o", "x.pdf"))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
@pytest.mark.parametrize("place", ["~nobody-of-this-machine/x", "ب" * 5000, "/" + "a" * 5000])
def test_a_folder_that_cannot_be_is_refused(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...], place: str
) -> None:
    if place.startswith("~"):
        skip_on_windows("every name has a home beside the person's own")
    monkeypatch.chdir(tmp_path)
    told = call(*verb, "--data", place)
    assert told.code == 1
    # Windows finds nothing under such a name, and says only when it is to be made that it cannot be
    assert told.key() in ("place_unusable", "database_missing", "folder_not_writable", "place_too_deep")
    assert list(tmp_path.iterdir()) == [], "a folder of that name was made"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_folder_that_one_may_not_enter_says_so(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    stat = Path.stat

    def closed(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if "closed" in path.parts[:-1]:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", closed)
    monkeypatch.chdir(tmp_path)
    told = call(*verb, "--data", tmp_path / "closed")
    assert (told.code, told.key()) == (1, "place_unusable")


@not_on_windows("pipes have no names in folders")
def test_a_letter_from_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    asked = command("print", "letter", "--text", tmp_path / "pipe", "-o", tmp_path / "x.pdf")
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False, timeout=30)
    assert done.returncode == 1
    assert "[text_not_file]" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
@not_on_windows("devices have no names in folders")
def test_a_letter_from_a_device_is_refused(call: Caller, tmp_path: Path, device: str) -> None:
    assert call("print", "letter", "--text", device, "-o", tmp_path / "x.pdf").key() == "text_not_file"


def test_a_letter_from_a_huge_file_is_refused(call: Caller, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(40_000_000_000 if sys.platform == "linux" else 2_000_000)
    told = call("print", "letter", "--text", tmp_path / "huge.txt", "-o", tmp_path / "x.pdf")
    assert (told.code, told.key()) == (1, "text_file_large")
    assert paths.lies(tmp_path / "huge.txt")
