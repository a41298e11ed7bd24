"""The offices of the tests themselves: each is a test's own, and a copied beginning is what its acts would make."""

from __future__ import annotations

import pytest

from desktop_app.domain.rules.meetings import MeetingState
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.offices import Offices
from tests.services.records import Records


def rows(records: Records, table: str) -> list[tuple[object, ...]]:
    """Every row of a table without its uid, which is random."""
    names = [row[1] for row in records.rows(f"PRAGMA table_info({table})") if row[1] not in {"uid", "subject_uid"}]
    return records.rows(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1")


def test_a_copied_beginning_is_what_the_acts_would_make(offices: Offices) -> None:
    with offices.opened() as (copied, records), offices.opened() as (own, made):
        began = copied.written(1)
        assert not records.is_open
        own.beginning = None
        assert own.written(1) == began
        for table in ("meeting", "meeting_act", "attendance", "clause", "deliberation", "audit"):
            assert rows(records, table) == rows(made, table) != [], table


def test_what_one_test_does_is_unknown_to_the_next(offices: Offices) -> None:
    with offices.opened() as (first, records), offices.opened() as (second, others):
        for one in (first, second):
            one.finalised(one.written(1)[1])
        before, mine = others.content(), records.content()
        first.parked()
        assert records.content() != mine
        assert others.content() == before


def test_a_refused_beginning_is_refused_again(offices: Offices) -> None:
    for _ in range(2):
        with offices.opened() as (office, records), refused("session_before_its_day"):
            office.clock.forward(days=-1)
            office.in_session()
        assert not records.is_open


def test_after_the_first_own_act_nothing_is_copied(office: Office, records: Records) -> None:
    meeting_id = office.planned()
    assert not records.is_open
    office.move(meeting_id, MeetingState.SCHEDULED)
    before = records.commits
    office.written(1, MONDAY)
    assert records.commits > before > 0


def test_an_act_that_commits_twice_fails(office: Office) -> None:
    def twice() -> None:
        with office.open_work() as work:
            work.commit()
            work.commit()

    with pytest.raises(AssertionError, match="one act is one commit"):
        twice()
