"""A file that a kept scan was made of is no scan by itself: it holds every page of the paper, or vouches for none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.scans import ChosenFile, ScanImport
from desktop_app.domain.read_models.verified_paper import ToldPaper, VerifiedPaper
from desktop_app.domain.verifying.verdicts import FileEvidence, Worth
from desktop_app.printing.scans.scan_reader import ScanReader
from desktop_app.printing.wording.verified_words import told
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.scans.scan_keeping import keep_scan, store_scan
from desktop_app.services.scans.scan_reading import read_scan
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.services.verifying.verify_file import verify_files
from tests import made_scans
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.verifying.papers import READING, made, pdf_of, printing_office, signed

DPI = 150
REASON = "برگ میانی جدا اسکن شد"
FOREIGN = "ABCDEFGHIJ234567"
ASSURANCE = "استناد کنید"


@pytest.fixture
def press(office: Office) -> Office:
    """An office that prints with the fonts of the program."""
    return printing_office(office)


def kept_from(
    office: Office, records: Records, version_id: int, files: list[list[made_scans.Picture]], reason: str = ""
) -> list[bytes]:
    """A scan kept of these files, without the pages of other papers: what the files hold."""
    contents = [made_scans.tiff([one.convert("L") for one in file], DPI, "tiff_lzw") for file in files]
    chosen = [ChosenFile(f"{place}.tif", content=one) for place, one in enumerate(contents, 1)]
    tools = ScanTools(ScanReader(), records.folder.files, lambda _version: pdf_of(office, version_id))
    reading = read_scan(office.context, tools, chosen, version_id=version_id)
    assert reading.target is not None
    code = reading.target.code
    pages = tuple(replace(page, left_out=page.code != code) for page in reading.pages)
    scan = ScanImport(version_id=version_id, original=1, reading=replace(reading, pages=pages), reason=reason)
    keep_scan(office.context, scan, store_scan(tools, scan), name="اسکن.pdf")
    return contents


def answer(office: Office, content: bytes) -> tuple[VerifiedPaper, ToldPaper, str]:
    """What is found of a file, and how it is told."""
    found = verify_files(office.context, READING, [ChosenFile("b.tif", content=content)])
    words = told(found)
    return found, words, "\n".join(line for part in words.parts for line in part.lines)


def test_a_source_file_that_lacks_a_page_is_never_the_minutes(press: Office, records: Records) -> None:
    """Its bytes are kept, and what it holds is a part: with a page of another paper in the place of its own."""
    version_id = signed(press)
    pages = made_scans.drawn(pdf_of(press, version_id), DPI)
    assert len(pages) > 1
    paper = minutes_paper(press.context, version_id)
    other = made_scans.drawn(made(PaperKind.MINUTES, replace(paper, imprint=replace(paper.imprint, code=FOREIGN))), DPI)
    first, second = kept_from(press, records, version_id, [[pages[0], other[1], *pages[2:]], [pages[1]]])
    for content, lacks in ((first, "۲"), (second, "۱")):
        found, words, lines = answer(press, content)
        assert found.file is not None
        assert (found.file.evidence, found.file.source) == (FileEvidence.SCANNED_IN_PART, True)
        assert words.worth is Worth.CAUTION
        assert ASSURANCE not in words.next_step
        assert "از فایل‌های اسکن این صورت‌جلسه" in words.verdict
        assert f"صفحهٔ {lacks} در اسکن دیده نشد." in lines
        assert "بایت به بایت" in lines
    assert FOREIGN in answer(press, first)[2]


def test_a_source_file_that_holds_every_page_is_the_scan(press: Office, records: Records) -> None:
    version_id = signed(press)
    (content,) = kept_from(press, records, version_id, [made_scans.drawn(pdf_of(press, version_id), DPI)])
    found, words, _lines = answer(press, content)
    assert found.file is not None
    assert (found.file.evidence, words.worth) == (FileEvidence.KEPT, Worth.GOOD)


def test_the_reason_for_which_the_scan_was_kept_is_told_of_its_source(press: Office, records: Records) -> None:
    version_id = signed(press)
    pages = made_scans.drawn(pdf_of(press, version_id), DPI)
    (content,) = kept_from(press, records, version_id, [[*pages, pages[0]]], REASON)
    found, words, lines = answer(press, content)
    assert found.file is not None
    assert (found.file.evidence, words.worth) == (FileEvidence.KEPT_WITH_REASON, Worth.CAUTION)
    assert REASON in lines
