"""Header of the minutes page, and its strip «تا نهایی‌سازی» of checks; a click goes to the gap.

A gap may lie in a ready phrase: it is selected in the text, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.read_models.sheets import Guard, Level, MinutesSheet
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.forms.minutes_page import Ui_MinutesPage
from desktop_app.widgets.accessibility.reading_order import layout_widgets
from desktop_app.widgets.controls.button import PressButton
from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.widgets.shell.action_bar import NarrowHints
from desktop_app.widgets.shell.card import FlowLayout, clear_layout
from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.state_format import minutes_content
from desktop_app.window.minutes import asking_words, words
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import refusals
from desktop_app.words.widgets import with_keys


class MinutesHeader:
    """Header with title, state, buttons and message; no primary button while reading or frozen."""

    def __init__(self, ui: Ui_MinutesPage, signals: MinutesSignals) -> None:
        self._ui = ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.title.set_elide(True)
        ui.crumbs.set_role(TextRole.NOTE)
        ui.crumbs.set_ink(Ink.QUIET)
        ui.more.set_name(words.MORE)
        ui.side.set_name(with_keys(words.SIDE, "F9"))
        for button in (ui.side, ui.more, ui.preview, ui.read, ui.finalise):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        NarrowHints(ui.head, (ui.preview, ui.read))
        ui.bandHolder.hide()
        ui.preview.clicked.connect(signals.preview_requested)
        ui.read.clicked.connect(signals.reading_requested)
        ui.finalise.clicked.connect(signals.finalise_requested)
        ui.band.action_requested.connect(signals.band_action_requested)
        ui.band.second_requested.connect(signals.band_second_requested)

    def show(self, sheet: MinutesSheet) -> None:
        """Show title and state of the minutes."""
        ui, number, day = self._ui, sheet.meeting.number, sheet.meeting.day
        named = words.inquorate_title if sheet.inquorate else words.title
        ui.title.setText(named(ordinal(number)) if number else words.title_without_number())
        ui.crumbs.setText(words.crumbs(year_of(day), number or "") if day is not None else "")
        content = minutes_content(sheet.version.state, lacks_scan=sheet.lacks_scan)
        # minutes from before the records have no versions here
        version = 1 if was_taken_over(sheet.version) else sheet.version.version
        ui.state.show_state(words.state_with_version(content.word, version), content.tone, content.shape)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the header except its message."""
        for part in (self._ui.head, self._ui.headRule):
            part.setVisible(visible)

    def show_ways(self, *, editable: bool, reading: bool) -> None:
        """Show the buttons for the present state."""
        for button in (self._ui.finalise, self._ui.read):
            button.setVisible(editable and not reading)
        for button in (self._ui.preview, self._ui.more):
            button.setVisible(not reading)

    def show_band(self, title: str, detail: str, tone: Tone, action: str = "", second: str = "") -> None:
        """Show a message with buttons; after a finished action focus the first button."""
        self._ui.bandHolder.show()
        self._ui.band.show_message(title, detail, tone, action, second=second)
        if tone is Tone.DONE and action:
            self._ui.band.action_button().setFocus()

    def clear_band(self) -> None:
        """Hide the message."""
        self._ui.band.clear()
        self._ui.bandHolder.hide()


GAP: Final = re.compile(r"\[[^\[\]\n]{1,40}\]|\u2026")
"""A word in brackets, or an ellipsis."""


def select_gap(area: WritingArea, *, from_start: bool = False) -> bool:
    """Select the next gap after the cursor, else the first; return whether there is one."""
    text = area.text()
    start = 0 if from_start else area.textCursor().selectionEnd()
    found = GAP.search(text, start) or GAP.search(text)
    if found is None:
        return False
    cursor = area.textCursor()
    cursor.setPosition(found.start())
    cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)
    return True


def has_gap(text: str) -> bool:
    """Whether a gap is left to fill in."""
    return GAP.search(text) is not None


def is_plain_tab(event: QEvent) -> bool:
    """Whether the Tab key alone was pressed."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Tab and not held_keys(event)


WAITING = frozenset({"minutes_not_read", "agenda_item_undecided", "meeting_not_over"})
"""What is simply not done yet: a plain ring, not a warning."""

SILENT = frozenset({"meeting_over"})
"""What goes without saying once it is so."""


class GuardButton(PressButton):
    """Button of one check; the full sentence is its tooltip and accessible name."""

    def __init__(self, guard: Guard, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guard = guard
        self._shape, self._tone = _content(guard)
        self.setText(asking_words.short(guard.key, count, guard.facts))
        whole = asking_words.whole(guard.key, guard.facts)
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
        """Return the size of mark and label with padding."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.LABEL))
        return QSize(metrics.horizontalAdvance(self.text()) + tokens.px(16) + 14, max(tokens.px(28), metrics.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark at the right, then the label."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            paint_rounded(painter, box, 6, tokens.hover())
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
    """All checks of the version; gaps of one kind share a button with their number."""

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
        """Show these checks; a click goes to the first gap of its kind."""
        told = [guard for guard in guards if guard.key not in SILENT]
        groups = [list(found) for _, found in groupby(sorted_by_key(told), key=lambda guard: guard.key)]
        shown = tuple((found[0].key, len(found), str(found[0].facts) + str(found[0].target)) for found in groups)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._flow)
        for found in groups:
            button = GuardButton(found[0], len(found), self._holder)
            button.clicked.connect(lambda _on=False, guard=found[0]: self._signals.target_requested.emit(guard.target))
            self._flow.addWidget(button)
            button.show()

    def buttons(self) -> list[GuardButton]:
        """The buttons of the checks from the right."""
        return [widget for widget in layout_widgets(self._flow) if isinstance(widget, GuardButton)]


def sorted_by_key(guards: Sequence[Guard]) -> list[Guard]:
    """Return the checks in order, grouped by kind."""
    order = {guard.key: place for place, guard in reversed(list(enumerate(guards)))}
    return sorted(guards, key=lambda guard: order[guard.key])


def _content(guard: Guard) -> tuple[Shape, Tone]:
    if guard.level is Level.OK:
        return Shape.DISC_CHECK, Tone.DONE
    if guard.key in WAITING:
        return Shape.PLAIN_RING, Tone.NEUTRAL
    return (Shape.SQUARE_BAR, Tone.WARNING) if guard.level is Level.WARN else (Shape.TRIANGLE, Tone.DANGER)
