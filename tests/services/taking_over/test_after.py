"""Whatever reads meetings and resolutions reads those that were taken over, too."""

from __future__ import annotations

import io
from contextlib import closing
from datetime import date
from typing import Any

import pypdfium2
import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import News, Plan, TaskState
from desktop_app.printing.words import field_words
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.papers import alignment_matrix_paper
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.resolution_acts import extend, revoke, undo
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import record_progress, tell_plan
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.month_ledger import month_ledger
from desktop_app.services.meetings.scheduling import scheduling_sheet
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.taking_over.importing import import_workbook
from desktop_app.services.versions.amending import amend
from desktop_app.window.kit.resolution_format import facts_of
from desktop_app.window.months.words import regularity
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows
from tests.told_history import history_rows


@pytest.fixture
def taken(office: Office) -> Office:
    tell(office)
    import_workbook(office.context, book((HEADS, rows(office))), WORDS)
    return office


def version_of(office: Office, number: int = 12) -> Any:
    (meeting,) = office.where("meetings", number=number)
    return office.where("versions", meeting_id=meeting.id)[-1]


def test_every_page_shows_them(taken: Office) -> None:
    version = version_of(taken)
    assert meeting_sheet(taken.context, version.meeting_id).meeting.number == 12
    assert not minutes_sheet(taken.context, version.id).editable
    sheet = paper_sheet(taken.context, version.id)
    assert (sheet.can_amend, sheet.can_withdraw, sheet.can_print_for_pen, sheet.can_sign) == (False,) * 4
    for resolution in taken.where("resolutions"):
        assert resolution_sheet(taken.context, resolution.id).resolution.number == resolution.number
    for task in taken.where("tasks"):
        assert task_sheet(taken.context, task.id).task == task


def test_a_committee_that_met_before_has_no_first_meeting_ahead(office: Office) -> None:
    assert scheduling_sheet(office.context).first
    tell(office)
    assert not scheduling_sheet(office.context).first
    assert month_ledger(office.context).begins == JalaliMonth(1402, 2)
    assert "از آغاز ثبت (اردیبهشت ۱۴۰۲)" in regularity(1, 2, 0, "اردیبهشت ۱۴۰۲")


def test_how_they_were_adopted_is_not_known(taken: Office) -> None:
    (first, *_) = taken.where("resolutions")
    sheet = resolution_sheet(taken.context, first.id)
    (adopted,) = [fact for fact in facts_of(sheet, "") if fact.label == "نحوهٔ تصویب"]
    assert adopted.value == "تصمیم · ثبت نشده"


def test_their_paper_is_the_scan_and_no_correction_is_begun(taken: Office) -> None:
    version = version_of(taken)
    with refused("minutes_taken_over"):
        minutes_paper(taken.context, version.id)
    with refused("amend_taken_over"):
        amend(taken.context, version.id, "غلط املایی")


def test_reports_tell_what_was_before_the_records(taken: Office) -> None:
    report = monthly_report_paper(taken.context, 1401, 9).document
    assert [one.taken_over for one in report.meetings] == [True]
    assert [one.number for one in report.adopted] == ["12/1", "۱۲/۲"]
    between = monthly_report_paper(taken.context, 1401, 11).document
    assert {one.month: one.state for one in between.months}[11] == "before_records"
    assert [one.kind for one in between.waiting if one.kind == "unexplained"] == []
    register = register_paper(taken.context).document
    assert [one.number for one in register.lines] == ["12/1", "۱۲/۲", "13/1", "13/2"]
    assert register.begins == "2023-04-21"


def test_the_year_book_lists_past_meetings_without_their_text(taken: Office) -> None:
    document = year_book_paper(taken.context, 1401).document
    assert document.minutes == ()
    assert [(one.number, one.resolutions) for one in document.earlier] == [(12, 2), (13, 2)]
    assert document.begins == "2023-04-21"


def test_papers_of_follow_up_name_them(taken: Office, records: Records) -> None:
    assert len(alignment_matrix_paper(taken.context).document.rows) == 2
    assert reminder_paper(taken.context).document.letters
    resolution = taken.where("resolutions")[0]
    with refused("minutes_taken_over"):
        extract_paper(taken.context, taken.where("meetings", number=12)[0].id, resolution_id=resolution.id)
    meeting = taken.convened()
    assert agenda_pack_paper(taken.context, meeting).document.items
    assert records.folder.check() == ()


def test_neither_the_pack_nor_the_history_names_a_version_of_theirs(office: Office) -> None:
    tell(office)
    import_workbook(office.context, book((HEADS, rows(office)[:3])), WORDS)
    import_workbook(office.context, book((HEADS, rows(office))), WORDS)
    version = version_of(office, 13)
    assert version.version == 2, "which the second import made"
    pack = agenda_pack_paper(office.context, office.convened())
    assert pack.document.previous is not None
    assert (pack.document.previous.number, pack.document.previous.version) == (13, 0)
    found = history_rows(office.context, of=RecordKey("meeting", version.meeting_id))
    assert not [row for row in found if "نسخهٔ ۲" in field_words.named(row.record)]


def test_their_papers_are_drawn(taken: Office) -> None:
    for kind, paper in (
        (PaperKind.YEAR_BOOK, year_book_paper(taken.context, 1401)),
        (PaperKind.REGISTER, register_paper(taken.context)),
        (PaperKind.MONTHLY_REPORT, monthly_report_paper(taken.context, 1401, 9)),
        (PaperKind.MONTHLY_REPORT, monthly_report_paper(taken.context, 1401, 11)),
    ):
        with closing(pypdfium2.PdfDocument(io.BytesIO(wiring.paper_renderer().make(kind, paper)))) as document:
            assert len(document) >= 1


def test_the_work_on_them_goes_on(taken: Office, records: Records) -> None:
    doing = taken.where("tasks")[0]
    record_progress(taken.context, doing.id, 60, News(day=date(2023, 4, 1), note="نیمی انجام شد."))
    assert taken.get("tasks", doing.id).percent == 60
    waiting = taken.where("tasks", state=TaskState.NOTIFIED)[0]
    tell_plan(taken.context, waiting.id, Plan(text="تا پایان سال"), News(day=date(2023, 4, 2)))
    open_one, closed = taken.where("resolutions")[0], taken.where("resolutions", number="13/1")[0]
    revoke_by = taken.where("resolutions", number="13/2")[0]
    with refused("resolution_closed"):
        revoke(taken.context, closed.id, revoke_by.id, "کار دیگری شد")
    undo(taken.context, closed.id, "هنوز مانده است")
    assert resolution_sheet(taken.context, closed.id).course.state is ResolutionState.REPORTED_DONE
    meeting = taken.convened()
    extend(taken.context, open_one.id, Extension(due=date(2024, 1, 1), meeting_id=meeting, reason="بودجه نرسید"))
    assert records.folder.check() == ()
