"""Detail of a record next to its list: state, facts, linked records, files, and the actions on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.files import RecordRef
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.action_bar import ActionBar, PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import Rule
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, GAP_PAGE, Ink, TextRole
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.task_format import PillContent, TaskFact
from desktop_app.window.kit.task_parts import PillLine, TaskFactsPane
from desktop_app.words.widgets import CLOSE


@dataclass(frozen=True, slots=True)
class DetailContent:
    """What the detail of one record shows.

    ``record`` owns the attached files. A fact of ``links`` leads to a record: its ``link`` is emitted as an action. The
    actions whose keys are in ``reads`` write nothing and are offered also where the office is read-only.
    """

    caption: str
    title: str
    record: RecordRef
    pills: tuple[PillContent, ...] = ()
    facts: tuple[TaskFact, ...] = ()
    links_title: str = ""
    links: tuple[TaskFact, ...] = ()
    buttons: tuple[PageAction, ...] = ()
    menu: tuple[PageAction, ...] = ()
    reads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NoRecord:
    """The words of the detail while no record is chosen; ``what`` is the name of the detail for screen readers."""

    what: str
    title: str
    why: str
    icon: str


class RecordDetail(QWidget):
    """`act_requested` carries the key of an action, or the link of a linked record."""

    act_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, nothing: NoRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(nothing.what)
        self.files = FilesButton()
        self.acts = ActionBar()
        self.pills, self.facts, self.links = PillLine(), TaskFactsPane(), TaskFactsPane()
        self._content: DetailContent | None = None
        self._writable = True
        self._caption = TextLabel(role=TextRole.NOTE, ink=Ink.QUIET)
        self._title = TextLabel(role=TextRole.SECTION, wrap=True)
        self._links_title = TextLabel(role=TextRole.HEAD)
        self._area = QScrollArea()
        self._area.setAccessibleName(nothing.what)
        self._nothing = EmptyPage()
        self._nothing.set_content(nothing.title, nothing.why, icon=nothing.icon)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._made())
        self._stack.addWidget(self._nothing)
        self.acts.act_requested.connect(self.act_requested)
        self.links.link_requested.connect(self.act_requested)
        self.show_content(None)

    def set_writable(self, *, writable: bool) -> None:
        """Offer the actions that write only where the office may be written."""
        self._writable = writable
        if self._content is not None:
            self._show_acts(self._content)

    def show_content(self, content: DetailContent | None) -> None:
        """Show a record, or that none is chosen."""
        self._content = content
        if content is None:
            self.files.show_record(None)
            self._stack.setCurrentWidget(self._nothing)
            return
        self.files.show_record(content.record)
        self._caption.setText(content.caption)
        self._title.setText(content.title)
        self.pills.show_pills(content.pills)
        self.facts.show_facts(content.facts)
        self.links.show_facts(content.links)
        self.links.setVisible(bool(content.links))
        self._links_title.setText(content.links_title)
        self._links_title.set_role(TextRole.HEAD if content.links else TextRole.NOTE)
        self._show_acts(content)
        self._stack.setCurrentIndex(0)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Give the keyboard to the first button, else to the text, which the arrows scroll."""
        first = next(iter(self._content.buttons), None) if self._content is not None else None
        button = self.acts.button(first.key) if first is not None else None
        (button or self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _show_acts(self, content: DetailContent) -> None:
        buttons, menu = content.buttons, content.menu
        if not self._writable:
            buttons, menu = (tuple(one for one in acts if one.key in content.reads) for acts in (buttons, menu))
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
        for part in (self._title, self.pills, Rule(), self.facts, Rule(), self._links_title, self.links):
            inside.addWidget(part)
        inside.addStretch(1)
        area = self._area
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
