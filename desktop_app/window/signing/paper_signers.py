"""Handwritten signatures: the original, the date, and a row for each signer.

Up and down walk the rows; left and right ask for another original.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet, SignerRow
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.minutes import MinutesState, Signature
from desktop_app.domain.rules.signing import originals_of
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import Party, PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, Ink, TextRole
from desktop_app.window.signing.paper_original import (
    DONE,
    HALF,
    STEP_MARK,
    WAITING,
    OriginalChooser,
    PaperSignals,
    StepLine,
)
from desktop_app.words import signing as words
from desktop_app.words.history import UNDO_KEYS

PARTY_MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


class SignerLine(QWidget):
    """Row of a signer: Space records the signature, Delete strikes it, arrows move; a menu has all actions."""

    def __init__(self, row: SignerRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signer_id = row.signer.id
        self.item = ItemRow(menu_name=words.ROW_MENU)
        self.item.setObjectName(f"signer{row.signer.ordinal}")
        mark = PartyMark(party=PARTY_MARKS[row.party.code])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_TIGHT)
        layout.addWidget(mark)
        layout.addWidget(self.item, 1)
        self.setFocusProxy(self.item)
        # A fixed height would be that of a row as wide as its hint: a long name takes a second line in a narrow panel
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        for widget in (self, self.item):
            widget.setSizePolicy(policy)

    def show_row(self, row: SignerRow, original: int, sheet: PaperSheet) -> None:
        """Show the signature on one original; the menu is shown while anything can be recorded."""
        seen = row.on(original)
        has_menu = sheet.can_sign or (seen is not None and sheet.can_write_reservation)
        state = words.signed_on(format_short(seen.signed_on)) if seen is not None else words.NOT_SIGNED
        shape, tone = WAITING if seen is None else DONE
        content = ItemContent(
            row.signer.name,
            note=words.with_remark(seen.note) if seen is not None and seen.note else "",
            end=format_short(seen.signed_on) if seen is not None else "",
            shape=shape,
            tone=tone,
            menu=has_menu,
            spoken=words.row_spoken(row.signer.name, row.signer.post, row.party.name, state),
            act=words.SIGN if sheet.can_sign and seen is None else "",
        )
        self.item.show_content(content)


class SignerRows(QObject):
    """Rows of signers. Signals carry the signer; `reached` carries the row, `turned` the step between originals."""

    reached = Signal(object)
    sign_requested = Signal(int)
    strike_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: dict[int, SignerLine] = {}
        self.column = QVBoxLayout()
        self.column.setSpacing(0)

    def keep(self, sheet: PaperSheet) -> None:
        """Keep the rows while the signers are the same, else make new ones."""
        if list(self._lines) == [row.signer.id for row in sheet.signers]:
            return
        for line in self._lines.values():
            self.column.removeWidget(line)
            line.deleteLater()
        self._lines = {row.signer.id: self._made(row) for row in sheet.signers}
        for line in self._lines.values():
            self.column.addWidget(line)

    def show_original(self, sheet: PaperSheet, original: int) -> None:
        """Show the signatures on an original."""
        for row in sheet.signers:
            self._lines[row.signer.id].show_row(row, original, sheet)

    def line(self, signer_id: int) -> SignerLine:
        """The row of a signer."""
        return self._lines[signer_id]

    def focus_first(self) -> None:
        """Focus the first row if there is one."""
        for line in list(self._lines.values())[:1]:
            line.item.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, signer_id: int, missing: Collection[int]) -> None:
        """Focus the next of the missing signers, if any."""
        order = list(self._lines)
        after = order[order.index(signer_id) + 1 :]
        self._lines[next((one for one in after if one in missing), signer_id)].item.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right keys on a row switch to the next or previous original."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.turned.emit(step)
                return True
        return super().eventFilter(watched, event)

    # ---- inside

    def _made(self, row: SignerRow) -> SignerLine:
        line, signer_id = SignerLine(row), row.signer.id
        # A button would go to its neighbour with these keys
        line.item.installEventFilter(self)
        line.item.reached.connect(lambda: self.reached.emit(line))
        line.item.acted.connect(lambda: self.sign_requested.emit(signer_id))
        line.item.edit_requested.connect(lambda: self.sign_requested.emit(signer_id))
        line.item.remove_requested.connect(lambda: self.strike_requested.emit(signer_id))
        line.item.walked.connect(lambda step: self._walk(signer_id, step))
        line.item.menu_requested.connect(lambda at: self.menu_requested.emit(signer_id, at))
        return line

    def _walk(self, signer_id: int, step: int) -> None:
        order = list(self._lines)
        place = max(0, min(len(order) - 1, order.index(signer_id) + step))
        self._lines[order[place]].item.setFocus(Qt.FocusReason.TabFocusReason)


class SignersBlock(QWidget):
    """Step of signatures; keeps the chosen original and the date."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._sheet: PaperSheet | None = None
        self._original = 1
        self._today: Callable[[], date] = date.today
        self.head = StepLine()
        self.chooser = OriginalChooser()
        self.day = JalaliDateEdit()
        self.day.setObjectName("signingDay")
        self.day_field = Field(label=words.SIGNING_DAY, editor=self.day)
        self.rows = SignerRows(self)
        self.all = Button(icon="check-check", compact=True)
        self.all.setObjectName("signAll")
        self.undo = Button(icon="undo-2", kind=ButtonKind.QUIET, compact=True)
        self.undo.setObjectName("strikeBatch")
        self.undo.set_hint(UNDO_KEYS)
        self._keys = TextLabel(text=words.KEYS, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True)
        self._inner = QWidget()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.rows.reached.connect(self._signals.reached)
        self.rows.sign_requested.connect(self._sign)
        self.rows.strike_requested.connect(self._strike)
        self.rows.menu_requested.connect(self._open_menu)
        self.rows.turned.connect(lambda step: self.choose_original(self._original + step))
        self.chooser.chosen.connect(self.choose_original)
        self.all.clicked.connect(lambda: self._send(self._signals.sign_original_requested.emit, self._original))
        self.undo.clicked.connect(self.strike_last)
        self.day.day_changed.connect(lambda _day: self.clear_refusal())

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, GAP, STEP_MARK + GAP_CARD, 0)
        inner.setSpacing(GAP)
        for widget in (self.chooser, self.day_field):
            inner.addWidget(widget)
        inner.addLayout(self.rows.column)
        for button in (self.all, self.undo):
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._inner)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field, which begins with today."""
        self._today = source.today
        self.day.set_source(source)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show the recorded signatures; the chosen original stays while the version does."""
        fresh = self._sheet is None or self._sheet.version.id != sheet.version.id
        self._sheet = sheet
        if fresh:
            self._original = next((one for one in self._originals() if sheet.missing_on(one)), 1)
            self.day.set_day(self._today())
            self.clear_refusal()
        self.rows.keep(sheet)
        self._show_head(sheet)
        self._show_original()

    def choose_original(self, original: int) -> None:
        """Show the signatures on another original."""
        if original in self._originals():
            self._original = original
            self._show_original()

    def original(self) -> int:
        """The number of the original that is shown."""
        return self._original

    def go_on(self, signer_id: int) -> None:
        """Focus the next signer missing on this original, if any."""
        missing = self._sheet.missing_on(self._original) if self._sheet else ()
        self.rows.go_on(signer_id, {row.signer.id for row in missing})

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the date and focus it."""
        self.day_field.set_error(text)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_refusal(self) -> None:
        """Hide the error beneath the date."""
        self.day_field.clear_error()

    # ---- inside

    def _originals(self) -> range:
        return originals_of(self._sheet.version.originals if self._sheet is not None else 1)

    def _show_head(self, sheet: PaperSheet) -> None:
        missing = sheet.missing
        on_each = {one: [row.signer.name for row in sheet.missing_on(one)] for one in self._originals()}
        waits = sheet.version.state is MinutesState.FINAL
        waited = (self._today() - sheet.finalised_on).days if waits and sheet.finalised_on else 0
        last = sheet.last_signed_on
        end = words.days_waiting(waited) if missing else format_short(last) if last else ""
        signed = words.counted_in_lines(sheet.on_each, len(sheet.signers))
        self.head.show_step(HALF if missing else DONE, signed, words.waiting_on(on_each), end)

    def _show_original(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        wanted = len(sheet.signers)
        labels = {one: words.original_of(one, wanted - len(sheet.missing_on(one)), wanted) for one in self._originals()}
        self.chooser.show_originals(labels, self._original)
        self.rows.show_original(sheet, self._original)
        self._show_buttons(sheet)
        self.day_field.setVisible(sheet.can_sign)
        self._keys.setVisible(sheet.can_sign)

    def _show_buttons(self, sheet: PaperSheet) -> None:
        buttons = (self.all, self.undo)
        pressed = next((button for button in buttons if button.hasFocus()), None)
        self.all.setText(words.sign_all(self._original))
        self.all.setVisible(sheet.can_sign and bool(sheet.missing_on(self._original)))
        self.undo.setText(words.strike_batch(len(sheet.last_batch)))
        self.undo.setAccessibleName(self.undo.text())
        self.undo.setVisible(sheet.can_sign and bool(sheet.last_batch))
        if pressed is not None and pressed.isHidden():
            # else the keyboard would fall on the next button, and that notifies; from a row the other original is near
            self.rows.focus_first()

    def _row(self, signer_id: int) -> SignerRow | None:
        rows = self._sheet.signers if self._sheet is not None else ()
        return next((row for row in rows if row.signer.id == signer_id), None)

    def _sign(self, signer_id: int) -> None:
        row = self._row(signer_id)
        if row is not None and self._sheet is not None and self._sheet.can_sign and row.on(self._original) is None:
            self._send(self._signals.sign_requested.emit, signer_id, self._original)

    def _strike(self, signer_id: int) -> None:
        row = self._row(signer_id)
        if row is not None and self._sheet is not None and self._sheet.can_sign and row.on(self._original) is not None:
            self._signals.strike_requested.emit(signer_id, self._original)

    def strike_last(self) -> bool:
        """Request to strike the signatures of the newest action; return whether there is one."""
        if self._sheet is None or not self._sheet.can_sign or not self._sheet.last_batch:
            return False
        self._strike_batch(self._sheet.last_batch[0])
        return True

    def _strike_batch(self, one: Signature) -> None:
        self._signals.strike_batch_requested.emit(one.signer_id, one.original)

    def _send(self, emit: Callable[..., object], *facts: int) -> None:
        """Emit a request with the date unless the date is invalid."""
        if self.day.has_error():
            self.day.finish()
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        emit(*facts, self.day.day())

    def menu_of(self, signer_id: int) -> QMenu:
        """Return the menu of actions on a signer for the original shown."""
        menu = QMenu(self)
        row = self._row(signer_id)
        if row is None:
            return menu
        seen = row.on(self._original)
        if self._sheet is not None and self._sheet.can_sign:
            self._add_signing(menu, self._sheet, row)
        if seen is not None and self._sheet is not None and self._sheet.can_write_reservation:
            asked, one = self._signals.reservation_requested, self._original
            menu.addAction(words.RESERVATION, lambda: asked.emit(signer_id, one)).setObjectName("reservation")
        return menu

    def _add_signing(self, menu: QMenu, sheet: PaperSheet, row: SignerRow) -> None:
        signer_id, one, wants = row.signer.id, self._original, self._signals
        seen = row.on(one)
        if seen is not None:
            menu.addAction(words.STRIKE, lambda: self._strike(signer_id)).setObjectName("strike")
            together = sheet.batch_of(seen)
            if len(together) > 1:
                batch = menu.addAction(words.strike_together(len(together)), lambda: self._strike_batch(seen))
                batch.setObjectName("strikeBatch")
        else:
            menu.addAction(words.SIGN, lambda: self._sign(signer_id)).setObjectName("sign")
            remark = menu.addAction(words.REMARK, lambda: self._send(wants.remark_requested.emit, signer_id, one))
            remark.setObjectName("remark")
        if sheet.version.originals > 1 and row in sheet.missing:
            every = menu.addAction(
                words.SIGN_EVERYWHERE, lambda: self._send(wants.sign_everywhere_requested.emit, signer_id)
            )
            every.setObjectName("everywhere")

    def _open_menu(self, signer_id: int, at: QPoint) -> None:
        menu = self.menu_of(signer_id)
        if menu.actions():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)
