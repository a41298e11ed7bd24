"""What the operator does with the tasks of the units, in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind, ResolutionState, course
from desktop_app.domain.rules.tasks import News, Plan, Task, TaskAction, TaskRole, TaskState
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.task_acts import (
    accept_tasks,
    move_task,
    notify_tasks,
    record_progress,
    take_back,
    tell_plan,
)
from desktop_app.services.follow_up.task_sheet import task_sheet
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

T, D = TaskState, TaskAction
LATER = MONDAY + timedelta(days=9)
PHONED = News(day=MONDAY + timedelta(days=8), note="۶۰ درصد کار انجام شد", told_by="تلفنی، آقای نمک‌آبرودی")


@pytest.fixture
def tasks(office: Office) -> list[int]:
    """The two tasks of one resolution, notified on the day of the meeting; it is nine days later now."""
    _, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY, reason="فوریت"))
    office.clock.forward(days=9)
    return [task.id for task in office.where("tasks")]


def task(office: Office, task_id: int) -> Task:
    found: Task = office.get("tasks", task_id)
    return found


def state_of(office: Office) -> ResolutionState:
    (one,) = office.where("resolutions")
    acts = office.where("resolution_acts", resolution_id=one.id)
    return course(adopted=True, acts=acts, tasks=office.where("tasks")).state


def test_a_unit_phones_and_it_is_recorded_with_its_day(office: Office, records: Records, tasks: list[int]) -> None:
    before = records.commits
    outcome = record_progress(office.context, tasks[0], 60, PHONED)
    assert outcome.changed == Changed.TASKS | Changed.RESOLUTIONS
    assert records.commits == before + 1
    assert (task(office, tasks[0]).state, task(office, tasks[0]).percent) == (T.DOING, 60)
    act = office.where("task_acts", task_id=tasks[0])[-1]
    assert (act.source, act.target, act.percent, act.day) == (T.NOTIFIED, T.DOING, 60, PHONED.day)
    assert (act.reason, act.told_by, act.actor) == (PHONED.note, PHONED.told_by, "کارشناس")
    assert act.at == "2023-05-10T10:00:00Z"
    assert records.audit[-1][:3] == ("task_moved", "task", tasks[0])
    assert records.audit[-1][3]["told_by"] == PHONED.told_by
    assert state_of(office) is ResolutionState.IN_PROGRESS


def test_a_refused_fact_writes_nothing(office: Office, records: Records, tasks: list[int]) -> None:
    before = records.commits
    for percent, news, key in (
        (101, PHONED, "percent_out_of_range"),
        (60, replace(PHONED, day=LATER + timedelta(days=1)), "task_day_ahead"),
        (60, replace(PHONED, day=MONDAY - timedelta(days=1)), "task_day_before_adoption"),
        (60, replace(PHONED, note="ک" * 50_001), "text_too_long"),
    ):
        with refused(key):
            record_progress(office.context, tasks[0], percent, news)
    assert records.commits == before
    assert task(office, tasks[0]).state is T.NOTIFIED


def test_fifty_thousand_characters_are_taken(office: Office, tasks: list[int]) -> None:
    record_progress(office.context, tasks[0], 60, replace(PHONED, note="ک" * 50_000))
    assert len(office.where("task_acts", task_id=tasks[0])[-1].reason) == 50_000


def test_the_course_to_a_returned_report_and_on(office: Office, tasks: list[int]) -> None:
    first = tasks[0]
    tell_plan(office.context, first, Plan(text="سه نشست", due=date(2023, 5, 30)), News(day=MONDAY))
    assert (task(office, first).state, task(office, first).due) == (T.PLANNED, date(2023, 5, 30))
    record_progress(office.context, first, 60, PHONED)
    with refused("reason_missing", "note"):
        move_task(office.context, first, D.BLOCK, News(day=LATER))
    move_task(office.context, first, D.BLOCK, News(day=LATER, note="بودجه نرسید"))
    assert state_of(office) is ResolutionState.BLOCKED
    move_task(office.context, first, D.RESUME, News(day=LATER))
    move_task(office.context, first, D.REPORT, News(day=LATER, told_by="نامهٔ ۳۳۰/د"))
    assert task(office, first).percent == 100
    move_task(office.context, first, D.RETURN, News(day=LATER, note="پیوست ندارد"))
    assert (task(office, first).state, task(office, first).percent) == (T.RETURNED, 60)
    record_progress(office.context, first, 90, News(day=LATER))
    assert task(office, first).state is T.DOING


def test_all_accepted_is_reported_done(office: Office, tasks: list[int]) -> None:
    for one in tasks:
        record_progress(office.context, one, 80, News(day=LATER))
        move_task(office.context, one, D.REPORT, News(day=LATER))
    assert state_of(office) is ResolutionState.IN_PROGRESS
    answer = accept_tasks(office.context, tasks, News(day=LATER))
    assert (answer.done, answer.refused) == (tuple(tasks), ())
    assert state_of(office) is ResolutionState.REPORTED_DONE


def test_of_several_only_the_reported_are_accepted(office: Office, records: Records, tasks: list[int]) -> None:
    before = records.commits
    none = accept_tasks(office.context, tasks, News(day=LATER))
    assert (none.done, none.changed, records.commits) == ((), Changed.NOTHING, before)
    record_progress(office.context, tasks[1], 80, News(day=LATER))
    move_task(office.context, tasks[1], D.REPORT, News(day=LATER))
    answer = accept_tasks(office.context, [*tasks, tasks[0]], News(day=LATER))
    assert answer.done == (tasks[1],)
    ((refused_id, broken),) = answer.refused
    assert (refused_id, broken.key) == (tasks[0], "move_not_allowed")


def test_several_are_notified_with_their_resolutions_in_one_act(office: Office, records: Records) -> None:
    _, version_id = office.written(2)
    office.finalised(version_id)
    every = [one.id for one in office.where("tasks")]
    unsigned = notify_tasks(office.context, every, Notice(day=MONDAY))
    assert unsigned.done == ()
    assert {broken.key for _, broken in unsigned.refused} == {"notify_before_signature"}
    before = records.commits
    answer = notify_tasks(office.context, every, Notice(day=MONDAY, letter_number="۹۱/د", reason="فوریت"))
    assert (answer.done, answer.refused) == (tuple(every), ())
    assert records.commits == before + 1
    assert {one.state for one in office.where("tasks")} == {T.NOTIFIED}
    assert len(office.where("resolution_acts")) == 2


def test_a_unit_that_came_later_is_told_alone(office: Office, tasks: list[int]) -> None:
    (one,) = office.where("resolutions")
    fresh = Task(uid="later", resolution_id=one.id, unit_id=office.units[1], role=TaskRole.COOPERATOR)
    late = office.add("tasks", fresh).id
    with refused("task_not_notified"):
        record_progress(office.context, late, 10, PHONED)
    answer = notify_tasks(office.context, [late], Notice(day=LATER, letter_number="۱۲۰/د"))
    assert answer.done == (late,)
    (act,) = office.where("task_acts", task_id=late)
    assert (act.target, act.told_by, act.day) == (T.NOTIFIED, "۱۲۰/د", LATER)
    assert len(office.where("resolution_acts")) == 1


def test_the_last_act_is_taken_back_by_another(office: Office, records: Records, tasks: list[int]) -> None:
    first = tasks[0]
    record_progress(office.context, first, 60, PHONED)
    move_task(office.context, first, D.REPORT, News(day=LATER))
    take_back(office.context, first)
    assert (task(office, first).state, task(office, first).percent) == (T.DOING, 60)
    acts = office.where("task_acts", task_id=first)
    assert acts[-1].undoes_id == acts[-2].id
    assert records.audit[-1][0] == "task_taken_back"
    take_back(office.context, first)
    assert (task(office, first).state, task(office, first).percent) == (T.NOTIFIED, 0)
    with refused("task_act_stays"):
        take_back(office.context, first)


def test_what_rests_or_is_closed_takes_nothing(office: Office, tasks: list[int]) -> None:
    first, second = tasks
    office.put("tasks", replace(task(office, first), resting=True))
    with refused("task_rests"):
        record_progress(office.context, first, 60, PHONED)
    (one,) = office.where("resolutions")
    office.add(
        "resolution_acts",
        ResolutionAct(
            resolution_id=one.id, kind=ResolutionActKind.REVOKED, day=LATER, at="", actor="", reason="مصوبهٔ دیگر"
        ),
    )
    with refused("resolution_closed"):
        move_task(office.context, second, D.CANCEL, News(day=LATER, note="لغو"))


# ---- the sheet


def test_the_sheet_shows_one_task_whole(office: Office, tasks: list[int]) -> None:
    first, second = tasks
    unit: Unit = office.get("units", office.units[0])
    office.put("units", replace(unit, head="آقای رودباری", liaison="خانم درفشان"))
    record_progress(office.context, first, 60, PHONED)
    office.clock.forward(days=40)
    sheet = task_sheet(office.context, first)
    assert (sheet.unit.head, sheet.unit.liaison, sheet.party.name) == ("آقای رودباری", "خانم درفشان", "استانداری")
    assert (sheet.text, sheet.resolution.number, sheet.axis_code) == ("تصمیم 1", "۱۴۰۲/۱/۱", "۱")
    assert (sheet.meeting_number, sheet.minutes_version_id) == (1, office.where("versions")[0].id)
    assert (sheet.due, sheet.days_late, sheet.own_due) == (date(2023, 6, 5), 14, False)
    assert [event.act.target for event in sheet.history] == [T.DOING, T.NOTIFIED]
    assert [(one.task_id, one.state, one.days_late) for one in sheet.siblings] == [(second, T.NOTIFIED, 14)]
    assert sheet.actions[0] is D.PROGRESS
    assert D.UNDO in sheet.actions
    assert sheet.earliest == PHONED.day


def test_a_report_is_not_late_and_an_undone_line_says_so(office: Office, tasks: list[int]) -> None:
    first = tasks[0]
    record_progress(office.context, first, 60, PHONED)
    take_back(office.context, first)
    record_progress(office.context, first, 70, News(day=LATER))
    move_task(office.context, first, D.REPORT, News(day=LATER))
    office.clock.forward(days=40)
    sheet = task_sheet(office.context, first)
    assert sheet.days_late == 0
    assert [event.undone for event in sheet.history] == [False, False, False, True, False]
