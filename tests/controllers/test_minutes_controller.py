"""From the draft to final minutes and back before the pen: reading, finalising, withdrawing, versions, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.acts import Act
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.minutes import ClauseKind, MinutesActKind, MinutesState
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work
from desktop_app.widgets.feedback.dialogs import Question, ReasonQuestion
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenMinutes, OpenPaper
from desktop_app.window.minutes import asking_words as asking
from desktop_app.window.minutes import controller as minutes_controller
from desktop_app.window.minutes import words as reading_words
from desktop_app.window.minutes.controller import MinutesController
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.words import clauses as clause_words
from tests.services.office_steps import Office
from tests.shown import texts
from tests.views.minutes_desk import Desk, Person, desk_at, settle
from tests.widgets.typing import press, type_text


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A draft that is whole: talk, a note, and two decisions."""
    meeting_id, version_id = office.written()
    made = desk_at(office, meeting_id, version_id)
    yield made
    made.page.close()
    made.page.deleteLater()


def state_of(desk: Desk) -> MinutesState:
    state = desk.office.get("versions", desk.version_id).state
    assert isinstance(state, MinutesState)
    return state


def read_out(desk: Desk) -> None:
    """F7, then every piece, then «خوانده شد»."""
    desk.page.ui.read.click()
    while desk.page.reading.next.isVisibleTo(desk.page):
        desk.page.reading.next.click()
    desk.page.reading.done.click()


def test_nothing_is_finalised_before_it_was_read_and_the_gap_is_named(desk: Desk) -> None:
    desk.page.ui.finalise.click()
    assert state_of(desk) is MinutesState.DRAFT
    assert desk.band() == asking.NOT_YET
    assert desk.person.asked == []
    desk.page.ui.band.action_button().click()
    assert desk.page.ui.stack.currentWidget() is desk.page.ui.reading
    assert state_of(desk) is MinutesState.REVIEW


def test_reading_goes_piece_by_piece_and_words_are_mended_in_place(desk: Desk) -> None:
    desk.page.ui.read.click()
    reading = desk.page.reading
    assert reading_words.reading_position(1, 4) in texts(reading)
    assert reading.area.text() == "ناهید — فرصت می‌خواهیم."
    press(reading.area, Qt.Key.Key_Return)
    reading.area.go_to_end()
    type_text(reading.area, " تمام شد.")
    reading.next.click()
    assert desk.clauses(1)[0].text == "گزارش شنیده شد. تمام شد."
    acts = desk.office.where("minutes_acts", minutes_version_id=desk.version_id, kind=MinutesActKind.CORRECTED)
    assert len(acts) == 1
    assert reading.next.isVisibleTo(desk.page)
    reading.next.click()
    assert not reading.next.isVisibleTo(desk.page)
    reading.done.click()
    assert desk.office.get("versions", desk.version_id).read_aloud
    assert desk.page.ui.stack.currentWidget() is desk.page.ui.writing


def test_a_refused_word_holds_the_reading(desk: Desk) -> None:
    desk.page.ui.read.click()
    reading = desk.page.reading
    reading.next.click()
    reading.area.go_to_end()
    type_text(reading.area, "☎")
    reading.next.click()
    assert reading.area.text() == "گزارش شنیده شد.☎"
    assert any("☎" in text for text in texts(reading))
    reading.leave.click()
    assert desk.page.ui.stack.currentWidget() is desk.page.ui.reading
    press(reading.area, Qt.Key.Key_Backspace)
    reading.leave.click()
    assert desk.page.ui.stack.currentWidget() is desk.page.ui.writing


def test_finalising_asks_then_says_what_it_did_and_offers_what_comes_next(desk: Desk) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    read_out(desk)
    desk.person.answer = "cancel"
    desk.page.ui.finalise.click()
    assert state_of(desk) is MinutesState.REVIEW
    desk.person.answer = "finalise"
    desk.page.ui.finalise.click()
    assert state_of(desk) is MinutesState.FINAL
    assert [type(question) for question in desk.person.asked] == [Question, Question]
    assert desk.band().startswith("صورت‌جلسه نهایی شد: ۲ مصوبه شماره گرفت")
    detail = desk.page.ui.band.detail()
    assert "پیشنهاد برای جلسهٔ آینده: " in detail, "nobody agreed on the day"
    desk.page.ui.band.action_button().click()
    desk.page.ui.band.second_button().click()
    following = desk.office.where("meetings")[-1]
    assert asked == [OpenPaper(desk.version_id), OpenMeeting(following.id)]
    assert following.id != desk.meeting_id, "drafted by the press"
    assert any(changed & Changed.TASKS for changed in desk.told)
    assert not desk.page.ui.finalise.isVisibleTo(desk.page)
    assert not desk.page.strip.isVisibleTo(desk.page)


