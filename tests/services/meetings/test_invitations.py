"""Sending of invitations: what is kept of it, what is different since, and when it may be recorded."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.meeting_documents import InvitationDocument, numbers_of
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import canonical_json, content_hash
from desktop_app.domain.read_models.meetings_sheet import Postponement
from desktop_app.domain.rules.invitations import InvitationPart, InviteeRow, Sending, SendingWay
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.services.documents.invitation_document import invitation_paper
from desktop_app.services.documents.letter_document import single_letters
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.meetings.agenda import save_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.meetings import begin_session
from desktop_app.services.meetings.scheduling import postpone_meeting
from desktop_app.services.minutes.attendance import add_guest, save_guest
from desktop_app.services.registers.invitations import (
    numbered_invitations,
    read_invitation,
    record_printed,
    send_invitations,
    strike_sending,
    strike_sendings,
)
from desktop_app.services.registers.papers import record_outgoing
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office, overtaken
from tests.services.records import Records
from tests.services.registers.test_registers import went

P = InvitationPart
EIGHTH = date(2023, 5, 8)


def rows(office: Office, meeting_id: int) -> dict[str, InviteeRow]:
    sheet = meeting_sheet(office.context, meeting_id)
    return {row.line.name: row for row in sheet.invitees}


def send(office: Office, meeting_id: int, *names: str, **facts: Any) -> None:
    """To everybody, unless somebody is named; today, unless a day is given."""
    sheet = meeting_sheet(office.context, meeting_id)
    wanted = tuple(row.key for row in sheet.invitees if (row.line.name in names if names else not row.gone))
    sending = Sending(invitees=wanted, day=facts.pop("day", office.clock.today()), **facts)
    send_invitations(office.context, meeting_id, sending)


def test_what_was_sent_is_kept_as_it_was_with_day_and_way(office: Office) -> None:
    meeting_id = office.convened()
    add_guest(office.context, meeting_id, name="فرزاد کلاردشتی", post="کارشناس شبکه")
    send(office, meeting_id, way=SendingWay.FAX, note="با پیوست", said=LetterAdditions(number="۴۱۲/ص"))
    found = rows(office, meeting_id)
    assert len(found) == 9
    assert not any(row.waits for row in found.values())
    sent = found["فرزاد کلاردشتی"].sent
    assert sent is not None
    assert (sent.sent_on, sent.way, sent.note, sent.number) == (MONDAY, SendingWay.FAX, "با پیوست", "۴۱۲/ص")
    assert sent.content_hash == content_hash(sent.document)
    letter = read_invitation(sent)
    assert canonical_json(letter) == sent.document
    assert [line.name for line in letter.addressees] == ["فرزاد کلاردشتی"]
    assert (letter.meeting.number, letter.meeting.starts_at, letter.template) == (1, "10:00", sent.template)
    assert (letter.letterhead.number, letter.letterhead.day) == ("۴۱۲/ص", MONDAY.isoformat())
    said = LetterAdditions(number="۴۱۲/ص", day=MONDAY)
    printed = invitation_paper(office.context, meeting_id, said, only="فرزاد کلاردشتی")
    assert letter == printed.document, "what is kept is what the paper page prints"
    assert not printed.imprint.draft


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"starts_at": "۱۱:۳۰"}, P.HOUR),
        ({"place": "تالار شهریور"}, P.PLACE),
        ({"note": "یادداشت"}, None),
    ],
)
def test_what_changes_after_sending_shows_and_is_sent_again(
    office: Office, change: dict[str, Any], part: InvitationPart | None
) -> None:
    meeting_id = office.convened()
    send(office, meeting_id)
    save_meeting(office.context, replace(office.get("meetings", meeting_id), **change))
    wanted = (part,) if part is not None else ()
    assert {row.changed for row in rows(office, meeting_id).values()} == {wanted}
    first = next(iter(rows(office, meeting_id)))
    send(office, meeting_id, first)
    again = rows(office, meeting_id)
    assert again[first].changed == ()
    assert [row.waits for row in again.values()] == [False, *[part is not None] * 7]
    assert len(office.where("sent_invitations", meeting_id=meeting_id)) == 9, "the letter that went first is kept"


def test_another_agenda_and_another_day_are_told_as_changed(office: Office) -> None:
    meeting_id = office.convened()
    send(office, meeting_id)
    (item, *_) = office.where("agenda", meeting_id=meeting_id)
    save_item(office.context, replace(item, title="گزارش تازه"))
    plan = Postponement(reason="سفر رئیس", day=EIGHTH, starts_at="10:00")
    postpone_meeting(office.context, meeting_id, plan)
    assert {row.changed for row in rows(office, meeting_id).values()} == {(P.DAY, P.AGENDA)}
    with refused("sending_not_open", state=MeetingState.SCHEDULED):
        send(office, meeting_id)
    office.move(meeting_id, MeetingState.CONVENED)
    send(office, meeting_id)
    assert not any(row.waits for row in rows(office, meeting_id).values())


def test_who_comes_to_the_list_waits_and_who_left_it_is_named(office: Office) -> None:
    meeting_id = office.convened()
    send(office, meeting_id)
    add_guest(office.context, meeting_id, name="فرزاد کلاردشتی")
    office.mark(meeting_id, 1, state=AttendanceState.SUBSTITUTE, substitute_name="کیوان تنکابنی")
    found = rows(office, meeting_id)
    assert [name for name, row in found.items() if row.waits] == ["کیوان تنکابنی", "فرزاد کلاردشتی"]
    assert [name for name, row in found.items() if row.gone] == ["شخص 2"]


def test_a_sending_recorded_by_mistake_is_taken_back_and_both_records_stay(office: Office) -> None:
    meeting_id = office.convened()
    send(office, meeting_id)
    sent = rows(office, meeting_id)["شخص 1"].sent
    assert sent is not None
    strike_sending(office.context, sent.id, "نرفت")
    assert rows(office, meeting_id)["شخص 1"].sent is None
    assert len(office.where("sent_invitations", meeting_id=meeting_id, addressee="شخص 1")) == 2
    with refused("sending_struck_already"):
        strike_sending(office.context, sent.id, "نرفت")
    send(office, meeting_id, "شخص 1", way=SendingWay.POST)
    again = rows(office, meeting_id)["شخص 1"].sent
    assert again is not None
    assert again.way is SendingWay.POST


def test_two_of_one_name_have_a_letter_and_a_history_each(office: Office) -> None:
    meeting_id = office.convened()
    for post in ("کارشناس شبکه", "مدیر مالی"):
        add_guest(office.context, meeting_id, name="فرزاد کلاردشتی", post=post)

    def both() -> list[InviteeRow]:
        return list(meeting_sheet(office.context, meeting_id).invitees[-2:])

    first, second = both()
    send_invitations(office.context, meeting_id, Sending(invitees=(second.key,), day=MONDAY))
    assert [row.waits for row in both()] == [True, False]
    (sent,) = office.where("sent_invitations", meeting_id=meeting_id)
    assert read_invitation(sent).addressees[0].post == "مدیر مالی"
    send_invitations(office.context, meeting_id, Sending(invitees=(first.key,), day=MONDAY))
    strike_sending(office.context, sent.id, "نرفت")
    assert [row.waits for row in both()] == [False, True]


def test_a_corrected_name_is_told_as_changed_and_nobody_is_gone(office: Office) -> None:
    meeting_id = office.convened()
    add_guest(office.context, meeting_id, name="فرزاد کلاردشی")
    send(office, meeting_id)
    (guest,) = office.where("guests")
    save_guest(office.context, replace(guest, name="فرزاد کلاردشتی"))
    found = rows(office, meeting_id)
    assert [name for name, row in found.items() if row.gone] == []
    assert found["فرزاد کلاردشتی"].changed == (P.NAME,)
    assert [name for name, row in found.items() if row.waits] == ["فرزاد کلاردشتی"]


def test_what_a_sending_needs(office: Office, records: Records) -> None:
    meeting_id = office.convened(EIGHTH)
    before = records.commits
    with refused("sending_to_nobody", "invitees"):
        send_invitations(office.context, meeting_id, Sending(invitees=(), day=MONDAY))
    with refused("invitee_gone", "invitees"):
        send_invitations(office.context, meeting_id, Sending(invitees=("guest:9",), day=MONDAY))
    with refused("sending_without_day", "day"):
        send(office, meeting_id, day=None)
    with refused("sending_after_today", "day"):
        send(office, meeting_id, day=MONDAY + timedelta(days=1))
    with refused("answer_before_letter", "answer_until"):
        send(office, meeting_id, answer_until=MONDAY - timedelta(days=1))
    office.clock.forward(days=9)
    with refused("sending_after_meeting", "day", day="دوشنبه ۱۸ اردیبهشت ۱۴۰۲"):
        send(office, meeting_id, day=EIGHTH + timedelta(days=1))
    assert records.commits == before
    send(office, meeting_id, day=MONDAY)


def test_nothing_is_recorded_before_the_number_or_once_the_session_has_begun(office: Office) -> None:
    meeting_id = office.planned()
    office.move(meeting_id, MeetingState.SCHEDULED)
    with refused("sending_not_open", state=MeetingState.SCHEDULED):
        send(office, meeting_id)
    office.move(meeting_id, MeetingState.CONVENED)
    send(office, meeting_id, "شخص 1", "شخص 2")
    begin_session(office.context, meeting_id)
    with refused("sending_not_open", state=MeetingState.IN_SESSION):
        send(office, meeting_id, "شخص 3")
    found = rows(office, meeting_id)
    assert list(found) == ["شخص 1", "شخص 2"], "once it has begun what was sent shows, and nothing is waited for"
    assert not any(row.waits for row in found.values())


def patterned(office: Office, pattern: str) -> None:
    """Letters are numbered by a pattern from now on."""
    with office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern=pattern))
        work.audit("changed", "office_setting", 1)
        work.commit()


def printed(office: Office, order: PaperOrder) -> InvitationDocument:
    """The letters as the window prints them."""
    found: InvitationDocument = numbered_invitations(office.context, order, paper_of(office.context, order)).document
    return found


def borne(document: InvitationDocument) -> list[str]:
    return [one.letterhead.number for one in single_letters(PaperKind.INVITATION, document)]


def register(office: Office) -> list[OutgoingPaper]:
    return [one for one in office.where("outgoing_papers") if one.struck_on is None]


@pytest.mark.parametrize("pattern", ["د/{سریال}", "{سال}/{ردیف}"])
def test_each_letter_bears_the_number_that_its_row_gets(office: Office, records: Records, pattern: str) -> None:
    patterned(office, pattern)
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    before = records.commits
    document = printed(office, order)
    assert records.commits == before, "a paper that is given up takes no number"
    assert len(set(borne(document))) == 8
    record_printed(office.context, order, document, SendingWay.POST)
    assert [one.number for one in register(office)] == borne(document)
    assert [json.loads(one.document)["letterhead"]["number"] for one in register(office)] == borne(document)
    assert [one.number for one in office.where("sent_invitations")] == borne(document)
    assert borne(printed(office, order)) == borne(document), "a reprint bears the numbers of its rows"


def test_invitations_that_get_their_numbers_get_their_day_with_them(office: Office) -> None:
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened(MONDAY + timedelta(days=21)))
    assert printed(office, order).letterhead.day == "", "number and day are written by hand"
    patterned(office, "د/{سریال}")
    document, today = printed(office, order), office.clock.today()
    assert document.letterhead.day == today.isoformat()
    record_printed(office.context, order, document, SendingWay.POST)
    assert {json.loads(one.document)["letterhead"]["day"] for one in register(office)} == {today.isoformat()}
    office.clock.forward(days=1)
    assert printed(office, order).letterhead.day == today.isoformat(), "a reprint bears the day of its row"


def test_a_number_that_another_letter_took_meanwhile_is_not_recorded_as_printed(office: Office) -> None:
    patterned(office, "د/{سریال}")
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    record_outgoing(office.context, went(office))
    with refused("printed_number_taken", "number"):
        record_printed(office.context, order, document, SendingWay.POST)
    again = printed(office, order)
    record_printed(office.context, order, again, SendingWay.POST)
    assert [one.number for one in register(office)][1:] == borne(again)


def test_letters_are_not_recorded_as_printed_over_a_meeting_that_changed_just_before(
    office: Office, records: Records
) -> None:
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    meeting = office.get("meetings", order.meeting_id or 0)
    elsewhere = overtaken(office.context, lambda: save_meeting(office.context, replace(meeting, place="تالار شهریور")))
    with refused("invitation_changed_since_made"):
        record_printed(elsewhere, order, document, SendingWay.POST)
    assert office.where("sent_invitations") == ()


def test_letters_that_another_act_recorded_just_before_are_not_recorded_again(office: Office) -> None:
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    meeting_id = order.meeting_id or 0
    first = next(iter(rows(office, meeting_id)))
    record_printed(overtaken(office.context, lambda: send(office, meeting_id, first)), order, document, SendingWay.POST)
    assert len(office.where("sent_invitations", addressee=first)) == 1
    assert len(office.where("sent_invitations")) == 8


def test_one_of_several_that_were_printed_keeps_its_number(office: Office) -> None:
    patterned(office, "د/{سریال}")
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    third = list(rows(office, order.meeting_id or 0).values())[2]
    sending = Sending(invitees=(third.key,), day=MONDAY, numbers=numbers_of(document))
    send_invitations(office.context, order.meeting_id or 0, sending)
    assert [one.number for one in register(office)] == [borne(document)[2]]
    record_printed(office.context, order, document, SendingWay.POST)
    assert sorted(one.number for one in register(office)) == sorted(borne(document))


def test_a_number_that_names_its_row_is_of_no_other_row(office: Office) -> None:
    patterned(office, "{سال}/{ردیف}")
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    third = list(rows(office, order.meeting_id or 0).values())[2]
    sending = Sending(invitees=(third.key,), day=MONDAY, numbers=numbers_of(document))
    with refused("printed_number_taken", "number"):
        send_invitations(office.context, order.meeting_id or 0, sending)
    send_invitations(office.context, order.meeting_id or 0, replace(sending, said=LetterAdditions(number="۵")))
    assert [one.number for one in register(office)] == ["۵"]


def test_a_sending_that_was_taken_back_is_recorded_again_under_its_number(office: Office) -> None:
    patterned(office, "د/{سریال}")
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened())
    document = printed(office, order)
    record_printed(office.context, order, document, SendingWay.POST)
    strike_sendings(office.context, [one.id for one in office.where("sent_invitations")], "فرستاده نشد")
    record_printed(office.context, order, document, SendingWay.POST)
    assert [one.number for one in register(office)] == borne(document), "it is the same paper"


def test_drafts_and_letters_with_a_typed_number_are_given_none(office: Office) -> None:
    patterned(office, "د/{سریال}")
    draft = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.planned())
    assert set(borne(printed(office, draft))) == {""}
    typed = PaperOrder(kind=PaperKind.INVITATION, meeting_id=office.convened(), said=LetterAdditions(number="۵"))
    assert set(borne(printed(office, typed))) == {"۵"}
