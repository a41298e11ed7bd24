"""Notification: after the last signature or early with a reason; tasks learn of it, and what counts from it begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.notices import Notice, NoticeLetters
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.rules.resolutions import ResolutionActKind, course, require_can
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.notifying import notify, notify_all
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import notify_tasks
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.registers.papers import strike_paper
from desktop_app.services.registers.sent_letters import numbered, register_letters
from desktop_app.services.versions.signing import sign_all
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
    assert paper_sheet(office.context, final).notice.same_letter
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


def printed(office: Office, number: str = "", pattern: str = "") -> list[OutgoingPaper]:
    """The letters of notification of the newest minutes, printed and entered in the register."""
    with office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern=pattern))
        work.audit("changed", "office_setting", 1)
        work.commit()
    meeting = office.where("meetings")[-1]
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting.id, said=LetterAdditions(number=number))
    paper, _rows = numbered(office.context, order, paper_of(office.context, order), entering=True)
    return [office.get("outgoing_papers", one) for one in register_letters(office.context, order, paper).papers]


def test_each_unit_is_told_by_the_letter_that_went_out_to_it(office: Office, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    letters = printed(office, pattern="د/{سریال}")
    assert len({one.number for one in letters}) == 4
    stand = paper_sheet(office.context, final).notice
    assert (stand.letters.numbers, stand.letters.one) == (tuple(one.number for one in letters), "")
    notify_all(office.context, final, TODAY)
    units = {one.id: one.name for one in office.where("units")}
    told = [(units[office.get("tasks", act.task_id).unit_id], act.told_by) for act in office.where("task_acts")]
    assert sorted(told) == sorted((one.addressee, one.number) for one in letters)
    acts = {act.letter_number for act in office.where("resolution_acts")}
    assert acts == {f"{letters[0].number}، {letters[1].number}", f"{letters[2].number}، {letters[3].number}"}
    assert paper_sheet(office.context, final).notice.letters == NoticeLetters()


def test_one_letter_for_all_is_offered_and_a_typed_number_stays(office: Office, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    printed(office, number="۱۲/د")
    first, second = office.where("resolutions")
    assert paper_sheet(office.context, final).notice.letters.one == "۱۲/د"
    assert resolution_sheet(office.context, first.id).letters.one == "۱۲/د"
    notify(office.context, first.id, Notice(day=MONDAY, letter_number="۹"))
    notify(office.context, second.id, TODAY)
    assert [act.letter_number for act in office.where("resolution_acts")] == ["۹", "۱۲/د"]
    stand = paper_sheet(office.context, final).notice
    assert (stand.letter_number, stand.same_letter) == ("۱۲/د", False), "the other was told by another letter"
    assert {act.told_by for act in office.where("task_acts")} == {"۹", "۱۲/د"}


def test_a_letter_that_was_struck_or_has_no_number_tells_nobody(office: Office, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    printed(office)
    first, second = office.where("resolutions")
    assert resolution_sheet(office.context, first.id).letters == NoticeLetters()
    printed(office, number="۵")
    assert resolution_sheet(office.context, first.id).letters.one == "۵", "its rows got the number"
    for one in office.where("outgoing_papers"):
        strike_paper(office.context, one.id, "فرستاده نشد", outgoing=True)
    notify(office.context, second.id, TODAY)
    assert {act.told_by for act in office.where("task_acts")} == {""}


def test_of_several_tasks_each_is_told_by_its_own_letter(office: Office, final: int) -> None:
    sign_all(office.context, final, MONDAY, asked=True)
    letters = printed(office, pattern="د/{سریال}")
    tasks = [one.id for one in office.where("tasks")]
    done = notify_tasks(office.context, tasks, TODAY)
    assert (done.done, done.refused) == (tuple(tasks), ())
    assert sorted(act.told_by for act in office.where("task_acts")) == sorted(one.number for one in letters)
    again = notify_tasks(office.context, tasks[:1], TODAY)
    assert [broken.key for _task, broken in again.refused] == ["move_not_allowed"]
