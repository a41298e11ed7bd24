"""Opening of files that come back as papers: a PDF for what it says of itself, a scan for its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.domain.read_models.verified_paper import FoundInPdf
from desktop_app.domain.verifying.paper_codes import PRINTED
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.attachment import attached
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of

_KINDS: Final = {cls.__name__.removesuffix("Document"): kind.value for kind, cls in DOCUMENTS.items()}
_ABOUT: Final = re.compile(r"(\w+), schema \d+")


class PaperFiles:
    """Files for verifying: bytes as ``bytes_at`` reads them from a path, PDFs and scans opened."""

    def __init__(self, bytes_at: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self._bytes_at = bytes_at

    def content(self, file: ChosenFile) -> bytes:
        """The bytes of a file."""
        return file.content if file.path is None else self._bytes_at(file.path)

    def found_in_pdf(self, content: bytes, told: Progress = no_progress) -> FoundInPdf:
        """As :func:`found_in_pdf`."""
        return found_in_pdf(content, told)

    def pages(self, files: Sequence[ChosenFile], told: Progress) -> Iterator[ReadPage]:
        """The pages of a scan; what reads pictures is loaded with the first."""
        from desktop_app.printing.scans.scan_reader import ScanReader

        return ScanReader().pages(files, told)


def found_in_pdf(content: bytes, told: Progress = no_progress) -> FoundInPdf:
    """What a PDF says of itself; raises ``EnvironmentProblem("pdf_unreadable")``, also for one beyond all bounds."""
    if bounds_of(content, told) is not Bounds.HELD:
        raise EnvironmentProblem("pdf_unreadable")
    codes: list[tuple[str, ...]] = []
    with PageReader().open(content) as opened:
        count = opened.count
        for number in range(count):
            if opened.text(number).strip():
                codes.append(opened.words_at(number, PRINTED))
            told(number + 1, count)
    source, kind = _source(content)
    return FoundInPdf(pages=count, codes=tuple(codes), source=source, kind=kind)


def _source(content: bytes) -> tuple[str, str]:
    """The JSON inside the file and its kind; nothing where there is none that the program could have put there."""
    try:
        found = attached(content)
        about = _ABOUT.fullmatch(found.about)
        kind = _KINDS.get(about[1], "") if about is not None else ""
        return (found.content.decode("utf-8"), kind) if kind else ("", "")
    except (EnvironmentProblem, AttributeError, KeyError, TypeError, ValueError):
        return "", ""
