"""Tools of the services of scans: what they need of printing and of the store; ``wiring.scan_tools`` brings them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.domain.rules.files import StoredFile


class Scanner(Protocol):
    """Reads scans and makes their archival file, off the thread of the window; one page is in memory at a time."""

    def fingerprint(self, file: ChosenFile) -> str:
        """The SHA-256 of its bytes; raises as reading does."""
        ...

    def pages(self, files: Sequence[ChosenFile], told: Progress) -> Iterator[ReadPage]:
        """The pages of the files as they come; raises ``EnvironmentProblem`` with the ``name`` of the file."""
        ...

    def page_count(self, pdf: bytes) -> int:
        """How many pages a print has."""
        ...

    def write_archival(
        self, files: Sequence[ChosenFile], pages: Sequence[ReadPage], target: Path, told: Progress
    ) -> bool:
        """Write one PDF of these pages, without loss; equal pages give equal bytes. Whether it has the archive form."""
        ...


class ScanStore(Protocol):
    """The store of files as scans need it."""

    def take(self, source: Path, told: Progress) -> StoredFile:
        """Keep a copy of a file of the machine."""
        ...

    def take_bytes(self, content: bytes, name: str = "") -> StoredFile:
        """Keep bytes at hand."""
        ...

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of a hash lie."""
        ...


@dataclass(frozen=True, slots=True)
class ScanTools:
    """The scanner, the store, and the PDF of a version's paper as it was printed, or as it would print again."""

    scanner: Scanner
    store: ScanStore
    print_of: Callable[[int], bytes]
