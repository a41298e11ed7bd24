"""Lists, search, the one committee, and a clock that stands wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.services import lists
from desktop_app.services.meetings.meetings import begin_session, end_session
from desktop_app.services.office.office_state import clock_doubt, require_clock
from desktop_app.services.reading import earlier_than, only_committee_id
from tests.refusing import refused
from tests.services.clocks import SettableClock
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records


@pytest.mark.parametrize(
    ("stored", "every", "searched", "found"),
    [
        (lists.MEETINGS, (2, 1), "تالار", (2,)),
        (lists.MINUTES, (2, 1), "سامانه", (1,)),
        (lists.RESOLUTIONS, (3, 2, 1), "سامانه", (2,)),
        (lists.TASKS, (5, 6, 3, 4, 1, 2), "سامانه", (3, 4)),
    ],
    ids=["meeting", "minutes", "resolution", "task"],
)
def test_a_list_is_ids_and_then_pages(
    office: Office, stored: lists.StoredList[Any], every: tuple[int, ...], searched: str, found: tuple[int, ...]
) -> None:
    for day, place, *texts in (
        (MONDAY - timedelta(days=14), "سالن", "آموزش مدیران", "سامانهٔ پیگیری"),
        (MONDAY - timedelta(days=7), "تالار", "بازدید روستاها"),
    ):
        _decided(office, day, place, texts)
    assert stored.ids(office.context) == every
    assert stored.ids(office.context, ListQuery(searched)) == found
    assert [row.id for row in stored.rows(office.context, (every[-1], every[0]))] == [every[-1], every[0]]


def _decided(office: Office, day: date, place: str, texts: list[str]) -> None:
    meeting_id = office.planned(day, place)
    office.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
    begin_session(office.context, meeting_id, "10:05")
    office.mark_all(meeting_id)
    end_session(office.context, meeting_id, ended_at="12:10")
    version_id = office.draft(meeting_id)
    for text in texts:
        office.decide(version_id, office.items(meeting_id)[2], text)
    office.finalised(version_id)


def test_search(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    notes = [office.note(version_id, office.items(meeting_id)[1], f"سامانه {n}") for n in range(5)]
    assert [hit.id for hit in lists.search(office.context, "سامانه", 2)] == [notes[4], notes[3]]
    assert lists.search(office.context, "هیچ") == ()
    with refused("query_empty", "query"):
        lists.search(office.context, "  ")
    with refused("limit_too_small", "limit", limit=0):
        lists.search(office.context, "سامانه", 0)


def test_the_one_committee(office: Office, unfounded: Records) -> None:
    with office.open_work() as work:
        assert only_committee_id(work) == office.committee
    with refused("committee_missing"), unfounded.open_work() as work:
        only_committee_id(work)


FIRST, SECOND = date(2023, 5, 1), date(2023, 6, 5)


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ((1, FIRST), (2, FIRST), True),
        ((2, FIRST), (1, SECOND), False),
        ((1, FIRST), (None, SECOND), True),
        ((None, SECOND), (1, FIRST), False),
        ((None, FIRST), (None, None), True),
        ((None, None), (None, FIRST), False),
    ],
)
def test_which_meeting_comes_before(
    one: tuple[int | None, date | None], other: tuple[int | None, date | None], earlier: bool
) -> None:
    def meeting(meeting_id: int, facts: tuple[int | None, date | None]) -> Meeting:
        return Meeting(id=meeting_id, committee_id=1, number=facts[0], day=facts[1])

    assert earlier_than(meeting(1, one), meeting(2, other)) is earlier
    assert not earlier_than(meeting(1, one), meeting(1, one))


# ---- the clock


@pytest.mark.parametrize(
    ("now", "doubt"),
    [
        ("2023-05-01T00:00", None),
        ("2023-05-01T23:59", None),
        ("2023-06-15T12:00", None),
        ("2023-06-16T12:00", (False, 46)),
        ("2023-04-30T23:59", (True, 1)),
        ("2013-05-01T12:00", (True, 3652)),
    ],
)
def test_a_clock_in_doubt(office: Office, now: str, doubt: tuple[bool, int] | None) -> None:
    office.clock.forward(hours=10)
    office.parked()
    context = replace(office.context, clock=SettableClock(datetime.fromisoformat(now)))
    found = clock_doubt(context)
    assert (None if found is None else (found.behind, found.days)) == doubt
    if doubt is None:
        require_clock(context)
        return
    with refused("clock_behind" if doubt[0] else "clock_ahead", days=doubt[1], last_day=date(2023, 5, 1)):
        require_clock(context)


def test_empty_data_doubt_no_clock(unfounded: Records) -> None:
    assert clock_doubt(unfounded.context) is None
