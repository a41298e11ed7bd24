"""Reminders: each unit its own open resolutions, late first, as they stand today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.letter_lines import DueLine, LetterAdditions
from desktop_app.domain.read_models.listing import ListQuery, TaskView
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.tasks import TaskAct, TaskState
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.deadline_course import next_day_after
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_acts import revoke
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.demo_office import demo_office
from tests.services.office_steps import MONDAY, Office


def test_the_demo_reminds_of_what_the_list_of_tasks_calls_late(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        letters = reminder_paper(context).document.letters
        with context.read() as work:
            late = work.task_rows.fetch(work.task_rows.ids(ListQuery(view=TaskView.LATE)))
    told = {(one.addressee.name, line.number): line.late for one in letters for line in one.lines if line.late}
    with demo_office(demo_folder) as context, context.read() as work:
        names = {unit.id: unit.name for unit in work.units.where()}
    assert told == {(names[row.unit_id], row.resolution_number): row.days_late for row in late}
    assert len(told) > 2


def test_the_demo_shows_an_extension_and_a_unit_that_said_nothing(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        document = reminder_paper(context, unit_id=2).document
        everybody = reminder_paper(context).document.letters
    (letter,) = document.letters
    first, second = letter.lines
    assert (first.number, first.late, first.role, first.percent) == ("۱۴۰۱/۳/۲", 3, "executor", 64)
    assert first.due == DueLine(first="2023-03-15", due="2023-05-10", extensions=1)
    assert first.last_report == "۲۷ دستگاه از ۴۲ دستگاه پرسش‌نامه را کامل کرده‌اند"
    assert (second.number, second.late, second.last_report, second.plan) == ("۱۴۰۲/۵/۱", 0, "", "")
    assert (document.as_of, document.answer_until) == ("2023-05-13", "2023-05-21")
    assert len(everybody) == 12
    assert everybody[1] == letter
    assert (len(letter.lines), sum(line.late > 0 for line in letter.lines)) == (2, 1)


def notified(office: Office, resolutions: int = 1) -> None:
    """Final minutes whose resolutions the units know of."""
    _, version_id = office.written(resolutions)
    office.finalised(version_id)
    for resolution in office.where("resolutions"):
        notify(office.context, resolution.id, Notice(day=office.clock.today(), reason="شتاب"))


def test_what_was_not_notified_is_not_reminded_of(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    with refused("reminder_to_nobody", "unit"):
        reminder_paper(office.context)
    with refused("reminder_nothing_open", "unit", unit="واحد 1"):
        reminder_paper(office.context, unit_id=office.units[0])


def test_each_unit_has_its_own_and_no_other(office: Office) -> None:
    notified(office)
    letters = reminder_paper(office.context).document.letters
    assert [(one.addressee.name, one.lines[0].role) for one in letters] == [
        ("واحد 1", "executor"),
        ("واحد 3", "cooperator"),
    ]
    (letter,) = reminder_paper(office.context, unit_id=office.units[2]).document.letters
    assert letter.addressee.name == "واحد 3"
    with refused("reminder_nothing_open", "unit", unit="واحد 2"):
        reminder_paper(office.context, unit_id=office.units[1])


def test_late_days_follow_the_clock_and_the_latest_comes_first(office: Office) -> None:
    notified(office, 2)
    task = office.where("tasks", unit_id=office.units[0])[1]
    office.put("tasks", replace(task, due=date(2023, 5, 20)))
    office.clock.forward(days=40)  # 10 June; the deadline of both is 5 June
    (letter,) = reminder_paper(office.context, unit_id=office.units[0]).document.letters
    assert [(line.number, line.late, line.own_due) for line in letter.lines] == [
        ("۱۴۰۲/۱/۲", 21, "2023-05-20"),
        ("۱۴۰۲/۱/۱", 5, ""),
    ]


def test_what_the_unit_reported_or_the_office_closed_is_left_out(office: Office) -> None:
    notified(office, 2)
    tasks = office.where("tasks", unit_id=office.units[0])
    office.put("tasks", replace(tasks[0], state=TaskState.REPORTED, percent=100))
    (letter,) = reminder_paper(office.context, unit_id=office.units[0]).document.letters
    assert [line.number for line in letter.lines] == ["۱۴۰۲/۱/۲"]
    office.clock.forward(days=7)
    _, later = office.written(1, MONDAY + timedelta(days=7))
    office.finalised(later)
    newest = office.where("resolutions")[-1].id
    revoke(office.context, tasks[1].resolution_id, newest, "کار به نهاد دیگری سپرده شد")
    with refused("reminder_nothing_open", "unit"):
        reminder_paper(office.context, unit_id=office.units[0])


def test_the_last_report_is_the_newest_that_stands(office: Office) -> None:
    notified(office)
    task = office.where("tasks", unit_id=office.units[0])[0]
    for number, (note, undoes) in enumerate((("یک", None), ("دو", None), ("", "last"))):
        made = TaskAct(
            task_id=task.id,
            source=TaskState.DOING,
            target=TaskState.DOING,
            percent=10,
            day=date(2023, 5, 9 + number),
            at=f"2023-05-0{number + 1}T08:00:00Z",
            actor="",
            reason=note,
            undoes_id=office.where("task_acts")[-1].id if undoes else None,
        )
        office.add("task_acts", made)
    (letter,) = reminder_paper(office.context, unit_id=office.units[0]).document.letters
    assert (letter.lines[0].last_report, letter.lines[0].last_day) == ("یک", "2023-05-09")


def test_the_day_of_the_answer_is_the_operators_or_five_working_days_ahead(office: Office) -> None:
    notified(office)
    assert reminder_paper(office.context).document.answer_until == "2023-05-08"
    chosen = reminder_paper(office.context, answer_until=date(2023, 5, 30)).document
    assert chosen.answer_until == "2023-05-30"


def test_an_answer_is_not_asked_for_before_the_letter(office: Office) -> None:
    notified(office)
    today = office.clock.today()
    for said, first in ((None, today), (LetterAdditions(day=today + timedelta(days=2)), today + timedelta(days=2))):
        assert reminder_paper(office.context, said, answer_until=first).document.answer_until == first.isoformat()
        with refused("answer_before_letter", "answer_until", day=format_date(first)):
            reminder_paper(office.context, said, answer_until=first - timedelta(days=1))


def test_a_letter_of_a_later_day_waits_five_working_days_from_then(office: Office) -> None:
    notified(office)
    later = reminder_paper(office.context, LetterAdditions(day=date(2023, 5, 20))).document
    assert later.answer_until == "2023-05-27"
    earlier = reminder_paper(office.context, LetterAdditions(day=date(2023, 4, 20))).document
    assert earlier.answer_until == "2023-05-08"


def test_a_unit_without_head_is_named_alone(office: Office) -> None:
    notified(office)
    addressee = reminder_paper(office.context).document.letters[0].addressee
    assert (addressee.name, addressee.head, addressee.liaison) == ("واحد 1", "", "")


def test_a_meeting_without_a_day_has_no_meeting_after_it(office: Office) -> None:
    office.planned(date(2023, 6, 12))
    meeting = office.get("meetings", office.planned(None))
    with office.open_work() as work:
        assert next_day_after(work, meeting) is None


def test_the_words_are_those_in_force_while_a_correction_is_written(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    for resolution in office.where("resolutions"):
        notify(office.context, resolution.id, Notice(day=office.clock.today()))
    signed = reminder_paper(office.context).document
    draft = amend(office.context, version_id, "نام مجری نادرست بود").id
    (clause,) = (one for one in office.where("clauses", minutes_version_id=draft) if one.is_resolution)
    other = replace(clause, text="متنی که هنوز کسی امضا نکرده است", owner_unit_id=office.units[1], owner_person_id=None)
    save_clause(office.context, other)
    assert reminder_paper(office.context).document == signed
