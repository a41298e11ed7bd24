"""Page «پشتیبان‌ها», and the page that replaces all others while the closed office is restored.

The first is one sentence and one button; the list and what may be done with a backup are folded.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.read_models.backups import SOUND, Backup, Verdict
from desktop_app.forms.backups_page import Ui_BackupsPage
from desktop_app.widgets.accessibility.keyboard_focus import JobFocus
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.status_line import ProgressLine
from desktop_app.widgets.lists.finding_list import without_resizing
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE, Ink, TextRole, Tone
from desktop_app.window.kit.typed_fields import CellDelegate
from desktop_app.words import backups as words

WIDTH: Final = 520
WHOLE: Final = 100


class RestoringPage(Page):
    """Shows the progress of a restore; the operator can do nothing else meanwhile."""

    give_up_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restoringPage")
        title = TextLabel(text=words.RESTORING, role=TextRole.SECTION, wrap=True)
        why = TextLabel(text=words.RESTORING_WHY, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._how_far = TextLabel(role=TextRole.SECOND, wrap=True)
        self._progress = ProgressLine()
        self._progress.setAccessibleName(words.PROGRESS)
        self._give_up = Button(text=words.GIVE_UP)
        self._give_up.setObjectName("restoreGiveUp")
        self._give_up.setAccessibleName(words.GIVE_UP_NAME)
        self._give_up.clicked.connect(self.give_up_requested)
        block = QWidget()
        block.setFixedWidth(tokens_of(self).px(WIDTH))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for label in (title, why, self._how_far):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title)
        column.addWidget(why)
        column.addSpacing(GAP_CARD)
        column.addWidget(self._progress)
        column.addWidget(self._how_far)
        column.addSpacing(GAP_CARD)
        column.addWidget(self._give_up, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_PAGE, GAP_PAGE, GAP_PAGE, GAP_PAGE)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(block)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.show_restore(0)

    def show_restore(self, percent: int) -> None:
        """Show the restore with its cancel button."""
        self._progress.setRange(0, WHOLE)
        self._progress.setValue(percent)
        self._how_far.setText(words.how_far(percent))

    def show_last_step(self) -> None:
        """Show the last step, which cannot be cancelled."""
        self._progress.setRange(0, 0)
        self._how_far.setText(words.LAST_STEP)
        self._give_up.setEnabled(False)

    def show_giving_up(self) -> None:
        """Show that the restore is being cancelled."""
        self._progress.setRange(0, 0)
        self._how_far.setText(words.GIVING_UP)
        self._give_up.setEnabled(False)

    def focus_list(self) -> None:
        """Give the keyboard to the only button."""
        self._give_up.setFocus(Qt.FocusReason.OtherFocusReason)


STATE = 4
"""The column of what was found of a backup."""
MANY = 1000
LEAST_WIDTH = 64
"""Pixels of a column, so that no heading is cut."""


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One row of the list of backups."""

    backup: Backup
    cells: tuple[str, ...]


