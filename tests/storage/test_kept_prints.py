"""Papers that were made for the pen: the whole check reads them, and of each name the newest is asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.minutes import Printing
from desktop_app.printing.files import keep_beside
from desktop_app.storage.file.folder import DataFolder
from desktop_app.system import paths
from desktop_app.words import record_check
from tests.storage.sample import Sample

NAME = "صورت‌جلسهٔ ۳.pdf"
FIRST, SECOND = b"%PDF first", b"%PDF second"


@pytest.fixture
def kept(data: DataFolder, final: Sample) -> Path:
    """The print of a version that was printed twice under one name, as it lies there."""
    with data.open_write() as work:
        for content in (FIRST, SECOND):
            digest = hashlib.sha256(content).hexdigest()
            row = Printing(
                minutes_version_id=final.version, at="2023-05-01T10:00:00Z", copies=1, path=NAME, sha256=digest
            )
            made = work.printings.add(row)
            work.audit("added", "printing", made.id)
        work.commit()
    file = data.folder / paths.PAPERS / NAME
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(SECOND)
    return file


def found(data: DataFolder) -> list[Finding]:
    return [one for one in data.check() if NAME in one.detail]


@pytest.mark.usefixtures("kept")
def test_the_newest_print_of_a_name_is_sound(data: DataFolder) -> None:
    assert found(data) == []


def test_a_print_that_was_changed_or_is_gone_is_told(data: DataFolder, kept: Path) -> None:
    kept.write_bytes(FIRST)
    (altered,) = found(data)
    assert (altered.kind, altered.subject) == (FindingKind.FILE_ALTERED, "printing")
    assert altered.detail.startswith(f"{NAME} (printing ")
    kept.unlink()
    assert [one.kind for one in found(data)] == [FindingKind.FILE_MISSING]


def test_a_start_does_not_read_prints(data: DataFolder, kept: Path) -> None:
    kept.write_bytes(FIRST)
    assert [one for one in data.check_files() if NAME in one.detail] == []


def test_a_damaged_print_that_was_made_again_is_told_no_more(data: DataFolder, final: Sample, kept: Path) -> None:
    kept.write_bytes(b"%PDF")
    assert [one.kind for one in found(data)] == [FindingKind.FILE_ALTERED]
    path, digest = keep_beside(kept, SECOND)
    assert path != kept
    with data.open_write() as work:
        again = Printing(
            minutes_version_id=final.version, at="2023-05-02T10:00:00Z", copies=1, path=path.name, sha256=digest
        )
        work.audit("added", "printing", work.printings.add(again).id)
        work.commit()
    assert found(data) == []
    path.unlink()
    assert found(data)


def test_what_to_do_about_a_print_is_to_print_it_again(data: DataFolder, kept: Path) -> None:
    kept.unlink()
    said = record_check.wrong_files(found(data))
    assert "دوباره چاپ کنید" in said
    assert "بیفزایید" not in said, "nobody can add a print"
