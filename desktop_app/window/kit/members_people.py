"""Display of people on the page of members: form, row, spreadsheet cells, detail and search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.read_models.members_sheet import HeldSeat, MembersSheet, PersonLine
from desktop_app.domain.rules.members import Person
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.folding import holds
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.window.kit.members_details import ARCHIVE, ARCHIVED, EDIT, RESTORE, Detail, DetailLine
from desktop_app.window.kit.members_format import PERSON, FormSpec, joined, letter_of, seats_of, span_of, state_of
from desktop_app.window.kit.members_specs import Values
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.words import members


def person_spec(person: Person) -> FormSpec:
    """Return the form of a person: name, post and phone."""
    fields = (
        FieldSpec("name", members.NAME_FIELD, value=person.name),
        FieldSpec("post", members.POST, value=person.post),
        FieldSpec("phone", members.PHONE, FieldKind.LATIN, person.phone),
    )
    return FormSpec("person" if person.id else "person_new", person.id, fields)


def person_from(person: Person, values: Values) -> Person:
    """Return the person from the typed values."""
    name, post, phone = (str(values[key] or "") for key in ("name", "post", "phone"))
    return replace(person, name=name, post=post, phone=phone)


def person_content(line: PersonLine, *, chosen: bool) -> ItemContent:
    """Return the row of a person with the seats held today."""
    person = line.person
    held = [one for one in line.seats if one.running]
    # a person whose post is the seat itself needs it said once
    post = "" if any(one.seat.title == person.post for one in held) else person.post
    note = joined(post, *seats_of(line), members.phone(record_number(person.phone)))
    end = "" if held else members.NO_SEAT
    if person.archived_on is not None:
        return ItemContent(
            joined(person.name, members.ARCHIVED), note, icon="archive", quiet=True, chosen=chosen, spoken=person.name
        )
    return ItemContent(person.name, note, end, icon="user", chosen=chosen, spoken=joined(person.name, note, end))


def person_cells(line: PersonLine) -> tuple[str, ...]:
    """Return the spreadsheet cells of a person with the seats held today."""
    held = [one for one in line.seats if one.running]
    seats = members.COMMA.join(one.seat.title for one in held)
    parties = members.COMMA.join(one.party.name for one in held)
    return line.person.name, line.person.post, seats, parties, record_number(line.person.phone)


def person_detail(sheet: MembersSheet, line: PersonLine) -> Detail:
    """Return post, phone if known, and every seat that the person was nominated for."""
    person = line.person
    archived = person.archived_on is not None
    return Detail(
        key=(PERSON, person.id),
        title=person.name,
        context=person.post,
        told=ARCHIVED if archived else None,
        facts=((members.PHONE, members.phone(record_number(person.phone))),) if person.phone else (),
        acts=(RESTORE,) if archived else (EDIT, ARCHIVE),
        heading=members.PERSON_SEATS,
        lines=_held(line.seats, sheet.today),
        empty=members.NO_PERSON_SEATS,
    )


def search_people(lines: Sequence[PersonLine], query: str) -> tuple[PersonLine, ...]:
    """Return the people with every word of the query in a cell or in a former seat."""
    return tuple(line for line in lines if holds("\n".join((*person_cells(line), *_every_seat(line))), query))


def _every_seat(line: PersonLine) -> tuple[str, ...]:
    return tuple(f"{one.seat.title} {one.party.name}" for one in line.seats)


def _held(seats: Sequence[HeldSeat], today: date) -> tuple[DetailLine, ...]:
    return tuple(
        DetailLine(
            members.seat_of(one.seat.title, one.party.name),
            state_of(one.membership, today),
            tuple(note for note in (span_of(one.membership), letter_of(one.membership)) if note),
        )
        for one in seats
    )
