"""Forms of members: the fields of each, and the record made from its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.members_sheet import (
    Membership,
    MembersSheet,
    NominationDraft,
    PartyMembers,
    SeatLine,
)
from desktop_app.domain.rules.members import (
    Nomination,
    NominationRole,
    NominationState,
    Person,
    Seat,
    SeatRole,
    Unit,
    UnitKind,
)
from desktop_app.domain.text.folding import Form, fold
from desktop_app.domain.text.typed_texts import with_texts
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.window.kit.members_fields import UNIT_TEXTS
from desktop_app.window.kit.members_format import FormSpec
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec, Value
from desktop_app.words import members
from desktop_app.words.digits import filled

Values = Mapping[str, Value]


def _text(values: Values, key: str) -> str:
    return str(values.get(key) or "")


def _day(values: Values, key: str) -> date | None:
    found = values.get(key)
    return found if isinstance(found, date) else None


def _party_option(sheet: MembersSheet) -> tuple[Option, ...]:
    return tuple(Option(str(one.party.id), one.party.name) for one in sheet.parties)


def party_field(sheet: MembersSheet, party_id: int) -> FieldSpec:
    """Return the field for the party of a new record."""
    return FieldSpec("party", members.PARTY_FIELD, FieldKind.CHOICE, str(party_id), options=_party_option(sheet))


# ---- seats


def seat_spec(sheet: MembersSheet, seat: Seat) -> FormSpec:
    """Return the form of a seat: its title and the duty of its holder in meetings."""
    roles = tuple(Option(role.value, members.ROLES[role.value]) for role in SeatRole)
    fields = (
        FieldSpec("title", members.TITLE_FIELD, value=seat.title),
        FieldSpec("role", members.ROLE_FIELD, FieldKind.CHOICE, seat.role.value, options=roles),
    )
    if seat.id:
        return FormSpec("seat", seat.id, fields)
    return FormSpec("seat_new", 0, (party_field(sheet, seat.party_id), *fields))


def seat_from(seat: Seat, values: Values) -> Seat:
    """Return the seat from the typed values."""
    role = _text(values, "role")
    return replace(
        seat,
        party_id=int(_text(values, "party") or seat.party_id),
        title=_text(values, "title"),
        role=SeatRole(role) if role else seat.role,
    )


# ---- units


def unit_spec(sheet: MembersSheet, unit: Unit) -> FormSpec:
    """Return the form of a unit: names, parent unit and texts."""
    kinds = tuple(Option(kind.value, members.KINDS[kind.value]) for kind in UnitKind)
    above = tuple(
        Option(str(line.unit.id), line.unit.name, party.party.short_name)
        for party in sheet.parties
        if not unit.id or party.party.id == unit.party_id
        for line in (*party.units, *party.agencies)
        if line.unit.id != unit.id
    )
    fields = (
        FieldSpec("name", members.UNIT_FIELD, value=unit.name),
        FieldSpec("short_name", members.SHORT_NAME, value=unit.short_name),
        FieldSpec("kind", members.KIND, FieldKind.CHOICE, unit.kind.value, options=kinds),
        FieldSpec(
            "parent",
            members.ABOVE,
            FieldKind.CHOICE,
            str(unit.parent_id or ""),
            hint=members.TOP_OF_TREE,
            options=above,
        ),
        *(one.spec(unit) for one in UNIT_TEXTS),
    )
    if unit.id:
        return FormSpec("unit", unit.id, fields)
    return FormSpec("unit_new", 0, (party_field(sheet, unit.party_id), *fields))


def unit_from(unit: Unit, values: Values) -> Unit:
    """Return the unit from the typed values."""
    kind, parent = _text(values, "kind"), _text(values, "parent")
    typed = replace(
        unit,
        party_id=int(_text(values, "party") or unit.party_id),
        name=_text(values, "name"),
        short_name=_text(values, "short_name"),
        kind=UnitKind(kind) if kind else unit.kind,
        parent_id=int(parent) if parent else None,
    )
    return with_texts(typed, {one.key: _text(values, one.key) for one in UNIT_TEXTS})


# ---- nominations


def _people(sheet: MembersSheet) -> tuple[Option, ...]:
    return tuple(Option(str(one.person.id), name_with_post(sheet, one.person), one.person.post) for one in sheet.people)


def name_with_post(sheet: MembersSheet, person: Person) -> str:
    """Return the name, with the post if another person has that name too."""
    same = [one for one in sheet.people if _same(one.person.name, person.name)]
    return members.name_and_post(person.name, person.post) if len(same) > 1 and person.post else person.name


def _same(one: str, other: str) -> bool:
    return fold(one, Form.SQUEEZED) == fold(other, Form.SQUEEZED)


def known_person(sheet: MembersSheet, text: str) -> Person | None:
    """Return the person with the typed name; None if nobody or more than one has it."""
    found = [one.person for one in sheet.people if _same(name_with_post(sheet, one.person), text)]
    return found[0] if len(found) == 1 else None


def nomination_spec(sheet: MembersSheet, party: PartyMembers, line: SeatLine, key: str) -> FormSpec:
    """Return the form of a nominating letter; ``key`` is nominate, succeed or alternate."""
    context = members.seat_of(line.seat.title, party.party.name)
    before = {"succeed": line.holder, "alternate": line.alternate}.get(key)
    if before is not None:
        context = members.DOT.join((context, members.succeeds(before.name)))
    return FormSpec(
        key,
        line.seat.id,
        (
            FieldSpec(
                "person",
                members.PERSON_FIELD,
                FieldKind.OFFERED,
                hint=members.PERSON_HINT,
                options=_people(sheet),
            ),
            FieldSpec("post", members.NEWCOMER_POST),
            FieldSpec("letter_number", members.LETTER_NUMBER),
            FieldSpec("letter_day", members.LETTER_DAY, FieldKind.DAY),
            FieldSpec("from_day", members.FROM_DAY, FieldKind.DAY, hint=members.FROM_HINT, follows="letter_day"),
        ),
        context,
    )


def draft_from(sheet: MembersSheet, seat_id: int, key: str, values: Values) -> NominationDraft:
    """Return the nomination from the typed values; an unknown name means a new person."""
    typed = _text(values, "person").strip()
    known = known_person(sheet, typed)
    newcomer = Person(name=typed, post=_text(values, "post")) if known is None and typed else None
    nomination = Nomination(
        seat_id=seat_id,
        person_id=known.id if known else None,
        role=NominationRole.ALTERNATE if key == "alternate" else NominationRole.MAIN,
        letter_number=_text(values, "letter_number"),
        letter_day=_day(values, "letter_day"),
        from_day=_day(values, "from_day"),
    )
    return NominationDraft(nomination=nomination, newcomer=newcomer, succeeds=key != "nominate")


def letter_spec(membership: Membership) -> FormSpec:
    """Return the form that corrects the letter and the days of a nomination."""
    one = membership.nomination
    fields = [
        FieldSpec("letter_number", members.LETTER_NUMBER, value=one.letter_number),
        FieldSpec("letter_day", members.LETTER_DAY, FieldKind.DAY, one.letter_day),
    ]
    if one.from_day is not None:
        fields.append(FieldSpec("from_day", members.FROM_DAY, FieldKind.DAY, one.from_day))
    if one.state is NominationState.ENDED:
        fields.append(FieldSpec("to_day", members.TO_DAY, FieldKind.DAY, one.to_day))
    return FormSpec("letter", one.id, tuple(fields), membership.name)


def letter_from(nomination: Nomination, values: Values) -> Nomination:
    """Return the corrected nomination from the typed values."""
    return replace(
        nomination,
        letter_number=_text(values, "letter_number"),
        letter_day=_day(values, "letter_day"),
        from_day=_day(values, "from_day") if "from_day" in values else nomination.from_day,
        to_day=_day(values, "to_day") if "to_day" in values else nomination.to_day,
    )


def begin_spec(membership: Membership, holder: Membership | None) -> FormSpec:
    """Return the form for the first day of a membership."""
    note = members.succeeds(holder.name) if holder is not None else ""
    context = members.DOT.join(filled(membership.name, note))
    day = FieldSpec("from_day", members.FROM_DAY, FieldKind.DAY, membership.nomination.letter_day)
    return FormSpec("begin", membership.nomination.id, (day,), context, members.FORM_TITLES["begin"])


def end_spec(membership: Membership, today: date) -> FormSpec:
    """Return the form for the last day of a membership and the reason of its end."""
    one = membership.nomination
    since = members.since(format_long(one.from_day)) if one.from_day else ""
    fields = (
        FieldSpec("to_day", members.LAST_DAY, FieldKind.DAY, max(today, one.from_day or today)),
        FieldSpec("reason", members.REASON),
    )
    context = members.DOT.join(filled(membership.name, since))
    return FormSpec("end", one.id, fields, context, members.FORM_TITLES["end"])
