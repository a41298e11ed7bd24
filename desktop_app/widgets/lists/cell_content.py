"""Contents of list cells and group headings, and dots for the filled seats of a party.

A long first line wraps into the second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.pill import Party, paint_party
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, ICON_NOTE, TextRole, Tokens, Tone


@dataclass(frozen=True, slots=True)
class GroupContent:
    """Contents of a group heading: name, count in words, and an optional mark."""

    name: str
    count: str
    tone: Tone | None = None
    shape: Shape | None = None
    party: Party | None = None


def paint_group_head(painter: QPainter, tokens: Tokens, rect: QRectF, content: GroupContent) -> None:
    """Draw a group heading: name at the right, count next to it."""
    painter.fillRect(rect, tokens.colour("sunken"))
    side = tokens.px(ICON_NOTE)
    right = rect.right() - GAP_CARD
    box = QRectF(right - side, rect.center().y() - side / 2, side, side)
    if content.shape is not None:
        paint_mark(painter, box, content.shape, tokens.ink(content.tone or Tone.NEUTRAL), tokens.colour("sunken"))
    elif content.party is not None:
        paint_party(painter, box, content.party, tokens)
    if content.shape is not None or content.party is not None:
        right -= side + GAP
    name, count = tokens.font(TextRole.STRONG), tokens.font(TextRole.NOTE)
    room = right - rect.left() - GAP_CARD - QFontMetrics(count).horizontalAdvance(content.count) - GAP_CARD
    shown = cut(content.name, QFontMetrics(name), int(room))
    wide = QFontMetrics(name).horizontalAdvance(shown)
    painter.setFont(name)
    painter.setPen(tokens.ink(content.tone) if content.tone is not None else tokens.colour("text"))
    painter.drawText(QRectF(right - wide - 2, rect.top(), wide + 2, rect.height()), RIGHT | FORCE_RTL, shown)
    painter.setFont(count)
    painter.setPen(tokens.colour("second"))
    beside = QRectF(rect.left(), rect.top(), right - wide - GAP_CARD - rect.left(), rect.height())
    painter.drawText(beside, RIGHT | FORCE_RTL, content.count)


WIDTH, HEIGHT, BETWEEN = 17, 9, 3
MOST = 12
"""More seats than this are told by the words beside the pips alone."""


class SeatPips(QWidget):
    """Row of dots set by `show_seats(present, filled)`; a text next to it has the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_seats(self, present: int, filled: int) -> None:
        """Show how many of the filled seats are present."""
        self._present, self._filled = present, filled if filled <= MOST else 0
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for one dot per seat."""
        tokens = tokens_of(self)
        return QSize(self._filled * tokens.px(WIDTH + BETWEEN), tokens.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots from the right, filled for present ones."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        wide, tall, step = tokens.px(WIDTH), tokens.px(HEIGHT), tokens.px(WIDTH + BETWEEN)
        for place in range(self._filled):
            box = QRectF(self.width() - (place + 1) * step + tokens.px(BETWEEN), 0, wide, tall)
            if place < self._present:
                paint_rounded(painter, box, tall / 2, tokens.ink(Tone.DONE))
            else:
                paint_rounded(painter, box, tall / 2, None, tokens.colour("edge"))


@dataclass(frozen=True, slots=True)
class CellContent:
    """Contents of a cell: a first line with an optional mark, a second with an optional mark or party."""

    first: str
    second: str = ""
    strong: bool = False
    tone: Tone | None = None
    shape: Shape | None = None
    percent: int | None = None
    second_tone: Tone | None = None
    second_shape: Shape | None = None
    party: Party | None = None
    hits: tuple[tuple[int, int], ...] = ()
    """Search hits in the first line: (start, length)."""
    at_end: bool = False
    """Stand at the left edge of the cell."""
    flows: bool = False
    """The first line goes on in the second, which carries nothing else."""


def split_lines(content: CellContent, metrics: QFontMetrics, width: float) -> tuple[CellContent, CellContent]:
    """Split a flowing text into two lines with their search hits: what fits, then the rest."""
    end = _end_of_line(content.first, metrics, width)
    hits = [(start, length) for start, length in content.hits]
    above = tuple((start, min(length, end - start)) for start, length in hits if start < end)
    below = tuple(
        (max(0, start - end), start + length - max(start, end)) for start, length in hits if start + length > end
    )
    # the blank where it was parted has no room in a line that is just full: for it the last word would be cut off
    return replace(content, first=content.first[:end].rstrip(" "), hits=above), replace(
        content, first=content.first[end:], hits=below
    )


def start_at_hit(content: CellContent, metrics: QFontMetrics, width: float) -> CellContent:
    """Return the content starting with «…» shortly before its first search hit, if that would be cut off."""
    text = content.first
    if not content.hits or metrics.horizontalAdvance(text) <= width:
        return content
    start, length = min(content.hits)
    if metrics.horizontalAdvance(f"{text[: start + length]}\u2026") <= width:
        return content
    spare = width - metrics.horizontalAdvance(f"\u2026{text[start : start + length]}\u2026")
    begin = text.rfind(" ", 0, start) + 1
    while begin > 0:
        earlier = text.rfind(" ", 0, begin - 1) + 1
        if metrics.horizontalAdvance(text[earlier:start]) > spare / 2:
            break
        begin = earlier
    hits = tuple((place - begin + 1, long) for place, long in content.hits)
    return replace(content, first=f"\u2026{text[begin:]}", hits=hits)


def _end_of_line(text: str, metrics: QFontMetrics, width: float) -> int:
    """Return where the second line begins; the end if the text fits or its first word is too long."""
    if metrics.horizontalAdvance(text) <= width:
        return len(text)
    end = 0
    while (blank := text.find(" ", end)) >= 0 and metrics.horizontalAdvance(text[:blank]) <= width:
        end = blank + 1
    return end or len(text)
