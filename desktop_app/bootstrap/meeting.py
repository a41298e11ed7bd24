"""The meeting page, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting_controller import MeetingController
from desktop_app.controllers.meeting_services import meeting_services
from desktop_app.views.meeting_page import MeetingPage
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.wiring import Office


def meeting_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MeetingPage, MeetingController]:
    """The page and its controller."""
    page = MeetingPage(office.clock.today, office.clock.local_time)
    services = meeting_services(office.read, office.write, office.clock, office.press)
    return page, MeetingController(page, services, dialogs, parent)
