"""The answer about one paper: what it is, whether it holds now, what differs, what was compared, who signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.documents.amendment_lines import ChangeLine
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import PaperOf
from desktop_app.domain.verifying.scanned_text import ScannedText
from desktop_app.domain.verifying.verdicts import FileEvidence, KeptState, PageDifference, PaperStanding, Worth


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A record by the code on its paper; ``kind`` is None for a link of the chain.

    Of a link ``id`` is the version of minutes whose paper shows it, 0 for none.
    """

    code: str
    kind: PaperOf | None
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPages:
    """What the marks on a scan say: pages of the paper that were found, of ``total`` (0 where no mark says it)."""

    found: tuple[int, ...] = ()
    total: int = 0
    unread: int = 0
    """Pages of the scan that are not blank and whose mark could not be read."""
    other_codes: tuple[str, ...] = ()
    """Codes of other papers among the pages."""
    texts: tuple[ScannedText, ...] = ()
    """How the text of each page stood to the print; none where there was no print to hold it against."""

    @property
    def missing(self) -> tuple[int, ...]:
        """Pages of the paper that no mark names."""
        return tuple(one for one in range(1, self.total + 1) if one not in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCompared:
    """A file against what is kept, or against the paper made anew."""

    sha256: str
    evidence: FileEvidence
    pages: int = 0
    differing: tuple[PageDifference, ...] = ()
    source_differs: bool = False
    """The document inside it is not the one that its code is of."""
    kept_at: str = ""
    """The instant of the print whose bytes it has; empty for a file that was attached."""
    reason: str = ""
    """Why it was kept as it is, of a scan about which something was found."""
    source: bool = False
    """It is kept as a file that a scan was made of; pages of it may have been left out."""
    why: Refused | None = None
    """The refusal for which nothing was compared."""
    scan: ScannedPages | None = None
    attached: int = 0
    """Of how many records this very file is an attachment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedSigner:
    """A signer, and the day on which each original was signed; ``notes`` were written beside the name by hand."""

    name: str
    post: str
    signed: tuple[tuple[int, date], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """A file that is kept of minutes: a print for the pen by its instant, a scan by its name."""

    at: str = ""
    name: str = ""
    state: KeptState


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedMinutes:
    """One version of minutes; ``holds`` is the version that holds now, itself or another, None for none."""

    version_id: int
    meeting_id: int
    number: int
    day: date | None
    version: int
    correction: int
    """Which correction it is, from 1; 0 for none."""
    inquorate: bool
    state: str
    finalised_at: str
    originals: int
    signers: tuple[VerifiedSigner, ...]
    printings: int
    """How many copies were printed."""
    holds: int | None
    holds_id: int
    holds_code: str
    holds_state: str = ""
    ended_at: str = ""
    ended_by: str = ""
    reason: str = ""
    changes: tuple[ChangeLine, ...] | None = ()
    """What the version that holds says otherwise; None where the two cannot be compared."""
    kept: tuple[KeptPaper, ...] = ()
    begun: int = 0
    """The version of a draft that is being written to take its place; 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLetter:
    """A letter that went out, by its record."""

    addressee: str
    number: str
    day: date
    meeting: int | None = None
    meeting_id: int = 0
    subject: str = ""
    line: int = 0
    """Of the register of outgoing papers, where it stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLetter:
    """A letter by its number in the register of outgoing papers, where it has its ``line``.

    ``kind`` is None for one that was made elsewhere.
    """

    letter: VerifiedLetter
    standing: PaperStanding
    kind: PaperKind | None
    line: int
    year: int
    row: int
    files: tuple[KeptPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperClaims:
    """What a file says of itself, which nobody vouches for; ``kind`` is a key of :class:`PaperKind`."""

    kind: str = ""
    committee: str = ""
    number: int = 0
    day: str = ""
    version: int = 0
    other_committee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedResolution:
    """A resolution as an extract tells it: whether the minutes it names say the same, and those that hold now."""

    number: str
    as_source: bool
    as_now: bool
    signed: bool = False
    """The minutes that hold now have every signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLetter:
    """One of the letters in a file, and how it stands in the register; ``row`` is 0 where it has none there."""

    addressee: str
    number: str
    standing: PaperStanding
    row: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPaper:
    """The answer; ``code`` is empty where none was found, ``exact`` is False where a letter was taken for another."""

    standing: PaperStanding
    code: str = ""
    exact: bool = True
    turned: bool = False
    """The parts of the code were typed in the opposite order, as they are copied from a PDF."""
    nearest: str = ""
    """The one known code that differs from the unknown one in a single letter."""
    sample: bool = False
    minutes: VerifiedMinutes | None = None
    letter: VerifiedLetter | None = None
    numbered: tuple[NumberedLetter, ...] = ()
    """The letters that bear the number that was typed."""
    letters: tuple[FileLetter, ...] = ()
    """Those in the file, each by itself."""
    claims: PaperClaims | None = None
    resolutions: tuple[VerifiedResolution, ...] = ()
    file: FileCompared | None = None


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A part of the answer in words: its heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldPaper:
    """The answer in words, as the window and the command line tell it: the verdict, what to do now, and the reasons."""

    worth: Worth
    verdict: str
    next_step: str
    parts: tuple[ToldPart, ...]
