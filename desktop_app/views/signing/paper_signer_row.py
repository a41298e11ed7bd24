"""A signer's row on the print page: the party's mark, the name, and the day of the signature on one original."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet, SignerRow
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.text.minutes import signing as words
from desktop_app.views.signing.paper_steps import DONE, WAITING
from desktop_app.widgets.controls.pill import Party, PartyMark
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.style.tokens import GAP_TIGHT

PARTY_MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


class SignerLine(QWidget):
    """Space records, Delete strikes, arrows walk; the menu has everything."""

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
        """How it stands on one original; the menu shows while anything can be recorded."""
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
