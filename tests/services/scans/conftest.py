"""Final minutes with their print, and the tools that read and keep scans of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest

from desktop_app.domain import page_marks
from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.domain.outcome import ScanKept
from desktop_app.domain.read_models.scans import ChosenFile, ScanImport, ScanReading
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.strangers.scan_reader import ScanReader
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.scans.scan_keeping import keep_scan, store_scan
from desktop_app.services.scans.scan_tools import ScanTools, read_scan
from desktop_app.services.versions.signing import sign_all
from tests import made_scans
from tests.printing.minutes_reader import render_context
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

DPI = 120
"""Enough for clean pages, and quick."""


@dataclass
class Scanning:
    """One version of minutes, and scans made of its print."""

    office: Office
    records: Records
    version: int
    most_pages: int = page_marks.MOST_PAGES
    """So many pages a paper may have whose marks say their numbers."""

    @property
    def tools(self) -> ScanTools:
        """What reads and keeps."""
        return ScanTools(ScanReader(), self.records.folder.files, self.print_of)

    def print_of(self, version_id: int) -> bytes:
        """The paper of a version."""
        paper = minutes_paper(self.office.context, version_id)
        return printed(paper.document, paper.imprint, self.most_pages)

    def pages(self, version_id: int = 0) -> list[made_scans.Picture]:
        """The pages of the print as a perfect scanner sees them."""
        return list(drawn(self.print_of(version_id or self.version)))

    def read(self, *pictures: made_scans.Picture, version_id: int = 0) -> ScanReading:
        """A scan of these pages, a file each, held against the version unless another is named."""
        files = [
            ChosenFile(f"برگ {place}.jpg", content=made_scans.jpeg(one, DPI)) for place, one in enumerate(pictures, 1)
        ]
        return read_scan(self.office.context, self.tools, files, version_id=version_id or self.version)

    def keep(self, reading: ScanReading, original: int = 1, reason: str = "", **more: object) -> ScanKept:
        """Store and keep it."""
        asked = ScanImport(version_id=self.version, original=original, reading=reading, reason=reason)
        scan = replace(asked, **more)  # type: ignore[arg-type]
        return keep_scan(self.office.context, scan, store_scan(self.tools, scan), name="اسکن.pdf")

    def sign(self, original: int | None = None) -> None:
        """Everybody signs."""
        sign_all(self.office.context, self.version, MONDAY, original=original, asked=True)


@cache
def printed(document: MinutesDocument, imprint: Imprint, most_pages: int) -> bytes:
    """In the fonts that ship, whatever the office says of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_marks, "MOST_PAGES", most_pages)
        return minutes_pdf.render(replace(document, fonts=()), imprint, render_context())


@cache
def drawn(pdf: bytes) -> Sequence[made_scans.Picture]:
    """Its pages."""
    return made_scans.drawn(pdf, DPI)


@pytest.fixture
def scanning(office: Office, records: Records) -> Scanning:
    """Final minutes with eight signers and two originals."""
    _, version_id = office.written(2)
    office.finalised(version_id)
    return Scanning(office, records, version_id)
