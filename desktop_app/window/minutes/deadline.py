"""Deadline editor of a resolution: a date, a number of days, the next meeting, or continuous.

A closed day shows an amber box: another day, or the day as it is, one press each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, DeadlineOffer, RelativeBase, RelativeUnit
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import FigureField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.fields.writing_area import REST_MS
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, RADIUS_ROW, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.window.minutes.format import falling_day, offer_words
from desktop_app.words import clauses as clause_words
from desktop_app.words import states as state_words


class SuggestedDays(QFrame):
    """Suggested other days for a deadline on a holiday; hidden without suggestions."""

    taken = Signal(object)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlineOffers")
        self._buttons: list[Button] = []
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._line.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(text=words.CLOSED_OFFER, role=TextRole.LABEL, ink=Tone.WARNING, wrap=True))
        column.addWidget(self._line)
        self.hide()

    def buttons(self) -> list[Button]:
        """The suggestion buttons from the right."""
        return list(self._buttons)

    def show_offers(self, offers: Sequence[tuple[str, Deadline]], same: str = "") -> None:
        """Show the suggested days, and a button that keeps the `same` day; nothing hides the box."""
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for text, deadline in offers:
            self._add(text).clicked.connect(lambda _on=False, deadline=deadline: self.taken.emit(deadline))
        if offers and same:
            self._add(same).clicked.connect(lambda _on=False: self.kept.emit())
        self.setVisible(bool(offers))

    def _add(self, text: str) -> Button:
        button = Button(text=text, compact=True)
        button.set_tone(Tone.WARNING)
        self._flow.addWidget(button)
        self._buttons.append(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background of a warning."""
        tokens = tokens_of(self)
        edge = tokens.outline(tokens.ink(Tone.WARNING))
        paint_rounded(QPainter(self), QRectF(self.rect()), RADIUS_ROW, tokens.soft(Tone.WARNING), edge)


_K = DeadlineKind
WITH_DAY: Final = frozenset({_K.DAY, _K.CONTINUOUS})


