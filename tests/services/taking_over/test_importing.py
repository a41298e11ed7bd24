"""Past meetings and resolutions from a workbook: judged by row, taken over in one act, never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from desktop_app import wiring
from desktop_app.domain.read_models.workbook import Cell, Formula, SheetRow, Workbook, WorkSheet
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.taking_over import PastMeeting
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.lists import search
from desktop_app.services.meetings.month_ledger import month_ledger
from desktop_app.services.taking_over.importing import enter_meeting, import_workbook, plain_offers, preview
from desktop_app.window.taking_over.controller import fault_lines
from desktop_app.words.states import RESOLUTION
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell

WORDS = wiring.taking_over_words()
MEETING_HEADS = ("ردیف", "شماره جلسه", "تاريخ", "محل", "موضوع")
HEADS = ("شمارهٔ مصوبه", "شماره جلسه", "تاریخ جلسه", "متن مصوبه", "نوع", "مجری", "همکاران", "مهلت", "وضعیت")


def book(*sheets: tuple[Sequence[Cell], Sequence[Sequence[Cell]]]) -> Workbook:
    """A workbook of sheets with their heads and rows."""
    made = [
        WorkSheet(f"برگه {place}", tuple(SheetRow(at, tuple(row)) for at, row in enumerate((heads, *rows), start=1)))
        for place, (heads, rows) in enumerate(sheets, start=1)
    ]
    return Workbook("سابقه.xlsx", tuple(made))


@pytest.fixture
def earlier(office: Office) -> Office:
    tell(office)
    return office


def units(office: Office) -> list[str]:
    return [one.name for one in office.where("units")]


def rows(office: Office) -> list[list[Cell]]:
    first, second, *_ = units(office)
    return [
        ["12/1", 12, "۱۴۰۱/۹/۳", "سامانه راه‌اندازی شود.", "", first, second, "1402/6/31", "در دست اقدام"],
        ["۱۲/۲", "۱۲", None, "گزارش داده شود.", "ارجاع", second, "", "مستمر", "ابلاغ شده"],
        ["13/1", 13.0, date(2023, 1, 5), "کار بسته شده است.", "تصمیم", first, "", None, "انجام شده"],
        ["13/2", 13, "", "ملغی شد.", "توصیه", "", "", "", "ملغی"],
    ]


def test_meetings_are_closed_and_archived_by_being_taken_over(earlier: Office, records: Records) -> None:
    commits = records.commits
    made = import_workbook(
        earlier.context,
        book(
            (
                MEETING_HEADS,
                [["نمونه", 1, "1401/1/1"], [1, "۱۰", "۵ آذر ۱۴۰۱", "سالن", "زیرساخت"], [2, 11, "1401-10-05"]],
            )
        ),
        WORDS,
    )
    assert (made.meetings, made.resolutions) == (2, 0)
    assert records.commits == commits + 1
    first, second = earlier.where("meetings")
    assert (first.number, first.state, first.day, first.place) == (10, MeetingState.CLOSED, date(2022, 11, 26), "سالن")
    assert second.day == date(2022, 12, 26)
    versions = earlier.where("versions")
    assert [one.state for one in versions] == [MinutesState.ARCHIVED] * 2
    assert [one.title for one in earlier.where("agenda")] == ["زیرساخت"]
    assert records.folder.check() == ()
    ledger = month_ledger(earlier.context, 1401)
    assert [slot.state for slot in ledger.slots[8:11]] == [MonthState.HELD, MonthState.HELD, MonthState.BEFORE_RECORDS]


def test_resolutions_bring_their_meetings_units_deadlines_and_states(earlier: Office, records: Records) -> None:
    made = import_workbook(earlier.context, book((HEADS, rows(earlier))), WORDS)
    assert (made.meetings, made.resolutions, made.known) == (2, 4, 0)
    with earlier.open_work() as work:
        shown = {one.number: one for one in work.resolution_rows.fetch(work.resolution_rows.ids())}
    assert {number: one.state for number, one in shown.items()} == {
        "12/1": ResolutionState.IN_PROGRESS,
        "۱۲/۲": ResolutionState.NOTIFIED,
        "13/1": ResolutionState.VERIFIED,
        "13/2": ResolutionState.REVOKED,
    }
    assert shown["12/1"].due == date(2023, 9, 22)
    assert shown["12/1"].meeting_number == 12
    tasks = earlier.where("tasks")
    assert [one.state for one in tasks] == [TaskState.DOING, TaskState.DOING, TaskState.NOTIFIED, TaskState.ACCEPTED]
    assert records.folder.check() == ()
    assert [hit.kind for hit in search(earlier.context, "سامانه راه اندازی", 5)] == ["resolution"]


def test_what_was_reported_done_waits_for_the_office_however_many_units_did_it(earlier: Office) -> None:
    first, second, *_ = units(earlier)
    row: list[Cell] = ["12/1", 12, "۱۴۰۱/۹/۳", "سامانه راه‌اندازی شود.", "", first, second, "", "گزارش انجام"]
    import_workbook(earlier.context, book((HEADS, [row])), WORDS)
    (stored,) = earlier.where("resolutions")
    assert resolution_sheet(earlier.context, stored.id).course.state is ResolutionState.REPORTED_DONE


def test_the_same_file_again_brings_nothing(earlier: Office, records: Records) -> None:
    workbook = book((HEADS, rows(earlier)))
    import_workbook(earlier.context, workbook, WORDS)
    assert preview(earlier.context, workbook, WORDS).known == 4
    before = records.content()
    with refused("import_brings_nothing", known=4):
        import_workbook(earlier.context, workbook, WORDS)
    assert records.content() == before


def test_what_is_new_in_a_longer_file_joins_the_meeting_that_is_there(earlier: Office, records: Records) -> None:
    known = rows(earlier)
    import_workbook(earlier.context, book((HEADS, known[:1])), WORDS)
    made = import_workbook(earlier.context, book((HEADS, known)), WORDS)
    assert (made.meetings, made.resolutions, made.known) == (1, 3, 1)
    meeting = earlier.where("meetings", number=12)[0]
    states = [one.state for one in earlier.where("versions", meeting_id=meeting.id)]
    assert states == [MinutesState.AMENDED, MinutesState.ARCHIVED]
    assert [one.row for one in earlier.where("resolutions", meeting_id=meeting.id)] == [1, 2]
    assert records.folder.check() == ()


@pytest.mark.parametrize(
    ("column", "cell", "key"),
    [
        (0, "", "past_number_missing"),
        (1, "دوازده", "past_meeting_number_unread"),
        (1, 49, "past_meeting_beyond_last"),
        (2, "1401/13/3", "month_not_in_year"),
        (2, "3 آذر", "past_day_without_year"),
        (2, "", "past_meeting_day_missing"),
        (3, " ", "past_text_missing"),
        (0, Formula("=A1+1"), "past_cell_formula"),
        (3, Formula("=A1"), "past_cell_formula"),
        (4, "خواهش", "past_kind_unknown"),
        (5, "واحدی که نیست", "past_unit_unknown"),
        (5, "", "past_executor_missing"),
        (7, "1400/1/1", "past_due_before_meeting"),
        (8, "نمی‌دانم", "past_state_unknown"),
    ],
)
def test_a_wrong_cell_is_told_with_its_row_and_nothing_is_taken_over(
    earlier: Office, records: Records, column: int, cell: Cell, key: str
) -> None:
    good = rows(earlier)[2]
    bad = [*rows(earlier)[0]]
    bad[column] = cell
    workbook = book((HEADS, [good, bad]))
    judged = preview(earlier.context, workbook, WORDS)
    assert [(one.row, one.broken.key) for one in judged.faults] == [(3, key)]
    before = records.content()
    with refused("import_with_faults", count=1, row=3):
        import_workbook(earlier.context, workbook, WORDS)
    assert records.content() == before


def test_a_unit_is_found_in_any_spelling_and_the_nearest_is_offered(earlier: Office) -> None:
    name = units(earlier)[0]
    row = rows(earlier)[0]
    row[5] = name.replace("ی", "ي").replace("ک", "ك").replace(" ", "\u200c")
    assert preview(earlier.context, book((HEADS, [row])), WORDS).faults == ()
    unit = earlier.where("units")[0]
    earlier.put("units", replace(unit, name="ادارهٔ کل ارتباطات", short_name="ارتباطات"))
    for written in ("ارتباطات", "اداره كل ارتباطات"):
        row[5] = written
        assert preview(earlier.context, book((HEADS, [row])), WORDS).faults == ()
    name, row[5] = "ارتباطات", "ارتباطلت"
    (fault,) = preview(earlier.context, book((HEADS, [row])), WORDS).faults
    assert name in fault.broken.facts["offered"]  # type: ignore[operator]


def test_a_workbook_without_the_heads_is_refused(earlier: Office) -> None:
    with refused("sheet_without_heads"):
        preview(earlier.context, book((("نام", "نشانی"), [["الف", "ب"]])), WORDS)


@pytest.mark.parametrize("sheets", [1, 2])
def test_two_rows_of_one_number_contradict_each_other(earlier: Office, sheets: int) -> None:
    row = rows(earlier)[0]
    other = [*row]
    other[0], other[3] = "۱۲/۱", "متنی دیگر."
    told = book((HEADS, [row, other])) if sheets == 1 else book((HEADS, [row]), (HEADS, [other]))
    (fault,) = preview(earlier.context, told, WORDS).faults
    assert (fault.sheet, fault.row) == (f"برگه {sheets}", 3 if sheets == 1 else 2)
    assert (fault.broken.key, fault.broken.facts["row"]) == ("past_number_twice", 2)


def test_a_fault_names_its_own_sheet_of_several_of_one_kind(earlier: Office) -> None:
    wrong = [*rows(earlier)[2]]
    wrong[1] = 49
    (fault,) = preview(earlier.context, book((HEADS, rows(earlier)[:1]), (HEADS, [wrong])), WORDS).faults
    assert (fault.sheet, fault.broken.key) == ("برگه 2", "past_meeting_beyond_last")


def test_a_meeting_is_entered_from_a_form(earlier: Office) -> None:
    meeting = PastMeeting(number=48, day=date(2023, 3, 5), subject="گزارش سال")
    enter_meeting(earlier.context, meeting, WORDS)
    with refused("past_meeting_known", "number"):
        enter_meeting(earlier.context, meeting, WORDS)
    with refused("past_meeting_beyond_last", "number"):
        enter_meeting(earlier.context, replace(meeting, number=50), WORDS)
    with refused("past_meeting_ahead", "day"):
        enter_meeting(earlier.context, replace(meeting, number=47, day=date(2040, 1, 1)), WORDS)
    with earlier.open_work() as work:
        assert [one.number for one in work.meeting_rows.fetch(work.meeting_rows.ids())] == [48]


def test_past_meetings_wait_until_somebody_told_of_them(office: Office) -> None:
    with refused("earlier_not_told"):
        enter_meeting(office.context, PastMeeting(number=1, day=date(2023, 3, 5)), WORDS)


def test_a_number_that_stands_twice_is_told_though_its_twin_is_wrong_otherwise(earlier: Office) -> None:
    meetings: list[list[Cell]] = [["", 7, "۱۴۰۱/۱۳/۲"], ["", 7, "۱۴۰۱/۴/۲"]]
    wrong, twin = rows(earlier)[0], rows(earlier)[0]
    wrong[5] = "واحدی که نیست"
    found = preview(earlier.context, book((MEETING_HEADS, meetings), (HEADS, [wrong, twin])), WORDS).faults
    assert [(one.row, one.broken.key) for one in found] == [
        (2, "month_not_in_year"),
        (3, "past_meeting_twice"),
        (2, "past_unit_unknown"),
        (3, "past_number_twice"),
    ]


def test_a_fault_names_the_line_of_the_sheet_and_the_head_of_the_column(earlier: Office) -> None:
    meetings: list[list[Cell]] = [["", "", "۱۴۰۱/۱۳/۲"]]
    resolutions: list[list[Cell]] = [["", 12, "", "متن"]]
    found = preview(earlier.context, book((MEETING_HEADS, meetings), (HEADS, resolutions)), WORDS)
    places = [place for place, _sentence in fault_lines(found, WORDS, 10)]
    assert places[:2] == ["برگه 1، سطر ۲، شمارهٔ جلسه", "برگه 1، سطر ۲، تاریخ"]
    assert {"برگه 2، سطر ۲، تاریخ جلسه", "برگه 2، سطر ۲، شمارهٔ مصوبه"} <= {*places[2:]}


def test_the_states_of_the_template_are_those_of_the_window_and_older_words_are_read(earlier: Office) -> None:
    offered = plain_offers(WORDS)["state"]
    assert [offered[at] for at in (3, 4, 5)] == [RESOLUTION[key] for key in ("blocked", "reported_done", "verified")]
    row = rows(earlier)[0]
    for word in ("متوقف", "گزارش انجام", "انجام‌شده"):
        assert preview(earlier.context, book((HEADS, [[*row[:-1], word]])), WORDS).faults == ()


def test_a_number_that_stands_twice_in_the_file_names_the_other_row(earlier: Office) -> None:
    twice = book((MEETING_HEADS, [["", 7, "۱۴۰۱/۳/۲", "", ""], ["", 7, "۱۴۰۱/۴/۲", "", ""]]))
    (fault,) = preview(earlier.context, twice, WORDS).faults
    assert (fault.row, fault.broken.key, fault.broken.facts["row"]) == (3, "past_meeting_twice", 2)
