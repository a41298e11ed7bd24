"""The paper in the middle: agenda items one below the other, the selected one open, lines of at most 72 characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MinutesSheet, Target
from desktop_app.domain.rules.minutes import Clause, Deliberation
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import TextRole
from desktop_app.window.minutes import words
from desktop_app.window.minutes.block import BlockView
from desktop_app.window.minutes.refused import parted
from desktop_app.window.minutes.signals import MinutesSignals

AROUND_TEXT = 100
"""What stands beside the writing of a clause: grip, pill, and the air of its card."""


class PaperPane(QScrollArea):
    """Blocks of the agenda items, then the closing part and the signers, which the page adds."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self.blocks: dict[int, BlockView] = {}
        self._extras: dict[int, QWidget] = {}
        self._chosen = 0
        self._editable = True
        self.setObjectName("paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(words.PAPER)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 18, 0, 24)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        inner = QWidget()
        line = QHBoxLayout(inner)
        line.setContentsMargins(12, 0, 22, 0)
        line.addStretch(1)
        line.addWidget(self._sheet, 100)
        line.addStretch(1)
        self.setWidget(inner)
        # A scroll area fills what it is given; here the ground behind it shows
        inner.setAutoFillBackground(False)
        self._measure()

    def add_extra(self, key: int, widget: QWidget) -> None:
        """Add a part that is no agenda item at the end of the paper."""
        self._extras[key] = widget
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show every block as stored."""
        self._editable = sheet.editable
        wanted = {block.row.item.id: block for block in sheet.blocks}
        for key in [key for key in self.blocks if key not in wanted]:
            gone = self.blocks.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, block) in enumerate(wanted.items()):
            view = self.blocks.get(key)
            if view is None:
                view = self.blocks[key] = BlockView(self._signals, block)
            view.show_block(block, sheet, place + 1)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
        self._open_chosen()

    def choose(self, agenda_item_id: int, clause_id: int) -> None:
        """Open an item, fold the others, mark a clause."""
        before, self._chosen = self._chosen, agenda_item_id
        self._open_chosen()
        for view in self.blocks.values():
            if view.body is not None:
                view.body.choose(clause_id)
        if before != agenda_item_id:
            QTimer.singleShot(0, self, self._to_chosen)

    def start_clause(self, agenda_item_id: int) -> None:
        """Save the line for a new clause and focus it for the next one."""
        view = self.blocks.get(agenda_item_id)
        if view is not None and view.body is not None and view.body.new_clause.isVisibleTo(self):
            view.body.new_clause.submit()
            view.body.new_clause.area.go_to_end()

    def empty_new_line(self, subject: str, agenda_item_id: int, text: str) -> None:
        """Clear the line for a new record if it still holds this stored text."""
        body = self.blocks[agenda_item_id].body
        if body is None:
            return
        line = body.new_clause if subject == "new_clause" else body.new_said
        typed = line.area.text().strip()
        if text.strip() in (typed, parted(typed)[1]):
            line.clear()

    def take_typed_clause(self, agenda_item_id: int) -> bool:
        """Save the new line as a clause; return False if it was refused."""
        view = self.blocks.get(agenda_item_id)
        return view is None or view.body is None or view.body.take_typed_clause()

    def go_to(self, agenda_item_id: int, target: Target) -> bool:
        """Focus a gap of the text; return whether the gap is on the paper."""
        view = self.blocks.get(agenda_item_id)
        body = view.body if view is not None else None
        if body is None:
            return False
        if target.clause_id is None:
            body.new_clause.area.go_to_end()
            return True
        if target.field in ("text", "") and target.clause_id in body.cards:
            body.cards[target.clause_id].area.go_to_end()
            return True
        return False

    def go_to_piece(self, piece: Clause | Deliberation) -> None:
        """Focus the text of a clause or contribution of the open item."""
        body = self.blocks[piece.agenda_item_id].body
        if body is not None:
            (body.cards if isinstance(piece, Clause) else body.lines)[piece.id].area.go_to_end()

    def flush(self) -> None:
        """Save everything typed."""
        for view in self.blocks.values():
            if view.body is not None:
                view.body.flush()

    def forget_typed(self) -> None:
        """Discard all input."""
        for view in self.blocks.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.blocks = {}

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        metrics = QFontMetrics(tokens_of(self).font(TextRole.WRITING))
        self._sheet.setMaximumWidth(metrics.horizontalAdvance(words.LONGEST_LINE) + AROUND_TEXT)

    def _open_chosen(self) -> None:
        for key, view in self.blocks.items():
            view.set_open(key == self._chosen or (not self._editable and view.is_written()))

    def _to_chosen(self) -> None:
        view = self.blocks.get(self._chosen) or self._extras.get(self._chosen)
        inner = self.widget()
        if view is not None and inner is not None:
            # What was just opened or folded has its place only after the layouts have run
            self._column.activate()
            wide = self.viewport().width()
            inner.resize(wide, max(self.viewport().height(), inner.heightForWidth(wide)))
            top = view.mapTo(self._sheet, view.rect().topLeft()).y()
            self.verticalScrollBar().setValue(max(0, top - 70))
