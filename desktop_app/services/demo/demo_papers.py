"""Course of the demo story's papers: signed by hand, the meeting's file closed, one of them corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.demo.demo_meetings import Stage
from desktop_app.services.demo.happening import Happening
from desktop_app.services.meetings.meetings import move_meeting
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.finalising import finalise
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.minutes.signing import sign_all

Json = Any


def signatures(stage: Stage, meeting_id: int, story: Json) -> Iterator[Happening]:
    """The day on which everybody signed, but for those who are still waited for."""
    paper = story.get("paper")
    if paper is not None:
        day = stage.mover.day(paper["signed"])
        yield Happening(day, lambda: _sign(stage, meeting_id, day, frozenset(paper.get("waiting", ()))))


def closing(stage: Stage, meeting_id: int, story: Json) -> Iterator[Happening]:
    """The day on which the meeting's file was closed, where the story comes to it."""
    closed = story.get("paper", {}).get("closed")
    if closed is not None:
        day = stage.mover.day(closed)
        yield Happening(day, lambda: _close(stage, meeting_id, day))


def correction(stage: Stage, meeting_id: int, story: Json) -> Iterator[Happening]:
    """The days on which signed minutes were corrected and the correction signed, where the story tells of it."""
    amended = story.get("amended")
    if amended is not None:
        day, signed = stage.mover.day(amended["day"]), stage.mover.day(amended["signed"])
        yield Happening(day, lambda: _amend(stage, meeting_id, day, amended))
        yield Happening(signed, lambda: _sign(stage, meeting_id, signed, frozenset()))


def _amend(stage: Stage, meeting_id: int, day: date, story: Json) -> None:
    """One clause says something else; the correction is read out and made final."""
    stage.clock.stand_at(day, "09:30")
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


def _sign(stage: Stage, meeting_id: int, day: date, waiting: frozenset[str]) -> None:
    stage.clock.stand_at(day, "08:30")
    with stage.context.read() as work:
        version_id = work.versions.where(meeting_id=meeting_id)[-1].id
        signers = work.signers.where(minutes_version_id=version_id)
    if not waiting:
        sign_all(stage.context, version_id, day, asked=True)
    for signer in signers if waiting else ():
        if signer.name not in waiting:
            sign_all(stage.context, version_id, day, signer_id=signer.id)


def _close(stage: Stage, meeting_id: int, day: date) -> None:
    stage.clock.stand_at(day, "11:00")
    move_meeting(stage.context, meeting_id, MeetingState.CLOSED)
