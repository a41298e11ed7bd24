"""What was done on the page of a meeting is taken back from there: what is stored is then what was stored before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import AgendaItem, AttendanceState, Guest, MeetingState
from desktop_app.services.meetings.agenda import save_item
from desktop_app.window.meeting import words as steps
from desktop_app.window.meeting.page import FACTS, SESSION
from desktop_app.words import history as words
from tests.services.office_steps import Office
from tests.stored_rows import rows
from tests.views.meeting_desk import MeetingAtDesk, at_desk


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A session with a guest, and with an item put aside."""
    meeting_id = office.in_session()
    office.parked()
    for desk in at_desk(office, meeting_id):
        desk.page.signals.guest_saved.emit(Guest(minutes_version_id=0, ordinal=0, name="مهمان"))
        desk.controller.steps.forget()
        yield desk


def _item(desk: MeetingAtDesk, place: int, **facts: Any) -> AgendaItem:
    item: AgendaItem = replace(desk.office.get("agenda", desk.items[place]), **facts)
    return item


def _guest(desk: MeetingAtDesk, **facts: Any) -> Guest:
    guest: Guest = replace(desk.office.where("guests")[0], **facts)
    return guest


def _fresh(desk: MeetingAtDesk) -> AgendaItem:
    return AgendaItem(committee_id=desk.office.committee, meeting_id=desk.meeting_id, ordinal=0, title="تازه")


def _parked(desk: MeetingAtDesk) -> int:
    item: AgendaItem = desk.office.where("agenda", meeting_id=None)[0]
    return item.id


def _mark(desk: MeetingAtDesk, state: AttendanceState, place: int = 0) -> None:
    desk.page.signals.seat_marked.emit(desk.office.seats[place], SeatMark(state=state))


ACTS: dict[str, tuple[Callable[[MeetingAtDesk], object], str]] = {
    "add": (lambda desk: desk.page.signals.item_saved.emit(_fresh(desk)), steps.item_added("تازه")),
    "change": (
        lambda desk: desk.page.signals.item_saved.emit(_item(desk, 1, presenter="ناهید")),
        steps.item_changed("خودارزیابی"),
    ),
    "remove": (lambda desk: desk.page.signals.item_removed.emit(desk.items[1]), steps.item_removed("خودارزیابی")),
    "move": (lambda desk: desk.page.signals.item_moved.emit(desk.items[2], -1), steps.item_moved("ارتباط روستاها")),
    "park": (lambda desk: desk.page.signals.item_parked.emit(desk.items[1]), steps.item_parked("خودارزیابی")),
    "take up": (lambda desk: desk.page.signals.item_taken_up.emit(_parked(desk)), steps.item_taken_up("رونمایی طرح")),
    "start": (lambda desk: desk.page.signals.item_started.emit(desk.items[0]), steps.item_started("گزارش پیگیری")),
    "finish": (lambda desk: desk.page.signals.item_finished.emit(desk.items[0]), steps.item_finished("گزارش پیگیری")),
    "mark": (lambda desk: _mark(desk, AttendanceState.ABSENT), steps.marked("شخص 1", "غایب")),
    "late": (lambda desk: desk.page.signals.seat_late.emit(desk.office.seats[0]), steps.marked("شخص 1", "تأخیر")),
    "guest": (
        lambda desk: desk.page.signals.guest_saved.emit(Guest(minutes_version_id=0, ordinal=0, name="کسی")),
        steps.guest_added("کسی"),
    ),
    "guest's post": (
        lambda desk: desk.page.signals.guest_saved.emit(_guest(desk, post="مدیر")),
        steps.guest_changed("مهمان"),
    ),
    "guest goes": (lambda desk: desk.page.signals.guest_removed.emit(_guest(desk).id), steps.guest_removed("مهمان")),
    "place": (
        lambda desk: desk.page.signals.fact_edited.emit(replace(desk.meeting, place="تالار"), "place"),
        steps.fact_changed("place"),
    ),
    "day": (
        lambda desk: desk.page.signals.fact_edited.emit(replace(desk.meeting, day=date(2023, 4, 30)), "day"),
        steps.fact_changed("day"),
    ),
}


