"""The fixed part of the demo story: memorandum, parties, axes, units, seats with their people, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.committee import Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.meetings import AgendaItem, AgendaState
from desktop_app.domain.members import Nomination, NominationState, Person, Seat, SeatRole, Unit
from desktop_app.domain.settings import OfficeSettings
from desktop_app.domain.upstream import UpstreamDecision
from desktop_app.services.demo_story import Mover, jalali_day
from desktop_app.services.ports import Work

Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Ids of what the story's meetings refer to; units by their place in the list, counted from 1."""

    committee_id: int
    axes: Mapping[str, int]
    units: Mapping[int, int]
    people: Mapping[str, int]
    seats: Mapping[str, int]
    upstream: Mapping[str, int]


def put_committee(work: Work, told: Json, mover: Mover) -> Cast:
    """Store the committee of the story; one unit of work, committed by the caller."""
    memorandum = work.memoranda.add(
        Memorandum(
            title=told["memorandum"]["title"],
            subject=told["memorandum"]["subject"],
            signed_on=mover.exact(told["memorandum"]["signed_on"]),
        )
    )
    committee = work.committees.add(Committee(memorandum_id=memorandum.id, name=told["committee"]))
    parties = {one["code"]: _party(work, committee.id, one) for one in told["parties"]}
    people, seats = _seats(work, told["seats"], parties, mover)
    for ordinal, title in enumerate(told["parked"], start=1):
        work.agenda.add(
            AgendaItem(
                committee_id=committee.id, meeting_id=None, ordinal=ordinal, title=title, state=AgendaState.PARKED
            )
        )
    return Cast(
        committee_id=committee.id,
        axes=_axes(work, committee.id, told["axes"]),
        units=_units(work, told["units"], parties),
        people=people,
        seats=seats,
        upstream=_upstream(work, told["upstream"], mover),
    )


def settings_of(told: Json) -> OfficeSettings:
    """The office's settings as the story has them; marks the data as a sample."""
    parties = tuple(party["name"] for party in told["parties"])
    chosen = told["settings"]
    return OfficeSettings(
        number_pattern=chosen["number_pattern"],
        letterhead=parties,
        invocation=chosen["invocation"],
        kept_at=chosen["kept_at"],
        operator=chosen["operator"],
        sample=True,
    )


def _party(work: Work, committee_id: int, told: Json) -> int:
    party = Party(
        committee_id=committee_id,
        code=PartyCode(told["code"]),
        name=told["name"],
        short_name=told["short_name"],
        signatory=told["signatory"],
        signatory_post=told["signatory_post"],
    )
    return work.parties.add(party).id


def _axes(work: Work, committee_id: int, told: Json) -> dict[str, int]:
    made: dict[str, int] = {}
    for ordinal, one in enumerate(told, start=1):
        parent = made[one["parent"]] if "parent" in one else None
        axis = Axis(committee_id=committee_id, code=one["code"], title=one["title"], ordinal=ordinal, parent_id=parent)
        made[one["code"]] = work.axes.add(axis).id
    return made


def _units(work: Work, told: Json, parties: Mapping[str, int]) -> dict[int, int]:
    made: dict[int, int] = {}
    for place, one in enumerate(told, start=1):
        unit = Unit(
            party_id=parties[one["party"]],
            name=one["name"],
            short_name=one["short_name"],
            ordinal=place,
            head=one["head"],
            liaison=one["liaison"],
        )
        made[place] = work.units.add(unit).id
    return made


def _seats(work: Work, told: Json, parties: Mapping[str, int], mover: Mover) -> tuple[dict[str, int], dict[str, int]]:
    people: dict[str, int] = {}
    seats: dict[str, int] = {}
    for ordinal, one in enumerate(told, start=1):
        person = work.people.add(Person(name=one["person"], post=one["title"]))
        seat = work.seats.add(
            Seat(party_id=parties[one["party"]], role=SeatRole(one["role"]), title=one["title"], ordinal=ordinal)
        )
        day = mover.exact(one["letter_day"])
        work.nominations.add(
            Nomination(
                seat_id=seat.id,
                person_id=person.id,
                state=NominationState.ACTIVE,
                letter_number=mover.text(one["letter"]),
                letter_day=day,
                from_day=day,
            )
        )
        people[one["person"]] = person.id
        seats[one["person"]] = seat.id
    return people, seats


def _upstream(work: Work, told: Json, mover: Mover) -> dict[str, int]:
    """Upstream decisions are real: they do not move, and one that is later than the story's today is left out."""
    made: dict[str, int] = {}
    for one in told:
        if "only_after" in one and jalali_day(one["only_after"]) > mover.today:
            continue
        decision = UpstreamDecision(
            title=one["title"],
            body=one["body"],
            session=one.get("session", ""),
            session_day=jalali_day(one["session_day"]) if "session_day" in one else None,
            notification_number=one.get("number", ""),
            notification_day=jalali_day(one["day"]) if "day" in one else None,
            clause=one.get("clause", ""),
        )
        made[one["key"]] = work.upstream.add(decision).id
    return made
