"""The result of verifying a paper: the verdict, the recorded paper, and the facts of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, PaperVerdict, StoredAs


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInPdf:
    """Codes and embedded document read from a PDF file.

    ``codes`` are those printed on each page that has words. ``source`` is the JSON of the document inside the file and
    ``kind`` its key of :class:`PaperKind`; both are empty where there is none of the program's.
    """

    pages: int
    codes: tuple[tuple[str, ...], ...] = ()
    source: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedFile:
    """The file that was verified; ``sha256`` is empty for several files that are pages of one scan.

    ``marks`` are the pages of the paper whose marks were read, of ``total``; ``total`` is 0 where no mark says it.
    """

    sha256: str = ""
    pages: int = 0
    kept: StoredAs | None = None
    whole: bool = False
    """The kept file is the whole paper: a print, or a scan about which nothing was found."""
    kept_at: str = ""
    """Instant of the print."""
    reason: str = ""
    """Why a scan was kept although something was found about it."""
    attached: int = 0
    """How many records have this very file as an attachment."""
    agrees: bool | None = None
    """Whether the document inside the file has the recorded hash; None where there is none to compare."""
    kind: str = ""
    """Kind of the document inside the file."""
    scanned: bool = False
    marks: tuple[int, ...] = ()
    total: int = 0
    unread: int = 0
    """Pages that are not blank and whose mark was not read."""
    other_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedMinutes:
    """One version of minutes; ``holds`` is the version in force and ``holds_id`` its id, 0 for none."""

    version_id: int
    number: int
    day: date | None
    version: int
    state: str
    inquorate: bool
    signed: int
    """Signers who have signed every original."""
    signers: int
    signed_on: date | None
    """The day of the last signature."""
    holds: int
    holds_id: int
    lapse: InvalidReason | None
    genuine: bool = True
    recorded: bool = True
    taken_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLetter:
    """An outgoing letter; ``outgoing_id`` or ``invitation_id`` is the id of its record, 0 for none."""

    addressee: str
    number: str
    day: date | None = None
    subject: str = ""
    kind: str = ""
    """Empty for a letter that was made elsewhere."""
    year: int = 0
    row: int = 0
    meeting_id: int = 0
    outgoing_id: int = 0
    invitation_id: int = 0
    lapse: InvalidReason | None = None
    genuine: bool = True

    @property
    def recorded(self) -> bool:
        """Whether the letter is in the records."""
        return bool(self.outgoing_id or self.invitation_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPaper:
    """The result; ``code`` is the code that was read, empty for none, ``nearest`` a known code one letter away."""

    verdict: PaperVerdict
    clue: IdentifiedBy
    lapse: InvalidReason | None = None
    code: str = ""
    nearest: str = ""
    sample: bool = False
    minutes: VerifiedMinutes | None = None
    letters: tuple[VerifiedLetter, ...] = ()
    file: VerifiedFile | None = None


@dataclass(frozen=True, slots=True)
class VerificationText:
    """The result in words: headline, facts, and details shown on demand."""

    verdict: PaperVerdict
    headline: str
    facts: tuple[str, ...]
    details: tuple[str, ...] = ()


def verdict_of(
    papers: Sequence[VerifiedMinutes | VerifiedLetter], file: VerifiedFile | None, *, sample: bool = False
) -> tuple[PaperVerdict, InvalidReason | None]:
    """Return the verdict on some papers, and why they are not valid; a sample is never valid."""
    if not papers or not all(one.recorded for one in papers):
        return _verdict_of_attachment(file), None
    differs = file is not None and file.agrees is False
    if differs or not all(one.genuine for one in papers):
        return PaperVerdict.DIFFERS, None
    lapse = next((one.lapse for one in papers if one.lapse is not None), None)
    if lapse is not None:
        return PaperVerdict.NOT_IN_FORCE, lapse
    return _verdict_of_bytes(file, sample=sample), None


def _verdict_of_attachment(file: VerifiedFile | None) -> PaperVerdict:
    """Return the verdict for a file of no recorded paper; the file may be a kept attachment."""
    return PaperVerdict.KEPT if file is not None and file.attached else PaperVerdict.UNKNOWN


def _verdict_of_bytes(file: VerifiedFile | None, *, sample: bool) -> PaperVerdict:
    """Return the verdict for valid papers from the bytes of the file, if any."""
    if file is None or file.kept is None:
        return PaperVerdict.HOLDS
    return PaperVerdict.SAME if file.whole and not sample else PaperVerdict.KEPT
