"""Saving of typed text into a file, offered while nothing can be recorded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.files import write_file
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.drafted import Drafted, typed_texts
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.refused_texts import RefusedTexts
from desktop_app.words import recovery as words
from desktop_app.words.refusals import sentence


class TypedCopy(QObject):
    """Offers to save typed text, in the window and in every form over it.

    What stood in a form when it was closed stays part of the copy: none of it can have been recorded.
    """

    def __init__(self, window: QWidget, dialogs: Dialogs, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._dialogs, self._folder = window, dialogs, folder
        self._closed: list[str] = []
        self._offered: set[FormSheet] = set()

    def begin(self) -> None:
        """Show the offer in the open forms and in those opened later."""
        for sheet in self._window.findChildren(FormSheet):
            self._offer(sheet)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def save(self) -> None:
        """Write the typed text into a file outside the data folder, which the operator chooses."""
        typed = self._texts()
        if not typed:
            self._dialogs.tell(words.COPY_NOT_SAVED, words.NOTHING_TYPED)
            return
        path = self._dialogs.pick_save_path(words.COPY_TITLE, Path.home() / words.TYPED_NAME, words.SAVE_KINDS)
        if path is None:
            return

        try:
            write_file(path, typed.encode(), office=self._folder)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.COPY_NOT_SAVED, sentence(problem), Tone.DANGER)
        else:
            self._dialogs.tell(words.COPY_SAVED, words.saved_where(str(path)), Tone.DONE)

    # ---- inside

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        sheet = now.window() if now is not None else None
        if isinstance(sheet, FormSheet):
            self._offer(sheet)

    def _offer(self, sheet: FormSheet) -> None:
        if sheet in self._offered or not sheet.isVisible():
            return
        self._offered.add(sheet)
        sheet.offer(words.NOTHING_RECORDED, words.SAVE_TYPED).connect(self.save)
        sheet.finished.connect(lambda _result: self._keep(sheet))

    def _keep(self, sheet: FormSheet) -> None:
        self._offered.discard(sheet)
        if sheet.is_dirty():
            self._closed += typed_texts(sheet).values()

    def _texts(self) -> str:
        refused = [text for one in self._window.findChildren(RefusedTexts) for text in one.all()]
        texts = [text for text in (*self._closed, *refused, *open_texts(self._window)) if text.strip()]
        return "\n\n".join(dict.fromkeys(texts)) + "\n" if texts else ""


def open_texts(window: QWidget) -> list[str]:
    """Return the texts typed in the window's forms and not recorded."""
    forms = [one for one in window.findChildren(QWidget) if isinstance(one, Drafted) and one.is_dirty()]
    return [text for form in forms for text in typed_texts(form).values()]
