"""Scans in conflict with what was read or recorded: files that changed meanwhile, strange sheets, attached files."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import Refused
from desktop_app.domain.page_marks import PageMark
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    FindingWeight,
    RecognisedBy,
    ScanFindingKind,
    ScanImport,
    ScanReading,
)
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.verifying import PaperVerdict
from desktop_app.services.files.owners import NewFile, attach, files_sheet, require_back, take_off
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.scans.scan_keeping import judge_scan, keep_scan, store_scan, take_back_scan
from desktop_app.services.scans.scan_tools import read_scan, with_number, with_typed_code
from desktop_app.services.verifying.verify_file import verify_files
from tests import made_scans
from tests.refusing import refused
from tests.services.scans.conftest import DPI, Scanning
from tests.services.verifying.papers import READING

K, W = ScanFindingKind, FindingWeight
FOREIGN = PageMark("AAAABBBBCCCCDDDD", 1, 2)


def found(scanning: Scanning, reading: ScanReading) -> dict[ScanFindingKind, FindingWeight]:
    """What judging finds, by kind."""
    scan = ScanImport(version_id=scanning.version, original=1, reading=reading)
    return {one.kind: one.weight for one in judge_scan(scanning.office.context, scan).findings}


def strange(reading: ScanReading) -> ScanReading:
    """The reading with every page under a code that no paper of this office has."""
    pages = (
        replace(page, code=FOREIGN.code, number=place, mark=FOREIGN, recognised=RecognisedBy.MARK)
        for place, page in enumerate(reading.pages, 1)
    )
    return replace(reading, pages=tuple(pages))


# ---- a file that is another one by the time it is kept


def replaced_by_other_pages(file: Path, scanning: Scanning) -> None:
    """The scanner wrote the next paper under the same name."""
    file.write_bytes(made_scans.pdf(list(reversed(scanning.pages())), DPI))


def replaced_by_fewer_pages(file: Path, scanning: Scanning) -> None:
    """The same, of one page."""
    file.write_bytes(made_scans.pdf(scanning.pages()[:1], DPI))


@pytest.mark.parametrize("change", [replaced_by_other_pages, replaced_by_fewer_pages])
def test_a_file_that_changed_after_it_was_read_is_not_kept(
    scanning: Scanning, tmp_path: Path, change: Callable[[Path, Scanning], None]
) -> None:
    scanning.sign()
    file = tmp_path / "اسکن.pdf"
    file.write_bytes(made_scans.pdf(scanning.pages(), DPI))
    files = (ChosenFile(file.name, file),)
    reading = read_scan(scanning.office.context, scanning.tools, files, version_id=scanning.version)
    scan = ScanImport(version_id=scanning.version, original=1, reading=reading)
    change(file, scanning)
    with refused("scan_file_changed", name=file.name):
        store_scan(scanning.tools, scan)
    assert scanning.records.rows("SELECT count(*) FROM file") == [(0,)]


def test_the_archival_file_is_made_of_the_bytes_that_are_kept(scanning: Scanning, tmp_path: Path) -> None:
    """Whatever becomes of the file of the operator while it is kept."""
    scanning.sign()
    file = tmp_path / "اسکن.pdf"
    file.write_bytes(made_scans.pdf(scanning.pages(), DPI))
    reading = read_scan(
        scanning.office.context, scanning.tools, (ChosenFile(file.name, file),), version_id=scanning.version
    )
    scan = ScanImport(version_id=scanning.version, original=1, reading=reading)

    def told(done: int, _total: int) -> None:
        if done == len(reading.files):
            replaced_by_fewer_pages(file, scanning)

    made = store_scan(scanning.tools, scan, told)
    assert made.file.sha256 == made.sources[0].file.sha256
    keep_scan(scanning.office.context, scan, made, name="اسکن.pdf")


# ---- sheets of somebody else


def test_a_scan_without_a_page_of_the_minutes_is_no_scan_of_them_whatever_the_reason(scanning: Scanning) -> None:
    """Else somebody else's paper would archive the minutes."""
    scanning.sign()
    reading = strange(scanning.read(*scanning.pages()))
    assert found(scanning, reading) == {K.NO_PAPER_OF_OURS: W.REFUSAL, K.STRANGE_PAPER: W.REASON}
    before = scanning.records.content()
    with refused("scan_refused", kind="no_paper_of_ours"):
        scanning.keep(reading, reason="اشتباه")
    assert scanning.records.content() == before


@pytest.mark.whole
def test_one_strange_sheet_and_others_that_nobody_knows_are_no_scan_either(scanning: Scanning) -> None:
    unknown = made_scans.signed(made_scans.blank(DPI), random.Random(1))
    reading = scanning.read(scanning.pages()[0], unknown)
    both = zip(reading.pages, strange(reading).pages, strict=True)
    pages = (one if one.recognised is None else other for one, other in both)
    assert found(scanning, replace(reading, pages=tuple(pages)))[K.NO_PAPER_OF_OURS] is W.REFUSAL


@pytest.mark.whole
def test_a_strange_sheet_that_was_kept_with_a_reason_is_not_called_the_paper(scanning: Scanning) -> None:
    """Its bytes are those of a file that is kept, and the reason says what to think of it."""
    scanning.sign()
    sheet = made_scans.signed(made_scans.blank(DPI), random.Random(1))
    reading = scanning.read(*scanning.pages(), sheet)
    scanning.keep(reading, reason="برگ یادداشت هم با آن اسکن شد")
    found = verify_files(scanning.office.context, READING, [ChosenFile("برگ.jpg", content=made_scans.jpeg(sheet, DPI))])
    assert found.file is not None
    assert (found.verdict, found.file.reason) == (PaperVerdict.KEPT, "برگ یادداشت هم با آن اسکن شد")