class BackupsPage(Page):
    """View of the backups; it emits signals for what the operator asks for."""

    make_requested = Signal()
    choose_requested = Signal()
    verify_requested = Signal(object)
    look_requested = Signal(object)
    restore_requested = Signal(object)
    check_requested = Signal()
    archive_requested = Signal()
    cancel_requested = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_BackupsPage()
        self.ui.setupUi(self)
        self._rows: tuple[BackupRow, ...] = ()
        self._running = False
        self._writable = True
        self._keyboard = JobFocus(self, self.ui.cancel)
        self.checked = MessageBand(self)
        """What a check of everything found, which is told for as long as it is so, whatever is done meanwhile."""
        self.ui.column.insertWidget(self.ui.column.indexOf(self.ui.band), self.checked)
        self._stop = add_page_action(self, words.GIVE_UP, "Esc", self.ui.cancel.click)
        self._dress()
        self._connect()
        self.show_state("", Tone.NEUTRAL)
        self.show_all(shown=False)
        self.show_busy("")

    def set_writable(self, *, writable: bool) -> None:
        """Allow all actions, or only verifying when nothing may be written."""
        self._writable = writable
        told = (words.EMPTY, words.EMPTY_WHY) if writable else (words.EMPTY_LOOKED_AT, words.EMPTY_LOOKED_AT_WHY)
        self.ui.empty.set_content(*told, icon="archive")
        self._enable()

    def show_state(self, sentence: str, tone: Tone) -> None:
        """Show when the last backup was made, here and in the second folder."""
        self.ui.mark.show_mark(TONE_SHAPES[tone], tone)
        self.ui.state.setText(sentence)

    def show_all(self, *, shown: bool) -> None:
        """Expand or collapse the list of backups and their actions."""
        self.ui.all.setVisible(shown)
        self.ui.fold.set_icon("chevron-up" if shown else "chevron-down")

    def show_rows(self, rows: Sequence[BackupRow], wanted: Path | None = None) -> None:
        """Show the list of backups; keep the selection unless the database ``wanted`` is in the list."""
        before = self.chosen()
        self._rows = tuple(rows)
        table = self.ui.table
        with without_resizing(table):
            table.setRowCount(len(rows))
            for place, row in enumerate(self._rows):
                for column, text in enumerate(row.cells):
                    table.setItem(place, column, _cell(text))
        folders = [row.backup.database for row in self._rows]
        if self._rows:
            kept = (wanted, before.database if before is not None else None)
            table.setCurrentCell(next((folders.index(one) for one in kept if one in folders), 0), 0)
        table.setVisible(bool(self._rows))
        self.ui.empty.setVisible(not self._rows)
        self._enable()

    def chosen(self) -> Backup | None:
        """The selected backup."""
        place = self.ui.table.currentRow()
        return self._rows[place].backup if 0 <= place < len(self._rows) else None

    def show_busy(self, text: str) -> None:
        """Show that a long task runs and can be cancelled; an empty sentence ends it."""
        running, self._running = self._running, bool(text)
        turned = running != self._running
        keyboard = self._keyboard.beginning() if text else self._keyboard.ending(self.ui.make)
        with keyboard if turned else nullcontext():
            self.ui.busy.setVisible(self._running)
            self._stop.setEnabled(self._running)
            self.ui.busyText.setText(text)
            self.ui.progress.setRange(0, 0)
            self._enable()

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress of the task."""
        self.ui.progress.setRange(0, MANY)
        self.ui.progress.setValue(MANY * done // max(total, 1))

    def show_message(self, title: str, detail: str, tone: Tone) -> None:
        """Show the result of the task above the list."""
        self.ui.band.show_message(title, detail, tone)

    def clear_message(self) -> None:
        """Hide the message."""
        self.ui.band.clear()

    def focus_list(self) -> None:
        """Give the keyboard to the main button, or to the list when it is expanded."""
        shown = self.ui.all.isVisibleTo(self) and self._rows
        (self.ui.table if shown else self.ui.make).setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.state.set_role(TextRole.STRONG)
        ui.state.setWordWrap(True)
        ui.stateLine.setStretch(1, 1)
        ui.busyText.set_role(TextRole.SECOND)
        ui.busyText.set_ink(Ink.SECOND)
        ui.busyLine.setStretch(1, 1)
        ui.band.clear()
        ui.empty.set_content(words.EMPTY, words.EMPTY_WHY, icon="archive")
        ui.allColumn.setStretchFactor(ui.card, 1)
        ui.column.setStretchFactor(ui.all, 1)
        table = ui.table
        table.setColumnCount(len(words.HEADS))
        table.setHorizontalHeaderLabels(list(words.HEADS))
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setItemDelegate(CellDelegate(table))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(tokens_of(self).px(LEAST_WIDTH))
        for column in range(len(words.HEADS)):
            mode = QHeaderView.ResizeMode.Stretch if column == STATE else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)

    def _connect(self) -> None:
        ui = self.ui
        ui.make.clicked.connect(self.make_requested)
        ui.choose.clicked.connect(self.choose_requested)
        ui.fold.clicked.connect(lambda: self.show_all(shown=not self.ui.all.isVisibleTo(self)))
        ui.cancel.clicked.connect(self.cancel_requested)
        ui.check.clicked.connect(self.check_requested)
        ui.archive.clicked.connect(self.archive_requested)
        ui.help.clicked.connect(self.help_requested)
        for button, signal in (
            (ui.verify, self.verify_requested),
            (ui.look, self.look_requested),
            (ui.restore, self.restore_requested),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._ask(signal))
        ui.table.itemSelectionChanged.connect(self._enable)
        ui.table.activated.connect(lambda _index: ui.look.click())
        add_page_action(self, words.MAKE, "Ctrl+B", ui.make.click)
        add_page_action(self, words.VERIFY, "Ctrl+T", ui.verify.click)

    def _ask(self, signal: Signal) -> None:
        backup = self.chosen()
        if backup is not None:
            signal.emit(backup)  # type: ignore[attr-defined] # a bound signal, which the stub does not know here

    def _enable(self) -> None:
        ui, backup = self.ui, self.chosen()
        free = not self._running
        sound = backup is not None and backup.verdict in SOUND
        ui.make.setEnabled(free and self._writable)
        ui.choose.setEnabled(free and self._writable)
        ui.check.setEnabled(free)
        ui.archive.setEnabled(free)
        ui.verify.setEnabled(free and backup is not None)
        ui.look.setEnabled(free and sound and self._writable)
        ui.restore.setEnabled(free and sound and self._writable)


def tone_of(backup: Backup) -> Tone:
    """Return the tone in which a verdict over a backup is shown."""
    if backup.verdict is Verdict.VERIFIED:
        return Tone.WARNING if backup.lost else Tone.DONE
    return Tone.DANGER


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
