"""Re-opening a correction of minutes that were notified: until its first pen, or until its words are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import standing_deadlines
from desktop_app.domain.rules.tasks import Task, TaskRole, TaskState
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.minutes.clauses import remove_clause, save_clause, turn_into_note
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.minutes.signing import sign_all
from tests.refusing import refused
from tests.services.corrections import CORRECTED, WORDS, draft, notified, told_again
from tests.services.office_steps import Office

S = MinutesState
LATER = Deadline(kind=DeadlineKind.DAY, day=date(2023, 7, 1))


def tasks(office: Office) -> list[Task]:
    return list(office.where("tasks"))


def final(office: Office, version_id: int) -> int:
    """The same version, final and some time later."""
    office.finalised(version_id)
    office.clock.forward(minutes=5)
    return version_id


def test_what_was_told_before_the_correction_does_not_hold_it(office: Office) -> None:
    meeting_id, version_id = notified(office)
    before = tasks(office)
    made = final(office, draft(office, version_id, text=WORDS))
    assert paper_sheet(office.context, made).can_withdraw
    third = withdraw(office.context, made, "غلط تایپی").id
    assert [office.get("versions", one).state for one in (version_id, made, third)] == [S.AMENDED, S.WITHDRAWN, S.DRAFT]
    assert tasks(office) == before, "units that were told go on as the signed version says"
    resolutions = office.where("resolutions", meeting_id=meeting_id)
    assert all(one.adopted_on for one in resolutions)
    sheet = resolution_sheet(office.context, resolutions[0].id)
    assert sheet.clause.text == "تصمیم 1"
    office.finalised(third)
    assert tasks(office) == before
    assert [one.number for one in office.where("resolutions")] == ["۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲"]


def test_what_is_told_in_its_words_holds_it(office: Office) -> None:
    _, version_id = notified(office)
    made = final(office, draft(office, version_id, text=WORDS))
    resolution = office.where("resolutions")[0]
    notify(office.context, resolution.id, Notice(day=CORRECTED, letter_number="۲۰۷/ص", reason="فوری"))
    assert not paper_sheet(office.context, made).can_withdraw
    with refused("withdraw_after_notification"):
        withdraw(office.context, made, "غلط تایپی")


def test_its_first_pen_holds_it(office: Office) -> None:
    _, version_id = notified(office)
    made = final(office, draft(office, version_id, text=WORDS))
    sign_all(office.context, made, CORRECTED, asked=True)
    told_again(office, made)
    with refused("withdraw_not_final", state=S.SIGNED):
        withdraw(office.context, made, "غلط تایپی")


@pytest.mark.parametrize("way", ["note", "removed", "unit"])
def test_work_that_it_ended_is_not_put_back_and_so_it_stays(office: Office, way: str) -> None:
    _, version_id = notified(office)
    made = draft(office, version_id, text=WORDS)
    first = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    if way == "note":
        turn_into_note(office.context, first.id)
    elif way == "removed":
        remove_clause(office.context, first.id)
    else:
        save_clause(office.context, replace(first, cooperating=()))
    assert minutes_sheet(office.context, made).ending
    final(office, made)
    assert not minutes_sheet(office.context, made).can_withdraw
    with refused("withdraw_ended_work"):
        withdraw(office.context, made, "غلط تایپی")


def test_roles_units_and_the_deadline_that_it_changed_are_as_they_were(office: Office) -> None:
    _, version_id = notified(office)
    resolution = office.where("resolutions")[0]
    before = tasks(office)
    new_unit = office.units[3]
    made = draft(
        office,
        version_id,
        executor_unit_id=office.units[2],
        cooperating=(office.units[0], new_unit),
        deadline=LATER,
    )
    final(office, made)
    roles = {task.unit_id: task.role for task in office.where("tasks", resolution_id=resolution.id)}
    assert roles == {
        office.units[0]: TaskRole.COOPERATOR, office.units[2]: TaskRole.EXECUTOR, new_unit: TaskRole.COOPERATOR,
    }  # fmt: skip
    third = withdraw(office.context, made, "غلط تایپی").id
    assert [task for task in tasks(office) if task.unit_id != new_unit] == before
    (brought,) = office.where("tasks", unit_id=new_unit)
    assert brought.state is TaskState.CANCELLED

    def due() -> date | None:
        return standing_deadlines(office.where("deadline_events", resolution_id=resolution.id))[-1].due

    assert due() == date(2023, 6, 5)
    office.finalised(third)
    assert office.get("tasks", brought.id).state is TaskState.ASSIGNED
    assert due() == LATER.day
    roles = {task.unit_id: task.role for task in office.where("tasks", resolution_id=resolution.id)}
    assert roles[office.units[2]] is TaskRole.EXECUTOR


def test_what_nobody_was_told_of_rests_as_after_any_withdrawal(office: Office) -> None:
    meeting_id, version_id = notified(office)
    made = draft(office, version_id, text=WORDS)
    office.decide(made, office.items(meeting_id)[2], "تصمیم سوم")
    final(office, made)
    withdraw(office.context, made, "غلط تایپی")
    added = office.where("resolutions")[-1]
    assert (added.number, added.adopted_on) == ("۱۴۰۲/۱/۳", None)
    assert all(task.resting for task in office.where("tasks", resolution_id=added.id))
