"""The reading step: one piece after another in large print, texts corrected in the field, until all were read out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.read_models.sheets import MinutesSheet
from desktop_app.domain.rules.meetings import AgendaItem, Meeting
from desktop_app.domain.rules.minutes import Clause, Deliberation, MinutesVersion
from desktop_app.domain.rules.typed_text import other_numbers_of
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import GroundFrame, paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP_CARD, GAP_PAGE, Ink, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.window.minutes.effects import effect_text
from desktop_app.window.minutes.facts import FactsLine
from desktop_app.window.minutes.format import ClauseFact, facts_of, short_names
from desktop_app.window.minutes.refused import ContributionArea, parted
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words import clauses as clause_words
from desktop_app.words import effects as effect_words

COLUMN = 860


@dataclass(frozen=True, slots=True)
class Piece:
    """One text to read out: its heading, its text, and its record."""

    heading: str
    text: str
    kind: str
    record: Clause | Deliberation
    facts: tuple[ClauseFact, ...] = ()
    resolution: bool = False


class Progress(QWidget):
    """Progress bar of the reading: a thin line that fills from the right."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)

    def show_part(self, part: float) -> None:
        """Set the progress, between 0 and 1."""
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_rounded(painter, box, 2, tokens.colour("hairline"))
        filled = box.width() * self._part
        paint_rounded(painter, QRectF(box.right() - filled, 0, filled, box.height()), 2, tokens.colour("accent"))


class ReadingPane(GroundFrame):
    """Space, Enter and PageDown go forward, PageUp back, Esc leaves; «خوانده شد» ends the reading."""

    def __init__(self, signals: MinutesSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent, sides=False)
        self._signals = signals
        self._pieces: list[Piece] = []
        self._at = 0
        self._names: dict[int, str] = {}
        self._heading = TextLabel(role=TextRole.SECTION, ink=Ink.SECOND, wrap=True)
        self._count = TextLabel(role=TextRole.SECOND, ink=Ink.QUIET, end=True)
        self._progress = Progress()
        self._kind = Pill()
        self.area = ContributionArea(role=TextRole.READING)
        self.area.setObjectName("readingText")
        self._facts = FactsLine(label=TextRole.SECOND, value=TextRole.SECTION)
        self._notice = NoticeLine()
        self._digits = NoticeLine()
        self.digits = Button(text=words.UNIFORM_DIGITS, compact=True)
        self.digits.setObjectName("readingDigits")
        self.back = Button(text=words.READ_BACK, icon="chevron-right", hint="PageUp")
        self.back.setObjectName("readingBack")
        self.next = Button(text=words.READ_NEXT, icon="chevron-left", hint="PageDown", kind=ButtonKind.FILLED)
        self.next.setObjectName("readingNext")
        self.done = Button(text=words.READ_DONE, icon="check-check", hint="Ctrl+Enter")
        self.done.setObjectName("readingDone")
        self.leave = Button(text=words.READ_LEAVE, kind=ButtonKind.QUIET, hint="Esc")
        self.leave.setObjectName("readingLeave")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        buttons.addWidget(self.next)
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_CARD)
        column.addLayout(head)
        column.addWidget(self._progress)
        offer = QHBoxLayout()
        offer.addWidget(self._digits, 1)
        offer.addWidget(self.digits)
        column.addLayout(offer)
        column.addWidget(self._text_part(), 1)
        column.addLayout(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP_PAGE, GAP_PAGE, GAP_PAGE, GAP_PAGE)
        line.addStretch(1)
        line.addWidget(self._sheet, 100)
        line.addStretch(1)
        self._measure()

    def _text_part(self) -> QScrollArea:
        """Return the scroll area with kind, text and facts of the piece."""
        kind = QHBoxLayout()
        kind.addWidget(self._kind)
        kind.addStretch(1)
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, GAP_PAGE, 0, GAP_CARD)
        inside.setSpacing(GAP_CARD)
        inside.addLayout(kind)
        inside.addWidget(self.area)
        inside.addWidget(self._notice)
        inside.addWidget(self._facts)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(text)
        text.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.done.clicked.connect(self._signals.read_requested)
        self.digits.clicked.connect(self._signals.digits_requested)
        self.leave.clicked.connect(self._leave)
        self.area.settled.connect(self._mended)
        self.area.entered.connect(lambda: self.step(1))
        add_page_action(self, words.READ_NEXT, "PgDown", lambda: self.step(1))
        add_page_action(self, words.READ_BACK, "PgUp", lambda: self.step(-1))
        add_page_action(self, words.READ_DONE, ("Ctrl+Return", "Ctrl+Enter"), self.done.click)
        add_page_action(self, words.READ_LEAVE, "Esc", self._leave)

    def begin(self) -> None:
        """Start at the first piece."""
        self._at = 0
        self._show()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show the pieces as stored; the position stays."""
        self._names = short_names(sheet)
        self._pieces = _pieces(sheet, self._names)
        self._at = max(0, min(self._at, len(self._pieces) - 1))
        self._offer_digits(_other_numbers(sheet))
        self._show()

    def _offer_digits(self, count: int) -> None:
        """Offer to change other digits to Persian ones."""
        if not count and self.digits.hasFocus():
            (self.done if self.next.isHidden() else self.next).setFocus(Qt.FocusReason.OtherFocusReason)
        self._digits.show_notice(words.other_digits(count) if count else "", Tone.WARNING)
        for widget in (self._digits, self.digits):
            widget.setVisible(count > 0)

    def step(self, by: int) -> None:
        """Save corrections and go to the next or previous piece."""
        self.area.settle()
        if self.area.is_unsaved():
            # What was refused stays in sight until it is mended
            return
        self._at = max(0, min(len(self._pieces) - 1, self._at + by))
        self._show()

    def flush(self) -> None:
        """Save a corrected piece."""
        if self.isVisibleTo(self.window()):
            self.area.settle()

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the piece."""
        self._notice.show_notice(text, Tone.DANGER)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self._sheet.setMaximumWidth(tokens_of(self).px(COLUMN))

    def _show(self) -> None:
        count = len(self._pieces)
        self._show_ways(last=self._at >= count - 1)
        self._count.setText(words.reading_position(self._at + 1, count) if count else "")
        self._progress.show_part((self._at + 1) / count if count else 1.0)
        self._notice.show_notice("")
        self._show_piece(self._pieces[self._at] if count else None)

    def _show_ways(self, *, last: bool) -> None:
        self.back.setEnabled(self._at > 0)
        if last and self.next.hasFocus():
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.next.setVisible(not last)
        self.done.set_kind(ButtonKind.FILLED if last else ButtonKind.OUTLINED)

    def _show_piece(self, piece: Piece | None) -> None:
        self._heading.setText(piece.heading if piece is not None else words.READING_NOTHING)
        for widget in (self._kind, self.area):
            widget.setVisible(piece is not None)
        self._facts.setVisible(piece is not None and bool(piece.facts))
        if piece is None:
            return
        self._kind.show_state(piece.kind, Tone.ACTION if piece.resolution else Tone.NEUTRAL)
        self.area.setAccessibleName(f"{piece.heading}، {piece.kind}")
        self.area.show_stored(piece.text)
        self._facts.show_facts(piece.facts)

    def _mended(self, text: str) -> None:
        record = self._pieces[self._at].record
        if isinstance(record, Clause):
            self._signals.clause_edited.emit(replace(record, text=text), "text")
        else:
            speaker, said = parted(text)
            self._signals.said_edited.emit(replace(record, speaker=speaker, text=said))

    def _leave(self) -> None:
        self.area.settle()
        if not self.area.is_unsaved():
            self._signals.reading_left.emit()


