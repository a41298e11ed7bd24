"""Link targets without ink, and page numbers that refer to them.

An anchor is a heading's (``FaHeading(…, anchor="key")``) or an :class:`Anchor` of its own. ``Span(words, link="key")``
leads to it from any page. :class:`PageOf` is the number of its page, known before that page is laid out.
"""

from __future__ import annotations

from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.engine.layout.canvas import FaCanvas, canvas_of_program
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Block
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter


class Anchor(Block):
    """A link target without ink; it stays with what follows."""

    keep_with_next = True

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Takes no room."""
        return available_width, 0.0

    def drawOn(self, canvas: object, _x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Note this position as the target."""
        canvas_of_program(canvas).anchor(self._key, y)


class Signpost(Block):
    """A bookmark without a heading and without ink; it stays with what follows."""

    keep_with_next = True

    def __init__(self, level: int, title: str) -> None:
        super().__init__()
        self._level, self._title = level, title

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Takes no room."""
        return available_width, 0.0

    def drawOn(self, canvas: object, _x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Note this position as the target."""
        canvas_of_program(canvas).bookmark(self._level, self._title, y)


class PageOf(Block):
    """The page number of an anchor in Persian digits, as a link.

    It may stand before the anchor is drawn, as in a table of contents. An anchor that is never drawn is a bug of
    the caller (``KeyError``).
    """

    def __init__(self, typesetter: Typesetter, key: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._typesetter = typesetter
        self._key = key
        self._style = style
        self._node = Node("P")

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """One line."""
        self.width = available_width
        self.height = self._style.pitch * self._typesetter.setting(self._style.text).style.size
        return self.width, self.height

    def minWidth(self) -> float:  # noqa: N802 - the toolkit's name
        """Room for four digits."""
        return float(self._number("۸۸۸۸").minWidth())

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Reserve the position; the digits are drawn when all pages are known."""
        page = canvas_of_program(canvas)
        with page.inside(self._node):
            page.defer(lambda: self._fill(page, x, y))

    def _fill(self, canvas: FaCanvas, x: float, y: float) -> None:
        number = self._number(persian_digits(canvas.pages_of[self._key]))
        number.wrap(self.width, self.height)
        number.drawOn(canvas, x, y)

    def _number(self, digits: str) -> FaParagraph:
        number = FaParagraph(self._typesetter, [Span(digits, link=self._key)], self._style)
        number.node = self._node
        return number
