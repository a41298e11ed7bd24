"""Right-to-left lists: a mark at the right edge, and an indented text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.engine.layout.canvas import canvas_of_program
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import (
    SLACK,
    Block,
    Flowable,
    Stacked,
    cut_stack,
    draw_stack,
    measure_stack,
    total_height,
)
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter

Text = str | Sequence[Span]
Marks = Callable[[int], str]
"""The mark of an item by its number from 1."""
_LEAST_GAP = 3.0
"""Points between a mark and its text, however long the mark or large the text."""


def numbers(number: int) -> str:
    """Return a mark such as ``۱.``"""
    return f"{persian_digits(number)}."


def ordinals(number: int) -> str:
    """Return a mark such as ``اول:``"""
    return f"{ordinal(number)}:"


def dashes(_number: int) -> str:
    """Return a dash as the mark of every item."""
    return "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An item with items one level below it, which have marks of their own."""

    text: Text
    items: Sequence[Text] = ()
    marks: Marks = dashes


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """The look of a list.

    ``mark`` is the style of the marks (None: the text's own), ``width`` the distance from the right edge to the text
    (None: the widest mark and ``gap``; more where a mark needs it), ``padding`` the blank above and below each item.
    """

    mark: ParagraphStyle | None = None
    width: float | None = None
    gap: float = 6.0
    padding: float = 0.0
    before: float = 0.0
    after: float = 0.0


class FaList(Block):
    """List of items; a page may end between two items or inside the text of one."""

    def __init__(
        self,
        typesetter: Typesetter,
        items: Sequence[Text | ListItem],
        style: ParagraphStyle,
        marks: Marks = numbers,
        *,
        look: ListStyle | None = None,
        place: str = "",
    ) -> None:
        super().__init__()
        look = look or ListStyle()
        self.look = look
        self.node = Node("L")
        found = [item if isinstance(item, ListItem) else ListItem(text=item) for item in items]
        shown = [FaParagraph(typesetter, marks(number), look.mark or style) for number in range(1, len(found) + 1)]
        widest = max((mark.natural_width() for mark in shown), default=0.0)
        indent = widest + look.gap if look.width is None else max(look.width, widest + _LEAST_GAP)
        self._items = [
            _Item(mark, _body(typesetter, item, style, look, place), indent, look.padding)
            for mark, item in zip(shown, found, strict=True)
        ]
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above."""
        return max(self.look.before, float(self._items[0].getSpaceBefore()) if self._items else 0.0)

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below."""
        return max(self.look.after, float(self._items[-1].getSpaceAfter()) if self._items else 0.0)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Stack the items."""
        self._stack = measure_stack(self._items, available_width)
        self.width, self.height = available_width, total_height(self._stack)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut between two items, or inside the one at the border."""
        self.wrap(available_width, available_height)
        above, below = cut_stack(self._stack, available_width, available_height)
        return [self._part(above), self._part(below)] if above and below else []

    def _part(self, items: list[Any]) -> FaList:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._items = items
        return part

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the items."""
        with canvas_of_program(canvas).inside(self.node):
            draw_stack(self._stack, canvas, x, y + self.height)


def _body(typesetter: Typesetter, item: ListItem, style: ParagraphStyle, look: ListStyle, place: str) -> list[Flowable]:
    body: list[Flowable] = [FaParagraph(typesetter, item.text, style, place=place)]
    if item.items:
        inner = ListStyle(gap=look.gap, padding=look.padding, before=style.after)
        body.append(FaList(typesetter, item.items, style, item.marks, look=inner, place=place))
    return body


class _Item(Block):
    """One item: a mark and its text; the part on the next page has no mark."""

    def __init__(self, mark: FaParagraph, body: list[Flowable], indent: float, padding: float) -> None:
        super().__init__()
        mark.node.role = "Lbl"
        self._mark: FaParagraph | None = mark
        self._body = body
        self._indent = indent
        self._padding = padding
        self._stack: list[Stacked] = []
        self.node, self._text = Node("LI"), Node("LBody")

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the text."""
        return float(self._body[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below the text."""
        return float(self._body[-1].getSpaceAfter())

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As tall as the taller of mark and text."""
        self.width = available_width
        self._stack = measure_stack(self._body, available_width - self._indent)
        mark = self._mark.wrap(self._indent, 0.0)[1] if self._mark else 0.0
        self.height = max(mark, total_height(self._stack)) + 2 * self._padding
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut inside the text, if the mark keeps at least a line of it."""
        self.wrap(available_width, available_height)
        inner = available_height - 2 * self._padding
        if self._mark and self._mark.height > inner + SLACK:
            return []
        above, below = cut_stack(self._stack, available_width - self._indent, inner)
        return [self._part(above, self._mark), self._part(below, None)] if above and below else []

    def _part(self, body: list[Flowable], mark: FaParagraph | None) -> _Item:
        part = object.__new__(_Item)
        part.__dict__.update(self.__dict__)
        part._body, part._mark = body, mark
        return part

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the mark at the right edge and the text next to it."""
        page, top = canvas_of_program(canvas), y + self.height - self._padding
        with page.inside(self.node):
            if self._mark:
                self._mark.drawOn(canvas, x + self.width - self._indent, top - self._mark.height)
            with page.inside(self._text) if self._stack else nullcontext():
                draw_stack(self._stack, canvas, x, top)
