"""Nothing typed in a form of members is lost on its way out, and each list is copied with a heading over every cell.

A field that is asked for and then left out of the record loses what was typed in silence; no type notices it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.members_sheet import (
    HeldSeat,
    Membership,
    MembersSheet,
    PartyMembers,
    PersonLine,
    SeatLine,
    UnitLine,
)
from desktop_app.domain.rules.members import Nomination, NominationState, Person, Seat, Unit
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.kit import members_specs as specs
from desktop_app.window.kit.members_format import PERSON, SEAT, UNIT, FormSpec, MembersForm, MembersSignals
from desktop_app.window.kit.members_forms import FormMaker
from desktop_app.window.kit.members_people import person_cells, person_from, person_spec
from desktop_app.window.kit.spec_fields import FieldKind
from desktop_app.window.members.shown import list_cells, seat_cells, unit_cells
from desktop_app.words import members
from desktop_app.words.refusals import sentence
from tests.services.office_steps import Office

DAY = date(2023, 4, 25)
ENTITY_NAME = {"party": "party_id", "parent": "parent_id"}
"""By the key of a choice: the field of the record, where it has another name."""
NOT_COPIED = {"short_name"}
"""Texts of a record that its list does not copy."""


def _seat(sheet: MembersSheet) -> SeatLine:
    return next(line for line in sheet.parties[0].seats if line.history)


def _named(sheet: MembersSheet) -> int:
    return _seat(sheet).history[0].nomination.id


Wish = Callable[[FormMaker, MembersSheet], MembersForm | None]


def _of_seat(act: str) -> Wish:
    return lambda make, sheet: make.form_of_action(sheet, act, (SEAT, _seat(sheet).seat.id), _named(sheet))


WISHES: dict[str, Wish] = {
    "seat_new": lambda make, sheet: make.form_of_new(sheet, members.SEATS, None),
    "unit_new": lambda make, sheet: make.form_of_new(sheet, members.UNITS, None),
    "person_new": lambda make, sheet: make.form_of_new(sheet, members.PEOPLE, None),
    "seat": _of_seat("edit"),
    "unit": lambda make, sheet: make.form_of_action(sheet, "edit", (UNIT, sheet.parties[0].units[0].unit.id), 0),
    "person": lambda make, sheet: make.form_of_action(sheet, "edit", (PERSON, sheet.people[0].person.id), 0),
    **{act: _of_seat(act) for act in ("nominate", "succeed", "alternate", "letter", "begin", "end")},
}
"""By the key of a form: how the page makes it. A form that is missing here is missed by its title."""


@pytest.fixture
def sheet(office: Office) -> MembersSheet:
    """The page as it is read, with a membership that is over: its form asks for every day there is."""
    found = members_sheet(office.context)
    one = _seat(found).history[0].nomination
    over = replace(one, state=NominationState.ENDED, from_day=DAY, to_day=DAY + timedelta(days=9))
    office.put("nominations", over)
    return members_sheet(office.context)


@pytest.fixture
def told() -> list[object]:
    """What the forms gave back."""
    return []


@pytest.fixture
def maker(qtbot: QtBot, sheet: MembersSheet, told: list[object]) -> FormMaker:
    """Makes the forms as the page does; what they give back is told."""
    page, signals = QWidget(), MembersSignals()
    qtbot.addWidget(page)
    for signal in (signals.seat_saved, signals.unit_saved, signals.person_saved, signals.letter_saved):
        signal.connect(lambda made, _seen: told.append(made))
    signals.nominated.connect(told.append)
    signals.membership_begun.connect(lambda *made: told.append(made))
    signals.membership_ended.connect(lambda *made: told.append(made))
    made = FormMaker(page, signals)
    made.set_dates(date_source(sheet.calendar, lambda: sheet.today, sentence))
    return made


def _fill(form: MembersForm) -> dict[str, str]:
    """Write something of its own into each field; what the form has to give back, by key."""
    typed = {}
    for place, one in enumerate(form.spec.fields):
        editor = form.editor(one.key)
        if isinstance(editor, LineField):
            typed[one.key] = f"نوشته {place}"
            editor.set_text(typed[one.key])
        elif isinstance(editor, JalaliDateEdit):
            day = DAY + timedelta(days=20 + place)
            editor.set_day(day)
            typed[one.key] = day.isoformat()
        elif isinstance(editor, ChoiceField) and one.options:
            other = next(option.key for option in reversed(one.options) if option.key != one.value)
            editor.set_value(other)
            typed[one.key] = other
    return typed


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every plain value in what was given back, with the name of its field."""
    if is_dataclass(value):
        for one in fields(value):
            yield from _leaves(getattr(value, one.name), one.name)
    elif isinstance(value, tuple):
        for part in value:
            yield from _leaves(part)
    else:
        yield name, value.isoformat() if isinstance(value, date) else str(value)


