"""The minutes editor, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.minutes_controller import MinutesController
from desktop_app.controllers.minutes_services import minutes_services
from desktop_app.text.refusals import sentence
from desktop_app.views.minutes_page import MinutesPage
from desktop_app.widgets.date_source import date_source
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.wiring import Office


def minutes_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MinutesPage, MinutesController]:
    """The page and its controller."""
    with office.read() as work:
        calendar = work.calendar()
    page = MinutesPage()
    page.set_source(date_source(calendar, office.clock.today, sentence))
    services = minutes_services(office.read, office.write, office.clock, office.press)
    return page, MinutesController(page, services, dialogs, parent)
