"""A file that is not the one that was opened: told above everything, with a copy of what is still in hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.text import recovery as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.fields.drafted import Drafted, typed_texts
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office

GONE: Final = "database_moved"
"""Its name is gone or leads elsewhere, and its records are still in hand."""


class LostFile(QObject):
    """One for an open office; drafts are written on a thread of their own, so it may be told on any."""

    _told = Signal(object)

    def __init__(self, window: MainWindow, office: Office, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._office, self._dialogs = window, office, dialogs
        self._band: MessageBand | None = None
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        office.folder.on_lost = self._told.emit

    # ---- inside

    def _tell(self, problem: EnvironmentProblem) -> None:
        if self._band is None:
            self._band = MessageBand(self._window)
            self._window.ui.frame.insertWidget(0, self._band)
            self._band.action_requested.connect(self._save_copy)
            self._band.second_requested.connect(self._save_typed)
        whole = problem.key == GONE
        self._band.show_message(
            words.FILE_LOST,
            sentence(problem),
            Tone.DANGER,
            words.SAVE_COPY if whole else "",
            second=words.SAVE_TYPED,
        )

    def _save_copy(self) -> None:
        path = self._dialogs.pick_save_path(words.COPY_TITLE, Path.home() / words.COPY_NAME, words.COPY_KINDS)
        if path is None:
            return
        try:
            self._office.folder.rescue(path)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.COPY_NOT_SAVED, sentence(problem), Tone.DANGER)
        else:
            self._dialogs.tell(words.COPY_SAVED, words.saved_where(str(path)), Tone.DONE)

    def _save_typed(self) -> None:
        save_typed(self._window, self._dialogs, self._office.folder.folder)


def save_typed(window: QWidget, dialogs: Dialogs, folder: Path) -> None:
    """Write what is typed and not recorded into a file outside the data folder, wherever the operator wants it."""
    typed = unsaved_texts(window)
    if not typed:
        dialogs.tell(words.COPY_NOT_SAVED, words.NOTHING_TYPED)
        return
    path = dialogs.pick_save_path(words.COPY_TITLE, Path.home() / words.TYPED_NAME, words.SAVE_KINDS)
    if path is None:
        return
    from desktop_app.printing.files import write_file

    try:
        write_file(path, typed.encode(), office=folder)
    except EnvironmentProblem as problem:
        dialogs.tell(words.COPY_NOT_SAVED, sentence(problem), Tone.DANGER)
    else:
        dialogs.tell(words.COPY_SAVED, words.saved_where(str(path)), Tone.DONE)


def unsaved_texts(window: QWidget) -> str:
    """What is typed in the forms of the window and not recorded."""
    forms = [one for one in window.findChildren(QWidget) if isinstance(one, Drafted) and one.is_dirty()]
    texts = [text for form in forms for text in typed_texts(form).values() if text.strip()]
    return "\n\n".join(dict.fromkeys(texts)) + "\n" if texts else ""
