"""A letter that came in and what it causes: one act, links on both sides, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.listing import ListQuery, RegisterView, register_line
from desktop_app.domain.read_models.members_sheet import NominationDraft
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.invitations import Sending
from desktop_app.domain.rules.members import Nomination, NominationRole, Person
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.requests import Request, RequestKind, RequestState
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry, TaskState
from desktop_app.services import lists
from desktop_app.services import paper_links as links
from desktop_app.services.files.owners import NewFile, attach, take_off
from desktop_app.services.follow_up import resolution_acts
from desktop_app.services.follow_up.badges import waiting
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.requests import answer_request
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import record_progress
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.history.undo import rows_to_undo, undo
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers import papers
from desktop_app.services.registers import register_sheet as paper_acts
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.registers.register_sheet import open_tasks, register_sheet
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.registers.test_registers import went


@pytest.fixture
def tasks(office: Office) -> list[int]:
    """The tasks of one resolution, notified on the day of the meeting; it is nine days later now."""
    _, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY, reason="فوریت"))
    office.clock.forward(days=9)
    return [task.id for task in office.where("tasks")]


@pytest.fixture
def paper(office: Office, tasks: list[int]) -> IncomingPaper:
    """A letter of a unit that came in today."""
    assert tasks
    typed = IncomingPaper(number="۱۲/۳", received_on=office.clock.today(), sender="واحد", subject="گزارش")
    made = papers.record_incoming(office.context, typed)
    found: IncomingPaper = office.get("incoming_papers", made.id)
    return found


def about(office: Office, paper: IncomingPaper) -> list[tuple[str, int]]:
    """What the paper is about, as its sheet says."""
    sheet = register_sheet(office.context, register_line(paper.id, outgoing=False))
    return [(one.kind, one.id) for one in sheet.about]


def report(office: Office, percent: int = 60) -> TaskEntry:
    news = News(day=office.clock.today(), note="۶۰ درصد", told_by="نامهٔ ۱۲/۳")
    return TaskEntry(action=TaskAction.PROGRESS, news=news, percent=percent)


def test_a_report_moves_its_task_and_links_the_paper_in_one_act(
    office: Office, records: Records, paper: IncomingPaper, tasks: list[int]
) -> None:
    before = records.commits
    made = paper_acts.report_from_paper(office.context, paper.id, tasks[0], report(office))
    assert records.commits == before + 1
    assert about(office, paper) == [("task", tasks[0])]
    assert task_sheet(office.context, tasks[0]).task.percent == 60
    with office.open_work() as work:
        assert [one.row for one in links.papers_of(work, "task", tasks[0])] == [paper.row]
    paper_acts.take_back(office.context, made)
    assert about(office, paper) == []
    assert task_sheet(office.context, tasks[0]).task.percent == 0


def test_what_the_task_refuses_leaves_nothing_of_the_paper(
    office: Office, records: Records, paper: IncomingPaper, tasks: list[int]
) -> None:
    before = records.commits
    with refused("percent_out_of_range"):
        paper_acts.report_from_paper(office.context, paper.id, tasks[0], report(office, 140))
    with refused("paper_act_without_record", "record"):
        paper_acts.report_from_paper(office.context, paper.id, 0, report(office))
    papers.strike_paper(office.context, paper.id, "اشتباه", outgoing=False)
    with refused("paper_struck"):
        paper_acts.report_from_paper(office.context, paper.id, tasks[0], report(office))
    assert (records.commits, about(office, paper)) == (before + 1, [])


def test_a_request_waits_for_the_committee_and_changes_no_deadline(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    wanted = due + timedelta(days=14)
    with refused("request_not_later", "wanted_due"):
        paper_acts.extension_from_paper(office.context, paper.id, tasks[0], due, "", title="تمدید")
    with refused("request_without_day", "wanted_due"):
        paper_acts.extension_from_paper(office.context, paper.id, tasks[0], None, "", title="تمدید")
    made = paper_acts.extension_from_paper(office.context, paper.id, tasks[0], wanted, "کمبود نیرو", title="تمدید")
    (request,) = office.where("requests")
    assert (request.state, request.wanted_due, request.text) == (RequestState.OPEN, wanted, "کمبود نیرو")
    assert about(office, paper) == [("request", request.id), ("task", tasks[0])]
    assert task_sheet(office.context, tasks[0]).due == due
    with refused("request_waits_already"):
        paper_acts.extension_from_paper(office.context, paper.id, tasks[0], wanted, "", title="تمدید")
    answered = answer_request(office.context, request.id, RequestState.REFUSED, "مهلت کافی است")
    with refused("request_answered"):
        answer_request(office.context, request.id, RequestState.ACCEPTED)
    undo(office.context, rows_to_undo(answered.written))
    paper_acts.take_back(office.context, made)
    assert office.get("requests", request.id).state is RequestState.WITHDRAWN
    assert about(office, paper) == []


def test_taking_one_cause_back_leaves_the_paper_with_the_other(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    told = paper_acts.report_from_paper(office.context, paper.id, tasks[0], report(office))
    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    wanted = due + timedelta(days=14)
    made = paper_acts.extension_from_paper(office.context, paper.id, tasks[0], wanted, "", title="تمدید")
    paper_acts.take_back(office.context, made)
    assert about(office, paper) == [("task", tasks[0])], "the report is still told by the paper"
    paper_acts.take_back(office.context, told)
    assert about(office, paper) == []


def test_a_letter_whose_request_waits_is_neither_struck_nor_parted_from_it(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    """Only the letter leads to the answer, and another request is refused until there is one."""
    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    wanted = due + timedelta(days=14)
    paper_acts.extension_from_paper(office.context, paper.id, tasks[0], wanted, "", title="تمدید")
    (request,) = office.where("requests")
    link = next(one for one in office.where("paper_links") if one.record_kind == "request")
    with refused("paper_request_waits"):
        papers.strike_paper(office.context, paper.id, "اشتباه", outgoing=False)
    with refused("paper_request_waits"):
        links.remove_link(office.context, link.id)
    answer_request(office.context, request.id, RequestState.WITHDRAWN)
    links.remove_link(office.context, link.id)
    papers.strike_paper(office.context, paper.id, "اشتباه", outgoing=False)


def test_a_nomination_is_entered_and_linked(office: Office, paper: IncomingPaper) -> None:
    seat = office.where("seats")[-1]
    today = office.clock.today()
    draft = NominationDraft(
        nomination=Nomination(
            seat_id=seat.id,
            person_id=None,
            role=NominationRole.ALTERNATE,
            letter_number=paper.number,
            letter_day=today,
            from_day=today,
        ),
        newcomer=Person(name="پرتو نیک‌نام"),
    )
    paper_acts.nomination_from_paper(office.context, paper.id, draft)
    found = office.where("nominations", seat_id=seat.id, role=NominationRole.ALTERNATE)[-1]
    assert about(office, paper) == [("nomination", found.id)]


def test_a_link_is_taken_off_and_comes_back(office: Office, paper: IncomingPaper, tasks: list[int]) -> None:
    paper_acts.link_record(office.context, paper.id, "task", tasks[0])
    paper_acts.link_record(office.context, paper.id, "task", tasks[0])
    (link,) = office.where("paper_links")
    made = links.remove_link(office.context, link.id)
    assert about(office, paper) == []
    undo(office.context, rows_to_undo(made.written))
    assert about(office, paper) == [("task", tasks[0])]
    links.remove_link(office.context, link.id)
    paper_acts.link_record(office.context, paper.id, "task", tasks[0])
    with refused("act_overtaken"):
        undo(office.context, rows_to_undo(replace(made).written))


def test_only_open_tasks_are_offered(office: Office, tasks: list[int]) -> None:
    assert {one.id for one in open_tasks(office.context)} == set(tasks)
    assert all(one.state is not TaskState.ACCEPTED for one in open_tasks(office.context))


@pytest.fixture
def request_(office: Office, paper: IncomingPaper, tasks: list[int]) -> Request:
    """Two more weeks, asked for by the letter."""
    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    paper_acts.extension_from_paper(office.context, paper.id, tasks[0], due + timedelta(days=14), "", title="تمدید")
    (found,) = office.where("requests")
    assert isinstance(found, Request)
    return found


def granted(office: Office, request: Request) -> Extension:
    """What a meeting on the same day granted."""
    meeting_id = office.held(office.clock.today())
    return Extension(due=request.wanted_due, reason="کمبود نیرو", meeting_id=meeting_id, request_ids=(request.id,))


def test_requests_that_wait_are_seen_in_one_place_with_their_count(office: Office, request_: Request) -> None:
    view = RegisterView.WAITING.value

    def waiting() -> list[tuple[str, bool]]:
        ids = lists.REGISTERS.ids(office.context, ListQuery(view=view))
        assert lists.REGISTERS.view_counts(office.context)[view] == len(ids)
        return [(one.subject, one.waits) for one in lists.REGISTERS.rows(office.context, ids)]

    assert waiting() == [("گزارش", True)]
    answer_request(office.context, request_.id, RequestState.REFUSED)
    assert waiting() == []
    assert [one.waits for one in lists.REGISTERS.rows(office.context, lists.REGISTERS.ids(office.context))] == [False]


def test_the_count_of_requests_that_wait_follows_every_act_that_changes_it(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    def counted(made: Outcome) -> int:
        return waiting(office.context, made.changed)["registers"].waiting

    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    later = due + timedelta(days=14)
    asked = paper_acts.extension_from_paper(office.context, paper.id, tasks[0], later, "", title="تمدید")
    assert counted(asked) == 1
    (request,) = office.where("requests")
    (resolution,) = office.where("resolutions")
    assert counted(resolution_acts.extend(office.context, resolution.id, granted(office, request))) == 0
    office.clock.forward(minutes=1)
    assert counted(resolution_acts.undo(office.context, resolution.id)) == 1
    assert counted(answer_request(office.context, request.id, RequestState.WITHDRAWN)) == 0
    assert counted(papers.strike_paper(office.context, paper.id, "اشتباه", outgoing=False)) == 0


def test_an_extension_answers_the_request_in_one_act_and_taking_it_back_lets_it_wait_again(
    office: Office, records: Records, request_: Request
) -> None:
    (resolution,) = office.where("resolutions")
    before = resolution_sheet(office.context, resolution.id).due
    extension = granted(office, request_)
    commits = records.commits
    resolution_acts.extend(office.context, resolution.id, extension)
    assert records.commits == commits + 1
    answered = office.get("requests", request_.id)
    assert (answered.state, answered.answered_on) == (RequestState.ACCEPTED, office.clock.today())
    assert resolution_sheet(office.context, resolution.id).due == request_.wanted_due
    office.clock.forward(minutes=1)
    resolution_acts.undo(office.context, resolution.id)
    assert office.get("requests", request_.id) == request_
    assert resolution_sheet(office.context, resolution.id).due == before


def test_an_extension_answers_only_the_requests_that_it_names(office: Office, request_: Request) -> None:
    (resolution,) = office.where("resolutions")
    extension = granted(office, request_)
    resolution_acts.extend(office.context, resolution.id, replace(extension, request_ids=()))
    assert office.get("requests", request_.id).state is RequestState.OPEN
    answer_request(office.context, request_.id, RequestState.REFUSED)
    with refused("request_answered"):
        later = replace(extension, due=(extension.due or MONDAY) + timedelta(days=1))
        resolution_acts.extend(office.context, resolution.id, later)
    office.clock.forward(minutes=1)
    resolution_acts.undo(office.context, resolution.id)
    assert office.get("requests", request_.id).state is RequestState.REFUSED, "the extension had not answered it"


def test_an_extension_answers_no_request_of_another_resolution(office: Office, request_: Request) -> None:
    (resolution,) = office.where("resolutions")
    extension = granted(office, request_)
    other = office.add("requests", replace(request_, id=0, kind=RequestKind.PROPOSAL, resolution_id=None))
    with refused("request_of_other_resolution", "requests"):
        resolution_acts.extend(office.context, resolution.id, replace(extension, request_ids=(other.id,)))


def test_a_letter_that_went_out_is_linked_to_a_meeting_and_stands_there(office: Office) -> None:
    meeting_id = office.convened(MONDAY + timedelta(days=14))
    sent_to = meeting_sheet(office.context, meeting_id).invitees[0].key
    send_invitations(office.context, meeting_id, Sending(invitees=(sent_to,), day=office.clock.today()))
    made = papers.record_outgoing(office.context, went(office, subject="هماهنگی سالن"))
    linked = paper_acts.link_record(office.context, made.id, "meeting", meeting_id, outgoing=True)
    line = register_line(made.id, outgoing=True)
    sheet = register_sheet(office.context, line)
    assert [(one.kind, one.id) for one in sheet.about] == [("meeting", meeting_id)]
    letters = meeting_sheet(office.context, meeting_id).letters
    assert [(one.line, one.subject) for one in letters] == [(line, "هماهنگی سالن")], "its invitation is no such letter"
    paper_acts.take_back(office.context, linked)
    assert meeting_sheet(office.context, meeting_id).letters == ()
    papers.strike_paper(office.context, made.id, "اشتباه", outgoing=True)
    with refused("paper_struck"):
        paper_acts.link_record(office.context, made.id, "meeting", meeting_id, outgoing=True)
    with refused("paper_act_without_record", "record"):
        paper_acts.link_record(office.context, made.id, "meeting", 0, outgoing=True)


def documented(office: Office, task_id: int) -> list[bool]:
    """Of each event of a task, the newest first, whether a letter or file stands behind it."""
    return [one.documented for one in task_sheet(office.context, task_id).history]


def test_a_report_that_a_letter_told_is_documented_as_long_as_the_letter_is_linked(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    record_progress(office.context, tasks[0], 30, News(day=office.clock.today(), told_by="تلفن"))
    paper_acts.report_from_paper(office.context, paper.id, tasks[0], report(office))
    assert documented(office, tasks[0]) == [True, False, False], "by telephone, and the notification"
    (link,) = register_sheet(office.context, register_line(paper.id, outgoing=False)).about
    links.remove_link(office.context, link.link_id)
    assert documented(office, tasks[0]) == [False, False, False]


def test_a_request_that_a_letter_brought_documents_no_report(
    office: Office, paper: IncomingPaper, tasks: list[int]
) -> None:
    record_progress(office.context, tasks[0], 30, News(day=office.clock.today(), told_by="تلفن"))
    due = task_sheet(office.context, tasks[0]).due
    assert due is not None
    paper_acts.extension_from_paper(
        office.context, paper.id, tasks[0], due + timedelta(days=14), "کمبود نیرو", title="تمدید"
    )
    assert not any(documented(office, tasks[0]))


def test_a_file_that_was_attached_after_a_report_stands_behind_it(
    office: Office, records: Records, tasks: list[int]
) -> None:
    def attached(name: str) -> int:
        file = NewFile(records.folder.files.take_bytes(name.encode()), name)
        return attach(office.context, RecordRef(FileOwner.TASK, tasks[0]), (file,), unnamed="فایل").id

    attached("پیش از همه.pdf")
    assert documented(office, tasks[0]) == [False], "that it was notified is no report"
    office.clock.forward(minutes=1)
    for percent in (30, 60):
        record_progress(office.context, tasks[0], percent, News(day=office.clock.today(), told_by="تلفن"))
        office.clock.forward(minutes=1)
    attached("نامه.pdf")
    assert documented(office, tasks[0]) == [True, False, False]
    (link,) = [one for one in office.where("file_links") if one.name == "نامه.pdf"]
    take_off(office.context, [link.id])
    assert documented(office, tasks[0]) == [False, False, False]
