"""The order of a resolution's history where the clock cannot tell two events apart."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.read_models.follow_up_sheets import EventKind
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskRole, TaskState
from desktop_app.services.follow_up.resolution_sheet import Numbers, history_of

DAY, DUE, LATER = date(2023, 5, 1), date(2023, 6, 5), date(2023, 6, 20)
SECOND = "2023-05-01T08:00:00Z"
RESOLUTION = Resolution(id=1, uid="r", meeting_id=1, number="۱۴۰۲/۱/۱", adopted_on=DAY)
NOTIFIED = ResolutionAct(id=1, resolution_id=1, kind=ResolutionActKind.NOTIFIED, day=DAY, at=SECOND, actor="")


def _event(
    sequence: int, due: date | None, granted_by_meeting_id: int | None = None, undoes_id: int | None = None
) -> DeadlineEvent:
    return DeadlineEvent(
        id=sequence + 1,
        resolution_id=1,
        sequence=sequence,
        due=due,
        at=SECOND,
        granted_by_meeting_id=granted_by_meeting_id,
        undoes_id=undoes_id,
    )


@pytest.mark.parametrize(
    ("events", "kinds"),
    [
        ((_event(0, DUE), _event(1, LATER)), (EventKind.ACT, EventKind.DEADLINE)),
        ((_event(0, DUE), _event(1, LATER, granted_by_meeting_id=2)), (EventKind.ACT, EventKind.EXTENDED)),
        ((_event(0, None), _event(1, DUE)), (EventKind.DEADLINE, EventKind.ACT)),
        (
            (
                _event(0, DUE),
                _event(1, LATER, granted_by_meeting_id=2),
                _event(2, DUE, granted_by_meeting_id=2, undoes_id=2),
            ),
            (EventKind.EXTENDED, EventKind.ACT, EventKind.EXTENDED),
        ),
    ],
    ids=["changed by new minutes", "granted", "begun by the notification", "granted and taken back"],
)
def test_of_one_second_the_newest_first(events: tuple[DeadlineEvent, ...], kinds: tuple[EventKind, ...]) -> None:
    told = history_of(RESOLUTION, [NOTIFIED], events, [], [], Numbers({}, {}), {})
    assert tuple(event.kind for event in told) == (*kinds, EventKind.ADOPTED)


def test_what_is_taken_back_is_named_and_not_what_stands_again() -> None:
    task = Task(id=1, uid="t", resolution_id=1, unit_id=1, role=TaskRole.EXECUTOR)
    unit = Unit(id=1, party_id=1, name="اداره کل", ordinal=1)

    def news(act_id: int, percent: int, undoes_id: int | None = None) -> TaskAct:
        at = f"2023-05-0{act_id + 1}T08:00:00Z"
        states = {"source": TaskState.DOING, "target": TaskState.DOING}
        return TaskAct(id=act_id, task_id=1, percent=percent, day=DAY, at=at, actor="", undoes_id=undoes_id, **states)

    acts = [news(1, 40), news(2, 55), news(3, 40, undoes_id=2)]
    told = history_of(RESOLUTION, [], [], [task], acts, Numbers({}, {}), {1: unit})
    assert [(one.percent, one.undoes, one.undone) for one in told if one.kind is EventKind.TASK] == [
        (55, True, False),
        (55, False, True),
        (40, False, False),
    ]