def _other_numbers(sheet: MinutesSheet) -> int:
    """Return how many numbers in the free texts are not in Persian digits."""
    records: list[Meeting | AgendaItem | Clause | Deliberation | MinutesVersion] = [sheet.version]
    # agenda and place of signed minutes stay in their correction
    records += [] if sheet.amendment else [sheet.meeting]
    for block in sheet.blocks:
        records += [] if sheet.amendment else [block.row.item]
        records += [*block.deliberations, *(row.clause for row in block.clauses)]
    return sum(map(other_numbers_of, records))


def _pieces(sheet: MinutesSheet, names: dict[int, str]) -> list[Piece]:
    found: list[Piece] = []
    for place, block in enumerate(sheet.blocks, start=1):
        heading = words.item_heading(ordinal(place), block.row.item.title)
        found += [
            Piece(heading, words.contribution_line(said.speaker, said.text), words.SAID, said)
            for said in block.deliberations
        ]
        for row in block.clauses:
            resolution = row.clause.is_resolution
            kind = clause_words.KINDS[row.clause.kind] if resolution else clause_words.NOTE
            facts = facts_of(row, names) if resolution else ()
            facts += tuple(
                ClauseFact(effect_words.KIND, effect_text(one.kind, number, one.day)) for one, number in row.effects
            )
            shown = clause_words.resolution_kind(kind) if resolution else kind
            found.append(Piece(heading, row.clause.text, shown, row.clause, facts, resolution))
    return found
