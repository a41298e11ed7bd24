"""A meeting from its draft to its end: what is offered, asked, refused, and where the keyboard goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.acts import Act
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.services.meetings.convening import record_issued
from desktop_app.services.registers.papers import record_incoming
from desktop_app.services.registers.register_sheet import link_record
from desktop_app.storage.store.work import Work
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.feedback.dialogs import Question
from desktop_app.window.kit.destinations import Destination, OpenMinutes, OpenPage, OpenPapers, OpenRegister
from desktop_app.window.meeting import words
from desktop_app.window.meeting.page import FACTS, SESSION
from desktop_app.words import meeting_course as course_words
from desktop_app.words import signing as signing_words
from tests.services.office_steps import MONDAY, Office
from tests.shown import texts
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import type_text

_S = MeetingState


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A session that began at 10:05."""
    meeting_id = office.in_session()
    office.clock.forward(hours=1)
    yield from at_desk(office, meeting_id)


# ---- what is offered


def test_each_state_offers_its_next_step(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        assert desk.offered() == ["schedule", "cancel"]
        desk.act("schedule")
        assert desk.offered() == ["convene", "postpone", "cancel"]
        desk.act("convene")
        assert desk.offered() == ["begin", "take_back_convening", "postpone", "cancel"]
        desk.act("begin")
        assert desk.offered() == ["end", "minutes", "end_inquorate"]
        desk.letters("ح" * 8)
        desk.act("end")
        assert desk.offered() == ["minutes", "correct_inquorate", "close"]
        assert desk.state() is _S.HELD


def test_exactly_one_button_is_filled_and_it_stands_outermost(desk: MeetingAtDesk) -> None:
    buttons = [one for one in desk.page.ui.actions.findChildren(Button) if one.isVisible() and one.text()]
    kinds = [str(one.property("kind")) for one in buttons]
    assert kinds == ["outlined", "filled"]


def test_papers_of_the_meeting_are_one_choice_away(desk: MeetingAtDesk) -> None:
    papers = [key for key in desk.in_menu() if key.startswith("paper_")]
    assert papers == ["paper_invitation", "paper_attendance-sheet", "paper_agenda-pack"]
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    desk.act("paper_attendance-sheet")
    assert asked == [OpenPapers(PaperOrder(kind=PaperKind.ATTENDANCE_SHEET, meeting_id=desk.meeting_id))]


def test_letters_about_the_meeting_stand_by_its_invitations_and_lead_to_the_register(desk: MeetingAtDesk) -> None:
    letters = desk.page.invitations.letters
    assert not letters.isVisibleTo(desk.page.invitations)
    typed = IncomingPaper(number="۷", received_on=MONDAY, sender="استانداری", subject="می‌آییم")
    paper_id = record_incoming(desk.office.context, typed).id
    made = link_record(desk.office.context, paper_id, "meeting", desk.meeting_id)
    desk.controller.reload(made.changed)
    assert "می‌آییم · ۱۱ اردیبهشت ۱۴۰۲" in texts(letters)
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    line = register_line(paper_id, outgoing=False)
    link = letters.pane.link(str(line))
    assert link is not None
    assert link.text() == "۱۴۰۲/۱ – وارده از استانداری"
    link.click()
    assert asked == [OpenRegister(line)]
    desk.letters("ح")
    assert letters.isVisibleTo(desk.page.invitations), "an act on the meeting leaves them"


@pytest.mark.parametrize("convened", [False, True], ids=["planned", "after its members were invited"])
def test_a_cancelled_meeting_offers_its_history_alone(office: Office, convened: bool) -> None:
    for desk in at_desk(office, office.convened() if convened else office.planned()):
        asked: list[Destination] = []
        desk.controller.navigated.connect(asked.append)
        first = desk.page.ui.actions.button(desk.offered()[0])
        assert first is not None
        first.setFocus()
        desk.act("cancel")
        assert desk.offered() == []
        assert desk.page.ui.tabs.hasFocus(), "the page keeps the keyboard, though its buttons are gone"
        assert desk.in_menu() == ["history"]
        assert words.CANCELLED in desk.page.ui.quorumBand.accessibleName()
        desk.key(Qt.Key.Key_F6)
        assert asked == [], "it has no minutes"


# ---- the course


def test_a_meeting_without_a_day_is_not_scheduled_and_the_day_is_asked_for(office: Office) -> None:
    for desk in at_desk(office, office.planned(day=None)):
        desk.act("schedule")
        assert desk.state() is _S.DRAFT
        assert desk.page.ui.stack.currentIndex() == FACTS
        assert desk.page.facts.ui.dayField.error()
        assert desk.page.facts.ui.dayEdit.line().hasFocus()
        desk.page.facts.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۱")
        desk.act("schedule")
        assert desk.state() is _S.SCHEDULED
        assert desk.page.facts.ui.dayField.error() == ""


def test_a_meeting_without_a_place_is_not_convened(office: Office) -> None:
    for desk in at_desk(office, office.planned(place="")):
        desk.act("schedule")
        desk.act("convene")
        assert desk.state() is _S.SCHEDULED
        assert desk.page.facts.ui.placeField.error()
        assert desk.person.asked == []


def test_a_place_typed_and_not_left_is_saved_before_the_act(office: Office) -> None:
    for desk in at_desk(office, office.planned(place="")):
        desk.act("schedule")
        type_text(desk.page.facts.ui.placeEdit, "سالن")
        desk.act("convene")
        assert (desk.state(), desk.meeting.place) == (_S.CONVENED, "سالن")


def test_an_empty_agenda_is_refused_and_the_keyboard_goes_there(office: Office) -> None:
    meeting_id = office.planned()
    for desk in at_desk(office, meeting_id):
        for one in desk.items:
            desk.page.signals.item_removed.emit(one)
        desk.act("schedule")
        desk.page.ui.tabs.setCurrentIndex(FACTS)
        desk.act("convene")
        settle()
        assert "دستور جلسه خالی است" in desk.notice()
        assert desk.page.ui.stack.currentIndex() == SESSION
        assert desk.meeting.number is None


def test_convening_asks_first_and_gives_the_number(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        desk.act("schedule")
        desk.person.answer = "stay"
        desk.act("convene")
        assert desk.state() is _S.SCHEDULED
        desk.person.answer = ""
        desk.act("convene")
        assert desk.meeting.number == 1
        assert desk.page.ui.title.text() == "جلسهٔ اول"


def test_convening_is_taken_back_by_undo_and_from_the_menu(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        desk.act("schedule")
        desk.act("convene")
        desk.controller.undo()
        assert (desk.state(), desk.meeting.number) == (_S.SCHEDULED, None)
        desk.controller.redo()
        assert (desk.state(), desk.meeting.number) == (_S.CONVENED, 1)
        desk.act("take_back_convening")
        assert (desk.state(), desk.meeting.number) == (_S.SCHEDULED, None)


def test_an_invitation_that_was_printed_holds_the_convening(office: Office) -> None:
    meeting_id = office.convened()
    record_issued(office.context, meeting_id)
    for desk in at_desk(office, meeting_id):
        desk.act("take_back_convening")
        assert desk.state() is _S.CONVENED
        assert "دیگر پس گرفته نمی‌شود" in desk.notice()


def test_a_session_does_not_begin_before_its_day(office: Office) -> None:
    meeting_id = office.convened()
    office.clock.forward(days=-1)
    for desk in at_desk(office, meeting_id):
        desk.act("begin")
        assert desk.state() is _S.CONVENED
        assert desk.page.ui.stack.currentIndex() == SESSION, "nobody is sent to a field that is locked"
        assert "دوشنبه ۱۱ اردیبهشت ۱۴۰۲" in desk.notice()
        desk.page.ui.notice.action_requested.emit()
        assert desk.page.postponing is not None
        desk.page.postponing.leave()


def test_beginning_goes_to_the_attendance(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        desk.page.ui.tabs.setCurrentIndex(FACTS)
        desk.act("begin")
        settle()
        assert desk.cursor() == 0
        assert desk.meeting.began_at == "10:00"
        assert Changed.MEETINGS in desk.told[-1]


def test_a_session_with_an_unmarked_seat_does_not_end_and_the_cursor_goes_there(desk: MeetingAtDesk) -> None:
    desk.letters("ححح")
    desk.page.agenda.focus_first()
    desk.act("end")
    assert desk.state() is _S.IN_SESSION
    assert "شخص 4" in desk.notice()
    assert desk.cursor() == 3
    desk.letters("ح")
    assert desk.notice() == ""


def test_without_quorum_the_other_end_is_offered_beside_the_refusal(desk: MeetingAtDesk) -> None:
    desk.letters("حححغغغغغ")
    desk.act("end")
    assert desk.state() is _S.IN_SESSION
    button = desk.page.ui.notice.action_button()
    assert button.text() == course_words.END_INQUORATE
    button.click()
    assert desk.state() is _S.INQUORATE
    assert words.INQUORATE in desk.page.ui.quorumBand.accessibleName()
    assert desk.offered() == ["minutes", "correct_held", "close"]


def test_how_it_ended_is_put_right_with_a_reason_once_the_attendance_is(desk: MeetingAtDesk) -> None:
    desk.letters("حححغغغغغ")
    desk.act("end_inquorate")
    desk.act("correct_held")
    assert desk.state() is _S.INQUORATE, "nobody of the other party was there"
    assert desk.notice()
    desk.row(4).focus_switch()
    desk.letters("حح")
    ended = desk.meeting.ended_at
    desk.act("correct_held")
    assert desk.state() is _S.HELD
    assert desk.meeting.ended_at == ended
    assert words.WAS_OFFICIAL in desk.page.ui.quorumBand.accessibleName()
    assert desk.offered() == ["minutes", "correct_inquorate", "close"]
    act = desk.office.where("meeting_acts", meeting_id=desk.meeting_id)[-1]
    assert (act.source, act.target, bool(act.reason)) == (_S.INQUORATE, _S.HELD, True)


def test_the_end_is_asked_and_may_be_left(desk: MeetingAtDesk) -> None:
    desk.letters("ح" * 8)
    desk.person.answer = None
    desk.act("end")
    assert desk.state() is _S.IN_SESSION
    assert isinstance(desk.person.asked[-1], Question)


def test_a_session_with_quorum_has_no_inquorate_end(desk: MeetingAtDesk) -> None:
    desk.letters("ح" * 8)
    desk.act("end_inquorate")
    assert desk.state() is _S.IN_SESSION
    assert desk.notice()


def test_postponing_without_a_new_day_needs_a_reason_and_goes_to_the_day(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        desk.act("postpone")
        form = desk.page.postponing
        assert form is not None
        form.save()
        assert form.ui.reasonField.error()
        type_text(form.ui.reasonEdit, "نبود رئیس")
        form.save()
        settle()
        assert desk.page.postponing is None
        assert desk.state() is _S.POSTPONED
        assert desk.page.window().focusWidget() is desk.page.facts.ui.dayEdit.line()
        desk.page.facts.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۸")
        desk.act("schedule")
        assert desk.state() is _S.SCHEDULED
        assert desk.meeting.day != MONDAY


def test_postponing_to_a_day_that_clashes_is_refused_at_the_day_and_a_free_one_schedules(office: Office) -> None:
    first = office.convened()
    for desk in at_desk(office, office.convened(date(2023, 5, 29))):
        desk.act("postpone")
        form = desk.page.postponing
        assert form is not None
        type_text(form.ui.reasonEdit, "تعطیلی")
        form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۱")
        form.ui.startsEdit.set_time("10:00")
        form.save()
        assert form.ui.startsField.error(), f"meeting {first} is at that hour"
        assert desk.state() is _S.CONVENED
        form.ui.dayEdit.set_text("۱۴۰۲/۰۳/۲۲")
        form.save()
        settle()
        assert (desk.state(), desk.meeting.day) == (_S.SCHEDULED, date(2023, 6, 12))
        targets = [act.target for act in office.where("meeting_acts", meeting_id=desk.meeting_id)]
        assert targets[-2:] == [_S.POSTPONED, _S.SCHEDULED]


def test_leaving_while_a_postponement_is_typed_asks(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        desk.act("postpone")
        form = desk.page.postponing
        assert form is not None
        type_text(form.ui.reasonEdit, "نبود")
        desk.person.answer = "stay"
        assert not desk.controller.may_leave()
        still = desk.page.postponing
        assert still is form
        desk.person.answer = "leave"
        assert desk.controller.may_leave()
        assert desk.page.postponing is None
        assert desk.state() is _S.CONVENED


def test_a_file_closes_only_over_signed_minutes(office: Office) -> None:
    for desk in at_desk(office, office.held()):
        desk.person.answer = "close"
        desk.act("close")
        (question,) = desk.person.asked
        assert isinstance(question, Question)
        assert [choice.key for choice in question.choices] == ["stay", "close"]
        assert question.text.endswith(signing_words.CLOSE_MEANS)
        assert desk.state() is _S.HELD
        assert desk.notice()


# ---- ways out


def test_f6_leads_to_the_minutes(desk: MeetingAtDesk) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    desk.key(Qt.Key.Key_F6)
    assert asked == [OpenMinutes(desk.office.where("versions", meeting_id=desk.meeting_id)[0].id)]


def test_before_there_are_minutes_f6_leads_nowhere(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        asked: list[Destination] = []
        desk.controller.navigated.connect(asked.append)
        desk.key(Qt.Key.Key_F6)
        assert asked == []


def test_alt_right_goes_back_to_the_list(desk: MeetingAtDesk) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    desk.key(Qt.Key.Key_Right, held=Qt.KeyboardModifier.AltModifier)
    assert asked == [OpenPage("meetings")]


def test_leaving_asks_while_something_cannot_be_saved(desk: MeetingAtDesk) -> None:
    assert desk.controller.may_leave()
    desk.letters("ج")
    type_text(desk.form(0).ui.letterNumberEdit, "۴۱۲")
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    desk.person.answer = "leave"
    assert desk.controller.may_leave()


def test_leaving_saves_what_can_be_saved(desk: MeetingAtDesk) -> None:
    type_text(desk.page.facts.ui.chairEdit, "بهمن")
    assert desk.controller.may_leave()
    assert desk.meeting.chair == "بهمن"
    assert desk.person.asked == []


def test_another_meeting_shows_without_anything_of_the_one_before(desk: MeetingAtDesk) -> None:
    other = desk.office.planned()
    desk.letters("ج")
    desk.page.agenda.add_item()
    desk.controller.show(other)
    assert desk.page.agenda.form() is None
    assert desk.page.ui.title.text() == words.title("")
    assert desk.row(0).form() is None


def test_only_what_shows_here_is_read_again(desk: MeetingAtDesk) -> None:
    desk.office.mark(desk.meeting_id, 0)
    desk.controller.reload(Changed.TASKS)
    assert desk.row(0).switch.value() is None
    desk.controller.reload(Changed.MINUTES)
    assert desk.row(0).switch.value() == "present"


# ---- the machine stands in the way


def full_disk(_act: Act) -> AbstractContextManager[Work]:
    """Nothing can be written."""
    raise EnvironmentProblem("data_locked")


def test_a_full_disk_stands_above_the_page_and_the_switch_goes_back(office: Office) -> None:
    meeting_id = office.in_session()
    for desk in at_desk(office, meeting_id, replace(office.context, begin=full_disk)):
        desk.letters("ح")
        assert desk.notice()
        assert desk.row(0).switch.value() is None
        assert desk.cursor() == 0
