"""Attendance of seats: rows and marks, times, the chair and the signers by rule, and the quorum (حد نصاب).

Rule of the quorum (`decisions.md`): at least one seat of each party and more than a settable fraction of the filled
seats. A seat counts once, whoever sat on it, and whoever attended at any time attended. It is computed, never stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState, Meeting, is_past
from desktop_app.domain.rules.members import SeatHolder, SeatRole
from desktop_app.domain.rules.minutes import Signer

LIVE_MINUTES: Final = 60
"""A session that begins so much after its hour may still be one that begins now."""


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def minutes_between(start: str, end: str) -> int:
    """Whole minutes from one ``HH:MM`` to a later one of one day; 0 when either is empty or ``end`` is earlier."""
    if not start or not end:
        return 0
    return max(0, _minutes(end) - _minutes(start))


def is_entered_later(meeting: Meeting, today: date, now: str, since_begun: float) -> bool:
    """Whether a meeting is recorded after it took place, so that its hours are typed.

    That is so after its day; on its day when it was to begin more than :data:`LIVE_MINUTES` before ``now`` (``HH:MM``),
    or when its beginning was entered by so much after the hour. ``since_begun``: seconds since that entry.
    """
    if is_past(meeting, today):
        return True
    if meeting.day != today:
        return False
    entered = _minutes(now) - since_begun / 60 if meeting.began_at else _minutes(now)
    hour = meeting.began_at or meeting.starts_at
    return bool(hour) and entered - _minutes(hour) > LIVE_MINUTES


def minutes_late(arrived_at: str, began_at: str, starts_at: str) -> int:
    """Minutes by which someone was late: after the real beginning, or the announced one if there is none."""
    return minutes_between(began_at or starts_at, arrived_at)


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """The quorum setting: the share of filled seats to exceed, and whether video counts as presence."""

    more_than: Fraction = Fraction(1, 2)
    video_counts: bool = True

    def needed(self, filled: int) -> int:
        """Least number of seats that exceeds the share of ``filled`` seats."""
        return int(self.more_than * filled) + 1


@dataclass(frozen=True, slots=True)
class PartyPresence:
    """Seats of one party: the number filled and the number that attended."""

    party_id: int
    filled: int
    present: int


@dataclass(frozen=True, slots=True)
class Quorum:
    """The quorum of a meeting: seats needed, filled and present."""

    needed: int
    filled: int
    present: int
    parties: tuple[PartyPresence, ...]

    @property
    def missing_parties(self) -> tuple[int, ...]:
        """Ids of the parties without any attending seat."""
        return tuple(party.party_id for party in self.parties if party.present == 0)

    @property
    def met(self) -> bool:
        """Whether the quorum is met, so that resolutions may be adopted."""
        return not self.missing_parties and self.present >= self.needed


def counts_as_present(row: Attendance, rule: QuorumRule) -> bool:
    """Whether the seat counts as present under the rule."""
    if row.state is AttendanceState.VIDEO:
        return rule.video_counts
    return row.state in ATTENDED


def quorum(attendance: Sequence[Attendance], party_ids: Sequence[int], rule: QuorumRule) -> Quorum:
    """Compute the quorum of filled seats; a party without a filled seat counts as missing."""
    parties = tuple(
        PartyPresence(
            party_id,
            sum(row.party_id == party_id for row in attendance),
            sum(row.party_id == party_id and counts_as_present(row, rule) for row in attendance),
        )
        for party_id in party_ids
    )
    filled = sum(party.filled for party in parties)
    return Quorum(rule.needed(filled), filled, sum(party.present for party in parties), parties)


def require_quorum(found: Quorum, names: Mapping[int, str]) -> None:
    """Raise ``RuleBroken`` for a missing party, then for too few seats; ``names`` are the parties by id."""
    if found.missing_parties:
        missing = found.missing_parties[0]
        raise RuleBroken("quorum_party_missing", field="attendance", party_id=missing, party=names[missing])
    if found.present < found.needed:
        raise RuleBroken("quorum_too_few", field="attendance", present=found.present, needed=found.needed)


Roles = Mapping[int, SeatRole]
"""Role of each seat by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMark:
    """The operator's mark of one seat; the letter is the substitute's own."""

    state: AttendanceState
    substitute_name: str = ""
    letter_number: str = ""
    letter_day: date | None = None
    arrived_at: str = ""
    left_at: str = ""


def row_of(holder: SeatHolder, minutes_version_id: int) -> Attendance:
    """Return the unmarked attendance row of a filled seat."""
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


def with_mark(row: Attendance, mark: SeatMark, holder: SeatHolder | None) -> Attendance:
    """Return the row with a mark; a substitute has a letter of his own, others have the nomination letter."""
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


def seated_person(row: Attendance) -> str:
    """Name of the person who sat on the seat: the substitute, or the holder."""
    return row.substitute_name if row.state is AttendanceState.SUBSTITUTE else row.name


def attending_rows(rows: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Rows of the seats that attended, in the room or online, at any time."""
    return tuple(row for row in rows if row.state in ATTENDED)


def presiding_seat(rows: Sequence[Attendance], roles: Roles) -> Attendance | None:
    """The seat that presides: the chair's when present in the room, else the first deputy's."""
    there = attending_rows(rows)
    for role in (SeatRole.CHAIR, SeatRole.DEPUTY):
        for row in there:
            if roles.get(row.seat_id) is role:
                return row
    return None


def secretary_seat(rows: Sequence[Attendance], roles: Roles) -> Attendance | None:
    """The secretary's seat, when present in the room."""
    return next((row for row in attending_rows(rows) if roles.get(row.seat_id) is SeatRole.SECRETARY), None)


def signers_by_rule(rows: Sequence[Attendance], roles: Roles, minutes_version_id: int) -> tuple[Signer, ...]:
    """Signers by rule: the seats that attended, substitutes for holders, chair first, secretary last."""
    first, last = presiding_seat(rows, roles), secretary_seat(rows, roles)

    def place(row: Attendance) -> tuple[int, int]:
        rank = 0 if row == first else 2 if row == last else 1
        return rank, row.ordinal

    there = sorted(attending_rows(rows), key=place)
    return tuple(
        Signer(
            minutes_version_id=minutes_version_id,
            ordinal=ordinal,
            party_id=row.party_id,
            name=seated_person(row),
            post=row.post,
            substitute_for=row.name if row.state is AttendanceState.SUBSTITUTE else "",
        )
        for ordinal, row in enumerate(there, start=1)
    )
