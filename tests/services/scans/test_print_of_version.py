"""The print of a version: the file that was kept when it was printed, as long as it is that file; else made again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.scans.print_of_version import PrintOfVersion
from tests.services.scans.conftest import Scanning
from tests.systems import not_on_windows

NAME = "صورت‌جلسه-۱.pdf"
KEPT = b"%PDF-1.7 kept"
MADE = b"%PDF-1.7 made again"


@pytest.fixture
def printed(scanning: Scanning, tmp_path: Path) -> PrintOfVersion:
    """Of minutes that were printed once."""
    (tmp_path / NAME).write_bytes(KEPT)
    digest = hashlib.sha256(KEPT).hexdigest()
    record_printing(scanning.office.context, scanning.version, copies=2, path=NAME, sha256=digest)
    return PrintOfVersion(scanning.office.context, lambda _kind, _paper: MADE, tmp_path)


def test_the_kept_file_is_the_print(printed: PrintOfVersion, scanning: Scanning) -> None:
    assert printed(scanning.version) == KEPT


@not_on_windows("no folder holds a pipe")
def test_a_pipe_in_its_place_is_not_the_print(
    printed: PrintOfVersion, scanning: Scanning, monkeypatch: pytest.MonkeyPatch
) -> None:
    (printed.papers / NAME).unlink()
    os.mkfifo(printed.papers / NAME)
    for how in ("open", "read_bytes"):
        monkeypatch.setattr(Path, how, lambda *_of: pytest.fail("nobody writes into it"))
    assert printed(scanning.version) == MADE


def test_a_file_that_is_another_one_by_now_is_not_the_print(printed: PrintOfVersion, scanning: Scanning) -> None:
    (printed.papers / NAME).write_bytes(KEPT + b" ")
    assert printed(scanning.version) == MADE
    (printed.papers / NAME).unlink()
    assert printed(scanning.version) == MADE
