"""Scan reader for the services: pages of chosen files, and their archival PDF.

Each file is opened in a child process alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing import stranger_files as client
from desktop_app.printing.pages import PageReader
from desktop_app.printing.scans.scan_raw import open_bytes
from desktop_app.printing.stranger_files import NOT_FINISHED, Answer, StrangerFile
from desktop_app.printing.strangers.jobs import read_page

_CHUNK: Final = 1024 * 1024


class ScanReader:
    """Reads scans; keeps no file open between calls."""

    def fingerprint(self, file: ChosenFile) -> str:
        """Return SHA-256 of the file's bytes."""
        digest = hashlib.sha256()
        with open_bytes(file) as stream:
            try:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
            except OSError as error:
                raise EnvironmentProblem("scan_damaged", name=file.name) from error
        return digest.hexdigest()

    def pages(self, files: Sequence[ChosenFile], progress: Progress) -> Iterator[ReadPage]:
        """Yield the pages of the files in order; an unopened file counts as one page in the total."""
        most, far = client.LIMITS.pages, [0, len(files)]
        for source, file in enumerate(files):
            before, later = far[0], len(files) - source - 1
            for answer, picture in _asked(file, lambda _done, _all: progress(*far)):
                far[1] = before + answer["of"] + later
                if far[1] > most:
                    raise RuleBroken("scan_too_many_pages", name=file.name, most=most)
                yield read_page(answer["read"], picture, source)
                far[0] += 1
                progress(*far)

    def page_count(self, pdf: bytes) -> int:
        """Return the number of pages of a printed PDF."""
        with PageReader().open(pdf) as printed:
            return printed.count

    def write_archival(
        self, files: Sequence[ChosenFile], pages: Sequence[ReadPage], target: Path, progress: Progress
    ) -> bool:
        """Write one PDF of these pages; return whether it is PDF/A."""
        made = [(one.source, one.page, one.width, one.height, one.dpi, one.turn) for one in pages]
        with StrangerFile(*files) as scan:
            has_form, _none = scan.one("archival", progress, pages=made, target=str(target.absolute()))
        return bool(has_form)


def _asked(file: ChosenFile, progress: Progress) -> Iterator[Answer]:
    with open_bytes(file):
        # the file is there, and of a size that is opened
        pass
    with StrangerFile(file) as scan:
        try:
            yield from scan.ask("scan", progress)
        except EnvironmentProblem as problem:
            if problem.key != NOT_FINISHED:
                raise
            raise EnvironmentProblem("scan_not_finished", name=file.name) from problem
