"""The scan of a past meeting: kept and linked by the act that enters the meeting, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import NO_SCAN, Filter, FilterKey, ListQuery
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.taking_over import PastMeeting
from desktop_app.services import lists
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.record_targets import record_of_target
from desktop_app.services.files.owners import NewFile, file_count, files_sheet, take_off
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.taking_over.importing import enter_meeting, enter_typed, import_workbook
from tests.refusing import refused
from tests.services.files.test_attaching import put
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows

LISTS = ((lists.MINUTES.rows, lists.MINUTES.ids), (lists.MEETINGS.rows, lists.MEETINGS.ids))
PAST = PastMeeting(number=12, day=date(2022, 11, 24))
PDF = b"%PDF-1.7 the signed minutes of a past meeting"


@pytest.fixture
def earlier(office: Office) -> Office:
    tell(office)
    return office


def scan(records: Records, content: bytes = PDF, name: str = "جلسهٔ ۱۲.pdf") -> NewFile:
    return NewFile(records.folder.files.take_bytes(content), name)


def past_meeting(office: Office) -> RecordRef:
    (found,) = office.where("meetings", number=12)
    return RecordRef(FileOwner.MEETING, found.id)


def test_the_scan_is_on_the_meeting_by_the_same_act(earlier: Office, records: Records) -> None:
    commits = records.commits
    made = enter_typed(earlier.context, PAST, "زیرساخت", True, WORDS, scan(records))
    assert records.commits == commits + 1
    assert made.changed & Changed.FILES
    (line,) = files_sheet(earlier.context, past_meeting(earlier)).groups[0].lines
    assert (line.link.role, line.link.name, line.link.removed_on) == (FileRole.SCAN, "جلسهٔ ۱۲.pdf", None)
    assert records.folder.files.read(line.file) == PDF
    assert [one.act for one in records.audit if one.subject == "file_link"] == ["attached"]
    assert records.folder.check() == ()


def test_a_scan_without_a_name_that_can_be_printed_is_called_one(earlier: Office, records: Records) -> None:
    enter_meeting(earlier.context, PAST, WORDS, scan(records, name="\U0001f4c4"))
    (line,) = files_sheet(earlier.context, past_meeting(earlier)).groups[0].lines
    assert line.link.name == WORDS.scan


def test_what_is_no_picture_of_a_paper_enters_nothing(earlier: Office, records: Records) -> None:
    before = records.content()
    with refused("scan_not_readable", "scan", name="جلسه.pdf"):
        enter_meeting(earlier.context, PAST, WORDS, scan(records, b"plain words", "جلسه.pdf"))
    assert records.content() == before


def test_a_meeting_that_is_refused_links_nothing(earlier: Office, records: Records) -> None:
    enter_meeting(earlier.context, PAST, WORDS)
    before = records.content()
    with refused("past_meeting_known", "number"):
        enter_meeting(earlier.context, PAST, WORDS, scan(records))
    assert records.content() == before


def test_a_scan_may_follow_and_stays_when_more_resolutions_come(earlier: Office, records: Records) -> None:
    import_workbook(earlier.context, book((HEADS, rows(earlier)[:1])), WORDS)
    record = past_meeting(earlier)
    put(records, record, "اسکن.pdf")
    import_workbook(earlier.context, book((HEADS, rows(earlier))), WORDS)
    assert file_count(earlier.context, record) == 1
    assert records.folder.check() == ()


def test_minutes_are_signed_and_archived_once_their_scan_is_there(earlier: Office, records: Records) -> None:
    def told() -> tuple[object, ...]:
        context = earlier.context
        (row,), (meeting,) = (rows(context, ids(context)) for rows, ids in LISTS)
        by_state = {
            state: len(lists.MINUTES.ids(context, ListQuery(filters=(Filter(FilterKey.STATE, state),))))
            for state in ("archived", NO_SCAN)
        }
        (reported,) = monthly_report_paper(context, 1401, 9).document.meetings
        signed = lists.MINUTES.view_counts(context)["signed"]
        sheet = minutes_sheet(context, row.id)
        return row.lacks_scan, meeting.lacks_scan, sheet.lacks_scan, signed, by_state, reported.minutes

    enter_meeting(earlier.context, PAST, WORDS)
    lacking = (True, True, True, 0, {"archived": 0, NO_SCAN: 1}, NO_SCAN)
    assert told() == lacking
    attached = put(records, past_meeting(earlier), "متن.txt")
    assert told() == lacking, "a text shows no signature"
    shown = put(records, past_meeting(earlier), "اسکن.pdf", content="%PDF-1.7 signed")
    assert told() == (False, False, False, 1, {"archived": 1, NO_SCAN: 0}, "archived")
    assert attached.changed & shown.changed & Changed.FILES
    (link,) = [one for one in earlier.where("file_links") if one.name == "اسکن.pdf"]
    take_off(earlier.context, [link.id])
    assert told() == lacking


def test_minutes_from_before_have_the_files_of_their_meeting(earlier: Office) -> None:
    enter_meeting(earlier.context, PAST, WORDS)
    assert record_of_target(earlier.context, "minutes:12") == past_meeting(earlier)
