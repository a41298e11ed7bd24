"""What a meeting looks like in words: steps with their days, side states, and the sentence of the band."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.attendance import QuorumRule, quorum
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.meetings import begin_session, end_session
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.meeting import words
from desktop_app.window.meeting.history import (
    HistoryPane,
    band_of,
    context_of,
    course_of,
    crumbs_of,
    entered_later,
    locked_of,
    title_of,
)
from desktop_app.window.meeting.row_format import item_content
from tests.services.office_steps import MONDAY, Office

_S = MeetingState


def sheet(office: Office, meeting_id: int) -> MeetingSheet:
    return meeting_sheet(office.context, meeting_id)


def labels(found: MeetingSheet, now: str = "10:26") -> list[str]:
    return [step.label for step in course_of(found, now, MONDAY).steps]


def notes(found: MeetingSheet, now: str = "10:26") -> list[str]:
    return [step.note for step in course_of(found, now, MONDAY).steps]


# ---- header


def test_the_header_names_number_year_day_hour_and_place(office: Office) -> None:
    meeting = sheet(office, office.convened()).meeting
    assert title_of(meeting) == "جلسهٔ اول"
    assert crumbs_of(meeting) == "جلسه‌ها ‹ ۱۴۰۲ ‹ جلسهٔ ۱"
    assert context_of(meeting) == "عادی · دوشنبه ۱۱ اردیبهشت ۱۴۰۲ · ساعت ۱۰:۰۰ · سالن جلسات"


def test_a_bare_draft_says_what_it_lacks(office: Office) -> None:
    meeting = sheet(office, office.planned(day=None, place="")).meeting
    assert title_of(meeting) == "جلسهٔ بدون شماره"
    assert crumbs_of(meeting) == "جلسه‌ها ‹ جلسهٔ بدون شماره"
    assert context_of(meeting) == "عادی · بدون تاریخ · ساعت ۱۰:۰۰ · محل نامعین"


# ---- steps


def test_passed_steps_bear_their_days_and_the_running_one_its_minutes(office: Office) -> None:
    found = sheet(office, office.in_session())
    course = course_of(found, "10:31", MONDAY)
    assert course.current == 3
    assert course.side is None
    assert notes(found, "10:31")[1:4] == ["۱۱ اردیبهشت", "۱۱ اردیبهشت", "از ساعت ۱۰:۰۵ – ۲۶ دقیقه"]


def test_a_held_meeting_tells_when_it_ended_and_how_long_it_was(office: Office) -> None:
    found = sheet(office, office.held())
    assert course_of(found, "15:00", MONDAY).current == 4
    assert notes(found, "15:00")[3:5] == ["از ساعت ۱۰:۰۵ – ۱۲۵ دقیقه", "۱۱ اردیبهشت · ۱۲:۱۰"]


def test_a_meeting_that_was_entered_later_is_of_its_own_day(office: Office) -> None:
    meeting_id = office.convened()
    office.clock.forward(days=1)
    begin_session(office.context, meeting_id, "10:05")
    running = sheet(office, meeting_id)
    tuesday = MONDAY + timedelta(days=1)
    told = [step.note for step in course_of(running, "20:51", tuesday).steps]
    assert told[3] == "از ساعت ۱۰:۰۵", "the clock of another day measures nothing"
    office.mark_all(meeting_id)
    end_session(office.context, meeting_id, ended_at="12:10")
    told = [step.note for step in course_of(sheet(office, meeting_id), "20:56", tuesday).steps]
    assert told[3:5] == ["از ساعت ۱۰:۰۵ – ۱۲۵ دقیقه", "۱۱ اردیبهشت · ۱۲:۱۰"]
    closed = replace(sheet(office, meeting_id).history[-1], target=_S.CLOSED)
    found = sheet(office, meeting_id)
    found = replace(found, meeting=replace(found.meeting, state=_S.CLOSED), history=(*found.history, closed))
    assert course_of(found, "20:56", tuesday).steps[5].note == "۱۲ اردیبهشت", "closing is of the day it was done"


def test_a_past_meeting_does_not_say_that_it_was_convened_on_the_day_of_its_entry(office: Office) -> None:
    office.clock.forward(days=5)
    meeting_id = office.convened()
    found = sheet(office, meeting_id)
    saturday = MONDAY + timedelta(days=5)
    assert [step.note for step in course_of(found, "10:00", saturday).steps][1:3] == ["", ""]
    pane = HistoryPane()
    pane.show_sheet(found)
    notes_of = [label.text() for label in pane.findChildren(TextLabel) if "۱۴۰۲" in label.text()]
    assert len(notes_of) == 2
    assert all(note.startswith("ثبت در شنبه ۱۶ اردیبهشت ۱۴۰۲") for note in notes_of)
    begin_session(office.context, meeting_id, "10:05")
    pane.show_sheet(sheet(office, meeting_id))
    notes_of = [label.text() for label in pane.findChildren(TextLabel) if "۱۴۰۲" in label.text()]
    assert notes_of[0].startswith("ثبت در "), "it began on its own day, and was entered later"


def test_what_is_done_after_the_meeting_bears_its_own_day(office: Office) -> None:
    found = sheet(office, office.held())
    later = MONDAY + timedelta(days=5)
    closed = replace(found.history[-1], target=_S.CLOSED, day=later)
    assert not entered_later(found.meeting, closed)
    assert not any(entered_later(found.meeting, act) for act in found.history)


def test_a_closed_file_has_passed_all_steps(office: Office) -> None:
    found = sheet(office, office.held())
    closed = replace(found, meeting=replace(found.meeting, state=_S.CLOSED))
    assert course_of(closed, "15:00", MONDAY).current == 6


def test_a_postponed_meeting_stands_amber_in_the_place_it_had_reached(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, _S.POSTPONED, reason="سفر رئیس")
    course = course_of(sheet(office, meeting_id), "10:00", MONDAY)
    assert course.current == 2
    assert course.side is not None
    assert (course.side.label, course.side.tone) == ("به‌تعویق‌افتاده", Tone.WARNING)


def test_after_it_was_put_off_to_another_day_the_invitation_is_still_to_come(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, _S.POSTPONED, _S.SCHEDULED, reason="سفر رئیس")
    course = course_of(sheet(office, meeting_id), "10:00", MONDAY)
    assert (course.current, course.side) == (1, None)
    assert [bool(step.note) for step in course.steps] == [False, True, False, False, False, False]


def test_a_cancelled_meeting_stands_red_where_it_had_reached_before_it_was_put_off(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, _S.POSTPONED, _S.CANCELLED, reason="سفر رئیس")
    course = course_of(sheet(office, meeting_id), "10:00", MONDAY)
    assert course.current == 2
    assert course.side is not None
    assert (course.side.label, course.side.tone) == ("لغوشده", Tone.DANGER)


def test_an_inquorate_end_replaces_the_word_held_also_after_closing(office: Office) -> None:
    found = sheet(office, office.inquorate())
    course = course_of(found, "15:00", MONDAY)
    assert (course.current, labels(found)[4]) == (4, "فاقد حد نصاب")
    assert course.side is not None
    closed = replace(found, meeting=replace(found.meeting, state=_S.CLOSED))
    assert labels(closed)[4] == "فاقد حد نصاب"
    assert course_of(closed, "15:00", MONDAY).side is None


# ---- the band


def band_text(found: MeetingSheet) -> tuple[str, str, Tone]:
    band = band_of(found)
    return band.title, band.detail, band.tone


def test_the_band_of_a_draft_and_of_a_plan_say_the_next_step(office: Office) -> None:
    meeting_id = office.planned()
    assert band_text(sheet(office, meeting_id)) == (words.TO_SCHEDULE, words.TO_SCHEDULE_WHY, Tone.NEUTRAL)
    office.move(meeting_id, _S.SCHEDULED)
    assert band_text(sheet(office, meeting_id)) == (words.TO_CONVENE, words.TO_CONVENE_WHY, Tone.NEUTRAL)


def test_before_the_first_mark_the_band_only_tells_the_rule(office: Office) -> None:
    title, detail, tone = band_text(sheet(office, office.convened()))
    assert (title, tone) == (words.NO_ATTENDANCE_YET, Tone.NEUTRAL)
    assert detail == "حد نصاب: ۵ کرسی و دست‌کم یک نماینده از هر طرف"


def test_the_band_names_a_missing_party_and_the_missing_seats(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, 0, 1, 2)
    title, detail, tone = band_text(sheet(office, meeting_id))
    assert (title, tone) == (words.NOT_OFFICIAL_YET, Tone.WARNING)
    assert detail.startswith("از مرکز ملی کسی حاضر نیست و ۲ کرسی دیگر لازم است")


def test_enough_seats_of_one_party_alone_name_only_the_other(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, 0, 1, 2, 4)
    detail = band_of(sheet(office, meeting_id)).detail
    assert detail.startswith("۱ کرسی دیگر لازم است")


def test_an_official_meeting_says_why_and_afterwards_that_it_was(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, 0, 1, 2, 3, 4)
    title, detail, tone = band_text(sheet(office, meeting_id))
    assert (title, tone) == (words.OFFICIAL, Tone.DONE)
    assert detail.startswith("هر دو طرف نماینده دارند و ۵ کرسی از ۸ کرسی حاضر است")
    held = band_of(sheet(office, office.held()))
    assert (held.title, held.tone) == (words.WAS_OFFICIAL, Tone.DONE)


def test_an_inquorate_meeting_says_what_it_lacked(office: Office) -> None:
    title, detail, tone = band_text(sheet(office, office.inquorate()))
    assert (title, tone) == (words.INQUORATE, Tone.WARNING)
    assert detail.startswith("از مرکز ملی کسی حاضر نبود و ۲ کرسی کم بود")


@pytest.mark.parametrize("state", [_S.HELD, _S.CLOSED])
def test_a_meeting_that_was_held_and_lost_its_attendance_is_not_said_to_have_had_no_quorum(
    office: Office, state: MeetingState
) -> None:
    """As a recovery may leave it: the seats and their marks are gone, or the marks alone."""
    found = sheet(office, office.held())
    unmarked = replace(found, attendance=(), facts_editable=False, meeting=replace(found.meeting, state=state))
    parties = [one.party_id for one in found.quorum.parties]
    for counted in (quorum((), parties, QuorumRule()), replace(found.quorum, present=0)):
        assert band_text(replace(unmarked, quorum=counted))[0] == words.NOBODY_RECORDED
    without = sheet(office, office.inquorate())
    nobody = replace(without, facts_editable=False, quorum=replace(without.quorum, present=0))
    assert band_text(replace(nobody, meeting=replace(nobody.meeting, state=_S.CLOSED)))[0] == words.INQUORATE


def test_the_reason_of_a_side_state_stands_in_the_band(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, _S.POSTPONED, reason="سفر رئیس")
    title, detail, _tone = band_text(sheet(office, meeting_id))
    assert title == words.POSTPONED
    assert detail.startswith("دلیل: سفر رئیس")
    office.move(meeting_id, _S.CANCELLED, reason="برف")
    assert band_text(sheet(office, meeting_id)) == (words.CANCELLED, "دلیل: برف · صورت‌جلسه ندارد.", Tone.DANGER)


def test_a_meeting_without_filled_seats_says_so(office: Office) -> None:
    found = sheet(office, office.convened())
    bare = replace(found, quorum=replace(found.quorum, filled=0, present=0))
    assert band_of(bare).title == words.NO_SEATS
    assert band_of(bare).detail == words.NO_SEATS_WHY
    assert band_of(replace(bare, facts_editable=False)).detail == "", "what is locked is not advised"


# ---- items


def test_the_follow_up_item_counts_what_is_open_and_late(office: Office) -> None:
    found = sheet(office, office.in_session())
    with_open = replace(found, follow_up=replace(found.follow_up, open=7, late=2))
    assert item_content(with_open.agenda[0], 1, with_open).note == "بند اول · ۷ مصوبهٔ باز، ۲ معوق"
    assert item_content(found.agenda[1], 2, found).note == "بند دوم"
    assert item_content(found.agenda[1], 2, found).spoken == "خودارزیابی، بند دوم، ۱۵ دقیقه، نوبت نرسیده"


def test_a_closed_file_says_what_is_closed_and_what_is_not(office: Office) -> None:
    found = sheet(office, office.held())
    closed = replace(found, meeting=replace(found.meeting, state=_S.CLOSED))
    assert locked_of(closed) == words.CLOSED
    for part in ("دستور، مشخصات و حضور ثابت است", "پیوست را می‌توانید بیفزایید یا بردارید", "اصلاحیه"):
        assert part in words.CLOSED
    before = replace(closed, history=(), quorum=quorum((), [], QuorumRule()))
    assert locked_of(before) == words.CLOSED_BEFORE, "what was taken over is not corrected by a new version"
    assert "اصلاحیه" not in words.CLOSED_BEFORE
