"""Re-opening before the first signature, and the difference that the second finalising applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.domain.rules.minutes import ClauseKind, MinutesActKind, MinutesState, Signature, Signer
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.services.minutes.attendance import add_guest
from desktop_app.services.minutes.clauses import remove_clause, save_clause, turn_into_note, turn_into_resolution
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.versions.signing import set_signers
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

S = MinutesState


@pytest.fixture
def final(office: Office) -> tuple[int, int]:
    """A meeting whose first version is final, with two resolutions: (meeting, version)."""
    meeting_id, version_id = office.written(2)
    office.finalised(version_id)
    return meeting_id, version_id


def reopened(office: Office, version_id: int, reason: str = "اعتراض به بند ۲") -> int:
    return withdraw(office.context, version_id, reason).id


def resolutions_in(office: Office, version_id: int) -> list[int]:
    """Ids of the clauses that are resolutions."""
    return [one.id for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]


def test_the_next_version_begins_as_a_copy(office: Office, final: tuple[int, int]) -> None:
    _, version_id = final
    answer = withdraw(office.context, version_id, "  اعتراض  ")
    old, new = office.get("versions", version_id), office.get("versions", answer.id)
    assert (old.state, new.state, new.version) == (S.WITHDRAWN, S.DRAFT, 2)
    assert (new.snapshot, new.content_hash, new.finalised_at, new.read_aloud) == ("", "", "", False)
    assert (new.closing, new.kept_at) == (old.closing, old.kept_at)
    for kind in ("attendance", "deliberations", "clauses"):
        first = office.where(kind, minutes_version_id=version_id)
        second = office.where(kind, minutes_version_id=answer.id)
        assert [replace(one, id=0, minutes_version_id=0) for one in first] == [
            replace(one, id=0, minutes_version_id=0) for one in second
        ]
    assert office.where("signers", minutes_version_id=answer.id) == ()
    kinds = [(act.minutes_version_id, act.kind, act.reason) for act in office.where("minutes_acts")][-2:]
    assert kinds == [
        (version_id, MinutesActKind.WITHDRAWN, "اعتراض"),
        (answer.id, MinutesActKind.OPENED, "اعتراض"),
    ]


def test_guests_and_a_hand_made_list_of_signers_come_along(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    add_guest(office.context, meeting_id, name="فرزاد")
    one = Signer(minutes_version_id=0, ordinal=0, party_id=office.parties[1], name="مهرداد", post="")
    set_signers(office.context, version_id, [one])
    office.finalised(version_id)
    second = reopened(office, version_id)
    assert [guest.name for guest in office.where("guests", minutes_version_id=second)] == ["فرزاد"]
    assert [signer.name for signer in office.where("signers", minutes_version_id=second)] == ["مهرداد"]


def test_the_withdrawn_code_and_its_copies_are_named(office: Office, final: tuple[int, int]) -> None:
    _, version_id = final
    record_printing(office.context, version_id, copies=8, path="m.pdf", sha256="a" * 64)
    record_printing(office.context, version_id, copies=2, path="m.pdf", sha256="a" * 64)
    answer = withdraw(office.context, version_id, "اعتراض")
    assert answer.copies == 10
    assert len(answer.code) == 16


def test_a_reason_is_owed(office: Office, final: tuple[int, int], records: Records) -> None:
    before = records.content()
    with refused("reason_missing", "reason"):
        withdraw(office.context, final[1], "  ")
    assert records.content() == before


def test_not_after_the_first_signature(office: Office, final: tuple[int, int]) -> None:
    _, version_id = final
    signer = office.where("signers")[0]
    office.add("signatures", Signature(signer_id=signer.id, original=1, signed_on=MONDAY, at="2023-05-01T11:00:00Z"))
    with refused("withdraw_after_signature", count=1):
        withdraw(office.context, version_id, "اعتراض")


def test_not_after_an_early_notification(office: Office, final: tuple[int, int]) -> None:
    _, version_id = final
    office.add(
        "resolution_acts",
        ResolutionAct(resolution_id=1, kind=ResolutionActKind.NOTIFIED, day=MONDAY, at="", actor="", reason="فوری"),
    )
    with refused("withdraw_after_notification"):
        withdraw(office.context, version_id, "اعتراض")


def test_only_final_minutes(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    for version_id, state in ((final[1], S.WITHDRAWN), (second, S.DRAFT)):
        with refused("withdraw_not_final", state=state):
            withdraw(office.context, version_id, "دوباره")


# ---- while re-opened


def test_tasks_rest_and_numbers_wait(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    assert all(task.resting for task in office.where("tasks"))
    assert [one.number for one in office.where("resolutions")] == ["۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲"]
    assert {one.adopted_on for one in office.where("resolutions")} == {None}
    rows = [row for block in minutes_sheet(office.context, second).blocks for row in block.clauses if row.number]
    assert [row.number for row in rows] == ["۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲"]


# ---- the second finalising


def test_nothing_changed_nothing_new(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    before = office.where("tasks")
    done = office.finalised(second)
    assert (done.numbers, done.task_count) == ((), 0)
    assert [replace(task, resting=True) for task in office.where("tasks")] == list(before)
    assert not any(task.resting for task in office.where("tasks"))
    assert len(office.where("deadline_events")) == 2
    assert {one.adopted_on for one in office.where("resolutions")} == {MONDAY}
    snapshots = [minutes_from_json(office.get("versions", one).snapshot) for one in (final[1], second)]
    assert snapshots[1] == replace(snapshots[0], version=2)


def test_a_unit_that_is_gone_has_its_task_cancelled_with_the_reason(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    first = office.get("clauses", resolutions_in(office, second)[0])
    save_clause(office.context, replace(first, cooperating=(office.units[3],)))
    assert office.finalised(second).task_count == 1
    tasks = {task.unit_id: task for task in office.where("tasks", resolution_id=first.resolution_id)}
    assert tasks[office.units[2]].state is TaskState.CANCELLED
    assert tasks[office.units[0]].state is TaskState.ASSIGNED
    assert tasks[office.units[3]].state is TaskState.ASSIGNED
    (act,) = office.where("task_acts")
    assert (act.task_id, act.target, act.reason) == (
        tasks[office.units[2]].id, TaskState.CANCELLED, "اعتراض به بند ۲",
    )  # fmt: skip


def test_a_resolution_that_is_gone_is_rejected_and_its_number_retired(office: Office, final: tuple[int, int]) -> None:
    meeting_id, version_id = final
    second = reopened(office, version_id)
    gone = office.get("clauses", resolutions_in(office, second)[1])
    remove_clause(office.context, gone.id)
    office.decide(second, office.items(meeting_id)[1], "تصمیم تازه")
    done = office.finalised(second)
    assert done.numbers == ("۱۴۰۲/۱/۳",)
    (act,) = office.where("resolution_acts")
    assert (act.resolution_id, act.kind, act.reason) == (
        gone.resolution_id, ResolutionActKind.REJECTED, "اعتراض به بند ۲",
    )  # fmt: skip
    assert {task.state for task in office.where("tasks", resolution_id=gone.resolution_id)} == {TaskState.CANCELLED}
    assert office.get("resolutions", gone.resolution_id).adopted_on is None


def test_a_resolution_turned_into_a_note_is_rejected_too(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    turned = office.get("clauses", resolutions_in(office, second)[0])
    turn_into_note(office.context, turned.id)
    office.finalised(second)
    assert [act.resolution_id for act in office.where("resolution_acts")] == [turned.resolution_id]
    assert office.get("clauses", turned.id).resolution_id is None
    third = reopened(office, second, "بار دیگر")
    (note,) = [one for one in office.where("clauses", minutes_version_id=third) if one.text == turned.text]
    turn_into_resolution(office.context, note.id, ClauseKind.DECISION)
    again = office.get("clauses", note.id)
    save_clause(
        office.context,
        replace(
            again,
            executor_unit_id=office.units[0],
            owner_person_id=office.people[2],
            deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 5)),
        ),
    )
    assert office.finalised(third).numbers == ("۱۴۰۲/۱/۳",)
    assert len(office.where("resolution_acts")) == 1


def test_a_changed_deadline_is_a_second_event_and_ends_a_units_later_day(
    office: Office, final: tuple[int, int]
) -> None:
    second = reopened(office, final[1])
    first = office.get("clauses", resolutions_in(office, second)[0])
    early, late = office.where("tasks", resolution_id=first.resolution_id)
    office.put("tasks", replace(early, due=date(2023, 6, 1)))
    office.put("tasks", replace(late, due=date(2023, 7, 4)))
    later = Deadline(kind=DeadlineKind.DAY, day=date(2023, 7, 3))
    save_clause(office.context, replace(first, deadline=later))
    office.finalised(second)
    events = office.where("deadline_events", resolution_id=first.resolution_id)
    assert [(one.sequence, one.due, one.granted_by_meeting_id) for one in events] == [
        (0, date(2023, 6, 5), None),
        (1, date(2023, 7, 3), None),
    ]
    assert events[1].reason == "اعتراض به بند ۲"
    assert [task.due for task in office.where("tasks", resolution_id=first.resolution_id)] == [date(2023, 6, 1), None]


def test_roles_follow_the_new_wording(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    first = office.get("clauses", resolutions_in(office, second)[0])
    swapped = replace(first, executor_unit_id=office.units[2], cooperating=(office.units[0],))
    save_clause(office.context, swapped)
    assert office.finalised(second).task_count == 0
    tasks = {task.unit_id: task.role for task in office.where("tasks", resolution_id=first.resolution_id)}
    assert tasks == {office.units[0]: TaskRole.COOPERATOR, office.units[2]: TaskRole.EXECUTOR}


def test_a_unit_that_comes_back_begins_anew_on_the_same_task(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    first = office.get("clauses", resolutions_in(office, second)[0])
    save_clause(office.context, replace(first, cooperating=()))
    office.finalised(second)
    third = reopened(office, second, "برگشت واحد")
    again = office.get("clauses", resolutions_in(office, third)[0])
    save_clause(office.context, replace(again, cooperating=(office.units[2],)))
    assert office.finalised(third).task_count == 0
    (task,) = office.where("tasks", resolution_id=first.resolution_id, unit_id=office.units[2])
    assert (task.state, task.resting) == (TaskState.ASSIGNED, False)
    assert [(act.source, act.target, act.reason) for act in office.where("task_acts", task_id=task.id)] == [
        (TaskState.ASSIGNED, TaskState.CANCELLED, "اعتراض به بند ۲"),
        (TaskState.CANCELLED, TaskState.ASSIGNED, "برگشت واحد"),
    ]


def test_a_corrected_attendance_changes_the_signers(office: Office, final: tuple[int, int]) -> None:
    meeting_id, version_id = final
    second = reopened(office, version_id)
    office.mark(meeting_id, 7, state=AttendanceState.ABSENT)
    office.finalised(second)
    assert len(office.where("signers", minutes_version_id=version_id)) == 8
    assert len(office.where("signers", minutes_version_id=second)) == 7


def test_a_task_that_was_cancelled_before_is_not_cancelled_twice(office: Office, final: tuple[int, int]) -> None:
    second = reopened(office, final[1])
    first = office.get("clauses", resolutions_in(office, second)[0])
    save_clause(office.context, replace(first, cooperating=()))
    office.finalised(second)
    third = reopened(office, second, "حذف مصوبه")
    remove_clause(office.context, resolutions_in(office, third)[0])
    office.finalised(third)
    acts = office.where("task_acts")
    assert [act.reason for act in acts] == ["اعتراض به بند ۲", "حذف مصوبه"]
    assert len({act.task_id for act in acts}) == 2
