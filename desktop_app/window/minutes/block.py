"""One agenda item of the paper: a bar while folded; heading, contributions and clauses while open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.read_models.sheets import AgendaBlock, MinutesSheet
from desktop_app.domain.rules.meetings import AgendaKind
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.button import PressButton
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import icons_of, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import RADIUS_CARD, Ink, TextRole, Tone
from desktop_app.window.minutes import words
from desktop_app.window.minutes.block_body import BlockBody
from desktop_app.window.minutes.format import item_holds, item_mark
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.words.digits import filled

LEFT_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class FoldBar(PressButton):
    """Bar of a folded part: state mark, name, summary, and an arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._mark: tuple[Shape, Tone] = (Shape.PLAIN_RING, Tone.NEUTRAL)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, text: str, note: str, mark: tuple[Shape, Tone]) -> None:
        """Show name, summary and state mark."""
        self.setText(text)
        self._note, self._mark = note, mark
        self.setAccessibleName(words.agenda_spoken(text, note, ""))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of one line with padding."""
        return QSize(300, tokens_of(self).px(44))

    def minimumSizeHint(self) -> QSize:
        """Allow the name to be elided."""
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when font or style change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_rounded(painter, box, RADIUS_CARD - 2, tokens.colour("surface"), tokens.colour("hairline"))
        if self.underMouse():
            paint_rounded(painter, box, RADIUS_CARD - 2, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_CARD - 2, tokens.colour("accent"))
        side = tokens.px(16)
        shape, tone = self._mark
        middle = (self.height() - side) / 2
        paint_mark(
            painter,
            QRectF(self.width() - 14 - side, middle, side, side),
            shape,
            tokens.ink(tone),
            tokens.colour("surface"),
        )
        icons_of(self).paint(painter, QRectF(14, middle, side, side), "chevron-down", tokens.colour("second"))
        painter.setFont(tokens.font(TextRole.NOTE))
        painter.setPen(tokens.colour("quiet"))
        note = QFontMetrics(painter.font()).horizontalAdvance(self._note) + 4
        painter.drawText(QRectF(26 + side, -1, note, self.height()), LEFT_FLAGS | FORCE_RTL, self._note)
        painter.setFont(tokens.font(TextRole.SECOND))
        painter.setPen(tokens.colour("second"))
        left, right = 26 + side + note + 10, 14 + side + 10
        room = int(self.width() - left - right)
        text = cut(self.text(), QFontMetrics(painter.font()), room)
        painter.drawText(QRectF(left, -1, room, self.height()), RIGHT | FORCE_RTL, text)


class BlockView(QWidget):
    """Agenda item on the paper: the bar, or the open part, which is created on first use."""

    def __init__(self, signals: MinutesSignals, block: AgendaBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._block = block
        self._sheet: MinutesSheet | None = None
        self._place = 0
        self._open = False
        self.body: BlockBody | None = None
        item_id = block.row.item.id
        self.setObjectName(f"block{item_id}")
        self.bar = FoldBar()
        self.bar.setObjectName(f"blockBar{item_id}")
        self.bar.clicked.connect(lambda: self._signals.chosen.emit(item_id, 0))
        self._head = QWidget()
        self._title = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        self._context = TextLabel(role=TextRole.SECOND, ink=Ink.QUIET)
        self._late = Pill()
        self._lay_out_head()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._head)

    def _lay_out_head(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._context)
        line.addWidget(self._late)
        line.addStretch(1)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 10, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addLayout(line)

    def show_block(self, block: AgendaBlock, sheet: MinutesSheet, place: int) -> None:
        """Show the agenda item as stored."""
        self._block, self._sheet, self._place = block, sheet, place
        row = block.row
        name = words.item_heading(ordinal(place), row.item.title)
        holds, late = item_holds(row, sheet)
        self_written = row.item.kind is AgendaKind.FOLLOW_UP
        note = words.table_rows(len(sheet.follow_up)) if self_written else holds
        self.bar.show_bar(name, note, item_mark(row, chosen=False))
        self._title.setText(name)
        about = words.about(record_number(row.follow_up.number)) if row.follow_up is not None else ""
        presenter = words.presented_by(row.item.presenter) if row.item.presenter else ""
        self._context.setText(words.SEPARATOR.join(filled(presenter, about)))
        self._late.show_state(late, Tone.DANGER, Shape.TRIANGLE)
        self._late.setVisible(bool(late) and not self_written)
        if self._open:
            self._show_body()

    def set_open(self, open_: bool) -> None:
        """Open or fold the item; folding saves typed input first."""
        if self._open and not open_ and self.body is not None:
            self.body.flush()
        self._open = open_
        self._head.setVisible(open_)
        if open_:
            self._show_body()
        if self.body is not None:
            self.body.setVisible(open_)
        # last, so that a bar that hides with the keyboard hands it to what it has opened
        self.bar.setVisible(not open_)

    def is_open(self) -> bool:
        """Whether the open part is shown."""
        return self._open

    def is_written(self) -> bool:
        """Whether the item has any text."""
        return bool(self._block.deliberations or self._block.clauses)

    def item_id(self) -> int:
        """The id of the agenda item."""
        return self._block.row.item.id

    def _show_body(self) -> None:
        if self._sheet is None:
            return
        if self.body is None:
            self.body = BlockBody(self._signals, self.item_id())
            self._column.addWidget(self.body)
        self.body.show_block(self._block, self._sheet)
