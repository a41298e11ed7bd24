"""Reader of the members page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.read_models.members_sheet import (
    HeldSeat,
    Membership,
    MembersSheet,
    PartyMembers,
    PersonLine,
    SeatLine,
    UnitDetails,
    UnitLine,
    newest_first,
    seat_line,
    tree,
)
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.members import (
    Nomination,
    PartyClock,
    Person,
    Seat,
    Unit,
    UnitKind,
    holds_on,
    not_over_on,
    party_clock,
)
from desktop_app.domain.rules.tasks import OPEN_TASKS
from desktop_app.domain.text.folding import sort_key
from desktop_app.services.context import Context
from desktop_app.services.paper_links import papers_of
from desktop_app.services.reading import only_committee_id, parties_of
from desktop_app.services.taking_over.earlier import taking_over_of
from desktop_app.storage.store.work import Work


def members_sheet(context: Context) -> MembersSheet:
    """Read seats, units and people as of today; raises ``RuleBroken("committee_missing")``."""
    today = context.clock.today()
    with context.read() as work:
        parties = parties_of(work, only_committee_id(work))
        people = {person.id: person for person in work.people.where()}
        party_ids = [party.id for party in parties]
        seats = work.seats.where(party_id=party_ids)
        nominations = work.nominations.where(seat_id=[seat.id for seat in seats])
        units = work.units.where(party_id=party_ids)
        signed_on = next((one.signed_on for one in work.memoranda.where()), None)
        calendar = work.calendar()
        # still within: a value that is none is told by whoever hands the records out
        papers = work.register_rows.about("nomination", [one.id for one in nominations])
        met_before = taking_over_of(work, only_committee_id(work)) is not None
        clocks = _clocks(parties, seats, nominations, signed_on, today, met_before=met_before)
        # only of who is late, so that usually nothing is asked
        reminders = work.register_rows.about("party", _late(clocks))
        joined = [replace(_joined(one, people), papers=papers.get(one.id, ())) for one in nominations]
        lines = _people(people.values(), joined, seats, parties, today)
    return MembersSheet(
        today=today,
        signed_on=signed_on,
        calendar=calendar,
        parties=tuple(
            replace(_party(one, seats, joined, units, today), clock=clocks[one.id], reminders=reminders.get(one.id, ()))
            for one in parties
        ),
        people=tuple(line for line in lines if line.person.archived_on is None),
        archived_people=tuple(line for line in lines if line.person.archived_on is not None),
        read_only=not context.writable,
    )


def _clocks(
    parties: Sequence[Party],
    seats: Sequence[Seat],
    nominations: Sequence[Nomination],
    signed_on: date | None,
    today: date,
    *,
    met_before: bool,
) -> Mapping[int, PartyClock | None]:
    """Return the nomination clock of each party."""
    party_of = {seat.id: seat.party_id for seat in seats}

    def clock(party: Party) -> PartyClock | None:
        own = [one for one in nominations if party_of[one.seat_id] == party.id]
        return party_clock(signed_on, own, today, met_before=met_before)

    return {party.id: clock(party) for party in parties}


def _joined(nomination: Nomination, people: Mapping[int, Person]) -> Membership:
    person = people.get(nomination.person_id or 0)
    return Membership(nomination=nomination, name=person.name if person else "", post=person.post if person else "")


def _party(
    party: Party,
    seats: Sequence[Seat],
    memberships: Sequence[Membership],
    units: Sequence[Unit],
    today: date,
) -> PartyMembers:
    here = [seat for seat in seats if seat.party_id == party.id]
    by_seat: dict[int, list[Membership]] = {seat.id: [] for seat in here}
    joined = [one for one in memberships if one.nomination.seat_id in by_seat]
    for one in joined:
        by_seat[one.nomination.seat_id].append(one)
    lines = [seat_line(seat, by_seat[seat.id], today) for seat in here]
    own = [unit for unit in units if unit.party_id == party.id]
    return PartyMembers(
        party=party,
        seats=_living(lines),
        archived_seats=tuple(line for line in lines if line.seat.archived_on is not None),
        units=tree(own, UnitKind.UNIT),
        agencies=tree(own, UnitKind.AGENCY),
        archived_units=tuple(UnitLine(unit=unit, depth=0) for unit in own if unit.archived_on is not None),
    )


def _living(lines: Sequence[SeatLine]) -> tuple[SeatLine, ...]:
    return tuple(line for line in lines if line.seat.archived_on is None)


def _people(
    people: Collection[Person],
    memberships: Sequence[Membership],
    seats: Sequence[Seat],
    parties: Sequence[Party],
    today: date,
) -> list[PersonLine]:
    """Return all people in Persian alphabetical order."""
    by_id, party_of = {seat.id: seat for seat in seats}, {party.id: party for party in parties}
    held: dict[int, list[Membership]] = {}
    for one in memberships:
        held.setdefault(one.nomination.person_id or 0, []).append(one)

    def seat_of(one: Membership) -> HeldSeat:
        seat = by_id[one.nomination.seat_id]
        return HeldSeat(
            membership=one,
            seat=seat,
            party=party_of[seat.party_id],
            running=holds_on(one.nomination, today),
            open=not_over_on(one.nomination, today),
        )

    return [
        PersonLine(person=person, seats=tuple(seat_of(one) for one in newest_first(held.get(person.id, ()))))
        for person in sorted(people, key=lambda person: sort_key(person.name))
    ]


def _late(clocks: Mapping[int, PartyClock | None]) -> list[int]:
    """Ids of the parties whose nomination deadline is over."""
    return [party_id for party_id, clock in clocks.items() if clock is not None and clock.is_overdue]


def unit_details(context: Context, unit_id: int) -> UnitDetails:
    """Read the details of the selected unit."""
    with context.read() as work:
        return UnitDetails(open_tasks=count_open_tasks(work, unit_id), letters=papers_of(work, "unit", unit_id))


def count_open_tasks(work: Work, unit_id: int) -> int:
    """Number of open tasks of a unit, without resting ones."""
    tasks = work.tasks.where(unit_id=unit_id, state=tuple(OPEN_TASKS))
    return sum(1 for task in tasks if not task.resting)
