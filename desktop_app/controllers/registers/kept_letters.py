"""Letters of the register as they went out, looked at one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.text.registers import registers as words
from desktop_app.views.meeting.sent_letter import SentLetterDialog
from desktop_app.widgets.paper.open_pages import OpenPages


class KeptLetters:
    """``open_pages`` makes the pages of the letter of an outgoing paper; it may raise ``Refused``."""

    def __init__(self, open_pages: Callable[[int], OpenPages]) -> None:
        self._open = open_pages
        self._pages: OpenPages | None = None

    def show(self, paper: OutgoingPaper, over: QWidget) -> None:
        """Show a letter over the page."""
        self._close()
        pages = self._pages = self._open(paper.id)
        told = words.joined(paper.subject, format_short(paper.day), paper.number)
        dialog = SentLetterDialog(words.letter_to(paper.addressee), told, pages.count, pages.draw, over)
        dialog.let_go.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None
