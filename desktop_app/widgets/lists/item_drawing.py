"""Layout and drawing of list rows: mark, title, note, planned time, running clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.look import paint_rounded
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tokens, Tone
from desktop_app.widgets.style.writing import LEFT, RIGHT, line_width, paint_wrapped, wrapped_height
from desktop_app.words.digits import filled

EDGE, PAD, MARK_GAP, CLOCK_GAP = 12, 8, 12, 12
LEAST_TITLE: Final = 100
"""What a title keeps of its line before the end of it gives way."""
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)


@dataclass(frozen=True, slots=True)
class ItemContent:
    """Contents of a row; `progress` (0 to 1) draws a bar next to the clock."""

    title: str
    note: str = ""
    end: str = ""
    shape: Shape | None = None
    tone: Tone = Tone.NEUTRAL
    icon: str = ""
    running: bool = False
    clock: str = ""
    progress: float = 0.0
    spoken: str = ""
    quiet: bool = False
    """Waits aside: its title is no stronger than a note."""
    menu: bool = True
    chosen: bool = False
    """What stands beside the list is about this row."""
    act: str = ""
    """What Space, or a press on the mark, does; empty where it does nothing."""

    def measured(self) -> tuple[str, str, str, bool, bool]:
        """The parts of the content that decide the height."""
        return self.title, self.note, self.end, self.running, self.menu


@dataclass(frozen=True, slots=True)
class ItemDrawing:
    """Layout of a row's content at a given width."""

    content: ItemContent
    tokens: Tokens
    width: int
    beside: int = 0
    """What is kept free for the menu's button at the left end of the first line."""

    def height(self) -> int:
        """Height of title, note, and the clock while it runs."""
        tokens = self.tokens
        note = QFontMetrics(tokens.font(TextRole.NOTE)).height() + 3 if self.content.note else 0
        clock = QFontMetrics(tokens.font(TextRole.STRONG)).height() + 8 if self.content.running else 0
        return 2 * PAD + self._title_height() + note + clock

    def first_line(self) -> int:
        """The height of the title's first line."""
        return QFontMetrics(self.tokens.font(TextRole.STRONG)).height()

    def note_top(self) -> int:
        """The top of the note, below the title."""
        return PAD + self._title_height()

    def mark_box(self) -> QRectF:
        """The rectangle of the mark."""
        side = self.tokens.px(ICON_ROW)
        return QRectF(self.width - EDGE - side, PAD + (self.first_line() - side) / 2, side, side)

    def title_box(self) -> QRectF:
        """The rectangle of the title."""
        box = QRectF(0, PAD, max(80.0, self.title_room()), self._title_height())
        box.moveRight(self.mark_box().left() - MARK_GAP)
        return box

    def end_box(self) -> QRectF:
        """The rectangle of the text at the left end of the first line."""
        return QRectF(EDGE + self.beside, PAD, self._end_width(), self.first_line())

    def paint(self, painter: QPainter, icons: IconSet, height: int, kept: int) -> None:
        """Draw mark and lines; the note leaves ``kept`` pixels free at its left end."""
        self._paint_mark(painter, icons)
        right = self.mark_box().left() - MARK_GAP
        title = self.title_box()
        painter.setPen(self.tokens.colour("second" if self.content.quiet else "text"))
        paint_wrapped(painter, title, self.content.title, self._title_font())
        self._paint_end(painter)
        self._paint_note(painter, right, title.bottom() + 3, kept)
        if self.content.running:
            self._paint_clock(painter, right, height)

    def _title_height(self) -> int:
        return wrapped_height(self.content.title, self._title_font(), max(80.0, self.title_room()))

    def _title_font(self) -> QFont:
        return self.tokens.font(TextRole.SECOND if self.content.quiet else TextRole.STRONG)

    def title_room(self) -> float:
        """The width of the title's first line."""
        end = self._end_width()
        taken = 2 * EDGE + self.tokens.px(ICON_ROW) + MARK_GAP + self.beside
        return self.width - taken - (end + CLOCK_GAP if end else 0)

    def _end_width(self) -> int:
        return line_width(self.content.end, self.tokens.font(TextRole.SECOND)) if self.content.end else 0

    def _paint_mark(self, painter: QPainter, icons: IconSet) -> None:
        content, box, tokens = self.content, self.mark_box(), self.tokens
        if content.shape is not None:
            paint_mark(painter, box, content.shape, tokens.ink(content.tone), tokens.colour("surface"))
        else:
            icons.paint(painter, box, content.icon, tokens.colour("second"))

    def _paint_end(self, painter: QPainter) -> None:
        tokens = self.tokens
        painter.setFont(tokens.font(TextRole.SECOND))
        painter.setPen(tokens.colour("second"))
        # Wider than its words, which may not be cut for a pixel
        painter.drawText(self.end_box().adjusted(0, 0, CLOCK_GAP, 0), _FLAGS | int(LEFT), self.content.end)

    def _paint_note(self, painter: QPainter, right: float, top: float, kept: int) -> None:
        tokens = self.tokens
        font = tokens.font(TextRole.NOTE)
        metrics = QFontMetrics(font)
        room = right - EDGE - kept
        painter.setFont(font)
        painter.setPen(tokens.colour("quiet"))
        text = cut(self.content.note, metrics, int(room))
        painter.drawText(QRectF(right - room, top, room, metrics.height()), _FLAGS | int(RIGHT), text)

    def _paint_clock(self, painter: QPainter, right: float, height: int) -> None:
        tokens = self.tokens
        font = tokens.font(TextRole.STRONG)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        top = height - PAD - metrics.height()
        over = self.content.progress > 1
        ink = tokens.ink(Tone.WARNING if over else Tone.ACTION)
        wide = metrics.horizontalAdvance(self.content.clock) + 4
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(right - wide, top, wide, metrics.height()), _FLAGS | int(RIGHT), self.content.clock)
        room = right - wide - CLOCK_GAP - EDGE
        if self.content.progress <= 0 or room < 30:
            return
        groove = QRectF(EDGE, top + metrics.height() / 2 - 3, room, 6)
        paint_rounded(painter, groove, 3, tokens.colour("surface"))
        done = QRectF(groove)
        done.setLeft(groove.right() - room * min(1.0, self.content.progress))
        paint_rounded(painter, done, 3, ink)


def fitted(content: ItemContent, tokens: Tokens, width: int, button: int) -> ItemDrawing:
    """Return the layout of a content at a width; ``button`` is the width of the menu button."""
    drawing = _at_width(content, tokens, width, button)
    if not content.end or drawing.title_room() >= tokens.px(LEAST_TITLE):
        return drawing
    # In a narrow panel what stands at the end goes beneath the title
    beneath = " · ".join(filled(content.end, content.note))
    return _at_width(replace(content, end="", note=beneath), tokens, width, button)


def _at_width(content: ItemContent, tokens: Tokens, width: int, button: int) -> ItemDrawing:
    # With what stands at their ends in one line, also in rows whose note leaves the button a line of its own
    taken = content.menu and (bool(content.end) or not (content.note or content.running))
    return ItemDrawing(content, tokens, width, button if taken else 0)
