"""Check box whose words wrap, and radio buttons that look like rows or tabs.

Qt's own check box would make its form wider than the sheet. The buttons can be pressed anywhere on them.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height


class WholeRadio(QRadioButton):
    """What such buttons share; each paints itself. Tab stops at the chosen one of its group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self._take_stop)

    def hitButton(self, position: QPoint) -> bool:
        """The whole content answers to the pointer."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _take_stop(self, chosen: bool) -> None:
        """Qt takes the stop from the others only where the keyboard comes to one of them."""
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
    """As tall as its words need at its width; the mark stands beside their first line.

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
        """Say something else."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """A few words wide at least."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROWEST), hint.height())

    def heightForWidth(self, width: int) -> int:
        """The height of the lines as they are drawn."""
        spare = max(0, self._line() - self.fontMetrics().height())
        return max(self._line(), wrapped_height(self._words, self.font(), width - self._mark()) + spare)

    def hitButton(self, pos: QPoint) -> bool:
        """Every line of the words answers to the pointer."""
        return self._drawn().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark as ever, the words in lines."""
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
        """The mark and the words: a layout with more room makes the box higher than they are."""
        return QRect(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))

    def _line(self) -> int:
        return super().sizeHint().height()

    def _mark(self) -> int:
        """The width of the mark with the gap beside it."""
        style = self.style()
        return style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self) + style.pixelMetric(
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self
        )
