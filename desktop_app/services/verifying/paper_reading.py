"""Protocol of what verifying needs of PDF files; :mod:`desktop_app.printing.paper_reading` reads and draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop_app.domain.documents.page_marks import PageMark
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.verifying.scanned_text import ScannedText
from desktop_app.domain.verifying.verdicts import ComparedPage
from desktop_app.services.documents.documents import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    """A PDF file as it tells of itself; ``source`` is the JSON of the document inside it, empty for none."""

    pages: tuple[str, ...]
    """The words of each page."""
    codes: tuple[tuple[str, ...], ...] = ()
    """The codes that each page shows."""
    title: str = ""
    made_at: str = ""
    """UTC text, empty where it says nothing that can be read."""
    profile: Profile | None = None
    source: str = ""
    kind: PaperKind | None = None
    """What ``source`` is."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a scan: what its mark says, None where none was read."""

    mark: PageMark | None
    blank: bool = False
    source: int = 0
    """The place of its file among the chosen ones."""
    page: int = 0
    """Its place in that file, from 0."""


class PaperReading(Protocol):
    """Reads files, and makes papers anew to hold them against."""

    def read(self, content: bytes, told: Progress = no_progress) -> ReadPaper:
        """What a file says, page by page; raises ``EnvironmentProblem("pdf_unreadable")``."""

    def fault(self, file: ChosenFile) -> Refused:
        """Why a PDF cannot be read, with the name of the file, whose bytes are at hand."""

    def make(self, kind: PaperKind, paper: Paper[Any], profile: Profile | None) -> bytes:
        """The same paper as this program makes it; raises ``Refused``."""

    def content(self, file: ChosenFile) -> bytes:
        """The bytes of a file; raises ``Refused`` where there are none."""

    def marks(self, files: Sequence[ChosenFile], told: Progress = no_progress) -> Iterator[ScannedPage]:
        """The pages of a scan; raises ``Refused`` for what is none."""

    def compare_scan(
        self, files: Sequence[ChosenFile], pages: Sequence[ScannedPage], made: bytes, told: Progress = no_progress
    ) -> Iterator[ScannedText]:
        """The text of pages whose marks say their number, each beside that page of the paper."""

    def compare(self, content: bytes, made: bytes, told: Progress = no_progress) -> Iterator[ComparedPage]:
        """Page by page, both files side by side."""
