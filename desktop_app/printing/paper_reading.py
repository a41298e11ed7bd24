"""Opening of files that come back as papers: a PDF for what it says of itself, a scan for its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.domain.read_models.verified_paper import FoundInPdf
from desktop_app.printing.strangers.client import StrangerFile


class PaperFiles:
    """Files for verifying: bytes as ``bytes_at`` reads them from a path, PDFs and scans opened."""

    def __init__(self, bytes_at: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self._bytes_at = bytes_at

    def content(self, file: ChosenFile) -> bytes:
        """The bytes of a file."""
        return file.content if file.path is None else self._bytes_at(file.path)

    def found_in_pdf(self, content: bytes, told: Progress = no_progress) -> FoundInPdf:
        """What a PDF says of itself, read in a child process; raises ``EnvironmentProblem``."""
        with StrangerFile(ChosenFile("", content=content)) as file:
            (pages, codes, kind), source = file.one("claims", told)
        return FoundInPdf(pages=pages, codes=tuple(map(tuple, codes)), source=source.decode("utf-8"), kind=kind)

    def pages(self, files: Sequence[ChosenFile], told: Progress) -> Iterator[ReadPage]:
        """The pages of a scan; what reads pictures is loaded with the first."""
        from desktop_app.printing.scans.scan_reader import ScanReader

        return ScanReader().pages(files, told)
