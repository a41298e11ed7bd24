"""Beneath the choice of an upstream decision: how it is cited, and the ways into the register."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.text.minutes import upstream_form as words
from desktop_app.views.minutes.minutes_signals import MinutesSignals
from desktop_app.views.minutes.upstream_dialog import UpstreamDialog
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole


class UpstreamPart(QWidget):
    """The register's own form opens over the page; it closes when its decision was taken."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._source: DateSource | None = None
        self._row: ClauseRow | None = None
        self._known: dict[int, UpstreamDecision] = {}
        self.form: UpstreamDialog | None = None
        self.cited = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self.add = Button(text=words.NEW, kind=ButtonKind.QUIET, icon="plus", compact=True)
        self.add.setObjectName("upstreamAdd")
        self.edit = Button(text=words.EDIT, kind=ButtonKind.QUIET, icon="pencil", compact=True)
        self.edit.setObjectName("upstreamEdit")
        for button in (self.add, self.edit):
            button.setAccessibleName(button.text())
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.add)
        line.addWidget(self.edit)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        column.addWidget(self.cited)
        column.addLayout(line)
        self.add.clicked.connect(lambda: self.open_form(UpstreamDecision(title="", body="")))
        self.edit.clicked.connect(self._edit)

    def set_source(self, source: DateSource) -> None:
        """The office's calendar."""
        self._source = source

    def show_row(self, row: ClauseRow, sheet: MinutesSheet) -> None:
        """Show how the clause cites, and what may be done."""
        self._row = row
        self._known = {one.id: one for one in sheet.choices.upstream}
        self.cited.setText(row.upstream)
        self.cited.setVisible(bool(row.upstream))
        self.add.setVisible(sheet.editable)
        self.edit.setVisible(sheet.editable and row.clause.upstream_id in self._known)

    def open_form(self, decision: UpstreamDecision) -> None:
        """Open the form of a decision of the register, or of a new one."""
        if self._row is None:
            return
        clause_id = self._row.clause.id
        form = UpstreamDialog(decision, self._source, self.window())
        new = DraftPlace("clause", clause_id, "new_upstream")
        form.draft_place = DraftPlace("upstream_decision", decision.id, "upstream") if decision.id else new
        form.sent.connect(lambda typed: self._signals.upstream_sent.emit(typed, decision, clause_id))
        form.finished.connect(lambda _result: self._forget(form))
        self.form = form
        form.open()

    def show_refusal(self, field: str, text: str) -> bool:
        """Say it in the form that is open; whether there is one."""
        if self.form is None:
            return False
        self.form.show_refusal(field, text)
        return True

    def close_form(self) -> None:
        """The decision was taken."""
        if self.form is not None:
            self.form.accept()

    def _edit(self) -> None:
        chosen = self._row.clause.upstream_id if self._row is not None else None
        if chosen in self._known:
            self.open_form(self._known[chosen])

    def _forget(self, form: UpstreamDialog) -> None:
        self.form = None
        form.deleteLater()
        (self.edit if self.edit.isVisible() else self.add).setFocus()
