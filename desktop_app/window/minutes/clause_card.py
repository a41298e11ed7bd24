"""A clause on the paper: its handle, its text, its kind as a label at the left, and the facts of a resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.sheets import ClauseRow
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.held_keys import ALT, CONTROL, SHIFT, held_keys
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import Rule, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_CARD, Ink, TextRole, Tone
from desktop_app.window.minutes.effects import EffectLines
from desktop_app.window.minutes.facts import FactsLine
from desktop_app.window.minutes.format import facts_of
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.window.minutes.strip import is_plain_tab, select_gap
from desktop_app.window.minutes.words import cited
from desktop_app.words import clauses as words


class ClauseArea(WritingArea):
    """Text field of a clause with the keys for clauses."""

    move_wanted = Signal(int)
    removal_wanted = Signal()
    facts_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Let Tab go to the next gap of a phrase, then to the facts of the clause."""
        if is_plain_tab(event) and not self.isReadOnly():
            if not select_gap(self):
                self.settle()
                self.facts_wanted.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Alt+arrow (move the clause) and Ctrl+Shift+Delete (remove it)."""
        held = held_keys(event)
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif held == {ALT} and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.settle()
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif held == {CONTROL, SHIFT} and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class ClauseCard(QFrame):
    """Card of a clause; its actions go out through the signals of the page."""

    def __init__(self, signals: MinutesSignals, row: ClauseRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._row = row
        self._chosen = False
        self.setObjectName(f"clause{row.clause.id}")
        self.grip = Button(
            kind=ButtonKind.QUIET, icon="grip-vertical", name=words.CLAUSE_MENU, compact=True, small=True
        )
        self.grip.setObjectName(f"clauseGrip{row.clause.id}")
        self.grip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Text and facts stand on one edge, and finalising moves neither
        place = self.grip.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.grip.setSizePolicy(place)
        self.area = ClauseArea()
        self.area.setObjectName(f"clauseText{row.clause.id}")
        self.area.draft_place = DraftField("clause", row.clause.id, "text")
        self._pill = Pill()
        self._facts = FactsLine()
        self._cited = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._rule = Rule()
        self._effects = EffectLines(signals)
        self._notice = NoticeLine()
        self._notice.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.area, 1)
        line.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 34, 0)
        below.setSpacing(8)
        below.addWidget(self._notice)
        below.addWidget(self._rule)
        below.addWidget(self._facts)
        below.addWidget(self._cited)
        below.addWidget(self._effects)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 6, 9)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(below)

    def _connect(self) -> None:
        clause_id = self._row.clause.id
        self.grip.clicked.connect(lambda: self._signals.clause_menu_requested.emit(clause_id))
        self.area.settled.connect(
            lambda text: self._signals.clause_edited.emit(replace(self._row.clause, text=text), "text")
        )
        self.area.focused.connect(self._choose)
        self.area.facts_wanted.connect(lambda: self._signals.facts_requested.emit(clause_id))
        self.area.move_wanted.connect(lambda step: self._signals.clause_moved.emit(clause_id, step))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            add_action(self.grip, "", keys, partial(self._signals.clause_moved.emit, clause_id, step))
        add_action(self.grip, words.DELETE, "Del", lambda: self._signals.clause_removed.emit(clause_id))
        self.area.removal_wanted.connect(lambda: self._signals.clause_removed.emit(clause_id))
        self.area.emptied.connect(lambda: self._signals.clause_removed.emit(clause_id))

    def row(self) -> ClauseRow:
        """The clause as stored."""
        return self._row

    def show_row(self, row: ClauseRow, names: Mapping[int, str], place: int, *, editable: bool) -> None:
        """Show the clause as stored."""
        self._row = row
        self.area.setReadOnly(not editable)
        self.area.show_stored(row.clause.text)
        self.grip.setVisible(editable)
        kind = kind_words(row)
        self._pill.show_state(kind, Tone.ACTION if row.clause.is_resolution else Tone.NEUTRAL)
        self.area.setAccessibleName(words.clause_spoken(place, kind, row.clause.text))
        strong = TextRole.WRITING_STRONG if row.clause.is_resolution else TextRole.WRITING
        self.area.set_writing_role(strong)
        for widget in (self._rule, self._facts):
            widget.setVisible(row.clause.is_resolution)
        self._cited.setText(cited(row.upstream) if row.upstream else "")
        self._cited.setVisible(bool(row.upstream))
        self._effects.show_row(row, editable=editable)
        self._facts.show_facts(facts_of(row, names) if row.clause.is_resolution else ())

    def set_chosen(self, chosen: bool) -> None:
        """Show or hide the frame of the selected clause."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the text; empty text hides it."""
        self._notice.show_notice(text, Tone.DANGER)
        self._notice.setVisible(bool(text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the clause."""
        super().mousePressEvent(event)
        self.area.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show a faint frame while the mouse is over the card."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the faint frame."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._chosen:
            ring(painter, box, RADIUS_CARD, tokens.colour("accent"), 1.8)
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_CARD, None, tokens.colour("hairline"))

    def _choose(self) -> None:
        self._signals.chosen.emit(self._row.clause.agenda_item_id, self._row.clause.id)


def kind_words(row: ClauseRow) -> str:
    """Return the label of a clause: its kind, its resolution number, its own confidentiality class."""
    own = class_above_usual(row.clause.classification)
    return words.guarded_kind(_kind(row), words.CLASSES[own]) if own else _kind(row)


def _kind(row: ClauseRow) -> str:
    kind = row.clause.kind
    if not row.clause.is_resolution:
        return words.NOTE
    if row.number:
        return words.resolution_name(record_number(row.number))
    return words.RESOLUTION if kind is ClauseKind.DECISION else words.resolution_kind(words.KINDS[kind])
