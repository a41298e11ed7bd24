"""What became of the demo story's papers: signed by hand, and the meeting's file closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop_app.domain.meetings import MeetingState
from desktop_app.services.demo_follow_up import Happening
from desktop_app.services.demo_meetings import Stage
from desktop_app.services.meetings import move_meeting
from desktop_app.services.signing import sign_all

Json = Any


def signatures(stage: Stage, meeting_id: int, told: Json) -> Iterator[Happening]:
    """The day on which everybody signed, but for those who are still waited for."""
    paper = told.get("paper")
    if paper is not None:
        day = stage.mover.day(paper["signed"])
        yield Happening(day, lambda: _sign(stage, meeting_id, day, frozenset(paper.get("waiting", ()))))


def closing(stage: Stage, meeting_id: int, told: Json) -> Iterator[Happening]:
    """The day on which the meeting's file was closed, where the story comes to it."""
    closed = told.get("paper", {}).get("closed")
    if closed is not None:
        day = stage.mover.day(closed)
        yield Happening(day, lambda: _close(stage, meeting_id, day))


def _sign(stage: Stage, meeting_id: int, day: date, waiting: frozenset[str]) -> None:
    stage.clock.stand_at(day, "08:30")
    with stage.open_work() as work:
        version_id = work.versions.where(meeting_id=meeting_id)[-1].id
        signers = work.signers.where(minutes_version_id=version_id)
    if not waiting:
        sign_all(stage.open_work, stage.clock, version_id, day)
    for signer in signers if waiting else ():
        if signer.name not in waiting:
            sign_all(stage.open_work, stage.clock, version_id, day, signer_id=signer.id)


def _close(stage: Stage, meeting_id: int, day: date) -> None:
    stage.clock.stand_at(day, "11:00")
    move_meeting(stage.open_work, stage.clock, meeting_id, MeetingState.CLOSED)
