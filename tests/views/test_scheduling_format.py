"""What the scheduling form says of a day and an hour: each thing once, beside its cause."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.months import OfficeDays, day_findings
from desktop_app.widgets.dates.date_source import day_in_words
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.scheduling_postpone import finding_lines, hour_line

SUNDAY = date(2023, 6, 4)
CALENDAR = WorkCalendar(holidays={SUNDAY: "رحلت"})


def test_a_holiday_is_told_once_beneath_the_day_and_only_named_among_the_findings() -> None:
    days = OfficeDays(today=date(2023, 5, 1), calendar=CALENDAR)
    beneath = day_in_words(SUNDAY, CALENDAR, days.today).note
    among = [text for text, _tone in finding_lines(day_findings(Meeting(committee_id=1, day=SUNDAY), days))]
    assert among == ["مناسبت تعطیلی: رحلت."]
    assert "تعطیل رسمی؛ روز کاری بعد: " in beneath


def test_what_is_found_of_the_hour_is_not_said_beneath_the_day() -> None:
    days = OfficeDays(today=date(2023, 5, 1), calendar=WorkCalendar(), opens_at="08:00", closes_at="16:00")
    found = day_findings(Meeting(committee_id=1, day=date(2023, 6, 5), starts_at="23:00"), days)
    line = hour_line(found)
    assert line is not None
    assert line[1] is Tone.WARNING
    assert line not in finding_lines(found)
