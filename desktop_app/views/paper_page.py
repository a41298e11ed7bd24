"""The print page: the paper itself in the middle, the round trip of the signed paper at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.clock import local_moment
from desktop_app.domain.committee import PartyCode
from desktop_app.domain.date_words import ordinal
from desktop_app.domain.digits import persian_digits
from desktop_app.domain.jalali import format_short, year_of
from desktop_app.domain.minutes import MinutesState
from desktop_app.domain.sheets import PaperSheet, SignerRow
from desktop_app.forms.paper_page import Ui_PaperPage
from desktop_app.text import paper_page as words
from desktop_app.views.state_faces import minutes_face
from desktop_app.widgets.button import ButtonKind
from desktop_app.widgets.page_view import Render
from desktop_app.widgets.pill import Party, PartyMark
from desktop_app.widgets.shortcuts import add_page_action
from desktop_app.widgets.state_mark import Shape, StateMark
from desktop_app.widgets.text_label import TextLabel
from desktop_app.widgets.tokens import GAP, Ink, TextRole, Tone

_PARTY = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
_DONE, _WAITING, _VOID = (Shape.DISC_CHECK, Tone.DONE), (Shape.PLAIN_RING, Tone.NEUTRAL), (Shape.DIAMOND, Tone.DANGER)
Mark = tuple[Shape, Tone]
WAIT_MS = 300
"""Shorter waits are not spoken of."""


class PaperPage(QWidget):
    """Shows one version as it will lie on the table; emits what the operator wants."""

    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperPage()
        self.ui.setupUi(self)
        self._making = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._making.timeout.connect(self._say_waiting)
        self._dress()
        self._connect()

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Title, state, actions and round trip of a version."""
        meeting, version = sheet.meeting, sheet.version
        self.ui.title.setText(words.title(ordinal(meeting.number) if meeting.number else ""))
        year = persian_digits(year_of(meeting.day)) if meeting.day else ""
        self.ui.breadcrumb.setText(words.breadcrumb(year, persian_digits(meeting.number or 0)))
        face = minutes_face(version.state)
        self.ui.state.show_state(face.word, face.tone, face.shape)
        self.ui.printButton.setText(words.PRINT if sheet.can_print_for_pen else words.PRINT_DRAFT)
        self.ui.printButton.set_kind(ButtonKind.FILLED if sheet.can_print_for_pen else ButtonKind.OUTLINED)
        self._show_round_trip(sheet)

    def show_pages(self, count: int, render: Render | None) -> None:
        """The pages, or none while they are being made."""
        if count:
            self._making.stop()
            self._end_waiting()
        else:
            self._making.start()
        self.ui.pages.show_document(count, render)
        for button in (self.ui.saveButton, self.ui.printButton):
            button.setEnabled(count > 0)
        self.ui.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        """What went wrong and what to do, above the paper."""
        self._making.stop()
        self.ui.band.show_message(title, text, Tone.DANGER, action)

    def show_done(self, text: str) -> None:
        """What was done."""
        self.ui.band.show_message(text, tone=Tone.DONE)

    def clear_message(self) -> None:
        """Take the band away."""
        self.ui.band.clear()

    def _say_waiting(self) -> None:
        self.ui.band.show_message(words.MAKING)

    def _end_waiting(self) -> None:
        if self.ui.band.title() == words.MAKING:
            self.ui.band.clear()

    # ---- the round trip

    def _show_round_trip(self, sheet: PaperSheet) -> None:
        _empty(self.ui.steps)
        version = sheet.version
        if not version.finalised_at:
            self._add_step(_WAITING, words.NOT_FINAL, words.NOT_FINAL_WHY)
            return
        code = words.version_and_code(version.version, sheet.code)
        self._add_step(_DONE, words.FINAL, code, _moment(version.finalised_at))
        if version.state is MinutesState.WITHDRAWN:
            reason = next((row.reason for row in sheet.versions if row.id == version.id), "")
            self._add_step(_VOID, words.VOID, reason or words.VOID_WHY)
            return
        for printing in sheet.printings:
            self._add_step(_DONE, words.PRINTED, words.copies(printing.copies, _moment(printing.at)))
        if not sheet.printings:
            self._add_step(_WAITING, words.NOT_PRINTED, "")
        self._add_signers(sheet)

    def _add_signers(self, sheet: PaperSheet) -> None:
        signed = len(sheet.signers) - sheet.signatures_missing
        mark = _DONE if not sheet.signatures_missing else (Shape.HALF_DISC, Tone.WARNING)
        self._add_step(mark, words.signed_of(signed, len(sheet.signers)), "")
        for row in sheet.signers:
            self.ui.steps.addWidget(_signer_line(row, sheet.version.originals))

    def _add_step(self, mark: Mark, title: str, detail: str, moment: str = "") -> None:
        self.ui.steps.addWidget(_step(mark, title, detail, moment))

    # ---- building

    def _dress(self) -> None:
        ui = self.ui
        ui.breadcrumb.set_role(TextRole.NOTE)
        ui.breadcrumb.set_ink(Ink.SECOND)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.roundTripTitle.set_role(TextRole.SECTION)
        ui.backButton.set_kind(ButtonKind.QUIET)
        ui.backButton.set_icon("pen-line")
        ui.backButton.set_hint("F6")
        ui.saveButton.set_icon("download")
        ui.saveButton.set_hint("Ctrl+S")
        ui.printButton.set_icon("printer")
        ui.printButton.set_hint("Ctrl+P")
        ui.pages.setSizePolicy(ui.pages.sizePolicy().Policy.Expanding, ui.pages.sizePolicy().Policy.Expanding)
        for button in (ui.backButton, ui.saveButton, ui.printButton):
            button.setAccessibleName(button.text())

    def _connect(self) -> None:
        ui = self.ui
        ui.saveButton.clicked.connect(self.save_requested)
        ui.printButton.clicked.connect(self.print_requested)
        ui.backButton.clicked.connect(self.back_requested)
        ui.band.action_requested.connect(self.retry_requested)
        add_page_action(self, words.SAVE, "Ctrl+S", ui.saveButton.click)
        add_page_action(self, words.PRINT, "Ctrl+P", ui.printButton.click)
        add_page_action(self, ui.backButton.text(), "F6", ui.backButton.click)


def _moment(instant: str) -> str:
    """«۱۱ اردیبهشت، ۱۲:۲۵» of a stored instant."""
    day, time = local_moment(instant)
    return f"{format_short(day)}، {persian_digits(time)}"


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.deleteLater()


def _step(mark: Mark, title: str, detail: str, moment: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, GAP, 0, 0)
    row.setSpacing(GAP)
    sign = StateMark(side=18)
    sign.show_mark(*mark)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(TextLabel(text=title, role=TextRole.STRONG))
    for text in (detail, moment):
        if text:
            column.addWidget(TextLabel(text=text, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True))
    row.addLayout(column, 1)
    return line


def _signer_line(row: SignerRow, originals: int) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 2, 26, 2)
    layout.setSpacing(GAP)
    mark = PartyMark()
    mark.set_party(_PARTY[row.party.code])
    layout.addWidget(mark)
    layout.addWidget(TextLabel(text=row.signer.name), 1)
    sign = StateMark(side=16)
    signed = row.signatures >= originals
    sign.show_mark(*(_DONE if signed else _WAITING))
    # a mark says nothing to those who hear the screen, and a tooltip tells the others what it means
    sign.setAccessibleName(words.SIGNED if signed else words.NOT_SIGNED)
    sign.setToolTip(sign.accessibleName())
    layout.addWidget(sign)
    return line
