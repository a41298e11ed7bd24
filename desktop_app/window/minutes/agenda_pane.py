"""The right pane: agenda items with their contents, the closing part, and the attendance of each party."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_short, weekday_name
from desktop_app.domain.read_models.sheets import MinutesSheet, PartyAttendance
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.widgets.controls.button import PressButton
from desktop_app.widgets.controls.pill import PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.look import Rule, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import GAP, RADIUS_ROW, Ink, TextRole, Tone
from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height
from desktop_app.window.minutes import words
from desktop_app.window.minutes.format import (
    CLOSING_ITEM,
    PARTY_MARKS,
    SIGNERS_ITEM,
    item_holds,
    item_mark,
    signers_text,
)
from desktop_app.window.minutes.signals import MinutesSignals

WIDTH = 272
INDENT, PAD = 40, 9


class AgendaEntry(PressButton):
    """Entry of an agenda item: state mark, wrapped title, and a second line; late resolutions in red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._holds, self._late = "", "", ""
        self._mark: tuple[Shape, Tone] = (Shape.PLAIN_RING, Tone.NEUTRAL)
        self.setCheckable(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entry(self, title: str, holds: str, late: str, mark: tuple[Shape, Tone]) -> None:
        """Show an agenda item."""
        self._title, self._holds, self._late, self._mark = title, holds, late, mark
        self.setAccessibleName(words.agenda_spoken(title, holds, late))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return True, as titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title, second line and padding."""
        tokens = tokens_of(self)
        title = wrapped_height(self._title, tokens.font(TextRole.STRONG), width - INDENT - 14)
        return title + QFontMetrics(tokens.font(TextRole.NOTE)).height() + 2 * PAD + 2

    def sizeHint(self) -> QSize:
        """Return the width of the pane and its height."""
        return QSize(WIDTH - 16, self.heightForWidth(WIDTH - 16))

    def minimumSizeHint(self) -> QSize:
        """Allow less width, for a scroll bar."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entry; the selected one has a coloured background and a bar at its right."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            edge = tokens.outline(tokens.colour("accent"))
            paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), edge)
            paint_rounded(painter, QRectF(box.right() - 3, 12, 3, box.height() - 24), 1.5, tokens.colour("accent"))
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        shape, tone = self._mark
        side = tokens.px(16)
        ground = tokens.colour("selected" if self.isChecked() else "page")
        paint_mark(painter, QRectF(box.right() - 14 - side, PAD + 4, side, side), shape, tokens.ink(tone), ground)
        font = tokens.font(TextRole.STRONG)
        width = self.width() - INDENT - 14
        high = wrapped_height(self._title, font, width)
        painter.setPen(tokens.colour("text"))
        paint_wrapped(painter, QRectF(10, PAD, width + 4, high), self._title, font)
        self._paint_second(painter, PAD + high + 2, width)

    def _paint_second(self, painter: QPainter, top: int, width: int) -> None:
        tokens = tokens_of(self)
        painter.setFont(tokens.font(TextRole.NOTE))
        metrics = QFontMetrics(painter.font())
        right = float(width + 14)
        painter.setPen(tokens.colour("quiet"))
        wide = metrics.horizontalAdvance(self._holds) + 2
        painter.drawText(QRectF(right - wide, top, wide, metrics.height()), RIGHT | FORCE_RTL, self._holds)
        if not self._late:
            return
        right -= wide + 12
        side, ink = tokens.px(14), tokens.ink(Tone.DANGER)
        box = QRectF(right - side, top + (metrics.height() - side) / 2, side, side)
        paint_mark(painter, box, Shape.TRIANGLE, ink, tokens.colour("page"))
        painter.setPen(ink)
        painter.setFont(tokens.font(TextRole.HEAD))
        rest = QRectF(0, top, right - side - 6, metrics.height())
        painter.drawText(rest, RIGHT | FORCE_RTL, self._late)


