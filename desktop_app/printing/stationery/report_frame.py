"""Page frame of reports: letterhead or running header, footer, marks, and finishing of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.documents.documents import Imprint, Letterhead, PartyLine, Typeset
from desktop_app.printing.engine.layout.flow import Page
from desktop_app.printing.engine.layout.flow import render as render_story
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.pdf import finish
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, with_class


class Document(Typeset, Protocol):
    """What every report's frozen document contains."""

    @property
    def letterhead(self) -> Letterhead:
        """The three columns of the letterhead."""

    @property
    def parties(self) -> tuple[PartyLine, ...]:
        """The two parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Frame data of a report; the document is attached to the file under the name ``named``."""

    document: Document
    named: str
    title: str
    imprint: Imprint
    size: tuple[float, float] | None = None
    """Another sheet than the office's, for wide tables."""

    @property
    def author(self) -> str:
        """The names of the parties in one line."""
        return words.parties([party.name for party in self.document.parties])


def render_report(
    setter: Typesetter, story: Iterable[Flowable], report: Report, render_context: RenderContext
) -> bytes:
    """Return the PDF of a report; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    paper = frame.paper(
        report.document.typography,
        lambda page: _decorate(page, report),
        report.imprint,
        title=report.title,
        author=report.author,
        size=report.size,
    )
    return finish.finish(
        render_story(setter, story, paper),
        title=report.title,
        made_at=report.imprint.made_at,
        document=render_context.frozen or report.document,
        named=report.named,
        profile=render_context.profile,
    )


def _decorate(page: Page, report: Report) -> None:
    if page.number == 1:
        draw_letterhead(page, report.document.letterhead, report.imprint.logo)
    else:
        head = report.document.letterhead
        frame.draw_running_header(page, report.title, with_class(day(head.day), head.classification))
    frame.draw_footer(page, [report.title, *frame.footer_marks(report.imprint)])
