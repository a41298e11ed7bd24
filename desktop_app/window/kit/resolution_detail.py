"""Detail of one resolution next to the list: wording, state, facts, deadline, history, and actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from desktop_app.domain.read_models.follow_up_sheets import ResolutionSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.forms.resolution_detail import Ui_ResolutionDetail
from desktop_app.widgets.accessibility.reading_order import layout_widgets
from desktop_app.widgets.controls.button import Button, Link
from desktop_app.widgets.controls.pill import PartyMark, Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.card import FlowLayout, clear_layout
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole, Tone
from desktop_app.window.kit import resolution_format
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.resolution_format import DetailFact
from desktop_app.words import resolutions as words
from desktop_app.words import states
from desktop_app.words.history import HISTORY, HISTORY_KEYS

_A = ResolutionAction
ICONS: Final = {
    _A.NOTIFY: "send",
    _A.VERIFY: "check-check",
    _A.RETURN: "undo-2",
    _A.EXTEND: "history",
    _A.DEFER: "calendar-clock",
    _A.SUPERSEDE: "refresh-cw",
    _A.REVOKE: "ban",
    _A.UNDO: "undo-2",
    _A.TASKS: "list-checks",
}
AT_FOOT: Final = 3


class ResolutionDetail(QWidget):
    """Shows one resolution; `resolution_action_requested` carries the chosen action."""

    resolution_action_requested = Signal(object)
    way_requested = Signal(str)
    """To the minutes, the meeting, its extract on paper, or the successor."""
    close_requested = Signal()
    copied = Signal()
    """The text is on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ResolutionDetail()
        self.ui.setupUi(self)
        self._sheet: ResolutionSheet | None = None
        self._cite = ""
        self._menu = QMenu(self)
        self._buttons: list[Button] = []
        self._facts = QGridLayout(self.ui.facts)
        self._pills = FlowLayout(self.ui.pills, gap=GAP)
        self._acts = QHBoxLayout(self.ui.acts)
        self.files = FilesButton()
        self.ui.head.insertWidget(self.ui.head.indexOf(self.ui.copyText), self.files)
        self._dress()
        self.show_nothing()

    def show_sheet(self, sheet: ResolutionSheet, cite: str) -> None:
        """Show a resolution; ``cite`` is the citation of its upstream decision, or empty."""
        ui = self.ui
        other = self._sheet is None or self._sheet.resolution.id != sheet.resolution.id
        self._sheet, self._cite = sheet, cite
        ui.name.setText(resolution_format.name_of(sheet))
        self.files.show_record(RecordRef(FileOwner.RESOLUTION, sheet.resolution.id))
        ui.text.setText(sheet.clause.text)
        self._show_pills(sheet)
        self._show_facts(resolution_format.facts_of(sheet, cite))
        stations = resolution_format.stations_of(sheet)
        ui.course.show_course(stations, resolution_format.today_of(sheet))
        ui.course.setVisible(len(stations) > 1)
        ui.courseTitle.setText(words.note(words.COURSE, resolution_format.deadline_words(sheet)))
        lines = resolution_format.history_of(sheet)
        ui.history.show_lines(lines)
        ui.historyCount.setText(words.events(len(lines)))
        self._show_acts(sheet)
        ui.stack.setCurrentWidget(ui.whole)
        for button in (ui.copyText, ui.more):
            button.show()
        if other:
            ui.area.verticalScrollBar().setValue(0)

    def show_nothing(self) -> None:
        """Show that no resolution is chosen."""
        ui = self.ui
        self._sheet = None
        ui.name.setText("")
        self.files.show_record(None)
        ui.stack.setCurrentWidget(ui.nothing)
        for button in (ui.copyText, ui.more):
            button.hide()
        self.setFocusProxy(ui.close)

    def sheet(self) -> ResolutionSheet | None:
        """Return the data of the shown resolution."""
        return self._sheet

    def copy_text(self) -> None:
        """Copy the resolution to the clipboard as plain text."""
        if self._sheet is not None:
            QGuiApplication.clipboard().setText(resolution_format.plain_text(self._sheet, self._cite))
            self.copied.emit()

    def buttons(self) -> list[Button]:
        """Return the buttons at the bottom, the filled one first."""
        return list(self._buttons)

    def menu(self) -> QMenu:
        """Return the menu of the actions that have no button."""
        self._menu.clear()
        sheet = self._sheet
        if sheet is None:
            return self._menu
        for action in sheet.actions[AT_FOOT:]:
            entry = self._menu.addAction(self._word(action, sheet))
            entry.setObjectName(f"action_{action.value}")
            entry.triggered.connect(lambda _on=False, action=action: self.resolution_action_requested.emit(action))
        if self._menu.actions():
            self._menu.addSeparator()
        self._menu.addAction(words.COPY_TEXT).triggered.connect(self.copy_text)
        if sheet.resolution.number:
            self._menu.addAction(words.PRINT_EXTRACT).triggered.connect(lambda: self.way_requested.emit("extract"))
        self._menu.addAction(f"{HISTORY}\t{HISTORY_KEYS}").triggered.connect(lambda: self.way_requested.emit("history"))
        return self._menu

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        self.setAccessibleName(words.DETAIL)
        ui.name.set_role(TextRole.SECOND)
        ui.name.set_ink(Ink.SECOND)
        ui.text.set_role(TextRole.SECTION)
        ui.text.setWordWrap(True)
        ui.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for label, text in ((ui.courseTitle, words.COURSE), (ui.historyTitle, words.HISTORY)):
            label.setText(text)
            label.set_role(TextRole.HEAD)
        ui.historyCount.set_role(TextRole.NOTE)
        ui.historyCount.set_ink(Ink.QUIET)
        for button, icon, name in (
            (ui.copyText, "clipboard-copy", words.COPY_TEXT),
            (ui.more, "ellipsis", words.ACTIONS_MENU),
            (ui.close, "x", words.CLOSE),
        ):
            button.set_kind(ButtonKind.QUIET)
            button.set_icon(icon)
            button.set_name(name)
            button.setProperty("compact", True)
        ui.copyText.clicked.connect(self.copy_text)
        ui.more.clicked.connect(self._open_menu)
        ui.close.clicked.connect(self.close_requested)
        ui.nothing.set_content(words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, icon="gavel")
        ui.area.viewport().setAutoFillBackground(False)
        ui.inner.setAutoFillBackground(False)
        ui.area.setAccessibleName(words.DETAIL)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(10)
        self._facts.setVerticalSpacing(9)
        self._facts.setColumnStretch(2, 1)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(GAP)

    def _show_pills(self, sheet: ResolutionSheet) -> None:
        clear_layout(self._pills)
        word, tone, shape, percent = resolution_format.state_pill(sheet)
        pills: list[QWidget] = []
        if sheet.days_late:
            pills.append(Pill(self.ui.pills, text=states.LATE, tone=Tone.DANGER, shape=Shape.TRIANGLE))
        pills.append(Pill(self.ui.pills, text=word, tone=tone, shape=shape, percent=percent))
        said = words.progress(percent, sheet.done_tasks, len(sheet.live_tasks))
        if said and sheet.course.state is not ResolutionState.PROPOSED:
            label = TextLabel(self.ui.pills, text=said, role=TextRole.NOTE, ink=Ink.SECOND)
            label.setMinimumHeight(pills[0].sizeHint().height())
            pills.append(label)
        for pill in pills:
            self._pills.addWidget(pill)
            pill.show()
        self.ui.pills.updateGeometry()

    def _show_facts(self, facts: Sequence[DetailFact]) -> None:
        clear_layout(self._facts)
        top = Qt.AlignmentFlag.AlignTop
        for row, fact in enumerate(facts):
            if fact.label:
                label = TextLabel(self.ui.facts, text=fact.label, role=TextRole.LABEL, ink=Ink.QUIET)
                self._facts.addWidget(label, row, 0, top)
            if fact.party is not None:
                self._facts.addWidget(PartyMark(self.ui.facts, party=fact.party, side=18), row, 1, top)
            if fact.link:
                link = Link(self.ui.facts, text=fact.value, wrap=True)
                link.setObjectName(f"fact_{fact.link}")
                link.setAccessibleName(f"{fact.label} {fact.value}")
                link.clicked.connect(lambda _on=False, way=fact.link: self.way_requested.emit(way))
                self._facts.addWidget(link, row, 1, 1, 2, top)
            else:
                value = TextLabel(self.ui.facts, text=fact.value, role=TextRole.LABEL, wrap=True)
                start = 2 if fact.party is not None else 1
                self._facts.addWidget(value, row, start, 1, 3 - start, top)
        for widget in layout_widgets(self._facts):
            widget.show()

    def _show_acts(self, sheet: ResolutionSheet) -> None:
        # the window's own: while a form closes, the window may not be the active one again yet
        had = self.window().focusWidget() in self._buttons
        clear_layout(self._acts)
        self._buttons = []
        for place, action in enumerate(sheet.actions[:AT_FOOT]):
            kind = ButtonKind.FILLED if not place else ButtonKind.OUTLINED
            button = Button(self.ui.acts, text=self._word(action, sheet), kind=kind, icon=ICONS[action], compact=True)
            button.setObjectName(f"action_{action.value}")
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _on=False, action=action: self.resolution_action_requested.emit(action))
            self._acts.addWidget(button)
            self._buttons.append(button)
            button.show()
        self._acts.addStretch(1)
        for part in (self.ui.ruleFoot, self.ui.acts):
            part.setVisible(bool(self._buttons))
        self.setFocusProxy(self._buttons[0] if self._buttons else self.ui.area)
        if had:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word(self, action: ResolutionAction, sheet: ResolutionSheet) -> str:
        if action is _A.NOTIFY and sheet.corrected is not None:
            return words.NOTIFY_AGAIN
        if action is not _A.UNDO:
            return words.ACTION_BUTTONS[action.value]
        deferred = sheet.course.state is ResolutionState.DEFERRED
        return words.RESUME if deferred else words.undo_title(sheet.undoes)

    def _open_menu(self) -> None:
        open_at(self.menu(), self.ui.more)
