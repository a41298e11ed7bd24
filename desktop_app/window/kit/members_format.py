"""Display data of seats, units and people, and the forms that edit them.

Display data are words, marks and tones of rows, clocks and histories.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date, format_long
from desktop_app.domain.read_models.members_sheet import (
    Membership,
    MembersSheet,
    PartyMembers,
    PersonLine,
    SeatLine,
    UnitLine,
)
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.members import NominationRole, NominationState, SeatRole, UnitKind, holds_on
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole, Tone
from desktop_app.window.kit.members_fields import UNIT_TEXTS
from desktop_app.window.kit.spec_fields import Editor, FieldSpec, SpecFields, Value
from desktop_app.words import members
from desktop_app.words.digits import filled
from desktop_app.words.letters import register_row


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The declaration of a form for one action on one record (0 for a new one)."""

    key: str
    record_id: int
    fields: tuple[FieldSpec, ...]
    context: str = ""
    accept: str = members.SAVE
    disabled: frozenset[str] = field(default_factory=frozenset)


class MembersForm(RowForm):
    """Form of a seat, unit, person or nomination. `saved` carries the values by key; a refusal keeps the typed text."""

    saved = Signal(object)
    edited = Signal()

    def __init__(self, spec: FormSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setObjectName(f"form_{spec.key}")
        self._fields = SpecFields(spec.fields, dates, self)
        self._fields.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_CARD)
        self.title = TextLabel(text=members.FORM_TITLES[spec.key], role=TextRole.SECTION)
        column.addWidget(self.title)
        if spec.context:
            column.addWidget(TextLabel(text=spec.context, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        for one in self._fields.fields():
            column.addWidget(one)
        self.save_button = Button(text=spec.accept, kind=ButtonKind.FILLED, icon="check", hint="Enter")
        self.save_button.setObjectName("formSave")
        self.save_button.clicked.connect(self.save)
        self.leave_button = Button(text=members.CANCEL, hint="Esc")
        self.leave_button.setObjectName("formLeave")
        self.leave_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        for key in spec.disabled:
            self._fields.field(key).setEnabled(False)
        self._first = self.values()

    def set_dates(self, dates: DateSource) -> None:
        """Set another calendar for the date fields; typed text stays."""
        self._fields.set_dates(dates)

    # ---- values

    def values(self) -> Mapping[str, Value]:
        """Return the values in the form by key."""
        return self._fields.values()

    def is_dirty(self) -> bool:
        """Whether typed text is not saved."""
        return self.values() != self._first or not self._fields.are_valid()

    def editor(self, key: str) -> Editor:
        """Return the input widget of a field."""
        return self._fields.editor(key)

    def field(self, key: str) -> Field:
        """Return a field with its label and error line."""
        return self._fields.field(key)

    def focus_first(self) -> None:
        """Give the keyboard to the first editable field."""
        self._fields.focus_first()

    def save(self) -> None:
        """Emit the values; an invalid day or choice shows its own error."""
        if self._fields.finish():
            self.hand_over(lambda: self.saved.emit(self.values()))

    def show_refusal(self, key: str, text: str) -> bool:
        """Show a refusal beneath its field; False if the form has no such field."""
        return self._fields.show_refusal(key, text)


RowKey = tuple[str, int]
"""Kind of record and its id: ``("seat", 3)``."""
SEAT, UNIT, PERSON = "seat", "unit", "person"


class MembersSignals(QObject):
    """One signal for each action; records come as the form once read them (None for a new one)."""

    seat_saved = Signal(object, object)
    unit_saved = Signal(object, object)
    person_saved = Signal(object, object)
    nominated = Signal(object)
    membership_begun = Signal(int, object, bool)
    membership_ended = Signal(int, object, str)
    letter_saved = Signal(object, object)
    archive_requested = Signal(str, int)
    restore_requested = Signal(str, int)
    shifted = Signal(str, int, int)
    register_requested = Signal(int)
    """A line of the registers: a letter to a unit."""
    unit_shown = Signal(int)
    tasks_requested = Signal(int)
    history_requested = Signal()
    notice_act_requested = Signal()
    copied = Signal(bool)
    """True for the whole list, False for one row."""
    edited = Signal()
    founding_requested = Signal()
    late_letter_requested = Signal(int)
    """Carries the party."""


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its tone."""

    text: str
    shape: Shape
    tone: Tone


def joined(*parts: str) -> str:
    """Return the texts that are not empty, joined by dots."""
    return members.DOT.join(filled(*parts))


# ---- the clock


def clock_sentence(party: PartyMembers) -> MarkedSentence:
    """Return the sentence on a party's three weeks to nominate, and on the letter that last reminded it."""
    clock = party.clock
    if clock is None:
        return MarkedSentence(members.CLOCK_UNKNOWN, Shape.DASHED_RING, Tone.NEUTRAL)
    due = format_long(clock.due)
    if clock.introduced_on is not None:
        day = format_long(clock.introduced_on)
        if clock.in_time:
            return MarkedSentence(members.named_in_time(day, due), Shape.DISC_CHECK, Tone.DONE)
        if clock.followed:
            return MarkedSentence(members.named_after_others(day), Shape.DISC_CHECK, Tone.NEUTRAL)
        return MarkedSentence(members.named_late(day, due, clock.days_late), Shape.TRIANGLE, Tone.DANGER)
    if clock.days_late:
        late = members.not_named_late(due, clock.days_late)
        return MarkedSentence(joined(late, *map(_reminded, party.reminders[:1])), Shape.TRIANGLE, Tone.DANGER)
    return MarkedSentence(members.not_named_yet(due, clock.days_left), Shape.RING_DOT, Tone.PROGRESS)


def _reminded(letter: PaperRef) -> str:
    return members.reminded(format_long(letter.day), register_row(letter.row, letter.year))


# ---- rows


def seat_content(line: SeatLine, *, chosen: bool) -> ItemContent:
    """Return the row of a seat with its holder; a vacant seat shows that first."""
    seat, holder = line.seat, line.holder
    role = members.ROLES[seat.role.value]
    named = seat.role is SeatRole.MEMBER or seat.title.startswith(role)
    coming = [members.expected(one.name, _long(one.nomination.from_day)) for one in line.expected]
    note = joined(
        seat.title if named else f"{seat.title} ({role})",
        members.alternate(line.alternate.name) if line.alternate else "",
        *coming,
        letter_of(holder) if holder else "",
    )
    if seat.archived_on is not None:
        title = joined(seat.title, members.ARCHIVED)
        return ItemContent(title, note, icon="archive", quiet=True, chosen=chosen, spoken=joined(title, note))
    if holder is None:
        return ItemContent(
            members.VACANT,
            note,
            shape=Shape.SQUARE_BAR,
            tone=Tone.WARNING,
            chosen=chosen,
            spoken=joined(members.VACANT, note),
        )
    since = members.since(_long(holder.nomination.from_day))
    return ItemContent(holder.name, note, since, icon="user", chosen=chosen, spoken=joined(holder.name, note, since))


def unit_content(line: UnitLine, *, chosen: bool) -> ItemContent:
    """Return the row of a unit with head and liaison; a unit without either is marked."""
    unit = line.unit
    note = joined(*(one.note(unit) for one in UNIT_TEXTS))
    spoken = joined(unit.name, line.parent, note)
    if unit.archived_on is not None:
        title = joined(unit.name, members.ARCHIVED)
        return ItemContent(title, note, icon="archive", quiet=True, chosen=chosen, spoken=spoken)
    if not unit.liaison.strip():
        return ItemContent(
            unit.name,
            note,
            members.NO_LIAISON,
            Shape.SQUARE_BAR,
            Tone.WARNING,
            chosen=chosen,
            spoken=joined(spoken, members.NO_LIAISON),
        )
    icon = "landmark" if unit.kind is UnitKind.AGENCY else "building-2"
    return ItemContent(unit.name, note, icon=icon, chosen=chosen, spoken=spoken)


def seats_of(line: PersonLine) -> tuple[str, ...]:
    """Return the seats that a person holds today."""
    return tuple(members.seat_of(one.seat.title, one.party.name) for one in line.seats if one.running)


# ---- histories


def letter_of(membership: Membership) -> str:
    """Return the wording of a nomination's letter."""
    one = membership.nomination
    if not one.letter_number and one.letter_day is None:
        return ""
    return members.letter(record_number(one.letter_number), format_date(one.letter_day) if one.letter_day else "")


def span_of(membership: Membership) -> str:
    """Return the first and the last day in words."""
    one = membership.nomination
    return members.span(_long(one.from_day), _long(one.to_day))


def state_of(membership: Membership, today: date) -> MarkedSentence:
    """Return the state of a nomination in words: member, nominated, future or ended."""
    one = membership.nomination
    role = members.ALTERNATE if one.role is NominationRole.ALTERNATE else ""
    if holds_on(one, today):
        return MarkedSentence(role or members.STATES["active"], Shape.DISC_CHECK, Tone.DONE)
    if one.from_day is not None and one.from_day > today:
        return MarkedSentence(joined(role, members.expected_state(_long(one.from_day))), Shape.RING_DOT, Tone.PROGRESS)
    if one.state is NominationState.INTRODUCED:
        return MarkedSentence(joined(role, members.STATES["introduced"]), Shape.RING_DOT, Tone.PROGRESS)
    return MarkedSentence(joined(role, members.STATES["ended"]), Shape.PLAIN_RING, Tone.NEUTRAL)


def _long(day: date | None) -> str:
    return format_long(day) if day is not None else ""


# ---- the head of the page


def alert_of(sheet: MembersSheet, part: str) -> str:
    """Return what needs attention in a part; empty if nothing does."""
    if part == members.SEATS and sheet.vacancies:
        return members.vacancies(sheet.vacancies)
    if part == members.UNITS and sheet.without_liaison:
        return members.without_liaison(sheet.without_liaison)
    return ""


def context_of(sheet: MembersSheet, part: str) -> str:
    """Return the counts of a part in words."""
    if part == members.SEATS:
        return members.seats(sum(len(party.seats) for party in sheet.parties))
    if part == members.UNITS:
        return members.units(sum(len(party.units) + len(party.agencies) for party in sheet.parties))
    return members.people(len(sheet.people))
