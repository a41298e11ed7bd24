"""Flow of a story over pages: fill, split, begin the next page, decorate when the number of pages is known.

Long work makes no cycles of objects, so the garbage collector pauses meanwhile.
"""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from desktop_app.printing.engine.layout.canvas import FaCanvas
from desktop_app.printing.engine.layout.stack import SLACK, Block, Flowable, KeptTogether
from desktop_app.printing.engine.layout.structure import DrawnPages
from desktop_app.printing.engine.typesetting.outline import outline
from desktop_app.printing.engine.typesetting.style import MM, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter, colour_operator


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector, which would search all words of a large paper again and again.

    Where somebody else has paused it already, it stays paused.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


A4 = (210 * MM, 297 * MM)
_MARK_SIZE = 110.0
_MARK_SHARE = 0.75
_MARK_COLOUR = "#EBEBEB"
"""The word across a page of A4: its size, the most of the height that it takes, and how pale it is."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins around the text, in points."""

    top: float = 25 * MM
    bottom: float = 25 * MM
    left: float = 15 * MM
    right: float = 25 * MM


@dataclass(frozen=True, slots=True)
class Page:
    """A page given to a decorator: its position, size and canvas.

    ``number`` and ``total`` count the pages of one part of the paper; ``part`` says which one, from 0.
    """

    canvas: FaCanvas
    typesetter: Typesetter
    number: int
    total: int
    width: float
    height: float
    margins: Margins
    part: int = 0

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.margins.left - self.margins.right

    def place(self, flowable: Flowable, x: float, top: float, width: float) -> float:
        """Draw a flowable with its top at ``top``; return its height."""
        height = float(flowable.wrap(width, top)[1])
        flowable.drawOn(self.canvas, x, top - height)
        return height


@dataclass(frozen=True, slots=True)
class Paper:
    """Layout of a paper: size, margins of the first and later pages, decoration, watermark, file title."""

    size: tuple[float, float] = A4
    first: Margins = field(default_factory=Margins)
    later: Margins = field(default_factory=Margins)
    decorate: Callable[[Page], None] | None = None
    watermark: str = ""
    watermark_of: Callable[[int], str] | None = None
    """Another word across single pages, by the number of the page when all are drawn; empty where there is none."""
    title: str = ""
    author: str = ""
    held: Mapping[int, float] = field(default_factory=dict)
    """Points that stay blank at the foot of single pages, by their numbers, so that the next ones hold more."""
    pages_of: dict[str, int] = field(default_factory=dict)
    """Filled while pages are drawn: the page number of each anchor, for an index that comes after the rest."""

    def margins(self, number: int) -> Margins:
        """Return the margins of a page; the first page has number 1."""
        return self.first if number == 1 else self.later


class PageBreak(Block):
    """A break to a new page; with ``part`` to a first page whose numbers begin at 1.

    ``held`` are points that stay blank at the foot of pages that follow: 1 is the one that begins here.
    """

    def __init__(self, *, part: bool = False, held: Mapping[int, float] | None = None) -> None:
        super().__init__()
        self.part = part
        self.held = dict(held or {})

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Takes no room."""
        return available_width, 0.0

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Nothing to draw."""


@gc_paused()
def render(typesetter: Typesetter, story: Iterable[Flowable], paper: Paper) -> DrawnPages:
    """Draw the pages of a story, ready to be finished; a generator is consumed while drawing."""
    canvas = FaCanvas(typesetter, paper.size, title=paper.title, author=paper.author, pages_of=paper.pages_of)
    filler = _DrawingFiller(canvas, paper)
    filler.fill(_joined_with_next(story))

    def decorate(number: int, total: int) -> None:
        if paper.decorate is not None:
            width, height = paper.size
            part = bisect_right(filler.parts, number) - 1
            before = filler.parts[part] - 1
            end = filler.parts[part + 1] - 1 if part + 1 < len(filler.parts) else total
            margins = paper.margins(number - before)
            paper.decorate(Page(canvas, typesetter, number - before, end - before, width, height, margins, part))

    drawn = canvas.finish(decorate, _watermarks(canvas, paper))
    return replace(drawn, first_pages=tuple(first - 1 for first in filler.parts))


def blank_shares(story: Iterable[Flowable], paper: Paper) -> list[float]:
    """Return the blank share at the foot of each page of a story, without drawing it."""
    return try_layout(story, paper).left


@dataclass(frozen=True, slots=True)
class LayoutTrial:
    """Result of a layout trial: the blank share at the foot of each page, and the flowables of each page."""

    left: list[float]
    placed: list[tuple[int, Flowable]]


def try_layout(story: Iterable[Flowable], paper: Paper) -> LayoutTrial:
    """Lay out a story without drawing it; a list may be drawn afterwards."""
    filler = _TryingFiller(paper)
    filler.fill(_joined_with_next(story))
    return LayoutTrial(filler.left, filler.placed)


def _joined_with_next(story: Iterable[Flowable]) -> Iterator[Flowable]:
    """Join every flowable with ``keep_with_next`` and the next one into one block."""
    held: list[Flowable] = []
    for flowable in story:
        if getattr(flowable, "keep_with_next", False):
            held.append(flowable)
        elif held and not isinstance(flowable, PageBreak):
            held += flowable.flowables if isinstance(flowable, KeptTogether) else [flowable]
            yield KeptTogether(held)
            held = []
        else:
            yield from held
            held = []
            yield flowable
    yield from held


