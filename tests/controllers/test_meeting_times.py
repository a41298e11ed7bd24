"""A meeting whose time is past: its hours are typed where it begins and ends, and no clock runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.meetings.agenda import start_item
from desktop_app.services.meetings.meetings import begin_session, end_session
from desktop_app.services.minutes.attendance import mark_late
from desktop_app.window.meeting.forms_over import TimesDialog
from desktop_app.words import meeting_course as course_words
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.shown import child
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import type_text

_S = MeetingState


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A meeting that is entered a day later."""
    meeting_id = office.convened()
    office.clock.forward(days=1, hours=9)
    yield from at_desk(office, meeting_id)


def form_of(desk: MeetingAtDesk) -> TimesDialog:
    form = desk.page.times
    assert form is not None
    return form


def test_both_hours_are_typed_where_it_begins_and_ends(desk: MeetingAtDesk) -> None:
    desk.act("begin")
    assert desk.state() is _S.CONVENED
    form = form_of(desk)
    assert form.ui.timeEdit.time() == "10:00", "the hour it was called for is offered"
    type_text(form.ui.timeEdit, "10:20")
    form.save()
    settle()
    assert (desk.state(), desk.meeting.began_at) == (_S.IN_SESSION, "10:20")
    assert desk.cursor() == 0
    assert not child(desk.page, QTimer, "runningClock").isActive(), "no clock runs for a day that is past"
    desk.letters("ح" * 8)
    desk.act("end")
    form = form_of(desk)
    assert form.ui.timeEdit.time() is None, "nobody knows when it ended"
    form.save()
    assert form.ui.timeField.error()
    type_text(form.ui.timeEdit, "09:00")
    form.save()
    assert form.ui.timeField.error(), "it does not end before it began"
    assert desk.state() is _S.IN_SESSION
    type_text(form.ui.timeEdit, "12:10")
    form.save()
    settle()
    assert (desk.state(), desk.meeting.ended_at) == (_S.HELD, "12:10")
    assert desk.page.times is None
    assert desk.person.asked == [], "the form itself is the question"


def test_of_a_meeting_of_today_that_is_over_the_hours_are_typed(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        office.clock.forward(hours=13)
        desk.act("begin")
        form = form_of(desk)
        assert form.ui.timeEdit.time() == "10:00", "the hour it was called for is offered"
        form.save()
        settle()
        assert (desk.state(), desk.meeting.began_at) == (_S.IN_SESSION, "10:00")
        assert not child(desk.page, QTimer, "runningClock").isActive()
        desk.letters("ح" * 8)
        office.clock.forward(minutes=2)
        desk.act("end")
        form = form_of(desk)
        type_text(form.ui.timeEdit, "11:30")
        form.save()
        settle()
        assert (desk.state(), desk.meeting.ended_at) == (_S.HELD, "11:30")


def test_a_meeting_that_begins_late_and_runs_long_goes_by_the_clock(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        office.clock.forward(minutes=50)
        desk.act("begin")
        assert desk.meeting.began_at == "10:50"
        desk.letters("ح" * 8)
        office.clock.forward(hours=5)
        desk.act("end")
        assert desk.page.times is None
        assert (desk.state(), desk.meeting.ended_at) == (_S.HELD, "15:50")


def test_who_attended_comes_before_the_hour_of_the_end(desk: MeetingAtDesk) -> None:
    desk.act("begin")
    form_of(desk).save()
    settle()
    desk.letters("حح")
    desk.act("end")
    assert desk.page.times is None
    assert "شخص 3" in desk.notice()


def test_without_quorum_the_typed_hour_is_offered_to_the_other_end(desk: MeetingAtDesk) -> None:
    desk.act("begin")
    form_of(desk).save()
    settle()
    desk.letters("حححغغغغغ")
    desk.act("end")
    type_text(form_of(desk).ui.timeEdit, "11:10")
    form_of(desk).save()
    settle()
    button = desk.page.ui.notice.action_button()
    assert button.text() == course_words.END_INQUORATE
    button.click()
    assert form_of(desk).ui.timeEdit.time() == "11:10"
    form_of(desk).save()
    settle()
    assert (desk.state(), desk.meeting.ended_at) == (_S.INQUORATE, "11:10")


def test_the_key_of_delay_opens_the_hour_of_arrival(desk: MeetingAtDesk) -> None:
    desk.act("begin")
    form_of(desk).save()
    settle()
    desk.letters("ت")
    type_text(desk.form(0).ui.arrivedEdit, "10:25")
    desk.form(0).save()
    assert (desk.seat(0).arrived_at, desk.states()[0].value) == ("10:25", "present")


def test_leaving_with_a_typed_hour_asks(desk: MeetingAtDesk) -> None:
    desk.act("begin")
    type_text(form_of(desk).ui.timeEdit, "10:20")
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    desk.person.answer = "leave"
    assert desk.controller.may_leave()
    assert desk.state() is _S.CONVENED


def test_no_clock_of_today_is_taken_for_a_past_day(office: Office) -> None:
    meeting_id = office.convened()
    office.clock.forward(days=1)
    with refused("session_time_missing", "began_at"):
        begin_session(office.context, meeting_id)
    begin_session(office.context, meeting_id, "10:05")
    with refused("arrival_time_missing", "arrived_at"):
        mark_late(office.context, meeting_id, office.seats[0])
    (item, *_) = office.items(meeting_id)
    start_item(office.context, item)
    assert office.get("agenda", item).started_at == ""
    office.mark_all(meeting_id)
    with refused("session_time_missing", "ended_at"):
        end_session(office.context, meeting_id)
    end_session(office.context, meeting_id, ended_at="12:00")
