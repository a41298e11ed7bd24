"""The meeting page, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.bootstrap.paper import ShownPages
from desktop_app.controllers.meeting.made_letters import MadeLetters
from desktop_app.controllers.meeting.meeting_controller import MeetingController
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.pages import PageReader
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services.context import Context
from desktop_app.services.meetings.invitations import sent_letter
from desktop_app.views.meeting.meeting_page import MeetingPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office


class SentLetters:
    """Makes the pages of letters that were sent, on the thread of the window: each is one letter."""

    def __init__(self, context: Context, printing: PaperRenderer) -> None:
        self._context, self._printing = context, printing
        self._reader = PageReader()

    def __call__(self, sent_id: int) -> ShownPages:
        """The pages of the letter of one record."""
        pdf = self._printing.make(PaperKind.INVITATION, sent_letter(self._context, sent_id))
        return ShownPages(self._reader.open(pdf))


def meeting_screen(
    office: Office, dialogs: Dialogs, made: MadeLetters, parent: QObject
) -> tuple[MeetingPage, MeetingController]:
    """The page and its controller."""
    page = MeetingPage(office.clock.today, office.clock.local_time)
    letters = SentLetters(office.context, office.printing)
    return page, MeetingController(page, office.context, dialogs, made.of, letters, parent)
