"""The settings page: sections at the right, the form of one in the middle, its buttons at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.settings_page import Ui_SettingsPage
from desktop_app.widgets.shell.navigation_row import NavigationRow
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.settings import words
from desktop_app.words import backups as backup_words

MOST_WIDTH = 640
BACKUPS = "backups"
LIST_WIDTHS = ((900, 216), (0, 176))
"""From which width of the page the list of sections is how wide."""


@dataclass(frozen=True, slots=True)
class SectionContent:
    """Display data of one section."""

    key: str
    title: str
    icon: str
    panel: SectionPanel
    widest: int = MOST_WIDTH
    """Pixels; fields alone are read best when they are not wider than usual."""


class SettingsPage(Page):
    """Shows one section at a time; the controller decides which."""

    section_requested = Signal(str)
    save_requested = Signal()
    leave_requested = Signal()
    bring_back_requested = Signal()
    backups_requested = Signal()

    def __init__(self, contents: Sequence[SectionContent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)
        self._contents = {content.key: content for content in contents}
        self._rows: dict[str, NavigationRow] = {}
        self._holders: dict[str, QWidget] = {}
        for content in contents:
            content.panel.draft_place = DraftField("settings", 0, content.key)
        self._dress()
        self._list_sections()
        ui = self.ui
        ui.save.clicked.connect(self.save_requested)
        ui.leave.clicked.connect(self.leave_requested)
        ui.bringBack.clicked.connect(self.bring_back_requested)
        add_page_action(self, words.SAVE, "Ctrl+S", self.save_requested.emit)

    def show_section(self, key: str) -> None:
        """Show the form of a section, scrolled to its top."""
        content = self._contents[key]
        for name, row in self._rows.items():
            row.setChecked(name == key)
        self.ui.sectionTitle.setText(content.title)
        for one in self._contents.values():
            # a form that does not show must not make this one as tall as itself
            one.panel.setVisible(one.key == key)
            self._holders[one.key].setVisible(one.key == key)
        self.ui.scroll.verticalScrollBar().setValue(0)

    def show_state(self, text: str, tone: Tone, *, changed: bool, can_bring_back: bool, at_once: bool) -> None:
        """Enable the buttons of the form and show whether it is saved."""
        ui = self.ui
        ui.state.setText(text)
        ui.state.set_ink(tone if tone != Tone.NEUTRAL else Ink.QUIET)
        for button in (ui.save, ui.leave):
            button.setVisible(not at_once)
            button.setEnabled(changed)
        ui.bringBack.setVisible(can_bring_back)

    def focus_list(self) -> None:
        """Focus the row of the section shown."""
        for row in self._rows.values():
            if row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def section_title(self, key: str) -> str:
        """Return the title of a section."""
        return self._contents[key].title

    def row(self, key: str) -> NavigationRow:
        """The row of a section."""
        return self._rows[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the list of sections in a narrow window."""
        super().resizeEvent(event)
        width = next(wide for least, wide in LIST_WIDTHS if self.width() >= least)
        self.ui.sectionsHolder.setFixedWidth(width)

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.setText(words.CONTEXT)
        ui.sectionTitle.set_role(TextRole.SECTION)
        ui.state.set_role(TextRole.NOTE)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.scrollContents.setAutoFillBackground(False)
        ui.sectionsHolder.setAccessibleName(words.SECTIONS)

    def _list_sections(self) -> None:
        column = QVBoxLayout(self.ui.sectionsHolder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for content in self._contents.values():
            row = NavigationRow(self.ui.sectionsHolder, content.title, content.icon, "")
            row.setObjectName(f"section_{content.key}")
            row.clicked.connect(lambda _on=False, key=content.key: self.section_requested.emit(key))
            row.walked.connect(lambda step, key=content.key: self._walk(key, step))
            self._rows[content.key] = row
            column.addWidget(row)
            content.panel.setMaximumWidth(content.widest)
            tall = content.panel.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
            self._holders[content.key] = self._holder_of(content.panel)
            self.ui.stackColumn.addWidget(self._holders[content.key], 1 if tall else 0)
        column.addWidget(self._row_of_backups())
        column.addStretch(1)
        self.ui.stackColumn.addStretch(0)

    def _row_of_backups(self) -> NavigationRow:
        """Return the row that opens the page of backups, which is no section."""
        row = NavigationRow(self.ui.sectionsHolder, backup_words.BACKUPS, "archive", backup_words.KEYS)
        row.setObjectName("section_backups")
        row.setCheckable(False)
        row.clicked.connect(self.backups_requested)
        row.walked.connect(lambda step: self._walk(BACKUPS, step))
        self._rows[BACKUPS] = row
        return row

    def _holder_of(self, panel: QWidget) -> QWidget:
        """Return a row layout around the panel, so that wrapped texts get the right height."""
        holder = QWidget(self.ui.scrollContents)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(panel, 1)
        row.addStretch(0)
        panel.setVisible(False)
        holder.setVisible(False)
        return holder

    def _walk(self, key: str, step: int) -> None:
        keys = list(self._rows)
        self._rows[keys[(keys.index(key) + step) % len(keys)]].setFocus()
