"""Tabs for the saved views of a list, each with its exact count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from desktop_app.widgets.fields.wrapped_boxes import PaintedRadio
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, paint_mark
from desktop_app.widgets.style.tokens import HEIGHT_COMPACT, ICON_NOTE, RADIUS_ROW, TextRole, Tone
from desktop_app.words import widgets as words

EDGE, COUNT_GAP = 12, 8
_FLAGS = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextForceRightToLeft
)


@dataclass(frozen=True, slots=True)
class ViewTab:
    """One saved view: key, word, and the tone of a count above zero."""

    key: str
    label: str
    tone: Tone | None = None


class _TabButton(PaintedRadio):
    """Radio button painted as a tab."""

    def __init__(self, owner: QWidget, tab: ViewTab) -> None:
        super().__init__(owner)
        self.tab = tab
        self._count: int | None = None
        self.setObjectName(f"view_{tab.key}")
        self.setText(tab.label)
        self.setAccessibleName(tab.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # a pointer that chooses a view leaves the keyboard in the list
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, count: int | None) -> None:
        """Set the exact count; None while unknown."""
        self._count = count
        self.setAccessibleName(self.tab.label if count is None else words.view_with_count(self.tab.label, count))
        self.updateGeometry()
        self.update()

    def count(self) -> int | None:
        """The count next to the word."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return the size of the bold word, mark and count."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(self._font(strong=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * EDGE + self._mark_room()
        if self._count is not None:
            width += COUNT_GAP + metrics.horizontalAdvance(words.number(self._count))
        return QSize(width, max(tokens.px(HEIGHT_COMPACT), metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Return the full size, as a tab is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, then mark and count at its left."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            edge = tokens.outline(tokens.colour("accent"))
            paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), edge)
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        font = self._font(strong=chosen)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(tokens.colour("accent" if chosen else "second"))
        right = box.right() - EDGE
        painter.drawText(QRectF(0, -1, right, box.height()), _FLAGS, self.text())
        if self._count is None:
            return
        right -= metrics.horizontalAdvance(self.text()) + COUNT_GAP
        if self._is_loud() and self.tab.tone is not None:
            ink = tokens.ink(self.tab.tone)
            side = tokens.px(ICON_NOTE)
            mark = QRectF(right - side, (box.height() - side) / 2 - 0.5, side, side)
            paint_mark(painter, mark, TONE_SHAPES[self.tab.tone], ink, tokens.colour("page"))
            painter.setPen(ink)
            right -= side + 4
        painter.drawText(QRectF(0, -1, right, box.height()), _FLAGS, words.number(self._count))

    def _is_loud(self) -> bool:
        return self.tab.tone is not None and bool(self._count)

    def _mark_room(self) -> int:
        return tokens_of(self).px(ICON_NOTE) + 4 if self._is_loud() else 0

    def _font(self, *, strong: bool) -> QFont:
        font = tokens_of(self).font(TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        return font


class ViewTabs(QWidget):
    """Row of tabs; `chosen` is emitted only for the operator's choices. Arrows move and choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _TabButton] = {}
        self._flow = FlowLayout(self, gap=2)
        self._group.buttonClicked.connect(self._tell)
        self.setAccessibleName(words.VIEWS)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tabs(self, tabs: Sequence[ViewTab]) -> None:
        """Set the views, once."""
        for tab in tabs:
            button = _TabButton(self, tab)
            self._buttons[tab.key] = button
            self._group.addButton(button)
            self._flow.addWidget(button)
        self.setVisible(bool(tabs))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the known counts."""
        for key, button in self._buttons.items():
            button.set_count(counts.get(key))
        self.updateGeometry()

    def count(self, key: str) -> int | None:
        """Return the count of a view."""
        return self._buttons[key].count()

    def value(self) -> str:
        """The chosen view, or ""."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose from code, without a signal."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self.setFocusProxy(self._buttons[key])

    def choose(self, key: str) -> None:
        """Choose as the operator does."""
        if key in self._buttons:
            self._buttons[key].click()

    def button(self, key: str) -> QRadioButton:
        """Return the button of a view."""
        return self._buttons[key]

    def sizeHint(self) -> QSize:
        """Return the size on one line, which a layout takes as the least height."""
        whole = sum(button.sizeHint().width() + 2 for button in self._buttons.values())
        return QSize(whole, self._flow.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Return the height of two lines at most."""
        width = max(self._flow.minimumSize().width(), round(self.sizeHint().width() * 0.6))
        return QSize(width, self._flow.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _tell(self, button: object) -> None:
        if isinstance(button, _TabButton):
            self.setFocusProxy(button)
            self.chosen.emit(button.tab.key)
