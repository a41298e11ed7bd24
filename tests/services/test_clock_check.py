"""A wrong clock is asked about at each start until the operator confirms it, whatever was recorded under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.services.office.office_state import clock_doubt, confirm_clock, require_clock
from tests.refusing import refused
from tests.services.clocks import SettableClock
from tests.services.office_steps import Office

RIGHT = "2023-05-01T10:00"


def _at(office: Office, now: str) -> Context:
    return replace(office.context, clock=SettableClock(datetime.fromisoformat(now)))


def _acts(office: Office, now: str) -> None:
    office.clock.at = datetime.fromisoformat(now)
    office.parked()


@pytest.mark.parametrize("wrong", ["2041-05-01T10:00", "2023-07-01T10:00"])
def test_an_act_under_a_clock_that_ran_ahead_ends_no_asking(office: Office, wrong: str) -> None:
    _acts(office, RIGHT)
    _acts(office, wrong)
    found = clock_doubt(_at(office, wrong))
    assert found is not None
    assert (found.behind, found.last_day) == (False, date(2023, 5, 1))
    found = clock_doubt(_at(office, "2023-05-02T10:00"))
    assert found is not None
    assert found.behind, "and when the clock is right again, of what lies ahead"


def test_an_act_of_very_many_entries_hides_no_jump(office: Office) -> None:
    _acts(office, RIGHT)
    office.clock.at = datetime.fromisoformat("2041-05-01T10:00")
    with office.context.write() as work:
        for _entry in range(1500):
            work.audit("changed", "office_setting", 1)
        work.record(Outcome(changed=Changed.NOTHING))
    found = clock_doubt(_at(office, "2041-05-01T11:00"))
    assert found is not None
    assert (found.behind, found.last_day) == (False, date(2023, 5, 1))


def test_an_act_under_a_clock_that_stands_behind_ends_no_asking(office: Office) -> None:
    _acts(office, RIGHT)
    _acts(office, "2022-01-01T10:00")
    with refused("clock_behind", last_day=date(2023, 5, 1), today=date(2022, 1, 1)):
        require_clock(_at(office, "2022-01-01T11:00"))
    assert clock_doubt(_at(office, "2023-05-02T10:00")) is None


def test_a_confirmed_clock_is_an_entry_of_the_history_and_asked_about_no_more(office: Office) -> None:
    _acts(office, "2041-05-01T10:00")
    now = _at(office, RIGHT)
    assert clock_doubt(now) is not None
    office.clock.at = now.clock.at  # type: ignore[attr-defined]
    confirm_clock(office.context)
    assert clock_doubt(now) is None
    assert clock_doubt(_at(office, "2023-06-20T10:00")) is not None, "fifty days later it is asked about again"
