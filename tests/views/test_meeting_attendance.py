"""Attendance by single keys: marks, the cursor, substitutes, times, guests, and what the band says to each key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import Scheme, Tone, tokens_for
from desktop_app.window.meeting import words
from desktop_app.window.meeting.attendance import PartyHead
from desktop_app.window.meeting.seat_row import SeatRow
from desktop_app.words import meeting_course as course_words
from desktop_app.words.widgets import LEAVE_AGAIN
from tests.services.office_steps import Office
from tests.shown import child, label, texts
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import ALT, CONTROL, SHIFT, press, take_mask_of_windows, type_text

PRESENT, VIDEO, ABSENT = AttendanceState.PRESENT, AttendanceState.VIDEO, AttendanceState.ABSENT
EXCUSED, SUBSTITUTE, UNMARKED = AttendanceState.EXCUSED, AttendanceState.SUBSTITUTE, AttendanceState.UNMARKED


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A session that began at 10:05."""
    yield from at_desk(office, office.in_session())


def band(desk: MeetingAtDesk) -> str:
    return desk.page.ui.quorumBand.accessibleName()


def tone(desk: MeetingAtDesk) -> Tone:
    return desk.page.ui.quorumBand.tone()


def test_the_cursor_stands_on_the_first_seat_that_is_not_marked(desk: MeetingAtDesk) -> None:
    assert desk.cursor() == 0


def test_letters_mark_and_the_cursor_goes_on_by_itself(desk: MeetingAtDesk) -> None:
    desk.letters("حومغ")
    assert desk.states()[:4] == [PRESENT, VIDEO, EXCUSED, ABSENT]
    assert desk.cursor() == 4


def test_the_same_keys_work_under_a_latin_layout(desk: MeetingAtDesk) -> None:
    desk.letters("p,ly")
    assert desk.states()[:4] == [PRESENT, VIDEO, EXCUSED, ABSENT]


def test_every_key_is_one_act_that_other_pages_hear_of(desk: MeetingAtDesk) -> None:
    desk.letters("حح")
    assert desk.told == [Changed.MEETINGS | Changed.MINUTES] * 2
    assert desk.saved[-1] == course_words.marked("شخص 2", "حاضر")


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("held", [CONTROL, ALT, CONTROL | ALT])
def test_a_key_with_control_or_alt_marks_nothing(
    desk: MeetingAtDesk, monkeypatch: pytest.MonkeyPatch, held: Qt.KeyboardModifier, windows: bool
) -> None:
    if windows:
        take_mask_of_windows(monkeypatch)
    desk.key(Qt.Key.Key_P, "p", held)
    assert desk.states() == [UNMARKED] * 8
    desk.key(Qt.Key.Key_P, "P", SHIFT)
    assert desk.states()[0] is PRESENT


def test_after_the_last_seat_the_cursor_goes_to_the_first_gap(desk: MeetingAtDesk) -> None:
    desk.letters("ح")
    desk.key(Qt.Key.Key_Down)
    desk.letters("حححححح")
    assert desk.cursor() == 1
    desk.letters("غ")
    assert UNMARKED not in desk.states()


def test_arrows_walk_the_seats_and_stop_at_the_ends(desk: MeetingAtDesk) -> None:
    desk.key(Qt.Key.Key_Up)
    assert desk.cursor() == 0
    for _ in range(9):
        desk.key(Qt.Key.Key_Down)
    assert desk.cursor() == 7
    assert desk.states() == [UNMARKED] * 8


def test_delete_takes_a_mark_back(desk: MeetingAtDesk) -> None:
    desk.letters("ح")
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Delete)
    assert desk.states()[0] is UNMARKED
    assert desk.row(0).switch.value() is None


def test_the_band_follows_every_key(desk: MeetingAtDesk) -> None:
    assert band(desk).startswith(words.NOT_OFFICIAL_YET)
    desk.letters("حححح")
    assert "مرکز ملی" in band(desk)
    assert "۱ کرسی" in band(desk)
    assert tone(desk) == Tone.WARNING
    desk.letters("ح")
    assert band(desk).startswith(words.OFFICIAL)
    assert tone(desk) == Tone.DONE
    desk.key(Qt.Key.Key_Up)
    desk.letters("غ")
    assert band(desk).startswith(words.NOT_OFFICIAL_YET)


