"""Minutes (صورت‌جلسه) as PDF: a frozen document in, its bytes out; equal input, equal bytes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.printing.layout.flow import Page
from desktop_app.printing.layout.flow import render as render_story
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.annexes import annexes
from desktop_app.printing.papers.minutes_body import deliberations, follow_up
from desktop_app.printing.papers.minutes_closing import closing
from desktop_app.printing.papers.minutes_opening import opening
from desktop_app.printing.papers.minutes_pages import balanced
from desktop_app.printing.pdf import finish
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.marked_foot import draw_marked_foot
from desktop_app.printing.stationery.minutes_words import title_of
from desktop_app.printing.stationery.paper_words import day, digits, weekday
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import amendment, keys
from desktop_app.text.paper import frame as around
from desktop_app.text.paper import minutes as words


def render(document: MinutesDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the minutes.

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
    """Everything that stands on the pages, one after the other."""
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
    draw_marked_foot(page, _named(page, document, imprint), _proved(imprint), imprint)


def _named(page: Page, document: MinutesDocument, imprint: Imprint) -> list[str]:
    """Number, version, class, what the paper is not, and the page."""
    parts = [around.footer_number(digits(document.meeting.number))]
    if document.amends is not None:
        parts.append(amendment.footer(digits(document.amends.number)))
    parts.append(around.DRAFT if imprint.draft else around.footer_version(digits(document.version)))
    parts.append(words.labelled(around.CLASSIFICATION, keys.CLASSIFICATIONS[document.letterhead.classification]))
    parts += [mark for wanted, mark in ((imprint.sample, around.SAMPLE), (imprint.void, around.VOID)) if wanted]
    return [*parts, around.footer_page(digits(page.number), digits(page.total))]


def _proved(imprint: Imprint) -> list[str]:
    """The code, and the head of the chain where there is one."""
    code = frame.shown_code(imprint)
    if not code:
        return []
    return [around.footer_code(code), *([around.footer_chain(imprint.chain_head)] if imprint.chain_head else [])]
