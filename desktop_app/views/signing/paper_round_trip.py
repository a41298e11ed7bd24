"""The round trip of a signed paper as a vertical line: final, printed, signed, scanned, notified, closed."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.domain.rules.minutes import MinutesState, was_taken_over
from desktop_app.domain.text.digits import persian_digits
from desktop_app.text.minutes import signing as signing_words
from desktop_app.text.papers import paper_page as words
from desktop_app.views.signing.paper_ending import AmendStep, ClosingStep, NoticeStep
from desktop_app.views.signing.paper_scans import ScanStep
from desktop_app.views.signing.paper_signals import PaperSignals
from desktop_app.views.signing.paper_signers import SignersBlock
from desktop_app.views.signing.paper_steps import DONE, VOID, WAITING, Mark, StepLine
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.shell.flow_layout import emptied
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP_TIGHT


class RoundTrip(QWidget):
    """Each step has at most one action; what has the keyboard stays where the sheet is shown anew."""

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
        """The office's calendar behind the date fields."""
        self.signers.set_source(source)
        self.notice.form.set_source(source)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show every step that this version has come to, and the next ones."""
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
        """What came back of the signed paper; nothing of minutes that take no scan and have none."""
        self.scans.show_scans(sheet, scans)
        self.scans.setVisible(scans.can_import or bool(scans.scans or scans.missing))
        later = sheet.can_notify or (scans.can_import and self.scans.waits)
        self.closing.button.set_kind(ButtonKind.OUTLINED if later else ButtonKind.FILLED)
        self.update()

    def _show_prints(self, sheet: PaperSheet | None) -> None:
        emptied(self.prints)
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
        """The steps that show, from above."""
        lines = [line for line in self.findChildren(StepLine) if line.isVisibleTo(self)]
        return sorted(lines, key=lambda line: line.mapTo(self, QPoint(0, 0)).y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line that the steps hang on, between their marks."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        boxes = [QRect(line.mark.mapTo(self, QPoint(0, 0)), line.mark.size()) for line in self.steps()]
        for upper, lower in pairwise(boxes):
            top, bottom = upper.bottom() + 4, lower.top() - 4
            if bottom > top:
                painter.fillRect(upper.center().x(), top, 2, bottom - top, tokens.colour("hairline"))


def _moment(instant: str) -> str:
    """«۱۱ اردیبهشت، ۱۲:۲۵» of a stored instant."""
    day, time = local_moment(instant)
    return f"{format_short(day)}، {persian_digits(time)}"
