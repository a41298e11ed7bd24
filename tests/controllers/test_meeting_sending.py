"""Invitations on the page of a meeting: recorded, shown as changed, sent again, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.invitations import Answer, SendingWay
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.minutes.attendance import add_guest
from desktop_app.services.registers import papers
from desktop_app.services.registers.invitation_answers import answer_from_paper
from desktop_app.services.registers.invitations import read_invitation, sent_letter
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.window.kit.destinations import Destination, OpenPapers
from desktop_app.window.kit.state_format import SentLetterDialog
from desktop_app.window.meeting.forms_over import SendingDialog
from desktop_app.window.meeting.page import INVITATIONS, SESSION
from desktop_app.words import invitations as words
from tests.services.office_steps import Office
from tests.services.registers.test_registers import came
from tests.shown import child, texts
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import type_text

_S = MeetingState


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A meeting that has just been convened."""
    yield from at_desk(office, office.convened())


def form_of(desk: MeetingAtDesk) -> SendingDialog:
    form = desk.page.sending
    assert form is not None
    return form


def send(desk: MeetingAtDesk) -> None:
    """Record it for all who wait."""
    desk.page.invitations.ui.recordSending.click()
    form_of(desk).save()
    settle()


def key_of(desk: MeetingAtDesk, name: str) -> str:
    return next(row.key for row in desk.controller.sheet.invitees if row.line.name == name)


def shown(desk: MeetingAtDesk) -> list[str]:
    return [row.accessibleName() for row in rows(desk)]


def rows(desk: MeetingAtDesk) -> list[ItemRow]:
    found = desk.page.invitations.findChildren(ItemRow)
    return [row for row in found if row.isVisibleTo(desk.page.invitations)]


def test_convening_leads_to_the_letters_and_the_tab_counts_who_waits(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        desk.act("schedule")
        assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها"
        assert desk.page.invitations.ui.recordSending.isHidden(), "no letter has its number yet"
        assert "پیش‌نویس" in desk.page.invitations.ui.summary.text()
        desk.act("convene")
        settle()
        assert desk.page.ui.stack.currentIndex() == INVITATIONS
        assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۸)"
        assert desk.focused() is rows(desk)[0]
        asked: list[Destination] = []
        desk.controller.navigated.connect(asked.append)
        desk.page.invitations.ui.printLetters.click()
        assert asked == [OpenPapers(PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id))]


def test_one_press_and_ctrl_enter_record_all(desk: MeetingAtDesk) -> None:
    desk.page.ui.tabs.setCurrentIndex(INVITATIONS)
    desk.page.invitations.ui.recordSending.click()
    form = form_of(desk)
    assert form.ui.dayEdit.day() == desk.office.clock.today()
    assert form.sending().invitees == tuple(key_of(desk, f"شخص {place}") for place in range(1, 9))
    form.ui.wayEdit.set_value(SendingWay.FAX.value)
    form.save()
    settle()
    assert desk.page.sending is None
    assert {one.way for one in desk.office.where("sent_invitations")} == {SendingWay.FAX}
    assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها"
    assert all("دورنگار" in line for line in shown(desk))
    assert desk.saved[-1] == "ارسال ۸ دعوت‌نامه ثبت شد؛ ذخیره شد"
    desk.page.signals.sending_requested.emit((key_of(desk, "شخص 1"),))
    assert form_of(desk).sending().way is SendingWay.FAX, "the way is offered again"
    form_of(desk).leave()


def test_space_on_a_row_records_that_one_alone(desk: MeetingAtDesk) -> None:
    desk.page.go_to_invitations()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Space)
    assert form_of(desk).sending().invitees == (key_of(desk, "شخص 2"),)
    form_of(desk).save()
    settle()
    assert [one.addressee for one in desk.office.where("sent_invitations")] == ["شخص 2"]
    assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۷)"


