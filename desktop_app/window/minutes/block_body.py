"""Open part of an agenda item: contributions, clauses and resolutions in one column, and lines for more.

Two items have their own parts: the line that confirms the minutes of the meeting before, and the report on earlier
resolutions, which the program fills.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date, format_words
from desktop_app.domain.read_models.sheets import AgendaBlock, FollowUp, MinutesSheet
from desktop_app.domain.rules.meetings import ATTENDED, AgendaKind
from desktop_app.domain.rules.minutes import FOR_PEN
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.accessibility.keyboard_focus import focused_row, row_to_focus
from desktop_app.widgets.accessibility.reading_order import layout_widgets
from desktop_app.widgets.controls.button import Button, Link
from desktop_app.widgets.controls.pill import StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.look import Rule
from desktop_app.widgets.style.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole, Tone
from desktop_app.window.kit.state_format import minutes_content, resolution_content
from desktop_app.window.minutes import words
from desktop_app.window.minutes.clause_card import ClauseCard
from desktop_app.window.minutes.format import short_names
from desktop_app.window.minutes.new_line import NewLine
from desktop_app.window.minutes.options import phrases_for
from desktop_app.window.minutes.refused import ContributionLine, SpeakerHighlighter, lengthen_dash, parted
from desktop_app.window.minutes.signals import MinutesSignals


class ConfirmLine(QWidget):
    """The earlier minutes to confirm, whether they are confirmed, and the confirm button."""

    def __init__(self, signals: MinutesSignals, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark(side=16)
        self._text = TextLabel(wrap=True)
        self.button = Button(text=words.CONFIRM, icon="check-check", compact=True)
        self.button.setAccessibleName(words.CONFIRM)
        self.button.setObjectName(f"confirm{item_id}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(lambda: signals.confirm_requested.emit(item_id))

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show whether the earlier minutes are confirmed."""
        earlier = sheet.earlier
        if earlier is None:
            self._text.setText(words.NOTHING_EARLIER)
            self._mark.show_mark(Shape.PLAIN_RING, Tone.NEUTRAL)
            self.button.hide()
            return
        day = format_words(earlier.meeting_day)
        if earlier.confirmed:
            self._text.setText(words.is_confirmed(earlier.meeting_number, day))
            self._mark.show_mark(Shape.DISC_CHECK, Tone.DONE)
        else:
            content = minutes_content(earlier.state, lacks_scan=earlier.lacks_scan)
            self._text.setText(words.waits(earlier.meeting_number, day, content.word))
            self._mark.show_mark(Shape.PLAIN_RING, Tone.NEUTRAL)
        self.button.setVisible(sheet.editable and not earlier.confirmed and earlier.state in FOR_PEN)


STRETCH = (5, 3, 0, 0)


class FollowUpTable(QWidget):
    """Read-only table of resolutions; late ones have a triangle, and the number opens the resolution."""

    resolution_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._shown: tuple[FollowUp, ...] | None = None
        self.setAccessibleName(words.FOLLOW_UP_NAME)

    def show_rows(self, rows: Sequence[FollowUp]) -> None:
        """Show these resolutions."""
        if self._shown == tuple(rows):
            return
        self._shown = tuple(rows)
        clear_layout(self._grid)
        if not rows:
            self._grid.addWidget(TextLabel(text=words.FOLLOW_UP_NONE, role=TextRole.SECOND, ink=Ink.SECOND), 0, 0)
            return
        for column, head in enumerate(words.FOLLOW_UP_HEADS):
            self._grid.addWidget(TextLabel(text=head, role=TextRole.HEAD, ink=Ink.SECOND), 0, column)
            self._grid.setColumnStretch(column, STRETCH[column])
        for place, row in enumerate(rows):
            self._add(1 + 2 * place, row)

    def _add(self, line: int, row: FollowUp) -> None:
        self._grid.addWidget(Rule(), line, 0, 1, 4)
        due = format_date(row.due) if row.due is not None else ""
        cells = (
            self._pair(row),
            TextLabel(text=row.executor, role=TextRole.SECOND, wrap=True),
            TextLabel(text=due, role=TextRole.SECOND),
            _state(row),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, line + 1, column, Qt.AlignmentFlag.AlignTop)

    def _pair(self, row: FollowUp) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        number = Link(made, text=record_number(row.number), role=TextRole.HEAD)
        number.setObjectName(f"followUp{row.resolution_id}")
        number.clicked.connect(lambda: self.resolution_requested.emit(row.resolution_id))
        column.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(TextLabel(text=row.text, role=TextRole.SECOND, wrap=True))
        return made


