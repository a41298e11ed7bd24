"""The panel at the left: details of the selected row, or a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.widgets.accessibility.keyboard_focus import has_focus_inside
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import Rule
from desktop_app.widgets.style.state_mark import StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.members_details import Detail, DetailAct, DetailLine
from desktop_app.window.kit.members_format import MembersForm, RowKey
from desktop_app.words import members as words


class MembersPanel(QWidget):
    """Shows details or a form. `act_requested` carries an action key and a nomination id (0: the record itself)."""

    act_requested = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea()
        self.area.setObjectName("panelArea")
        self.area.setAccessibleName(words.PANEL)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.files = FilesButton(self)
        self._form: MembersForm | None = None
        self._may_replace: Callable[[], bool] = lambda: True
        self._detail: Detail | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.area)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no row is selected."""
        self._detail = None
        self._put_button_away()
        empty = EmptyPage()
        empty.set_content(words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, icon="panel-left")
        self._put(empty)

    def show_detail(self, detail: Detail) -> None:
        """Show the details of a record; an open form stays until it is closed."""
        if self._form is not None or detail == self._detail:
            return
        held = self.window().focusWidget()
        name = held.objectName() if held is not None and self.isAncestorOf(held) else ""
        self._detail = detail
        self._put(self._told(detail))
        again = self.area.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name:
            self.focus_first()

    def show_form(self, form: MembersForm) -> None:
        """Show a form instead of the details."""
        self._form = form
        self._put_button_away()
        self._put(form)
        form.focus_first()

    def close_form(self) -> None:
        """Close the form; the details are shown next."""
        self._form = None
        self.show_nothing()

    def form(self) -> MembersForm | None:
        """The open form, or None."""
        return self._form

    def set_guard(self, may_replace: Callable[[], bool]) -> None:
        """Set the question asked before unsaved input is discarded."""
        self._may_replace = may_replace

    def unfinished(self) -> int:
        """Return the number of forms with unsaved input."""
        return int(self._form is not None and self._form.is_dirty())

    def save_now(self) -> bool:
        """Save the open form; return whether it was not refused."""
        if self._form is not None:
            self._form.save()
        return not self.unfinished()

    def let_go(self) -> bool:
        """Close an open form, asking if it holds unsaved input; return whether none is open now."""
        form = self._form
        if form is None:
            return True
        if form.is_dirty() and not self._may_replace():
            form.focus_first()
            return False
        self.close_form()
        return True

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field and scroll to it; return False if there is no such field."""
        form = self._form
        if form is None or not form.show_refusal(field, text):
            return False
        self.area.ensureWidgetVisible(form.field(field))
        return True

    def detail(self) -> Detail | None:
        """The details that are shown."""
        return self._detail

    def button(self, key: str, about: int = 0) -> Button | None:
        """Return the button of an action."""
        return self.area.findChild(Button, f"act_{key}_{about}" if about else f"act_{key}")

    def focus_first(self) -> None:
        """Focus the button of the first action."""
        first = self.area.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _put(self, widget: QWidget) -> None:
        holder = QWidget()
        holder.setAutoFillBackground(False)
        column = QVBoxLayout(holder)
        column.setContentsMargins(GAP_INSIDE, GAP_INSIDE - 2, GAP_INSIDE, GAP_INSIDE)
        column.addWidget(widget)
        if has_focus_inside(self):
            # who goes with the keyboard would hand it to a row, which would then be chosen
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        old = self.area.takeWidget()
        self.area.setWidget(holder)
        # the area fills what it is given
        holder.setAutoFillBackground(False)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _told(self, detail: Detail) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(TextLabel(text=detail.title, role=TextRole.SECTION, wrap=True))
        if detail.context:
            column.addWidget(TextLabel(text=detail.context, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        if detail.told is not None:
            column.addWidget(StateLabel(text=detail.told.text, tone=detail.told.tone, shape=detail.told.shape))
        for label, value in detail.facts:
            column.addLayout(_fact(label, value))
        column.addSpacing(2)
        buttons = self._buttons(detail.acts)
        self._show_files(buttons, detail.key)
        column.addWidget(buttons)
        if detail.heading:
            column.addSpacing(2)
            column.addWidget(Rule())
            column.addWidget(TextLabel(text=detail.heading, role=TextRole.HEAD, ink=Ink.SECOND))
            if not detail.lines:
                column.addWidget(TextLabel(text=detail.empty, role=TextRole.SECOND, ink=Ink.QUIET, wrap=True))
            for line in detail.lines:
                column.addWidget(self._line(line))
        column.addStretch(1)
        return made

    def _show_files(self, buttons: QWidget, key: RowKey) -> None:
        """Show the button of attached files next to the actions."""
        line = buttons.layout()
        if line is not None:
            line.addWidget(self.files)
        self.files.show_record(RecordRef(FileOwner(key[0]), key[1]))
        self.files.show()

    def _put_button_away(self) -> None:
        """Detach the files button before its container is deleted."""
        self.files.setParent(self)
        self.files.show_record(None)

    def _buttons(self, acts: tuple[DetailAct, ...]) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        flow.setContentsMargins(0, 0, 0, 0)
        for act in acts:
            flow.addWidget(self._button(act))
        return made

    def _button(self, act: DetailAct) -> Button:
        alone = act.kind is ButtonKind.QUIET
        button = Button(text="" if alone else act.text, kind=act.kind, icon=act.icon, compact=True, name=act.text)
        button.setObjectName(f"act_{act.key}_{act.about}" if act.about else f"act_{act.key}")
        button.clicked.connect(lambda: self.act_requested.emit(act.key, act.about))
        return button

    def _line(self, line: DetailLine) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(GAP_CARD - 2)
        mark = StateMark()
        mark.show_mark(line.told.shape, line.told.tone)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        parts = QVBoxLayout()
        parts.setSpacing(2)
        parts.addWidget(TextLabel(text=line.title, role=TextRole.STRONG, wrap=True))
        parts.addWidget(TextLabel(text=line.told.text, role=TextRole.NOTE, ink=line.told.tone, wrap=True))
        for note in line.notes:
            parts.addWidget(TextLabel(text=note, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True))
        loud = tuple(act for act in line.acts if act.kind is not ButtonKind.QUIET)
        if loud:
            parts.addWidget(self._buttons(loud))
        row.addLayout(parts, 1)
        for act in line.acts:
            if act.kind is ButtonKind.QUIET:
                row.addWidget(self._button(act), 0, Qt.AlignmentFlag.AlignTop)
        return made


def _fact(label: str, value: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GAP_CARD)
    name = TextLabel(text=label, role=TextRole.SECOND, ink=Ink.SECOND)
    name.setMinimumWidth(92)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(TextLabel(text=value, role=TextRole.BODY, wrap=True), 1)
    return line
