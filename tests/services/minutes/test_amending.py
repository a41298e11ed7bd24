"""Corrections of signed minutes: begun from a copy, final in the place of the signed version, with their changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import minutes_from_json, paper_code
from desktop_app.domain.read_models.follow_up_sheets import StepKind
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import Clause, MinutesActKind, MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.domain.rules.resolutions import DeadlineEvent, ResolutionAct, ResolutionActKind, valid_deadlines
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.follow_up import follow_up_of
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.follow_up.resolution_acts import extend
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.resolutions_on_day import resolutions_on
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office

REASON = "نام مجری نادرست نوشته شده بود"


def signed(office: Office, resolutions: int = 2, *, closed: bool = False) -> tuple[int, int]:
    """Signed minutes with so many decisions: (meeting, version)."""
    meeting_id, version_id = office.written(resolutions)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    if closed:
        office.move(meeting_id, MeetingState.CLOSED)
    return meeting_id, version_id


def corrected(office: Office, version_id: int) -> int:
    """The draft of a correction."""
    return amend(office.context, version_id, REASON).id


def clause(office: Office, version_id: int, row: int = 0) -> Clause:
    found: Clause = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution][row]
    return found


def test_a_correction_begins_as_a_copy_and_the_signed_version_stays_in_force(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = amend(office.context, version_id, REASON)
    draft = office.get("versions", made.id)
    assert (draft.version, draft.state, made.number) == (2, MinutesState.DRAFT, 1)
    assert office.get("versions", version_id).state is MinutesState.SIGNED
    texts = [[one.text for one in office.where("clauses", minutes_version_id=one)] for one in (version_id, made.id)]
    assert texts[0] == texts[1]
    acts = office.where("minutes_acts", minutes_version_id=made.id)
    assert [(act.kind, act.reason) for act in acts] == [(MinutesActKind.OPENED, REASON)]
    assert all(one.adopted_on for one in office.where("resolutions", meeting_id=meeting_id))
    assert not any(task.resting for task in office.where("tasks"))


@pytest.mark.parametrize("closed", [False, True])
def test_the_signed_version_is_amended_when_the_correction_is_final(office: Office, closed: bool) -> None:
    _, version_id = signed(office, closed=closed)
    made = corrected(office, version_id)
    done = office.finalised(made)
    assert done.numbers == ()
    assert office.get("versions", version_id).state is MinutesState.AMENDED
    assert office.get("versions", made).state is MinutesState.FINAL
    sign_all(office.context, made, MONDAY, asked=True)
    assert office.get("versions", made).state is MinutesState.SIGNED


def test_only_signed_minutes_are_corrected_once_at_a_time_and_with_a_reason(office: Office) -> None:
    _, version_id = office.written()
    with refused("amend_not_signed"):
        amend(office.context, version_id, REASON)
    office.finalised(version_id)
    with refused("amend_not_signed"):
        amend(office.context, version_id, REASON)
    sign_all(office.context, version_id, MONDAY, asked=True)
    with refused("reason_missing"):
        amend(office.context, version_id, " ")
    made = corrected(office, version_id)
    with refused("amend_begun_already"):
        amend(office.context, version_id, REASON)
    office.finalised(made)
    with refused("amend_not_signed"):
        amend(office.context, version_id, REASON)


def test_the_document_tells_what_it_corrects_and_every_change(office: Office) -> None:
    _, version_id = signed(office)
    made = corrected(office, version_id)
    first = clause(office, made)
    save_clause(office.context, replace(first, text="تصمیم یک با واژهٔ تازه", executor_unit_id=office.units[1]))
    before = office.get("versions", version_id)
    draft = minutes_paper(office.context, made)
    assert draft.imprint.draft
    assert [line.number for line in draft.document.resolutions] == ["۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲"]
    office.finalised(made)
    document = minutes_from_json(office.get("versions", made).snapshot)
    assert document.amends is not None
    assert (document.amends.number, document.amends.version, document.amends.reason) == (1, 1, REASON)
    assert document.amends.final_on == office.clock.today().isoformat()
    assert document.amends.code == paper_code(before.content_hash)
    assert [(line.name, line.field) for line in document.amends.changes] == [
        ("۱۴۰۲/۱/۱", "text"),
        ("۱۴۰۲/۱/۱", "executor"),
    ]
    assert minutes_from_json(before.snapshot).amends is None


def test_numbers_stay_new_resolutions_take_the_next_and_what_is_left_out_is_rejected(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = corrected(office, version_id)
    remove_clause(office.context, clause(office, made, 0).id)
    office.decide(made, office.items(meeting_id)[2], "تصمیم سوم")
    assert office.finalised(made).numbers == ("۱۴۰۲/۱/۳",)
    numbers = {one.number: one.id for one in office.where("resolutions", meeting_id=meeting_id)}
    gone = office.where("resolution_acts", resolution_id=numbers["۱۴۰۲/۱/۱"])
    assert [(act.kind, act.reason) for act in gone] == [(ResolutionActKind.REJECTED, REASON)]
    states = {task.state for task in office.where("tasks", resolution_id=numbers["۱۴۰۲/۱/۱"])}
    assert states == {TaskState.CANCELLED}
    assert {task.state for task in office.where("tasks", resolution_id=numbers["۱۴۰۲/۱/۲"])} == {TaskState.ASSIGNED}


def test_a_resolution_that_was_superseded_keeps_that_end(office: Office) -> None:
    meeting_id, version_id = signed(office)
    first, second = office.where("resolutions", meeting_id=meeting_id)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    office.add(
        "resolution_acts",
        ResolutionAct(
            resolution_id=first.id,
            kind=ResolutionActKind.SUPERSEDED,
            day=MONDAY,
            at=office.clock.instant(),
            actor="کارشناس",
            reason="جایگزین شد",
            other_id=second.id,
        ),
    )
    made = corrected(office, version_id)
    remove_clause(office.context, clause(office, made, 0).id)
    office.finalised(made)
    kinds = [act.kind for act in office.where("resolution_acts", resolution_id=first.id)]
    assert ResolutionActKind.REJECTED not in kinds


def test_work_that_the_correction_leaves_alone_goes_on(office: Office) -> None:
    """Progress, an extension and a unit's own day survive a correction of other words."""
    meeting_id, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    task = office.where("tasks", resolution_id=resolution.id)[0]
    own = date(2023, 7, 10)
    office.put("tasks", replace(task, state=TaskState.DOING, percent=40, plan="برنامه", due=own))
    later = date(2023, 7, 20)
    office.add(
        "deadline_events",
        DeadlineEvent(
            resolution_id=resolution.id,
            sequence=1,
            due=later,
            granted_by_meeting_id=meeting_id,
            reason="فرصت",
            at=office.clock.instant(),
        ),
    )
    made = corrected(office, version_id)
    save_clause(office.context, replace(clause(office, made), text="متن روشن‌تر"))
    office.finalised(made)
    kept = office.get("tasks", task.id)
    assert (kept.state, kept.percent, kept.due) == (TaskState.DOING, 40, own)
    assert [event.due for event in office.where("deadline_events", resolution_id=resolution.id)][-1] == later
    assert resolution_sheet(office.context, resolution.id).due == later


