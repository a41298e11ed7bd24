"""Pages of the minutes: tried without drawing, so that none but the last is left mostly blank.

The page of the signatures has little room for more than the last resolution; what is left for the page before it may be
little, too. Then a page before ends earlier, and what stood at its foot goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.printing.layout.flow import Paper, Trial, tried
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.table import FaTable
from desktop_app.printing.stationery.closing_block import ClosingBlock, SignedEnd
from desktop_app.printing.stationery.filled_pages import MOST_BLANK, STEP, ends_whole, members
from desktop_app.printing.stationery.signature_boxes import SignatureGrid

_TRIED: Final = 3
"""So many pages before the last but one are tried."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """What is asked of a trial; page numbers are 0 where there is no such thing."""

    count: int
    first_resolution: int
    last_resolution: int
    signatures: int
    blank: float
    """The largest share of a page before the last."""

    @property
    def full(self) -> bool:
        """Whether each page before the last is half full at least."""
        return self.blank <= MOST_BLANK

    @property
    def good(self) -> bool:
        """Full, with the last resolution on the page of the signatures."""
        return self.full and (not self.last_resolution or self.last_resolution == self.signatures)


def balanced(story: Sequence[Flowable], paper: Paper) -> Paper:
    """The paper, with a page that ends earlier where that makes better ones and takes no page more.

    Of such ways one that parts nothing is taken, and of these the one that moves least.
    """
    block = story[-1]
    if not isinstance(block, ClosingBlock) or isinstance(block, SignedEnd):
        return paper
    usual = _pages(tried(story, paper), block)
    if usual.good:
        return paper
    found: list[tuple[bool, bool, Paper]] = []
    for ended, way in _ways(paper, usual.count):
        trial = tried(story, way)
        pages = _pages(trial, block)
        begins_late = usual.first_resolution == ended < pages.first_resolution
        if pages.full and pages.count <= usual.count and not begins_late and (pages.good or not usual.full):
            found.append((not pages.good, not ends_whole(trial, ended, story), way))
    return min(found, key=lambda one: one[:2], default=(False, False, paper))[2]


def _ways(paper: Paper, count: int) -> Iterator[tuple[int, Paper]]:
    """Which page ends earlier, and the paper with it: by little first, and first the page nearest to the last."""
    for step in range(1, int(MOST_BLANK / STEP) + 1):
        for number in range(count - 2, max(count - 2 - _TRIED, 0), -1):
            margins = paper.margins(number)
            height = paper.size[1] - margins.top - margins.bottom
            yield number, replace(paper, held={number: step * STEP * height})


def _pages(trial: Trial, block: ClosingBlock) -> _Pages:
    tables = [member.node for member in block.flowables if isinstance(member, FaTable)]
    resolved: list[int] = []
    signed: list[int] = []
    for page, flowable in trial.placed:
        for member in members(flowable):
            if isinstance(member, SignatureGrid):
                signed.append(page)
            elif isinstance(member, FaTable) and member.node in tables:
                resolved.append(page)
    return _Pages(
        count=len(trial.left),
        first_resolution=min(resolved, default=0),
        last_resolution=max(resolved, default=0),
        signatures=min(signed, default=0),
        blank=max(trial.left[:-1], default=0.0),
    )
