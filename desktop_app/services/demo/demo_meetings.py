"""The meetings of the demo story, from agenda to final minutes, by the operator's own services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeUnit
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaKind,
    AttendanceState,
    DispositionKind,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.minutes import AdoptionKind, Clause, ClauseKind, Deliberation, EffectKind, ItemDisposition
from desktop_app.services.context import Context
from desktop_app.services.demo.demo_committee import StoryRecords
from desktop_app.services.demo.demo_story import DayMover, StoryClock
from desktop_app.services.meetings import agenda, meetings
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes import attendance, clauses, finalising, minutes
from desktop_app.services.minutes.dispositions import dispose_items
from desktop_app.services.minutes.effects import add_effect
from desktop_app.services.minutes.paper_sheet import confirm_previous
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.versions import drafts
from desktop_app.services.versions.versions import earlier_minutes

Json = Any
DAYS_TO_CONVENE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryContext:
    """Context, clock, records and day mover that every act of the story needs."""

    context: Context
    clock: StoryClock
    cast: StoryRecords
    mover: DayMover


def convening_day(stage: StoryContext, story: Json) -> date:
    """The working day on which the meeting is convened, about a week before it."""
    day = stage.mover.day(story["day"])
    return min(stage.mover.calendar.working_day_from(day - timedelta(days=DAYS_TO_CONVENE)), day, stage.mover.today)


def convene(stage: StoryContext, story: Json) -> int:
    """Schedule a meeting with its agenda and guests, convene it a week ahead and send its letters; returns its id."""
    day = stage.mover.day(story["day"])
    stage.clock.set_clock(convening_day(stage, story))
    meeting = Meeting(
        committee_id=stage.cast.committee_id,
        kind=MeetingKind(story["kind"]),
        day=day,
        starts_at=story["starts"],
        place=story["place"],
    )
    items = [_agenda_item(stage, one) for one in story["agenda"] if "carried" not in one]
    made = meetings.add_meeting(stage.context, meeting, items)
    _take_up(stage, made.id, story["agenda"])
    meetings.move_meeting(stage.context, made.id, MeetingState.SCHEDULED)
    for name, post in story.get("guests", ()):
        attendance.add_guest(stage.context, made.id, name=name, post=post)
    meetings.move_meeting(stage.context, made.id, MeetingState.CONVENED)
    _send(stage, made.id, story.get("invitations", {}))
    return made.id


def _send(stage: StoryContext, meeting_id: int, story: Json) -> None:
    """Record the invitations as sent on the convening day, without those the story leaves out."""
    waiting = story.get("waiting", ())
    sheet = meeting_sheet(stage.context, meeting_id)
    sending = Sending(
        invitees=tuple(one.key for one in sheet.invitees if one.line.name not in waiting),
        day=stage.clock.today(),
        way=SendingWay(story.get("way", "automation")),
        said=LetterAdditions(number=stage.mover.text(story.get("letter", ""))),
    )
    send_invitations(stage.context, meeting_id, sending)


def _take_up(stage: StoryContext, meeting_id: int, story: Sequence[Json]) -> None:
    """Take up the parked items that the story names on this agenda, each in its place."""
    for place, one in enumerate(story):
        if "carried" in one:
            with stage.context.read() as work:
                (item,) = work.agenda.where(title=one["title"], meeting_id=None)
            agenda.unpark_item(stage.context, item.id, meeting_id)
            while _item_ids(stage, meeting_id).index(item.id) > place:
                agenda.move_item(stage.context, item.id, -1)


def _agenda_item(stage: StoryContext, story: Json) -> AgendaItem:
    return AgendaItem(
        committee_id=stage.cast.committee_id,
        meeting_id=None,
        ordinal=1,
        title=story["title"],
        kind=AgendaKind(story.get("kind", "topic")),
        presenter=story["presenter"],
        background=stage.mover.text("\n".join(story.get("background", ()))),
        planned_minutes=story["minutes"],
        resolution_id=_resolution_id(stage, story["about"]) if "about" in story else None,
    )


def _resolution_id(stage: StoryContext, key: str) -> int:
    """Id of the earlier resolution that an item is about."""
    with stage.context.read() as work:
        return work.resolutions.where(number=stage.mover.numbers[key])[0].id


def hold_meeting(stage: StoryContext, meeting_id: int, story: Json) -> None:
    """Hold the meeting: mark attendance, run each item, end the session."""
    day = stage.mover.day(story["day"])
    stage.clock.set_clock(day, story["began"])
    meetings.begin_session(stage.context, meeting_id, story["began"])
    for name, seat_id in stage.cast.seats.items():
        mark = _mark(stage, story, name)
        attendance.mark_attendance(stage.context, meeting_id, seat_id, mark)
    for item_id in _item_ids(stage, meeting_id):
        agenda.finish_item(stage.context, item_id)
    stage.clock.set_clock(day, story["ended"])
    meetings.end_session(stage.context, meeting_id, ended_at=story["ended"])


def _mark(stage: StoryContext, story: Json, name: str) -> SeatMark:
    state = AttendanceState(story["absent"].get(name, "present"))
    if state is AttendanceState.SUBSTITUTE:
        one = story["substitute"]
        return SeatMark(
            state=state,
            substitute_name=one["name"],
            letter_number=stage.mover.text(one["letter"]),
            letter_day=stage.mover.day(one["letter_day"]),
            arrived_at=story["began"],
        )
    return SeatMark(state=state, arrived_at=story.get("late", {}).get(name, ""))


def _item_ids(stage: StoryContext, meeting_id: int) -> list[int]:
    with stage.context.read() as work:
        return [item.id for item in work.agenda.where(meeting_id=meeting_id)]


def write_minutes(stage: StoryContext, meeting_id: int, story: Json) -> None:
    """Write the minutes of a held meeting, read them out and make them final."""
    with stage.context.read() as work:
        version = work.versions.where(meeting_id=meeting_id)[-1]
    for item_id, item in zip(_item_ids(stage, meeting_id), story["agenda"], strict=True):
        _write_item(stage, version.id, item_id, item)
    if "next_day" in story:
        closing = replace(version, next_day=stage.mover.day(story["next_day"]), next_starts_at=story["next_starts"])
        minutes.save_closing(stage.context, closing)
    dispose_items(stage.context, version.id, _dispositions(stage, version.id, meeting_id, story["agenda"]))
    minutes.to_review(stage.context, version.id)
    minutes.mark_read(stage.context, version.id)
    finalising.finalise(stage.context, version.id)


def _dispositions(
    stage: StoryContext, version_id: int, meeting_id: int, story: Sequence[Json]
) -> list[ItemDisposition]:
    """Return what the story decides of the items that were not reached."""
    return [
        ItemDisposition(
            minutes_version_id=version_id,
            agenda_item_id=item_id,
            kind=DispositionKind(one["fate"]),
            reason=one.get("reason", ""),
        )
        for item_id, one in zip(_item_ids(stage, meeting_id), story, strict=True)
        if "fate" in one
    ]


def _confirm(stage: StoryContext, version_id: int, item_id: int, sentence: str) -> None:
    """Confirm the previous minutes, if there are any."""
    with stage.context.read() as work:
        meeting = work.meetings.get(work.versions.get(version_id).meeting_id)
        earlier = earlier_minutes(work, meeting)
    if earlier is not None:
        confirm_previous(stage.context, version_id, item_id, sentence)


def _write_item(stage: StoryContext, version_id: int, item_id: int, story: Json) -> None:
    for speaker, text in story.get("talk", ()):
        said = Deliberation(
            minutes_version_id=version_id, agenda_item_id=item_id, ordinal=0, speaker=speaker, text=text
        )
        drafts.add_deliberation(stage.context, said)
    if "confirms" in story:
        _confirm(stage, version_id, item_id, story["confirms"])
    for one in story.get("clauses", ()):
        clause = _clause(stage, version_id, item_id, one)
        made = clauses.add_clause(stage.context, clause)
        for effect in one.get("effects", ()):
            target, day = _resolution_id(stage, effect["resolution"]), stage.mover.day(effect["to"])
            add_effect(stage.context, made.id, target, EffectKind(effect["kind"]), day)


def _clause(stage: StoryContext, version_id: int, item_id: int, story: Json) -> Clause:
    cast = stage.cast
    bare = Clause(
        minutes_version_id=version_id, agenda_item_id=item_id, ordinal=0, text=stage.mover.text(story["text"])
    )
    if "kind" not in story:
        return bare
    votes = story.get("votes", (None, None))
    return replace(
        bare,
        kind=ClauseKind(story["kind"]),
        axis_id=cast.axes[story["axis"]],
        executor_unit_id=cast.units[story["executor"]],
        cooperating=tuple(cast.units[place] for place in story.get("cooperating", ())),
        all_units=story.get("all_units", False),
        owner_person_id=cast.people[story["owner"]] if "owner" in story else None,
        owner_unit_id=cast.units[story["owner_unit"]] if "owner_unit" in story else None,
        deadline=_deadline(stage.mover, story["deadline"]),
        adoption=AdoptionKind(story.get("adoption", "unanimous")),
        reservation=story.get("reservation", ""),
        votes_for=votes[0],
        votes_against=votes[1],
        upstream_id=cast.upstream[story["upstream"]] if "upstream" in story else None,
    )


def _deadline(mover: DayMover, story: Mapping[str, Any]) -> Deadline:
    kind = DeadlineKind(story["kind"])
    if kind is DeadlineKind.DAY:
        return Deadline(kind=kind, day=mover.day(story["day"]))
    return Deadline(kind=kind, count=story["count"], unit=RelativeUnit(story["unit"]))
