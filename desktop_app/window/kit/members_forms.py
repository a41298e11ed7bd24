"""Makes the forms of seats, units, people and nominations, and the signals of their typed values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.members_sheet import Membership, MembersSheet, PartyMembers, SeatLine
from desktop_app.domain.rules.members import Person, Seat, SeatRole, Unit
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.kit import members_specs
from desktop_app.window.kit.members_format import (
    PERSON,
    SEAT,
    UNIT,
    FormSpec,
    MembersForm,
    MembersSignals,
    RowKey,
    joined,
    seats_of,
)
from desktop_app.window.kit.members_people import person_from, person_spec
from desktop_app.window.kit.spec_fields import Value
from desktop_app.words import members

Values = Mapping[str, Value]


class FormMaker:
    """Makes the forms of one page. The dates come with the first sheet."""

    def __init__(self, page: QWidget, signals: MembersSignals) -> None:
        self._page, self._signals = page, signals
        self._dates: DateSource = no_calendar()

    def set_dates(self, dates: DateSource) -> None:
        """Set the calendar of the date fields."""
        self._dates = dates

    def form_of_new(self, sheet: MembersSheet, part: str, beside: RowKey | None) -> MembersForm | None:
        """Return the form of a new record; a seat or unit starts with the party of the chosen row."""
        if part == members.PEOPLE:
            return self._person(Person(name=""), None)
        if not sheet.parties:
            return None
        if part == members.SEATS:
            party = (sheet.seat(beside[1]) if beside else None) or (sheet.parties[0],)
            return self._seat(sheet, Seat(party_id=party[0].party.id, role=SeatRole.MEMBER, title="", ordinal=0), None)
        found = sheet.unit(beside[1]) if beside else None
        owner = found[0] if found else sheet.parties[0]
        return self._unit(sheet, Unit(party_id=owner.party.id, name="", ordinal=0), None)

    def form_of_action(self, sheet: MembersSheet, act: str, key: RowKey, about: int) -> MembersForm | None:
        """Return the form of an action on a record."""
        kind, record_id = key
        if kind == SEAT:
            seat = sheet.seat(record_id)
            return self._about_seat(sheet, act, *seat, about) if seat else None
        if kind == UNIT:
            unit = sheet.unit(record_id)
            if unit is None:
                return None
            if act == "child":
                above = unit[1].unit
                child = Unit(party_id=above.party_id, kind=above.kind, name="", ordinal=0, parent_id=above.id)
                return self._unit(sheet, child, None)
            return self._unit(sheet, unit[1].unit, unit[1].unit)
        person = sheet.person(record_id) if kind == PERSON else None
        return self._person(person.person, person.person) if person else None

    # ---- inside

    def _about_seat(
        self, sheet: MembersSheet, act: str, party: PartyMembers, line: SeatLine, about: int
    ) -> MembersForm | None:
        if act in ("nominate", "succeed", "alternate"):
            return self._nomination(sheet, party, line, act)
        if act == "edit":
            return self._seat(sheet, line.seat, line.seat)
        named = next((one for one in line.history if one.nomination.id == about), None)
        return self._about_nomination(sheet, act, line, named) if named else None

    def _about_nomination(self, sheet: MembersSheet, act: str, line: SeatLine, named: Membership) -> MembersForm | None:
        one, wants = named.nomination, self._signals
        if act == "letter":
            return self._form(
                members_specs.letter_spec(named),
                lambda values: wants.letter_saved.emit(members_specs.letter_from(one, values), one),
            )
        if act == "begin":
            before = line.holder if one.role.value == "main" else line.alternate
            return self._form(
                members_specs.begin_spec(named, before),
                lambda values: wants.membership_begun.emit(one.id, values["from_day"], True),
            )
        if act != "end":
            return None
        return self._form(
            members_specs.end_spec(named, sheet.today),
            lambda values: wants.membership_ended.emit(one.id, values["to_day"], str(values["reason"] or "")),
        )

    def _seat(self, sheet: MembersSheet, seat: Seat, seen: Seat | None) -> MembersForm:
        return self._form(
            members_specs.seat_spec(sheet, seat),
            lambda values: self._signals.seat_saved.emit(members_specs.seat_from(seat, values), seen),
        )

    def _unit(self, sheet: MembersSheet, unit: Unit, seen: Unit | None) -> MembersForm:
        return self._form(
            members_specs.unit_spec(sheet, unit),
            lambda values: self._signals.unit_saved.emit(members_specs.unit_from(unit, values), seen),
        )

    def _person(self, person: Person, seen: Person | None) -> MembersForm:
        return self._form(
            person_spec(person),
            lambda values: self._signals.person_saved.emit(person_from(person, values), seen),
        )

    def _nomination(self, sheet: MembersSheet, party: PartyMembers, line: SeatLine, act: str) -> MembersForm:
        form = self._form(
            members_specs.nomination_spec(sheet, party, line, act),
            lambda values: self._signals.nominated.emit(members_specs.draft_from(sheet, line.seat.id, act, values)),
        )
        show_meant_person(sheet, form)
        return form

    def _form(self, spec: FormSpec, give: Callable[[Values], object]) -> MembersForm:
        form = MembersForm(spec, self._dates, self._page)
        form.draft_place = DraftField(_KIND_OF.get(spec.key, "seat"), spec.record_id, spec.key)
        form.saved.connect(give)
        return form


_KIND_OF: Final[Mapping[str, str]] = {
    "person": "person",
    "person_new": "person",
    "unit": "unit",
    "unit_new": "unit",
    "letter": "nomination",
    "begin": "nomination",
    "end": "nomination",
}
"""By the key of a form: the kind of its record; the others are about a seat."""


def show_meant_person(sheet: MembersSheet, form: MembersForm) -> None:
    """Show which person a typed name means, while it is typed in the form of a nomination."""
    person = form.editor("person")
    if isinstance(person, LineField):
        person.textChanged.connect(lambda text: _show_newcomer(sheet, form, text))
        _show_newcomer(sheet, form, "")


def _show_newcomer(sheet: MembersSheet, form: MembersForm, text: str) -> None:
    """Show which person is meant beneath the name; ask for the post only of an unknown person."""
    typed = text.strip()
    known = members_specs.known_person(sheet, typed) if typed else None
    fresh = bool(typed) and known is None
    line = sheet.person(known.id) if known else None
    form.field("post").setVisible(fresh)
    hint = joined(line.person.post, *seats_of(line)) if line is not None else ""
    form.field("person").set_hint(members.NEWCOMER_HINT if fresh else hint or members.PERSON_HINT)
