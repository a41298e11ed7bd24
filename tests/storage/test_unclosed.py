"""What SQLite leaves out of the follow-up is what the rule calls closed, whatever the history of a resolution."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.resolutions import Resolution, ResolutionAct, ResolutionActKind, is_closed_by
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.store.work import Work
from tests.storage.sample import AT, DAY, Sample

HISTORIES = 120


def _histories(work: Work, sample: Sample, chance: random.Random) -> list[int]:
    """A meeting whose resolutions have acts of every kind on any day, some of them taken back."""
    meeting = work.meetings.add(Meeting(committee_id=sample.committee, number=2, state=MeetingState.HELD, day=DAY)).id
    for row in range(1, HISTORIES + 1):
        adopted = DAY if chance.random() < 0.9 else None
        made = work.resolutions.add(
            Resolution(uid=work.new_uid(), meeting_id=meeting, row=row, number=f"۲/{row}", adopted_on=adopted)
        )
        acts: list[ResolutionAct] = []
        for _ in range(chance.randint(0, 5)):
            undone = {act.undoes_id for act in acts}
            free = [act for act in acts if act.undoes_id is None and act.id not in undone]
            back = chance.choice(free) if free and chance.random() < 0.3 else None
            act = ResolutionAct(
                resolution_id=made.id,
                kind=back.kind if back else chance.choice([*ResolutionActKind]),
                day=DAY + timedelta(days=chance.randint(0, 9)),
                at=AT,
                actor="دبیر",
                undoes_id=back.id if back else None,
            )
            acts.append(work.resolution_acts.add(act))
    return [sample.meeting, meeting]


def _open_by_the_rule(work: Work, asked: tuple[Resolution, ...], day: date) -> list[int]:
    def told(one: Resolution) -> list[ResolutionAct]:
        return [act for act in work.resolution_acts.where(resolution_id=one.id) if act.day <= day]

    return [one.id for one in asked if one.adopted_on is not None and not is_closed_by(told(one))]


@pytest.mark.parametrize("seed", range(3))
def test_only_what_the_rule_calls_closed_is_left_out(data: DataFolder, final: Sample, seed: int) -> None:
    with data.open_write() as work:
        meetings = _histories(work, final, random.Random(seed))
        every = work.resolutions.where(meeting_id=meetings)
        for day in (DAY - timedelta(days=1), *(DAY + timedelta(days=step) for step in range(10))):
            found = work.unclosed_resolutions(meetings, day)
            assert _open_by_the_rule(work, found, day) == _open_by_the_rule(work, every, day)
        assert len(found) < 0.7 * HISTORIES, "what is closed is not even read"
        assert work.unclosed_resolutions([], DAY) == ()
