"""The rules of a unit's task: news, plans, moves, taking back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.tasks import (
    PROGRESSING,
    TASKS,
    News,
    Plan,
    Task,
    TaskAct,
    TaskAction,
    TaskRole,
    TaskState,
    actions_of,
    as_of,
    first_day,
    moved,
    planned,
    progressed,
    require_day,
    target_of,
    undo_last_act,
    undoable,
    valid_task_acts,
)
from tests.refusing import refused

T = TaskState
A = TaskAction
ADOPTED, TODAY = date(2023, 5, 1), date(2023, 5, 20)
TASK = Task(id=1, uid="u", resolution_id=1, unit_id=1, role=TaskRole.EXECUTOR, state=T.NOTIFIED)
NEWS = News(day=TODAY, note="دو تلفن")


def act(number: int, source: T, target: T, percent: int = 0, *, day: int = 5, undoes: int | None = None) -> TaskAct:
    on = date(2023, 5, day)
    return TaskAct(
        id=number, task_id=1, source=source, target=target, percent=percent, day=on, at="", actor="", undoes_id=undoes
    )


TOLD = act(1, T.ASSIGNED, T.NOTIFIED)
WORK = (TOLD, act(2, T.NOTIFIED, T.DOING, 40), act(3, T.DOING, T.DOING, 60, day=8))


# ---- days


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (None, "task_without_day"),
        (date(2023, 5, 21), "task_day_ahead"),
        (date(2023, 4, 30), "task_day_before_adoption"),
        (date(2023, 5, 7), "task_day_before_last"),
    ],
)
def test_the_day_of_a_fact_is_possible(day: date | None, key: str) -> None:
    with refused(key, "day"):
        require_day(day, acts=WORK, adopted_on=ADOPTED, today=TODAY)


def test_the_last_day_and_today_are_possible() -> None:
    for day in (date(2023, 5, 8), TODAY):
        assert require_day(day, acts=WORK, adopted_on=ADOPTED, today=TODAY) == day
    assert first_day((), ADOPTED) == ADOPTED


# ---- progress


def test_progress_begins_the_work_where_the_machine_allows_it() -> None:
    for state in TaskState:
        task = replace(TASK, state=state)
        if state in PROGRESSING:
            after = progressed(task, 60, NEWS)
            assert after.percent == 60
            assert after.state is state or TASKS.allows(state, after.state)
        else:
            with refused("task_not_notified" if state is T.ASSIGNED else "task_takes_no_progress"):
                progressed(task, 60, NEWS)
    assert progressed(replace(TASK, state=T.BLOCKED), 60, NEWS).state is T.BLOCKED


def test_a_hundred_percent_is_no_report() -> None:
    assert progressed(TASK, 100, NEWS).state is T.DOING


@pytest.mark.parametrize("percent", [-1, 101])
def test_percent_has_its_range(percent: int) -> None:
    with refused("percent_out_of_range", "percent"):
        progressed(TASK, percent, NEWS)


def test_news_say_something() -> None:
    with refused("progress_says_nothing", "note"):
        progressed(TASK, 0, News(day=TODAY, note="  "))
    assert progressed(TASK, 0, NEWS).percent == 0


# ---- plans


def test_a_plan_moves_a_notified_task_and_only_that() -> None:
    plan = Plan(text="سه نشست", due=date(2023, 6, 1))
    told = planned(TASK, plan, adopted_on=ADOPTED, resolution_due=date(2023, 6, 5))
    assert (told.state, told.plan, told.due) == (T.PLANNED, "سه نشست", date(2023, 6, 1))
    doing = planned(replace(TASK, state=T.DOING), Plan(text="سه نشست"), adopted_on=ADOPTED, resolution_due=None)
    assert (doing.state, doing.due) == (T.DOING, None)


@pytest.mark.parametrize(
    ("plan", "key", "field"),
    [
        (Plan(text=" "), "plan_without_text", "plan"),
        (Plan(text="ک", due=date(2023, 4, 30)), "task_due_before_adoption", "due"),
        (Plan(text="ک", due=date(2023, 6, 6)), "task_due_after_resolution", "due"),
    ],
)
def test_a_plan_has_words_and_a_possible_day(plan: Plan, key: str, field: str) -> None:
    with refused(key, field):
        planned(TASK, plan, adopted_on=ADOPTED, resolution_due=date(2023, 6, 5))


def test_a_plan_comes_between_notification_and_report() -> None:
    for state, key in ((T.ASSIGNED, "task_not_notified"), (T.REPORTED, "task_takes_no_plan")):
        with refused(key):
            planned(replace(TASK, state=state), Plan(text="ک"), adopted_on=ADOPTED, resolution_due=None)


# ---- moves


def test_a_report_is_a_hundred_and_a_return_gives_back_what_was_told() -> None:
    doing = replace(TASK, state=T.DOING, percent=60)
    reported = moved(doing, T.REPORTED, "", WORK)
    assert (reported.state, reported.percent) == (T.REPORTED, 100)
    acts = (*WORK, act(4, T.DOING, T.REPORTED, 100, day=9))
    assert moved(reported, T.RETURNED, "ناقص", acts).percent == 60
    assert moved(reported, T.ACCEPTED, "", acts).percent == 100


def test_moves_are_the_machines() -> None:
    with refused("move_not_allowed"):
        moved(TASK, T.REPORTED, "", ())
    with refused("task_not_notified"):
        moved(replace(TASK, state=T.ASSIGNED), T.DOING, "", ())
    for action in (A.BLOCK, A.CANCEL):
        with refused("reason_missing", "reason"):
            moved(replace(TASK, state=T.DOING), target_of(action), " ", ())


def test_every_offered_move_is_allowed() -> None:
    for state in TaskState:
        for action in actions_of(replace(TASK, state=state), (), live=True):
            if action not in {A.NOTIFY, A.PLAN, A.PROGRESS, A.UNDO}:
                assert TASKS.allows(state, target_of(action)), (state, action)


def test_nothing_is_offered_for_what_rests_or_is_closed() -> None:
    assert actions_of(replace(TASK, resting=True), (), live=True) == ()
    assert actions_of(TASK, (), live=False) == ()


# ---- taking back


def test_the_last_act_is_taken_back_and_neither_counts() -> None:
    task = replace(TASK, state=T.DOING, percent=60)
    back, last = undo_last_act(task, WORK)
    assert (back.state, back.percent, last.id) == (T.DOING, 40, 3)
    acts = (*WORK, act(4, T.DOING, T.DOING, 40, day=20, undoes=3))
    assert [one.id for one in valid_task_acts(acts)] == [1, 2]
    assert as_of(back, acts, TODAY).percent == 40
    further, _ = undo_last_act(back, acts)
    assert (further.state, further.percent) == (T.NOTIFIED, 0)


def test_a_plan_taken_back_is_no_plan() -> None:
    task = replace(TASK, state=T.PLANNED, plan="سه نشست", due=date(2023, 6, 1))
    back, _ = undo_last_act(task, (TOLD, act(2, T.NOTIFIED, T.PLANNED)))
    assert (back.state, back.plan, back.due) == (T.NOTIFIED, "", None)


def test_some_acts_stay() -> None:
    assert undoable(TASK, (TOLD,)) is None, "a letter that was sent"
    cancelled = replace(TASK, state=T.CANCELLED)
    assert undoable(cancelled, (TOLD, act(2, T.NOTIFIED, T.CANCELLED))) is None
    again = replace(act(3, T.DOING, T.DOING), reason="برنامهٔ تازه")
    doing = replace(TASK, state=T.DOING, plan="برنامهٔ تازه")
    assert undoable(doing, (*WORK[:2], again)) is None, "a plan told anew is written anew"
    with refused("task_act_stays"):
        undo_last_act(TASK, ())


# ---- corrected words


LETTER = act(4, T.DOING, T.DOING, 60, day=19)
DOING = replace(TASK, state=T.DOING, percent=60)


def test_corrected_words_are_offered_to_whom_earlier_ones_were_told() -> None:
    assert actions_of(DOING, WORK, live=True, corrected=True)[0] is A.NOTIFY
    reported = replace(TASK, state=T.REPORTED)
    assert actions_of(reported, WORK, live=True, corrected=True)[:3] == (A.ACCEPT, A.RETURN, A.NOTIFY)
    assert A.NOTIFY in actions_of(replace(TASK, state=T.ACCEPTED), WORK, live=True, corrected=True)
    assert A.NOTIFY not in actions_of(replace(TASK, state=T.CANCELLED), WORK, live=True, corrected=True)
    assert actions_of(replace(TASK, state=T.ASSIGNED), (), live=True, corrected=True).count(A.NOTIFY) == 1


def test_a_letter_of_corrected_words_is_not_unsent_and_what_stood_before_it_stays() -> None:
    assert undoable(DOING, (*WORK, LETTER)) is None
    with refused("task_act_stays"):
        undo_last_act(DOING, (*WORK, LETTER))
    news = act(5, T.DOING, T.DOING, 80, day=20)
    back, _ = undo_last_act(replace(DOING, percent=80), (*WORK, LETTER, news))
    assert back.percent == 60


def test_news_may_be_of_a_day_before_a_letter_of_corrected_words() -> None:
    assert first_day((*WORK, LETTER), ADOPTED) == date(2023, 5, 8)


def test_a_return_gives_back_what_had_been_told_before_the_report_also_after_a_letter() -> None:
    acts = (*WORK, act(4, T.DOING, T.REPORTED, 100, day=9), act(5, T.REPORTED, T.REPORTED, 100, day=10))
    reported = replace(TASK, state=T.REPORTED, percent=100)
    assert moved(reported, T.RETURNED, "ناتمام", acts).percent == 60
