"""Attendance of seats: the rows of a day, one mark, who presides, and who signs by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState
from desktop_app.domain.rules.members import SeatHolder, SeatRole
from desktop_app.domain.rules.minutes import Signer

Roles = Mapping[int, SeatRole]
"""Role of each seat by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMark:
    """What the operator says about one seat; the letter is the substitute's own."""

    state: AttendanceState
    substitute_name: str = ""
    letter_number: str = ""
    letter_day: date | None = None
    arrived_at: str = ""
    left_at: str = ""


def row_of(holder: SeatHolder, minutes_version_id: int) -> Attendance:
    """The unmarked row of a filled seat."""
    return Attendance(
        minutes_version_id=minutes_version_id,
        seat_id=holder.seat_id,
        party_id=holder.party_id,
        ordinal=holder.ordinal,
        name=holder.name,
        post=holder.title,
        letter_number=holder.letter_number,
        letter_day=holder.letter_day,
    )


def marked(row: Attendance, mark: SeatMark, holder: SeatHolder | None) -> Attendance:
    """The row after a mark; a substitute brings a letter of his own, everyone else has that of the nomination."""
    _require_sound(mark, row.name)
    attended = mark.state in ATTENDED
    found = replace(
        row,
        state=mark.state,
        substitute_name="",
        arrived_at=mark.arrived_at if attended else "",
        left_at=mark.left_at if attended else "",
    )
    if mark.state is AttendanceState.SUBSTITUTE:
        return replace(
            found,
            substitute_name=mark.substitute_name.strip(),
            letter_number=mark.letter_number,
            letter_day=mark.letter_day,
        )
    if holder is None:
        return found
    return replace(found, letter_number=holder.letter_number, letter_day=holder.letter_day)


def _require_sound(mark: SeatMark, name: str) -> None:
    if mark.state is AttendanceState.SUBSTITUTE and not mark.substitute_name.strip():
        raise RuleBroken("substitute_without_name", field="substitute_name", name=name)
    if mark.state in ATTENDED and mark.arrived_at and mark.left_at and mark.left_at < mark.arrived_at:
        raise RuleBroken("left_before_arrival", field="left_at", arrived_at=mark.arrived_at)


def sitting(row: Attendance) -> str:
    """Who sat on the seat: the substitute, or its holder."""
    return row.substitute_name if row.state is AttendanceState.SUBSTITUTE else row.name


def attended(rows: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Seats that were filled in the room or online at any time."""
    return tuple(row for row in rows if row.state in ATTENDED)


def presiding(rows: Sequence[Attendance], roles: Roles) -> Attendance | None:
    """The seat that presides: the chair's when filled in the room, else the first deputy's."""
    there = attended(rows)
    for role in (SeatRole.CHAIR, SeatRole.DEPUTY):
        for row in there:
            if roles.get(row.seat_id) is role:
                return row
    return None


def writing(rows: Sequence[Attendance], roles: Roles) -> Attendance | None:
    """The secretary's seat, when it was filled in the room."""
    return next((row for row in attended(rows) if roles.get(row.seat_id) is SeatRole.SECRETARY), None)


def signers_by_rule(rows: Sequence[Attendance], roles: Roles, minutes_version_id: int) -> tuple[Signer, ...]:
    """Who signs: the seats that attended, a substitute in the principal's place, chair first, secretary last."""
    first, last = presiding(rows, roles), writing(rows, roles)

    def place(row: Attendance) -> tuple[int, int]:
        rank = 0 if row == first else 2 if row == last else 1
        return rank, row.ordinal

    there = sorted(attended(rows), key=place)
    return tuple(
        Signer(
            minutes_version_id=minutes_version_id,
            ordinal=ordinal,
            party_id=row.party_id,
            name=sitting(row),
            post=row.post,
            substitute_for=row.name if row.state is AttendanceState.SUBSTITUTE else "",
        )
        for ordinal, row in enumerate(there, start=1)
    )
