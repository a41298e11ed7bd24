"""Places that a call names and that cannot be: each is one Persian sentence, and nothing is waited for."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from desktop_app.system import paths
from tests.architecture.source import called_name, modules
from tests.cli.caller import Caller, Told, command
from tests.conftest import ROOT
from tests.systems import not_on_windows, skip_on_windows

VERBS = (("check",), ("search", "الف"), ("demo",), ("print", "minutes", "--meeting", "1", "-o", "x.pdf"))
OTHER_THAN_DATA: Final[Mapping[str, tuple[str, ...]]] = {
    "the program --smoke": ("--smoke", "{}.json"),
    "print --output": ("print", "register", "--all", "-o", "{}.pdf"),
    "print --text": ("print", "letter", "-o", "x.pdf", "--text", "{}.txt"),
    "past --output": ("template", "resolutions", "-o", "{}.xlsx"),
    "past file": ("import", "{}.xlsx"),
    "attach file": ("attach", "{}.pdf", "--to", "meeting:5", "--clock-ok"),
    "backup --to": ("backup", "--to", "{}"),
    "backup --place": ("backups", "--place", "{}"),
    "backup source": ("restore", "{}"),
    "backup --output": ("salvage", "-o", "{}"),
    "archive --output": ("archive", "-o", "{}"),
    "verify paper": ("verify-paper", "{}.pdf"),
}
"""By the command that takes it and its name: a call with each path that a command takes, ``{}`` in its place."""
NOWHERE = ["~nobody-of-this-machine/x", "ب" * 5000, "/" + "a" * 5000]


def given(name: str, place: object, data: Path) -> list[str]:
    """The call with a path in its place, and with a data folder where the command takes one."""
    call = [part.format(place) for part in OTHER_THAN_DATA[name]]
    return call if call[0].startswith("--") else [*call, "--data", str(data)]


def key_of(told: Told) -> str:
    """The key of a refusal; a clock that stands wrong may be told before it."""
    assert told.code == 1, told
    return told.err.strip().rpartition("[")[2].rstrip("]")


def test_every_path_that_a_command_takes_is_tried() -> None:
    found = [
        [str(word.value) for word in call.args if isinstance(word, ast.Constant)][-1]
        for module in modules()
        if module.path.startswith("desktop_app/cli/")
        for call in module.calls
        if called_name(call) == "add_argument"
        for word in call.keywords
        if word.arg == "type" and ast.unparse(word.value) in {"path", "paper_file", "sheet_file"}
    ]
    # what verify-paper is given may be a code, so it is read as a text first
    found += ["paper"]
    tried = [name.split()[-1] for name in OTHER_THAN_DATA]
    assert sorted(one for one in found if one != "--data") == sorted([*tried, "--smoke-steps"])


@pytest.mark.parametrize("place", NOWHERE, ids=lambda place: place[:8])
@pytest.mark.parametrize("name", OTHER_THAN_DATA)
def test_a_path_that_cannot_be_is_refused(
    call: Caller, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str
) -> None:
    if place.startswith("~"):
        skip_on_windows("every name has a home beside the person's own")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    told = call(*given(name, place, demo_folder))
    key = key_of(told)
    assert key == "home_unknown" if place.startswith("~") else not key.startswith("unforeseen"), told.err
    assert list((tmp_path / "here").iterdir()) == [], "something of that name was made"


@not_on_windows("no folder goes there while somebody stands in it")
@pytest.mark.parametrize("name", OTHER_THAN_DATA)
def test_a_path_in_a_folder_that_is_gone_is_refused(
    call: Caller, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert key_of(call(*given(name, "x", demo_folder))) == "folder_left"


@pytest.fixture
def opened() -> Iterator[Callable[[Path], list[Path]]]:
    """Makes a pipe; the list has it once somebody opens it to read, who then finds its end and waits for nothing."""
    made: list[Path] = []
    read: list[Path] = []

    def end_it(file: Path) -> None:
        handle = os.open(file, os.O_WRONLY)
        read.append(file)
        os.close(handle)

    def make(file: Path) -> list[Path]:
        os.mkfifo(file)
        made.append(file)
        threading.Thread(target=end_it, args=(file,), daemon=True).start()
        return read

    yield make
    for file in made:
        os.close(os.open(file, os.O_RDONLY | os.O_NONBLOCK))


@not_on_windows("pipes have no names in folders")
@pytest.mark.parametrize("name", OTHER_THAN_DATA)
def test_a_pipe_is_refused_and_not_even_opened(
    call: Caller, demo_folder: Path, tmp_path: Path, opened: Callable[[Path], list[Path]], name: str
) -> None:
    ending = next((Path(part).suffix for part in OTHER_THAN_DATA[name] if part.startswith("{}.")), "")
    pipe = tmp_path / f"pipe{ending}"
    read = opened(pipe)
    told = call(*given(name, pipe.with_suffix(""), demo_folder))
    assert not key_of(told).startswith("unforeseen"), told.err
    assert read == []
    assert pipe.is_fifo(), "what lay there is gone"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
@pytest.mark.parametrize("place", NOWHERE, ids=lambda place: place[:8])
def test_a_folder_that_cannot_be_is_refused(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...], place: str
) -> None:
    if place.startswith("~"):
        skip_on_windows("every name has a home beside the person's own")
    monkeypatch.chdir(tmp_path)
    told = call(*verb, "--data", place)
    assert told.code == 1
    # Windows finds nothing under such a name, and says only when it is to be made that it cannot be
    assert told.key() in (
        "home_unknown",
        "place_unusable",
        "database_missing",
        "folder_not_writable",
        "place_too_deep",
    )
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
    assert paths.exists(tmp_path / "huge.txt")
