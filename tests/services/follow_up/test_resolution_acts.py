"""What is done to a resolution: each act with its guards; the last taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desktop_app.domain.read_models.follow_up_sheets import EventKind, StepKind
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import Extension, ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import News, TaskAction, TaskState
from desktop_app.services import lists
from desktop_app.services.follow_up import resolution_acts as acts
from desktop_app.services.follow_up.follow_up import follow_up_of
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_sheet import later_resolutions, resolution_sheet
from desktop_app.services.follow_up.resolutions_on_day import resolutions_on
from desktop_app.services.follow_up.task_acts import move_task, record_progress
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office

D, S, K = ResolutionAction, ResolutionState, ResolutionActKind
DUE = date(2023, 6, 5)
LATER = date(2023, 6, 20)
NEXT = date(2023, 5, 29)
"""The Monday of the next meeting."""


@pytest.fixture
def desk(office: Office) -> Office:
    """An office whose first meeting decided two things, and whose second meeting is over with one more."""
    _, version_id = office.written(2)
    office.finalised(version_id)
    office.clock.at = datetime.fromisoformat("2023-05-29T10:00")
    _, second = office.written(1, day=NEXT)
    office.finalised(second)
    return office


def _first(desk: Office) -> int:
    return int(desk.where("resolutions")[0].id)


def _state(desk: Office, resolution_id: int) -> ResolutionState:
    return resolution_sheet(desk.context, resolution_id).course.state


def _done(desk: Office, resolution_id: int) -> None:
    """Notify it and let its units do everything."""
    notify(desk.context, resolution_id, Notice(day=NEXT, reason="فوری"))
    news = News(day=NEXT)
    for task in desk.where("tasks", resolution_id=resolution_id):
        record_progress(desk.context, task.id, 60, news)
        move_task(desk.context, task.id, TaskAction.REPORT, news)
        move_task(desk.context, task.id, TaskAction.ACCEPT, news)


def test_verified_and_taken_back(desk: Office) -> None:
    key = _first(desk)
    with refused("verify_before_report", state=S.ADOPTED):
        acts.verify(desk.context, key)
    _done(desk, key)
    assert _state(desk, key) is S.REPORTED_DONE
    desk.clock.forward(minutes=1)
    acts.verify(desk.context, key, " خوب بود ")
    sheet = resolution_sheet(desk.context, key)
    assert (sheet.course.state, sheet.undoes) == (S.VERIFIED, "verified")
    assert sheet.actions == (D.TASKS, D.UNDO)
    assert (sheet.history[0].act, sheet.history[0].reason, sheet.history[0].actor) == (K.VERIFIED, "خوب بود", "کارشناس")
    with refused("resolution_closed", state=S.VERIFIED):
        acts.defer(desk.context, key, "دیر است")
    acts.undo(desk.context, key)
    assert _state(desk, key) is S.REPORTED_DONE
    newest, before = resolution_sheet(desk.context, key).history[:2]
    assert (newest.undoes, before.undone) == (True, True), "both stay to be read"
    with refused("resolution_act_stays"):
        acts.undo(desk.context, key)


def test_of_two_acts_the_one_that_is_meant_is_taken_back_or_none(desk: Office) -> None:
    key = _first(desk)
    first = acts.defer(desk.context, key, "فرصت")
    done = desk.where("resolution_acts", resolution_id=key)[-1]
    assert first.written[-1].after == done
    desk.clock.forward(minutes=1)
    acts.undo(desk.context, key, done=done)
    acts.defer(desk.context, key, "باز هم")
    before = desk.where("resolution_acts", resolution_id=key)
    with refused("act_overtaken", kind="resolution", id=key):
        acts.undo(desk.context, key, done=done)
    assert desk.where("resolution_acts", resolution_id=key) == before


def test_work_returned_goes_back_to_its_units_and_comes_again(desk: Office) -> None:
    key = _first(desk)
    _done(desk, key)
    one, other = desk.where("tasks", resolution_id=key)
    with refused("reason_missing", "reason", target=K.RETURNED):
        acts.return_work(desk.context, key, " ")
    with refused("nothing_to_return", "tasks"):
        acts.return_work(desk.context, key, "گزارش ناقص است", [])
    acts.return_work(desk.context, key, "گزارش ناقص است", [one.id])
    assert (desk.get("tasks", one.id).state, desk.get("tasks", one.id).percent) == (TaskState.RETURNED, 60)
    assert desk.get("tasks", other.id).state is TaskState.ACCEPTED
    assert _state(desk, key) is S.RETURNED
    desk.clock.forward(seconds=1)
    acts.undo(desk.context, key)
    desk.clock.forward(seconds=1)
    assert (_state(desk, key), desk.get("tasks", one.id).percent) == (S.REPORTED_DONE, 100)
    acts.return_work(desk.context, key, "هنوز ناقص است")
    news = News(day=NEXT)
    move_task(desk.context, one.id, TaskAction.RESUME, news)
    assert _state(desk, key) is S.IN_PROGRESS
    sheet = resolution_sheet(desk.context, key)
    assert D.UNDO not in sheet.actions, "the unit is at work again"
    with refused("returned_work_went_on"):
        acts.undo(desk.context, key)
    move_task(desk.context, one.id, TaskAction.REPORT, news)
    move_task(desk.context, one.id, TaskAction.ACCEPT, news)
    move_task(desk.context, other.id, TaskAction.RESUME, news)
    move_task(desk.context, other.id, TaskAction.REPORT, news)
    move_task(desk.context, other.id, TaskAction.ACCEPT, news)
    assert _state(desk, key) is S.REPORTED_DONE, "done again after the return"


def test_an_extension_is_granted_by_a_later_meeting_and_erases_nothing(desk: Office) -> None:
    key = _first(desk)
    own, granting = (meeting.id for meeting in desk.where("meetings"))
    typed = Extension(due=LATER, reason="سه دستگاه افزوده شد", meeting_id=granting)
    for wrong, code, field in (
        (Extension(due=None, reason="x", meeting_id=granting), "extension_without_day", "due"),
        (Extension(due=DUE, reason="x", meeting_id=granting), "extension_not_later", "due"),
        (Extension(due=LATER, reason="x"), "extension_without_meeting", "meeting"),
        (Extension(due=LATER, reason="x", meeting_id=own), "extension_granted_earlier", "meeting"),
        (Extension(due=LATER, reason=" ", meeting_id=granting), "reason_missing", "reason"),
    ):
        with refused(code, field):
            acts.extend(desk.context, key, wrong)
    assert len(desk.where("deadline_events", resolution_id=key)) == 1, "nothing was written"
    acts.extend(desk.context, key, typed)
    sheet = resolution_sheet(desk.context, key)
    assert [(step.kind, step.day) for step in sheet.steps] == [
        (StepKind.ADOPTED, MONDAY),
        (StepKind.FIRST, DUE),
        (StepKind.EXTENDED, LATER),
    ]
    assert (sheet.due, sheet.steps[2].meeting_number, sheet.undoes) == (LATER, 2, "extended")
    event = sheet.history[0]
    assert (event.kind, event.due, event.actor, event.meeting_number) == (EventKind.EXTENDED, LATER, "کارشناس", 2)
    desk.clock.at = datetime.fromisoformat("2023-06-10T09:00")
    assert resolution_sheet(desk.context, key).days_late == 0
    acts.undo(desk.context, key, "اشتباه بود")
    sheet = resolution_sheet(desk.context, key)
    assert (sheet.due, sheet.days_late, len(sheet.steps)) == (DUE, 5, 2)
    assert [(one.undoes, one.undone) for one in sheet.history[:2]] == [(True, False), (False, True)]


def test_deferred_waits_and_goes_on_when_resumed(desk: Office) -> None:
    key = _first(desk)
    acts.defer(desk.context, key, "بودجه هنوز نرسیده است")
    sheet = resolution_sheet(desk.context, key)
    assert (sheet.course.state, sheet.course.is_open, sheet.actions[0]) == (S.DEFERRED, True, D.UNDO)
    acts.undo(desk.context, key)
    assert _state(desk, key) is S.ADOPTED


@pytest.mark.parametrize(
    ("end", "kind", "state"), [(acts.supersede, K.SUPERSEDED, S.SUPERSEDED), (acts.revoke, K.REVOKED, S.REVOKED)]
)
def test_a_later_resolution_ends_an_earlier_one(
    desk: Office, end: object, kind: ResolutionActKind, state: ResolutionState
) -> None:
    first, second, third = (one.id for one in desk.where("resolutions"))
    assert [one.id for one in later_resolutions(desk.context, second)] == [third]
    assert [one.id for one in later_resolutions(desk.context, first)] == [third, second]
    assert callable(end)
    for wrong, code in ((None, "missing"), (second, "same"), (first, "earlier")):
        with refused(f"other_resolution_{code}", "other"):
            end(desk.context, second, wrong, "جای آن را گرفت")
    with refused("reason_missing", "reason"):
        end(desk.context, second, third, "")
    end(desk.context, second, third, "جای آن را گرفت")
    sheet = resolution_sheet(desk.context, second)
    assert sheet.course.state is state
    assert (sheet.history[0].act, sheet.history[0].other_number) == (kind, desk.get("resolutions", third).number)
    assert later_resolutions(desk.context, third) == ()


def test_the_sheet_of_one_that_is_not_final_offers_nothing(desk: Office) -> None:
    desk.clock.forward(days=30)
    meeting_id = desk.held(NEXT + timedelta(days=30))
    due = Deadline(kind=DeadlineKind.DAY, day=NEXT + timedelta(days=60))
    desk.decide(desk.draft(meeting_id), desk.items(meeting_id)[2], deadline=due)
    proposed = desk.where("resolutions")[-1]
    sheet = resolution_sheet(desk.context, proposed.id)
    assert (sheet.course.state, sheet.actions, sheet.steps[0].day, sheet.history) == (S.PROPOSED, (), None, ())
    with refused("resolution_not_adopted"):
        acts.defer(desk.context, proposed.id, "دیر است")


def test_a_deadline_of_the_next_meeting_shows_its_day_when_that_is_known(office: Office) -> None:
    desk = office
    meeting_id = desk.held()
    version_id = desk.draft(meeting_id)
    clause = desk.items(meeting_id)[2]
    desk.decide(version_id, clause, deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    desk.finalised(version_id)
    key = _first(desk)
    sheet = resolution_sheet(desk.context, key)
    assert (sheet.due, sheet.due_kind, len(sheet.steps)) == (None, DeadlineKind.NEXT_MEETING, 1)
    desk.planned(NEXT)
    assert resolution_sheet(desk.context, key).steps[1].day == NEXT


def test_the_list_agrees_with_the_sheet(desk: Office) -> None:
    desk.clock.at = datetime.fromisoformat("2023-06-10T09:00")
    late = lists.RESOLUTIONS.ids(desk.context, ListQuery(view=ResolutionView.LATE, sort="due"))
    assert len(late) == 3
    assert {resolution_sheet(desk.context, key).days_late for key in late} == {5}
    key, granting = late[0], desk.where("meetings")[1].id
    acts.extend(desk.context, key, Extension(due=LATER, reason="فرصت خواستند", meeting_id=granting))
    assert lists.RESOLUTIONS.rows(desk.context, [key])[0].due == LATER
    acts.undo(desk.context, key)
    assert lists.RESOLUTIONS.rows(desk.context, [key])[0].days_late == 5
    _done(desk, key)
    assert lists.RESOLUTIONS.view_counts(desk.context)[ResolutionView.AWAITING] == 1
    acts.verify(desk.context, key)
    assert lists.RESOLUTIONS.rows(desk.context, [key])[0].state is S.VERIFIED
    assert lists.RESOLUTIONS.view_counts(desk.context)[ResolutionView.CLOSED] == 1
    acts.undo(desk.context, key)
    assert lists.RESOLUTIONS.rows(desk.context, [key])[0].state is S.REPORTED_DONE


def test_an_extension_after_midnight_is_of_the_new_day(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its instant is stored in UTC, which stands at the day before until half past three in Tehran."""
    key, granting = _first(desk), desk.where("meetings")[-1].id
    desk.clock.at = datetime.fromisoformat("2023-05-30T00:30")
    monkeypatch.setattr(desk.clock, "instant", lambda: "2023-05-29T21:00:00Z")
    acts.extend(desk.context, key, Extension(due=LATER, reason="فرصت خواستند", meeting_id=granting))
    monkeypatch.undo()
    third = desk.planned(date(2023, 6, 26))
    with desk.open_work() as work:
        for day, due in ((NEXT, DUE), (NEXT + timedelta(days=1), LATER)):
            (standing, *_) = resolutions_on(work, desk.committee, day)
            reported = {one.resolution_id: one.due for one in follow_up_of(work, work.meetings.get(third), day)}
            assert (standing.due, reported[key]) == (due, due), day
