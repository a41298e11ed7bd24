"""Page «بررسی برگه»: type a code or number, or open, drop or paste a file; the answer is shown beneath.

The answer is a headline with its mark, facts, hidden details, ways on, and the paper at the left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.verified_paper import VerificationText
from desktop_app.domain.rules.verifying import PaperVerdict
from desktop_app.forms.verify_page import Ui_VerifyPage
from desktop_app.widgets.accessibility.keyboard_focus import keep_focus_inside, leave
from desktop_app.widgets.accessibility.screen_reader import announce_alert
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action, paste_keys
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import DroppedFiles, FileDrop, FilesInFields, clipboard_files
from desktop_app.window.verifying import words

_TONES: Final[Mapping[PaperVerdict, Tone]] = {
    PaperVerdict.SAME: Tone.DONE,
    PaperVerdict.KEPT: Tone.WARNING,
    PaperVerdict.HOLDS: Tone.WARNING,
    PaperVerdict.NOT_IN_FORCE: Tone.DANGER,
    PaperVerdict.DIFFERS: Tone.DANGER,
    PaperVerdict.UNKNOWN: Tone.DANGER,
}
PAPER: Final = 420
"""Width of the paper at the left."""
ROOM: Final = 900
"""Least width of an answer that has the paper beside it."""


class _Facts(QScrollArea):
    """Scroll area of the facts of an answer; it may become low."""

    def sizeHint(self) -> QSize:
        """Return the least readable height."""
        return self.minimumSizeHint()


class VerifiedAnswer(QWidget):
    """View of one answer; ``way_chosen`` carries the key of the pressed button."""

    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark()
        self._headline = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        self._of = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(GAP)
        self._ways.addStretch(1)
        self._buttons: list[Button] = []
        self._area = _Facts()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        # the arrows scroll it
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = PageView()
        """The office's own paper."""
        self.pages.thumbnails.hide()
        self.pages.hide()
        self._page_count = 0
        self._lay_out()

    def show_answer(self, answer: VerificationText, of: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show an answer; ``of`` is the file name, empty for a code; ``ways`` are keys and labels of buttons."""
        tone = _TONES[answer.verdict]
        self._mark.show_mark(TONE_SHAPES[tone], tone)
        self._headline.setText(answer.headline)
        self._headline.set_ink(tone)
        self._of.setText(of)
        self._of.setVisible(bool(of))
        self._show_ways(ways)
        self._show_facts(answer)
        self.setAccessibleName(". ".join((answer.headline, *answer.facts)))
        self._area.setAccessibleName(answer.headline)
        announce_alert(self)

    def show_pages(self, count: int, render: Render | None) -> None:
        """Show the paper; 0 pages hide it."""
        self._page_count = count
        self.pages.show_document(count, render)
        self._make_room()

    def focus_first(self) -> None:
        """Focus the first button, else the facts."""
        first = self._buttons[0] if self._buttons else self._area
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the paper if there is not enough room."""
        super().resizeEvent(event)
        self._make_room()

    # ---- inside

    def _make_room(self) -> None:
        self.pages.setFixedWidth(tokens_of(self).px(PAPER))
        self.pages.setVisible(bool(self._page_count) and self.width() >= tokens_of(self).px(ROOM))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._headline, 1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._of)
        column.addLayout(self._ways)
        column.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_CARD)
        row.addLayout(column, 1)
        row.addWidget(self.pages)

    def _show_ways(self, ways: Sequence[tuple[str, str]]) -> None:
        for gone in self._buttons:
            self._ways.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._buttons = [self._way(key, text, first=not place) for place, (key, text) in enumerate(ways)]
        for place, button in enumerate(self._buttons):
            self._ways.insertWidget(place, button)
            # a layout shows what it is given in a while, and what does not show takes no keyboard
            button.show()

    def _way(self, key: str, text: str, *, first: bool) -> Button:
        button = Button(text=text, kind=ButtonKind.OUTLINED if first else ButtonKind.QUIET, compact=True)
        button.setAccessibleName(text)
        button.setObjectName(f"way_{key}")
        button.clicked.connect(lambda: self.way_chosen.emit(key))
        return button

    def _show_facts(self, answer: VerificationText) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(GAP_INSIDE)
        for line in answer.facts:
            column.addWidget(TextLabel(text=line, wrap=True))
        if answer.details:
            details = TextLabel(text="\n".join(answer.details), role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
            details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            details.hide()
            more = Button(text=words.DETAILS, kind=ButtonKind.QUIET, compact=True)
            more.setObjectName("details")
            more.clicked.connect(lambda: details.setVisible(details.isHidden()))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(details)
        column.addStretch(1)
        self._area.setWidget(inner)
        # the card behind it shows
        inner.setAutoFillBackground(False)


_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


class VerifyPage(Page):
    """Takes questions and shows answers; the controller finds the answers."""

    code_given = Signal(str)
    file_requested = Signal()
    brought = Signal(object)
    """What was dropped or pasted, as :class:`~desktop_app.window.kit.file_drop.DroppedFiles`."""
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
        """Focus the code field and select its text."""
        self.ui.codeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.codeEdit.selectAll()

    def code(self) -> str:
        """The typed code or number."""
        return self.ui.codeEdit.text()

    # ---- showing

    def show_nothing(self) -> None:
        """Show the page before the first question."""
        self.ui.empty.set_content(words.NOTHING_YET, words.NOTHING_YET_WHY, icon="file-check")
        self._show_answer(shown=False)

    def show_answer(self, answer: VerificationText, of: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show the answer to the last question."""
        self.ui.band.clear()
        self.ui.codeField.clear_notice()
        self._answer.show_answer(answer, of, ways)
        self._show_answer(shown=True)

    def show_pages(self, count: int, render: Render | None) -> None:
        """Show the paper of the answer; 0 pages hide it."""
        self._answer.show_pages(count, render)

    def show_code(self, code: str) -> None:
        """Set the text of the code field."""
        self.ui.codeEdit.set_text(code)

    def show_waiting(self) -> None:
        """Show that a code is being looked up, and hide the previous answer."""
        self.ui.band.clear()
        self.ui.codeField.clear_notice()
        leave(self._answer, self.focus_list)
        self._answer.hide()

    def show_running(self, name: str) -> None:
        """Show that a file is being read, with a cancel button, and hide the previous answer."""
        self.ui.codeEdit.set_text("")
        self.ui.codeField.clear_notice()
        self._show_answer(shown=False)
        self.ui.band.show_message(words.running(name), action=words.STOP)

    def show_problem(self, title: str, detail: str = "", tone: Tone = Tone.DANGER) -> None:
        """Show the error above the answer."""
        self._show_answer(shown=False)
        with keep_focus_inside(self, self.focus_list):
            self.ui.band.show_message(title, detail, tone)

    def refuse_code(self, text: str) -> None:
        """Show the error beneath the code field and hide the answer."""
        self.ui.band.clear()
        self._show_answer(shown=False)
        self.ui.codeField.refuse(text)

    def focus_answer(self) -> None:
        """Focus the first button of the answer unless another page is shown."""
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
        """Set the writing direction: left to right for codes, right to left for Persian letter numbers."""
        self.ui.codeEdit.set_latin(not any(bidirectional(one) in _RIGHT_TO_LEFT for one in text))

    def _dropped(self, _record: object, found: DroppedFiles) -> None:
        if found:
            self.brought.emit(found)

    def _paste(self) -> None:
        """Verify pasted files, a picture, or a code; show what is expected for anything else."""
        found = clipboard_files()
        text = QGuiApplication.clipboard().text().strip()
        if found:
            self.brought.emit(found)
        elif text:
            self.show_code(text)
            self.code_given.emit(text)
        else:
            self.show_problem(words.NOTHING_TO_PASTE, tone=Tone.WARNING)