def test_two_of_one_name_have_a_box_each_that_tells_them_apart(office: Office) -> None:
    meeting_id = office.convened()
    for post in ("کارشناس شبکه", "مدیر مالی"):
        add_guest(office.context, meeting_id, name="فرزاد کلاردشتی", post=post)
    for desk in at_desk(office, meeting_id):
        desk.page.invitations.ui.recordSending.click()
        form = form_of(desk)
        first, second = form.findChildren(QCheckBox)[-2:]
        assert first.accessibleName() != second.accessibleName()
        first.setChecked(False)
        form.save()
        settle()
        assert len(desk.office.where("sent_invitations")) == 9
        assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۱)"


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(desk: MeetingAtDesk) -> None:
    desk.page.invitations.ui.recordSending.click()
    form = form_of(desk)
    type_text(form.ui.noteEdit, "با پیوست")
    form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۲")
    form.save()
    assert form.ui.dayField.error()
    assert desk.page.sending is form
    form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۰")
    for box in form.findChildren(QCheckBox):
        box.setChecked(False)
    form.save()
    assert form.ui.inviteesField.error()
    (third,) = (box for box in form.findChildren(QCheckBox) if box.text() == "شخص 3")
    third.setChecked(True)
    assert form.ui.inviteesField.error() == ""
    form.save()
    settle()
    (sent,) = desk.office.where("sent_invitations")
    assert (sent.addressee, sent.note, sent.sent_on) == ("شخص 3", "با پیوست", date(2023, 4, 30))


def test_another_hour_shows_as_changed_and_goes_out_again(desk: MeetingAtDesk) -> None:
    send(desk)
    desk.page.facts.ui.startsEdit.clear()
    type_text(desk.page.facts.ui.startsEdit, "11:00")
    desk.page.facts.flush()
    assert all("تغییر پس از ارسال: ساعت" in line for line in shown(desk))
    assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۸)"
    send(desk)
    assert not any("تغییر" in line for line in shown(desk))
    hours = [read_invitation(one).meeting.starts_at for one in desk.office.where("sent_invitations")]
    assert hours == ["10:00"] * 8 + ["11:00"] * 8


def test_what_the_letters_bore_on_the_page_of_papers_is_kept(desk: MeetingAtDesk) -> None:
    said = LetterAdditions(number="۴۱۲/ص", attachments="بستهٔ دستور")
    desk.made.keep(PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id, said=said), {})
    desk.page.invitations.ui.recordSending.click()
    assert form_of(desk).ui.numberEdit.text() == "۴۱۲/ص"
    form_of(desk).save()
    settle()
    letter = read_invitation(desk.office.where("sent_invitations")[0])
    assert (letter.letterhead.number, letter.attachments) == ("۴۱۲/ص", ("بستهٔ دستور",))


def test_the_number_that_a_letter_was_printed_with_is_that_of_its_row(desk: MeetingAtDesk) -> None:
    line = desk.controller.sheet.invitees[0].line
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id)
    desk.made.keep(order, {line: "د/۹"})
    desk.made.keep(replace(order, only="دیگری"), {})
    with desk.office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern="د/{سریال}"))
        work.audit("changed", "office_setting", 1)
        work.commit()
    desk.page.signals.sending_requested.emit((key_of(desk, line.name),))
    form_of(desk).save()
    settle()
    (sent,), (row,) = desk.office.where("sent_invitations"), desk.office.where("outgoing_papers")
    assert (sent.number, row.number, read_invitation(sent).letterhead.number) == ("د/۹", "د/۹", "د/۹")


def test_an_earlier_day_of_sending_is_told_to_keep_the_text_of_today(desk: MeetingAtDesk) -> None:
    desk.page.invitations.ui.recordSending.click()
    form = form_of(desk)
    findings = form.ui.findings
    assert not findings.texts(), "sent today, kept as of today"
    form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۰")
    form.ui.dayEdit.finish()
    assert findings.texts() == [words.TEXT_OF_TODAY]
    type_text(form.ui.noteEdit, "با پیوست")
    form.save()
    settle()
    assert all(words.kept_later("۱۱ اردیبهشت") in line for line in shown(desk))
    desk.page.go_to_invitations()
    desk.key(Qt.Key.Key_Return)
    assert [label.text() for label in letter_of(desk).findChildren(QLabel) if "همان‌گونه" in label.text()] == []
    assert [label.text() for label in letter_of(desk).findChildren(QLabel) if "۱۱ اردیبهشت" in label.text()]
    letter_of(desk).reject()
    settle()


def test_a_record_is_taken_back_after_asking(desk: MeetingAtDesk) -> None:
    send(desk)
    desk.page.go_to_invitations()
    desk.person.answer = "stay"
    desk.key(Qt.Key.Key_Delete)
    assert len(desk.office.where("sent_invitations")) == 8
    desk.person.answer = "strike"
    desk.key(Qt.Key.Key_Delete)
    assert "فرستاده نشده" in shown(desk)[0]
    assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۱)"


def test_leaving_while_a_sending_is_typed_asks(desk: MeetingAtDesk) -> None:
    desk.page.invitations.ui.recordSending.click()
    type_text(form_of(desk).ui.noteEdit, "با پیوست")
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    assert desk.page.sending is not None
    desk.person.answer = "leave"
    assert desk.controller.may_leave()
    assert desk.page.sending is None


