"""A further notification: what a correction changed in told words waits again, and no unit's work is set back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase, RelativeUnit
from desktop_app.domain.rules.minutes import AdoptionKind, Clause, ClauseKind
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import Extension, ResolutionAction
from desktop_app.domain.rules.resolutions import Resolution, ResolutionActKind, ResolutionState, course
from desktop_app.domain.rules.tasks import News, TaskAction, TaskState
from desktop_app.services import lists
from desktop_app.services.follow_up import resolution_acts
from desktop_app.services.follow_up.further_notice import further_notices, tasks_with_corrected_words
from desktop_app.services.follow_up.notifying import notify, notify_all, to_notify
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import (
    accept_tasks,
    move_task,
    notify_tasks,
    record_progress,
    take_back,
)
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.corrections import CORRECTED, NEW, OLD, WORDS, corrected, draft, notified, notified_again
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.storage.asked import statements

T = TaskState
COUNTED = Deadline(kind=DeadlineKind.RELATIVE, count=14, base=RelativeBase.NOTIFICATION)


def waiting(office: Office, version_id: int) -> list[int]:
    """What waits in these minutes; the list of all resolutions finds the same that were told before."""
    with office.open_work() as work:
        resolutions = work.resolutions.where()
        further_notice = further_notices(work, resolutions)
        assert listed(office) == {one.id for one in resolutions if one.id in further_notice}
        return [one.id for one in to_notify(work, work.versions.get(version_id))]


def listed(office: Office) -> set[int]:
    return set(lists.RESOLUTIONS.ids(office.context, ListQuery(view=ResolutionView.UNTOLD)))


def first(office: Office) -> Resolution:
    found: Resolution = office.where("resolutions")[0]
    return found


def state_of(office: Office, resolution: Resolution) -> ResolutionState:
    acts = office.where("resolution_acts", resolution_id=resolution.id)
    return course(adopted=True, acts=acts, tasks=office.where("tasks", resolution_id=resolution.id)).state


def test_corrected_words_wait_and_are_told_to_every_unit_without_setting_anything_back(
    office: Office, records: Records
) -> None:
    _, version_id = notified(office)
    one, other = office.where("resolutions")
    executor, cooperator = office.where("tasks", resolution_id=one.id)
    record_progress(office.context, executor.id, 40, News(day=MONDAY, note="آغاز شد"))
    made = corrected(office, version_id, text=WORDS)
    assert waiting(office, made) == [one.id]
    notice = paper_sheet(office.context, made).notice
    assert (notice.adopted, notice.waiting, notice.notified) == (2, 1, 1)
    assert [(found.version, found.day, found.letter_number) for found in notice.corrected] == [(2, MONDAY, OLD)]
    before = records.commits
    done = notify_all(office.context, made, Notice(day=CORRECTED, letter_number=NEW))
    assert (records.commits, done.count, done.task_count) == (before + 1, 1, 2)
    acts = office.where("resolution_acts", resolution_id=one.id)
    assert [(act.kind, act.day, act.letter_number) for act in acts] == [
        (ResolutionActKind.NOTIFIED, MONDAY, OLD),
        (ResolutionActKind.NOTIFIED, CORRECTED, NEW),
    ]
    assert [(task.state, task.percent) for task in office.where("tasks", resolution_id=one.id)] == [
        (T.DOING, 40),
        (T.NOTIFIED, 0),
    ]
    for task, state, percent in ((executor, T.DOING, 40), (cooperator, T.NOTIFIED, 0)):
        told = office.where("task_acts", task_id=task.id)[-1]
        assert (told.source, told.target, told.percent) == (state, state, percent)
        assert (told.day, told.told_by, told.reason) == (CORRECTED, NEW, "")
    assert [entry[0] for entry in records.audit[-3:]] == ["notified_again", "task_told", "task_told"]
    assert len(office.where("resolution_acts", resolution_id=other.id)) == 1
    assert waiting(office, made) == []
    with refused("nothing_to_notify"):
        notify_all(office.context, made, Notice(day=CORRECTED))
    with refused("notified_already"):
        notify(office.context, one.id, Notice(day=CORRECTED))


def test_while_the_correction_is_a_draft_nothing_waits_and_before_its_pens_a_reason_is_needed(office: Office) -> None:
    _, version_id = notified(office)
    made = draft(office, version_id, text=WORDS)
    assert waiting(office, version_id) == []
    office.finalised(made)
    assert waiting(office, made) == [first(office).id]
    with refused("notify_before_signature", "reason"):
        notify(office.context, first(office).id, Notice(day=CORRECTED))
    notify(office.context, first(office).id, Notice(day=CORRECTED, reason="فوری"))
    sign_all(office.context, made, CORRECTED, asked=True)
    assert waiting(office, made) == []


def test_a_letter_of_before_the_correction_cannot_tell_its_words(office: Office) -> None:
    _, version_id = notified(office)
    made = corrected(office, version_id, text=WORDS)
    with refused("notification_before_final", "day"):
        notify_all(office.context, made, Notice(day=CORRECTED - timedelta(days=1)))


def test_a_unit_that_the_correction_brought_is_told_alone_where_the_words_stayed(office: Office) -> None:
    _, version_id = notified(office, 1)
    made = corrected(office, version_id, cooperating=(office.units[2], office.units[3]))
    assert waiting(office, made) == [first(office).id]
    assert paper_sheet(office.context, made).notice.corrected == ()
    assert notify_all(office.context, made, Notice(day=CORRECTED, letter_number=NEW)).task_count == 1
    told = {task.unit_id: len(office.where("task_acts", task_id=task.id)) for task in office.where("tasks")}
    assert set(told.values()) == {1}
    assert waiting(office, made) == []


def test_with_another_executor_all_who_stay_are_told_too(office: Office) -> None:
    _, version_id = notified(office, 1)
    made = corrected(office, version_id, executor_unit_id=office.units[1])
    assert notify_all(office.context, made, Notice(day=CORRECTED, letter_number=NEW)).task_count == 2
    states = {task.unit_id: task.state for task in office.where("tasks")}
    assert states == {office.units[0]: T.CANCELLED, office.units[1]: T.NOTIFIED, office.units[2]: T.NOTIFIED}


def test_what_is_closed_or_deferred_waits_for_nothing(office: Office) -> None:
    _, version_id = notified(office)
    one = first(office)
    resolution_acts.defer(office.context, one.id, "جلسهٔ آینده")
    made = corrected(office, version_id, text=WORDS, cooperating=(office.units[2], office.units[3]))
    assert waiting(office, made) == []
    assert ResolutionAction.NOTIFY not in resolution_sheet(office.context, one.id).actions
    with refused("notify_deferred"):
        notify(office.context, one.id, Notice(day=CORRECTED))
    assert state_of(office, one) is ResolutionState.DEFERRED
    resolution_acts.undo(office.context, one.id)
    assert waiting(office, made) == [one.id]


def test_what_was_returned_stays_returned(office: Office) -> None:
    _, version_id = notified(office, 1)
    one, news = first(office), News(day=MONDAY)
    tasks = [task.id for task in office.where("tasks")]
    for task in tasks:
        record_progress(office.context, task, 80, news)
        move_task(office.context, task, TaskAction.REPORT, news)
    accept_tasks(office.context, tasks, news)
    resolution_acts.return_work(office.context, one.id, "ناتمام است")
    notified_again(office, corrected(office, version_id, text=WORDS))
    assert state_of(office, one) is ResolutionState.RETURNED
    assert {task.state for task in office.where("tasks")} == {T.RETURNED}


def test_a_policy_without_executor_is_told_again_and_may_be_verified(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    bare: dict[str, Any] = {"executor_unit_id": None, "cooperating": (), "deadline": Deadline()}
    office.decide(version_id, office.items(meeting_id)[1], kind=ClauseKind.POLICY, **bare)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    made = corrected(office, version_id, text=WORDS)
    assert notify_all(office.context, made, Notice(day=CORRECTED)).count == 1
    sheet = resolution_sheet(office.context, first(office).id)
    assert sheet.actions[0] is ResolutionAction.VERIFY
    assert [event.again for event in sheet.history if event.act is not None] == [True, False]


def test_the_sheets_say_which_version_corrected_what_was_told_and_then_that_it_was_told(office: Office) -> None:
    _, version_id = notified(office, 1)
    one, (task, _) = first(office), office.where("tasks")
    made = corrected(office, version_id, text=WORDS)
    sheet = resolution_sheet(office.context, one.id)
    assert sheet.actions[0] is ResolutionAction.NOTIFY
    assert sheet.corrected is not None
    assert (sheet.corrected.version, sheet.corrected.letter_number) == (2, OLD)
    work = task_sheet(office.context, task.id)
    assert (work.actions[0], work.corrected) == (TaskAction.NOTIFY, sheet.corrected)
    notified_again(office, made)
    sheet = resolution_sheet(office.context, one.id)
    assert (sheet.corrected, ResolutionAction.NOTIFY in sheet.actions) == (None, False)
    told = [(event.letter, event.again, event.units) for event in sheet.history if event.act is not None]
    assert told == [(NEW, True, 2), (OLD, False, 2)]
    assert not any(event.task_state for event in sheet.history), "no unit is said to have reported anything"
    work = task_sheet(office.context, task.id)
    assert [(event.again, event.act.told_by) for event in work.history] == [(True, NEW), (False, OLD)]
    assert TaskAction.UNDO not in work.actions


def test_on_one_day_each_notification_counts_its_own_units(office: Office) -> None:
    _, version_id = notified(office, 1)
    made = corrected(office, version_id, MONDAY, text=WORDS)
    notified_again(office, made)
    history = resolution_sheet(office.context, first(office).id).history
    assert [(event.again, event.units) for event in history if event.act is not None] == [(True, 2), (False, 2)]


def test_a_letter_has_no_way_back(office: Office) -> None:
    _, version_id = notified(office, 1)
    one, (task, _) = first(office), office.where("tasks")
    record_progress(office.context, task.id, 40, News(day=MONDAY))
    notified_again(office, corrected(office, version_id, text=WORDS))
    with refused("resolution_act_stays"):
        resolution_acts.undo(office.context, one.id)
    with refused("task_act_stays"):
        take_back(office.context, task.id)


def test_from_the_follow_up_all_units_are_told_at_once_whichever_are_chosen(office: Office) -> None:
    _, version_id = notified(office)
    one, other = office.where("resolutions")
    tasks = office.where("tasks")
    mine = [task.id for task in tasks if task.resolution_id == one.id]
    made = corrected(office, version_id, text=WORDS, cooperating=(office.units[2], office.units[3]))
    every = [task.id for task in office.where("tasks")]
    assert tasks_with_corrected_words(office.context, every) == frozenset(mine)
    answer = notify_tasks(office.context, [*every], Notice(day=CORRECTED, letter_number=NEW))
    theirs = {task.id for task in tasks if task.resolution_id == other.id}
    assert set(answer.done) == set(every) - theirs
    assert {broken.key for _, broken in answer.refused} == {"move_not_allowed"}
    assert len(office.where("resolution_acts", resolution_id=one.id)) == 2
    assert {len(office.where("task_acts", task_id=task)) for task in mine} == {2}
    assert waiting(office, made) == []
    assert tasks_with_corrected_words(office.context, every) == frozenset()


def test_of_tasks_of_several_meetings_each_is_held_against_its_own_minutes(office: Office) -> None:
    _, version_id = notified(office, 1)
    made = corrected(office, version_id, text=WORDS)
    notified_again(office, made)
    mine = {task.id for task in office.where("tasks")}
    _, other = office.written(1, CORRECTED)
    office.finalised(other)
    sign_all(office.context, other, CORRECTED, asked=True)
    office.clock.forward(hours=1)
    notified_again(office, other, OLD)
    later = corrected(office, other, date(2023, 6, 10), text="بار دوم")
    every = [task.id for task in office.where("tasks")]
    assert tasks_with_corrected_words(office.context, every) == frozenset(every) - mine
    assert (waiting(office, made), len(waiting(office, later))) == ([], 1)


def test_told_twice_on_one_day_without_a_letter_both_are_recorded(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    office.clock.forward(minutes=1)
    corrected(office, version_id, MONDAY, text=WORDS)
    tasks = [task.id for task in office.where("tasks")]
    assert notify_tasks(office.context, tasks, Notice(day=MONDAY)).done == tuple(tasks)
    assert len(office.where("resolution_acts")) == 2


# ---- deadlines that count from the notification


def counted(office: Office) -> tuple[int, int]:
    """Notified minutes with one decision whose deadline counts from the notification, and its resolution."""
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[1], deadline=COUNTED)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY, letter_number=OLD))
    return version_id, first(office).id


def days(office: Office, resolution_id: int) -> list[date | None]:
    return [event.due for event in office.where("deadline_events", resolution_id=resolution_id)]


def test_a_deadline_that_the_correction_left_alone_keeps_its_day(office: Office) -> None:
    version_id, resolution_id = counted(office)
    notified_again(office, corrected(office, version_id, text=WORDS))
    assert days(office, resolution_id) == [None, MONDAY + timedelta(days=14)]


def test_another_count_begins_with_the_letter_that_tells_it(office: Office) -> None:
    version_id, resolution_id = counted(office)
    made = corrected(office, version_id, deadline=replace(COUNTED, count=30))
    assert days(office, resolution_id)[-1] == MONDAY + timedelta(days=30), "until it is told, from the first letter"
    notified_again(office, made)
    assert days(office, resolution_id)[-1] == CORRECTED + timedelta(days=30)


def test_what_a_meeting_granted_since_stays(office: Office) -> None:
    version_id, resolution_id = counted(office)
    made = corrected(office, version_id, deadline=replace(COUNTED, count=20))
    granting = office.held(CORRECTED)
    later = date(2023, 8, 1)
    extension = Extension(due=later, reason="فرصت", meeting_id=granting)
    resolution_acts.extend(office.context, resolution_id, extension)
    notified_again(office, made)
    assert days(office, resolution_id)[-1] == later


# ---- the list of all that wait


CHANGES: dict[str, Any] = {
    "text": WORDS,
    "kind": ClauseKind.REFERRAL,
    "adoption": AdoptionKind.MAJORITY,
    "reservation": "با نظر مخالف مرکز",
    "votes_for": 7,
    "deadline": Deadline(kind=DeadlineKind.DAY, day=date(2023, 9, 6)),
    "cooperating": (),
    "all_units": True,
    "classification": Classification.CONFIDENTIAL,
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_list_finds_what_a_correction_changed_in_told_words_and_nothing_else(office: Office, name: str) -> None:
    _, version_id = notified(office)
    assert (waiting(office, version_id), listed(office)) == ([], set())
    made = draft(office, version_id, **{name: CHANGES[name]})
    assert listed(office) == set(), "a draft changes nothing"
    office.finalised(made)
    found = waiting(office, made)
    assert found == ([] if name == "classification" else [first(office).id])
    assert listed(office) == set(found)
    assert lists.RESOLUTIONS.view_counts(office.context)[ResolutionView.UNTOLD] == len(found)
    sign_all(office.context, made, CORRECTED, asked=True)
    office.clock.forward(hours=1)
    if found:
        notified_again(office, made)
    assert listed(office) == set()


@pytest.mark.parametrize(("before", "now", "changed"), [
    (COUNTED, replace(COUNTED, count=20), True),
    (COUNTED, replace(COUNTED, unit=RelativeUnit.WORKING_DAYS), True),
    (COUNTED, replace(COUNTED, base=RelativeBase.MEETING), True),
    (COUNTED, replace(COUNTED, day=date(2023, 9, 6)), False),
    (Deadline(kind=DeadlineKind.NEXT_MEETING), Deadline(kind=DeadlineKind.NEXT_MEETING, count=3), False),
    (Deadline(kind=DeadlineKind.NEXT_MEETING), COUNTED, True),
])  # fmt: skip
def test_of_a_deadline_the_list_looks_at_what_was_agreed(
    office: Office, before: Deadline, now: Deadline, changed: bool
) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[1], deadline=before)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    made = corrected(office, version_id, deadline=now)
    assert bool(waiting(office, made)) is changed
    assert bool(listed(office)) is changed


def test_the_list_finds_units_that_the_correction_brought_and_those_of_all_units(office: Office) -> None:
    _, version_id = notified(office)
    made = corrected(office, version_id, all_units=True)
    assert listed(office) == set(waiting(office, made)) == {first(office).id}
    notified_again(office, made)
    assert listed(office) == set()
    later = corrected(office, made, date(2023, 6, 10), all_units=False, cooperating=(office.units[2],))
    assert listed(office) == set(waiting(office, later)) == {first(office).id}


# ---- the check


def test_the_check_accepts_a_second_notification_and_finds_a_forged_one(office: Office, records: Records) -> None:
    _, version_id = notified(office, 1)
    notified_again(office, corrected(office, version_id, text=WORDS))
    assert records.folder.check() == ()
    records.forge("resolution_act", "UPDATE resolution_act SET letter_number = '۹۹' WHERE id = 2")
    assert ("resolution_act", 2) in {(one.subject, one.id) for one in records.folder.check()}


def test_the_check_finds_a_forged_note_of_the_telling(office: Office, records: Records) -> None:
    _, version_id = notified(office, 1)
    notified_again(office, corrected(office, version_id, text=WORDS))
    last = office.where("task_acts")[-1].id
    records.forge("task_act", f"UPDATE task_act SET day = '2023-05-02' WHERE id = {last}")
    assert ("task_act", last) in {(one.subject, one.id) for one in records.folder.check()}


# ---- the cost


@pytest.mark.parametrize("resolutions", [2, 6])
def test_what_waits_is_known_in_so_many_statements_however_many_resolutions(office: Office, resolutions: int) -> None:
    _, version_id = notified(office, resolutions)
    office.clock.forward(days=3)
    made = amend(office.context, version_id, "نام مجری نادرست بود").id
    mine: list[Clause] = [one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution]
    for one in mine:
        save_clause(office.context, replace(one, text=WORDS))
    office.finalised(made)
    with office.open_work() as work, statements(work) as asked:
        assert len(to_notify(work, work.versions.get(made))) == resolutions
    assert len(asked) <= 9
