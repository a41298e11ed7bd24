"""The port of all asking: code under test is given another one, so that nothing there ever waits for a person."""

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
    """One answer: the key that code knows it by and the verb on its button."""

    key: str
    text: str
    kind: ButtonKind = ButtonKind.OUTLINED
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the first choice is the one that the title proposes, and is filled."""

    title: str
    text: str
    choices: tuple[Choice, ...]
    tone: Tone = Tone.NEUTRAL
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReasonQuestion:
    """Something that needs a reason before it is done."""

    title: str
    text: str
    label: str
    accept: str
    required: bool = True
    dangerous: bool = False


class Dialogs(Protocol):
    """Whoever needs an answer from the operator gets one of these."""

    def ask(self, question: Question) -> str | None:
        """The key of the answer; None when the question was left with Esc or ✕."""
        ...

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something that must be seen before going on."""
        ...

    def pick_save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """Where to save; `kinds` is a filter such as "PDF (*.pdf)". The name has the ending of the suggested one."""
        ...

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Which file to read."""
        ...

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        """Which files to read; none when it was left."""
        ...

    def reason(self, question: ReasonQuestion) -> str | None:
        """The reason as typed, without blanks at its ends; None when the act was left."""
        ...


def sure_to_leave(
    dialogs: Dialogs, title: str, loss: str, *, stay: str, leave: str, save: Callable[[], bool] | None = None
) -> bool:
    """Whether to go on: what is written was saved by ``save``, or may be lost; to stay is proposed, and what Esc means.

    ``save`` answers whether nothing was refused; without it saving is not offered.
    """
    saving = () if save is None else (Choice("save", words.SAVE_AND_LEAVE),)
    choices = (Choice("stay", stay), *saving, Choice("leave", leave, ButtonKind.DANGER))
    answer = dialogs.ask(Question(title, loss, choices, Tone.WARNING))
    return answer == "leave" or (answer == "save" and save is not None and save())


def with_ending(path: Path, ending: str) -> Path:
    """The file with this ending; a dot inside a name, as in «۱۴۰۲.۰۲», begins none."""
    if path.suffix.lower() == ending:
        return path
    return path.with_name(path.name.rstrip(".") + ending)


class QuestionDialog(SheetDialog):
    """A question with its answers as verbs."""

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
        """The key that was chosen."""
        return self._answer

    def _take(self, key: str) -> None:
        self._answer = key
        self.accept()


class ReasonDialog(FormSheet):
    """A few lines to write before an act; an empty reason is refused beneath the field."""

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
        """The reason as it is typed."""
        return self.text()

    def warn(self, text: str) -> None:
        """Beneath the field."""
        self._field.set_notice(text, Tone.WARNING)

    def text(self) -> str:
        """The reason."""
        return self._text.text().strip()

    def editor(self) -> TextArea:
        """Where it is written."""
        return self._text

    def field(self) -> Field:
        """The field around it."""
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
    """What remembers the folder of each kind of file; ``usual`` is the folder that is offered otherwise."""

    def last(self, kind: str, usual: str) -> Path | None:
        """The folder used last, if it is known and there."""
        ...

    def keep(self, kind: str, usual: str, folder: Path) -> None:
        """Remember the folder of an answer."""
        ...


class QtDialogs:
    """The port on the screen; `window` answers the window that questions belong to where no dialog lies over it."""

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
        """The dialog asks before replacing what was typed, not what the ending makes of it."""
        kind, usual = f"save{suggested.suffix}", str(suggested.parent)
        suggested = self._begin(kind, usual, suggested.parent) / suggested.name
        while True:
            typed = ask_save(self._owner(), title, suggested, kinds)
            if typed is None:
                return None
            path = with_ending(typed, suggested.suffix)
            if path == typed or not os.path.lexists(path) or self._may_replace(path):
                self._keep(kind, usual, path.parent)
                return path
            suggested = path

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Begins where such a file was opened last."""
        kind = f"open{_first_ending(kinds)}"
        path = ask_open(self._owner(), title, self._begin(kind, "", folder), kinds)
        if path is None:
            return None
        self._keep(kind, "", path.parent)
        return path

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        """The same for as many as are chosen."""
        kind = f"open{_first_ending(kinds)}"
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


def _first_ending(kinds: str) -> str:
    """«.png» of a filter such as "Pictures (*.png *.jpg)"."""
    found = re.search(r"\*(\.\w+)", kinds)
    return found.group(1).lower() if found is not None else ""
