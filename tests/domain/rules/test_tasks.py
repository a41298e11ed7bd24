"""Tasks: which units get one, how far they are, and how they stood on an earlier day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.tasks import (
    OPEN_TASKS,
    Task,
    TaskAct,
    TaskRole,
    TaskState,
    acts_on_work,
    as_of,
    notified_again,
    percent_of,
    units_to_task,
)

T = TaskState
TASK = Task(uid="", resolution_id=1, unit_id=1, role=TaskRole.EXECUTOR, state=T.REPORTED, percent=100)


def act(source: TaskState, target: TaskState, percent: int, day: int) -> TaskAct:
    return TaskAct(task_id=1, source=source, target=target, percent=percent, day=date(2023, 5, day), at="", actor="")


def test_executor_first_and_each_unit_once() -> None:
    found = units_to_task(3, (5, 3, 4), None)
    assert list(found.items()) == [(3, TaskRole.EXECUTOR), (5, TaskRole.COOPERATOR), (4, TaskRole.COOPERATOR)]


def test_all_units_are_expanded_beside_the_executor() -> None:
    found = units_to_task(2, (), (1, 2, 3))
    assert found == {2: TaskRole.EXECUTOR, 1: TaskRole.COOPERATOR, 3: TaskRole.COOPERATOR}


def test_a_policy_may_have_no_unit_at_all() -> None:
    assert units_to_task(None, (), None) == {}
    assert units_to_task(None, (4,), ()) == {4: TaskRole.COOPERATOR}


@pytest.mark.parametrize(("percents", "mean"), [([], 0), ([45], 45), ([0, 100], 50), ([10, 20, 25], 18)])
def test_percent(percents: list[int], mean: int) -> None:
    assert percent_of([replace(TASK, percent=percent) for percent in percents]) == mean


def test_cancelled_tasks_do_not_count() -> None:
    assert percent_of([replace(TASK, percent=40), replace(TASK, percent=0, state=T.CANCELLED)]) == 40
    assert percent_of([replace(TASK, state=T.CANCELLED)]) == 0


def test_a_task_is_open_until_accepted_or_cancelled() -> None:
    assert frozenset(T) - OPEN_TASKS == {T.ACCEPTED, T.CANCELLED}


ACTS = [act(T.ASSIGNED, T.NOTIFIED, 0, 3), act(T.NOTIFIED, T.DOING, 30, 8), act(T.DOING, T.REPORTED, 100, 20)]


@pytest.mark.parametrize(
    ("day", "state", "percent"),
    [(2, T.ASSIGNED, 0), (3, T.NOTIFIED, 0), (7, T.NOTIFIED, 0), (8, T.DOING, 30), (25, T.REPORTED, 100)],
)
def test_how_a_task_stood_on_a_day(day: int, state: TaskState, percent: int) -> None:
    found = as_of(TASK, ACTS, date(2023, 5, day))
    assert (found.state, found.percent) == (state, percent)


def test_a_task_without_acts_is_as_it_is() -> None:
    assert as_of(TASK, [], date(2023, 5, 1)) == TASK


def test_corrected_words_that_are_told_move_nothing_on_any_day() -> None:
    letter = act(T.DOING, T.DOING, 30, 5)
    acts = [*ACTS[:2], letter, ACTS[2], act(T.REPORTED, T.REPORTED, 100, 25)]
    assert notified_again(acts) == (letter, acts[-1])
    assert acts_on_work(acts) == (*ACTS,)
    assert as_of(TASK, acts, date(2023, 5, 6)).state is T.NOTIFIED, "a letter of before the progress that it followed"


def test_news_of_progress_always_say_more_than_a_letter() -> None:
    words = replace(act(T.DOING, T.DOING, 30, 9), reason="در دست اقدام")
    assert notified_again([*ACTS[:2], words, act(T.DOING, T.DOING, 60, 10)]) == ()
