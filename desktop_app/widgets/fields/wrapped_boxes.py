"""Check box with wrapping text, and radio buttons painted as rows or tabs.

Qt's own check box would make its form wider than the sheet. The buttons can be pressed anywhere on them.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height


class PaintedRadio(QRadioButton):
    """Base of self-painted radio buttons; Tab stops at the chosen one of the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self._take_stop)

    def hitButton(self, position: QPoint) -> bool:
        """Accept clicks on the whole button."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _take_stop(self, chosen: bool) -> None:
        """Make the chosen button the Tab stop; Qt does so only on focus."""
        group = self.group()
        if not chosen or group is None:
            return
        tab = Qt.FocusPolicy.TabFocus
        for one in group.buttons():
            policy = one.focusPolicy()
            one.setFocusPolicy(policy | tab if one is self else policy & ~tab)


_NARROWEST = 160
_RING = 4
"""The ring of the keyboard keeps clear of the first letter."""


class WrappedCheckBox(QCheckBox):
    """Check box as tall as its wrapped text, with the mark at the first line.

    Its words are what people wrote: an «&» among them is shown, and is no key.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Set the text."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Return the width of a few words."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROWEST), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines as drawn."""
        spare = max(0, self._line() - self.fontMetrics().height())
        return max(self._line(), wrapped_height(self._words, self.font(), width - self._mark()) + spare)

    def hitButton(self, pos: QPoint) -> bool:
        """Accept clicks on every line of the text."""
        return self._drawn().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the wrapped text."""
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        words = self._drawn().adjusted(0, 0, -self._mark(), 0)
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_wrapped(painter, QRectF(words), self._words, self.font(), middle=True)
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.rect = words.adjusted(0, 0, _RING, 0)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)
        option.rect = QRect(0, 0, self.width(), self._line())
        option.rect = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option)

    # ---- inside

    def _drawn(self) -> QRect:
        """Return the rectangle of mark and text."""
        return QRect(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))

    def _line(self) -> int:
        return super().sizeHint().height()

    def _mark(self) -> int:
        """Return the width of the mark and its gap."""
        style = self.style()
        return style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self) + style.pixelMetric(
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self
        )
