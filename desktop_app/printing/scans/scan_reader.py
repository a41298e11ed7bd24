"""The scanner of the services: pages of chosen files read one after the other, and their archival file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PIL import Image

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, RecognisedBy
from desktop_app.printing.pages import PageReader
from desktop_app.printing.scans.scan_archive import write_archival
from desktop_app.printing.scans.scan_blanks import is_blank
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_files import MOST_PAGES, SeenPage, opened, raw
from desktop_app.printing.scans.scan_marks import find_mark
from desktop_app.printing.scans.scan_pdf import PdfScan

_PICTURE: Final = 640
"""Pixels of the long side of the small picture of a page."""
_CHUNK: Final = 1024 * 1024


class ScanReader:
    """Reads scans; keeps nothing open in between."""

    def fingerprint(self, file: ChosenFile) -> str:
        """The SHA-256 of its bytes."""
        with raw(file) as stream, told_of(file.name):
            digest = hashlib.sha256()
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
            return digest.hexdigest()

    def pages(self, files: Sequence[ChosenFile], told: Progress) -> Iterator[ReadPage]:
        """The pages of the files in their order."""
        total = self._count(files, told)
        done = 0
        told(done, total)
        for source, file in enumerate(files):
            with opened(file) as scan:
                for index in range(scan.count):
                    seen = scan.page(index, partial(told, done, total))
                    with told_of(file.name):
                        page = _read(seen, source, index)
                    del seen
                    yield page
                    done += 1
                    told(done, total)

    def page_count(self, pdf: bytes) -> int:
        """How many pages a print has."""
        with PageReader().open(pdf) as printed:
            return printed.count

    def write_archival(
        self, files: Sequence[ChosenFile], pages: Sequence[ReadPage], target: Path, told: Progress
    ) -> bool:
        """One PDF of these pages."""
        return write_archival(files, pages, target, told)

    def _count(self, files: Sequence[ChosenFile], told: Progress) -> int:
        """All pages that there are; so what cannot be opened is told before the first page is read."""
        total = 0
        for file in files:
            with opened(file) as scan:
                total += scan.count
                if isinstance(scan, PdfScan):
                    scan.look_through(partial(told, 0, total))
            if total > MOST_PAGES:
                raise RuleBroken("scan_too_many_pages", name=file.name, most=MOST_PAGES)
        return total


def _read(seen: SeenPage, source: int, index: int) -> ReadPage:
    found = find_mark(seen.image)
    mark = found.mark if found is not None else None
    return ReadPage(
        source=source,
        page=index,
        width=seen.width,
        height=seen.height,
        dpi=seen.dpi,
        turn=found.turn if found is not None else seen.turn,
        blank=mark is None and is_blank(seen.image, seen.image_dpi),
        mark=mark,
        code=mark.code if mark is not None else "",
        number=mark.page if mark is not None else 0,
        recognised=RecognisedBy.MARK if mark is not None else None,
        picture=_small(seen.image),
    )


def _small(image: Image.Image) -> bytes:
    share = _PICTURE / max(image.size)
    small = image.resize(
        (max(1, round(image.width * share)), max(1, round(image.height * share))), Image.Resampling.BOX
    )
    out = io.BytesIO()
    small.save(out, "PNG", compress_level=3)
    return out.getvalue()
