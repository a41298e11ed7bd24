"""The strip «تا نهایی‌سازی»: each guard with its mark and word; pressing one leads to its gap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.read_models.sheets import Guard, Level
from desktop_app.text.minutes import minutes as words
from desktop_app.text.minutes import minutes_guards
from desktop_app.text.shared import refusals
from desktop_app.views.minutes.minutes_signals import MinutesSignals
from desktop_app.widgets.accessibility.laid_out import laid_out
from desktop_app.widgets.controls.press_button import PressButton
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import Shape, paint_mark
from desktop_app.widgets.shell.flow_layout import FlowLayout, emptied
from desktop_app.widgets.style.look import ring, rounded, tokens_of
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone

WAITING = frozenset({"minutes_not_read", "agenda_item_empty", "meeting_not_over"})
"""What is simply not done yet: a plain ring, not a warning."""

SILENT = frozenset({"meeting_over"})
"""What goes without saying once it is so."""


class GuardButton(PressButton):
    """One guard; its whole sentence is the tooltip and is heard."""

    def __init__(self, guard: Guard, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guard = guard
        self._shape, self._tone = _content(guard)
        self.setText(minutes_guards.short(guard.key, count, guard.facts))
        whole = minutes_guards.whole(guard.key, guard.facts)
        if guard.broken is not None:
            whole = refusals.sentence(guard.broken)
        self.setToolTip(whole)
        self.setObjectName(f"guard_{guard.key}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(whole)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark, word and a little air."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.LABEL))
        return QSize(metrics.horizontalAdvance(self.text()) + tokens.px(16) + 14, max(tokens.px(28), metrics.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark at the right, then the word."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, 6, tokens.hover())
        if self.hasFocus():
            ring(painter, box, 6, tokens.colour("accent"))
        side = tokens.px(16)
        ink = tokens.ink(self._tone)
        at = QRectF(self.width() - side - 4, (self.height() - side) / 2, side, side)
        paint_mark(painter, at, self._shape, ink, tokens.colour("surface"))
        painter.setFont(tokens.font(TextRole.LABEL))
        loud = self._tone in (Tone.WARNING, Tone.DANGER)
        painter.setPen(ink if loud else tokens.colour("second"))
        flags = RIGHT | FORCE_RTL | int(Qt.TextFlag.TextDontClip)
        painter.drawText(box.adjusted(4, -1, -(side + 10), -1), flags, self.text())


class GuardStrip(QWidget):
    """All guards of the version; gaps of one kind stand together with their number."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._shown: tuple[tuple[str, int, str], ...] = ()
        self.setObjectName("guardStrip")
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self.setSizePolicy(policy)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 9, 32, 9)
        line.setSpacing(8)
        head = TextLabel(text=words.UNTIL_FINAL, role=TextRole.LABEL, ink=Ink.SECOND)
        head.setContentsMargins(0, 3, 4, 0)
        line.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._holder, 1)

    def show_guards(self, guards: Sequence[Guard]) -> None:
        """Show these; the first of several gaps of one kind is where a press leads."""
        told = [guard for guard in guards if guard.key not in SILENT]
        groups = [list(found) for _, found in groupby(sorted_by_key(told), key=lambda guard: guard.key)]
        shown = tuple((found[0].key, len(found), str(found[0].facts) + str(found[0].target)) for found in groups)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._flow)
        for found in groups:
            button = GuardButton(found[0], len(found), self._holder)
            button.clicked.connect(lambda _on=False, guard=found[0]: self._signals.target_requested.emit(guard.target))
            self._flow.addWidget(button)
            button.show()

    def buttons(self) -> list[GuardButton]:
        """The guards from the right."""
        return [widget for widget in laid_out(self._flow) if isinstance(widget, GuardButton)]


def sorted_by_key(guards: Sequence[Guard]) -> list[Guard]:
    """Guards in their order, those of one kind beside the first of them."""
    order = {guard.key: place for place, guard in reversed(list(enumerate(guards)))}
    return sorted(guards, key=lambda guard: order[guard.key])


def _content(guard: Guard) -> tuple[Shape, Tone]:
    if guard.level is Level.OK:
        return Shape.DISC_CHECK, Tone.DONE
    if guard.key in WAITING:
        return Shape.PLAIN_RING, Tone.NEUTRAL
    return (Shape.SQUARE_BAR, Tone.WARNING) if guard.level is Level.WARN else (Shape.TRIANGLE, Tone.DANGER)
