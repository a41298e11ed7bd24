"""Form that excuses several months without a meeting: the months, and one reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Tone
from desktop_app.window.months import words
from desktop_app.words import widgets as widget_words

COLUMNS: Final = 3
LINES: Final = 4


class ExcuseForm(FormSheet):
    """Dialog with all months selected at first; it stays open after a refusal and keeps its input."""

    sent = Signal(object, str)
    """The chosen months in their order, and the reason."""

    def __init__(self, months: Sequence[JalaliMonth], parent: QWidget | None = None) -> None:
        super().__init__(parent, title=words.EXCUSE_SEVERAL_ASK, context=words.EXCUSE_SEVERAL_WHY, width=560)
        self.setObjectName("excuseForm")
        self.draft_place = DraftField("reason", 0, words.EXCUSE_SEVERAL_ASK)
        self._boxes = {month: self._box(month) for month in months}
        self._months = Field(label=words.MONTHS, editor=self._grid())
        self._text = TextArea()
        self._text.setObjectName("reasonEdit")
        self._text.set_lines(LINES)
        self._reason = Field(label=words.REASON, editor=self._text)
        self.body.addWidget(self._months)
        self.body.addWidget(self._reason)
        self._all = Button(text=words.ALL_MONTHS, kind=ButtonKind.QUIET, compact=True)
        self._all.setObjectName("allMonths")
        self._all.clicked.connect(lambda: self._choose(on=True))
        self._none = Button(text=words.NO_MONTH, kind=ButtonKind.QUIET, compact=True)
        self._none.setObjectName("noMonth")
        self._none.clicked.connect(lambda: self._choose(on=False))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for button in (self._all, self._none):
            line.addWidget(button)
        line.addStretch(1)
        self.body.insertLayout(1, line)
        self._save = self.add_action(words.EXCUSE_DO, ButtonKind.FILLED, hint="Ctrl+Enter")
        self._save.setObjectName("saveExcuses")
        self._save.clicked.connect(self.save)
        # a button's own shortcut acts a moment later, when the text may be another one already
        add_action(self, words.EXCUSE_DO, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        self.add_action(widget_words.CANCEL).clicked.connect(self.leave)
        self._count()
        self.begin()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def months(self) -> tuple[JalaliMonth, ...]:
        """Return the selected months."""
        return tuple(month for month, box in self._boxes.items() if box.isChecked())

    def content(self) -> object:
        """The selected months and the typed reason."""
        return self.months(), self._text.text().strip()

    def warn(self, text: str) -> None:
        """Show a warning beneath the reason."""
        self._reason.set_notice(text, Tone.WARNING)

    def save(self) -> None:
        """Emit the excuse unless no month is selected or the reason is empty."""
        reason = self._text.text().strip()
        if not self.months():
            self.show_refusal("month", words.NO_MONTH_CHOSEN)
        elif not reason:
            self.show_refusal("reason", widget_words.REASON_MISSING)
        else:
            self.hand_over(lambda: self.sent.emit(self.months(), reason))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field and focus it; return False if there is no such field."""
        of_months = field == "month"
        editor = next(iter(self._boxes.values())) if of_months else self._text
        (self._months if of_months else self._reason).set_error(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return of_months or field == "reason"

    # ---- inside

    def _box(self, month: JalaliMonth) -> QCheckBox:
        box = QCheckBox(format_month(month))
        box.setObjectName(f"month_{month.year}_{month.month}")
        box.setAccessibleName(box.text())
        box.setChecked(True)
        box.toggled.connect(self._count)
        return box

    def _grid(self) -> QWidget:
        """Lay out the months in columns, each year together."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        rows = -(-len(self._boxes) // COLUMNS)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place % rows, place // rows)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        return holder

    def _choose(self, *, on: bool) -> None:
        for box in self._boxes.values():
            box.setChecked(on)

    def _count(self, _on: bool = True) -> None:
        """Show on the button how many months it excuses."""
        count = len(self.months())
        self._save.setText(words.excuse_do(count))
        if count:
            self._months.clear_error()
