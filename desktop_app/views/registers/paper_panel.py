"""One registered paper beside the list: what it is, what it is about, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.history import Named
from desktop_app.domain.read_models.register_sheet import RegisterSheet
from desktop_app.domain.read_models.rows import paper_of_line
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.text.registers import registers as words
from desktop_app.text.shared.widgets import CLOSE
from desktop_app.views.files.files_button import FilesButton
from desktop_app.views.registers.paper_format import LOOKING, about_of, acts_of, facts_of, pills_of
from desktop_app.views.tasks.task_parts import PillLine, TaskFactsPane
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.action_bar import ActionBar
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.ground_frame import Rule
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, GAP_PAGE, Ink, TextRole


class PaperPanel(QWidget):
    """`act_requested` carries the key of an act, or of a way to a record that the paper is about."""

    act_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, name_of: Callable[[Named], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._sheet: RegisterSheet | None = None
        self.setAccessibleName(words.WHAT)
        self.files = FilesButton()
        self._writable = True
        self.acts = ActionBar()
        self.pills, self.facts, self.about = PillLine(), TaskFactsPane(), TaskFactsPane()
        self._caption = TextLabel(role=TextRole.NOTE, ink=Ink.QUIET)
        self._title = TextLabel(role=TextRole.SECTION, wrap=True)
        self._links = TextLabel(text=words.ABOUT, role=TextRole.HEAD)
        self._area = QScrollArea()
        self._nothing = EmptyPage()
        self._nothing.set_content(words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, icon="mail")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._made())
        self._stack.addWidget(self._nothing)
        self.acts.act_requested.connect(self.act_requested)
        self.about.link_requested.connect(self.act_requested)
        self.show_sheet(None)

    def set_writable(self, *, writable: bool) -> None:
        """Of a paper that is only looked at nothing but its history is offered."""
        self._writable = writable
        if self._sheet is not None:
            self._show_acts(self._sheet)

    def sheet(self) -> RegisterSheet | None:
        """What shows."""
        return self._sheet

    def show_sheet(self, sheet: RegisterSheet | None) -> None:
        """Show a paper, or that none is chosen."""
        self._sheet = sheet
        if sheet is None:
            self.files.show_record(None)
            self._stack.setCurrentWidget(self._nothing)
            return
        self.files.show_record(_record(sheet.paper.id, outgoing=sheet.outgoing))
        self._caption.setText(words.caption(sheet.outgoing, sheet.paper.row, sheet.paper.year))
        self._title.setText(sheet.paper.subject)
        self.pills.show_pills(pills_of(sheet))
        self.facts.show_facts(facts_of(sheet))
        about = about_of(sheet, self._name_of)
        self.about.show_facts(about)
        self.about.setVisible(bool(about))
        self._links.setText(words.ABOUT if about else words.NO_LINKS)
        self._links.set_role(TextRole.HEAD if about else TextRole.NOTE)
        self._show_acts(sheet)
        self._stack.setCurrentIndex(0)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The keyboard goes to what is to be done."""
        first = next(iter(acts_of(self._sheet).buttons), None) if self._sheet is not None else None
        button = self.acts.button(first.key) if first is not None else None
        (button or self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _show_acts(self, sheet: RegisterSheet) -> None:
        acts = acts_of(sheet)
        buttons, menu = acts.buttons, acts.menu
        if not self._writable:
            buttons, menu = (tuple(one for one in group if one.key in LOOKING) for group in (buttons, menu))
        self.acts.show_acts(buttons, menu)

    def _made(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(GAP_PAGE, GAP, GAP_PAGE, GAP_PAGE)
        inside.setSpacing(GAP_INSIDE)
        for part in (self._title, self.pills, Rule(), self.facts, Rule(), self._links, self.about):
            inside.addWidget(part)
        inside.addStretch(1)
        area = self._area
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(words.WHAT)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        column.addWidget(area, 1)
        column.addWidget(Rule())
        column.addLayout(self._foot())
        return whole

    def _head(self) -> QHBoxLayout:
        close = Button(kind=ButtonKind.QUIET, icon="x", name=CLOSE, compact=True)
        close.clicked.connect(self.close_requested)
        head = QHBoxLayout()
        head.setContentsMargins(GAP_CARD, GAP_CARD, GAP_PAGE, 0)
        head.addWidget(self._caption, 1)
        head.addWidget(self.files)
        head.addWidget(close)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_PAGE, GAP_CARD, GAP_PAGE, GAP_CARD)
        foot.addWidget(self.acts)
        foot.addStretch(1)
        return foot


def record_of_line(line: int) -> RecordRef:
    """The paper of a line of the registers, as an owner of files."""
    paper_id, outgoing = paper_of_line(line)
    return _record(paper_id, outgoing=outgoing)


def _record(paper_id: int, *, outgoing: bool) -> RecordRef:
    return RecordRef(FileOwner.OUTGOING if outgoing else FileOwner.INCOMING, paper_id)
