"""Papers of one or more letters: each begins under the letterhead and counts its own pages.

The render context is the fonts, the archive form, and the receiver of progress.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.documents.documents import Imprint, Letterhead, Typeset
from desktop_app.domain.documents.letter_lines import CalledMeeting
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.printing.engine.layout.flow import Page, PageBreak
from desktop_app.printing.engine.layout.flow import render as render_story
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.pdf import finish
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import letter
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day

ReadFile = Callable[[str], bytes]


def _no_file(sha256: str) -> bytes:
    raise EnvironmentProblem("file_lost", sha256=sha256, name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """Fonts, archival form of the file, progress callback and sources for rendering a paper.

    ``told(done, total)`` is called between the parts of a long paper. What it raises ends the making before anything
    is written.
    """

    fonts: FontSet
    profile: Profile = Profile.A_3B
    progress: Progress = no_progress
    file_of: ReadFile = _no_file
    """The verified bytes of an annex by their SHA-256."""
    frozen: object | None = None
    """The document as it was frozen, where the one that is drawn shows numbers of records in other digits."""


class MeetingPaper(Typeset, Protocol):
    """What a frozen document of a paper for one meeting contains."""

    @property
    def committee(self) -> str:
        """The committee that meets."""

    @property
    def letterhead(self) -> Letterhead:
        """The three columns of the letterhead."""

    @property
    def meeting(self) -> CalledMeeting:
        """Time and place of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLetter:
    """One letter of a paper: letterhead, header of later pages, content, foot."""

    head: Letterhead
    header: str
    side: str
    """The left end of the running header: the day of the paper, or of what it is about."""
    story: Callable[[Typesetter], Iterable[Flowable]]
    foot: Sequence[str] = ()
    """What the footer says that the paper is."""


def render_parts(
    document: Typeset,
    parts: Sequence[OfficeLetter],
    imprint: Imprint,
    render_context: RenderContext,
    *,
    title: str,
    named: str,
) -> bytes:
    """Return the PDF of the letters in order; ``title`` is that of the file.

    The frozen ``document`` goes along in the file as JSON under the name ``named``.

    A character that the fonts lack raises ``RuleBroken("glyph_missing")``.
    """
    setter = Typesetter(render_context.fonts, document.typography)
    marks = _marks(imprint)

    def decorate(page: Page) -> None:
        part = parts[page.part]
        if page.number == 1:
            draw_letterhead(page, part.head, imprint.logo)
        else:
            frame.draw_running_header(page, part.header, part.side)
        frame.draw_footer(page, [*part.foot, *marks])

    author = words.parties(parts[0].head.parties)
    paper = frame.paper(document.typography, decorate, imprint, title=title, author=author)
    return finish.finish(
        render_story(setter, _story(setter, parts, render_context), paper),
        title=title,
        made_at=imprint.made_at,
        document=render_context.frozen or document,
        named=named,
        profile=render_context.profile,
    )


def render_meeting_paper(
    document: MeetingPaper,
    body: Callable[[Typesetter], Iterable[Flowable]],
    imprint: Imprint,
    render_context: RenderContext,
    *,
    title: str,
    named: str,
) -> bytes:
    """Return the PDF of a paper for one meeting, with the meeting's day in the letterhead."""
    header = letter.header(title, document.committee)
    side = day(document.meeting.day)
    part = OfficeLetter(head=document.letterhead, header=header, side=side, story=body, foot=(title,))
    return render_parts(document, [part], imprint, render_context, title=header, named=named)


def _story(setter: Typesetter, parts: Sequence[OfficeLetter], render_context: RenderContext) -> Iterator[Flowable]:
    for number, part in enumerate(parts):
        render_context.progress(number, len(parts))
        if number:
            yield PageBreak(part=True)
        yield from part.story(setter)
    render_context.progress(len(parts), len(parts))


def _marks(imprint: Imprint) -> list[str]:
    """Return the standing of the paper for the footer."""
    return [
        mark for wanted, mark in ((imprint.draft, frame_words.DRAFT), (imprint.sample, frame_words.SAMPLE)) if wanted
    ]