def test_in_a_narrow_window_the_inspector_leaves_the_final_minutes_to_be_seen(desk: Desk) -> None:
    desk.page.resize(800, 560)
    settle()
    read_out(desk)
    desk.page.choose(desk.items[1], desk.clauses()[0].id)
    desk.page.drawer.toggle()
    desk.page.side.reveal("executor")
    assert desk.page.drawer.is_open()
    desk.page.signals.finalise_requested.emit()
    assert state_of(desk) is MinutesState.FINAL
    assert not desk.page.drawer.is_open()
    focused = desk.page.focusWidget()
    assert focused is not None
    assert focused.isVisibleTo(desk.page)
    desk.page.drawer.toggle()
    desk.controller.reload(Changed.TASKS | Changed.MINUTES)
    assert desk.page.drawer.is_open(), "who opens it over final minutes reads in it"


def test_final_minutes_are_read_only(desk: Desk) -> None:
    read_out(desk)
    desk.page.ui.finalise.click()
    body = desk.body(2)
    card = body.cards[desk.clauses(2)[0].id]
    assert card.area.isReadOnly()
    assert not card.grip.isVisibleTo(desk.page)
    assert not body.new_clause.isVisibleTo(desk.page)
    desk.page.choose(desk.items[2], desk.clauses(2)[0].id)
    assert not desk.page.side.facts.ui.owner.isEnabled()
    assert not desk.page.side.turn.isVisibleTo(desk.page)


def test_a_withdrawn_version_yields_the_next_and_both_can_be_shown(desk: Desk) -> None:
    read_out(desk)
    desk.page.ui.finalise.click()
    shown: list[Destination] = []
    desk.controller.navigated.connect(shown.append)
    desk.page.signals.withdraw_requested.emit()
    assert isinstance(desk.person.asked[-1], ReasonQuestion)
    assert state_of(desk) is MinutesState.WITHDRAWN
    sheet = desk.page.sheet()
    assert sheet is not None
    assert (sheet.version.version, sheet.editable) == (2, True)
    assert shown == [OpenMinutes(sheet.version.id)]
    read_out(desk)
    desk.person.answer = "cancel"
    desk.page.ui.finalise.click()
    (question,) = (one for one in desk.person.asked[2:] if isinstance(one, Question))
    assert question.text.startswith("شماره‌های پیشین می‌ماند و متن دیگر تغییر نمی‌کند."), "no number is given anew"
    desk.page.signals.version_requested.emit(desk.version_id)
    assert desk.band() == asking.FROZEN_TITLES["withdrawn"]
    assert desk.page.ui.state.text().endswith("باطل")


def test_a_numbered_resolution_is_asked_about_before_it_goes(desk: Desk) -> None:
    read_out(desk)
    desk.page.ui.finalise.click()
    desk.page.signals.withdraw_requested.emit()
    sheet = desk.page.sheet()
    assert sheet is not None
    row = sheet.blocks[2].clauses[0]
    assert row.number
    desk.person.answer = "cancel"
    desk.page.signals.clause_removed.emit(row.clause.id)
    assert len(desk.office.where("clauses", minutes_version_id=sheet.version.id)) == 3
    desk.person.answer = "remove"
    desk.page.signals.clause_removed.emit(row.clause.id)
    assert len(desk.office.where("clauses", minutes_version_id=sheet.version.id)) == 2


def test_inquorate_minutes_offer_no_resolutions(office: Office) -> None:
    meeting_id = office.inquorate()
    version_id = office.draft(meeting_id)
    desk = desk_at(office, meeting_id, version_id)
    clause = office.note(version_id, desk.items[1])
    desk.controller.reload(Changed.MINUTES)
    desk.page.choose(desk.items[1], clause)
    assert not desk.page.side.turn.isVisibleTo(desk.page)
    desk.page.toggle_kind()
    assert desk.clauses()[0].kind is ClauseKind.NOTE
    assert clause_words.NO_RESOLUTIONS in texts(desk.page.side)
    read_out(desk)
    desk.page.ui.finalise.click()
    asked = desk.page.fates.sheet
    assert asked is not None
    asked.save()
    assert state_of(desk) is MinutesState.FINAL
    assert desk.band() == "صورت‌جلسه نهایی شد."
    desk.page.close()
    desk.page.deleteLater()