class _Filler:
    """Fills pages without drawing, and knows the free room of the open page."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._held = dict(paper.held)
        self._number = self._pages = 0
        self.parts: list[int] = [1]
        """The number of the first page of each part."""
        self.left: list[float] = []
        """The share of each page that is blank at its foot."""
        self._open_page()

    def _open_page(self) -> None:
        self._number += 1
        self._pages += 1
        margins = self._paper.margins(self._number)
        width, height = self._paper.size
        self._left, self._width = margins.left, width - margins.left - margins.right
        self._foot = margins.bottom
        self._bottom = margins.bottom + self._held.get(self._number, 0.0)
        self._y = self._top = height - margins.top
        self._after = 0.0
        self._empty = True

    def _turn(self) -> None:
        self._close_page()
        self._open_page()

    def _close_page(self) -> None:
        self.left.append((self._y - self._foot) / (self._top - self._foot))

    def _break(self, wanted: PageBreak) -> None:
        """End the page unless it is empty; the next page may begin a part."""
        if not self._empty:
            self._turn()
        if wanted.part and self._pages > self.parts[-1]:
            self.parts.append(self._pages)
            self._number, self._pages = 0, self._pages - 1
            self._open_page()
        if wanted.held:
            self._held |= {self._number - 1 + page: held for page, held in wanted.held.items()}
            self._bottom = self._foot + self._held.get(self._number, 0.0)

    def fill(self, story: Iterator[Flowable]) -> None:
        """Lay out the whole story and close the last page."""
        waiting: deque[Flowable] = deque()
        while True:
            if not waiting:
                following = next(story, None)
                if following is None:
                    break
                waiting.append(following)
            flowable = waiting.popleft()
            if isinstance(flowable, PageBreak):
                self._break(flowable)
                continue
            waiting.extendleft(reversed(self._place(flowable)))
        self._close_page()

    def _place(self, flowable: Flowable) -> list[Flowable]:
        """Place the flowable or its first part; return what follows on the next page."""
        gap = 0.0 if self._empty else max(self._after, float(flowable.getSpaceBefore()))
        room = self._y - self._bottom - gap
        height = float(flowable.wrap(self._width, room)[1])
        if height <= room + SLACK:
            self._set_down(flowable, gap, height)
            return []
        parts = flowable.split(self._width, room) if room > 0 else []
        if not parts:
            if not self._empty:
                self._turn()
                return [flowable]
            parts = flowable.force_split(self._width, room)
        if not parts:
            # Rather over the margin and seen than lost
            self._set_down(flowable, gap, height)
            self._turn()
            return []
        self._set_down(parts[0], gap, float(parts[0].wrap(self._width, room)[1]))
        self._turn()
        return list(parts[1:])

    def _set_down(self, flowable: Flowable, gap: float, height: float) -> None:
        self._y -= gap + height
        self._after = float(flowable.getSpaceAfter())
        self._empty = False


class _TryingFiller(_Filler):
    """A filler that notes which flowables are on which page."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self.placed: list[tuple[int, Flowable]] = []

    def _set_down(self, flowable: Flowable, gap: float, height: float) -> None:
        super()._set_down(flowable, gap, height)
        self.placed.append((self._number, flowable))


class _DrawingFiller(_Filler):
    """A filler that draws each flowable."""

    def __init__(self, canvas: FaCanvas, paper: Paper) -> None:
        super().__init__(paper)
        self._canvas = canvas

    def _close_page(self) -> None:
        super()._close_page()
        self._canvas.showPage()

    def _set_down(self, flowable: Flowable, gap: float, height: float) -> None:
        super()._set_down(flowable, gap, height)
        flowable.drawOn(self._canvas, self._left, self._y)


def _watermarks(canvas: FaCanvas, paper: Paper) -> Callable[[int], str]:
    """Return a function for the operators of the watermark of a page; each word is traced once."""
    drawn: dict[str, str] = {"": ""}

    def under(number: int) -> str:
        own = paper.watermark_of(number) if paper.watermark_of is not None else ""
        word = own or paper.watermark
        if word not in drawn:
            drawn[word] = _watermark(canvas, paper.size, word)
        return drawn[word]

    return under


def _watermark(canvas: FaCanvas, sheet: tuple[float, float], word: str) -> str:
    """Return a pale word along the rising diagonal, as a shape that is no text to readers."""
    width, height = sheet
    shape = outline(canvas.typesetter, word, ParagraphStyle(TextStyle(Weight.BOLD, _MARK_SIZE)))
    scale = min(width / A4[0], height * _MARK_SHARE / shape.width)
    left, down = shape.width / 2, (shape.ascent - shape.descent) / 2
    place = f"0.5736 0.8192 -0.8192 0.5736 {width / 2:.2f} {height / 2:.2f} cm"
    size = f"{scale:.4f} 0 0 {scale:.4f} {-left * scale:.2f} {-down * scale:.2f} cm {colour_operator(_MARK_COLOUR)}"
    return f"{place} {size} {shape.operators}"