def test_a_guest_is_entered_before_anybody_is_invited(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        desk.act("schedule")
        desk.page.ui.tabs.setCurrentIndex(INVITATIONS)
        desk.page.invitations.ui.inviteGuest.click()
        assert desk.page.ui.stack.currentIndex() == SESSION
        form = desk.page.attendance.guests.form()
        assert form is not None
        type_text(form.ui.nameEdit, "فرزاد کلاردشتی")
        form.save()
        settle()
        assert desk.page.ui.stack.currentIndex() == INVITATIONS, "back where it was asked for"
        assert desk.focused() is desk.page.invitations.ui.inviteGuest
        assert "فرزاد کلاردشتی" in shown(desk)[-1]
        assert "minutes" not in desk.offered(), "a list of guests is no minutes"
        asked: list[Destination] = []
        desk.controller.navigated.connect(asked.append)
        desk.key(Qt.Key.Key_F6)
        assert asked == []
        desk.act("convene")
        assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها (۹)"


def test_once_it_has_begun_what_was_sent_shows_and_no_more(desk: MeetingAtDesk) -> None:
    desk.page.signals.sending_requested.emit((key_of(desk, "شخص 1"),))
    form_of(desk).save()
    settle()
    desk.act("begin")
    assert len(shown(desk)) == 1
    assert desk.page.invitations.ui.recordSending.isHidden()
    assert desk.page.ui.tabs.tabText(INVITATIONS) == "دعوت‌نامه‌ها"
    desk.key(Qt.Key.Key_Space)
    assert desk.page.sending is None


def letter_of(desk: MeetingAtDesk) -> SentLetterDialog:
    found = desk.page.letter
    assert found is not None, "the letter shows"
    return found


def test_a_sent_letter_is_seen_as_it_went_out_before_and_after_the_meeting(desk: MeetingAtDesk) -> None:
    send(desk)
    (sent, *_) = desk.office.where("sent_invitations")
    desk.page.facts.ui.startsEdit.clear()
    type_text(desk.page.facts.ui.startsEdit, "11:00")
    desk.page.facts.flush()
    assert sent_letter(desk.office.context, sent.id).document.meeting.starts_at == "10:00", "as it was"
    desk.page.go_to_invitations()
    desk.key(Qt.Key.Key_Return)
    shown = letter_of(desk)
    assert shown.windowTitle() == "دعوت‌نامهٔ شخص 1"
    assert shown.pages.canvas.image() is not None
    shown.reject()
    settle()
    desk.act("begin")
    desk.page.ui.tabs.setCurrentIndex(INVITATIONS)
    row = rows(desk)[1]
    assert row.content().menu
    row.menu_requested.emit(QPoint(0, 0))
    actions = child(desk.page.invitations, QMenu).actions()
    assert [action.text() for action in actions] == [words.SHOW_LETTER], "nothing else may be done any more"
    actions[0].trigger()
    assert letter_of(desk).windowTitle() == "دعوت‌نامهٔ شخص 2"
    letter_of(desk).reject()
    settle()
    assert desk.page.letter is None


def test_letters_of_a_past_meeting_are_no_work_that_waits(office: Office) -> None:
    meeting_id = office.convened()
    for desk in at_desk(office, meeting_id):
        button = desk.page.invitations.ui.recordSending
        assert button.property("kind") == ButtonKind.FILLED.value
        office.clock.forward(days=3)
        desk.controller.reload(Changed.MEETINGS)
        assert not button.isHidden()
        assert button.property("kind") == ButtonKind.OUTLINED.value


def test_what_an_invitee_answered_stands_by_his_name_and_by_the_letter(desk: MeetingAtDesk, office: Office) -> None:
    send(desk)
    meeting_id, invitee = desk.controller.sheet.meeting.id, desk.controller.sheet.invitees[0]
    paper = papers.record_incoming(office.context, came(office, subject="پاسخ دعوت"))
    answer_from_paper(office.context, paper.id, meeting_id, invitee.key, Answer.DECLINES)
    desk.controller.reload(Changed.MEETINGS)
    assert "پاسخ: نمی‌آید" in shown(desk)[0]
    assert "پاسخ" not in shown(desk)[1]
    assert any(one.startswith(f"{invitee.line.name} نمی‌آید · پاسخ دعوت") for one in texts(desk.page.invitations))
    desk.letters("ح")
    assert "پاسخ: نمی‌آید" in shown(desk)[0], "an act on the meeting leaves it"
