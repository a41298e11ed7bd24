"""Round trip of a signed paper as a vertical line: final, printed, signed, scanned, notified, closed.

The step of scans lists the originals that came back, and is archived at the end.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import KeptScan, ScansSheet
from desktop_app.domain.rules.minutes import MinutesState, was_taken_over
from desktop_app.domain.rules.signing import originals_of
from desktop_app.domain.text.digits import persian_digits
from desktop_app.widgets.accessibility.keyboard_focus import focused_row, row_to_focus
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, ICON_NOTE, Ink, TextRole
from desktop_app.window.signing import scan_words, words
from desktop_app.window.signing.paper_ending import AmendStep, ClosingStep, NoticeStep
from desktop_app.window.signing.paper_original import DONE, HALF, STEP_MARK, VOID, WAITING, Mark, PaperSignals, StepLine
from desktop_app.window.signing.paper_signers import SignersBlock
from desktop_app.words import signing as signing_words


class ScanRow(QWidget):
    """Row of the scan that counts for one original."""

    def __init__(self, kept: KeptScan, originals: int, signals: PaperSignals) -> None:
        super().__init__()
        of = scan_words.scan_of(kept.original, originals)
        mark = StateMark(side=ICON_NOTE)
        mark.show_mark(*(HALF if kept.provisional else DONE))
        self.show_button = Button(text=scan_words.SHOW, kind=ButtonKind.QUIET, icon="eye", compact=True)
        self.show_button.setObjectName(f"showScan{kept.original}")
        self.show_button.setAccessibleName(scan_words.spoken(scan_words.SHOW, of))
        self.show_button.clicked.connect(lambda: signals.scan_shown.emit(kept.original))
        # of a file that was chosen for a past meeting nobody has read the pages
        told = (
            scan_words.pages_kept(kept.pages, provisional=kept.provisional, archival=kept.archival)
            if kept.pages
            else ""
        )
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
    """Step of scans; updating it keeps the focus on the same original or on the add button."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._rows: dict[int, ScanRow] = {}
        self._shown: tuple[KeptScan, ...] = ()
        self.waits = False
        """Whether a scan is what comes next."""
        self.head = StepLine()
        self.add = Button(text=scan_words.ADD, icon="scan-line", hint=scan_words.ADD_KEYS, compact=True)
        self.add.setAccessibleName(scan_words.ADD)
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
        """Show the scans received so far."""
        originals = originals_of(scans.originals)
        kept = tuple(one for one in (scans.of(original) for original in originals) if one is not None)
        self._show_head(sheet, scans, kept)
        self._show_rows(kept, scans.originals)
        self.waits = sheet.version.state is MinutesState.SIGNED and bool(scans.missing) and not sheet.can_notify
        later = ButtonKind.OUTLINED if scans.missing else ButtonKind.QUIET
        self.add.set_kind(ButtonKind.FILLED if self.waits else later)
        self.add.setVisible(scans.can_import)

    def focus(self, original: int) -> None:
        """Focus the button that shows a scan, else the one that adds a scan."""
        row = self._rows.get(original)
        stop = row.show_button if row is not None else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._signals.reached.emit(stop)

    # ---- inside

    def _show_head(self, sheet: PaperSheet, scans: ScansSheet, kept: tuple[KeptScan, ...]) -> None:
        version, last = sheet.version, max((one.day for one in kept), default=None)
        end = format_short(last) if last is not None and not was_taken_over(version) else ""
        if version.state is MinutesState.ARCHIVED and not was_taken_over(version):
            self.head.show_step(DONE, scan_words.ARCHIVED, scan_words.ARCHIVED_WHY, end)
        elif not kept:
            self.head.show_step(WAITING, scan_words.NOT_SCANNED, scan_words.NOT_SCANNED_WHY)
        else:
            done = not scans.missing and not any(one.provisional for one in kept)
            self.head.show_step(DONE if done else HALF, scan_words.scans_of(len(kept), scans.originals), "", end)

    def _show_rows(self, kept: tuple[KeptScan, ...], originals: int) -> None:
        if kept == self._shown:
            return
        held, order = focused_row(self._rows), list(self._rows)
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._shown = {one.original: ScanRow(one, originals, self._signals) for one in kept}, kept
        for place, row in enumerate(self._rows.values()):
            self._column.insertWidget(place, row)
        if held is not None:
            self.focus(row_to_focus(held, order, self._rows) or 0)


