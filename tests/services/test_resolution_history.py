"""The order of a resolution's history where the clock cannot tell two events apart."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.read_models.resolution_sheet import EventKind
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind
from desktop_app.services.follow_up.resolution_history import Numbers, history_of

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
