"""Format of a reading and its judgement: the cards of the pages, and a sentence for each finding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from PySide6.QtGui import QImage

from desktop_app.domain.read_models.scans import (
    FindingWeight,
    ReadPage,
    RecognisedBy,
    ScanFinding,
    ScanFindingKind,
    ScanJudgement,
    ScanReading,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.scans.scan_findings import unread_places
from desktop_app.text.papers import scan_import as words
from desktop_app.views.scans.scan_asked import AskedContent
from desktop_app.views.scans.scan_pages import CardContent
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone

_K = ScanFindingKind
Said = tuple[str, Tone, Shape]
_TONES: Final = {
    FindingWeight.REFUSAL: Tone.DANGER,
    FindingWeight.REASON: Tone.WARNING,
    FindingWeight.NOTICE: Tone.PROGRESS,
}
_ELSEWHERE: Final = frozenset({_K.OTHER_MINUTES, _K.OTHER_VERSION, _K.STRANGE_PAPER})


def page_key(page: ReadPage) -> int:
    """What a page is known by, wherever it stands: its file and its place in that."""
    return page.source * 1_000_000 + page.page


def cards_of(
    reading: ScanReading, judgement: ScanJudgement, pictures: Callable[[ReadPage], QImage]
) -> list[tuple[int, CardContent]]:
    """A card for every page in their order; those that are left out are not counted."""
    total, place = len(reading.kept), 0
    cards = []
    for index, page in enumerate(reading.pages):
        place += not page.left_out
        number = words.LEFT_OUT if page.left_out else words.place_of(place, total)
        kinds = {one.kind for one in judgement.findings if index in one.places}
        note, tone, shape = _note(page, kinds)
        spoken = words.spoken(number, note, words.turned(page.turn))
        content = CardContent(number, note, tone, shape, pictures(page), page.turn, page.left_out, spoken)
        cards.append((page_key(page), content))
    return cards


def _note(page: ReadPage, kinds: Collection[ScanFindingKind]) -> Said:
    """The heaviest of what is to be said of one page."""
    if page.left_out:
        # nothing is found about it any more: what was read on it vouches for nothing
        return (words.BLANK if page.blank else _recognised(page)[0]), Tone.NEUTRAL, Shape.DASHED_RING
    if not _ELSEWHERE.isdisjoint(kinds):
        return words.OF_OTHER, Tone.DANGER, Shape.DIAMOND
    if _K.PAGE_TWICE in kinds:
        return words.twice(page.number), Tone.WARNING, Shape.SQUARE_BAR
    if page.blank:
        return words.BLANK, Tone.NEUTRAL, Shape.DASHED_RING
    return _recognised(page)


def _recognised(page: ReadPage) -> Said:
    if page.recognised is RecognisedBy.MARK:
        return words.by_mark(page.number), Tone.DONE, Shape.DISC_CHECK
    if page.recognised is RecognisedBy.TYPED:
        return words.by_hand(page.number), Tone.PROGRESS, Shape.RING_DOT
    return words.UNKNOWN, Tone.WARNING, Shape.SQUARE_BAR


# ---- findings


def findings_of(reading: ScanReading, judgement: ScanJudgement) -> list[tuple[str, Tone]]:
    """A sentence for each finding in the tone of its weight, the heaviest first; that nothing is missing is one."""
    numbers = _shown_numbers(reading)
    coded = bool(reading.target.code)
    whole = [] if judgement.refused or judgement.needs_reason else _complete(reading, judgement)
    return whole + [(_sentence(one, numbers, coded=coded), _TONES[one.weight]) for one in judgement.findings]


def asked_of(reading: ScanReading, judgement: ScanJudgement) -> AskedContent:
    """Everything that is said and asked beneath the pages."""
    kinds = {one.kind for one in judgement.findings}
    told = findings_of(reading, judgement)
    if not judgement.refused:
        told += [(words.PROVISIONAL, Tone.WARNING)] * judgement.provisional
        told += [(words.REPLACES, Tone.PROGRESS)] * judgement.replaces
        told += [(words.ARCHIVES, Tone.DONE)] * judgement.archives
    return AskedContent(
        findings=tuple(told),
        reason=judgement.needs_reason,
        blanks=_K.BLANK_PAGE in kinds,
        code=bool(reading.target.code and kinds & {_K.UNKNOWN_PAGE, _K.NO_PAPER_OF_OURS} and unread_places(reading)),
    )


def keeping_verb(judgement: ScanJudgement) -> str:
    """What keeping the scan as it stands would do."""
    if judgement.provisional:
        return words.KEEP_PROVISIONAL
    return words.KEEP_AND_ARCHIVE if judgement.archives else words.KEEP


def _complete(reading: ScanReading, judgement: ScanJudgement) -> list[tuple[str, Tone]]:
    """That every page of the paper is there, where each is known, and whose code they bear.

    Of the words nothing is vouched for: a picture proves nothing about them.
    """
    paper = reading.target
    own = [page for page in reading.kept if 1 <= page.number <= paper.pages]
    if not paper.pages or {page.number for page in own} != set(range(1, paper.pages + 1)):
        return []
    told = [words.complete(paper.pages)]
    if all(page.recognised is RecognisedBy.MARK for page in own):
        holds = all(one.kind is not _K.SUPERSEDED for one in judgement.findings)
        told.append(words.coded(paper.meeting_number, paper.version, holds=holds))
    return [(f"{' '.join(told)} {words.COMPARE}", Tone.PROGRESS)]


def _shown_numbers(reading: ScanReading) -> dict[int, int]:
    """By its place in the reading, the number that the card of a page bears."""
    kept = [place for place, page in enumerate(reading.pages) if not page.left_out]
    return {place: number for number, place in enumerate(kept, start=1)}


def _sentence(finding: ScanFinding, numbers: Mapping[int, int], *, coded: bool) -> str:
    where = [numbers.get(place, place + 1) for place in finding.places]
    paper = finding.paper
    meeting, version, newest = (paper.meeting_number, paper.version, paper.newest) if paper is not None else (0, 0, 0)
    void = paper is not None and paper.state is MinutesState.WITHDRAWN
    said: Mapping[ScanFindingKind, Callable[[], str]] = {
        _K.NO_PAGES: lambda: words.NO_PAGES,
        _K.NO_PAPER_OF_OURS: lambda: words.none_of_ours(coded=coded),
        _K.WITHDRAWN: lambda: words.withdrawn(version),
        _K.OTHER_MINUTES: lambda: words.other_minutes(where, meeting, void=void),
        _K.OTHER_VERSION: lambda: words.other_version(where, version, void=void),
        _K.STRANGE_PAPER: lambda: words.strange(where, meeting, ours=paper is not None),
        _K.PAGE_MISSING: lambda: words.missing(finding.numbers, finding.count),
        _K.PAGE_TWICE: lambda: words.came_twice(finding.numbers),
        _K.MORE_PAGES: lambda: words.more(finding.count),
        _K.UNKNOWN_PAGE: lambda: words.unknown(where, coded=coded),
        _K.SUPERSEDED: lambda: words.superseded(newest),
        _K.BLANK_PAGE: lambda: words.blank(where),
    }
    return said[finding.kind]()
