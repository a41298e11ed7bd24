"""Preview of a letterhead, drawn in the paper's proportions while it is being edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import minutes as words
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import FONT_FAMILY
from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height
from desktop_app.words.digits import persian

PAGE_WIDTH, SHOWN_HEIGHT = 595.0, 505.0
"""Points of the page: its whole width, and how far down it is shown."""
MARGIN_RIGHT, MARGIN_LEFT = 70.9, 42.5
TOP, RULE_AT, TITLE_AT = 25.5, 103.5, 116.0
SIDE_COLUMN = 178.0
LOGO: Final = (68.0, 62.0)
INK, SECOND, HAIRLINE = "#1A1A1A", "#3F3F3F", "#A6A6A6"
NAME_SIZES = (12.0, 10.5, 9.0)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
_RTL = int(Qt.TextFlag.TextForceRightToLeft)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperContent:
    """Contents of the letterhead."""

    lines: tuple[str, ...] = ()
    invocation: str = ""
    committee: str = ""
    parties: tuple[str, ...] = ()
    logo: bytes = b""
    number: int = 1
    """Of the meeting."""


class PaperSketch(QWidget):
    """Preview on white; grey rows stand for the text of a meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = PaperContent()
        self._logo = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_content(self, content: PaperContent) -> None:
        """Show another letterhead."""
        if content.logo != self._content.logo:
            self._logo = QImage.fromData(content.logo) if content.logo else QImage()
        self._content = content
        self.setAccessibleDescription("\n".join((*content.lines, content.invocation, self._title())))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return True, as a page keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the visible part of the page."""
        return round(width * SHOWN_HEIGHT / PAGE_WIDTH)

    def sizeHint(self) -> QSize:
        """Return about half of the true size."""
        return QSize(336, self.heightForWidth(336))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw three columns above a line, the title, the rows."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        painter.setPen(QPen(tokens_of(self).colour("hairline"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        unit = self.width() / PAGE_WIDTH
        self._paint_head(painter, unit)
        painter.setPen(QPen(QColor("#222222"), max(1.0, 0.6 * unit)))
        painter.drawLine(
            QPointF(MARGIN_LEFT * unit, RULE_AT * unit), QPointF((PAGE_WIDTH - MARGIN_RIGHT) * unit, RULE_AT * unit)
        )
        self._paint_rows(painter, unit, self._paint_title(painter, unit))

    def _paint_head(self, painter: QPainter, unit: float) -> None:
        right = (PAGE_WIDTH - MARGIN_RIGHT) * unit
        top, height = TOP * unit, (RULE_AT - TOP - 7) * unit
        if not self._logo.isNull():
            size = self._logo.size().scaled(
                QSize(round(LOGO[0] * unit), round(LOGO[1] * unit)), Qt.AspectRatioMode.KeepAspectRatio
            )
            box = QRectF(right - size.width(), top + (height - size.height()) / 2, size.width(), size.height())
            painter.drawImage(box, self._logo)
            right = box.left() - 8.5 * unit
        left = (PAGE_WIDTH - MARGIN_RIGHT - SIDE_COLUMN) * unit
        self._paint_names(painter, unit, QRectF(left, top, right - left, height))
        painter.setPen(QColor(INK))
        painter.setFont(_font(12.0 * unit, QFont.Weight.Medium))
        middle = QRectF(0, top, (PAGE_WIDTH - MARGIN_RIGHT + MARGIN_LEFT) * unit, 18 * unit)
        painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter) | _RTL, self._content.invocation)
        painter.setPen(QColor(SECOND))
        painter.setFont(_font(10.5 * unit, QFont.Weight.Normal))
        line = 16 * unit
        for place, label in enumerate((frame_words.NUMBER, frame_words.DAY, frame_words.ATTACHMENT)):
            box = QRectF(MARGIN_LEFT * unit, top + place * line, 120 * unit, line)
            painter.drawText(box, _RIGHT | _RTL, f"{label}: …")

    def _paint_names(self, painter: QPainter, unit: float, room: QRectF) -> None:
        """Draw the names in the largest size that fits all, as on the paper."""
        painter.setPen(QColor(INK))
        for points in NAME_SIZES:
            font = _font(points * unit, QFont.Weight.Bold)
            heights = [wrapped_height(line, font, round(room.width())) for line in self._content.lines]
            if sum(heights) <= room.height() or points == NAME_SIZES[-1]:
                break
        top = room.top() + max(0.0, (room.height() - sum(heights)) / 2)
        painter.save()
        painter.setClipRect(room)
        for line, height in zip(self._content.lines, heights, strict=True):
            paint_wrapped(painter, QRectF(room.left(), top, room.width(), height), line, font)
            top += height
        painter.restore()

    def _paint_title(self, painter: QPainter, unit: float) -> float:
        width = (PAGE_WIDTH - MARGIN_RIGHT - MARGIN_LEFT) * unit
        top = TITLE_AT * unit
        parts = (
            (self._title(), _font(16 * unit, QFont.Weight.Bold), INK),
            (words.parties(self._content.parties), _font(12 * unit, QFont.Weight.Normal), SECOND),
        )
        for text, font, ink in parts:
            height = wrapped_height(text, font, round(width))
            painter.setPen(QColor(ink))
            box = QRectF(MARGIN_LEFT * unit, top, width, height)
            paint_wrapped(painter, box, text, font, align=Qt.AlignmentFlag.AlignHCenter)
            top += height + 3 * unit
        return top + 12 * unit

    def _paint_rows(self, painter: QPainter, unit: float, top: float) -> None:
        left, right = MARGIN_LEFT * unit, (PAGE_WIDTH - MARGIN_RIGHT) * unit
        row, bottom = 30 * unit, self.height() - 24 * unit
        painter.setPen(QPen(QColor(HAIRLINE), 0.5))
        rows = max(0, min(3, int((bottom - top) / row)))
        if not rows:
            return
        painter.drawRect(QRectF(left, top, right - left, rows * row))
        for place in range(1, rows):
            painter.drawLine(QPointF(left, top + place * row), QPointF(right, top + place * row))
        for place in (1, 2, 3):
            at = left + (right - left) * place / 4
            painter.drawLine(QPointF(at, top), QPointF(at, top + min(rows, 2) * row))

    def _title(self) -> str:
        return words.title(persian(self._content.number), self._content.committee)


def _font(pixels: float, weight: QFont.Weight) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    return font
