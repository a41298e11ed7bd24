"""The list of kinds at the right of the page of papers: one row each under its heading, walked with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.text.papers import papers as words
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.navigation_row import NavigationRow
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole


class PapersKinds(QObject):
    """Fills ``holder``; ``wanted`` is the key of the kind that the operator takes."""

    wanted = Signal(str)

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self._rows: dict[str, NavigationRow] = {}
        holder.setAccessibleName(words.KINDS)
        self._list()

    def choose(self, kind: str) -> None:
        """Mark a kind as the one that shows."""
        for key, row in self._rows.items():
            row.setChecked(key == kind)

    def row(self, kind: str) -> NavigationRow:
        """The row of a kind."""
        return self._rows[kind]

    def focus(self) -> None:
        """The keyboard to the chosen kind, from where the arrows go to the others."""
        for row in self._rows.values():
            if row.isChecked():
                _enter(row)

    # ---- inside

    def _list(self) -> None:
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(2)
        for number, (heading, kinds) in enumerate(words.GROUPS):
            label = TextLabel(self._holder, text=heading, role=TextRole.LABEL, ink=Ink.QUIET)
            label.setContentsMargins(GAP, GAP if number else GAP_TIGHT, GAP, 0)
            column.addWidget(label)
            for kind in kinds:
                column.addWidget(self._row(kind))
        column.addStretch(1)

    def _row(self, kind: str) -> NavigationRow:
        row = NavigationRow(self._holder, words.TITLES[kind], words.icon(kind), "")
        row.setObjectName(f"kind_{kind}")
        row.clicked.connect(lambda _on=False, key=kind: self.wanted.emit(key))
        row.walked.connect(lambda step, key=kind: self._walk(key, step))
        self._rows[kind] = row
        return row

    def _walk(self, kind: str, step: int) -> None:
        kinds = list(self._rows)
        _enter(self._rows[kinds[(kinds.index(kind) + step) % len(kinds)]])


def _enter(row: NavigationRow) -> None:
    row.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_view(row)
