"""The meeting page of the demo's sixth meeting: in session, before it began, its forms, and in a small window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.meetings import AttendanceState, Meeting
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.meetings import agenda, meeting_facts, meetings
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes import attendance
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.window.meeting.controller import MeetingController
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.meeting.page import FACTS, HISTORY, INVITATIONS, MeetingPage
from desktop_app.window.shell.list_pages import SentLetters
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.views.minutes_desk import Person

TODAY = date(2023, 5, 13)
SESSION, FINAL = 6, 5
PRESENT, VIDEO = SeatMark(state=AttendanceState.PRESENT), SeatMark(state=AttendanceState.VIDEO)
INSTEAD = SeatMark(
    state=AttendanceState.SUBSTITUTE,
    substitute_name="کیوان تنکابنی",
    letter_number="۴۱۲/ص/۱۴۰۲",
    letter_day=date(2023, 4, 26),
)


@cache
def invited_office() -> tuple[wiring.Office, int]:
    """An office of its own a day before the demo's sixth meeting, whose hour changed after most letters went out."""
    opened = wiring.open_office(demo_folder(), _clock())
    context = opened.context
    with opened.context.read() as work:
        meeting = work.meetings.where(number=SESSION)[0]
    attendance.add_guest(context, meeting.id, name="فرزاد کلاردشتی", post="کارشناس شبکه")
    everybody = [row.key for row in meeting_sheet(opened.context, meeting.id).invitees]
    first = Sending(invitees=tuple(everybody[:3]), day=TODAY, way=SendingWay.BY_HAND)
    meeting_facts.save_meeting(context, replace(meeting, starts_at="10:30"))
    send_invitations(context, meeting.id, first)
    return opened, meeting.id


def _clock() -> StoryClock:
    clock = StoryClock(TODAY)
    clock.set_clock(TODAY, "08:00")
    return clock


def invitations_page() -> MeetingPage:
    """Who was told, who is told otherwise than it is now, and who was told nothing yet."""
    opened, meeting_id = invited_office()
    page = MeetingPage(_clock().today, _clock().local_time)
    letters = SentLetters(opened.context, opened.printing)
    MeetingController(page, opened.context, Person(), MadeLetters().of, letters, page).show(meeting_id)
    page.ui.tabs.setCurrentIndex(INVITATIONS)
    return page


def open_sending(widget: QWidget) -> None:
    """The form that records a sending."""
    _page(widget).signals.sending_requested.emit(())


@cache
def office() -> tuple[wiring.Office, StoryClock, int]:
    """An open office in the middle of the demo's sixth meeting, its clock, and a bare draft besides."""
    folder = demo_folder()
    clock = StoryClock(TODAY)
    clock.set_clock(TODAY, "10:00")
    opened = wiring.open_office(folder, clock)
    context = opened.context
    meetings.begin_session(opened.context, SESSION)
    sheet = meeting_sheet(opened.context, SESSION)
    seats = [row.seat_id for party in sheet.attendance for row in party.rows]
    for seat_id, mark in zip(seats, (PRESENT, PRESENT, VIDEO, INSTEAD, PRESENT, PRESENT), strict=False):
        attendance.mark_attendance(context, SESSION, seat_id, mark)
    attendance.add_guest(context, SESSION, name="فرزاد کلاردشتی", post="کارشناس شبکه، بند چهارم")
    agenda.start_item(opened.context, sheet.agenda[0].item.id)
    clock.set_clock(TODAY, "10:18")
    attendance.mark_late(context, SESSION, seats[6])
    agenda.start_item(opened.context, sheet.agenda[1].item.id)
    draft = meetings.add_meeting(context, Meeting(committee_id=1)).id
    return opened, clock, draft


def page_of(meeting_id: int) -> MeetingPage:
    """The page over the office at 10:26."""
    opened, _, _ = office()
    # a clock of its own: that of the office goes on with each page that was taken before
    clock = StoryClock(TODAY)
    clock.set_clock(TODAY, "10:26")
    page = MeetingPage(clock.today, clock.local_time)
    letters = SentLetters(opened.context, opened.printing)
    context = replace(opened.context, clock=clock)
    MeetingController(page, context, Person(), MadeLetters().of, letters, page).show(meeting_id)
    # a picture is of one second: on a busy machine the running item went on before it was taken
    running = page.findChild(QTimer, "runningClock")
    assert running is not None
    running.stop()
    return page


def _page(widget: QWidget) -> MeetingPage:
    assert isinstance(widget, MeetingPage)
    return widget


def open_forms(widget: QWidget) -> None:
    """A substitute, an item and a guest in the middle of being typed."""
    page = _page(widget)
    opened, _, _ = office()
    sheet = meeting_sheet(opened.context, SESSION)
    page.agenda.menu_of(sheet.agenda[2].item.id).actions()[1].trigger()
    seats = [row.seat_id for party in sheet.attendance for row in party.rows]
    row = page.attendance.row(seats[3])
    assert row is not None
    row.open_times()


def open_tab(tab: int) -> GalleryPage:
    """One of the other tabs."""
    name = {FACTS: "meeting-facts", HISTORY: "meeting-history"}[tab]
    return GalleryPage(
        name, lambda: page_of(SESSION), (1216, 844), prepare=lambda widget: _page(widget).ui.tabs.setCurrentIndex(tab)
    )


PAGES = (
    GalleryPage("meeting", lambda: page_of(SESSION), (1216, 844)),
    GalleryPage("meeting-forms", lambda: page_of(SESSION), (1216, 844), prepare=open_forms),
    GalleryPage("meeting-final", lambda: page_of(FINAL), (1216, 844)),
    GalleryPage("meeting-draft", lambda: page_of(office()[2]), (1216, 844)),
    GalleryPage("meeting-1280x720", lambda: page_of(SESSION), (1220, 692)),
    GalleryPage("meeting-960x540", lambda: page_of(SESSION), (900, 512)),
    GalleryPage("meeting-invitations", invitations_page, (1216, 844)),
    GalleryPage("meeting-invitations-960x540", invitations_page, (900, 512)),
    GalleryPage(
        "meeting-sending",
        invitations_page,
        (1216, 844),
        prepare=open_sending,
        subject=lambda widget: _page(widget).sending or widget,
    ),
    open_tab(FACTS),
    open_tab(HISTORY),
)
