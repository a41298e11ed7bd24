"""The minutes editor, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.controllers.minutes.minutes_controller import MinutesController
from desktop_app.views.minutes.minutes_page import MinutesPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office


def minutes_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MinutesPage, MinutesController]:
    """The page and its controller."""
    page = MinutesPage()
    keep_calendar(page, office, parent)
    return page, MinutesController(page, office.context, dialogs, parent)