def lost(form: MembersForm, told: list[object]) -> list[str]:
    """The fields whose text, day or choice does not come back when the form is saved."""
    typed = _fill(form)
    assert typed == {key: str(value) for key, value in form.values().items()}
    form.save()
    found = set(_leaves(told.pop()))
    kinds = {one.key: one.kind for one in form.spec.fields}
    return [
        key
        for key, value in typed.items()
        if (ENTITY_NAME.get(key, key), value) not in found
        and (kinds[key] is FieldKind.CHOICE or value not in {one for _, one in found})
    ]


@pytest.mark.parametrize("key", members.FORM_TITLES)
def test_what_is_typed_in_a_form_comes_back(
    key: str, maker: FormMaker, sheet: MembersSheet, told: list[object]
) -> None:
    form = WISHES[key](maker, sheet)
    assert form is not None
    assert form.spec.key == key
    assert lost(form, told) == []


def test_a_field_that_is_left_out_is_named(
    maker: FormMaker, sheet: MembersSheet, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = specs.unit_from
    monkeypatch.setattr(
        specs, "unit_from", lambda unit, values: replace(whole(unit, values), head=unit.head, kind=unit.kind)
    )
    form = WISHES["unit"](maker, sheet)
    assert form is not None
    assert lost(form, told) == ["kind", "head"]


# ---- the record that is there


def _filled(record: Any) -> Any:
    """The record with a text of its own in every field of text."""
    return replace(record, **{name: f"نوشتهٔ {name}" for name in _texts(type(record))})


def _texts(kind: type) -> list[str]:
    return [one.name for one in fields(kind) if one.type == "str"]


def _untouched(spec: FormSpec) -> dict[str, Any]:
    return {one.key: one.value or None for one in spec.fields}


def test_a_form_saved_untouched_changes_nothing(sheet: MembersSheet) -> None:
    """A field that does not show what is recorded would empty it."""
    party = sheet.parties[0]
    seat, unit = _filled(party.seats[0].seat), _filled(party.units[0].unit)
    person, nomination = _filled(sheet.people[0].person), _filled(_seat(sheet).history[0].nomination)
    assert specs.seat_from(seat, _untouched(specs.seat_spec(sheet, seat))) == seat
    assert specs.unit_from(unit, _untouched(specs.unit_spec(sheet, unit))) == unit
    assert person_from(person, _untouched(person_spec(person))) == person
    letter = specs.letter_spec(Membership(nomination=nomination, name="نام"))
    assert specs.letter_from(nomination, _untouched(letter)) == nomination


def test_every_text_of_a_record_has_a_field(sheet: MembersSheet) -> None:
    party, named = sheet.parties[0], _seat(sheet).history[0]
    for kind, spec in (
        (Seat, specs.seat_spec(sheet, party.seats[0].seat)),
        (Unit, specs.unit_spec(sheet, party.units[0].unit)),
        (Person, person_spec(sheet.people[0].person)),
        (Nomination, specs.letter_spec(named)),
    ):
        assert {name for name in _texts(kind) if name not in {one.key for one in spec.fields}} == set(), kind


# ---- the cells that are copied


def _uncopied(record: Any, cells: tuple[str, ...]) -> set[str]:
    return {name for name in _texts(type(record)) if getattr(record, name) not in cells} - NOT_COPIED


@pytest.mark.parametrize("part", members.COLUMNS)
def test_each_copied_cell_has_its_heading(sheet: MembersSheet, part: str) -> None:
    heads, *rows = list_cells(sheet, part)
    assert heads[: len(members.COLUMNS[part])] == members.COLUMNS[part]
    assert rows, "a list without rows proves nothing"
    assert {len(row) for row in rows} == {len(heads)}


def test_every_text_of_a_record_is_copied(sheet: MembersSheet) -> None:
    party: PartyMembers = sheet.parties[0]
    unit, seat, person = _filled(party.units[0].unit), _filled(party.seats[0].seat), _filled(sheet.people[0].person)
    held = HeldSeat(membership=_seat(sheet).history[0], seat=seat, party=party.party, running=True, open=True)
    assert _uncopied(unit, unit_cells(party, UnitLine(unit=unit, depth=0))) == set()
    assert _uncopied(seat, seat_cells(party, replace(party.seats[0], seat=seat))) == set()
    assert _uncopied(person, person_cells(PersonLine(person=person, seats=(held,)))) == set()
    cells = unit_cells(party, UnitLine(unit=replace(unit, contact="", head=""), depth=0))
    assert _uncopied(unit, cells) == {"contact", "head"}
