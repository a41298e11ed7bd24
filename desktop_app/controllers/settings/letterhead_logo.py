"""The logo of the letterhead: a file is asked for, read off the window's thread, and shown in its section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import Refused
from desktop_app.text.office import letterhead as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.workers import Workers


class LogoView(Protocol):
    """What the section offers besides its values."""

    logo_requested: SignalInstance

    def show_logo(self, logo: Picture) -> None:
        """The picture that was read."""
        ...

    def show_reading(self, reading: bool) -> None:
        """A large file takes a moment."""
        ...

    def show_refusal(self, field: str, text: str) -> bool:
        """What is wrong with the file."""
        ...


class LetterheadLogo(QObject):
    """``read`` makes a picture of a file, or refuses it; nothing is stored before the section is saved."""

    def __init__(
        self,
        view: LogoView,
        read: Callable[[Path], Picture],
        dialogs: Dialogs,
        workers: Workers,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._read = view, read
        self._dialogs, self._workers = dialogs, workers
        self._folder = folder
        view.logo_requested.connect(self.pick)

    def pick(self) -> None:
        """Ask for a file and read it; the next question begins in its folder."""
        path = self._dialogs.pick_open_path(words.PICK_LOGO, self._folder, words.PICTURE_FILES)
        if path is None:
            return
        self._folder = path.parent
        self._view.show_reading(True)
        self._workers.run(lambda: self._read(path), self._show, self._refuse, owner=self)

    def _show(self, logo: Picture) -> None:
        self._view.show_reading(False)
        self._view.show_logo(logo)

    def _refuse(self, error: BaseException) -> None:
        self._view.show_reading(False)
        if not isinstance(error, Refused):
            raise error
        self._view.show_refusal("logo", sentence(error))