def _stored(desk: MeetingAtDesk) -> dict[str, list[tuple[Any, ...]]]:
    with desk.office.context.read() as work:
        return rows(work)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_and_done_again(desk: MeetingAtDesk, name: str) -> None:
    act, what = ACTS[name]
    before = _stored(desk)
    act(desk)
    after = _stored(desk)
    assert after != before
    desk.controller.undo()
    assert _stored(desk) == before
    assert desk.saved[-1] == words.taken_back(what)
    desk.controller.redo()
    assert _stored(desk) == after
    assert desk.saved[-1] == words.done_again(what)
    assert desk.notice() == ""


def test_the_last_acts_come_back_one_after_the_other(desk: MeetingAtDesk) -> None:
    stood = []
    for act, _what in ACTS.values():
        stood.append(_stored(desk))
        act(desk)
    for before in reversed(stood):
        desk.controller.undo()
        assert _stored(desk) == before
    desk.controller.undo()
    assert desk.saved[-1] == words.NOTHING_TO_UNDO


def test_the_keyboard_goes_where_something_stands_otherwise(desk: MeetingAtDesk) -> None:
    desk.page.go_to_attendance()
    desk.letters("حغ")
    assert desk.cursor() == 2
    desk.controller.undo()
    assert desk.cursor() == 1
    assert desk.states()[:2] == [AttendanceState.PRESENT, AttendanceState.UNMARKED]
    desk.letters("ح")
    assert desk.states()[1] is AttendanceState.PRESENT
    item = desk.items[1]
    desk.page.signals.item_removed.emit(item)
    desk.page.ui.tabs.setCurrentIndex(FACTS)
    desk.controller.undo()
    row = desk.page.agenda.rows.row(item)
    assert row is not None
    assert row.hasFocus()
    assert desk.page.ui.stack.currentIndex() == SESSION
    desk.page.signals.fact_edited.emit(replace(desk.meeting, place="تالار"), "place")
    desk.controller.undo()
    assert desk.page.ui.stack.currentIndex() == FACTS
    assert desk.page.ui.tabs.hasFocus(), "in a field its keys would be those of typing"


def test_another_meeting_forgets_what_was_done_and_the_same_one_does_not(desk: MeetingAtDesk) -> None:
    _mark(desk, AttendanceState.ABSENT)
    desk.controller.show(desk.meeting_id)
    desk.controller.undo()
    assert desk.seat(0).state is AttendanceState.UNMARKED
    desk.controller.redo()
    desk.controller.show(desk.office.planned())
    desk.controller.undo()
    desk.controller.show(desk.meeting_id)
    desk.controller.undo()
    assert desk.saved[-1] == words.NOTHING_TO_UNDO
    assert desk.seat(0).state is AttendanceState.ABSENT


def test_a_step_of_the_course_ends_what_can_be_taken_back(desk: MeetingAtDesk) -> None:
    for place in range(8):
        _mark(desk, AttendanceState.PRESENT, place)
    desk.office.clock.forward(hours=1)
    desk.act("end")
    assert desk.state() is MeetingState.HELD
    desk.controller.undo()
    assert desk.saved[-1] == words.NOTHING_TO_UNDO
    assert desk.seat(7).state is AttendanceState.PRESENT


def test_what_was_changed_elsewhere_since_stays_and_is_told_above_the_page(desk: MeetingAtDesk) -> None:
    desk.page.signals.item_saved.emit(_item(desk, 1, presenter="ناهید"))
    save_item(desk.office.context, _item(desk, 1, title="عنوان از جای دیگر"))
    desk.controller.undo()
    assert "باز هم عوض شده است" in desk.notice()
    assert (_item(desk, 1).title, _item(desk, 1).presenter) == ("عنوان از جای دیگر", "ناهید")
    desk.controller.undo()
    assert desk.saved[-1] == words.NOTHING_TO_UNDO


def test_a_meeting_that_nobody_has_asked_for_yet_has_nothing_to_take_back(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        desk.controller.redo()
        desk.controller.undo()
        assert desk.saved[-2:] == [words.NOTHING_TO_REDO, words.NOTHING_TO_UNDO]
