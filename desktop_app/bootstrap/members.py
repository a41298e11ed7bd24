"""The page of members, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.members.members_controller import MembersController
from desktop_app.views.members.members_page import MembersPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office


def members_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MembersPage, MembersController]:
    """The page and its controller."""
    page = MembersPage(office.clock.today)
    return page, MembersController(page, office.context, dialogs, parent)
