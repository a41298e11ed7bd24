"""Temporary folders go with their process; what a killed one left goes with the next start, and nothing else does."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app.system import temporary
from desktop_app.system.temporary import PREFIX, TemporaryFolder, remove_leftovers
from tests.conftest import ROOT
from tests.systems import not_on_windows

LEFT = """
import sys, tempfile, time
tempfile.tempdir = sys.argv[1]
from desktop_app.system.temporary import TemporaryFolder
folder = TemporaryFolder()
copy = folder.path / "نامهٔ محرمانه.pdf"
copy.write_bytes(b"%PDF")
copy.chmod(0o400)
sys.stdout.buffer.write((str(folder.path) + chr(10)).encode("utf-8"))
sys.stdout.flush()
time.sleep(300)
"""


def left_behind(place: Path) -> Path:
    """The folder of a process that was killed."""
    command = [sys.executable, "-c", LEFT, str(place)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().decode("utf-8").strip())
        assert folder.parent == place
        remove_leftovers()
        assert folder.is_dir(), "it is held as long as its process lives"
        process.kill()
    assert [one.name for one in folder.iterdir() if one.suffix] == ["نامهٔ محرمانه.pdf"]
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of the system, for this test alone."""
    found = tmp_path / "temporary"
    found.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(found))
    return found


def test_it_is_of_the_account_alone_and_goes_with_all_that_lies_in_it(place: Path) -> None:
    with TemporaryFolder() as folder:
        assert folder.parent == place == temporary.place()
        if sys.platform != "win32":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "below").mkdir()
        (folder / "below" / "copy.pdf").write_bytes(b"%PDF")
        (folder / "below" / "copy.pdf").chmod(stat.S_IRUSR)
    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_what_is_held_stays(place: Path) -> None:
    gone = left_behind(place)
    with TemporaryFolder() as ours:
        (ours / "copy.pdf").write_bytes(b"%PDF")
        remove_leftovers()
        assert not gone.exists()
        assert (ours / "copy.pdf").read_bytes() == b"%PDF"


def test_nothing_else_in_the_temporary_folder_is_touched(place: Path, tmp_path: Path) -> None:
    for name in ("dabirkhaneh-demo-1", "other-program"):
        (place / name).mkdir()
        (place / name / "kept").touch()
    (place / f"{PREFIX}file").touch()
    remove_leftovers()
    assert sorted(one.name for one in place.rglob("*")) == [
        "dabirkhaneh-demo-1",
        f"{PREFIX}file",
        "kept",
        "kept",
        "other-program",
    ]


@not_on_windows("links need rights there")
def test_no_link_is_followed(place: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "kept.pdf").touch()
    (place / f"{PREFIX}link").symlink_to(tmp_path / "papers")
    remove_leftovers()
    assert (tmp_path / "papers" / "kept.pdf").exists()


@not_on_windows("each account has a temporary folder of its own there")
def test_the_folder_of_another_account_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = left_behind(place)
    monkeypatch.setattr(os, "geteuid", lambda: gone.stat().st_uid + 1)
    remove_leftovers()
    assert gone.exists()
