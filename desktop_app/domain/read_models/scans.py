"""Scans: chosen files, their pages, findings about them, and the kept scans of a version.

A reading is made off the thread of the window and holds no file open. The operator changes it by
``dataclasses.replace``: the order of the pages, their turns, pages left out; it is judged again after each change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.domain.page_marks import PageMark
from desktop_app.domain.rules.minutes import MinutesState


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file that the operator chose, dropped or pasted; ``content`` holds the bytes of a file without a path."""

    name: str
    path: Path | None = None
    content: bytes = b""
    sha256: str = ""
    """Of the bytes that were read; empty before that."""


class RecognisedBy(StrEnum):
    """How the page number of a scanned page was recognised."""

    MARK = "mark"
    """Its QR mark was read."""
    TYPED = "typed"
    """The operator typed the code, or the number of the page."""


class PaperOf(StrEnum):
    """The kind of paper that a code belongs to."""

    MINUTES = "minutes"
    INVITATION = "invitation"
    OUTGOING = "outgoing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPaper:
    """A paper of this office, identified by its code.

    ``version_id``, ``version`` and ``state`` are those of minutes and empty for other papers; ``newest`` is the number
    of the newest version with a paper; ``pages`` is how many the printed paper has, 0 where nobody has asked.
    """

    code: str
    kind: PaperOf
    meeting_id: int = 0
    meeting_number: int = 0
    version_id: int = 0
    version: int = 0
    state: MinutesState | None = None
    newest: int = 0
    pages: int = 0
    originals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page of a scan.

    ``source`` is the place of its file among the chosen ones and ``page`` its place in that file, both from 0.
    ``width`` and ``height`` are pixels as they lie in the file, ``dpi`` what they say of themselves or 0. ``turn``
    counts the quarter turns clockwise that put it upright. ``picture`` is a small PNG of the page as it lies, unturned.
    ``number`` is the page of the paper, from 1, or 0 where it is not known; ``code`` that of the paper, or empty.
    """

    source: int
    page: int
    width: int
    height: int
    dpi: int = 0
    turn: int = 0
    blank: bool = False
    """Nothing but paper was found on it; it is offered to be left out, never left out by itself."""
    left_out: bool = False
    """The operator leaves it out of the archival file; a file of which another page is kept is kept whole."""
    mark: PageMark | None = None
    """What its QR mark says, whosever it is; never changed by hand."""
    code: str = ""
    number: int = 0
    recognised: RecognisedBy | None = None
    picture: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReading:
    """The result of reading a scan: the files, the pages in paper order, and the expected paper.

    ``target`` is the paper of a version of minutes, with how many pages it has.
    """

    files: tuple[ChosenFile, ...]
    pages: tuple[ReadPage, ...]
    target: CodedPaper

    @property
    def kept(self) -> tuple[ReadPage, ...]:
        """The pages for the archival file."""
        return tuple(page for page in self.pages if not page.left_out)


class FindingWeight(StrEnum):
    """The severity of a finding, highest first."""

    REFUSAL = "refusal"
    """The scan is not kept as it is."""
    REASON = "reason"
    """It is kept when the operator writes why."""
    NOTICE = "notice"
    """Only shown."""


class ScanFindingKind(StrEnum):
    """The kinds of finding about a scan before it is stored."""

    NO_PAGES = "no_pages"
    """Nothing is left of the scan."""
    NO_PAPER_OF_OURS = "no_paper_of_ours"
    """No page was recognised as one of these minutes."""
    WITHDRAWN = "withdrawn"
    """The version that the scan is for was withdrawn."""
    OTHER_MINUTES = "other_minutes"
    """Pages belong to the minutes of another meeting."""
    OTHER_VERSION = "other_version"
    """Pages belong to another version of these minutes."""
    STRANGE_PAPER = "strange_paper"
    """Pages belong to another paper of this office, such as an invitation, or bear a code that no paper of it has."""
    PAGE_MISSING = "page_missing"
    """Pages of the paper are not among them."""
    PAGE_TWICE = "page_twice"
    """The same page of the paper is there more than once."""
    MORE_PAGES = "more_pages"
    """The scan has more pages than the paper."""
    UNKNOWN_PAGE = "unknown_page"
    """Pages of which nobody has said which page of the paper they are."""
    SUPERSEDED = "superseded"
    """The version that the scan is for has a newer one."""
    BLANK_PAGE = "blank_page"
    """Pages on which nothing stands; offered to be left out."""


_K = ScanFindingKind
_REFUSALS: Final = frozenset({_K.NO_PAGES, _K.NO_PAPER_OF_OURS, _K.WITHDRAWN, _K.OTHER_MINUTES, _K.OTHER_VERSION})
_NOTICES: Final = frozenset({_K.SUPERSEDED, _K.BLANK_PAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFinding:
    """One finding; ``places`` are page indexes in the reading, from 0.

    ``numbers`` are pages of the paper (missing ones, those that came twice); ``count`` is how many are missing or too
    many; ``paper`` is the paper that pages belong to instead, ``None`` for a code that no paper has.
    """

    kind: ScanFindingKind
    places: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    count: int = 0
    paper: CodedPaper | None = None

    @property
    def weight(self) -> FindingWeight:
        """The severity of the finding."""
        if self.kind in _REFUSALS:
            return FindingWeight.REFUSAL
        return FindingWeight.NOTICE if self.kind in _NOTICES else FindingWeight.REASON


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanJudgement:
    """The findings, most severe first, and the effects of keeping the scan.

    ``provisional``: names are missing on this original by what is recorded, so the scan only stands until a later one.
    ``archives``: it is the last scan that is missing, and the minutes become archived. ``replaces``: the original has a
    scan already, which stays in its list and no longer counts.
    """

    findings: tuple[ScanFinding, ...] = ()
    provisional: bool = False
    archives: bool = False
    replaces: bool = False

    @property
    def refused(self) -> bool:
        """Whether the scan cannot be kept in this state."""
        return any(one.weight is FindingWeight.REFUSAL for one in self.findings)

    @property
    def needs_reason(self) -> bool:
        """Whether the operator must give a reason for keeping the scan."""
        return any(one.weight is FindingWeight.REASON for one in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanImport:
    """A request to keep a scan: the reading, the original, and the typed reason."""

    version_id: int
    original: int
    reading: ScanReading
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScan:
    """The kept scan of one original: its archival file and the chosen files, as link ids.

    ``scan`` numbers the scans of a version from 1. ``archival``: the file has the archive form PDF/A-2b. ``pages`` is
    how many the archival file has.
    """

    scan: int
    original: int
    link_id: int
    source_links: tuple[int, ...]
    pages: int
    archival: bool
    provisional: bool
    reason: str
    day: date
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansSheet:
    """The scans of a version by original, newest last; ``missing`` lists the originals without a scan.

    ``can_import``: minutes in this state take scans.
    """

    version_id: int
    originals: int
    scans: tuple[KeptScan, ...] = ()
    missing: tuple[int, ...] = ()
    can_import: bool = False

    def of(self, original: int) -> KeptScan | None:
        """The newest scan of an original, which is the valid one."""
        return next((one for one in reversed(self.scans) if one.original == original), None)
