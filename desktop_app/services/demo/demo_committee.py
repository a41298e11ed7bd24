"""The committee of the demo story: memorandum, parties, axes, units, seats with people, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import AxisValues, FoundingDraft, SeatValues
from desktop_app.domain.rules.meetings import AgendaItem, AgendaState
from desktop_app.domain.rules.members import SeatRole
from desktop_app.domain.text.json_text import value_from
from desktop_app.services.demo.demo_story import DayMover, jalali_day
from desktop_app.services.office.committee_record import put_committee
from desktop_app.storage.store.work import Work

Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecords:
    """Ids of the records that the story refers to; units by their position, from 1."""

    committee_id: int
    axes: Mapping[str, int]
    units: Mapping[int, int]
    people: Mapping[str, int]
    seats: Mapping[str, int]
    upstream: Mapping[str, int]


def put_story(work: Work, story: Json, mover: DayMover) -> StoryRecords:
    """Store the story's committee in the open unit of work; the caller commits."""
    draft = _draft(story, mover)
    made = put_committee(work, draft)
    for ordinal, title in enumerate(story["parked"], start=1):
        work.agenda.add(
            AgendaItem(
                committee_id=made.committee_id, meeting_id=None, ordinal=ordinal, title=title, state=AgendaState.PARKED
            )
        )
    names = [seat.name for seat in draft.seats]
    return StoryRecords(
        committee_id=made.committee_id,
        axes=dict(zip((axis.code for axis in draft.axes), made.axes, strict=True)),
        units=dict(enumerate(made.units, start=1)),
        people={name: person for name, person in zip(names, made.people, strict=True) if person is not None},
        seats=dict(zip(names, made.seats, strict=True)),
        upstream=_upstream(work, story["upstream"], mover),
    )


def _draft(story: Json, mover: DayMover) -> FoundingDraft:
    """Build the founding draft of the story's committee."""
    given = {name: story[name] for name in ("parties", "units")}
    signed_on = mover.exact(story["memorandum"]["signed_on"])
    memorandum = {**story["memorandum"], "committee": story["committee"], "signed_on": signed_on}
    return replace(
        value_from(FoundingDraft, {**given, "memorandum": memorandum}),
        seats=tuple(_seat(one, mover) for one in story["seats"]),
        axes=tuple(AxisValues(code=one["code"], title=one["title"]) for one in story["axes"]),
    )


def _seat(story: Json, mover: DayMover) -> SeatValues:
    return SeatValues(
        party=PartyCode(story["party"]),
        role=SeatRole(story["role"]),
        title=story["title"],
        name=story["person"],
        letter_number=mover.text(story["letter"]),
        letter_day=mover.exact(story["letter_day"]),
    )


def settings_of(story: Json) -> OfficeSettings:
    """Return the story's office settings, marked as a sample."""
    parties = tuple(party["name"] for party in story["parties"])
    chosen = story["settings"]
    return OfficeSettings(
        number_pattern=chosen["number_pattern"],
        letterhead=parties,
        invocation=chosen["invocation"],
        kept_at=chosen["kept_at"],
        operator=chosen["operator"],
        sample=True,
    )


def _upstream(work: Work, story: Json, mover: DayMover) -> dict[str, int]:
    """Store the upstream decisions: days of real ones are not moved, and future ones are left out."""
    made: dict[str, int] = {}
    for one in story:
        if "only_after" in one and jalali_day(one["only_after"]) > mover.today:
            continue
        decision = UpstreamDecision(
            title=one["title"],
            body=one["body"],
            session=one.get("session", ""),
            session_day=jalali_day(one["session_day"]) if "session_day" in one else None,
            notification_number=one.get("number", ""),
            notification_day=(mover.exact if "moves" in one else jalali_day)(one["day"]) if "day" in one else None,
            clause=one.get("clause", ""),
        )
        made[one["key"]] = work.upstream.add(decision).id
    return made
