"""Notification: after the last signature or early with a reason; tasks learn of it, and what counts from it begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import ResolutionActKind, course, require_can
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.follow_up.notifying import notify, notify_all
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

TODAY = Notice(day=MONDAY)


@pytest.fixture
def final(office: Office) -> int:
    """Final minutes with two decisions and four tasks."""
    _, version_id = office.written(2)
    office.finalised(version_id)
    return version_id


def test_all_at_once_after_the_last_signature(office: Office, records: Records, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    before = records.commits
    done = notify_all(office.context, final, Notice(day=MONDAY, letter_number=" ۹۱۲/ص "))
    assert records.commits == before + 1
    assert (done.count, done.task_count) == (2, 4)
    assert {task.state for task in office.where("tasks")} == {TaskState.NOTIFIED}
    acts = office.where("resolution_acts")
    assert {(act.kind, act.day, act.letter_number, act.actor) for act in acts} == {
        (ResolutionActKind.NOTIFIED, MONDAY, "۹۱۲/ص", "کارشناس")
    }
    assert {act.told_by for act in office.where("task_acts")} == {"۹۱۲/ص"}
    with refused("nothing_to_notify"):
        notify_all(office.context, final, TODAY)


def test_early_notification_needs_a_reason_and_ends_the_right_to_re_open(office: Office, final: int) -> None:
    first, second = office.where("resolutions")
    with refused("notify_before_signature", "reason"):
        notify(office.context, first.id, TODAY)
    notify(office.context, first.id, Notice(day=MONDAY, reason="فوری"))
    assert office.where("resolution_acts")[0].reason == "فوری"
    with refused("withdraw_after_notification"):
        withdraw(office.context, final, "ایراد")
    with refused("notified_already"):
        notify(office.context, first.id, TODAY)
    sign_all(office.context, final, MONDAY, asked=True)
    assert notify_all(office.context, final, TODAY).count == 1
    assert {act.resolution_id for act in office.where("resolution_acts")} == {first.id, second.id}


def test_the_day_must_be_possible(office: Office, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    for day, key in (
        (None, "notification_without_day"),
        (MONDAY - timedelta(days=1), "notification_before_final"),
        (MONDAY + timedelta(days=1), "notification_ahead"),
    ):
        with refused(key, "day"):
            notify_all(office.context, final, Notice(day=day))
    assert office.where("resolution_acts") == ()


def test_a_deadline_from_the_notification_begins_with_it(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    counted = Deadline(kind=DeadlineKind.RELATIVE, count=14, base=RelativeBase.NOTIFICATION)
    office.decide(version_id, office.items(meeting_id)[1], deadline=counted)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(days=3)
    notify_all(office.context, version_id, Notice(day=MONDAY + timedelta(days=2)))
    due = date(2023, 5, 17)
    assert [(event.sequence, event.due) for event in office.where("deadline_events")] == [(0, None), (1, due)]
    assert {task.due for task in office.where("tasks")} == {None}, (
        "a unit without a day of its own has the resolution's"
    )


def test_a_policy_without_executor_may_be_verified_once_notified(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    bare: dict[str, Any] = {"executor_unit_id": None, "cooperating": (), "deadline": Deadline()}
    office.decide(version_id, office.items(meeting_id)[1], kind=ClauseKind.POLICY, **bare)
    office.finalised(version_id)
    (policy,) = office.where("resolutions")
    sign_all(office.context, version_id, MONDAY, asked=True)
    assert notify_all(office.context, version_id, TODAY).task_count == 0
    acts = office.where("resolution_acts", resolution_id=policy.id)
    require_can(ResolutionActKind.VERIFIED, course(adopted=True, acts=acts, tasks=()), signed=True, reason="")


def test_nothing_is_told_of_a_draft(office: Office) -> None:
    office.written(1)
    (proposed,) = office.where("resolutions")
    with refused("resolution_not_adopted"):
        notify(office.context, proposed.id, Notice(day=MONDAY, reason="فوری"))
