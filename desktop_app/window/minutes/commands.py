"""The keys and the menus of the minutes page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.window.kit.state_format import minutes_content
from desktop_app.window.minutes import words
from desktop_app.window.minutes.format import CLOSING_ITEM, SIGNERS_ITEM
from desktop_app.window.minutes.new_line import PhraseArea
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import carrying as carrying_words
from desktop_app.words import clauses as clause_words
from desktop_app.words import effects as effect_words
from desktop_app.words.history import HISTORY, HISTORY_KEYS


class CommandedPage(Protocol):
    """The page as the commands need it."""

    def sheet(self) -> MinutesSheet | None:
        """The sheet that is shown."""

    def chosen(self) -> tuple[int, int]:
        """The selected agenda item and clause."""

    def chosen_row(self) -> ClauseRow | None:
        """The selected clause as stored."""

    def choose(self, agenda_item_id: int, clause_id: int) -> None:
        """Select an agenda item and a clause."""

    def open_part(self, key: int) -> None:
        """Open the closing part or the signers and focus it."""

    def start_clause(self) -> None:
        """Focus the line for a new clause."""

    def toggle_kind(self) -> None:
        """Make the selected clause a resolution, or the reverse."""


class MinutesCommands(QObject):
    """Shortcuts of the page, the menu of its header, and the menu of a clause's handle."""

    def __init__(self, page: CommandedPage, owner: QWidget, writing: QWidget, signals: MinutesSignals) -> None:
        super().__init__(owner)
        self._page = page
        self._owner = owner
        self._signals = signals
        self.menu: QMenu | None = None
        signals.clause_menu_requested.connect(self._clause_menu)
        signals.said_menu_requested.connect(self._contribution_menu)
        add_page_action(owner, words.PREVIEW, "Ctrl+P", signals.preview_requested.emit)
        add_page_action(owner, words.READING, "F7", signals.reading_requested.emit)
        add_page_action(owner, words.TO_MEETING, "F6", signals.meeting_requested.emit)
        add_page_action(writing, words.NEW_CLAUSE, ("Ctrl+Return", "Ctrl+Enter"), page.start_clause)
        add_page_action(writing, clause_words.TURN_TO_RESOLUTION, "Ctrl+M", self._turn)
        add_page_action(writing, effect_words.TITLE, "Ctrl+E", self._open_effect_form)

    def _turn(self) -> None:
        """Change the kind of the typed line or the selected clause; do nothing in an empty line."""
        line = self._owner.focusWidget()
        if not isinstance(line, PhraseArea) or line.text().strip():
            self._page.toggle_kind()

    def _open_effect_form(self) -> None:
        """Open the form for an effect of the selected clause."""
        row = self._page.chosen_row()
        if row is not None:
            self._signals.effect_requested.emit(row.clause.id, None)

    def open_menu(self, button: QWidget) -> None:
        """Open the menu of the header beneath its button."""
        sheet = self._page.sheet()
        if sheet is None:
            return
        menu = self._fresh_menu("minutesMenu")
        self._add(menu, words.CLOSING, lambda: self._page.open_part(CLOSING_ITEM), "file-text")
        self._add(menu, words.SIGNERS, lambda: self._page.open_part(SIGNERS_ITEM), "signature")
        self._add_versions(menu, sheet)
        if sheet.editable and any(block.row.is_unreached for block in sheet.blocks):
            self._add(menu, carrying_words.OPEN_FORM, self._signals.fates_requested.emit, "list-checks")
        menu.addSeparator()
        self._add(menu, words.COPY_TEXT, self._signals.copy_requested.emit, "copy")
        self._add(menu, words.TO_MEETING, self._signals.meeting_requested.emit, "calendar", "F6")
        self._add(menu, HISTORY, self._signals.history_requested.emit, "history", HISTORY_KEYS)
        if sheet.editable and sheet.version.state is MinutesState.REVIEW:
            self._add(menu, words.BACK_TO_DRAFT, self._signals.draft_requested.emit, "undo-2")
        if sheet.can_withdraw:
            self._add(menu, words.WITHDRAW, self._signals.withdraw_requested.emit, "lock-open")
        if sheet.can_drop:
            self._add(menu, words.DROP, self._signals.drop_requested.emit, "trash-2")
        open_at(menu, button)

    def _add_versions(self, menu: QMenu, sheet: MinutesSheet) -> None:
        versions = menu.addMenu(words.VERSIONS)
        versions.setObjectName("versionsMenu")
        for row in sheet.versions:
            word = minutes_content(row.state, lacks_scan=sheet.lacks_scan).word
            action = versions.addAction(words.state_with_version_always(word, row.version))
            action.setCheckable(True)
            action.setChecked(row.id == sheet.version.id)
            action.triggered.connect(lambda _on=False, key=row.id: self._signals.version_requested.emit(key))

    def _clause_menu(self, clause_id: int) -> None:
        """Return the menu of a clause: change kind, move, remove."""
        sheet, item_id = self._page.sheet(), self._page.chosen()[0]
        if sheet is None:
            return
        block = next((one for one in sheet.blocks if any(row.clause.id == clause_id for row in one.clauses)), None)
        if block is None:
            return
        self._page.choose(block.row.item.id, clause_id)
        row = self._page.chosen_row()
        menu = self._fresh_menu("clauseMenu")
        turn = (
            clause_words.TURN_TO_NOTE
            if row is not None and row.clause.is_resolution
            else clause_words.TURN_TO_RESOLUTION
        )
        self._add(menu, turn, self._page.toggle_kind, "gavel", "Ctrl+M")
        request = self._signals.effect_requested
        self._add(menu, effect_words.OPEN_FORM, lambda: request.emit(clause_id, None), "link", "Ctrl+E")
        menu.addSeparator()
        moved = self._signals.clause_moved
        self._add(menu, clause_words.MOVE_UP, lambda: moved.emit(clause_id, -1), "chevron-up", "Alt+Up")
        self._add(menu, clause_words.MOVE_DOWN, lambda: moved.emit(clause_id, 1), "chevron-down", "Alt+Down")
        others = menu.addMenu(clause_words.MOVE_TO)
        for one in sheet.blocks:
            if one.row.item.id != item_id:
                self._add(others, one.row.item.title, self._mover(clause_id, one.row.item.id))
        menu.addSeparator()
        self._add(
            menu, clause_words.DELETE, lambda: self._signals.clause_removed.emit(clause_id), "trash-2", "Ctrl+Shift+Del"
        )
        self._open_at(menu, f"clauseGrip{clause_id}")

    def _contribution_menu(self, said_id: int) -> None:
        """Return the menu of a contribution: edit, move, remove."""
        sheet = self._page.sheet()
        if sheet is None or not sheet.editable:
            return
        wants = self._signals
        menu = self._fresh_menu("saidMenu")
        area = self._owner.findChild(QWidget, f"said{said_id}")
        if area is not None:
            self._add(menu, words.EDIT_SAID, area.setFocus, "pencil")
        self._add(menu, words.SAID_UP, lambda: wants.contribution_moved.emit(said_id, -1), "chevron-up", "Alt+Up")
        self._add(menu, words.SAID_DOWN, lambda: wants.contribution_moved.emit(said_id, 1), "chevron-down", "Alt+Down")
        menu.addSeparator()
        self._add(
            menu, words.REMOVE_SAID, lambda: wants.contribution_removed.emit(said_id), "trash-2", "Ctrl+Shift+Del"
        )
        self._open_at(menu, f"saidGrip{said_id}")

    def _open_at(self, menu: QMenu, grip_name: str) -> None:
        grip = self._owner.findChild(QWidget, grip_name)
        open_at(menu, grip if isinstance(grip, QWidget) else self._owner)

    def _mover(self, clause_id: int, agenda_item_id: int) -> Callable[[], object]:
        return lambda: self._signals.clause_moved_to.emit(clause_id, agenda_item_id)

    def _fresh_menu(self, name: str) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._owner)
        self.menu.setObjectName(name)
        return self.menu

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], icon: str = "", keys: str = "") -> None:
        tokens = tokens_of(self._owner)
        action = menu.addAction(text)
        if icon:
            action.setIcon(icons_of(self._owner).icon(icon, tokens.colour("second")))
        if keys:
            action.setText(f"{text}\t{keys}")
        action.triggered.connect(lambda _on=False: act())
