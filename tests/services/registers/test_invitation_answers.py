"""An answer to an invitation by a letter: who and what in one act, linked to what was sent, with its way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.outcome import InvitationAnswered
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.invitations import Answer, Sending, SendingWay
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.attendance import mark_attendance
from desktop_app.services.paper_links import remove_link
from desktop_app.services.registers import papers
from desktop_app.services.registers.invitation_answers import answer_from_paper, invited_meetings, undo_answer
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.registers.register_sheet import link_record, register_sheet
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.registers.test_registers import came


@pytest.fixture
def meeting(office: Office) -> int:
    """A convened meeting; the invitations of the first two went out today."""
    meeting_id = office.convened(MONDAY + timedelta(days=14))
    keys = [row.key for row in meeting_sheet(office.context, meeting_id).invitees][:2]
    sending = Sending(invitees=tuple(keys), day=office.clock.today(), way=SendingWay.POST)
    send_invitations(office.context, meeting_id, sending)
    return meeting_id


@pytest.fixture
def paper(office: Office, meeting: int) -> IncomingPaper:
    """The letter that answers."""
    assert meeting
    made = papers.record_incoming(office.context, came(office, number="۴۱", subject="پاسخ دعوت"))
    found: IncomingPaper = office.get("incoming_papers", made.id)
    return found


def key(office: Office, meeting: int, place: int) -> str:
    return meeting_sheet(office.context, meeting).invitees[place].key


def seat(office: Office, meeting: int, place: int) -> AttendanceState:
    rows = [row for group in meeting_sheet(office.context, meeting).attendance for row in group.rows]
    return rows[place].state


def about(office: Office, paper: IncomingPaper) -> list[str]:
    return [one.kind for one in register_sheet(office.context, register_line(paper.id, outgoing=False)).about]


def answered(office: Office, paper: IncomingPaper, meeting: int, place: int, answer: Answer) -> InvitationAnswered:
    return answer_from_paper(office.context, paper.id, meeting, key(office, meeting, place), answer)


def test_who_will_not_come_is_excused_and_the_letter_is_linked_to_his_invitation(
    office: Office, records: Records, meeting: int, paper: IncomingPaper
) -> None:
    before, declining = records.commits, key(office, meeting, 0)
    made = answered(office, paper, meeting, 0, Answer.DECLINES)
    assert records.commits == before + 1
    assert about(office, paper) == ["meeting", "outgoing_paper"]
    assert seat(office, meeting, 0) is AttendanceState.EXCUSED
    sheet = meeting_sheet(office.context, meeting)
    assert sheet.answer_of(declining) is Answer.DECLINES
    (told,) = register_sheet(office.context, register_line(paper.id, outgoing=False)).about[0].answers
    assert (told.paper_id, told.answer) == (paper.id, Answer.DECLINES)
    undo_answer(office.context, meeting, made)
    assert about(office, paper) == []
    assert seat(office, meeting, 0) is AttendanceState.UNMARKED
    assert meeting_sheet(office.context, meeting).answer_of(declining) is None


def test_who_comes_is_told_and_marked_nowhere(office: Office, meeting: int, paper: IncomingPaper) -> None:
    coming = key(office, meeting, 3)
    answered(office, paper, meeting, 3, Answer.COMES)
    assert about(office, paper) == ["meeting"], "no invitation of his was recorded as sent"
    assert meeting_sheet(office.context, meeting).answer_of(coming) is Answer.COMES
    assert seat(office, meeting, 3) is AttendanceState.UNMARKED
    assert office.where("attendance") == (), "nobody is marked, so no draft is begun"


def test_the_later_answer_counts_and_frees_the_seat(office: Office, meeting: int, paper: IncomingPaper) -> None:
    one = key(office, meeting, 0)
    answered(office, paper, meeting, 0, Answer.DECLINES)
    later = papers.record_incoming(office.context, came(office, number="۴۲"))
    answer_from_paper(office.context, later.id, meeting, one, Answer.COMES)
    assert meeting_sheet(office.context, meeting).answer_of(one) is Answer.COMES
    assert seat(office, meeting, 0) is AttendanceState.UNMARKED


def test_a_named_substitute_stays(office: Office, meeting: int, paper: IncomingPaper) -> None:
    holder = key(office, meeting, 0)
    mark = SeatMark(state=AttendanceState.SUBSTITUTE, substitute_name="خانم کیا")
    mark_attendance(office.context, meeting, office.seats[0], mark)
    answer_from_paper(office.context, paper.id, meeting, holder, Answer.DECLINES)
    assert seat(office, meeting, 0) is AttendanceState.SUBSTITUTE


def test_an_answer_counts_as_long_as_its_letter_is_linked(office: Office, meeting: int, paper: IncomingPaper) -> None:
    one = key(office, meeting, 1)
    link_record(office.context, paper.id, "meeting", meeting)
    made = answered(office, paper, meeting, 1, Answer.COMES)
    undo_answer(office.context, meeting, made)
    assert about(office, paper) == ["meeting"], "it was linked before it answered"
    assert meeting_sheet(office.context, meeting).answer_of(one) is None
    answered(office, paper, meeting, 1, Answer.COMES)
    link = register_sheet(office.context, register_line(paper.id, outgoing=False)).about[0]
    remove_link(office.context, link.link_id)
    assert meeting_sheet(office.context, meeting).answer_of(one) is None


def test_an_answer_about_another_day_is_none_to_this_one(office: Office, meeting: int, paper: IncomingPaper) -> None:
    one = key(office, meeting, 1)
    answered(office, paper, meeting, 1, Answer.COMES)
    office.move(meeting, MeetingState.POSTPONED, reason="تعطیلی")
    stored = office.get("meetings", meeting)
    save_meeting(office.context, replace(stored, day=MONDAY + timedelta(days=21)))
    assert meeting_sheet(office.context, meeting).answer_of(one) is None
    assert [said.answer for said in meeting_sheet(office.context, meeting).answers] == [Answer.COMES]


def said(office: Office, meeting: int) -> list[tuple[str, Answer]]:
    return [(one.name, one.answer) for one in meeting_sheet(office.context, meeting).answers]


def test_of_two_that_one_letter_told_each_is_taken_back_by_itself(
    office: Office, meeting: int, paper: IncomingPaper
) -> None:
    first = answered(office, paper, meeting, 0, Answer.DECLINES)
    second = answered(office, paper, meeting, 1, Answer.COMES)
    undo_answer(office.context, meeting, first)
    assert said(office, meeting) == [("شخص 2", Answer.COMES)], "the other one stands, and the letter with it"
    assert about(office, paper) == ["meeting", "outgoing_paper"]
    assert seat(office, meeting, 0) is AttendanceState.UNMARKED
    undo_answer(office.context, meeting, second)
    assert said(office, meeting) == []


def test_the_invitation_keeps_its_letter_while_another_answer_to_it_stands(
    office: Office, meeting: int, paper: IncomingPaper
) -> None:
    first = answered(office, paper, meeting, 1, Answer.COMES)
    answered(office, paper, meeting, 1, Answer.DECLINES)
    undo_answer(office.context, meeting, first)
    assert said(office, meeting) == [("شخص 2", Answer.DECLINES)]
    assert about(office, paper) == ["meeting", "outgoing_paper"]
    assert seat(office, meeting, 1) is AttendanceState.EXCUSED


def test_an_answer_that_was_taken_back_stays_so_when_its_letter_is_linked_again(
    office: Office, meeting: int, paper: IncomingPaper
) -> None:
    made = answered(office, paper, meeting, 3, Answer.COMES)
    (link,) = register_sheet(office.context, register_line(paper.id, outgoing=False)).about
    remove_link(office.context, link.link_id)
    undo_answer(office.context, meeting, made)
    link_record(office.context, paper.id, "meeting", meeting)
    assert said(office, meeting) == []


def test_to_a_meeting_without_its_day_nobody_answers(
    office: Office, meeting: int, paper: IncomingPaper, records: Records
) -> None:
    """No act makes one; a file that another program wrote in may hold one."""
    one = key(office, meeting, 0)
    records.forge("meeting", f"UPDATE meeting SET day = NULL WHERE id = {meeting}")
    assert invited_meetings(office.context) == ()
    with refused("invitation_answer_not_open", "record"):
        answer_from_paper(office.context, paper.id, meeting, one, Answer.DECLINES)


def test_what_is_overtaken_stays(office: Office, meeting: int, paper: IncomingPaper) -> None:
    made = answered(office, paper, meeting, 0, Answer.DECLINES)
    mark_attendance(office.context, meeting, office.seats[0], SeatMark(state=AttendanceState.ABSENT))
    with refused("act_overtaken"):
        undo_answer(office.context, meeting, made)
    assert about(office, paper) == ["meeting", "outgoing_paper"]


def test_what_is_no_answer_is_refused(office: Office, records: Records, meeting: int, paper: IncomingPaper) -> None:
    one, before = key(office, meeting, 0), records.commits
    with refused("paper_act_without_record", "record"):
        answer_from_paper(office.context, paper.id, 0, "", Answer.COMES)
    with refused("invitation_answer_missing", "answer"):
        answer_from_paper(office.context, paper.id, meeting, one, None)
    with refused("invitee_gone", "record"):
        answer_from_paper(office.context, paper.id, meeting, "seat:99:person:99", Answer.COMES)
    assert records.commits == before
    assert [told.meeting.id for told in invited_meetings(office.context)] == [meeting]
    office.move(meeting, MeetingState.CANCELLED, reason="لغو")
    with refused("invitation_answer_not_open", "record"):
        answer_from_paper(office.context, paper.id, meeting, one, Answer.COMES)
    assert invited_meetings(office.context) == ()