def test_a_changed_deadline_and_changed_units_take_effect(office: Office) -> None:
    meeting_id, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    notify_all(office.context, version_id, Notice(day=MONDAY))
    made = corrected(office, version_id)
    day = date(2023, 9, 6)
    changed = replace(
        clause(office, made),
        deadline=Deadline(kind=DeadlineKind.DAY, day=day),
        cooperating=(office.units[3],),
    )
    save_clause(office.context, changed)
    assert office.finalised(made).task_count == 1
    assert [event.due for event in office.where("deadline_events", resolution_id=resolution.id)][-1] == day
    by_unit = {task.unit_id: task.state for task in office.where("tasks", resolution_id=resolution.id)}
    assert by_unit == {
        office.units[0]: TaskState.NOTIFIED,
        office.units[2]: TaskState.CANCELLED,
        office.units[3]: TaskState.ASSIGNED,
    }
    sign_all(office.context, made, MONDAY, asked=True)
    assert paper_sheet(office.context, made).notice.waiting == 1
    assert notify_all(office.context, made, Notice(day=MONDAY)).task_count == 1
    assert paper_sheet(office.context, made).notice.waiting == 0


def test_while_it_is_written_lists_and_reports_show_the_signed_wording(office: Office) -> None:
    meeting_id, version_id = signed(office, resolutions=1)
    made = corrected(office, version_id)
    save_clause(office.context, replace(clause(office, made), text="متن دیگر"))
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    assert resolution_sheet(office.context, resolution.id).clause.text == "تصمیم 1"
    later = office.convened(date(2023, 5, 29))
    with office.open_work() as work:
        assert [row.text for row in follow_up_of(work, work.meetings.get(later), MONDAY)] == ["تصمیم 1"]
        assert [one.clause.text for one in resolutions_on(work, office.committee, MONDAY)] == ["تصمیم 1"]
    notify_all(office.context, version_id, Notice(day=MONDAY))
    office.finalised(made)
    with office.open_work() as work:
        assert [one.clause.text for one in resolutions_on(work, office.committee, MONDAY)] == ["متن دیگر"]


