"""Invitations and the attendance sheet: whom they name, and what is known of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.papers import Urgency
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.members import Nomination, NominationRole, NominationState, Person
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.invitation_document import invitation_paper, invitees
from desktop_app.services.documents.paper_choices import invitees_offered
from desktop_app.services.documents.papers import attendance_sheet_paper
from desktop_app.services.minutes.attendance import add_guest
from tests.refusing import refused
from tests.services.demo_office import demo_office
from tests.services.office_steps import MONDAY, Office


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[Context]:
    with demo_office(demo_folder) as context:
        yield context


# ---- the demo office


def test_the_coming_meeting_invites_every_member_party_by_party(demo: Context) -> None:
    paper = invitation_paper(demo, meeting_of_number(demo, 6))
    names = [one.name for one in paper.document.addressees]
    assert (names[0], names[4], len(names)) == ("بهمن سروستانه", "مهرداد ستوده‌منش", 8)
    assert (paper.imprint.sample, paper.imprint.draft, paper.imprint.code) == (True, False, "")
    meeting = paper.document.meeting
    assert (meeting.number, meeting.kind, meeting.day, meeting.previous_number) == (6, "extraordinary", "2023-05-13", 5)
    assert [item.minutes for item in paper.document.agenda] == [20, 25, 20, 15, 5]
    assert (paper.document.open, paper.document.late) == (8, 2)
    assert paper.document.signatory.name == "یاشار کوهبنانه"
    assert paper.document.signatory.body == paper.document.committee


def test_one_of_them_is_chosen_by_name_however_it_is_spelt(demo: Context) -> None:
    meeting_id = meeting_of_number(demo, 6)
    document = invitation_paper(demo, meeting_id, only="مهرداد ستوده منش").document
    assert [one.name for one in document.addressees] == ["مهرداد ستوده‌منش"]
    with refused("invitee_unknown", "only", name="کسی دیگر"):
        invitation_paper(demo, meeting_id, only="کسی دیگر")


def test_what_the_operator_adds_stands_on_the_letters(demo: Context) -> None:
    said = LetterAdditions(
        number="۴۱۲/ص/۱۴۰۲",
        day=date(2023, 5, 8),
        note="بند یک\n\nبند دو",
        attachments="بستهٔ دستور\nنقشه",
        copies_to="استاندار",
        signatory="ناهید درفشان",
        signatory_post="جانشین رئیس",
        urgency=Urgency.URGENT,
    )
    until = date(2023, 5, 11)
    document = invitation_paper(demo, meeting_of_number(demo, 6), said, answer_until=until).document
    head = document.letterhead
    assert (head.number, head.day, head.attachment, head.urgency) == ("۴۱۲/ص/۱۴۰۲", "2023-05-08", "۲", "urgent")
    assert (document.note, document.copies_to) == (("بند یک", "بند دو"), ("استاندار",))
    assert (document.signatory.name, document.signatory.post) == ("ناهید درفشان", "جانشین رئیس")
    assert document.answer_until == "2023-05-11"


def test_a_letter_that_no_font_has_is_refused_beside_its_field(demo: Context) -> None:
    with refused("glyph_missing", "note"):
        invitation_paper(demo, meeting_of_number(demo, 6), LetterAdditions(note="تلفن \u2603"))


def test_the_sheet_of_a_meeting_that_took_place_has_its_guest(demo: Context) -> None:
    document = attendance_sheet_paper(demo, meeting_of_number(demo, 5)).document
    assert [guest.name for guest in document.guests] == ["فرزاد کلاردشتی"]
    assert [seat.party for seat in document.seats] == [0] * 4 + [1] * 4
    assert (document.needed, document.filled) == (5, 8)
    assert (document.chair, document.secretary) == ("بهمن سروستانه", "یاشار کوهبنانه")
    assert document.letterhead.day == document.meeting.day == "2023-05-01"


# ---- the office in memory


def test_a_meeting_that_nobody_was_called_to_is_a_draft_without_a_number(office: Office) -> None:
    meeting_id = office.planned(None, place="")
    paper = invitation_paper(office.context, meeting_id)
    assert paper.imprint.draft
    meeting = paper.document.meeting
    assert (meeting.number, meeting.day, meeting.place) == (None, "", "")
    assert attendance_sheet_paper(office.context, meeting_id).imprint.draft
    office.put("meetings", replace(office.get("meetings", meeting_id), day=MONDAY, place="سالن"))
    office.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
    assert not invitation_paper(office.context, meeting_id).imprint.draft


def test_an_answer_is_not_asked_for_after_the_meeting(office: Office) -> None:
    meeting_id = office.convened()
    day = office.get("meetings", meeting_id).day
    assert day is not None
    assert invitation_paper(office.context, meeting_id, answer_until=day).document.answer_until == day.isoformat()
    with refused("answer_after_meeting", "answer_until"):
        invitation_paper(office.context, meeting_id, answer_until=day + timedelta(days=1))


def test_an_answer_is_not_asked_for_before_the_letter(office: Office) -> None:
    meeting_id = office.convened()
    today = office.clock.today()
    for said, first in ((None, today), (LetterAdditions(day=today - timedelta(days=3)), today - timedelta(days=3))):
        assert invitation_paper(office.context, meeting_id, said, answer_until=first).document.answer_until
        with refused("answer_before_letter", "answer_until", day=format_date(first)):
            invitation_paper(office.context, meeting_id, said, answer_until=first - timedelta(days=1))


def test_the_invitation_of_a_meeting_that_is_over_can_be_made_again(office: Office) -> None:
    meeting_id = office.convened()
    day = office.get("meetings", meeting_id).day
    assert day is not None
    answered = day - timedelta(days=2)
    office.clock.at += timedelta(days=60)
    assert invitation_paper(office.context, meeting_id, answer_until=answered).document.answer_until
    with refused("answer_before_letter", "answer_until"):
        invitation_paper(office.context, meeting_id, LetterAdditions(day=day), answer_until=answered)


def test_a_cancelled_meeting_has_no_papers(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, MeetingState.CANCELLED, reason="تعطیل")
    assert invitees_offered(office.context, meeting_id) == ()
    for make in (invitation_paper, attendance_sheet_paper):
        with refused("paper_of_cancelled", "meeting"):
            make(office.context, meeting_id)


def test_a_substitute_named_beforehand_is_invited_in_place_of_the_member(office: Office) -> None:
    meeting_id = office.convened()
    office.mark(meeting_id, 3, state=AttendanceState.SUBSTITUTE, substitute_name="کیوان")
    (line,) = [one for one in invitees(office.context, meeting_id) if one.in_place_of]
    assert (line.name, line.in_place_of) == ("کیوان", "شخص 4")
    (seat,) = [one for one in attendance_sheet_paper(office.context, meeting_id).document.seats if one.in_place_of]
    assert (seat.name, seat.party) == ("کیوان", 0)


def test_the_alternate_is_invited_for_one_who_excused_himself(office: Office) -> None:
    person = office.add("people", Person(name="علی‌البدل"))
    alternate = Nomination(
        seat_id=office.seats[3],
        person_id=person.id,
        role=NominationRole.ALTERNATE,
        state=NominationState.ACTIVE,
        from_day=date(2022, 12, 1),
    )
    office.add("nominations", alternate)
    meeting_id = office.convened()
    office.mark(meeting_id, 0, state=AttendanceState.EXCUSED)
    assert [one.name for one in invitees(office.context, meeting_id) if one.in_place_of] == []
    office.mark(meeting_id, 3, state=AttendanceState.EXCUSED)
    (line,) = [one for one in invitees(office.context, meeting_id) if one.in_place_of]
    assert (line.name, line.in_place_of) == ("علی‌البدل", "شخص 4")
    assert len(invitees(office.context, meeting_id)) == 8


def test_guests_come_last(office: Office) -> None:
    meeting_id = office.convened()
    add_guest(office.context, meeting_id, name="فرزاد", post="کارشناس")
    last = invitees(office.context, meeting_id)[-1]
    assert (last.name, last.post, last.guest) == ("فرزاد", "کارشناس", True)


def test_an_office_without_members_invites_nobody(office: Office) -> None:
    meeting_id = office.planned(date(2022, 1, 3))
    with refused("invitation_to_nobody", "meeting"):
        invitation_paper(office.context, meeting_id)
    assert attendance_sheet_paper(office.context, meeting_id).document.seats == ()


def test_a_meeting_is_found_by_its_number(office: Office) -> None:
    meeting_id = office.convened()
    assert meeting_of_number(office.context, 1) == meeting_id
    with refused("meeting_number_unknown", "meeting", number=7):
        meeting_of_number(office.context, 7)


def test_whoever_is_secretary_today_signs_what_is_sent_today(office: Office) -> None:
    meeting_id = office.convened(date(2023, 6, 12))
    signed = invitation_paper(office.context, meeting_id).document.signatory
    (held,) = office.where("nominations", person_id=office.people[2])
    office.put("nominations", replace(held, to_day=date(2023, 5, 31)))
    assert signed.name
    assert invitation_paper(office.context, meeting_id).document.signatory == signed
    office.clock.forward(days=60)
    assert not invitation_paper(office.context, meeting_id).document.signatory.name, "on the day itself nobody was"