def test_a_typed_code_alone_puts_no_strange_sheet_in_the_place_of_a_page(scanning: Scanning) -> None:
    """Which page it is has to be told, or why not; else it would stand for the one that is missing."""
    *pages, _missing = scanning.pages()
    reading = scanning.read(*pages, made_scans.signed(made_scans.blank(DPI), random.Random(1)))
    code = next(page.code for page in reading.pages if page.code)
    place = next(at for at, page in enumerate(reading.pages) if page.recognised is None)
    coded = with_typed_code(scanning.office.context, reading, (place,), code)
    assert found(scanning, coded) == {K.UNKNOWN_PAGE: W.REASON}
    assert found(scanning, with_number(coded, place, len(pages) + 1)) == {}


@pytest.mark.whole
def test_of_a_page_whose_typed_code_is_that_of_other_minutes_no_number_is_asked(scanning: Scanning) -> None:
    """It is to be left out, whichever page it is there."""
    _, other = scanning.office.written(1)
    scanning.office.finalised(other)
    (code, *_) = (page.code for page in scanning.read(scanning.pages(other)[0]).pages)
    reading = scanning.read(*scanning.pages(), made_scans.signed(made_scans.blank(DPI), random.Random(1)))
    place = next(at for at, page in enumerate(reading.pages) if page.recognised is None)
    coded = with_typed_code(scanning.office.context, reading, (place,), code)
    assert found(scanning, coded) == {K.OTHER_MINUTES: W.REFUSAL}


def test_a_file_whose_pages_are_all_left_out_is_no_scan_of_the_minutes(scanning: Scanning) -> None:
    """It may be of other minutes, and would be told to be the kept scan of these."""
    scanning.sign()
    _, other = scanning.office.written(1)
    scanning.office.finalised(other)
    reading = scanning.read(scanning.pages(other)[0], *scanning.pages())
    pages = tuple(replace(page, left_out=page.source == 0) for page in reading.pages)
    scanning.keep(replace(reading, pages=pages))
    alien = hashlib.sha256(reading.files[0].content).hexdigest()
    assert alien not in {sha256 for (sha256,) in scanning.records.rows("SELECT sha256 FROM file")}
    (kept,) = scans_sheet(scanning.office.context, scanning.version).scans
    assert (kept.pages, len(kept.source_links)) == (len(scanning.pages()),) * 2


# ---- a file that the minutes have already


def attached(scanning: Scanning, content: bytes) -> int:
    """The link of a file that somebody attached to the minutes."""
    file = NewFile(scanning.records.folder.files.take_bytes(content), "پیوست.pdf")
    record = RecordRef(FileOwner.MINUTES, scanning.version)
    return attach(scanning.office.context, record, (file,), unnamed="بی‌نام").id


def whole(scanning: Scanning, seed: int) -> bytes:
    """A scan of every page in one file."""
    return made_scans.pdf([made_scans.signed(page, random.Random(seed)) for page in scanning.pages()], DPI)


def read(scanning: Scanning, content: bytes) -> ScanReading:
    files = (ChosenFile("اسکن.pdf", content=content),)
    return read_scan(scanning.office.context, scanning.tools, files, version_id=scanning.version)


def roles(scanning: Scanning) -> list[FileRole]:
    """Of the files that the minutes show."""
    groups = files_sheet(scanning.office.context, RecordRef(FileOwner.MINUTES, scanning.version)).groups
    return [line.link.role for group in groups for line in group.lines]


@pytest.mark.whole
def test_a_scan_that_was_attached_before_stays_attached_when_it_is_taken_back(scanning: Scanning) -> None:
    scanning.sign()
    content = whole(scanning, 1)
    link = attached(scanning, content)
    made = scanning.keep(read(scanning, content))
    assert made.link != link
    assert roles(scanning) == [FileRole.ATTACHMENT, FileRole.SCAN]
    take_back_scan(scanning.office.context, scanning.version, 1)
    assert roles(scanning) == [FileRole.ATTACHMENT]


def test_archived_minutes_keep_a_scan_that_was_attached_before(scanning: Scanning) -> None:
    scanning.sign()
    first = whole(scanning, 1)
    link = attached(scanning, first)
    made = scanning.keep(read(scanning, first), 1)
    assert scanning.keep(read(scanning, whole(scanning, 2)), 2).complete
    with pytest.raises(Refused):
        take_off(scanning.office.context, (made.link,))
    take_off(scanning.office.context, (link,))
    assert scans_sheet(scanning.office.context, scanning.version).missing == ()
    assert [str(one) for one in scanning.records.folder.check()] == []


@pytest.mark.whole
def test_an_attachment_comes_back_beside_the_scan_with_its_bytes(scanning: Scanning) -> None:
    scanning.sign()
    content = whole(scanning, 1)
    link = attached(scanning, content)
    take_off(scanning.office.context, (link,))
    scanning.keep(read(scanning, content))
    with scanning.office.context.read() as work:
        gone = work.file_links.get(link)
        require_back(work, scanning.office.context, gone, replace(gone, removed_on=None))
