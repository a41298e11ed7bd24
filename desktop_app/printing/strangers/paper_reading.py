"""Reading of papers for verification (PDF or scan), and checks whether a file is undamaged.

The child process judges whether an attached file can be looked at. What cannot be judged is sound: of a text, a sheet
or an unknown kind of file nobody here draws anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.domain.read_models.verified_paper import FoundInPdf
from desktop_app.domain.rules.files import OTHER, PDF, PICTURES, FileDoubt
from desktop_app.printing.stranger_files import NOT_FINISHED, StrangerFile

_KNOWN_BY_NAME: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp"})
_OF_OFFICE: Final = b"PK\x03\x04"
"""Begins an archive, and so every newer document of an office program."""


def doubt_of(content: bytes, media_type: str, name: str, progress: Progress = no_progress) -> FileDoubt | None:
    """Return what is wrong with a file, or None; ``progress`` is called for every page and may cancel."""
    if media_type != PDF and media_type not in PICTURES:
        # what begins as an archive and has no list of parts, or is called a picture and is none, was cut or overwritten
        named = PurePath(name).suffix.lower() in _KNOWN_BY_NAME
        return FileDoubt.TORN if media_type == OTHER and (content.startswith(_OF_OFFICE) or named) else None
    try:
        with StrangerFile(ChosenFile(name, content=content)) as file:
            doubt, _none = file.one("doubt", progress)
    except EnvironmentProblem as problem:
        if problem.key != NOT_FINISHED:
            raise
        return FileDoubt.TOO_MUCH
    return FileDoubt(doubt) if doubt is not None else None


_KINDS: Final = {cls.__name__.removesuffix("Document"): kind.value for kind, cls in DOCUMENTS.items()}
_ABOUT: Final = re.compile(r"(\w+), schema \d+")


class PaperFiles:
    """Files to verify: ``bytes_at`` reads bytes of a path; PDFs and scans are opened in a child process."""

    def __init__(self, bytes_at: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self._bytes_at = bytes_at

    def content(self, file: ChosenFile) -> bytes:
        """Return the bytes of a file."""
        return file.content if file.path is None else self._bytes_at(file.path)

    def found_in_pdf(self, content: bytes, progress: Progress = no_progress) -> FoundInPdf:
        """Return what :func:`found_in_pdf` reads."""
        return found_in_pdf(content, progress)

    def pages(self, files: Sequence[ChosenFile], progress: Progress) -> Iterator[ReadPage]:
        """Yield the pages of a scan; the modules for pictures are loaded with the first."""
        from desktop_app.printing.strangers.scan_reader import ScanReader

        return ScanReader().pages(files, progress)


def found_in_pdf(content: bytes, progress: Progress = no_progress) -> FoundInPdf:
    """Return the codes and the attached document of a PDF, read in a child process.

    Raises ``EnvironmentProblem``: ``pdf_unreadable``, or ``file_not_finished`` for one that passes the limits.
    """
    try:
        with StrangerFile(ChosenFile("", content=content)) as file:
            (pages, codes, about), source = file.one("paper", progress)
    except EnvironmentProblem as problem:
        if problem.key == NOT_FINISHED:
            raise
        raise EnvironmentProblem("pdf_unreadable") from problem
    found = _ABOUT.fullmatch(about)
    kind = _KINDS.get(found[1], "") if found is not None else ""
    try:
        text = source.decode("utf-8") if kind else ""
    except UnicodeDecodeError:
        text, kind = "", ""
    return FoundInPdf(pages=pages, codes=tuple(map(tuple, codes)), source=text, kind=kind)
