"""The verdict on a paper: one of six, from its records and from the bytes of its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from desktop_app.domain.rules.in_force import Version, in_force
from desktop_app.domain.rules.minutes import MinutesState


class PaperVerdict(StrEnum):
    """What can be said of a paper that somebody brings."""

    SAME = "same"
    """The file has the bytes of one that is kept, and its paper holds: the one verdict to rely on."""
    KEPT = "kept"
    """The file has the bytes of one that is kept, which is not the whole paper or is an attachment."""
    HOLDS = "holds"
    """A paper of the records that holds; the text in hand is for the eye."""
    NOT_IN_FORCE = "not_in_force"
    """A paper of the records, or a draft, that does not hold; :class:`Lapse` says why."""
    DIFFERS = "differs"
    """The document inside the file, or the recorded text, is not the one of its code."""
    UNKNOWN = "unknown"
    """No paper of these records."""


class Lapse(StrEnum):
    """Why a paper does not hold."""

    DRAFT = "draft"
    UNSIGNED = "unsigned"
    """Signatures are missing."""
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    STRUCK = "struck"
    """The record of sending a letter was taken back."""
    SOURCE_GONE = "source_gone"
    """The minutes that an extract quotes do not hold."""


class Clue(StrEnum):
    """What names the paper."""

    CODE = "code"
    NUMBER = "number"
    DOCUMENT = "document"
    """The document inside a PDF."""
    BYTES = "bytes"
    CHAIN = "chain"
    """A hash of the chain of records, printed beside the code."""
    NONE = "none"


class KeptAs(StrEnum):
    """What a kept file is to its paper."""

    PRINT = "print"
    SCAN = "scan"
    SCAN_SOURCE = "scan_source"
    """A file that a scan was made of."""
    LETTER = "letter"


class RecordedPaper(Protocol):
    """A paper of the records, as the verdict sees it."""

    @property
    def recorded(self) -> bool:
        """False for a letter of a file that no record keeps."""

    @property
    def genuine(self) -> bool:
        """Whether the recorded text is the one of its hash."""

    @property
    def lapse(self) -> Lapse | None:
        """None while it holds."""


class BroughtFile(Protocol):
    """A file, as the verdict sees it."""

    @property
    def kept(self) -> KeptAs | None:
        """None for a file that is not kept, or is an attachment."""

    @property
    def whole(self) -> bool:
        """Whether the kept file is the whole paper."""

    @property
    def attached(self) -> int:
        """How many records have the file as an attachment."""

    @property
    def agrees(self) -> bool | None:
        """Whether the document inside the file is the recorded one; None where there is none to compare."""


def verdict_of(
    papers: Sequence[RecordedPaper], file: BroughtFile | None, *, sample: bool = False
) -> tuple[PaperVerdict, Lapse | None]:
    """The verdict on the papers that one question names, and why they do not hold; nobody relies on a sample."""
    if not papers or not all(one.recorded for one in papers):
        return _verdict_of_attachment(file), None
    differs = file is not None and file.agrees is False
    if differs or not all(one.genuine for one in papers):
        return PaperVerdict.DIFFERS, None
    lapse = next((one.lapse for one in papers if one.lapse is not None), None)
    if lapse is not None:
        return PaperVerdict.NOT_IN_FORCE, lapse
    return _verdict_of_bytes(file, sample=sample), None


def _verdict_of_attachment(file: BroughtFile | None) -> PaperVerdict:
    """Of no recorded paper: the file may still be kept as an attachment."""
    return PaperVerdict.KEPT if file is not None and file.attached else PaperVerdict.UNKNOWN


def _verdict_of_bytes(file: BroughtFile | None, *, sample: bool) -> PaperVerdict:
    """Of papers that hold: what the file, if any, adds by its bytes."""
    if file is None or file.kept is None:
        return PaperVerdict.HOLDS
    return PaperVerdict.SAME if file.whole and not sample else PaperVerdict.KEPT


def reliable(verdict: PaperVerdict, *, file: bool) -> bool:
    """Whether a command ends well: a file has to have the bytes of a kept one, of a code it is enough to hold."""
    return verdict is PaperVerdict.SAME or (verdict is PaperVerdict.HOLDS and not file)


def lapse_of(version: Version, versions: Iterable[Version], *, missing: int) -> Lapse | None:
    """Why a version of minutes does not hold; ``missing`` counts the signers who have not signed everything.

    The draft of a correction changes nothing.
    """
    if version.state == MinutesState.WITHDRAWN:
        return Lapse.WITHDRAWN
    if version.state in (MinutesState.DRAFT, MinutesState.REVIEW, MinutesState.DROPPED):
        return Lapse.DRAFT
    holds = in_force(versions)
    if version.state == MinutesState.AMENDED or (holds is not None and holds.version != version.version):
        return Lapse.CORRECTED
    return Lapse.UNSIGNED if missing or version.state == MinutesState.FINAL else None
