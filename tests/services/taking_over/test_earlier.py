"""The time before the records: what is told of it, what contradicts it, and what goes on from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.rules.taking_over import EarlierValues, read_month
from desktop_app.services.meetings.month_ledger import excuse_month, month_ledger
from desktop_app.services.taking_over.earlier import earlier_refusals, earlier_values, save_earlier
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

TOLD = EarlierValues(held=True, last_meeting="۴۸", last_number="120", begins="1402/2")


def tell(office: Office, values: EarlierValues = TOLD) -> None:
    save_earlier(office.context, values, earlier_values(office.context))


@pytest.mark.parametrize("text", ["1402/2", "۱۴۰۲/۲", "١٤٠٢-٠٢", "اردیبهشت ۱۴۰۲", "اردیبهشت ماه 1402", "02/2"])
def test_a_month_is_read_as_people_type_it(text: str) -> None:
    assert read_month(text, MONDAY) == JalaliMonth(1402, 2)


def test_it_is_shown_as_it_was_told_and_audited(office: Office, records: Records) -> None:
    assert earlier_values(office.context) == EarlierValues()
    tell(office)
    shown = replace(TOLD, begins="اردیبهشت ۱۴۰۲")
    assert earlier_values(office.context) == shown
    (row,) = office.where("takings_over")
    assert (row.year, row.month, row.last_meeting, row.last_serial) == (1402, 2, 48, 120)
    entry = records.audit[-1]
    assert (entry.act, entry.subject, entry.facts["last_meeting"]) == ("told_of_before", "taking_over", 48)
    tell(office, replace(shown, last_number="۱۴۰۱/۴۸/۳"))
    assert [one.last_serial for one in office.where("takings_over")] == [120, 0], "the earlier word stays"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"last_meeting": ""}, "earlier_last_meeting_missing"),
        ({"last_meeting": "چهل"}, "earlier_last_meeting_missing"),
        ({"last_meeting": "0"}, "earlier_last_meeting_missing"),
        ({"last_meeting": "12345"}, "earlier_last_meeting_missing"),
        ({"last_number": "-3"}, "earlier_last_number_negative"),
        ({"last_number": " −۳"}, "earlier_last_number_negative"),
        ({"begins": ""}, "earlier_month_missing"),
        ({"begins": "۱۴۰۲/۱۳"}, "earlier_month_missing"),
        ({"begins": "خرداد ۱۴۰۲"}, "earlier_month_ahead"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(office: Office, change: dict[str, Any], key: str) -> None:
    found = earlier_refusals(office.context, replace(TOLD, **change))
    assert [one.key for one in found] == [key]
    assert found[0].field in change


def test_the_next_meeting_takes_the_number_after_the_last(office: Office) -> None:
    tell(office)
    meeting = office.convened()
    assert office.get("meetings", meeting).number == 49
    # from now on the records contradict what would reach it
    again = replace(TOLD, last_meeting="49")
    assert [one.key for one in earlier_refusals(office.context, again)] == ["earlier_reaches_own"]
    assert earlier_refusals(office.context, replace(TOLD, last_meeting="47")) == ()


def test_months_before_the_records_were_not_missed(office: Office) -> None:
    # signed in Aban 1401: Azar to Farvardin would be missed
    before = month_ledger(office.context, 1401)
    assert [slot.state for slot in before.slots[8:]] == [MonthState.MISSED] * 4
    tell(office, replace(TOLD, begins="فروردین ۱۴۰۲"))
    after = month_ledger(office.context, 1401)
    assert [slot.state for slot in after.slots[6:]] == [None, None, *[MonthState.BEFORE_RECORDS] * 4]
    assert (after.regularity.missed, after.regularity.due) == (1, 1)
    with refused("month_before_records"):
        excuse_month(office.context, 1401, 10, "سفر")
    assert month_ledger(office.context, 1402).slots[0].state is MonthState.MISSED


def test_a_committee_without_a_signing_day_begins_with_its_records(office: Office) -> None:
    memorandum = office.where("memoranda")[0]
    office.put("memoranda", replace(memorandum, signed_on=None))
    assert month_ledger(office.context, 1402).slots[0].state is None
    tell(office, replace(TOLD, begins="فروردین ۱۴۰۲"))
    assert month_ledger(office.context, 1402).slots[0].state is MonthState.MISSED
