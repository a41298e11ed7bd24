"""Data that are only looked at: the page of a meeting offers only what reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app import wiring
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.meetings import move_meeting
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.window.kit.destinations import OpenMeeting
from desktop_app.window.meeting import words as meeting_words
from desktop_app.window.meeting.page import FACTS, INVITATIONS, SESSION, MeetingPage
from desktop_app.words import invitations as invitation_words
from desktop_app.words import meeting_course as course_words
from desktop_app.words.history import HISTORY
from tests.bootstrap.conftest import Start, clock_before
from tests.bootstrap.only_read import CHANGING, EXTRA, NONE, Looking, looking, names, press, seen
from tests.bootstrap.test_history_page import forge
from tests.conftest import DEMO_DAY
from tests.shown import action, texts
from tests.writing_places import Ground

__all__ = ["looking"]


def test_a_meeting_in_session_offers_only_what_reads(looking: Looking) -> None:
    page = looking.page(OpenMeeting(looking.place.meeting), MeetingPage)
    assert isinstance(page, MeetingPage)
    minutes = page.ui.actions.button("minutes")
    assert minutes is not None
    assert minutes.text() == course_words.SEE_MINUTES
    assert [page.ui.actions.button(key) for key in ("end", "begin", "postpone")] == [None] * 3
    papers = [course_words.PRINT_INVITATION, course_words.PRINT_ATTENDANCE, course_words.PRINT_AGENDA]
    assert names(page.ui.actions.menu()) == [*papers, HISTORY]
    assert not page.ui.editFacts.isVisible()
    assert not page.agenda.ui.add.isVisible()
    assert names(page.agenda.menu_of(looking.place.item)) == []
    row = page.agenda.rows.row(looking.place.item)
    assert row is not None
    page.agenda.rows.focus(looking.place.item)
    press(row, (*CHANGING, (Qt.Key.Key_Space, NONE)))
    assert not [one for one in page.attendance.findChildren(SegmentedSwitch) if one.isVisible()]
    assert not page.attendance.guests.add.isVisible()
    assert not row.content().act
    page.ui.tabs.setCurrentIndex(INVITATIONS)
    assert not {"recordSending", "inviteGuest"} & seen(page)
    action(page, "Ins").trigger()
    action(page, "Ctrl+E").trigger()
    assert page.ui.tabs.currentIndex() == INVITATIONS
    page.ui.tabs.setCurrentIndex(FACTS)
    assert not page.facts.ui.placeEdit.isEnabled()
    assert meeting_words.FACTS_READ_ONLY not in texts(page.facts), "they are not fixed"
    assert page.unfinished() == 0
    page.ui.tabs.setCurrentIndex(SESSION)
    assert page.agenda.form() is None
    assert page.attendance.guests.form() is None
    assert not page.ui.notice.isVisible()
    looking.is_untouched()


@pytest.fixture
def ahead(start: Start, demo_folder: Path) -> Looking:
    """The newest meeting is convened, and its letters are still to go out; an agenda is emptied."""
    office = wiring.open_office(demo_folder, clock_before(DEMO_DAY))
    try:
        with office.context.read() as work:
            newest = max(work.meetings.where(), key=lambda one: one.id)
        if newest.state is not MeetingState.CONVENED:
            move_meeting(office.context, newest.id, MeetingState.CONVENED)
    finally:
        office.close()
    forge(demo_folder, EXTRA)
    run = start(demo_folder)
    run.at("meetings")
    assert run.opening.screens is not None
    return Looking(run, Ground(run.window, run.opening.screens, newest.id, 0, 0))


def test_invitations_that_wait_are_still_counted(ahead: Looking) -> None:
    page = ahead.page(OpenMeeting(ahead.place.meeting), MeetingPage)
    assert isinstance(page, MeetingPage)
    assert page.invitations.waiting() > 0
    page.ui.tabs.setCurrentIndex(INVITATIONS)
    assert not {"recordSending", "inviteGuest"} & seen(page)
    assert page.invitations.ui.summary.text().startswith(invitation_words.summary(8, 1, 0))
    for row in page.invitations.findChildren(ItemRow):
        row.setFocus()
        press(row, (*CHANGING, (Qt.Key.Key_Space, NONE)))
    assert page.sending is None
    assert page.agenda.ui.empty.isHidden()
    ahead.is_untouched()


def test_an_agenda_without_items_says_so(looking: Looking) -> None:
    page = looking.page(OpenMeeting(looking.place.meeting), MeetingPage)
    assert isinstance(page, MeetingPage)
    sheet = meeting_sheet(looking.office.context, looking.place.meeting)
    page.show_sheet(replace(sheet, agenda=()))
    assert page.agenda.ui.empty.isVisible()
    assert meeting_words.EMPTY_AGENDA in texts(page.agenda)
    assert meeting_words.EMPTY_AGENDA_WHY not in texts(page.agenda)
    assert not {one.text() for one in page.agenda.ui.empty.findChildren(QPushButton) if one.isVisible()}
