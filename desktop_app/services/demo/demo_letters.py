"""Letters and files of the demo story: incoming letters, signatures, the closed file, one correction.

Letters name seats, report for a unit, and ask for another deadline. Files are attached to the last meetings and a task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from desktop_app.domain.rules.files import FileOwner, RecordRef, StoredFile
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry
from desktop_app.services.context import Context
from desktop_app.services.demo.demo_meetings import StoryContext
from desktop_app.services.demo.demo_story import StoryEvent
from desktop_app.services.files.owners import NewFile, attach
from desktop_app.services.meetings.meetings import move_meeting
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.finalising import finalise
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.reading import agenda_of
from desktop_app.services.registers.papers import record_incoming
from desktop_app.services.registers.register_sheet import extension_from_paper, link_record, report_from_paper
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all

Keep = Callable[[str], StoredFile]
"""Keeps the bytes of a file of the demo by its name among them."""


def attach_files(context: Context, story: Sequence[Json], keep: Keep) -> None:
    """Attach the story's files to their records: ``meeting`` counts from the last one back, ``item`` from 1."""
    for one in story:
        new = NewFile(keep(one["file"]), one["name"])
        attach(context, _record(context, one), (new,), unnamed=one["name"])


def _record(context: Context, story: Json) -> RecordRef:
    if "task" in story:
        return RecordRef(FileOwner.TASK, story["task"])
    with context.read() as work:
        meetings = sorted((one.number, one.id) for one in work.meetings.where() if one.number is not None)
        meeting_id = meetings[story["meeting"]][1]
        if "item" not in story:
            return RecordRef(FileOwner.MEETING, meeting_id)
        return RecordRef(FileOwner.AGENDA_ITEM, agenda_of(work, meeting_id)[story["item"] - 1].id)


def signatures(stage: StoryContext, meeting_id: int, story: Json) -> Iterator[StoryEvent]:
    """Yield the event of signing, without the signers who still have to sign."""
    paper = story.get("paper")
    if paper is not None:
        day = stage.mover.day(paper["signed"])
        yield StoryEvent(day, lambda: _sign(stage, meeting_id, day, frozenset(paper.get("waiting", ()))))


def closing(stage: StoryContext, meeting_id: int, story: Json) -> Iterator[StoryEvent]:
    """Yield the event of closing the meeting's file, where the story has one."""
    closed = story.get("paper", {}).get("closed")
    if closed is not None:
        day = stage.mover.day(closed)
        yield StoryEvent(day, lambda: _close(stage, meeting_id, day))


def correction(stage: StoryContext, meeting_id: int, story: Json) -> Iterator[StoryEvent]:
    """Yield the events of correcting signed minutes and signing the correction, where the story has them."""
    amended = story.get("amended")
    if amended is not None:
        day, signed = stage.mover.day(amended["day"]), stage.mover.day(amended["signed"])
        yield StoryEvent(day, lambda: _amend(stage, meeting_id, day, amended))
        yield StoryEvent(signed, lambda: _sign(stage, meeting_id, signed, frozenset()))


def _amend(stage: StoryContext, meeting_id: int, day: date, story: Json) -> None:
    """Change one clause in a correction, read it out and make it final."""
    stage.clock.set_clock(day, "09:30")
    context = stage.context
    with stage.context.read() as work:
        signed = work.versions.where(meeting_id=meeting_id)[-1]
    made = amend(stage.context, signed.id, story["reason"]).id
    with stage.context.read() as work:
        (clause,) = (one for one in work.clauses.where(minutes_version_id=made) if one.text == story["was"])
    save_clause(context, replace(clause, text=story["is"]))
    to_review(context, made)
    mark_read(stage.context, made)
    finalise(context, made)


def _sign(stage: StoryContext, meeting_id: int, day: date, waiting: frozenset[str]) -> None:
    stage.clock.set_clock(day, "08:30")
    with stage.context.read() as work:
        version_id = work.versions.where(meeting_id=meeting_id)[-1].id
        signers = work.signers.where(minutes_version_id=version_id)
    if not waiting:
        sign_all(stage.context, version_id, day, asked=True)
    for signer in signers if waiting else ():
        if signer.name not in waiting:
            sign_all(stage.context, version_id, day, signer_id=signer.id)


def _close(stage: StoryContext, meeting_id: int, day: date) -> None:
    stage.clock.set_clock(day, "11:00")
    move_meeting(stage.context, meeting_id, MeetingState.CLOSED)


Json = Any
NIGHT = timedelta(days=1)


def nomination_letters(stage: StoryContext, story: Json) -> Iterator[StoryEvent]:
    """Yield the nomination letters of the parties, received on the day after their date."""
    for one in story.get("letters", ()):
        seats = [seat for seat in story["seats"] if seat["letter"] == one["number"]]
        written = stage.mover.exact(seats[0]["letter_day"])
        party = next(party["name"] for party in story["parties"] if party["code"] == seats[0]["party"])
        yield StoryEvent(written + NIGHT, partial(_nominate, stage, one | {"sender": party}, written))


def report_by_letter(stage: StoryContext, task_id: int, sender: str, percent: int, news: News, story: Json) -> None:
    """Record a unit's progress from a letter received on that day."""
    written = min(stage.mover.day(story["day"]), stage.clock.today())
    paper = _register_letter(stage, {"sender": sender, **story}, written)
    entry = TaskEntry(action=TaskAction.PROGRESS, news=news, percent=percent)
    report_from_paper(stage.context, paper, task_id, entry)


def ask_by_letter(stage: StoryContext, task_id: int, sender: str, story: Json) -> None:
    """Record a unit's request for another deadline; the meeting that extends it answers."""
    letter, wanted = story["letter"], stage.mover.day(story["to"])
    stage.clock.set_clock(stage.mover.day(letter["received"]), "08:40")
    written = min(stage.mover.day(letter["day"]), stage.clock.today())
    paper = _register_letter(stage, {"sender": sender, **letter}, written)
    title = stage.mover.text(letter["title"])
    extension_from_paper(stage.context, paper, task_id, wanted, story["why"], title=title)


def _nominate(stage: StoryContext, story: Json, written: date) -> None:
    stage.clock.set_clock(written + NIGHT, "08:40")
    paper = _register_letter(stage, story, written)
    with stage.context.read() as work:
        named = work.nominations.where(letter_number=story["number"])
    for one in named:
        link_record(stage.context, paper, "nomination", one.id)


def _register_letter(stage: StoryContext, story: Json, written: date) -> int:
    """Enter the letter in the register on the story's current day; return its id."""
    paper = IncomingPaper(
        number=stage.mover.text(story["number"]),
        day=written,
        received_on=stage.clock.today(),
        sender=story["sender"],
        subject=story["subject"],
    )
    return record_incoming(stage.context, paper).id
