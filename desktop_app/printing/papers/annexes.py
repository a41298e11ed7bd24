"""Annexes of a paper: each page of a PDF or picture file as a picture, with its number and page.

A foreign page goes onto the paper as pixels that the child process has drawn: whatever lies in its file, the paper
stays an archive file that is proved, is drawn at once, and nothing of it can act in a reader. The file itself stays in
the store as it was attached.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.utils import ImageReader

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import PDF, PICTURES
from desktop_app.printing.engine.layout.canvas import canvas_of_program
from desktop_app.printing.engine.layout.flow import PageBreak
from desktop_app.printing.engine.layout.marks import figure
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Block, Flowable
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.words import meeting_papers as words
from desktop_app.printing.words.paper_words import digits

_MOST_PIXELS: Final = 3_400
"""Of the longer side: A3 at 200 dots an inch."""


def attachment_list(attachments: Sequence[str], annexes: Sequence[AnnexLine]) -> list[str]:
    """Return the list of attachments: typed lines, then file names, each isolated in its own direction."""
    named = [words.of_item(one.name, ordinal(one.item)) if one.item else words.names([one.name])[0] for one in annexes]
    return [*attachments, *named]


def annexes(setter: Typesetter, lines: Sequence[AnnexLine], render_context: RenderContext) -> Iterator[Flowable]:
    """Yield all annexes after the paper; one file is open at a time."""
    for line in lines:
        yield PageBreak()
        yield FaHeading(setter, words.heading(digits(line.number), line.name), styles.SECTION, level=1)
        if line.type != PDF and line.type not in PICTURES:
            yield FaParagraph(setter, words.not_drawn(words.NO_PAGES), styles.BODY)
            continue
        yield from _pages(setter, line, render_context)


def _pages(setter: Typesetter, line: AnnexLine, render_context: RenderContext) -> Iterator[Flowable]:
    try:
        content = render_context.file_of(line.sha256)
    except EnvironmentProblem as problem:
        raise problem.beside("annexes", name=line.name) from problem
    try:
        drawn = _drawn(line.name, content, render_context.progress)
    except _AnnexNotDrawn as left_out:
        yield FaParagraph(setter, words.not_drawn(left_out.reason), styles.BODY)
        return
    total = len(drawn)
    for index, page in enumerate(drawn):
        if index:
            yield PageBreak()
        yield _Label(setter, words.page(digits(line.number), digits(index + 1), digits(total)), styles.REMARK)
        yield _PagePicture(page, words.picture(digits(line.number), digits(index + 1), line.name))


def _drawn(name: str, content: bytes, progress: Progress) -> list[_Page]:
    """Return all pages of a file before the first is placed, because a placed page cannot be removed.

    Final minutes keep their annexes for good, and a torn one must not keep them from being printed.
    """
    # a paper without annexes, which most are, needs none of this to start
    from desktop_app.domain.read_models.scans import ChosenFile
    from desktop_app.printing.stranger_files import NOT_FINISHED, StrangerFile

    pages: list[_Page] = []
    why = words.NOT_READ
    with StrangerFile(ChosenFile(name, content=content)) as opened:
        answers = opened.ask("annex", progress, most=_MOST_PIXELS)
        try:
            about, _none = next(answers)
            if about["broken"]:
                raise _AnnexNotDrawn(words.BROKEN_OFF)
            why = words.DAMAGED
            pages.extend(_Page(width, height, jpeg) for (width, height), jpeg in answers)
        except EnvironmentProblem as problem:
            if problem.key != NOT_FINISHED:
                raise _AnnexNotDrawn(why) from problem
            many = problem.facts.get("pages")
            raise _AnnexNotDrawn(
                words.too_long(digits(many)) if isinstance(many, int) else words.TOO_HEAVY
            ) from problem
    return pages


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of an annex: size in points, and its picture."""

    width: float
    height: float
    jpeg: bytes


class _Label(FaParagraph):
    """The line above a page, which stays with it."""

    keep_with_next = True


class _PagePicture(Block):
    """A page of an annex in its proportions, limited by its own size and the rest of the page."""

    def __init__(self, page: _Page, description: str) -> None:
        super().__init__()
        self._page, self._description = page, description
        self._size = (0.0, 0.0)
        self._room = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the available size; without a known height, the height of the page."""
        page = self._page
        most = min(available_height, page.height * available_width / max(page.width, 1.0))
        scale = min(available_width / page.width, most / page.height, 1.0)
        self._size = page.width * scale, page.height * scale
        self._room = available_width
        return available_width, self._size[1]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the picture centred."""
        wide, tall = self._size
        left = x + (self._room - wide) / 2
        pen = canvas_of_program(canvas)
        with figure(pen, self._description, (left, y, left + wide, y + tall)):
            pen.drawImage(ImageReader(io.BytesIO(self._page.jpeg)), left, y, wide, tall)


class _AnnexNotDrawn(Exception):
    """An annex that is not drawn; the message is the reason as printed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
