"""Rules of the verdict on a paper: what a version is worth now, and what the pages of a file show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.documents.amendment_lines import ChangeMark, ChangePiece
from desktop_app.domain.rules.amendments import word_pieces
from desktop_app.domain.rules.in_force import Version, in_force
from desktop_app.domain.rules.minutes import MinutesState


class PaperStanding(StrEnum):
    """What a paper is worth now."""

    IN_FORCE = "in_force"
    """The minutes that hold, with every signature."""
    UNSIGNED = "unsigned"
    """The minutes that hold; signatures are missing."""
    CORRECTED = "corrected"
    """A correction took its place."""
    WITHDRAWN = "withdrawn"
    SENT = "sent"
    """A letter as it went out."""
    REGISTERED = "registered"
    """A letter that stands in the register under the number that was typed."""
    STRUCK = "struck"
    """A letter whose record was taken back."""
    TAKEN_OVER = "taken_over"
    """The kept scan of minutes from before the records began here."""
    CHAIN = "chain"
    """A code of the chain of records, and not of a text."""
    CITING = "citing"
    """A paper that tells of minutes, such as an extract."""
    CITING_RIGHTLY = "citing_rightly"
    """The same, and each resolution that it tells is that of the signed minutes, and of those that hold now."""
    DRAFT = "draft"
    """Minutes without a code: a draft."""
    UNKEPT = "unkept"
    """A paper of this program that no record keeps."""
    FALSIFIED = "falsified"
    """The code is known, but what is recorded under it is no longer what was frozen."""
    UNKNOWN = "unknown"
    """A code that is none of these records'."""
    FOREIGN = "foreign"
    """Nothing on it tells that it came from this program."""


class FileEvidence(StrEnum):
    """What a file was held against, and how it stood."""

    KEPT = "kept"
    """Its bytes are those of a print or a file that is kept."""
    KEPT_WITH_REASON = "kept_with_reason"
    """The same of a scan that was kept although something was found about it: a sheet may be strange or missing."""
    SAME_BYTES = "same_bytes"
    """Its bytes are those of the same paper made anew."""
    SAME_PAGES = "same_pages"
    """Other bytes; words and look of each page are those of the same paper made anew."""
    RECORDED_SOURCE = "recorded_source"
    """It agrees with the document that lies inside it, and that is recorded word for word: a letter that was sent."""
    RECORDED_UNDATED = "recorded_undated"
    """The same of an invitation that was printed before its number or its day was known: it bears none."""
    OWN_SOURCE = "own_source"
    """It agrees with the document that lies inside it, of which there is no record, or one of some of its letters."""
    ALTERED = "altered"
    """Pages differ from the same paper made anew, those of a scan in whole words."""
    SCANNED = "scanned"
    """A scan: the marks on its pages are those of one whole paper; their text could not be compared."""
    SCANNED_IN_PART = "scanned_in_part"
    """The same, and pages are missing, unread, or those of another paper."""
    SCANNED_SAME = "scanned_same"
    """A whole scan whose printed text is that of the print, letter by letter."""
    SCANNED_PARTLY = "scanned_partly"
    """The same, but for words that could not be compared and are named."""
    SCANNED_FAINT = "scanned_faint"
    """The same, and what is printed in grey was too faint to be compared."""
    SCANNED_DOUBTFUL = "scanned_doubtful"
    """In a few places the scan has other ink than the print."""
    NOT_COMPARED = "not_compared"


class KeptState(StrEnum):
    """Whether a file that is kept still has the bytes that were recorded."""

    SOUND = "sound"
    MISSING = "missing"
    ALTERED = "altered"


class Worth(StrEnum):
    """The verdict in one word."""

    GOOD = "good"
    CAUTION = "caution"
    """It may be right, and something is missing for relying on it."""
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDifference:
    """A page of the file, from 1, that is not the page made anew: its words, or its look alone; or one too many.

    ``pieces`` hold what the genuine page says and this one does not as removed, and what came as added.
    """

    page: int
    pieces: tuple[ChangePiece, ...] = ()
    missing: bool = False
    surplus: bool = False


