"""List row as a button: mark, title, note, planned time, running clock; it can be dragged.

While it is dragged a line shows where it would come; Esc leaves it where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSizePolicy, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.lists.item_drawing import EDGE, ItemContent, ItemDrawing, fitted
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import icons_of, paint_chosen_row, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW

LINE, REACH = 2, 24
Neighbours = Callable[[QWidget], Sequence[QWidget]]


class DropLine(QWidget):
    """Line that shows where a dragged row will go."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), tokens_of(self).colour("accent"))


class RowDrag(QObject):
    """Drags rows inside a scroll area. ``neighbours`` returns the rows a row may move among, from the top.

    `moved` carries the row and how many places down it was brought. The keys of the row stay the other way to move it.
    """

    moved = Signal(object, int)

    def __init__(self, area: QScrollArea, body: QWidget, neighbours: Neighbours) -> None:
        super().__init__(area)
        self._area, self._neighbours = area, neighbours
        self._body = body
        self._line = DropLine(body)
        self._line.hide()
        self._from = QPoint()
        self._held: QWidget | None = None

    def watch(self, row: QWidget) -> None:
        """Make a row draggable."""
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle press, move and release."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._by_pointer(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not self._line.isHidden():
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _by_pointer(self, row: QWidget, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._from = row, at
        elif event.type() == QEvent.Type.MouseMove and self._held is row:
            far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
            if far or not self._line.isHidden():
                self._show(row, at)
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._held is row:
            return self._let_go(row, at)
        return False

    def _let_go(self, row: QWidget, at: QPoint) -> bool:
        """Move the row to the drop line; return whether it was dragged."""
        dragged, step = not self._line.isHidden(), self._step(row, at)
        self._end()
        if dragged and step:
            self.moved.emit(row, step)
        return dragged

    def _show(self, row: QWidget, at: QPoint) -> None:
        rows = self._neighbours(row)
        if row not in rows:
            return
        self._line.setGeometry(self._line_before(rows, self._gap(rows, at)))
        self._line.show()
        self._line.raise_()
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._area.ensureVisible(0, self._body.mapFromGlobal(at).y(), 0, REACH)

    def _step(self, row: QWidget, at: QPoint) -> int:
        rows = self._neighbours(row)
        if row not in rows:
            return 0
        place, gap = list(rows).index(row), self._gap(rows, at)
        return gap - place if gap <= place else gap - place - 1

    def _line_before(self, rows: Sequence[QWidget], gap: int) -> QRect:
        """Return the position of the drop line for a gap."""
        last = rows[-1]
        top = rows[gap].y() if gap < len(rows) else last.y() + last.height()
        return QRect(last.x(), max(0, top - LINE // 2), last.width(), LINE)

    def _gap(self, rows: Sequence[QWidget], at: QPoint) -> int:
        """Return the number of rows above the pointer."""
        y = self._body.mapFromGlobal(at).y()
        return sum(one.y() + one.height() / 2 < y for one in rows)

    def _end(self) -> None:
        self._line.hide()
        if self._held is not None:
            self._held.unsetCursor()
        self._held = None


class ItemRow(QPushButton):
    """A click selects; Space and the mark act, arrows move the focus, Alt+arrows move the row; a menu has all."""

    acted = Signal()
    walked = Signal(int)
    shifted = Signal(int)
    edit_requested = Signal()
    remove_requested = Signal()
    menu_requested = Signal(QPoint)
    reached = Signal()

    def __init__(self, parent: QWidget | None = None, *, menu_name: str = "") -> None:
        super().__init__(parent)
        self._content = ItemContent("")
        self._more = Button(self, kind=ButtonKind.QUIET, icon="ellipsis", name=menu_name, small=True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_content(self, content: ItemContent) -> None:
        """Show new content; measure again if the height changes."""
        same = content.measured() == self._content.measured()
        self._content = content
        self.setAccessibleName(content.spoken or content.title)
        self.setAccessibleDescription(content.act)
        if not content.menu:
            self._more.hide()
        if not same:
            self.updateGeometry()
            self._place_menu()
        self.update()

    def content(self) -> ItemContent:
        """The content."""
        return self._content

    # ---- size and painting

    def hasHeightForWidth(self) -> bool:
        """Return True, as a long title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title, note, and the clock while it runs."""
        return self.drawing(width).height()

    def sizeHint(self) -> QSize:
        """Return a size for layouts that ask without a width."""
        width = max(240, self.width())
        return QSize(240, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a small width, as the title wraps."""
        return QSize(160, self.sizeHint().height())

    def drawing(self, width: int | None = None) -> ItemDrawing:
        """Return the layout of the content at the row's or a given width."""
        button = self._more.sizeHint().width() if self._content.menu else 0
        return fitted(self._content, tokens_of(self), self.width() if width is None else width, button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw background, mark and lines."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = tokens.colour("accent") if tokens.outlined and self._content.running else None
        if self._content.running:
            paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), edge)
        elif self._content.chosen:
            paint_chosen_row(painter, box, tokens)
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        kept = self._more.width() + 4 if self._more.isVisible() else 0
        self.drawing().paint(painter, icons_of(self), self.height(), kept)

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the menu's commands."""
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
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            # many keyboards have no key for menus
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ignore the release of Space, which acted on its press."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row; on the mark, act."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        near = self.drawing().mark_box().adjusted(-6, -6, 6, 6)
        if event.button() == Qt.MouseButton.LeftButton and near.contains(event.position()):
            self.acted.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing, so that a click only selects."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the row."""
        self.edit_requested.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer."""
        self.menu_requested.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the menu button."""
        self._more.setVisible(self._content.menu)
        self.reached.emit()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the menu button, unless the pointer is over the row."""
        self._put_out_of_use()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the menu button, unless the row has the focus."""
        self._put_out_of_use()
        super().leaveEvent(event)

    def _put_out_of_use(self) -> None:
        self._more.setVisible((self.underMouse() or self.hasFocus()) and self._content.menu)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the menu button."""
        self._more.setVisible(self._content.menu)
        super().enterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the menu button at the left end of the note."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # a scroll bar that came or went changes the lines: whoever scrolls must measure again
            self.updateGeometry()
        self._place_menu()

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _place_menu(self) -> None:
        size = self._more.sizeHint()
        top = min(self.drawing().note_top(), max(0, self.height() - size.height()))
        self._more.setGeometry(EDGE - 8, top, size.width(), size.height())

    def _open_menu(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
