"""The line of facts under a resolution: labels, values, and a mark on values that need attention."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole
from desktop_app.window.minutes.format import ClauseFact

GAP, INNER = 16, 6


class FactsLine(QWidget):
    """Line of facts from right to left, wrapped as needed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        label: TextRole = TextRole.NOTE,
        value: TextRole = TextRole.HEAD,
    ) -> None:
        super().__init__(parent)
        self._roles = (label, value)
        self._facts: tuple[ClauseFact, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: Sequence[ClauseFact]) -> None:
        """Show these facts."""
        self._facts = tuple(facts)
        said = [f"{fact.label} {fact.value}".strip() for fact in facts]
        # of several names one after the other each but the last bears its comma
        self.setAccessibleName(" ".join(one if one.endswith("،") else f"{one}،" for one in said).rstrip("،"))
        self.updateGeometry()
        self.update()

    def facts(self) -> tuple[ClauseFact, ...]:
        """The facts that are shown."""
        return self._facts

    def hasHeightForWidth(self) -> bool:
        """Return True, as the facts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped lines."""
        return self._lay_out(None, width)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(200, self._tall())

    def minimumSizeHint(self) -> QSize:
        """Allow wrapping instead of widening the paper."""
        return QSize(60, self._tall())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the facts."""
        self._lay_out(QPainter(self), self.width())

    def _fonts(self) -> tuple[QFont, QFont]:
        tokens = tokens_of(self)
        return tokens.font(self._roles[0]), tokens.font(self._roles[1])

    def _tall(self) -> int:
        return QFontMetrics(self._fonts()[1]).height() + 2

    def _lay_out(self, painter: QPainter | None, width: int) -> int:
        quiet, firm = (QFontMetrics(font) for font in self._fonts())
        tall = self._tall()
        side = tokens_of(self).px(ICON_NOTE)
        right, top = width, 0
        for fact in self._facts:
            mark = side + INNER if fact.tone is not None else 0
            label = quiet.horizontalAdvance(fact.label) + 2 + INNER if fact.label else 0
            value = firm.horizontalAdvance(fact.value) + 2
            need = mark + label + value
            if need > right and right < width:
                right, top = width, top + tall + 2
            value = min(value, max(40, right - mark - label))
            if painter is not None:
                self._paint(painter, fact, QRectF(right, top, 0, tall), (mark, label, value))
            right -= need + GAP
        return top + tall

    def _paint(self, painter: QPainter, fact: ClauseFact, at: QRectF, widths: tuple[int, int, int]) -> None:
        tokens = tokens_of(self)
        mark, label, value = widths
        right, tall = at.right(), at.height()
        ink = tokens.ink(fact.tone) if fact.tone is not None else tokens.colour("text")
        if fact.tone is not None:
            side = mark - INNER
            box = QRectF(right - side, at.top() + (tall - side) / 2, side, side)
            paint_mark(painter, box, TONE_SHAPES[fact.tone], ink, tokens.colour("surface"))
        quiet, firm = self._fonts()
        right -= mark
        painter.setFont(quiet)
        painter.setPen(ink if fact.tone is not None else tokens.colour("quiet"))
        painter.drawText(QRectF(right - label, at.top(), label, tall), RIGHT | FORCE_RTL, fact.label)
        right -= label
        painter.setFont(firm)
        painter.setPen(ink)
        text = cut(fact.value, QFontMetrics(firm), value)
        painter.drawText(QRectF(right - value, at.top(), value, tall), RIGHT | FORCE_RTL, text)
