"""Left side of the minutes page: a fixed title and the scrolling facts of the selected clause.

In a narrow window it is a drawer over the paper, opened and closed by F9.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.accessibility.reading_order import bring_into_view, tab_stops
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import GroundFrame, tokens_of
from desktop_app.widgets.style.tokens import GAP_SECTION, Ink, TextRole
from desktop_app.window.minutes import words as minutes_words
from desktop_app.window.minutes.inspector import ResolutionInspector
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import clauses as words

WIDTH = 336


class SidePane(QWidget):
    """Facts of a selected resolution, or the class of a note and a button that makes it a resolution, or a hint."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._row: ClauseRow | None = None
        # whether the keyboard came from the text of the clause, where it then also goes back
        self._from_text = False
        self.setObjectName("inspector")
        self.setFixedWidth(tokens_of(self).px(WIDTH))
        self._title = TextLabel(role=TextRole.SECTION)
        self._note = TextLabel(role=TextRole.NOTE, ink=Ink.QUIET, end=True)
        self._hint = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self.facts = ResolutionInspector(signals)
        self.turn = Button(text=words.TURN_TO_NOTE, kind=ButtonKind.QUIET, icon="undo-2", hint="Ctrl+M")
        self.turn.setObjectName("turnClause")
        self.turn.clicked.connect(self.toggle_kind)
        self._lay_out()
        self.show_nothing(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GAP_SECTION, 16, GAP_SECTION, 6)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._note)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        # The bar keeps its ten pixels at the left, so that nothing moves when there is more to scroll
        inside.setContentsMargins(GAP_SECTION - 10, 6, GAP_SECTION, 12)
        inside.addWidget(self._hint)
        inside.addWidget(self.facts)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_SECTION - 8, 4, GAP_SECTION, 10)
        foot.addWidget(self.turn)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the width to the font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(tokens_of(self).px(WIDTH))

    def show_nothing(self, sheet: MinutesSheet | None) -> None:
        """Show that no clause is selected."""
        self._row = None
        self._title.setText(words.NOTHING_CHOSEN)
        self._note.setText("")
        self._hint.setText(
            words.NOTHING_CHOSEN_NOTE if sheet is None or sheet.editable else words.NOTHING_CHOSEN_FROZEN
        )
        self._hint.setVisible(True)
        self.facts.setVisible(False)
        self.turn.setVisible(False)

    def show_row(self, row: ClauseRow, sheet: MinutesSheet) -> None:
        """Show the selected clause."""
        self._from_text = self._from_text and self._row is not None and self._row.clause.id == row.clause.id
        self._row = row
        resolution = row.clause.is_resolution
        self._hint.setVisible(not resolution)
        self.facts.setVisible(True)
        inquorate = sheet.meeting.state is MeetingState.INQUORATE
        self.turn.setVisible(sheet.editable and (resolution or not inquorate))
        self._show_turn(resolution=resolution)
        if resolution:
            named = (
                words.resolution_name(record_number(row.number)) if row.number else words.resolution_row(row.row or 1)
            )
            self._title.setText(named)
            self._note.setText("" if row.number else words.NUMBER_LATER)
        else:
            self._title.setText(words.PLAIN_CLAUSE)
            self._note.setText("")
            self._hint.setText(words.NO_RESOLUTIONS if inquorate else words.PLAIN_CLAUSE_NOTE)
        self.facts.show_clause(row, sheet)

    def _show_turn(self, *, resolution: bool) -> None:
        self.turn.setText(words.TURN_TO_NOTE if resolution else words.TURN_TO_RESOLUTION)
        self.turn.set_icon("undo-2" if resolution else "gavel")
        self.turn.set_kind(ButtonKind.QUIET if resolution else ButtonKind.OUTLINED)

    def toggle_kind(self) -> None:
        """Make the selected clause a resolution, or the reverse."""
        if self._row is None or not self.turn.isVisibleTo(self):
            return
        kind = ClauseKind.NOTE if self._row.clause.is_resolution else ClauseKind.DECISION
        self._signals.clause_kind_requested.emit(self._row.clause.id, kind.value)

    def take_keyboard(self) -> bool:
        """Focus the first fact or the button; return whether there is one."""
        if self._row is None or not tab_stops(self):
            return False
        self._from_text = True
        self._go_to(tab_stops(self)[0], forward=True)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk through the facts, and leave before the first and after the last one."""
        order, here = tab_stops(self), self.window().focusWidget()
        if self._row is None or here not in order:
            return super().focusNextPrevChild(forward)
        place = order.index(here) + (1 if forward else -1)
        if 0 <= place < len(order):
            self._go_to(order[place], forward=forward)
        elif self._from_text:
            self._from_text = False
            self._signals.facts_left.emit(1 if forward else -1)
        else:
            return super().focusNextPrevChild(forward)
        return True

    @staticmethod
    def _go_to(stop: QWidget, *, forward: bool) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        bring_into_view(stop)

    def reveal(self, field: str) -> None:
        """Scroll to a field and focus it."""
        self.facts.focus_field(field)
        focused = self.facts.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused, 0, 60)


NARROW: Final = 940
"""Below this width of the page the paper would be left too little."""


class SideDrawer(QObject):
    """Shows the side pane as a drawer in a narrow window, and docks it in a wide one."""

    def __init__(self, writing: QWidget, panes: QHBoxLayout, holder: GroundFrame, handle: QWidget) -> None:
        super().__init__(writing)
        self._writing, self._panes, self._holder, self._handle = writing, panes, holder, handle
        self._narrow = False
        holder.set_sides(False)
        handle.hide()
        writing.installEventFilter(self)
        add_page_action(writing, minutes_words.SIDE, "F9", self.toggle)

    def is_narrow(self) -> bool:
        """Whether the pane is a drawer."""
        return self._narrow

    def is_open(self) -> bool:
        """Whether the pane is visible."""
        return self._holder.isVisibleTo(self._writing)

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        if self._narrow:
            self._holder.setVisible(not self.is_open())
            self._place()

    def reveal(self) -> None:
        """Open the drawer; do nothing if the pane is docked."""
        if self._narrow and not self.is_open():
            self.toggle()

    def close(self) -> None:
        """Close the drawer; do nothing if the pane is docked."""
        if self._narrow and self.is_open():
            self.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Switch between drawer and docked pane with the width of the page."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        narrow = self._writing.width() < tokens_of(self._writing).px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._panes.removeWidget(self._holder)
                self._holder.hide()
            else:
                self._panes.addWidget(self._holder)
                self._holder.show()
            self._holder.set_sides(narrow)
            self._handle.setVisible(narrow)
        self._place()

    def _place(self) -> None:
        if self._narrow:
            wide = tokens_of(self._writing).px(WIDTH)
            self._holder.setGeometry(QRect(0, 0, wide, self._writing.height()))
            self._holder.raise_()
