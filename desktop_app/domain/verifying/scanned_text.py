"""Text of a scan beside that of its print: what is said of each page, and of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.verifying.verdicts import FileEvidence


class TextSeen(StrEnum):
    """How the print of a scanned page stood to the stored one."""

    SAME = "same"
    """Every letter was found, and none beside them."""
    PARTLY = "partly"
    """The same of all but a few words, which are named: too worn, or written over."""
    FAINT = "faint"
    """The same of what is printed in black; what is printed in grey is too faint to be compared."""
    DOUBTFUL = "doubtful"
    """In a few places there is other ink, or ink is missing: a changed figure, or a blot."""
    OTHER = "other"
    """Whole words are others: it is not the print of this page."""
    UNCLEAR = "unclear"
    """It could not be compared: too faint, too coarse, or not to be laid over the print."""


@dataclass(frozen=True, slots=True)
class ScannedText:
    """One page of a scan; ``places`` are millimetres from the upper edge of the paper, each line once.

    ``unread`` are the words that could not be compared, those with figures first.
    """

    page: int
    seen: TextSeen
    places: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()


def evidence_of(texts: Iterable[ScannedText], *, whole: bool) -> FileEvidence:
    """What a scan shows; ``whole``: its pages are all those of one paper."""
    seen = {one.seen for one in texts}
    if TextSeen.OTHER in seen:
        return FileEvidence.ALTERED
    if TextSeen.DOUBTFUL in seen:
        return FileEvidence.SCANNED_DOUBTFUL
    if not whole:
        return FileEvidence.SCANNED_IN_PART
    if not seen or TextSeen.UNCLEAR in seen:
        return FileEvidence.SCANNED
    if TextSeen.FAINT in seen:
        return FileEvidence.SCANNED_FAINT
    return FileEvidence.SCANNED_PARTLY if TextSeen.PARTLY in seen else FileEvidence.SCANNED_SAME


def nearest(found: Iterable[tuple[ScannedText, ...]]) -> tuple[ScannedText, ...]:
    """Of several ways to make a paper anew the one that the scan is nearest to."""
    return min(found, key=lambda texts: sum(_FARNESS[one.seen] for one in texts), default=())


_FARNESS: Final = {
    TextSeen.SAME: 0,
    TextSeen.PARTLY: 1,
    TextSeen.FAINT: 1,
    TextSeen.DOUBTFUL: 4,
    TextSeen.UNCLEAR: 4,
    TextSeen.OTHER: 8,
}
