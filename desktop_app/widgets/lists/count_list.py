"""Side list of names with counts; the chosen one filters a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.controls.pill import Party, paint_party
from desktop_app.widgets.fields.wrapped_boxes import PaintedRadio
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_chosen_row, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import ICON_NOTE, RADIUS_ROW, TextRole, Tokens, Tone
from desktop_app.words import widgets as words

EDGE, INDENT, BETWEEN = 10, 14, 6
ROW = 32


@dataclass(frozen=True, slots=True)
class CountContent:
    """One row: key, word, count, count of late ones; or a heading."""

    key: str
    label: str
    count: int
    late: int = 0
    party: Party | None = None
    head: bool = False
    spoken: str = ""


class _CountRow(PaintedRadio):
    """Radio button painted like a row of the navigation."""

    def __init__(self, content: CountContent) -> None:
        super().__init__()
        self.content = content
        self.setObjectName(f"count_{content.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_content(content)

    def show_content(self, content: CountContent) -> None:
        """Show new counts."""
        self.content = content
        self.setText(content.label)
        self.setAccessibleName(content.spoken or f"{content.label} {words.number(content.count)}")
        self.setToolTip(content.spoken)
        self.update()

    def need(self) -> int:
        """The width at which nothing is cut."""
        tokens, content = tokens_of(self), self.content
        figures = self._figure(tokens, content.count) + (self._figure(tokens, content.late) if content.late else 0)
        late = tokens.px(ICON_NOTE) + BETWEEN + 2 + 4 if content.late else 0
        mark = tokens.px(ICON_NOTE + 2) + BETWEEN if content.party is not None else 0
        font = tokens.font(TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold)
        word = QFontMetrics(font).horizontalAdvance(content.label) + 2
        return 2 * EDGE + (0 if content.head else INDENT) + mark + word + 2 * BETWEEN + figures + late

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        tokens = tokens_of(self)
        return QSize(tokens.px(120), max(tokens.px(ROW), QFontMetrics(tokens.font(TextRole.SECOND)).height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Return a smaller width, as the word may be cut."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the party mark and the word at the right, the counts at the left."""
        tokens, content = tokens_of(self), self.content
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            paint_chosen_row(painter, box, tokens)
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        left = self._paint_counts(painter, tokens)
        right = box.right() - EDGE - (0 if content.head else INDENT)
        if content.party is not None:
            side = tokens.px(ICON_NOTE + 2)
            paint_party(painter, QRectF(right - side, (box.height() - side) / 2, side, side), content.party, tokens)
            right -= side + BETWEEN
        font = self._font(tokens)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(
            tokens.colour("accent" if self.isChecked() else "text" if content.head or content.count else "quiet")
        )
        text = cut(content.label, metrics, int(right - left - BETWEEN))
        painter.drawText(QRectF(left + BETWEEN, -1, right - left - BETWEEN, box.height()), RIGHT | FORCE_RTL, text)

    def _paint_counts(self, painter: QPainter, tokens: Tokens) -> float:
        """Draw the count at the left edge and the late count next to it; return where they end."""
        content = self.content
        ink = tokens.colour("second" if content.count else "quiet")
        at = self._paint_number(painter, tokens, EDGE, content.count, ink)
        if content.late:
            at = self._paint_number(painter, tokens, at + BETWEEN + 2, content.late, tokens.ink(Tone.DANGER))
            side = tokens.px(ICON_NOTE)
            mark = QRectF(at + 4, (self.height() - side) / 2 - 0.5, side, side)
            paint_mark(painter, mark, Shape.TRIANGLE, tokens.ink(Tone.DANGER), tokens.colour("page"))
            at = mark.right()
        return at

    def _paint_number(self, painter: QPainter, tokens: Tokens, left: float, number: int, ink: QColor) -> float:
        font = tokens.font(TextRole.LABEL)
        width = self._figure(tokens, number)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(left, -1, width, self.height()), RIGHT | FORCE_RTL, words.number(number))
        return left + width

    def _figure(self, tokens: Tokens, number: int) -> int:
        """Return the width of a number, at least of two digits."""
        metrics = QFontMetrics(tokens.font(TextRole.LABEL))
        return max(metrics.horizontalAdvance(words.number(one)) for one in (number, 10))

    def _font(self, tokens: Tokens) -> QFont:
        font = tokens.font(TextRole.SECOND)
        strong = self.content.head or self.isChecked()
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font


class CountList(QScrollArea):
    """`chosen` carries the key that the operator chose; arrows move and choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._rows: dict[str, _CountRow] = {}
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(3, 3, 3, 3)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._group.buttonClicked.connect(self._tell)

    def show_rows(self, contents: Sequence[CountContent], chosen: str) -> None:
        """Show the rows; a kept row keeps the focus."""
        if [content.key for content in contents] != list(self._rows):
            self._make(contents)
        for content in contents:
            self._rows[content.key].show_content(content)
        self.set_value(chosen)

    def set_value(self, key: str) -> None:
        """Choose from code, without a signal; an unknown key chooses none."""
        row = self._rows.get(key)
        if row is not None:
            row.setChecked(True)
            self.setFocusProxy(row)
            return
        self._group.setExclusive(False)
        for other in self._rows.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def value(self) -> str:
        """The chosen key, or ""."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def row(self, key: str) -> QRadioButton:
        """Return the row of a key."""
        return self._rows[key]

    def contents(self) -> tuple[CountContent, ...]:
        """The contents of the rows."""
        return tuple(row.content for row in self._rows.values())

    def need(self) -> int:
        """The width at which no name is cut, with a scroll bar."""
        margins = self._column.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return max((row.need() for row in self._rows.values()), default=0) + margins.left() + margins.right() + bar

    def sizeHint(self) -> QSize:
        """Return the height of a few rows; the list grows and scrolls."""
        return QSize(tokens_of(self).px(120), 4 * tokens_of(self).px(ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row in self._rows.values():
                row.updateGeometry()

    def _make(self, contents: Sequence[CountContent]) -> None:
        for old in self._rows.values():
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {}
        for content in contents:
            row = _CountRow(content)
            self._rows[content.key] = row
            self._group.addButton(row)
            self._column.insertWidget(self._column.count() - 1, row)

    def _tell(self, button: object) -> None:
        if isinstance(button, _CountRow):
            self.setFocusProxy(button)
            self.ensureWidgetVisible(button)
            self.chosen.emit(button.content.key)
