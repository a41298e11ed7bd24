"""Verdicts on a paper, one of six, what names the paper, and why it does not hold."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

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
