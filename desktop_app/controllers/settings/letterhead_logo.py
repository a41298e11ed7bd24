"""The logo of the letterhead: picked, dropped or pasted, read off the window's thread, and shown in its section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import Refused
from desktop_app.text.office import letterhead as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.views.settings.letterhead_section import LetterheadSection
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.workers import Workers


class LetterheadLogo(QObject):
    """``read`` makes a picture of a file or its bytes, or refuses it; nothing is stored before the section is saved."""

    def __init__(
        self,
        panel: LetterheadSection,
        read: Callable[[Path | bytes], Picture],
        dialogs: Dialogs,
        workers: Workers,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._read = panel, read
        self._dialogs, self._workers = dialogs, workers
        self._folder = folder
        panel.logo_requested.connect(self.pick)
        panel.logo_brought.connect(self.bring)

    def pick(self) -> None:
        """Ask for a file and read it; the next question begins in its folder."""
        path = self._dialogs.pick_open_path(words.PICK_LOGO, self._folder, words.PICTURE_FILES)
        if path is None:
            return
        self._folder = path.parent
        self.bring(Brought((path,)))

    def bring(self, found: Brought) -> None:
        """Read what was chosen, dropped or pasted."""
        self._panel.show_reading(True)
        self._workers.run(lambda: self._read(_source(found)), self._show, self._refuse, owner=self)

    def _show(self, logo: Picture) -> None:
        self._panel.show_reading(False)
        self._panel.show_logo(logo)

    def _refuse(self, error: BaseException) -> None:
        self._panel.show_reading(False)
        if not isinstance(error, Refused):
            raise error
        self._panel.show_refusal("logo", sentence(error))


def _source(found: Brought) -> Path | bytes:
    """The one file, or a picture as the bytes of one; off the thread of the window, for a large one takes its time."""
    return found.paths[0] if found.picture is None else png_of(found.picture)
