"""The page «بررسی برگه»: a code or number is typed, a file opened, dropped or pasted; the answer stands beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.verified_paper import ToldPaper
from desktop_app.forms.verify_page import Ui_VerifyPage
from desktop_app.text.papers import verify_page as words
from desktop_app.views.files.file_drop import Brought, FileDrop, FilesInFields, pasted
from desktop_app.views.verifying.verified_answer import VerifiedAnswer
from desktop_app.widgets.accessibility.kept_keyboard import keyboard_inside, leave
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action, paste_keys
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


class VerifyPage(Page):
    """Asks and shows; what is asked is answered by the controller."""

    code_given = Signal(str)
    file_requested = Signal()
    brought = Signal(object)
    """What was dropped or pasted, as :class:`~desktop_app.views.files.file_drop.Brought`."""
    stop_requested = Signal()
    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_VerifyPage()
        self.ui.setupUi(self)
        ui = self.ui
        self._answer = VerifiedAnswer()
        ui.cardColumn.addWidget(self._answer, 1)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.setWordWrap(True)
        ui.codeEdit.set_latin(True)
        ui.openFile.set_hint("Ctrl+O")
        # a file that is let go over the field is for the page, too
        ui.codeEdit.setAcceptDrops(False)
        self._connect()
        self.show_nothing()

    def focus_list(self) -> None:
        """The keyboard to the code, what stands there chosen for typing over it."""
        self.ui.codeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.codeEdit.selectAll()

    def code(self) -> str:
        """What is typed."""
        return self.ui.codeEdit.text()

    # ---- showing

    def show_nothing(self) -> None:
        """Nothing was asked yet."""
        self.ui.empty.set_content(words.NOTHING_YET, words.NOTHING_YET_WHY, icon="file-check")
        self._show_answer(shown=False)

    def show_answer(self, answer: ToldPaper, of: str, ways: Sequence[tuple[str, str]]) -> None:
        """The answer to what was asked last."""
        self.ui.band.clear()
        self.ui.codeField.clear_notice()
        self._answer.show_answer(answer, of, ways)
        self._show_answer(shown=True)

    def show_pages(self, count: int, render: Render | None) -> None:
        """The paper of the answer; none with 0 pages."""
        self._answer.show_pages(count, render)

    def show_code(self, code: str) -> None:
        """Put a code into the field from elsewhere."""
        self.ui.codeEdit.set_text(code)

    def show_waiting(self) -> None:
        """A code is being looked up, which takes a moment: the answer to another one is gone already."""
        self.ui.band.clear()
        self.ui.codeField.clear_notice()
        leave(self._answer, self.focus_list)
        self._answer.hide()

    def show_running(self, name: str) -> None:
        """A file is being read; it can be given up. Nothing that was asked before stays meanwhile."""
        self.ui.codeEdit.set_text("")
        self.ui.codeField.clear_notice()
        self._show_answer(shown=False)
        self.ui.band.show_message(words.running(name), action=words.STOP)

    def show_problem(self, title: str, detail: str = "", tone: Tone = Tone.DANGER) -> None:
        """Above the answer: what could not be looked at."""
        self._show_answer(shown=False)
        with keyboard_inside(self, self.focus_list):
            self.ui.band.show_message(title, detail, tone)

    def refuse_code(self, text: str) -> None:
        """Beneath the field; the answer to another code does not stay beside it."""
        self.ui.band.clear()
        self._show_answer(shown=False)
        self.ui.codeField.refuse(text)

    def focus_answer(self) -> None:
        """The keyboard to the way on; whoever has gone to another page meanwhile keeps it there."""
        if self.isVisible():
            self._answer.focus_first()

    # ---- inside

    def _show_answer(self, *, shown: bool) -> None:
        if not shown:
            leave(self._answer, self.focus_list)
        self._answer.setVisible(shown)
        self.ui.empty.setVisible(not shown)

    def _connect(self) -> None:
        ui = self.ui
        ui.verifyCode.clicked.connect(lambda: self.code_given.emit(self.code()))
        ui.codeEdit.returnPressed.connect(lambda: self.code_given.emit(self.code()))
        ui.codeEdit.textEdited.connect(lambda _text: ui.codeField.clear_notice())
        ui.codeEdit.textChanged.connect(self._turn)
        ui.openFile.clicked.connect(self.file_requested)
        ui.band.action_requested.connect(self.stop_requested)
        self._answer.way_chosen.connect(self.way_chosen)
        add_page_action(self, ui.openFile.text(), "Ctrl+O", ui.openFile.click)
        add_page_action(self, words.PASTE, paste_keys(), self._paste)
        FilesInFields(self)
        FileDrop(self, anywhere=True).dropped.connect(self._dropped)

    def _turn(self, text: str) -> None:
        """A code reads from the left, the number of a letter as it stands on the paper."""
        self.ui.codeEdit.set_latin(not any(bidirectional(one) in _RIGHT_TO_LEFT for one in text))

    def _dropped(self, _record: object, found: Brought) -> None:
        if found:
            self.brought.emit(found)

    def _paste(self) -> None:
        """Files, a picture, or the text of a code; what else was copied, or nothing, says what is expected."""
        found = pasted()
        text = QGuiApplication.clipboard().text().strip()
        if found:
            self.brought.emit(found)
        elif text:
            self.show_code(text)
            self.code_given.emit(text)
        else:
            self.show_problem(words.NOTHING_TO_PASTE, tone=Tone.WARNING)
