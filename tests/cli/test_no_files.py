"""Pipes, devices and folders under the names of our files: nobody waits for them, and each is told by its name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli import LOG_NAME
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.system import paths
from desktop_app.words.finding_details import FINDINGS
from tests.cli.caller import Told, command, written
from tests.conftest import ROOT
from tests.systems import not_on_windows

pytestmark = not_on_windows("no folder holds a pipe")


def _pipe(path: Path) -> None:
    # the name is looked up here: Windows, where none of these tests runs, has none of it
    os.mkfifo(path)


KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": _pipe,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
}
FAULT = """
import sys
from argparse import Namespace
from pathlib import Path
from desktop_app import cli
from desktop_app.cli.interrupting import InterruptWatch
asked = Namespace(data=Path(sys.argv[1]))
sys.exit(cli._answered(lambda asked: asked.what_nobody_foresaw, asked, InterruptWatch()))
"""
"""A command that ends with a fault, which is written into the log."""
JOURNAL = f"{paths.DATABASE}-journal"


@pytest.fixture
def data(demo_folder: Path, tmp_path: Path) -> Path:
    """Demo data of a test's own."""
    return Path(shutil.copytree(demo_folder, tmp_path / "داده"))


def told_soon(*arguments: object, **environment: str) -> Told:
    """What a command says."""
    return ended_soon(command(*arguments), **environment)


def ended_soon(line: list[str], **environment: str) -> Told:
    """A process that would wait for ever is ended."""
    done = subprocess.run(
        line, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False, timeout=40
    )
    return Told(done.returncode, written(done.stdout), written(done.stderr))


def put(kind: str, path: Path) -> None:
    """In the place of what lies there."""
    path.unlink(missing_ok=True)
    KINDS[kind](path)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("pipe", JOURNAL),
        ("device", JOURNAL),
        ("folder", JOURNAL),
        ("pipe", f"{paths.DATABASE}-wal"),
        ("pipe", f"{paths.DATABASE}-shm"),
    ],
)
@pytest.mark.whole
def test_what_lies_beside_the_records_is_told_before_they_are_opened(data: Path, kind: str, name: str) -> None:
    put(kind, data / name)
    told = told_soon("check", "--data", data)
    assert (told.code, told.key()) == (1, "not_a_file")
    assert name in told.err


@pytest.mark.parametrize("name", [JOURNAL, paths.LOCK])
def test_whoever_works_is_told_the_same(data: Path, tmp_path: Path, name: str) -> None:
    put("pipe", data / name)
    (tmp_path / "نامه.txt").write_text("متن", encoding="utf-8")
    told = told_soon("attach", tmp_path / "نامه.txt", "--to", "meeting:5", "--data", data, "--clock-ok")
    assert (told.code, told.key()) == (1, "not_a_file")
    assert name in told.err


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_the_note_of_who_works_keeps_nobody_from_working(data: Path, tmp_path: Path, kind: str) -> None:
    put(kind, data / paths.LOCK_HOLDER)
    (tmp_path / "نامه.txt").write_text("متن", encoding="utf-8")
    told = told_soon("attach", tmp_path / "نامه.txt", "--to", "meeting:5", "--data", data, "--clock-ok")
    assert told.code == 0, told


@pytest.mark.parametrize("name", [JOURNAL, paths.DATABASE])
@pytest.mark.whole
def test_a_backup_with_a_pipe_in_it_is_no_backup(data: Path, tmp_path: Path, name: str) -> None:
    stick = tmp_path / "حافظه"
    stick.mkdir()
    assert told_soon("backup", "--data", data, "--to", stick).code == 0
    (made,) = stick.glob("0*")
    put("pipe", made / name)
    told = told_soon("backups", "--data", data, "--place", stick)
    assert (told.code, told.key()) == (1, "backups_damaged")
    told = told_soon("restore", made, "--data", data, "--dry-run")
    assert (told.code, told.key()) == (1, "backup_damaged")
    assert ("SQLITE_CANTOPEN" if name == JOURNAL else name) in told.err


def test_a_pipe_among_the_files_is_told_as_a_file_that_is_gone(data: Path) -> None:
    (kept, *_others) = (one for one in (data / paths.FILES).rglob("*") if one.is_file())
    assert told_soon("check", "--data", data).code == 0
    put("pipe", kept)
    told = told_soon("check", "--data", data)
    assert (told.code, told.key()) == (1, "check_found")
    assert FINDINGS[FindingKind.FILE_MISSING] in told.out


def test_a_log_that_is_a_pipe_keeps_nobody_waiting(data: Path) -> None:
    (data / paths.LOG).mkdir(exist_ok=True)
    log = data / paths.LOG / LOG_NAME
    put("pipe", log)
    told = ended_soon([sys.executable, "-c", FAULT, str(data)])
    assert (told.code, told.key()) == (1, "unforeseen:AttributeError")
    assert log.is_fifo()
    log.unlink()
    ended_soon([sys.executable, "-c", FAULT, str(data)])
    assert "AttributeError" in log.read_text(encoding="utf-8"), "a fault is what is written there"


def test_a_pipe_that_should_name_the_folder_of_the_data_names_none(tmp_path: Path) -> None:
    put("pipe", tmp_path / paths.PLACE_FILE)
    settings = tmp_path / "settings.ini"
    told = told_soon("check", **{paths.SETTINGS_VARIABLE: str(settings)})
    assert (told.code, told.key()) == (1, "data_place_lost")