def test_the_head_of_a_party_counts_its_seats(desk: MeetingAtDesk) -> None:
    desk.letters("حوغ")
    assert "۲ از ۴ کرسی حاضر" in texts(child(desk.page.attendance, PartyHead))


def test_late_is_arrival_now_with_the_delay_in_words(desk: MeetingAtDesk) -> None:
    desk.office.clock.forward(minutes=23)
    desk.letters("ت")
    assert (desk.seat(0).state, desk.seat(0).arrived_at) == (PRESENT, "10:23")
    assert desk.row(0).times.note.text() == "تأخیر ۱۸ دقیقه"
    assert desk.row(0).times.button.text() == "۱۰:۲۳"
    assert desk.cursor() == 1


def test_late_works_by_the_place_of_the_key(desk: MeetingAtDesk) -> None:
    desk.office.clock.forward(minutes=23)
    desk.letters("j")
    assert desk.seat(0).arrived_at == "10:23"


# ---- a substitute


def test_a_substitute_opens_fields_in_the_row_and_nothing_is_saved_yet(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    assert desk.form(0).ui.nameEdit.hasFocus()
    assert desk.states()[0] is UNMARKED
    assert desk.row(0).switch.value() == SUBSTITUTE.value


def test_a_substitute_is_saved_with_name_letter_and_day(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    ui = desk.form(0).ui
    type_text(ui.nameEdit, "کیوان تنکابنی")
    type_text(ui.letterNumberEdit, "۴۱۲/ص/۱۴۰۲")
    ui.letterDayEdit.set_text("۱۴۰۲/۰۲/۰۶")
    press(ui.letterNumberEdit, Qt.Key.Key_Return, "\r")
    seat = desk.seat(0)
    assert (seat.state, seat.substitute_name) == (SUBSTITUTE, "کیوان تنکابنی")
    assert (seat.letter_number, seat.letter_day) == ("۴۱۲/ص/۱۴۰۲", date(2023, 4, 26))
    assert desk.row(0).name.text() == "کیوان تنکابنی"
    assert desk.row(0).post.text() == "به‌جای شخص 1"
    assert desk.row(0).form() is None
    assert desk.cursor() == 1


def test_a_substitute_without_a_name_is_refused_beside_the_field(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    type_text(desk.form(0).ui.letterNumberEdit, "۴۱۲")
    desk.form(0).ui.save.click()
    assert "شخص 1" in desk.form(0).ui.nameField.error()
    assert desk.form(0).ui.letterNumberEdit.text() == "۴۱۲"
    assert desk.states()[0] is UNMARKED
    assert desk.saved[-1] == course_words.NOT_SAVED


def test_a_wrong_day_of_the_letter_stays_as_typed_and_says_why(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    ui = desk.form(0).ui
    type_text(ui.nameEdit, "کیوان")
    ui.letterDayEdit.set_text("۳۱ مهر ۱۴۰۲")
    ui.save.click()
    assert desk.states()[0] is UNMARKED
    assert ui.letterDayEdit.text() == "۳۱ مهر ۱۴۰۲"
    assert ui.letterDayField.error()


def test_escape_leaves_the_seat_as_it_was(desk: MeetingAtDesk) -> None:
    desk.letters("ح")
    desk.key(Qt.Key.Key_Up)
    desk.letters("ج")
    type_text(desk.form(0).ui.nameEdit, "کیوان")
    desk.key(Qt.Key.Key_Escape)
    assert desk.form(0).ui.nameField.notice_line().text() == LEAVE_AGAIN
    desk.key(Qt.Key.Key_Escape)
    assert desk.row(0).form() is None
    assert desk.row(0).switch.value() == PRESENT.value
    assert desk.cursor() == 0
    assert desk.saved[-1] == course_words.SAVED


def test_what_was_typed_of_a_substitute_survives_other_marks(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    type_text(desk.form(0).ui.nameEdit, "کیوان")
    desk.row(1).focus_switch()
    desk.letters("حح")
    assert desk.form(0).ui.nameEdit.text() == "کیوان"
    assert desk.page.unfinished() == 1


def test_a_wrong_press_on_a_substitute_does_not_lose_the_name(desk: MeetingAtDesk) -> None:
    desk.letters("ج")
    type_text(desk.form(0).ui.nameEdit, "کیوان")
    desk.form(0).ui.save.click()
    desk.row(0).focus_switch()
    desk.letters("ح")
    desk.row(0).focus_switch()
    desk.letters("ج")
    assert desk.form(0).ui.nameEdit.text() == "کیوان"


# ---- times


def test_enter_opens_the_times_of_who_attended(desk: MeetingAtDesk) -> None:
    desk.key(Qt.Key.Key_Return, "\r")
    assert desk.row(0).form() is None
    desk.letters("ح")
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Return, "\r")
    ui = desk.form(0).ui
    assert ui.arrivedEdit.hasFocus()
    assert ui.nameField.isHidden()
    type_text(ui.arrivedEdit, "9:55")
    type_text(ui.leftEdit, "۱۱:۳۰")
    press(ui.leftEdit, Qt.Key.Key_Return, "\r")
    assert (desk.seat(0).arrived_at, desk.seat(0).left_at) == ("09:55", "11:30")
    assert desk.row(0).times.button.text() == "۰۹:۵۵ تا ۱۱:۳۰"
    assert desk.row(0).times.note.isHidden()


def test_leaving_before_arrival_is_refused_beside_the_field(desk: MeetingAtDesk) -> None:
    desk.letters("ح")
    desk.row(0).times.button.click()
    ui = desk.form(0).ui
    type_text(ui.arrivedEdit, "11")
    type_text(ui.leftEdit, "10")
    ui.save.click()
    assert ui.leftField.error()
    assert desk.seat(0).left_at == ""


def test_what_is_no_time_is_not_handed_over(desk: MeetingAtDesk) -> None:
    desk.letters("ح")
    told = len(desk.told)
    desk.row(0).times.button.click()
    ui = desk.form(0).ui
    type_text(ui.arrivedEdit, "۲۵:۷۰")
    ui.save.click()
    assert len(desk.told) == told
    assert ui.arrivedEdit.text() == "۲۵:۷۰"
    assert ui.arrivedField.error()


def test_another_mark_keeps_the_times(desk: MeetingAtDesk) -> None:
    desk.office.clock.forward(minutes=23)
    desk.letters("ت")
    desk.key(Qt.Key.Key_Up)
    desk.letters("و")
    assert (desk.seat(0).state, desk.seat(0).arrived_at) == (VIDEO, "10:23")


# ---- guests


def guest_names(desk: MeetingAtDesk) -> list[str]:
    version = desk.office.where("versions", meeting_id=desk.meeting_id)[-1]
    return [guest.name for guest in desk.office.where("guests", minutes_version_id=version.id)]


def add_guest(desk: MeetingAtDesk, name: str, post: str = "") -> None:
    guests = desk.page.attendance.guests
    guests.add.click()
    form = guests.form()
    assert form is not None
    type_text(form.ui.nameEdit, name)
    type_text(form.ui.postEdit, post)
    press(form.ui.postEdit, Qt.Key.Key_Return, "\r")


def test_guests_are_added_changed_and_taken_off(desk: MeetingAtDesk) -> None:
    guests = desk.page.attendance.guests
    add_guest(desk, "فرزاد کلاردشتی", "کارشناس شبکه")
    assert guest_names(desk) == ["فرزاد کلاردشتی"]
    row = guests.row(desk.office.where("guests")[0].id)
    assert row is not None
    row.setFocus()
    press(row, Qt.Key.Key_F2)
    form = guests.form()
    assert form is not None
    type_text(form.ui.arrivedEdit, "1030")
    form.ui.save.click()
    assert row.content().end == "۱۰:۳۰"
    press(row, Qt.Key.Key_Delete)
    assert guest_names(desk) == []
    settle()


@pytest.mark.parametrize("from_form", [False, True])
def test_a_guest_goes_unasked_and_hands_the_keyboard_to_its_neighbour(desk: MeetingAtDesk, from_form: bool) -> None:
    for name in ("یکم", "دوم", "سوم"):
        add_guest(desk, name)
    guests, made = desk.page.attendance.guests, [one.id for one in desk.office.where("guests")]
    for gone, near in ((1, 2), (2, 0), (0, None)):
        guests.focus(made[gone])
        if from_form:
            desk.key(Qt.Key.Key_F2)
            form = guests.form()
            assert form is not None
            form.ui.remove.setFocus()
            form.ui.remove.click()
        else:
            desk.key(Qt.Key.Key_Delete)
        settle()
        assert guests.form() is None
        assert desk.focused() is (guests.add if near is None else guests.row(made[near]))
    assert not desk.person.asked
    desk.controller.undo()
    assert guest_names(desk) == ["یکم"]
    assert desk.focused() is guests.row(made[0])


def test_a_guest_without_a_name_is_refused_beside_the_field(desk: MeetingAtDesk) -> None:
    guests = desk.page.attendance.guests
    guests.add.click()
    form = guests.form()
    assert form is not None
    type_text(form.ui.postEdit, "کارشناس")
    form.ui.save.click()
    assert form.ui.nameField.error()
    assert form.ui.postEdit.text() == "کارشناس"
    press(form.ui.nameEdit, Qt.Key.Key_Escape)
    assert guests.form() is form
    assert form.ui.nameField.notice_line().text() == LEAVE_AGAIN
    press(form.ui.nameEdit, Qt.Key.Key_Escape)
    assert guests.form() is None


# ---- read only


def test_a_frozen_meeting_shows_states_instead_of_switches(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    for desk in at_desk(office, meeting_id):
        row = desk.row(0)
        assert row.switch.isHidden()
        assert row.state.text() == "حاضر"
        assert desk.page.attendance.guests.add.isHidden()
        assert desk.page.ui.editFacts.isHidden()
        assert words.FROZEN in band(desk)


def test_before_the_invitation_nothing_is_marked_and_the_card_says_when(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        assert desk.row(0).switch.isHidden()
        assert desk.row(0).state.isHidden()
        assert desk.page.attendance.ui.closedNote.text() == words.CLOSED_SEATS


def test_without_a_day_there_are_no_seats_and_the_card_says_why(office: Office) -> None:
    for desk in at_desk(office, office.planned(day=None)):
        assert desk.page.attendance.findChildren(SeatRow) == []
        assert not desk.page.attendance.ui.noSeats.isHidden()


def test_a_narrow_card_puts_posts_beneath_names(desk: MeetingAtDesk) -> None:
    assert desk.row(0).under.isHidden()
    desk.page.resize(840, 500)
    settle()
    assert not desk.row(0).under.isHidden()


def test_with_large_writing_in_a_small_window_the_switch_goes_beneath_and_no_name_is_cut(
    office: Office, qapp: QApplication, look: LookStyle
) -> None:
    look.use(qapp, tokens_for(Scheme.LIGHT, 1.25))
    try:
        for desk in at_desk(office, office.in_session()):
            desk.page.resize(900, 512)
            settle()
            row = desk.row(0)
            assert row.switch.geometry().top() > row.name.geometry().bottom()
            for place in range(8):
                name = desk.row(place).name
                assert name.width() >= name.fontMetrics().horizontalAdvance(name.text())
    finally:
        look.use(qapp, tokens_for(Scheme.LIGHT))


def test_with_large_writing_in_the_smallest_window_three_seats_are_seen_at_once(
    qapp: QApplication, look: LookStyle, desk: MeetingAtDesk
) -> None:
    page = desk.page
    look.use(qapp, tokens_for(Scheme.LIGHT, 1.25))
    try:
        page.resize(900, 512)
        settle()
        assert len(_seen_whole(desk)) >= 3
        assert page.ui.quorumBand.height() < 2 * label(page.ui.quorumBand, page.ui.quorumBand.title()).height()
        page.resize(1216, 844)
        settle()
        assert page.attendance.ui.heading.isVisible()
    finally:
        look.use(qapp, tokens_for(Scheme.LIGHT))


def _seen_whole(desk: MeetingAtDesk) -> list[int]:
    """Seats whose whole row is in sight."""
    view = desk.page.attendance.ui.scroll.viewport()
    rows = desk.page.attendance.findChildren(SeatRow)
    return [row.seat_id() for row in rows if view.rect().contains(QRect(row.mapTo(view, QPoint(0, 0)), row.size()))]


def test_a_time_of_a_guest_that_was_left_with_tab_is_still_unsaved(desk: MeetingAtDesk) -> None:
    add_guest(desk, "فرزاد")
    guests = desk.page.attendance.guests
    row = guests.row(desk.office.where("guests")[0].id)
    assert row is not None
    row.edit_requested.emit()
    form = guests.form()
    assert form is not None
    assert not form.is_dirty()
    form.ui.arrivedEdit.setFocus()
    type_text(form.ui.arrivedEdit, "1010")
    form.ui.leftEdit.setFocus()
    assert form.ui.arrivedEdit.text() == "۱۰:۱۰"
    assert form.is_dirty()
