"""Words that lead somewhere: they stand at the right edge like the writing around them, and wrap like it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.press_button import PressButton
from desktop_app.widgets.fields.writing import paint_wrapped, wrapped_height
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import TextRole


class Link(PressButton):
    """A button in the accent's ink without a box; Enter and Space press it."""

    def __init__(
        self, parent: QWidget | None = None, *, text: str = "", role: TextRole = TextRole.LABEL, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self._role, self._wrap = role, wrap
        self.setText(text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Expanding if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """One that wraps grows downwards."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The lines of the words."""
        return wrapped_height(self.text(), self._font(), width) + 2

    def sizeHint(self) -> QSize:
        """The words alone."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """One that wraps narrows, the other shows whole."""
        return QSize(60, self.sizeHint().height()) if self._wrap else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, a line under them while the pointer is there, a ring while the keyboard is."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        font = self._font()
        font.setUnderline(self.underMouse())
        painter.setPen(tokens.colour("accent"))
        paint_wrapped(painter, QRectF(self.rect()), self.text(), font)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 4, tokens.colour("accent"), 1.5)

    def _font(self) -> QFont:
        font = tokens_of(self).font(self._role)
        font.setWeight(QFont.Weight.DemiBold)
        return font