class RoundTrip(QWidget):
    """Panel of all steps; each has at most one action, and updates keep the focus."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.final = StepLine()
        self.void = StepLine()
        self.prints = QVBoxLayout()
        self.prints.setSpacing(0)
        self.signers = SignersBlock(signals)
        self.scans = ScanStep(signals)
        self.confirmed = StepLine()
        self.notice = NoticeStep(signals)
        self.closing = ClosingStep(signals)
        self.amend = AmendStep(signals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(self.final)
        column.addWidget(self.void)
        column.addLayout(self.prints)
        for part in (self.signers, self.scans, self.notice, self.closing, self.confirmed, self.amend):
            column.addWidget(part)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        self.signers.set_source(source)
        self.notice.form.set_source(source)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show the steps reached by this version, and the next ones."""
        version = sheet.version
        final, void = bool(version.finalised_at), version.state is MinutesState.WITHDRAWN
        code = words.version_and_code(version.version, sheet.code)
        if final:
            self.final.show_step(DONE, words.FINAL, code, _moment(version.finalised_at))
        elif was_taken_over(version):
            self.final.show_step(DONE, words.TAKEN_OVER, words.TAKEN_OVER_WHY)
        else:
            self.final.show_step(WAITING, words.NOT_FINAL, words.NOT_FINAL_WHY)
        reason = next((row.reason for row in sheet.versions if row.id == version.id), "")
        self.void.show_step(VOID, words.VOID, reason or words.VOID_WHY)
        self.void.setVisible(void)
        live = final and not void
        self._show_prints(sheet if live else None)
        for part in (self.signers, self.notice, self.closing):
            part.setVisible(live)
            if live:
                part.show_sheet(sheet)
        self.scans.setVisible(False)
        self._show_confirmed(sheet)
        self.amend.show_sheet(sheet)
        self.update()

    def show_scans(self, sheet: PaperSheet, scans: ScansSheet) -> None:
        """Show the scans of the signed paper; hidden for minutes that have and take none."""
        self.scans.show_scans(sheet, scans)
        self.scans.setVisible(scans.can_import or bool(scans.scans or scans.missing))
        later = sheet.can_notify or (scans.can_import and self.scans.waits)
        self.closing.button.set_kind(ButtonKind.OUTLINED if later else ButtonKind.FILLED)
        self.update()

    def _show_prints(self, sheet: PaperSheet | None) -> None:
        clear_layout(self.prints)
        if sheet is None:
            return
        for printing in sheet.printings:
            self._add_print(DONE, words.PRINTED, words.copies(printing.copies), _moment(printing.at))
        if not sheet.printings:
            signed = any(row.seen for row in sheet.signers)
            self._add_print(WAITING, words.NOT_PRINTED_HERE if signed else words.NOT_PRINTED)

    def _add_print(self, mark: Mark, title: str, detail: str = "", end: str = "") -> None:
        line = StepLine(self)
        line.show_step(mark, title, detail, end)
        self.prints.addWidget(line)
        line.show()

    def _show_confirmed(self, sheet: PaperSheet) -> None:
        by = sheet.confirmed_by
        self.confirmed.setVisible(by is not None)
        if by is not None:
            day = format_short(by.day) if by.day is not None else ""
            where = signing_words.confirmed_in(persian_digits(by.meeting_number or 0), day)
            self.confirmed.show_step(DONE, signing_words.CONFIRMED, where)

    def steps(self) -> list[StepLine]:
        """The visible steps from top to bottom."""
        lines = [line for line in self.findChildren(StepLine) if line.isVisibleTo(self)]
        return sorted(lines, key=lambda line: line.mapTo(self, QPoint(0, 0)).y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the vertical line between the marks of the steps."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        boxes = [QRect(line.mark.mapTo(self, QPoint(0, 0)), line.mark.size()) for line in self.steps()]
        for upper, lower in pairwise(boxes):
            top, bottom = upper.bottom() + 4, lower.top() - 4
            if bottom > top:
                painter.fillRect(upper.center().x(), top, 2, bottom - top, tokens.colour("hairline"))


def _moment(instant: str) -> str:
    """Return date and time of a stored instant, e.g. «۱۱ اردیبهشت، ۱۲:۲۵»."""
    day, time = local_moment(instant)
    return f"{format_short(day)}، {persian_digits(time)}"
