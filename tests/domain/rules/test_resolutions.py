"""The course of a resolution is computed from its minutes, acts and tasks; acts have guards."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.rules.resolutions import (
    CLOSED,
    Course,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
    course,
    has_ended,
    is_closed_by,
    is_counted,
    require_can,
)
from desktop_app.domain.rules.tasks import Task, TaskRole, TaskState
from tests.refusing import refused

A, R, T = ResolutionActKind, ResolutionState, TaskState


def act(kind: ResolutionActKind) -> ResolutionAct:
    return ResolutionAct(resolution_id=1, kind=kind, day=date(2023, 5, 1), at="2023-05-01T10:00:00Z", actor="")


def task(state: TaskState, percent: int = 0, *, resting: bool = False) -> Task:
    return Task(
        uid="", resolution_id=1, unit_id=1, role=TaskRole.EXECUTOR, state=state, percent=percent, resting=resting
    )


def state_of(acts: list[ResolutionActKind], *tasks: Task) -> ResolutionState:
    return course(adopted=True, acts=[act(kind) for kind in acts], tasks=tasks).state


@pytest.mark.parametrize(
    ("acts", "tasks", "expected"),
    [
        ([], [], R.ADOPTED),
        ([], [T.ASSIGNED], R.ADOPTED),
        ([A.NOTIFIED], [T.NOTIFIED, T.ASSIGNED], R.NOTIFIED),
        ([A.NOTIFIED], [T.PLANNED, T.NOTIFIED], R.IN_PROGRESS),
        ([A.NOTIFIED], [T.DOING, T.ACCEPTED], R.IN_PROGRESS),
        ([A.NOTIFIED], [T.REPORTED], R.IN_PROGRESS),
        ([A.NOTIFIED], [T.RETURNED], R.IN_PROGRESS),
        ([A.NOTIFIED], [T.DOING, T.BLOCKED], R.BLOCKED),
        ([A.NOTIFIED], [T.ACCEPTED, T.BLOCKED], R.BLOCKED),
        ([A.NOTIFIED], [T.ACCEPTED, T.CANCELLED], R.REPORTED_DONE),
        ([A.NOTIFIED], [T.ACCEPTED], R.REPORTED_DONE),
        ([A.NOTIFIED], [T.CANCELLED], R.REPORTED_DONE),
        ([], [T.CANCELLED, T.CANCELLED], R.REPORTED_DONE),
        ([A.NOTIFIED, A.VERIFIED], [T.ACCEPTED], R.VERIFIED),
        ([A.NOTIFIED, A.RETURNED], [T.ACCEPTED, T.RETURNED], R.RETURNED),
        ([A.NOTIFIED, A.RETURNED], [T.ACCEPTED, T.DOING], R.IN_PROGRESS),
        ([A.NOTIFIED, A.RETURNED], [T.ACCEPTED, T.ACCEPTED], R.REPORTED_DONE),
        ([A.NOTIFIED, A.SUPERSEDED], [T.DOING], R.SUPERSEDED),
        ([A.NOTIFIED, A.RETURNED, A.NOTIFIED], [T.ACCEPTED, T.RETURNED], R.RETURNED),
        ([A.NOTIFIED, A.NOTIFIED], [T.DOING], R.IN_PROGRESS),
        ([A.REVOKED], [], R.REVOKED),
        ([A.DEFERRED], [T.ASSIGNED], R.DEFERRED),
        ([A.REJECTED], [T.CANCELLED], R.REJECTED),
    ],
)
def test_the_course(acts: list[ResolutionActKind], tasks: list[TaskState], expected: ResolutionState) -> None:
    assert state_of(acts, *map(task, tasks)) is expected


def test_without_final_minutes_it_is_proposed() -> None:
    found = course(adopted=False, acts=[], tasks=[task(T.ASSIGNED, resting=True)])
    assert found == Course(R.PROPOSED, 0)


def test_rejected_stays_rejected_although_no_minutes_hold_it() -> None:
    assert course(adopted=False, acts=[act(A.REJECTED)], tasks=[]).state is R.REJECTED


def test_resting_tasks_are_hidden() -> None:
    found = course(adopted=True, acts=[], tasks=[task(T.DOING, 80, resting=True), task(T.ASSIGNED)])
    assert found == Course(R.ADOPTED, 0)


def test_percent_is_the_mean_of_tasks_that_are_not_cancelled() -> None:
    tasks = [task(T.DOING, 45), task(T.ACCEPTED, 100), task(T.CANCELLED, 10)]
    assert course(adopted=True, acts=[], tasks=tasks).percent == 72


def test_deferred_and_returned_are_still_open() -> None:
    assert {state for state in R if not Course(state, 0).is_open} == CLOSED
    assert {state for state in R if not Course(state, 0).awaits_units} == CLOSED | {R.REPORTED_DONE}
    assert {R.VERIFIED, R.SUPERSEDED, R.REVOKED, R.REJECTED} == CLOSED


def test_what_was_never_adopted_counts_as_no_resolution_and_has_not_ended() -> None:
    assert {state for state in R if not is_counted(state)} == {R.PROPOSED, R.REJECTED}
    assert {state for state in R if has_ended(state)} == {R.VERIFIED, R.SUPERSEDED, R.REVOKED}


OPEN = Course(R.IN_PROGRESS, 40)
DONE = Course(R.REPORTED_DONE, 100)


@pytest.mark.parametrize("state", sorted(CLOSED))
@pytest.mark.parametrize("kind", list(A))
def test_a_closed_resolution_takes_no_act(kind: ResolutionActKind, state: ResolutionState) -> None:
    with refused("resolution_closed", state=state):
        require_can(kind, Course(state, 100), signed=True, reason="دلیل")


def test_notification_needs_signed_minutes_or_a_reason() -> None:
    require_can(A.NOTIFIED, OPEN, signed=True, reason="")
    require_can(A.NOTIFIED, OPEN, signed=False, reason="فوری")
    with refused("notify_before_signature", "reason"):
        require_can(A.NOTIFIED, OPEN, signed=False, reason=" ")


def test_verifying_and_returning_need_a_report() -> None:
    require_can(A.VERIFIED, DONE, signed=True, reason="")
    require_can(A.RETURNED, DONE, signed=True, reason="ناقص")
    with refused("verify_before_report", state=R.IN_PROGRESS):
        require_can(A.VERIFIED, OPEN, signed=True, reason="")
    with refused("return_before_report", state=R.IN_PROGRESS):
        require_can(A.RETURNED, OPEN, signed=True, reason="ناقص")
    with refused("reason_missing", "reason"):
        require_can(A.RETURNED, DONE, signed=True, reason="")


def test_what_is_no_unit_s_work_may_be_verified_once_notified() -> None:
    policy = course(adopted=True, acts=[act(A.NOTIFIED)], tasks=[])
    assert (policy.state, policy.awaits_nobody) == (R.NOTIFIED, True)
    require_can(A.VERIFIED, policy, signed=True, reason="")
    with refused("verify_before_report"):
        require_can(A.VERIFIED, course(adopted=True, acts=[], tasks=[]), signed=True, reason="")
    with refused("verify_before_report"):
        told = course(adopted=True, acts=[act(A.NOTIFIED)], tasks=[task(T.NOTIFIED)])
        require_can(A.VERIFIED, told, signed=True, reason="")


def test_nothing_is_done_with_a_proposal() -> None:
    with refused("resolution_not_adopted"):
        require_can(A.NOTIFIED, Course(R.PROPOSED, 0), signed=True, reason="فوری")


@pytest.mark.parametrize("kind", [A.SUPERSEDED, A.REVOKED, A.DEFERRED, A.REJECTED])
def test_every_exit_needs_a_reason(kind: ResolutionActKind) -> None:
    require_can(kind, OPEN, signed=True, reason="دلیل")
    with refused("reason_missing", "reason", target=kind):
        require_can(kind, OPEN, signed=True, reason="")


@pytest.mark.parametrize("kind", list(A))
def test_closed_by_an_act_means_that_no_task_can_open_it(kind: ResolutionActKind) -> None:
    acts = [act(A.NOTIFIED), act(kind)]
    for state in T:
        found = course(adopted=True, acts=acts, tasks=[task(state)])
        assert is_closed_by(acts) is not found.is_open


def test_without_acts_a_resolution_is_open() -> None:
    assert not is_closed_by([])
