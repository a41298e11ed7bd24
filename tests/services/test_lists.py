"""Lists, search, the one committee, and a clock that stands wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.read_models.rows import SearchHit
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.services import lists
from desktop_app.services.office.clock_check import clock_doubt, require_clock
from desktop_app.services.reading import earlier_than, the_committee
from tests.refusing import refused
from tests.services.fakes import Ledger, SettableClock
from tests.services.office import Office


@pytest.mark.parametrize("kind", ["meeting", "minutes", "resolution", "task"])
def test_a_list_is_ids_and_then_pages(office: Office, ledger: Ledger, kind: str) -> None:
    ledger.base.rows[kind].update({1: "جلسهٔ یک", 2: "جلسهٔ دو", 3: "سه"})
    ids, rows = getattr(lists, f"{kind}_ids"), getattr(lists, f"{kind}_rows")
    assert ids(office.context) == (3, 2, 1)
    assert ids(office.context, ListQuery("جلسه")) == (2, 1)
    assert rows(office.context, (1, 3)) == ("جلسهٔ یک", "سه")


def test_search(office: Office, ledger: Ledger) -> None:
    ledger.base.hits.extend(SearchHit(kind="clause", id=n, title="", text=f"سامانه {n}") for n in range(5))
    assert [hit.id for hit in lists.search(office.context, "سامانه", 2)] == [0, 1]
    assert lists.search(office.context, "هیچ") == ()
    with refused("query_empty", "query"):
        lists.search(office.context, "  ")
    with refused("limit_too_small", "limit", limit=0):
        lists.search(office.context, "سامانه", 0)


def test_the_one_committee(office: Office) -> None:
    with office.open_work() as work:
        assert the_committee(work) == office.committee
    empty = Ledger(office.clock)
    with refused("committee_missing"), empty.open_work() as work:
        the_committee(work)


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
def test_a_clock_in_doubt(office: Office, ledger: Ledger, now: str, doubt: tuple[bool, int] | None) -> None:
    ledger.base.last_instant = "2023-05-01T20:00:00Z"
    context = replace(office.context, clock=SettableClock(datetime.fromisoformat(now)))
    found = clock_doubt(context)
    assert (None if found is None else (found.behind, found.days)) == doubt
    if doubt is None:
        require_clock(context)
        return
    with refused("clock_behind" if doubt[0] else "clock_ahead", days=doubt[1], last_day=date(2023, 5, 1)):
        require_clock(context)


def test_empty_data_doubt_no_clock(office: Office, ledger: Ledger) -> None:
    ledger.base.last_instant = ""
    assert clock_doubt(office.context) is None
