"""A record that cannot be read: nothing of the one before stands under its name, and nothing typed for that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenPage
from desktop_app.window.meeting import words
from desktop_app.window.meeting.page import FACTS, HISTORY
from desktop_app.words import history as undo_words
from tests.services.office_steps import Office
from tests.stored_rows import rows
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import type_text

MISSING = 99


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A planned meeting, whose facts may change."""
    yield from at_desk(office, office.planned())


def _fail(desk: MeetingAtDesk) -> None:
    """The operator goes to a meeting that cannot be read."""
    desk.controller.visit(OpenMeeting(desk.meeting_id + MISSING))
    settle()


def _stored(desk: MeetingAtDesk) -> dict[str, list[tuple[Any, ...]]]:
    with desk.office.open_work() as work:
        return rows(work)


def _refusing(*_asked: object) -> None:
    raise EnvironmentProblem("data_locked", code="SQLITE_BUSY")


def test_nothing_of_the_meeting_before_shows_or_may_be_changed(desk: MeetingAtDesk) -> None:
    page, ui = desk.page, desk.page.ui
    assert desk.controller.may_leave()
    _fail(desk)
    for part in (ui.title, ui.context, ui.crumbs, ui.actions, ui.stepper, ui.tabs, ui.editFacts, ui.sessionPage):
        assert not part.isVisible(), part.objectName()
    assert desk.notice()
    assert not desk.controller.is_open
    assert desk.controller.history_key() is None
    assert page.files.record is None, "a file that is dropped or pasted would go to the meeting before"
    before = _stored(desk)
    went: list[Destination] = []
    desk.controller.navigated.connect(went.append)
    for ask in (page.signals.minutes_requested.emit, page.edit_facts, page.signals.guest_requested.emit):
        ask()
    page.signals.act_requested.emit("cancel")
    desk.key(Qt.Key.Key_Insert)
    page.resize(700, 500)
    page.resize(1216, 844)
    settle()
    assert not ui.crumbs.isVisible()
    assert not ui.sessionPage.isVisible()
    assert not ui.factsPage.isVisible()
    assert (went, desk.person.asked, page.agenda.form()) == ([], [], None)
    assert _stored(desk) == before


def test_an_act_on_the_meeting_before_is_not_taken_back_from_there(desk: MeetingAtDesk) -> None:
    desk.page.signals.item_moved.emit(desk.items[2], -1)
    before = _stored(desk)
    _fail(desk)
    desk.controller.undo()
    assert _stored(desk) == before
    assert desk.saved[-1] == undo_words.NOTHING_TO_UNDO


def test_the_way_back_to_the_list_has_the_keyboard(desk: MeetingAtDesk) -> None:
    went: list[Destination] = []
    desk.controller.navigated.connect(went.append)
    _fail(desk)
    assert desk.focused() is desk.page.notice.action_button()
    assert desk.page.notice.action_button().text() == words.BACK_TO_LIST
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Escape)
    assert went == [OpenPage("meetings")] * 2


def test_the_meeting_before_shows_again_as_it_was(desk: MeetingAtDesk) -> None:
    ui = desk.page.ui
    ui.tabs.setCurrentIndex(HISTORY)
    _fail(desk)
    desk.controller.show(desk.meeting_id)
    settle()
    assert desk.notice() == ""
    assert all(part.isVisible() for part in (ui.title, ui.crumbs, ui.actions, ui.stepper, ui.tabs, ui.historyPage))
    assert desk.page.files.record == RecordRef(FileOwner.MEETING, desk.meeting_id)
    ui.tabs.setCurrentIndex(FACTS)
    assert ui.factsPage.isVisible()


def test_what_was_typed_and_not_left_is_saved_before(desk: MeetingAtDesk) -> None:
    desk.page.go_to_fact("place")
    type_text(desk.focused(), " و تالار")
    assert desk.controller.may_leave()
    _fail(desk)
    assert desk.meeting.place.endswith("و تالار")


def test_what_is_typed_in_it_is_neither_lost_nor_saved_for_another(desk: MeetingAtDesk) -> None:
    """Whoever leads there has asked before; where nobody did, a fact is saved and a form waits for its meeting."""
    desk.page.go_to_fact("place")
    type_text(desk.focused(), " و تالار")
    desk.key(Qt.Key.Key_Insert)
    form = desk.page.agenda.form()
    assert form is not None
    form.ui.titleEdit.setFocus()
    type_text(form.ui.titleEdit, "بند تازه")
    _fail(desk)
    assert desk.meeting.place.endswith("و تالار")
    desk.person.answer = "stay"
    assert not desk.controller.may_leave(), "it asks, though its form is out of sight"
    desk.controller.show(desk.meeting_id)
    form = desk.page.agenda.form()
    assert form is not None
    assert form.isVisible()
    assert form.ui.titleEdit.text() == "بند تازه"


def test_a_meeting_that_fails_while_it_shows_stays_with_what_is_typed(
    desk: MeetingAtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.page.go_to_fact("place")
    type_text(desk.focused(), " و تالار")
    with monkeypatch.context() as patched:
        patched.setattr("desktop_app.window.meeting.edit_session.meeting_sheet", _refusing)
        desk.controller.load(desk.meeting_id)
    assert desk.controller.is_open
    assert desk.page.ui.title.isVisible()
    assert desk.page.unfinished() == 1
