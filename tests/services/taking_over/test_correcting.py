"""The day of a past meeting is corrected while nothing hangs on it."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.rules.taking_over import PastMeeting
from desktop_app.services.meetings.month_ledger import month_ledger
from desktop_app.services.taking_over.earlier import correct_day, other_day
from desktop_app.services.taking_over.importing import enter_meeting, import_workbook
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows

WRONG, RIGHT = date(2021, 10, 6), date(2023, 2, 3)


def test_another_day_is_an_act_of_its_own(office: Office, records: Records) -> None:
    tell(office)
    enter_meeting(office.context, PastMeeting(number=47, day=WRONG), WORDS)
    assert other_day(office.context, 47, WRONG) is None
    assert other_day(office.context, 47, RIGHT) == WRONG
    correct_day(office.context, 47, RIGHT)
    (meeting,) = office.where("meetings", number=47)
    assert meeting.day == RIGHT
    assert (records.audit[-1].act, records.audit[-1].subject) == ("changed", "meeting")
    assert [slot.meeting.number for slot in month_ledger(office.context, 1401).slots if slot.meeting] == [47]
    assert records.folder.check() == ()
    with refused("past_meeting_ahead", "day"):
        correct_day(office.context, 47, date(2040, 1, 1))


def test_the_day_of_resolutions_stays(office: Office) -> None:
    tell(office)
    import_workbook(office.context, book((HEADS, rows(office))), WORDS)
    assert other_day(office.context, 12, RIGHT) is None
    with refused("past_day_has_resolutions", "day"):
        correct_day(office.context, 12, RIGHT)
    own = office.get("meetings", office.convened())
    assert other_day(office.context, own.number, RIGHT) is None
