"""A row of two or three lines that is a real button: mark, title, note, what was planned, and a running clock."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.widgets.button import Button, ButtonKind
from desktop_app.widgets.look import icons_of, ring, rounded, tokens_of
from desktop_app.widgets.state_mark import Shape, paint_mark
from desktop_app.widgets.tokens import ICON_ROW, RADIUS_ROW, TextRole, Tokens, Tone
from desktop_app.widgets.writing import LEFT, RIGHT, paint_wrapped, wrapped_height

EDGE, PAD, MARK_GAP, CLOCK_GAP = 12, 8, 12, 12
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)


@dataclass(frozen=True, slots=True)
class ItemFace:
    """All that shows of a row; `progress` from 0 to 1 draws the bar beside the clock."""

    title: str
    note: str = ""
    end: str = ""
    shape: Shape | None = None
    tone: Tone = Tone.NEUTRAL
    icon: str = ""
    running: bool = False
    clock: str = ""
    progress: float = 0.0
    spoken: str = ""
    quiet: bool = False
    """Waits aside: its title is no stronger than a note."""
    menu: bool = True
    act: str = ""
    """What Space, or a press on the mark, does; empty where it does nothing."""


class ItemRow(QPushButton):
    """The pointer only chooses; Space and the mark act, arrows walk, Alt+arrows move, the menu has everything."""

    acted = Signal()
    walked = Signal(int)
    shifted = Signal(int)
    edit_requested = Signal()
    remove_requested = Signal()
    menu_requested = Signal(QPoint)
    reached = Signal()

    def __init__(self, parent: QWidget | None = None, *, menu_name: str = "") -> None:
        super().__init__(parent)
        self._face = ItemFace("")
        self._more = Button(self, kind=ButtonKind.QUIET, icon="ellipsis", name=menu_name, small=True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_face(self, face: ItemFace) -> None:
        """Show another state; the room is measured again when a line comes or goes."""
        same = (face.title, face.note, face.end, face.running) == self._key()
        self._face = face
        self.setAccessibleName(face.spoken or face.title)
        self.setAccessibleDescription(face.act)
        if not face.menu:
            self._more.hide()
        if not same:
            self.updateGeometry()
        self.update()

    def face(self) -> ItemFace:
        """What shows."""
        return self._face

    def _key(self) -> tuple[str, str, str, bool]:
        return self._face.title, self._face.note, self._face.end, self._face.running

    # ---- size

    def hasHeightForWidth(self) -> bool:
        """A long title takes a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title, note, and the clock while it runs."""
        tokens = tokens_of(self)
        note = QFontMetrics(tokens.font(TextRole.NOTE)).height() + 3 if self._face.note else 0
        clock = QFontMetrics(tokens.font(TextRole.STRONG)).height() + 8 if self._face.running else 0
        return 2 * PAD + self._title_height(tokens, width) + note + clock

    def sizeHint(self) -> QSize:
        """For layouts that ask without a width."""
        width = max(240, self.width())
        return QSize(240, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The title wraps before the card grows wider."""
        return QSize(160, self.sizeHint().height())

    def _title_height(self, tokens: Tokens, width: int) -> int:
        return wrapped_height(self._face.title, self._title_font(tokens), self._title_room(tokens, width))

    def _title_font(self, tokens: Tokens) -> QFont:
        return tokens.font(TextRole.SECOND if self._face.quiet else TextRole.STRONG)

    def _title_room(self, tokens: Tokens, width: int) -> float:
        end = QFontMetrics(tokens.font(TextRole.SECOND)).horizontalAdvance(self._face.end)
        return max(80.0, width - 2 * EDGE - tokens.px(ICON_ROW) - MARK_GAP - (end + CLOCK_GAP if end else 0))

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, lines."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = tokens.colour("accent") if tokens.outlined and self._face.running else None
        if self._face.running:
            rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), edge)
        elif self.underMouse():
            rounded(painter, box, RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        self._paint_mark(painter, tokens)
        right = self._mark_box(tokens).left() - MARK_GAP
        title = QRectF(0, PAD, self._title_room(tokens, self.width()), self._title_height(tokens, self.width()))
        title.moveRight(right)
        painter.setPen(tokens.colour("second" if self._face.quiet else "text"))
        paint_wrapped(painter, title, self._face.title, self._title_font(tokens))
        self._paint_end(painter, tokens)
        self._paint_note(painter, tokens, right, title.bottom() + 3)
        if self._face.running:
            self._paint_clock(painter, tokens, right)

    def _mark_box(self, tokens: Tokens) -> QRectF:
        side = tokens.px(ICON_ROW)
        line = QFontMetrics(tokens.font(TextRole.STRONG)).height()
        return QRectF(self.width() - EDGE - side, PAD + (line - side) / 2, side, side)

    def _paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        face, box = self._face, self._mark_box(tokens)
        if face.shape is not None:
            paint_mark(painter, box, face.shape, tokens.ink(face.tone), tokens.colour("surface"))
        else:
            icons_of(self).paint(painter, box, face.icon, tokens.colour("second"))

    def _paint_end(self, painter: QPainter, tokens: Tokens) -> None:
        line = QFontMetrics(tokens.font(TextRole.STRONG)).height()
        painter.setFont(tokens.font(TextRole.SECOND))
        painter.setPen(tokens.colour("second"))
        painter.drawText(QRectF(EDGE, PAD, self.width(), line), _FLAGS | int(LEFT), self._face.end)

    def _paint_note(self, painter: QPainter, tokens: Tokens, right: float, top: float) -> None:
        font = tokens.font(TextRole.NOTE)
        metrics = QFontMetrics(font)
        room = right - EDGE - (self._more.width() + 4 if self._more.isVisible() else 0)
        painter.setFont(font)
        painter.setPen(tokens.colour("quiet"))
        text = metrics.elidedText(self._face.note, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(right - room, top, room, metrics.height()), _FLAGS | int(RIGHT), text)

    def _paint_clock(self, painter: QPainter, tokens: Tokens, right: float) -> None:
        font = tokens.font(TextRole.STRONG)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        top = self.height() - PAD - metrics.height()
        over = self._face.progress > 1
        ink = tokens.ink(Tone.WARNING if over else Tone.ACTION)
        wide = metrics.horizontalAdvance(self._face.clock) + 4
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(right - wide, top, wide, metrics.height()), _FLAGS | int(RIGHT), self._face.clock)
        room = right - wide - CLOCK_GAP - EDGE
        if self._face.progress <= 0 or room < 30:
            return
        groove = QRectF(EDGE, top + metrics.height() / 2 - 3, room, 6)
        rounded(painter, groove, 3, tokens.colour("surface"))
        done = QRectF(groove)
        done.setLeft(groove.right() - room * min(1.0, self._face.progress))
        rounded(painter, done, 3, ink)

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything that the menu offers has its key."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        elif step is not None:
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Space:
            self.acted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_Menu:
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space has acted on its way down."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; a press on the mark acts."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        near = self._mark_box(tokens_of(self)).adjusted(-6, -6, 6, 6)
        if event.button() == Qt.MouseButton.LeftButton and near.contains(event.position()):
            self.acted.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: choosing is no act."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        self.edit_requested.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu where the pointer is."""
        self.menu_requested.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The menu's button shows while the row is in use."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Leave):
            in_use = event.type() == QEvent.Type.FocusIn or self.underMouse() or self.hasFocus()
            self._more.setVisible(in_use and self._face.menu)
            if event.type() == QEvent.Type.FocusIn:
                self.reached.emit()
            self.update()
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the menu."""
        self._more.setVisible(self._face.menu)
        super().enterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the menu's button at the left end of the note."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # a scroll bar that came or went changes the lines: whoever scrolls must measure again
            self.updateGeometry()
        size = self._more.sizeHint()
        tokens = tokens_of(self)
        line = QFontMetrics(tokens.font(TextRole.STRONG)).height()
        self._more.setGeometry(EDGE - 8, PAD + line, size.width(), size.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _open_menu(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
