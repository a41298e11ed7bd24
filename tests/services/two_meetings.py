"""Final minutes of one meeting, and the draft of the next one, whose clause may act on the resolutions of the first."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.rules.minutes import EffectKind
from desktop_app.domain.rules.resolutions import Course, valid_deadlines
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.minutes.effects import add_effect, targets_of
from desktop_app.services.minutes.finalising import finalise, withdraw
from tests.services.office_steps import MONDAY, Office

LATER = MONDAY + timedelta(days=28)
DUE = date(2023, 6, 5)
EXTENDED = date(2023, 7, 3)


class Two:
    """Final minutes with two resolutions, and the draft of the next meeting with one resolution."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.first_meeting, self.first = office.written()
        office.finalised(self.first)
        self.target, self.other = (one.id for one in office.where("resolutions", meeting_id=self.first_meeting))
        office.clock.at += timedelta(days=28)
        self.meeting = office.held(LATER)
        self.version = office.draft(self.meeting)
        self.item = office.items(self.meeting)[1]
        self.clause = office.decide(self.version, self.item, "مهلت مصوبهٔ پیشین سه هفته تمدید شد.")

    def add(self, kind: EffectKind, day: date | None = None, **facts: object) -> int:
        return add_effect(self.office.context, self.clause, self.target, kind, day, **facts).id  # type: ignore[arg-type]

    def finalise(self) -> None:
        self.office.read(self.version)
        finalise(self.office.context, self.version)

    def course(self) -> Course:
        with self.office.context.read() as work:
            return targets_of(work, [self.target])[self.target].now

    def due(self) -> date | None:
        return valid_deadlines(self.office.where("deadline_events", resolution_id=self.target))[-1].due

    def tasks(self) -> set[tuple[TaskState, bool]]:
        return {(one.state, one.resting) for one in self.office.where("tasks", resolution_id=self.target)}

    def reopen(self) -> None:
        self.version = withdraw(self.office.context, self.version, "یک نام نادرست بود").id
