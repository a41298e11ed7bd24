"""Copies of opened files that a killed process left are removed by the next start; those that are open here stay."""

from __future__ import annotations

from pathlib import Path

from desktop_app.system.temporary import PREFIX
from desktop_app.window.shell.office_files import OfficeFiles
from tests.bootstrap.conftest import Start
from tests.test_temporary import left_behind, place

__all__ = ["place"]


def test_the_next_start_removes_them(start: Start, demo_folder: Path, place: Path) -> None:
    gone = left_behind(place)
    run = start(demo_folder)
    run.at("meetings")
    assert run.opening.screens is not None
    files = OfficeFiles(run.opening.screens.office)
    copy = files.copy_for_program(files.take_bytes(b"%PDF-1.7 a letter"), "نامه")
    assert copy.parent.parent.name.startswith(PREFIX)
    run.until(lambda: not gone.exists() and not run.opening.workers.busy)
    assert copy.read_bytes() == b"%PDF-1.7 a letter"