class DeadlineEditor(QWidget):
    """Editor of a deadline; `edited` carries only complete deadlines."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = Deadline()
        self._kept: Deadline | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.kind = SegmentedSwitch(segments=[Segment(key, label) for key, label in state_words.DEADLINE_KINDS.items()])
        self.kind.setObjectName("deadlineKind")
        self.kind_field = Field(label=clause_words.FACT_DEADLINE, editor=self.kind)
        self.day = JalaliDateEdit()
        self.day.setObjectName("deadlineDay")
        self.day.setAccessibleName(clause_words.FACT_DEADLINE)
        self.count = FigureField()
        self.count.setObjectName("deadlineCount")
        self.count.setAccessibleName(words.DEADLINE_COUNT)
        self.count.setFixedWidth(64)
        self.unit = _switch("deadlineUnit", words.DEADLINE_UNIT, state_words.RELATIVE_UNITS)
        self.base = _switch("deadlineBase", words.DEADLINE_BASE, state_words.RELATIVE_BASES)
        self.offers = SuggestedDays()
        self._counted = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.count)
        line.addWidget(self.unit, 1)
        counted = QVBoxLayout(self._counted)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.setSpacing(GAP)
        counted.addLayout(line)
        counted.addWidget(self.base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.kind_field)
        column.addWidget(self.day)
        column.addWidget(self._counted)
        column.addWidget(self.offers)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._kind_chosen)
        self.day.finished.connect(self.settle)
        self.day.day_changed.connect(lambda _day: self._rest.start())
        self.count.editingFinished.connect(self.settle)
        self.count.textEdited.connect(lambda _text: self._rest.start())
        self.unit.chosen.connect(lambda _key: self.settle())
        self.base.chosen.connect(lambda _key: self.settle())
        self.offers.taken.connect(self._take)
        self.offers.kept.connect(self._keep)

    def show_deadline(self, deadline: Deadline, due: date | None, offers: tuple[DeadlineOffer, ...]) -> None:
        """Show the deadline as stored; incomplete input stays."""
        if deadline != self._stored or not self.is_unsaved():
            self._stored = deadline
            self._fill(deadline)
        same = words.same_day(format_short(due)) if due is not None else ""
        if self._kept == deadline:
            offers = ()
        self.offers.show_offers([(offer_words(offer, due), offer.deadline) for offer in offers], same)
        self._say(deadline, due)

    def discard(self, deadline: Deadline) -> None:
        """Show a deadline and discard all input."""
        self._kept = None
        self._stored = deadline
        self._fill(deadline)

    def typed(self) -> tuple[str | None, str, str, str | None, str | None]:
        """The present input, as typed."""
        return self.kind.value(), self.day.text(), self.count.text(), self.unit.value(), self.base.value()

    def put_back(self, typed: tuple[str | None, str, str, str | None, str | None]) -> None:
        """Show refused input again without storing it."""
        kind, day, count, unit, base = typed
        self.kind.set_value(kind)
        self.day.blockSignals(True)
        self.day.set_text(day)
        self.day.blockSignals(False)
        self.count.set_text(count)
        self.unit.set_value(unit)
        self.base.set_value(base)
        self._show_parts()
        self._rest.stop()

    def set_editable(self, editable: bool) -> None:
        """Allow editing, or make it read-only."""
        for widget in (self.kind, self.day, self.count, self.unit, self.base, self.offers):
            widget.setEnabled(editable)

    def show_refusal(self, text: str) -> None:
        """Show the error beside its input."""
        if text and self._kind() in WITH_DAY:
            self.day.refuse(text)
        elif text:
            self.kind_field.set_error(text)

    def refusal(self) -> str:
        """The error that is shown, or an empty text."""
        return self.day.refusal() or self.kind_field.error()

    def clear_refusal(self) -> None:
        """Hide the error."""
        self.day.refuse("")
        self.kind_field.clear_error()

    def focus_editor(self) -> None:
        """Focus the input of the value."""
        places = {_K.DAY: self.day, _K.CONTINUOUS: self.day, _K.RELATIVE: self.count}
        places.get(self._kind(), self.kind).setFocus()

    def has_error(self) -> bool:
        """Whether the input is incomplete."""
        kind = self._kind()
        if kind in WITH_DAY:
            return self.day.has_error()
        return kind is _K.RELATIVE and bool(self.count.text().strip()) and _number(self.count.text()) is None

    def is_unsaved(self) -> bool:
        """Whether the input differs from the stored deadline."""
        return self._kind() is not self._stored.kind or (self.value() or self._stored) != self._stored

    def value(self) -> Deadline | None:
        """The deadline as entered; None while it is incomplete."""
        kind = self._kind()
        if kind in WITH_DAY:
            return Deadline(kind=kind, day=self.day.day()) if self.day.day() is not None else None
        if kind is _K.RELATIVE:
            number = _number(self.count.text())
            return None if number is None else replace(self._relative(), count=number)
        return Deadline(kind=kind)

    def settle(self) -> None:
        """Save the deadline if it is complete and changed."""
        self._rest.stop()
        value = self.value()
        if self._kind() is _K.RELATIVE and self.count.text().strip() and value is None:
            self.show_refusal(words.COUNT_NOT_NUMBER)
        elif value is not None and self.kind.isEnabled() and (value != self._stored or self.refusal()):
            self.edited.emit(value)

    def _kind(self) -> DeadlineKind:
        return DeadlineKind(self.kind.value() or _K.NONE)

    def _relative(self) -> Deadline:
        unit = RelativeUnit(self.unit.value() or RelativeUnit.WORKING_DAYS)
        base = RelativeBase(self.base.value() or RelativeBase.MEETING)
        return Deadline(kind=_K.RELATIVE, unit=unit, base=base)

    def _fill(self, deadline: Deadline) -> None:
        self._rest.stop()
        self.kind.set_value(None if deadline.kind is _K.NONE else deadline.kind.value)
        self.day.set_day(deadline.day)
        self.count.set_text(persian_digits(deadline.count) if deadline.count else "")
        relative = deadline.kind is _K.RELATIVE
        self.unit.set_value(deadline.unit if relative else RelativeUnit.WORKING_DAYS)
        self.base.set_value(deadline.base if relative else RelativeBase.MEETING)
        self._show_parts()

    def _show_parts(self) -> None:
        kind = self._kind()
        self.day.setVisible(kind in WITH_DAY)
        self.day.setAccessibleName(words.REVIEW_DAY if kind is _K.CONTINUOUS else clause_words.FACT_DEADLINE)
        self.day.set_hint(words.REVIEW_HINT if kind is _K.CONTINUOUS else words.DAY_HINT)
        self._counted.setVisible(kind is _K.RELATIVE)

    def _kind_chosen(self, _key: str) -> None:
        self.clear_refusal()
        self.kind_field.clear_notice()
        self._show_parts()
        self.offers.show_offers([])
        self.focus_editor()
        self.settle()

    def _keep(self) -> None:
        """Accept the holiday; do not ask again while this resolution is shown."""
        self._kept = self._stored
        self.focus_editor()
        self.offers.show_offers([])

    def _take(self, deadline: Deadline) -> None:
        self._fill(deadline)
        self.edited.emit(deadline)

    def _say(self, deadline: Deadline, due: date | None) -> None:
        """Show the date of a deadline that is counted in days."""
        if self.refusal() or self.is_unsaved():
            return
        said = falling_day(deadline, due, editable=self.kind.isEnabled())
        if said:
            self.kind_field.set_notice(said, Tone.NEUTRAL)
        else:
            self.kind_field.clear_notice()


def _switch(name: str, spoken: str, labels: Mapping[str, str]) -> SegmentedSwitch:
    made = SegmentedSwitch(segments=[Segment(key, label) for key, label in labels.items()], name=spoken)
    made.setObjectName(name)
    return made


def _number(text: str) -> int | None:
    """Return the typed number of days; None if it is invalid."""
    plain = latin_digits(text.strip())
    return int(plain) if plain.isdecimal() and len(plain) <= 4 else None
