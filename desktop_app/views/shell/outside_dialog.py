"""Dialog of the rows that another program changed: each with its old and its new values, to be chosen and accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.text import outside as words
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.notice import NoticeLine
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.wrapped_check_box import WrappedCheckBox
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP_CARD, GAP_TIGHT, Ink, TextRole, Tone


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """One row as it shows."""

    title: str
    fields: tuple[str, ...]


class OutsideDialog(SheetDialog):
    """Nothing is done here: the filled button asks for what is chosen."""

    accept_requested = Signal(object)
    """Carries the places of the chosen rows."""

    def __init__(self, rows: Sequence[OutsideRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, title=words.TITLE, context=words.CONTEXT, width=640)
        self._notice = NoticeLine()
        self.body.addWidget(self._notice)
        self._boxes = [self._add(one) for one in rows]
        self.add_action(words.ACCEPT, ButtonKind.FILLED).clicked.connect(self._accept)
        self.add_action(words.LEAVE).clicked.connect(self.reject)

    def say(self, text: str, tone: Tone) -> None:
        """What was refused."""
        self._notice.show_notice(text, tone)

    # ---- inside

    def _add(self, row: OutsideRow) -> WrappedCheckBox:
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP_CARD, GAP_CARD, GAP_CARD, GAP_CARD)
        column.setSpacing(GAP_TIGHT)
        box = WrappedCheckBox(row.title)
        column.addWidget(box)
        for one in row.fields:
            column.addWidget(TextLabel(text=one, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        self.body.addWidget(card)
        return box

    def _accept(self) -> None:
        chosen = [place for place, box in enumerate(self._boxes) if box.isChecked()]
        if chosen:
            self.accept_requested.emit(chosen)
        else:
            self.say(words.NONE_CHOSEN, Tone.WARNING)
