"""Rows of the signers: one for each, walked with up and down; left and right ask for another original."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.read_models.paper_sheet import PaperSheet, SignerRow
from desktop_app.views.signing.paper_signer_row import SignerLine


class SignerRows(QObject):
    """Signals carry the signer; `reached` carries the row, `turned` how many originals on."""

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
        """Rows stay while the signers do: the keyboard is on one of them."""
        if list(self._lines) == [row.signer.id for row in sheet.signers]:
            return
        for line in self._lines.values():
            self.column.removeWidget(line)
            line.deleteLater()
        self._lines = {row.signer.id: self._made(row) for row in sheet.signers}
        for line in self._lines.values():
            self.column.addWidget(line)

    def show_original(self, sheet: PaperSheet, original: int) -> None:
        """How each stands on an original."""
        for row in sheet.signers:
            self._lines[row.signer.id].show_row(row, original, sheet)

    def line(self, signer_id: int) -> SignerLine:
        """The row of a signer."""
        return self._lines[signer_id]

    def focus_first(self) -> None:
        """Give the keyboard to the first row, where there is one."""
        for line in list(self._lines.values())[:1]:
            line.item.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, signer_id: int, missing: Collection[int]) -> None:
        """The keyboard goes to the next of those who are missing, else it stays."""
        order = list(self._lines)
        after = order[order.index(signer_id) + 1 :]
        self._lines[next((one for one in after if one in missing), signer_id)].item.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a row, left and right bring the next and the earlier original, as the switch above the rows stands."""
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
