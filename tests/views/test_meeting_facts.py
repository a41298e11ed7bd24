"""The facts: each field saved when it is left, refused in its place, kept as typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.window.meeting import words
from desktop_app.window.meeting.page import FACTS, SESSION
from desktop_app.words import meeting_course as course_words
from tests.services.office_steps import Office
from tests.shown import child
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import press, type_text


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A meeting that is planned and not scheduled."""
    yield from at_desk(office, office.planned())


def write(line: QLineEdit, text: str) -> None:
    """Type over what stands there and leave the field."""
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    press(line, Qt.Key.Key_Return, "\r")


def test_the_pencil_and_its_keys_lead_to_the_day(desk: MeetingAtDesk) -> None:
    desk.page.ui.editFacts.click()
    settle()
    assert desk.page.ui.stack.currentIndex() == FACTS
    assert desk.page.facts.ui.dayEdit.line().hasFocus()
    desk.page.ui.tabs.setCurrentIndex(SESSION)
    desk.page.agenda.focus_first()
    desk.key(Qt.Key.Key_E, "e", Qt.KeyboardModifier.ControlModifier)
    assert desk.page.ui.stack.currentIndex() == FACTS


def test_each_field_is_saved_when_it_is_left(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    desk.page.ui.tabs.setCurrentIndex(FACTS)
    write(ui.placeEdit, "تالار شهریور")
    write(ui.startsEdit, "9:30")
    write(ui.chairEdit, "بهمن سروستانه")
    write(ui.secretaryEdit, "یاشار کوهبنانه")
    ui.kindEdit.choose(MeetingKind.EXTRAORDINARY.value)
    meeting = desk.meeting
    assert (meeting.place, meeting.starts_at) == ("تالار شهریور", "09:30")
    assert (meeting.chair, meeting.secretary) == ("بهمن سروستانه", "یاشار کوهبنانه")
    assert meeting.kind is MeetingKind.EXTRAORDINARY
    assert "تالار شهریور" in desk.page.ui.context.text()
    assert "ساعت ۰۹:۳۰" in desk.page.ui.context.text()


def test_a_new_day_shows_in_the_header_at_once(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    ui.dayEdit.set_text("۱۴۰۲/۰۳/۰۸")
    assert desk.meeting.day == date(2023, 5, 29)
    assert "دوشنبه ۸ خرداد ۱۴۰۲" in desk.page.ui.context.text()


def test_a_day_that_does_not_exist_stays_as_typed_and_is_not_saved(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    ui.dayEdit.set_text("۱۴۰۲/۱۲/۳۰")
    assert ui.dayEdit.text() == "۱۴۰۲/۱۲/۳۰"
    assert ui.dayField.error()
    assert desk.meeting.day == date(2023, 5, 1)
    assert desk.page.unfinished() == 1


def test_what_is_typed_stays_while_the_page_is_shown_again(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    type_text(ui.placeEdit, "، طبقهٔ دوم")
    desk.controller.reload(Changed.MEETINGS)
    assert ui.placeEdit.text().endswith("، طبقهٔ دوم")
    assert "طبقهٔ دوم" not in desk.meeting.place
    desk.page.facts.flush()
    assert "طبقهٔ دوم" in desk.meeting.place
    assert desk.page.unfinished() == 0


def test_a_note_is_saved_when_it_is_left(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    desk.page.ui.tabs.setCurrentIndex(FACTS)
    ui.noteEdit.setFocus()
    type_text(ui.noteEdit, "یادداشت")
    ui.placeEdit.setFocus()
    assert desk.meeting.note == "یادداشت"


def test_a_draft_is_saved_two_seconds_after_the_last_key(desk: MeetingAtDesk) -> None:
    type_text(desk.page.facts.ui.placeEdit, "۲")
    pause = child(desk.page.facts, QTimer, "pause")
    assert pause.isActive()
    assert pause.interval() == 2_000
    pause.timeout.emit()
    assert desk.meeting.place.endswith("۲")


def test_a_character_that_cannot_be_printed_is_refused_beside_its_field(desk: MeetingAtDesk) -> None:
    ui = desk.page.facts.ui
    write(ui.placeEdit, "سالن ☎")
    assert "☎" in ui.placeField.error()
    assert ui.placeEdit.text() == "سالن ☎"
    assert desk.page.unfinished() == 1
    assert desk.saved[-1] == course_words.NOT_SAVED
    write(ui.placeEdit, "سالن")
    assert ui.placeField.error() == ""
    assert desk.meeting.place == "سالن"


def test_a_blank_at_the_end_is_no_change_that_waits_for_ever(desk: MeetingAtDesk) -> None:
    write(desk.page.facts.ui.chairEdit, "بهمن ")
    assert desk.page.unfinished() == 0


def test_an_invited_meeting_keeps_its_day_and_says_how_to_change_it(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        ui = desk.page.facts.ui
        assert not ui.dayEdit.isEnabled()
        assert not ui.dayFixed.isHidden()
        assert ui.placeEdit.isEnabled()
        assert ui.sessionHolder.isHidden()


def test_the_real_times_can_be_mended_after_the_session(office: Office) -> None:
    for desk in at_desk(office, office.held()):
        ui = desk.page.facts.ui
        assert not ui.sessionHolder.isHidden()
        write(ui.endedEdit, "12:40")
        assert desk.meeting.ended_at == "12:40"
        write(ui.endedEdit, "9:00")
        assert ui.endedField.error()
        assert desk.meeting.ended_at == "12:40"


def test_the_facts_of_a_cancelled_meeting_are_only_read(office: Office) -> None:
    meeting_id = office.planned()
    office.move(meeting_id, MeetingState.CANCELLED, reason="سفر")
    for desk in at_desk(office, meeting_id):
        ui = desk.page.facts.ui
        assert not any(editor.isEnabled() for editor in (ui.dayEdit, ui.placeEdit, ui.noteEdit, ui.kindEdit))
        assert ui.headNote.text() == words.FACTS_READ_ONLY
        assert desk.page.unfinished() == 0