def test_a_correction_that_is_withdrawn_leaves_the_next_attempt_the_same_base(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    second = corrected(office, version_id)
    office.finalised(second)
    third = withdraw(office.context, second, "غلط تایپی").id
    office.finalised(third)
    document = minutes_from_json(office.get("versions", third).snapshot)
    assert document.amends is not None
    assert (document.amends.number, document.amends.version, document.amends.reason) == (1, 1, REASON)
    assert not any(task.resting for task in office.where("tasks"))
    assert office.get("versions", version_id).state is MinutesState.AMENDED


GRANTED = date(2023, 8, 1)
LATER = Deadline(kind=DeadlineKind.DAY, day=date(2023, 7, 1))


def granted(office: Office, resolution_id: int) -> None:
    """A later meeting gives the resolution until :data:`GRANTED`."""
    office.clock.forward(days=30)
    meeting_id = office.held(date(2023, 5, 29))
    extend(office.context, resolution_id, Extension(due=GRANTED, reason="درخواست واحد", meeting_id=meeting_id))


def due_days_of(office: Office, resolution_id: int) -> list[date | None]:
    return [one.due for one in valid_deadlines(office.where("deadline_events", resolution_id=resolution_id))]


@pytest.mark.parametrize("when", ["signed", "begun", "final", "withdrawn"])
def test_what_a_meeting_granted_outlives_a_withdrawn_attempt_at_a_correction(office: Office, when: str) -> None:
    _, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions")
    (agreed,) = due_days_of(office, resolution.id)

    def come_to(moment: str) -> None:
        if moment == when:
            granted(office, resolution.id)

    come_to("signed")
    made = corrected(office, version_id)
    come_to("begun")
    office.finalised(made)
    come_to("final")
    third = withdraw(office.context, made, "غلط تایپی").id
    come_to("withdrawn")
    office.finalised(third)
    assert due_days_of(office, resolution.id) == [agreed, GRANTED]
    assert not any(task.resting for task in office.where("tasks"))


def test_the_plan_of_a_unit_within_what_was_granted_outlives_it_too(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions")
    granted(office, resolution.id)
    task = office.where("tasks")[0]
    with office.open_work() as work:
        work.tasks.update(replace(task, due=date(2023, 7, 20)))
        work.commit()
    made = corrected(office, version_id)
    office.finalised(made)
    office.finalised(withdraw(office.context, made, "غلط تایپی").id)
    assert office.get("tasks", task.id).due == date(2023, 7, 20)


def test_what_was_granted_upon_an_attempt_is_granted_upon_what_was_signed(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions")
    (agreed,) = due_days_of(office, resolution.id)
    made = corrected(office, version_id)
    save_clause(office.context, replace(clause(office, made), deadline=LATER))
    office.finalised(made)
    granted(office, resolution.id)
    third = withdraw(office.context, made, "مهلت نادرست بود").id
    save_clause(office.context, replace(clause(office, third), deadline=clause(office, version_id).deadline))
    office.finalised(third)
    assert due_days_of(office, resolution.id) == [agreed, LATER.day, GRANTED, agreed, GRANTED]
    sheet = resolution_sheet(office.context, resolution.id)
    assert [(step.kind, step.day) for step in sheet.steps[1:]] == [
        (StepKind.FIRST, agreed), (StepKind.EXTENDED, GRANTED),
    ]  # fmt: skip


def test_a_deadline_that_the_last_attempt_changes_is_agreed_anew(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    (resolution,) = office.where("resolutions")
    (agreed,) = due_days_of(office, resolution.id)
    granted(office, resolution.id)
    made = corrected(office, version_id)
    office.finalised(made)
    third = withdraw(office.context, made, "غلط تایپی").id
    save_clause(office.context, replace(clause(office, third), deadline=LATER))
    office.finalised(third)
    assert due_days_of(office, resolution.id) == [agreed, GRANTED, LATER.day]


def test_what_a_meeting_granted_before_the_first_signature_outlives_a_withdrawal(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions")
    (agreed,) = due_days_of(office, resolution.id)
    granted(office, resolution.id)
    office.finalised(withdraw(office.context, version_id, "غلط تایپی").id)
    assert due_days_of(office, resolution.id) == [agreed, GRANTED]


def test_what_was_signed_stays_adopted_while_a_withdrawn_correction_is_written_anew(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = corrected(office, version_id)
    office.decide(made, office.items(meeting_id)[2], "تصمیم سوم")
    office.finalised(made)
    third = withdraw(office.context, made, "غلط تایپی").id

    def adopted() -> list[str]:
        with office.open_work() as work:
            return [one.clause.text for one in resolutions_on(work, office.committee, MONDAY)]

    assert adopted() == ["تصمیم 1", "تصمیم 2"]
    office.finalised(third)
    assert adopted() == ["تصمیم 1", "تصمیم 2", "تصمیم سوم"]


def test_a_second_correction_corrects_the_first(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    second = corrected(office, version_id)
    office.finalised(second)
    sign_all(office.context, second, MONDAY, asked=True)
    made = amend(office.context, second, "بار دوم")
    assert (made.version, made.number) == (3, 2)
    office.finalised(made.id)
    document = minutes_from_json(office.get("versions", made.id).snapshot)
    assert document.amends is not None
    assert (document.amends.number, document.amends.version) == (2, 2)
    rows = {row.version: row for row in paper_sheet(office.context, made.id).versions}
    assert rows[1].reason == REASON
    assert rows[2].reason == "بار دوم"


def test_attendance_of_a_closed_meeting_is_put_right_by_a_correction(office: Office) -> None:
    meeting_id, version_id = signed(office, closed=True)
    with refused("attendance_not_open"):
        office.mark(meeting_id, 7, state=AttendanceState.EXCUSED)
    assert not meeting_sheet(office.context, meeting_id).attendance_editable
    made = corrected(office, version_id)
    assert meeting_sheet(office.context, meeting_id).attendance_editable
    office.mark(meeting_id, 7, state=AttendanceState.EXCUSED)
    office.finalised(made)
    amends = minutes_from_json(office.get("versions", made).snapshot).amends
    assert amends is not None
    # who was not there signs nothing
    assert [(line.part, line.field) for line in amends.changes] == [("attendance", "state"), ("signers", "")]
    with refused("attendance_not_open"):
        office.mark(meeting_id, 7)


def test_the_print_page_offers_it_for_signed_minutes_alone(office: Office) -> None:
    _, version_id = signed(office, resolutions=1)
    assert paper_sheet(office.context, version_id).can_amend
    made = corrected(office, version_id)
    assert not paper_sheet(office.context, version_id).can_amend
    assert not paper_sheet(office.context, made).can_amend


def test_an_inquorate_meeting_that_is_closed_gets_no_resolutions_by_a_correction(office: Office) -> None:
    meeting_id = office.inquorate()
    version_id = office.draft(meeting_id)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.move(meeting_id, MeetingState.CLOSED)
    made = corrected(office, version_id)
    office.decide(made, office.items(meeting_id)[1])
    office.read(made)
    with refused("inquorate_with_resolutions"):
        finalise(office.context, made)


def test_the_minutes_of_a_meeting_are_its_signed_ones_until_the_correction_is_final(office: Office) -> None:
    meeting_id, version_id = signed(office)
    draft = corrected(office, version_id)
    order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_id)
    before = paper_of(office.context, order)
    assert (before.document.version, before.imprint.draft) == (1, False)
    office.finalised(draft)
    assert paper_of(office.context, order).document.version == 2