class FullDisk:
    """Opens acts as an office does, but for the time while its disk is full."""

    def __init__(self, office: Office) -> None:
        self.full, self._office = True, office

    def begin(self, act: Act) -> AbstractContextManager[Work]:
        if self.full:
            raise EnvironmentProblem("folder_not_writable", folder="D:/data")
        return self._office.context.begin(act)


def test_what_the_machine_refuses_is_kept_and_tried_again(office: Office) -> None:
    meeting_id, version_id = office.written()
    page = MinutesPage()
    disk = FullDisk(office)
    controller = MinutesController(page, replace(office.context, begin=disk.begin), Person(), page)
    controller.show(version_id)
    page.show()
    item = office.items(meeting_id)[1]
    clause = office.where("clauses", minutes_version_id=version_id, agenda_item_id=item)[0]
    page.choose(item, clause.id)
    body = page.paper.blocks[item].body
    assert body is not None
    area = body.cards[clause.id].area
    area.go_to_end()
    type_text(area, " دیگر")
    area.settle()
    assert page.ui.band.title() == asking.NOT_SAVED
    assert area.text() == clause.text + " دیگر"
    disk.full = False
    page.ui.band.action_button().click()
    assert office.get("clauses", clause.id).text == clause.text + " دیگر"
    assert not page.ui.bandHolder.isVisibleTo(page)
    page.close()
    page.deleteLater()


def test_another_page_reloads_this_one_only_for_what_shows_here(desk: Desk) -> None:
    desk.office.note(desk.version_id, desk.items[1], "تازه")
    desk.controller.reload(Changed.TASKS)
    assert len(desk.body().cards) == 1
    desk.controller.reload(Changed.MINUTES)
    assert len(desk.body().cards) == 2


def test_ways_out_save_what_is_typed(desk: Desk) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    area = desk.body().new_clause.area
    area.setFocus()
    type_text(area, "نوشته‌ای تازه")
    desk.page.signals.preview_requested.emit()
    assert asked == [OpenPaper(desk.version_id)]
    assert desk.clauses()[-1].text == "نوشته‌ای تازه"
    desk.page.signals.meeting_requested.emit()
    assert asked[-1] == OpenMeeting(desk.meeting_id)


def test_the_text_is_copied_in_lines(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr(desk.page, "copy_text", taken.append)
    told: list[str] = []
    desk.controller.status_message.connect(lambda said, _tone: told.append(said))
    desk.page.signals.copy_requested.emit()
    assert told == [asking.COPIED], "a clipboard shows nothing by itself"
    lines = taken[0].splitlines()
    assert "ناهید — فرصت می‌خواهیم." in lines
    assert "گزارش شنیده شد." in lines
    assert any(line.startswith("مصوبه") for line in lines)


def test_what_is_said_of_minutes_that_cannot_be_read_does_not_stand_over_others(desk: Desk) -> None:
    controller, page = desk.controller, desk.page
    page.show()
    shown = desk.version_id
    controller.visit(OpenMinutes(shown + 99))
    assert not page.ui.head.isVisibleTo(page), "the title of the ones before"
    assert not page.ui.writing.isVisibleTo(page)
    assert not controller.is_open
    went: list[Destination] = []
    controller.navigated.connect(went.append)
    for ask in (page.signals.preview_requested, page.signals.reading_requested, page.signals.meeting_requested):
        ask.emit()
    assert went == []
    controller.visit(OpenMinutes(shown))
    assert page.ui.head.isVisibleTo(page)
    assert page.ui.writing.isVisibleTo(page)


def test_a_file_for_minutes_that_cannot_be_read_is_not_attached_to_others(desk: Desk) -> None:
    shown = desk.page.files.record
    assert shown is not None
    desk.controller.visit(OpenMinutes(desk.version_id + 99))
    assert desk.page.files.record is None
    desk.controller.visit(OpenMinutes(desk.version_id))
    assert desk.page.files.record == shown


def test_what_is_final_is_told_also_where_the_next_meeting_cannot_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_context: Context, _meeting_id: int) -> None:
        raise EnvironmentProblem("storage_full")

    monkeypatch.setattr(minutes_controller, "next_meeting_day", locked)
    read_out(desk)
    desk.person.answer = "finalise"
    desk.page.ui.finalise.click()
    assert desk.band().startswith("صورت‌جلسه نهایی شد: ۲ مصوبه شماره گرفت")
    assert "پیشنهاد برای جلسهٔ آینده" not in desk.page.ui.band.detail()
