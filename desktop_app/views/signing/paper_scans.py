"""The step of scans: which originals came back, a look at each, and the way to add one; at the end it is archived."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import KeptScan, ScansSheet
from desktop_app.domain.rules.minutes import MinutesState, was_taken_over
from desktop_app.domain.rules.signing import originals_of
from desktop_app.text.papers import scan_import as words
from desktop_app.views.signing.paper_signals import PaperSignals
from desktop_app.views.signing.paper_steps import DONE, HALF, STEP_MARK, WAITING, StepLine
from desktop_app.widgets.accessibility.kept_keyboard import held_row, row_left
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import StateMark
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, ICON_NOTE, Ink, TextRole


class ScanRow(QWidget):
    """The scan that counts for one original."""

    def __init__(self, kept: KeptScan, originals: int, signals: PaperSignals) -> None:
        super().__init__()
        of = words.scan_of(kept.original, originals)
        mark = StateMark(side=ICON_NOTE)
        mark.show_mark(*(HALF if kept.provisional else DONE))
        self.show_button = Button(text=words.SHOW, kind=ButtonKind.QUIET, icon="eye", compact=True)
        self.show_button.setObjectName(f"showScan{kept.original}")
        self.show_button.setAccessibleName(words.spoken(words.SHOW, of))
        self.show_button.clicked.connect(lambda: signals.scan_shown.emit(kept.original))
        # of a file that was chosen for a past meeting nobody has read the pages
        told = words.pages_kept(kept.pages, provisional=kept.provisional, archival=kept.archival) if kept.pages else ""
        name = TextLabel(text=of, role=TextRole.BODY)
        note = TextLabel(text=told, role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for widget in (mark, name):
            line.addWidget(widget)
        line.addWidget(note, 1)
        line.addWidget(self.show_button)
        if kept.reason:
            self.setToolTip(kept.reason)


class ScanStep(QWidget):
    """Shown anew the keyboard stays on the way to add a scan; on a row it goes back to that of the same original."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._rows: dict[int, ScanRow] = {}
        self._shown: tuple[KeptScan, ...] = ()
        self.waits = False
        """Whether a scan is what comes next."""
        self.head = StepLine()
        self.add = Button(text=words.ADD, icon="scan-line", hint=words.ADD_KEYS, compact=True)
        self.add.setAccessibleName(words.ADD)
        self.add.setObjectName("addScan")
        self.add.clicked.connect(signals.scan_requested)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP_TIGHT)
        self._column.setContentsMargins(0, GAP, STEP_MARK + GAP_CARD, 0)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._column)

    def show_scans(self, sheet: PaperSheet, scans: ScansSheet) -> None:
        """What came back so far."""
        originals = originals_of(scans.originals)
        kept = tuple(one for one in (scans.of(original) for original in originals) if one is not None)
        self._show_head(sheet, scans, kept)
        self._show_rows(kept, scans.originals)
        self.waits = sheet.version.state is MinutesState.SIGNED and bool(scans.missing) and not sheet.can_notify
        later = ButtonKind.OUTLINED if scans.missing else ButtonKind.QUIET
        self.add.set_kind(ButtonKind.FILLED if self.waits else later)
        self.add.setVisible(scans.can_import)

    def focus(self, original: int) -> None:
        """The keyboard to the look at a scan, else to the way to add one."""
        row = self._rows.get(original)
        stop = row.show_button if row is not None else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._signals.reached.emit(stop)

    # ---- inside

    def _show_head(self, sheet: PaperSheet, scans: ScansSheet, kept: tuple[KeptScan, ...]) -> None:
        version, last = sheet.version, max((one.day for one in kept), default=None)
        end = format_short(last) if last is not None and not was_taken_over(version) else ""
        if version.state is MinutesState.ARCHIVED and not was_taken_over(version):
            self.head.show_step(DONE, words.ARCHIVED, words.ARCHIVED_WHY, end)
        elif not kept:
            self.head.show_step(WAITING, words.NOT_SCANNED, words.NOT_SCANNED_WHY)
        else:
            done = not scans.missing and not any(one.provisional for one in kept)
            self.head.show_step(DONE if done else HALF, words.scans_of(len(kept), scans.originals), "", end)

    def _show_rows(self, kept: tuple[KeptScan, ...], originals: int) -> None:
        if kept == self._shown:
            return
        held, order = held_row(self._rows), list(self._rows)
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._shown = {one.original: ScanRow(one, originals, self._signals) for one in kept}, kept
        for place, row in enumerate(self._rows.values()):
            self._column.insertWidget(place, row)
        if held is not None:
            self.focus(row_left(held, order, self._rows) or 0)
