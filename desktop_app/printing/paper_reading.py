"""Reading of papers that come back as files: words, look, and the document inside; each held against one made anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

import pikepdf
from PIL import Image, ImageChops

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.verifying.paper_codes import PRINTED
from desktop_app.domain.verifying.scanned_text import ScannedText
from desktop_app.domain.verifying.verdicts import ComparedPage
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.printing.pdf.attachment import attached
from desktop_app.services.documents.documents import Paper
from desktop_app.services.verifying.paper_reading import ReadPaper, ScannedPage

_WIDTH: Final = 850
"""Pixels of a page that is looked at: about 100 dots per inch of A4."""
_INK: Final = 96
"""Levels of grey by which a pixel has to differ: edges may be drawn a little otherwise, a stroke is black."""
_FLAVOURS: Final = {("3", "B"): Profile.A_3B, ("2", "B"): Profile.A_2B, ("1", "B"): Profile.A_1B}
_KINDS: Final = {cls.__name__.removesuffix("Document"): kind for kind, cls in DOCUMENTS.items()}
_ABOUT: Final = re.compile(r"(\w+), schema \d+")
_DAY: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z")


class PaperFiles:
    """Files beside the papers that a renderer makes; what it stands for is told at ``PaperReading`` in the services."""

    def __init__(self, renderer: PaperRenderer, bytes_at: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self._renderer, self._bytes_at = renderer, bytes_at

    def content(self, file: ChosenFile) -> bytes:
        """The bytes of a file, of a path as ``bytes_at`` reads them."""
        return file.content if file.path is None else self._bytes_at(file.path)

    def marks(self, files: Sequence[ChosenFile], told: Progress = no_progress) -> Iterator[ScannedPage]:
        """The pages of a scan; what reads pictures is loaded with the first."""
        from desktop_app.printing.scans.scan_reader import ScanReader

        pages = ScanReader().pages(files, told)
        return (ScannedPage(page.mark, page.blank, page.source, page.page) for page in pages)

    def compare_scan(
        self, files: Sequence[ChosenFile], pages: Sequence[ScannedPage], made: bytes, told: Progress = no_progress
    ) -> Iterator[ScannedText]:
        """Page by page; one of each is in memory."""
        from desktop_app.printing.scans.scan_comparison import ComparedPrint, compared_pages

        return compared_pages(ComparedPrint(made), files, pages, told)

    def read(self, content: bytes, told: Progress = no_progress) -> ReadPaper:
        """What a file says; of many pages it takes its time."""
        pages: list[str] = []
        codes: list[tuple[str, ...]] = []
        with PageReader().open(content) as opened:
            for number in range(opened.count):
                pages.append(opened.text(number))
                codes.append(opened.words_at(number, PRINTED))
                told(number + 1, opened.count)
        source, kind = _source(content)
        title, made_at, profile = _about(content)
        return ReadPaper(
            pages=tuple(pages),
            codes=tuple(codes),
            title=title,
            made_at=made_at,
            profile=profile,
            source=source,
            kind=kind,
        )

    def fault(self, file: ChosenFile) -> Refused:
        """Locked, without pages, or damaged; also one that would fill the memory is no sound one."""
        from desktop_app.printing.scans.scan_pdf import opened_pdf

        try:
            with opened_pdf(BytesIO(file.content), file.name):
                return EnvironmentProblem("scan_damaged", name=file.name)
        except EnvironmentProblem as problem:
            return problem

    def make(self, kind: PaperKind, paper: Paper[Any], profile: Profile | None) -> bytes:
        """The same paper made anew."""
        return self._renderer.make(kind, paper, profile)

    def compare(self, content: bytes, made: bytes, told: Progress = no_progress) -> Iterator[ComparedPage]:
        """Page by page."""
        reader = PageReader()
        try:
            one, other = reader.open(content), reader.open(made)
            total = max(one.count, other.count)
            for done, (mine, genuine) in enumerate(zip_longest(range(one.count), range(other.count)), start=1):
                yield _page(one, other, mine, genuine)
                told(done, total)
        finally:
            reader.close()


def _page(file: OpenPdf, made: OpenPdf, mine: int | None, genuine: int | None) -> ComparedPage:
    if mine is None or genuine is None:
        return ComparedPage(
            words=None if mine is None else file.text(mine), made=None if genuine is None else made.text(genuine)
        )
    same_size = file.sizes[mine] == made.sizes[genuine]
    return ComparedPage(
        file.text(mine), made.text(genuine), same_size and _alike(_grey(file, mine), _grey(made, genuine))
    )


def _grey(opened: OpenPdf, page: int) -> Image.Image:
    drawn = opened.pixels(page, _WIDTH)
    return Image.frombytes("RGBA", (drawn.width, drawn.height), drawn.bgra, "raw", "BGRA").convert("L")


def _alike(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    _least, most = ImageChops.difference(one, other).getextrema()
    return not isinstance(most, tuple) and most < _INK


def _source(content: bytes) -> tuple[str, PaperKind | None]:
    """The JSON inside the file and what it is; nothing where there is none that the program could have put there."""
    try:
        found = attached(content)
    except (EnvironmentProblem, AttributeError, KeyError, TypeError, ValueError):
        return "", None
    about = _ABOUT.fullmatch(found.about)
    kind = _KINDS.get(about[1]) if about is not None else None
    if kind is None:
        return "", None
    try:
        return found.content.decode("utf-8"), kind
    except UnicodeDecodeError:
        return "", None


def _about(content: bytes) -> tuple[str, str, Profile | None]:
    """Title, day and archive form, each only where the file says it as the program does."""
    try:
        with pikepdf.open(BytesIO(content)) as opened:
            facts = opened.docinfo
            day = _DAY.fullmatch(str(facts.get("/CreationDate", "")))
            with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                form = (str(metadata.get("pdfaid:part", "")), str(metadata.get("pdfaid:conformance", "")).upper())
            made_at = "{}-{}-{}T{}:{}:{}Z".format(*day.groups()) if day is not None else ""
            return str(facts.get("/Title", "")), made_at, _FLAVOURS.get(form)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError):
        return "", "", None
