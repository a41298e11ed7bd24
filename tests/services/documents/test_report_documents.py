"""The documents of the reports from the demo data, and from an office in every odd state."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.register_documents import counted_lines
from desktop_app.domain.documents.report_documents import WaitingKind
from desktop_app.domain.documents.snapshots import canonical_json, document_from_json
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.requests import Request, RequestKind, RequestState
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.printing.papers.register_pdf import count_sentence
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.papers import alignment_matrix_paper, paper_of
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.follow_up.requests import answer_request
from desktop_app.services.minutes.clauses import remove_clause
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from desktop_app.wiring import Office as RealOffice
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.taking_over.test_earlier import tell

NOON = FixedClock(datetime.fromisoformat("2023-05-13T12:25:00+03:30"))


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[RealOffice]:
    """The demo data, open for reading on its own day."""
    opened = wiring.open_office(demo_folder, NOON)
    yield opened
    opened.close()


# ---- on the demo data


def test_every_report_of_the_demo_reads_back_and_is_a_sample(demo: RealOffice) -> None:
    context = demo.context
    papers = (
        monthly_report_paper(context, 1402, 2),
        alignment_matrix_paper(context),
        register_paper(context),
        register_paper(context, 1401),
        year_book_paper(context, 1401),
    )
    for paper in papers:
        assert document_from_json(type(paper.document), canonical_json(paper.document)) == paper.document
        assert paper.imprint.sample
        assert paper.imprint.code == ""


def test_regularity_is_counted_from_the_first_month_of_the_records(office: Office) -> None:
    assert monthly_report_paper(office.context, 1402, 2).document.regularity.records_begin == ""
    tell(office)
    assert monthly_report_paper(office.context, 1402, 2).document.regularity.records_begin == "2023-04-21"


def test_the_month_of_the_demo(demo: RealOffice) -> None:
    report = monthly_report_paper(demo.context, 1402, 2).document
    assert [(one.number, one.present, one.filled, one.on_each, one.signers) for one in report.meetings] == [
        (5, 8, 8, (7, 7), 8),
        (6, 0, 0, (), 0),
    ]
    assert [one.state for one in report.months] == ["missed", "held"]
    assert report.regularity.percent == 83
    assert [one.number for one in report.adopted] == ["۱۴۰۲/۵/۱"]
    assert report.total.total == 10
    assert sum(one.total for one in report.axes) == sum(one.total for one in report.units) == 10
    assert sum(one.late for one in report.axes) == report.total.late == len(report.late)
    assert [one.late for one in report.late] == sorted((one.late for one in report.late), reverse=True)
    kinds = {one.kind for one in report.waiting}
    assert {WaitingKind.REPORTED, WaitingKind.BLOCKED, WaitingKind.UNSIGNED, WaitingKind.UNEXPLAINED} <= kinds


def test_a_month_long_past_is_told_as_it_stood_then(demo: RealOffice) -> None:
    report = monthly_report_paper(demo.context, 1401, 10).document
    assert [one.number for one in report.adopted] == ["۱۴۰۱/۲/۱", "۱۴۰۱/۲/۲"]
    assert report.total.total == 4
    assert report.total.late == 0
    assert report.day == "2023-01-20"
    assert not any(one.kind == WaitingKind.PARKED for one in report.waiting)


def test_the_matrix_of_the_demo_counts_what_is_recorded(demo: RealOffice) -> None:
    matrix = alignment_matrix_paper(demo.context).document
    assert len(matrix.units) == 12
    assert [unit.party for unit in matrix.units] == [0] * 8 + [1] * 4
    assert [row.number for row in matrix.rows] == sorted(row.number for row in matrix.rows)
    with demo.context.read() as work:
        tasks = [one for one in work.tasks.where() if one.state is not TaskState.CANCELLED]
    every = alignment_matrix_paper(demo.context, every=True).document
    assert every.wanted == len(tasks)
    assert len(every.rows) == 10
    assert matrix.wanted < every.wanted


def test_the_register_of_the_demo_keeps_the_first_deadline_and_the_extension(demo: RealOffice) -> None:
    lines = {line.number: line for line in register_paper(demo.context).document.lines}
    assert len(lines) == 10
    extended = lines["۱۴۰۱/۳/۲"]
    assert (extended.agreed, extended.extended, extended.due) == ("2023-03-15", ("2023-05-10",), "2023-05-10")
    assert extended.late == 3
    closed = lines["۱۴۰۱/۱/۱"]
    assert (closed.state, closed.closed_on) == ("verified", "2023-01-02")
    of_year = register_paper(demo.context, 1401).document
    assert [line.number for line in of_year.lines] == [number for number in lines if number.startswith("۱۴۰۱")]


def test_the_year_book_of_the_demo_holds_the_snapshots_themselves(demo: RealOffice) -> None:
    book = year_book_paper(demo.context, 1401).document
    versions = [(one.number, one.version, one.state) for one in book.minutes]
    # the file of the first meeting was closed before its minutes were corrected
    assert versions[:2] == [(1, 1, "amended"), (1, 2, "signed")]
    assert [number for number, _, _ in versions] == [1, 1, 2, 3, 4]
    with demo.context.read() as work:
        kept = {one.snapshot for one in work.versions.where()}
    assert {one.snapshot for one in book.minutes} <= kept
    assert all(one.signed_on for minutes in book.minutes for one in minutes.signers)


def test_the_demo_has_a_correction_that_shows_its_one_change(demo: RealOffice) -> None:
    order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_of_number(demo.context, 1))
    paper = paper_of(demo.context, order)
    amends = paper.document.amends
    assert amends is not None
    assert (amends.number, amends.version, amends.code) == (1, 1, "")
    (change,) = amends.changes
    assert (change.part, change.field) == ("note", "text")
    assert "".join(piece.text for piece in change.pieces if piece.mark == "added") == "ماه، ساعت ۱۰"


def test_reports_write_nothing(demo_folder: Path) -> None:
    before = _dump(demo_folder)
    office = wiring.open_office(demo_folder, NOON)
    context = office.context
    monthly_report_paper(context, 1402, 2)
    alignment_matrix_paper(context)
    register_paper(context)
    year_book_paper(context, 1401)
    office.close()
    assert _dump(demo_folder) == before


def _dump(folder: Path) -> list[str]:
    (file,) = [one for one in folder.iterdir() if one.suffix == ".db" and "lock" not in one.name]
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


# ---- in odd states


def test_a_year_without_final_minutes_is_refused(office: Office) -> None:
    office.written()
    with refused("year_without_minutes", field="year", year=1402):
        year_book_paper(office.context, 1402)


def test_a_month_ahead_is_refused(office: Office) -> None:
    with refused("report_month_ahead", field="month"):
        monthly_report_paper(office.context, 1402, 3)


def test_an_office_without_a_meeting_has_every_report(office: Office) -> None:
    report = monthly_report_paper(office.context, 1402, 2).document
    assert (report.meetings, report.members, report.adopted, report.late) == ((), (), (), ())
    assert report.total.total == 0
    assert [one.kind for one in report.waiting if one.kind == WaitingKind.NOT_CONVENED] == [WaitingKind.NOT_CONVENED]
    assert register_paper(office.context).document.lines == ()
    assert alignment_matrix_paper(office.context).document.rows == ()


def test_drafts_and_withdrawn_minutes_are_in_no_register_but_in_the_book(office: Office) -> None:
    _, version = office.written(1)
    assert register_paper(office.context).document.lines == ()
    office.finalised(version)
    assert len(register_paper(office.context).document.lines) == 1
    again = withdraw(office.context, version, "غلط تایپی").id
    assert register_paper(office.context).document.lines == ()
    book = year_book_paper(office.context, 1402).document
    assert [(one.version, one.state, one.reason) for one in book.minutes] == [(1, "withdrawn", "غلط تایپی")]
    office.finalised(again)
    states = [one.state for one in year_book_paper(office.context, 1402).document.minutes]
    assert states == [MinutesState.WITHDRAWN, MinutesState.FINAL]


def test_a_cell_is_empty_until_the_unit_tells_its_plan(office: Office) -> None:
    meeting, version = office.written(1)
    office.finalised(version)
    sign_all(office.context, version, MONDAY, asked=True)
    notify_all(office.context, version, Notice(day=MONDAY))
    (row,) = alignment_matrix_paper(office.context).document.rows
    assert (row.aligned, row.wanted) == (0, 2)
    assert [cell is not None and cell.empty for cell in row.cells] == [True, False, True, False]
    task = office.where("tasks")[0]
    office.put("tasks", replace(task, state=TaskState.PLANNED, plan="برنامه"))
    (row,) = alignment_matrix_paper(office.context).document.rows
    assert (row.aligned, row.wanted) == (1, 2)
    assert meeting


def test_a_resolution_that_was_taken_over_names_its_successor(office: Office) -> None:
    meeting, version = office.written(2)
    office.finalised(version)
    first, second = office.where("resolutions", meeting_id=meeting)
    office.add(
        "resolution_acts",
        ResolutionAct(
            resolution_id=first.id,
            kind=ResolutionActKind.SUPERSEDED,
            day=MONDAY,
            at=office.clock.instant(),
            actor="کارشناس",
            other_id=second.id,
        ),
    )
    line = register_paper(office.context).document.lines[0]
    assert (line.state, line.successor, line.closed_on) == ("superseded", second.number, "2023-05-01")


def test_what_a_correction_drops_stays_a_line_of_the_register_and_counts_nowhere(office: Office) -> None:
    meeting, version = office.written(2)
    office.finalised(version)
    sign_all(office.context, version, MONDAY, asked=True)
    made = amend(office.context, version, "یک مصوبه از قلم افتاده بود").id
    dropped = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    remove_clause(office.context, dropped.id)
    office.decide(made, office.items(meeting)[2], "تصمیم سوم")
    office.finalised(made)
    lines = register_paper(office.context).document.lines
    assert [line.state for line in lines] == ["rejected", "adopted", "adopted"]
    assert count_sentence(lines) == "۲\u00a0مصوبه: ۰\u00a0پایان‌یافته، ۲\u00a0باز و از آن‌ها ۰\u00a0معوق"
    assert counted_lines(year_book_paper(office.context, 1402).document.lines) == lines[1:]
    report = monthly_report_paper(office.context, 1402, 2).document
    assert (report.total.total, report.total.done) == (2, 0)
    assert sum(one.total for one in report.axes) == sum(one.total for one in report.units) == 2
    assert [one.number for one in report.adopted] == [line.number for line in lines[1:]]


def test_a_meeting_has_the_resolutions_of_its_version_in_force(office: Office) -> None:
    """At once and in a later report of the month: the one left out and the one added are not both counted."""

    def counts() -> list[int]:
        return [one.resolutions for one in monthly_report_paper(office.context, 1402, 2).document.meetings]

    meeting, version = office.written(2)
    assert counts() == [0], "a draft has adopted nothing"
    office.finalised(version)
    sign_all(office.context, version, MONDAY, asked=True)
    made = amend(office.context, version, "یک مصوبه از قلم افتاده بود").id
    dropped = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    remove_clause(office.context, dropped.id)
    office.decide(made, office.items(meeting)[2], "تصمیم سوم")
    office.decide(made, office.items(meeting)[2], "تصمیم چهارم")
    assert counts() == [2], "while the correction is written the signed version holds"
    office.clock.at = datetime.fromisoformat("2023-06-20T10:00")
    office.finalised(made)
    assert counts() == [3]
    report = monthly_report_paper(office.context, 1402, 2).document
    assert [one.number for one in report.adopted] == ["۱۴۰۲/۱/۲", "۱۴۰۲/۱/۳", "۱۴۰۲/۱/۴"]
    assert report.total.total == 3


def test_requests_wait_until_they_are_answered(office: Office) -> None:
    def waiting(month: int) -> list[tuple[str, str, str, str, int]]:
        found = monthly_report_paper(office.context, 1402, month).document.waiting
        kinds = (WaitingKind.EXTENSION, WaitingKind.REQUESTS)
        return [(one.kind, one.number, one.text, one.day, one.count) for one in found if one.kind in kinds]

    _meeting, version = office.written(1)
    office.finalised(version)
    (resolution,) = office.where("resolutions")
    asked = Request(
        committee_id=office.committee,
        kind=RequestKind.EXTENSION,
        title="تمدید مهلت",
        asked_on=MONDAY,
        unit_id=office.units[0],
        resolution_id=resolution.id,
        wanted_due=date(2023, 7, 1),
    )
    made = [office.add("requests", asked)]
    made += [
        office.add("requests", Request(committee_id=office.committee, kind=kind, title="طرح", asked_on=MONDAY))
        for kind in (RequestKind.PROPOSAL, RequestKind.AGREEMENT)
    ]
    unit = office.get("units", office.units[0]).name
    lines = [("extension", resolution.number, unit, "2023-07-01", 0), ("requests", "", "", "", 2)]
    assert waiting(2) == lines
    assert waiting(1) == []
    office.clock.at = datetime.fromisoformat("2023-06-20T10:00")
    for one in made:
        answer_request(office.context, one.id, RequestState.REFUSED)
    assert waiting(2) == lines, "at the end of that month they waited"
    assert waiting(3) == []


def test_a_day_that_was_extended_later_is_not_known_before(office: Office) -> None:
    meeting, version = office.written(1)
    office.finalised(version)
    assert register_paper(office.context).document.lines[0].due == "2023-06-05"
    office.clock.at = datetime.fromisoformat("2023-06-20T10:00")
    report = monthly_report_paper(office.context, 1402, 3).document
    assert [(one.late, one.due) for one in report.late] == [(15, "2023-06-05")]
    assert monthly_report_paper(office.context, 1402, 2).document.late == ()
    assert date(2023, 6, 20) > MONDAY
    assert meeting
