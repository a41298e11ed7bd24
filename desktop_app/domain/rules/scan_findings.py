"""Rules of scans: the page order, and the findings from comparing the pages with the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.scans import (
    CodedPaper,
    FindingWeight,
    PaperOf,
    ReadPage,
    ScanFinding,
    ScanFindingKind,
    ScanJudgement,
    ScanReading,
)
from desktop_app.domain.rules.minutes import FOR_PEN, MinutesState, MinutesVersion, was_taken_over

_K = ScanFindingKind
SCANNED: Final = FOR_PEN | {MinutesState.AMENDED}
"""States in which minutes take scans; those of corrected minutes change nothing but the list of their files."""
_WEIGHTS: Final = {weight: place for place, weight in enumerate(FindingWeight)}
Numbered = tuple[tuple[int, ReadPage], ...]
"""Pages with their places in the reading."""


def require_paper(version: MinutesVersion) -> None:
    """Raise ``RuleBroken`` for minutes without a paper of this office: drafts and imported ones."""
    if was_taken_over(version):
        raise RuleBroken("scan_of_taken_over")
    if not version.content_hash:
        raise RuleBroken("scan_version_without_paper")


def in_order(reading: ScanReading) -> ScanReading:
    """Return the pages in paper order; a page without a number stays behind its predecessor."""
    last, keyed = 0, []
    for page in sorted(reading.pages, key=lambda one: (one.source, one.page)):
        last = page.number or last
        keyed.append((last, page))
    return replace(reading, pages=tuple(page for _number, page in sorted(keyed, key=lambda one: one[0])))


def with_pages(reading: ScanReading, places: Collection[int], change: Callable[[ReadPage], ReadPage]) -> ScanReading:
    """Return the reading with the pages at ``places`` changed by ``change``."""
    pages = (change(page) if place in places else page for place, page in enumerate(reading.pages))
    return replace(reading, pages=tuple(pages))


def findings_of(
    reading: ScanReading, target: CodedPaper, paper_of: Mapping[str, CodedPaper]
) -> tuple[ScanFinding, ...]:
    """Return all findings, most severe first; ``paper_of`` maps codes to papers of this office."""
    kept: Numbered = tuple((place, page) for place, page in enumerate(reading.pages) if not page.left_out)
    if not kept:
        return (ScanFinding(kind=_K.NO_PAGES),)
    own = tuple((place, page) for place, page in kept if _is_of(page, target, paper_of))
    elsewhere = tuple(_elsewhere(kept, target, paper_of))
    named = own or any(one.weight is FindingWeight.REFUSAL for one in elsewhere)
    found = [
        *_of_target(target),
        *elsewhere,
        *(_unknown(kept, own, target) if named else _of_others(kept)),
        *_counted(kept, own, target),
        *_blank(kept),
    ]
    return tuple(sorted(found, key=lambda one: _WEIGHTS[one.weight]))


def require_keepable(judgement: ScanJudgement, reason: str) -> None:
    """Raise ``RuleBroken`` for a refused scan, or for a missing reason."""
    for one in judgement.findings:
        if one.weight is FindingWeight.REFUSAL:
            raise RuleBroken("scan_refused", kind=one.kind.value)
    if judgement.needs_reason and not reason:
        raise RuleBroken("scan_without_reason", field="reason")


def unread_places(reading: ScanReading) -> tuple[int, ...]:
    """Indexes of the pages that need a typed code: not recognised and not blank."""
    return tuple(place for place, page in enumerate(reading.pages) if not page.left_out and _is_unread(page))


# ---- inside


def _is_unread(page: ReadPage) -> bool:
    return page.recognised is None and not page.blank


def _is_of(page: ReadPage, target: CodedPaper, paper_of: Mapping[str, CodedPaper]) -> bool:
    """Whether a page is recognised as part of the target's paper."""
    if not page.code:
        return page.recognised is not None
    paper = paper_of.get(page.code)
    return page.code == target.code or (paper is not None and paper.version_id == target.version_id != 0)


def _of_target(target: CodedPaper) -> Iterator[ScanFinding]:
    if target.state is MinutesState.WITHDRAWN:
        yield ScanFinding(kind=_K.WITHDRAWN, paper=target)
    elif target.version < target.newest:
        yield ScanFinding(kind=_K.SUPERSEDED, paper=target)


def _elsewhere(kept: Numbered, target: CodedPaper, paper_of: Mapping[str, CodedPaper]) -> Iterator[ScanFinding]:
    """One finding for each other paper that has pages in the scan."""
    places: dict[str, list[int]] = {}
    for place, page in kept:
        if page.code and not _is_of(page, target, paper_of):
            places.setdefault(page.code, []).append(place)
    for code, found in places.items():
        paper = paper_of.get(code)
        yield ScanFinding(kind=_kind_of(paper, target), places=tuple(found), paper=paper)


def _kind_of(paper: CodedPaper | None, target: CodedPaper) -> ScanFindingKind:
    """The finding for a page of another paper: refused for other minutes, else allowed with a reason."""
    if paper is None or paper.kind is not PaperOf.MINUTES:
        return _K.STRANGE_PAPER
    return _K.OTHER_MINUTES if paper.meeting_id != target.meeting_id else _K.OTHER_VERSION


def _of_others(kept: Numbered) -> Iterator[ScanFinding]:
    """The finding when no page belongs to these minutes; no reason overrides it."""
    yield ScanFinding(kind=_K.NO_PAPER_OF_OURS, places=tuple(place for place, _page in kept))


def _unknown(kept: Numbered, own: Numbered, target: CodedPaper) -> Iterator[ScanFinding]:
    """Findings for unrecognised pages, and for pages of the paper without a page number."""
    unnumbered = _places(own, lambda page: not page.number) if target.pages != 1 else ()
    places = sorted((*_places(kept, _is_unread), *unnumbered))
    if places:
        yield ScanFinding(kind=_K.UNKNOWN_PAGE, places=tuple(places))


def _counted(kept: Numbered, own: Numbered, target: CodedPaper) -> Iterator[ScanFinding]:
    """Findings for missing, repeated and surplus pages of the paper.

    Those that belong elsewhere are named already and are not counted.
    """
    count = len(own) + len(_places(kept, lambda page: page.recognised is None))
    if not target.pages or not count:
        return
    times = Counter(page.number for _place, page in own if page.number)
    twice = sorted(number for number, found in times.items() if found > 1)
    missing = sorted(set(range(1, target.pages + 1)) - set(times))
    # each of these may be one of the missing
    unnumbered = len(own) - times.total() + len(_places(kept, _is_unread))
    if len(missing) > unnumbered:
        yield ScanFinding(
            kind=_K.PAGE_MISSING, numbers=() if unnumbered else tuple(missing), count=len(missing) - unnumbered
        )
    if twice:
        places = tuple(place for place, page in own if page.number in twice)
        yield ScanFinding(kind=_K.PAGE_TWICE, places=places, numbers=tuple(twice))
    beyond = _places(own, lambda page: page.number > target.pages)
    more = max(len(beyond), count - sum(times[number] - 1 for number in twice) - target.pages)
    if more > 0:
        yield ScanFinding(kind=_K.MORE_PAGES, places=beyond, count=more)


def _blank(kept: Numbered) -> Iterator[ScanFinding]:
    places = _places(kept, lambda page: page.blank)
    if places:
        yield ScanFinding(kind=_K.BLANK_PAGE, places=places)


def _places(pages: Numbered, wanted: Callable[[ReadPage], bool]) -> tuple[int, ...]:
    return tuple(place for place, page in pages if wanted(page))
