"""The line that searches a list: a magnifier at the right, its keys at the left until something is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole

EDGE, INNER = 10, 6
WIDTH = 276
HINT_AT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class SearchField(LineField):
    """A field like all others, with its mark."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._hint = hint
        self._wide = WIDTH
        self._make_room()

    def set_wide(self, pixels: int) -> None:
        """So wide at 100 %, for a bar that it shares."""
        self._wide = pixels
        self._make_room()

    def set_hint(self, keys: str) -> None:
        """The Latin keys that lead here."""
        self._hint = keys
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """The mark grows with the writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the magnifier, the keys."""
        super().paintEvent(event)
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = tokens.px(ICON_ROW)
        box = QRectF(self.width() - EDGE - side, (self.height() - side) / 2, side, side)
        icons_of(self).paint(painter, box, "search", tokens.colour("second"))
        if self._hint and not self.text() and not self.hasFocus():
            painter.setFont(tokens.font(TextRole.HINT))
            painter.setPen(tokens.colour("quiet"))
            painter.drawText(QRect(EDGE, 0, self.width() - 2 * EDGE, self.height()), HINT_AT, self._hint)

    def _make_room(self) -> None:
        tokens = tokens_of(self)
        self.setFixedWidth(tokens.px(self._wide))
        self.setTextMargins(0, 0, tokens.px(ICON_ROW) + INNER, 0)