def _state(row: FollowUp) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    content = resolution_content(row.course.state)
    column.addWidget(StateLabel(text=content.word, tone=content.tone, shape=content.shape, percent=row.course.percent))
    if row.late:
        column.addWidget(StateLabel(text=words.days_late(row.late), tone=Tone.DANGER, shape=Shape.TRIANGLE))
    return made


class BlockBody(QWidget):
    """Open part of an agenda item; its widgets and the caret survive each refresh."""

    def __init__(self, signals: MinutesSignals, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._item_id = item_id
        self.cards: dict[int, ClauseCard] = {}
        self.lines: dict[int, ContributionLine] = {}
        self._speakers: tuple[str, ...] = ()
        self._table = FollowUpTable()
        self._table.resolution_requested.connect(signals.resolution_requested)
        self.confirm = ConfirmLine(signals, item_id)
        self.new_said = NewLine(self._find_speaker, words.NEW_SAID, indent=26, after_key=lengthen_dash, names=True)
        self._bold = SpeakerHighlighter(self.new_said.area.document())
        self.new_clause = NewLine(lambda typed: phrases_for(typed, words.PHRASES), words.NEW_CLAUSE, indent=40)
        self.new_said.area.setObjectName(f"newSaid{item_id}")
        self.new_clause.area.setObjectName(f"newClause{item_id}")
        self.new_said.area.draft_place = DraftField("agenda_item", item_id, "new_said")
        self.new_clause.area.draft_place = DraftField("agenda_item", item_id, "new_clause")
        self._said_head = TextLabel(text=words.SAID, role=TextRole.LABEL, ink=Ink.QUIET)
        self._clause_head = TextLabel(text=words.CLAUSES, role=TextRole.LABEL, ink=Ink.QUIET)
        self._lay_out()
        self.new_said.entered.connect(lambda text: signals.contribution_added.emit(item_id, *parted(text)))
        self.new_clause.entered.connect(lambda text: signals.clause_added.emit(item_id, text))
        self.new_said.rested.connect(self._contribution_rested)
        self.new_clause.rested.connect(self._clause_rested)
        self.new_clause.area.emptied.connect(lambda: self._walk(self.new_clause.area, -1))
        for line in (self.new_said, self.new_clause):
            line.area.walked.connect(lambda step, area=line.area: self._walk(area, step))
            line.area.focused.connect(lambda: signals.item_chosen.emit(item_id))

    def _lay_out(self) -> None:
        self._said = QVBoxLayout()
        self._said.setSpacing(8)
        self._clauses = QVBoxLayout()
        self._clauses.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(6)
        column.addWidget(self._table)
        column.addWidget(self.confirm)
        column.addWidget(self._said_head)
        column.addLayout(self._said)
        column.addWidget(self.new_said)
        column.addSpacing(8)
        column.addWidget(self._clause_head)
        column.addLayout(self._clauses)
        column.addWidget(self.new_clause)

    def show_block(self, block: AgendaBlock, sheet: MinutesSheet) -> None:
        """Show the agenda item as stored; unsaved input stays."""
        self._table.setVisible(block.row.item.kind is AgendaKind.FOLLOW_UP)
        if self._table.isVisibleTo(self):
            self._table.show_rows(sheet.follow_up)
        self.confirm.setVisible(block.row.item.kind is AgendaKind.PREVIOUS_MINUTES)
        self.confirm.show_sheet(sheet)
        self._speakers = _speakers(sheet)
        self._show_contributions(block, sheet)
        self._show_clauses(block, sheet)
        for line in (self.new_said, self.new_clause):
            line.setVisible(sheet.editable)
        self._said_head.setVisible(sheet.editable or bool(block.deliberations))
        self._clause_head.setVisible(sheet.editable or bool(block.clauses))

    def choose(self, clause_id: int) -> None:
        """Mark the selected clause."""
        for key, card in self.cards.items():
            card.set_chosen(key == clause_id)

    def flush(self) -> None:
        """Save everything typed, also the lines for new clauses and contributions."""
        for area in self._areas():
            if area not in (self.new_said.area, self.new_clause.area):
                area.settle()
        self.new_said.submit()
        self.new_clause.submit()

    def forget_typed(self) -> None:
        """Discard the text of the lines for new clauses and contributions."""
        self.new_said.clear()
        self.new_clause.clear()

    def show_refusal(self, subject: str, subject_id: int, field: str, text: str) -> bool:
        """Show why a piece was refused; empty text hides it. Return whether the piece is in this part."""
        if subject == "said" and subject_id in self.lines:
            self.lines[subject_id].show_refusal(text)
        elif subject == "clause" and field in ("text", "") and subject_id in self.cards:
            self.cards[subject_id].show_refusal(text)
        elif subject in ("new_clause", "new_said") and subject_id == self._item_id:
            (self.new_clause if subject == "new_clause" else self.new_said).show_refusal(text)
        else:
            return False
        return True

    def _show_contributions(self, block: AgendaBlock, sheet: MinutesSheet) -> None:
        wanted = {said.id: said for said in block.deliberations}
        _move_focus(self.lines, wanted, self.new_said.area)
        for key in [key for key in self.lines if key not in wanted]:
            _drop(self._said, self.lines.pop(key))
        for place, (key, said) in enumerate(wanted.items()):
            line = self.lines.get(key)
            if line is None:
                line = self.lines[key] = self._make_line(key, ContributionLine(said, editable=sheet.editable))
            line.show_contribution(said, editable=sheet.editable)
            _put(self._said, line, place)
        self.lines = {key: self.lines[key] for key in wanted}

    def _make_line(self, key: int, line: ContributionLine) -> ContributionLine:
        signals = self._signals
        line.edited.connect(signals.said_edited)
        line.menu_wanted.connect(lambda: signals.said_menu_requested.emit(key))
        line.area.entered.connect(lambda: self._after(line.area))
        line.area.walked.connect(lambda step: self._walk(line.area, step))
        line.area.emptied.connect(lambda: self._remove_contribution(key))
        line.area.removal_wanted.connect(lambda: self._remove_contribution(key))
        line.area.move_wanted.connect(lambda step: signals.contribution_moved.emit(key, step))
        line.area.focused.connect(lambda: signals.item_chosen.emit(self._item_id))
        return line

    def _show_clauses(self, block: AgendaBlock, sheet: MinutesSheet) -> None:
        wanted = {row.clause.id: row for row in block.clauses}
        _move_focus(self.cards, wanted, self.new_clause.area)
        for key in [key for key in self.cards if key not in wanted]:
            _drop(self._clauses, self.cards.pop(key))
        names = short_names(sheet)
        for place, (key, row) in enumerate(wanted.items()):
            card = self.cards.get(key)
            if card is None:
                card = self.cards[key] = ClauseCard(self._signals, row)
                card.area.walked.connect(lambda step, area=card.area: self._walk(area, step))
                card.area.entered.connect(lambda area=card.area: self._after(area))
            card.show_row(row, names, place + 1, editable=sheet.editable)
            _put(self._clauses, card, place)
        self.cards = {key: self.cards[key] for key in wanted}

    def _areas(self) -> list[WritingArea]:
        said = [line.area for line in _pieces(self._said) if isinstance(line, ContributionLine)]
        clauses = [card.area for card in _pieces(self._clauses) if isinstance(card, ClauseCard)]
        return [*said, self.new_said.area, *clauses, self.new_clause.area]

    def take_typed_clause(self) -> bool:
        """Save the new line as a clause; return False if it was refused."""
        area = self.new_clause.area
        if area.hasFocus() and area.text().strip():
            self._clause_rested(area.text().strip(), area.textCursor().position())
            return not area.text().strip()
        return True

    def _clause_rested(self, text: str, caret: int) -> None:
        """Save the line for a new clause after a pause; typing goes on in the clause."""
        before = set(self.cards)
        self.new_clause.area.hand_over(lambda: self._signals.clause_added.emit(self._item_id, text))
        made = [card for key, card in self.cards.items() if key not in before]
        if made and caret >= 0:
            made[0].area.go_to(caret)

    def _contribution_rested(self, text: str, caret: int) -> None:
        """Save the line for a new contribution after a pause, once it has more than a name."""
        speaker, said = parted(text)
        if not said:
            return
        before = set(self.lines)
        self._signals.contribution_added.emit(self._item_id, speaker, said)
        made = [line for key, line in self.lines.items() if key not in before]
        if made and caret >= 0:
            made[0].area.go_to(caret)

    def leave_facts(self, clause_id: int, step: int) -> None:
        """Move the focus from the facts of a clause to its text, or to the next piece."""
        card = self.cards.get(clause_id)
        if card is not None and step < 0:
            card.area.go_to_end()
        elif card is not None:
            self._walk(card.area, step)

    def _walk(self, area: WritingArea, step: int) -> None:
        """Move the focus to the neighbouring piece."""
        areas = [one for one in self._areas() if one.isVisibleTo(self)]
        place = areas.index(area) + step
        if 0 <= place < len(areas):
            areas[place].go_to_end()

    def _after(self, area: WritingArea) -> None:
        """Move the focus to the next piece, or to the line for a new one."""
        self._walk(area, 1)

    def _remove_contribution(self, said_id: int) -> None:
        line = self.lines.get(said_id)
        if line is not None:
            self._walk(line.area, -1 if line is not next(iter(self.lines.values())) else 1)
        self._signals.contribution_removed.emit(said_id)

    def _find_speaker(self, typed: str) -> Sequence[str]:
        if words.DASH.strip() in typed:
            return ()
        return [f"{name}{words.DASH}" for name in phrases_for(typed, self._speakers)]


def _speakers(sheet: MinutesSheet) -> tuple[str, ...]:
    """Return the possible speakers: present members, substitutes and guests."""
    rows = [row for party in sheet.attendance for row in party.rows if row.state in ATTENDED]
    return (*(row.substitute_name or row.name for row in rows), *(guest.name for guest in sheet.guests))


def _pieces(layout: QVBoxLayout) -> list[QWidget]:
    return list(layout_widgets(layout))


def _put(layout: QVBoxLayout, widget: QWidget, place: int) -> None:
    if layout.indexOf(widget) != place:
        focus = widget.hasFocus() or any(child.hasFocus() for child in widget.findChildren(QWidget))
        layout.removeWidget(widget)
        layout.insertWidget(place, widget)
        # Now, and not with the next event: the keyboard may be on its way to it
        widget.show()
        if focus:
            for child in widget.findChildren(WritingArea):
                child.setFocus(Qt.FocusReason.OtherFocusReason)


def _move_focus(
    pieces: Mapping[int, ContributionLine] | Mapping[int, ClauseCard], left: Container[int], new: WritingArea
) -> None:
    """Move the focus from a piece about to be removed to its neighbour, or to the new line."""
    held = focused_row(pieces)
    if held is not None and held not in left:
        near = row_to_focus(held, list(pieces), left)
        (new if near is None else pieces[near].area).go_to_end()


def _drop(layout: QVBoxLayout, widget: QWidget) -> None:
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
