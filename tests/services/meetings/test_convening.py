"""Convening is taken back until something of it is out; the last number is then free again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.meetings.convening import record_issued, take_back_convening
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers.invitations import send_invitations, strike_sendings
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

_S = MeetingState


def facts(office: Office, meeting_id: int) -> tuple[MeetingState, int | None]:
    (meeting,) = office.where("meetings", id=meeting_id)
    return meeting.state, meeting.number


def refused(office: Office, meeting_id: int, key: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        take_back_convening(office.context, meeting_id)
    assert caught.value.key == key


def send_one(office: Office, meeting_id: int) -> int:
    first = meeting_sheet(office.context, meeting_id).invitees[0]
    sending = Sending(invitees=(first.key,), day=office.clock.today(), way=SendingWay.POST)
    send_invitations(office.context, meeting_id, sending)
    (sent,) = office.where("sent_invitations", meeting_id=meeting_id)
    return int(sent.id)


def test_the_number_is_free_again_and_the_next_convening_gets_it(office: Office) -> None:
    first, other = office.convened(), office.planned(MONDAY + timedelta(days=1))
    assert facts(office, first) == (_S.CONVENED, 1)
    take_back_convening(office.context, first)
    assert facts(office, first) == (_S.SCHEDULED, None)
    office.move(other, _S.SCHEDULED, _S.CONVENED)
    assert facts(office, other) == (_S.CONVENED, 1)
    office.move(first, _S.CONVENED)
    assert facts(office, first) == (_S.CONVENED, 2)


def test_a_number_that_is_not_the_last_stays(office: Office) -> None:
    first, other = office.convened(), office.planned(MONDAY + timedelta(days=1))
    office.move(other, _S.SCHEDULED, _S.CONVENED)
    take_back_convening(office.context, first)
    assert facts(office, first) == (_S.SCHEDULED, 1)
    office.move(first, _S.CONVENED)
    assert facts(office, first) == (_S.CONVENED, 1)


def test_what_was_printed_or_saved_cannot_be_unsaid(office: Office, records: Records) -> None:
    meeting_id = office.convened()
    record_issued(office.context, meeting_id)
    refused(office, meeting_id, "convening_known")
    before = records.commits
    record_issued(office.context, meeting_id)
    assert records.commits == before, "recorded once"


def test_what_was_sent_cannot_be_unsaid_even_when_the_sending_was_struck(office: Office) -> None:
    meeting_id = office.convened()
    sent = send_one(office, meeting_id)
    refused(office, meeting_id, "convening_known")
    strike_sendings(office.context, (sent,), "اشتباه")
    refused(office, meeting_id, "convening_known")


def test_a_draft_print_of_before_does_not_count(office: Office) -> None:
    meeting_id = office.planned()
    record_issued(office.context, meeting_id)
    office.move(meeting_id, _S.SCHEDULED)
    record_issued(office.context, meeting_id)
    office.move(meeting_id, _S.CONVENED)
    take_back_convening(office.context, meeting_id)
    assert facts(office, meeting_id) == (_S.SCHEDULED, None)


def test_only_a_convened_meeting_is_taken_back(office: Office) -> None:
    refused(office, office.in_session(), "meeting_not_convened")
    refused(office, office.planned(MONDAY + timedelta(days=1)), "meeting_not_convened")


def test_a_second_convening_keeps_the_number_that_the_first_letters_bear(office: Office) -> None:
    meeting_id = office.convened()
    send_one(office, meeting_id)
    office.move(meeting_id, _S.POSTPONED, reason="برف")
    office.move(meeting_id, _S.SCHEDULED)
    office.clock.forward(hours=1)
    office.move(meeting_id, _S.CONVENED)
    take_back_convening(office.context, meeting_id)
    assert facts(office, meeting_id) == (_S.SCHEDULED, 1)


def test_the_file_itself_refuses_to_free_a_number_that_others_follow(office: Office) -> None:
    first, other = office.convened(), office.planned(MONDAY + timedelta(days=1))
    office.move(other, _S.SCHEDULED, _S.CONVENED)
    free = [replace(office.get("meetings", one), number=None, state=_S.SCHEDULED) for one in (first, other)]
    with pytest.raises(RuleBroken) as caught:
        office.put("meetings", free[0])
    assert caught.value.key == "number_given_once"
    office.put("meetings", free[1])
    assert facts(office, other) == (_S.SCHEDULED, None)
