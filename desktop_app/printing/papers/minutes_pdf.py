"""Minutes (صورت‌جلسه) as PDF, from a frozen document; equal input gives equal bytes.

Pages are tried without drawing, so that none but the last is left mostly blank. The page of the signatures has little
room for more than the last resolution; what is left for the page before it may be little, too. Then a page before ends
earlier, and what was at its foot goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.printing.engine.layout.flow import LayoutTrial, Page, Paper, try_layout
from desktop_app.printing.engine.layout.flow import render as render_story
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.engine.pdf import finish
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.annexes import annexes
from desktop_app.printing.papers.minutes_body import closing, deliberations, follow_up, opening
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.closing_block import ClosingBlock, SignedEnd
from desktop_app.printing.stationery.filled_pages import MOST_BLANK, STEP, ends_whole, members
from desktop_app.printing.stationery.frame import draw_marked_foot
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.minutes_words import title_of
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.signature_boxes import SignatureGrid
from desktop_app.printing.words import amendment
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits, weekday

_TRIED: Final = 3
"""So many pages before the last but one are tried."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """Facts about a trial layout; page numbers are 0 if there is no such page."""

    count: int
    first_resolution: int
    last_resolution: int
    signatures: int
    blank: float
    """The largest share of a page before the last."""

    @property
    def full(self) -> bool:
        """Whether each page before the last is at least half full."""
        return self.blank <= MOST_BLANK

    @property
    def good(self) -> bool:
        """Whether pages are full and the last resolution is on the page of the signatures."""
        return self.full and (not self.last_resolution or self.last_resolution == self.signatures)


def balanced(story: Sequence[Flowable], paper: Paper) -> Paper:
    """Return the paper, with one page ended earlier if this gives fuller pages and no additional one.

    Of such ways one that parts nothing is taken, and of these the one that moves least.
    """
    block = story[-1]
    if not isinstance(block, ClosingBlock) or isinstance(block, SignedEnd):
        return paper
    usual = _pages(try_layout(story, paper), block)
    if usual.good:
        return paper
    found: list[tuple[bool, bool, Paper]] = []
    for ended, way in _ways(paper, usual.count):
        trial = try_layout(story, way)
        pages = _pages(trial, block)
        begins_late = usual.first_resolution == ended < pages.first_resolution
        if pages.full and pages.count <= usual.count and not begins_late and (pages.good or not usual.full):
            found.append((not pages.good, not ends_whole(trial, ended, story), way))
    return min(found, key=lambda one: one[:2], default=(False, False, paper))[2]


def _ways(paper: Paper, count: int) -> Iterator[tuple[int, Paper]]:
    """Yield papers with one page ended earlier: small amounts first, the page nearest to the last first."""
    for step in range(1, int(MOST_BLANK / STEP) + 1):
        for number in range(count - 2, max(count - 2 - _TRIED, 0), -1):
            margins = paper.margins(number)
            height = paper.size[1] - margins.top - margins.bottom
            yield number, replace(paper, held={number: step * STEP * height})


def _pages(trial: LayoutTrial, block: ClosingBlock) -> _Pages:
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


def render(document: MinutesDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the minutes.

    A character that the fonts lack raises ``RuleBroken("glyph_missing")`` before anything is drawn on it.
    """
    setter = Typesetter(render_context.fonts, document.typography)
    title = title_of(document)

    def decorate(page: Page) -> None:
        _decorate(page, document, imprint)

    author = words.parties([party.name for party in document.parties])
    paper = frame.paper(document.typography, decorate, imprint, title=title, author=author)
    told = list(story(setter, document))
    paper = balanced(told, paper)
    return finish.finish(
        render_story(setter, chain(told, annexes(setter, document.annexes, render_context)), paper),
        title=title,
        made_at=imprint.made_at,
        document=render_context.frozen or document,
        named=f"minutes-{document.meeting.number}-v{document.version}",
        profile=render_context.profile,
    )


def story(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield the content of all pages in order."""
    yield from opening(setter, document)
    yield from follow_up(setter, document)
    yield from deliberations(setter, document)
    yield from closing(setter, document)


def _decorate(page: Page, document: MinutesDocument, imprint: Imprint) -> None:
    meeting = document.meeting
    if page.number == 1:
        draw_letterhead(page, document.letterhead, imprint.logo)
    else:
        on = words.weekday_and_day(weekday(meeting.day), day(meeting.day))
        frame.draw_running_header(page, words.title(digits(meeting.number), document.committee), on)
    draw_marked_foot(page, _number_and_version(page, document, imprint), _code_and_chain(imprint), imprint)


def _number_and_version(page: Page, document: MinutesDocument, imprint: Imprint) -> list[str]:
    """Return number, version, class, standing of the paper, and the page for the foot."""
    parts = [frame_words.footer_number(digits(document.meeting.number))]
    if document.amends is not None:
        parts.append(amendment.footer(digits(document.amends.number)))
    parts.append(frame_words.DRAFT if imprint.draft else frame_words.footer_version(digits(document.version)))
    parts.append(
        words.labelled(frame_words.CLASSIFICATION, frame_words.CLASSIFICATIONS[document.letterhead.classification])
    )
    parts += [
        mark for wanted, mark in ((imprint.sample, frame_words.SAMPLE), (imprint.void, frame_words.VOID)) if wanted
    ]
    return [*parts, frame_words.footer_page(digits(page.number), digits(page.total))]


def _code_and_chain(imprint: Imprint) -> list[str]:
    """Return the code of the content, and the head of the chain if there is one."""
    code = frame.shown_code(imprint)
    if not code:
        return []
    return [
        frame_words.footer_code(code),
        *([frame_words.footer_chain(imprint.chain_head)] if imprint.chain_head else []),
    ]
