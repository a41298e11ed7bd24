"""Interface for asking the operator, and its Qt dialogs; tests replace it so that nothing waits."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.file_dialog import ask_open, ask_open_many, ask_save
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.style.tokens import GAP_CARD, Ink, TextRole, Tone
from desktop_app.words import widgets as words

REASON_LINES = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question: its key and the text of its button."""

    key: str
    text: str
    kind: ButtonKind = ButtonKind.OUTLINED
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question; its first choice is the proposed one."""

    title: str
    text: str
    choices: tuple[Choice, ...]
    tone: Tone = Tone.NEUTRAL
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReasonQuestion:
    """A question that asks for a written reason."""

    title: str
    text: str
    label: str
    accept: str
    required: bool = True
    dangerous: bool = False


class Dialogs(Protocol):
    """Interface for all questions to the operator."""

    def ask(self, question: Question) -> str | None:
        """Ask a question; return the key of the answer, or None on Esc or ✕."""
        ...

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show a message that must be confirmed."""
        ...

    def pick_save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """Ask where to save; `kinds` is a filter such as "PDF (*.pdf)". The name gets the suggested extension."""
        ...

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file to read."""
        ...

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        """Ask for files to read; empty on cancel."""
        ...

    def reason(self, question: ReasonQuestion) -> str | None:
        """Ask for a reason; return it stripped, or None on cancel."""
        ...


def confirm_leave(
    dialogs: Dialogs, title: str, loss: str, *, stay: str, leave: str, save: Callable[[], bool] | None = None
) -> bool:
    """Ask before unsaved text is lost; return whether to go on. ``save`` saves it; staying is the default.

    ``save`` answers whether nothing was refused; without it saving is not offered.
    """
    saving = () if save is None else (Choice("save", words.SAVE_AND_LEAVE),)
    choices = (Choice("stay", stay), *saving, Choice("leave", leave, ButtonKind.DANGER))
    answer = dialogs.ask(Question(title, loss, choices, Tone.WARNING))
    return answer == "leave" or (answer == "save" and save is not None and save())


def with_extension(path: Path, ending: str) -> Path:
    """Return the file with this extension; a dot inside a name, as in «۱۴۰۲.۰۲», starts none."""
    if path.suffix.lower() == ending:
        return path
    return path.with_name(path.name.rstrip(".") + ending)


class QuestionDialog(SheetDialog):
    """Dialog for a question; its buttons are verbs."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=question.title, width=500)
        self._answer: str | None = None
        line = QHBoxLayout()
        line.setSpacing(GAP_CARD)
        if question.tone != Tone.NEUTRAL:
            mark = StateMark(side=20)
            mark.show_mark(TONE_SHAPES[question.tone], question.tone)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(TextLabel(text=question.text, wrap=True), 1)
        self.body.addLayout(line)
        if question.detail:
            self.body.addWidget(TextLabel(text=question.detail, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        self.setAccessibleDescription(question.text)
        for place, choice in enumerate(question.choices):
            first = place == 0 and choice.kind == ButtonKind.OUTLINED
            button = self.add_action(choice.text, ButtonKind.FILLED if first else choice.kind, icon=choice.icon)
            button.clicked.connect(lambda _on=False, key=choice.key: self._take(key))
            if place == 0:
                button.setFocus()

    def answer(self) -> str | None:
        """The key of the chosen answer."""
        return self._answer

    def _take(self, key: str) -> None:
        self._answer = key
        self.accept()


class ReasonDialog(FormSheet):
    """Dialog for a reason; an empty one is refused below the field."""

    def __init__(self, question: ReasonQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=question.title, context=question.text, width=560)
        self._required = question.required
        self._text = TextArea()
        self._text.set_lines(REASON_LINES)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._field = Field(label=question.label, editor=self._text)
        self.body.addWidget(self._field)
        kind = ButtonKind.DANGER if question.dangerous else ButtonKind.FILLED
        accept = self.add_action(question.accept, kind, hint="Ctrl+Enter")
        accept.clicked.connect(self._try)
        # a button's own shortcut acts a moment later, when the text may be another one already
        add_action(self, question.accept, ("Ctrl+Return", "Ctrl+Enter"), self._try)
        self.add_action(words.CANCEL).clicked.connect(self.leave)
        # a reason belongs to no record before its act: the question says what it was typed for
        self.draft_place = DraftField("reason", 0, question.title.replace(".", " "))
        self._text.setFocus()
        self.begin()

    def content(self) -> object:
        """The reason as typed."""
        return self.text()

    def warn(self, text: str) -> None:
        """Show a warning below the field."""
        self._field.set_notice(text, Tone.WARNING)

    def text(self) -> str:
        """The reason."""
        return self._text.text().strip()

    def editor(self) -> TextArea:
        """The text area."""
        return self._text

    def field(self) -> Field:
        """The labelled field with the text area."""
        return self._field

    def _try(self) -> None:
        if self._required and not self.text():
            self._field.set_error(words.REASON_MISSING)
            self._text.setFocus()
            return
        # the act comes right after the dialog has closed
        self.handing_over = True
        self.accept()


class LastFolders(Protocol):
    """Stores the last folder of each kind of file; ``usual`` is the default."""

    def last(self, kind: str, usual: str) -> Path | None:
        """Return the folder used last, if it exists."""
        ...

    def keep(self, kind: str, usual: str, folder: Path) -> None:
        """Store the folder of a chosen file."""
        ...


class QtDialogs:
    """Qt implementation of Dialogs; `window` returns the parent window when no dialog is open."""

    def __init__(self, window: Callable[[], QWidget | None], folders: LastFolders | None = None) -> None:
        self._window, self._folders = window, folders

    def ask(self, question: Question) -> str | None:
        """Show the question and wait for its answer."""
        dialog = QuestionDialog(question, self._owner())
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer()

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show a sentence with one button."""
        self.ask(Question(title, text, (Choice("seen", words.UNDERSTOOD),), tone))

    def pick_save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """Ask where to save, and before replacing a file whose extension was added."""
        kind, usual = f"save{suggested.suffix}", str(suggested.parent)
        suggested = self._begin(kind, usual, suggested.parent) / suggested.name
        while True:
            typed = ask_save(self._owner(), title, suggested, kinds)
            if typed is None:
                return None
            path = with_extension(typed, suggested.suffix)
            if path == typed or not os.path.lexists(path) or self._may_replace(path):
                self._keep(kind, usual, path.parent)
                return path
            suggested = path

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file, starting in the last folder."""
        kind = f"open{_first_extension(kinds)}"
        path = ask_open(self._owner(), title, self._begin(kind, "", folder), kinds)
        if path is None:
            return None
        self._keep(kind, "", path.parent)
        return path

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        """Ask for several files, starting in the last folder."""
        kind = f"open{_first_extension(kinds)}"
        paths = tuple(ask_open_many(self._owner(), title, self._begin(kind, "", folder), kinds))
        if paths:
            self._keep(kind, "", paths[0].parent)
        return paths

    def _owner(self) -> QWidget | None:
        # closing gives the keyboard back to the owner: to what lay in front, not to the window shut out beneath it
        return QApplication.activeModalWidget() or self._window()

    def _begin(self, kind: str, usual: str, folder: Path) -> Path:
        last = self._folders.last(kind, usual) if self._folders is not None else None
        return last or folder

    def _keep(self, kind: str, usual: str, folder: Path) -> None:
        if self._folders is not None:
            self._folders.keep(kind, usual, folder)

    def _may_replace(self, path: Path) -> bool:
        choices = (Choice("other", words.OTHER_NAME), Choice("replace", words.REPLACE, ButtonKind.DANGER))
        told = words.file_is_there(path.name)
        return self.ask(Question(words.REPLACE_TITLE, told, choices, Tone.WARNING)) == "replace"

    def reason(self, question: ReasonQuestion) -> str | None:
        """Ask for a reason and wait for it."""
        dialog = ReasonDialog(question, self._owner())
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.text() if taken else None


def _first_extension(kinds: str) -> str:
    """Return «.png» for a filter such as "Pictures (*.png *.jpg)"."""
    found = re.search(r"\*(\.\w+)", kinds)
    return found.group(1).lower() if found is not None else ""