class MinutesAgendaPane(QScrollArea):
    """List of agenda entries; selecting one scrolls the paper to it."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._entries: dict[int, AgendaEntry] = {}
        self._sheet: MinutesSheet | None = None
        self._chosen = 0
        self.setObjectName("agendaPane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(tokens_of(self).px(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 14, 8, 12)
        column.setSpacing(4)
        head = TextLabel(text=words.AGENDA, role=TextRole.SECTION)
        head.setContentsMargins(0, 0, 8, 4)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._parties = QVBoxLayout()
        self._parties.setContentsMargins(10, 8, 10, 0)
        self._parties.setSpacing(GAP)
        column.addWidget(head)
        column.addLayout(self._list)
        column.addSpacing(8)
        column.addWidget(Rule())
        column.addLayout(self._parties)
        column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the width to the font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(tokens_of(self).px(WIDTH))

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show the agenda items and their contents."""
        self._sheet = sheet
        keys = [block.row.item.id for block in sheet.blocks] + [CLOSING_ITEM, SIGNERS_ITEM]
        if keys != list(self._entries):
            self._rebuild(keys)
        self._fill()
        self._show_attendance(sheet)

    def choose(self, agenda_item_id: int) -> None:
        """Mark the selected entry."""
        self._chosen = agenda_item_id
        self._fill()

    def entry(self, agenda_item_id: int) -> AgendaEntry:
        """The entry of an item."""
        return self._entries[agenda_item_id]

    def _rebuild(self, keys: list[int]) -> None:
        for old in self._entries.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._entries = {}
        for key in keys:
            entry = AgendaEntry()
            entry.setObjectName(f"agendaEntry{key}")
            entry.clicked.connect(lambda _on=False, key=key: self._press(key))
            self._list.addWidget(entry)
            self._entries[key] = entry

    def _press(self, key: int) -> None:
        self._entries[key].setChecked(True)
        self._signals.chosen.emit(key, 0)

    def _fill(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        for block in sheet.blocks:
            entry = self._entries[block.row.item.id]
            chosen = block.row.item.id == self._chosen
            entry.setChecked(chosen)
            holds, late = item_holds(block.row, sheet)
            entry.show_entry(block.row.item.title, holds, late, item_mark(block.row, chosen=chosen))
        closing, signers = self._entries[CLOSING_ITEM], self._entries[SIGNERS_ITEM]
        closing.setChecked(self._chosen == CLOSING_ITEM)
        signers.setChecked(self._chosen == SIGNERS_ITEM)
        day = sheet.version.next_day
        told = f"{weekday_name(day)} {format_short(day)}" if day is not None else ""
        empty = words.BEFORE_RECORDS if was_taken_over(sheet.version) else words.CLOSING_EMPTY
        said = words.next_meeting_on(told, sheet.version.next_starts_at) if told else empty
        closing.show_entry(words.CLOSING, said, "", _extra_mark(closing, done=day is not None))
        signers.show_entry(words.SIGNERS, signers_text(sheet), "", _extra_mark(signers, done=bool(sheet.signers)))

    def _show_attendance(self, sheet: MinutesSheet) -> None:
        clear_layout(self._parties)
        unknown = was_taken_over(sheet.version)
        present = words.BEFORE_RECORDS if unknown else words.of(sheet.quorum.present, sheet.quorum.filled)
        self._parties.addWidget(
            _line(TextLabel(text=words.PRESENT, role=TextRole.LABEL, ink=Ink.SECOND), present, None)
        )
        for party in () if unknown else sheet.attendance:
            self._parties.addWidget(_party_line(party))


def _extra_mark(entry: AgendaEntry, *, done: bool) -> tuple[Shape, Tone]:
    if entry.isChecked():
        return Shape.RING_DOT, Tone.ACTION
    return (Shape.DISC_CHECK, Tone.DONE) if done else (Shape.PLAIN_RING, Tone.NEUTRAL)


def _party_line(party: PartyAttendance) -> QWidget:
    mark = PartyMark(party=PARTY_MARKS[party.party.code])
    tone = Tone.DONE if party.present else Tone.DANGER
    name = TextLabel(text=party.party.name, role=TextRole.SECOND, elide=True)
    return _line(name, words.of(party.present, party.filled), tone, mark)


def _line(name: TextLabel, count: str, tone: Tone | None, mark: QWidget | None = None) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    if mark is not None:
        line.addWidget(mark)
    line.addWidget(name, 1)
    line.addWidget(TextLabel(text=count, role=TextRole.HEAD, ink=tone if tone is not None else Ink.SECOND, end=True))
    return made