_RELIABLE: Final = frozenset({PaperStanding.IN_FORCE, PaperStanding.SENT, PaperStanding.TAKEN_OVER})
_SAME_PAPER: Final = 0.5
"""The least share of common words: an altered page has nearly all of them, another paper a letterhead."""
_IN_PART: Final = frozenset(
    {
        FileEvidence.NOT_COMPARED,
        FileEvidence.OWN_SOURCE,
        FileEvidence.KEPT_WITH_REASON,
        FileEvidence.SCANNED,
        FileEvidence.SCANNED_IN_PART,
        FileEvidence.SCANNED_PARTLY,
        FileEvidence.SCANNED_FAINT,
        FileEvidence.SCANNED_DOUBTFUL,
    }
)
"""What was looked at does not vouch for the whole text."""
_VOID: Final = frozenset(
    {
        PaperStanding.CORRECTED,
        PaperStanding.WITHDRAWN,
        PaperStanding.STRUCK,
        PaperStanding.FALSIFIED,
        PaperStanding.UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """A page of a file beside the one made anew: the words of both, None for no such page; whether they look alike."""

    words: str | None
    made: str | None
    alike: bool = True


def standing_of_minutes(version: Version, versions: Iterable[Version], *, missing: int) -> PaperStanding:
    """What a frozen version is worth among those of its meeting; ``missing`` counts the signers who have not signed.

    A correction that is only being written changes nothing.
    """
    if version.state == MinutesState.WITHDRAWN:
        return PaperStanding.WITHDRAWN
    holds = in_force(versions)
    if version.state == MinutesState.AMENDED or (holds is not None and holds.version != version.version):
        return PaperStanding.CORRECTED
    return PaperStanding.UNSIGNED if missing or version.state == MinutesState.FINAL else PaperStanding.IN_FORCE


def worth_of(standing: PaperStanding, evidence: FileEvidence | None) -> Worth:
    """The verdict; ``evidence`` is None where there is no file but a code alone."""
    if evidence is FileEvidence.ALTERED or standing in _VOID:
        return Worth.BAD
    if standing is PaperStanding.CITING_RIGHTLY:
        # what it tells is vouched for by the minutes, whether or not the letter is recorded
        return Worth.CAUTION if evidence in _IN_PART - {FileEvidence.OWN_SOURCE} else Worth.GOOD
    return Worth.GOOD if standing in _RELIABLE and evidence not in _IN_PART else Worth.CAUTION


def page_differences(pages: Iterable[ComparedPage]) -> Iterator[PageDifference]:
    """The pages that differ, with the words that do; of two pages with the same words the look decides."""
    for number, one in enumerate(pages, start=1):
        if one.made is None or one.words is None:
            yield PageDifference(page=number, surplus=one.made is None, missing=one.words is None)
        elif one.words.split() != one.made.split():
            yield PageDifference(page=number, pieces=_other_words(one.made, one.words))
        elif not one.alike:
            yield PageDifference(page=number)


def _other_words(made: str, words: str) -> tuple[ChangePiece, ...]:
    """Only what went and what came: a page that stayed is not told whole."""
    return tuple(one for one in word_pieces(made, words) if one.mark != ChangeMark.SAME)


def same_paper(words: str, made: str) -> bool:
    """Whether a page is that of a paper, be it altered, and not one of another paper that tells of the same."""
    one, other = Counter(words.split()), Counter(made.split())
    return (one & other).total() >= _SAME_PAPER * max(one.total(), other.total())


def least(found: Sequence[tuple[PageDifference, ...]]) -> tuple[PageDifference, ...]:
    """Of several ways to make a paper anew the one that it is nearest to."""
    return min(found, key=len, default=())
