"""Short list with group headings; and the line at the top of a page with what needs attention.

Each part of that line leads to the view that it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from desktop_app.widgets.controls.button import Link
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.cell_content import CellContent, GroupContent
from desktop_app.widgets.lists.list_delegate import RowDelegate, select_row
from desktop_app.widgets.shell.card import FlowLayout
from desktop_app.widgets.style.tokens import Ink, TextRole

GAP = 14


@dataclass(frozen=True, slots=True)
class Need:
    """One matter that needs attention; with a ``view``, a link to it."""

    text: str
    view: str = ""


class NeedsLine(QWidget):
    """Line of matters that need attention, as text or links."""

    view_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._needs: tuple[Need, ...] = ()
        self._flow = FlowLayout(self, gap=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Show the matters; hide the line if there are none. Unchanged ones keep position and focus."""
        if tuple(needs) == self._needs:
            return
        self._needs = tuple(needs)
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._part(need) for need in needs]
        for part in self._parts:
            self._flow.addWidget(part)
            part.show()
        self.setVisible(bool(needs))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size on one line, which a layout takes as the least height."""
        whole = sum(part.sizeHint().width() + GAP for part in self._parts)
        return QSize(whole, self._flow.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Return the height of two lines at most."""
        width = max(self._flow.minimumSize().width(), round(self.sizeHint().width() * 0.6))
        return QSize(width, self._flow.heightForWidth(width))

    def text(self) -> str:
        """The whole text."""
        return " ".join(need.text for need in self._needs)

    def _part(self, need: Need) -> QWidget:
        if not need.view:
            return TextLabel(self, text=need.text, role=TextRole.SECOND, ink=Ink.SECOND)
        link = Link(self, text=need.text, role=TextRole.SECOND)
        link.setObjectName(f"need_{need.view}")
        link.clicked.connect(lambda _on=False, view=need.view: self.view_requested.emit(view))
        return link


Index = QModelIndex | QPersistentModelIndex
Line = CellContent | GroupContent
_ROOT = QModelIndex()


class _Lines(QAbstractListModel):
    """Model of the list; headings can be neither selected nor focused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the spoken text of a row; its content is for the delegate."""
        line = self.lines[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, GroupContent):
            return line.name
        if not line.second:
            return line.first
        return f"{line.first}{' ' if line.first.endswith('.') else '، '}{line.second}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make headings unselectable."""
        if isinstance(self.lines[index.row()], GroupContent):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LineList(QListView):
    """``chosen`` carries the row that the operator selected, ``opened`` the row of Enter or a double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self._silent = False
        self.setModel(self._lines)
        self._delegate = RowDelegate(self, self._content, self._head)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def set_one_line(self, one_line: bool) -> None:
        """Show rows of one line, or of two."""
        self._delegate.compact = one_line

    def set_copyable(self) -> None:
        """Allow selecting several rows (Ctrl+A) and copying them (Ctrl+C), a line each."""
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the spoken texts of the selected rows on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            told = [self._lines.data(index) or "" for index in sorted(self.selectedIndexes(), key=QModelIndex.row)]
            if told:
                QGuiApplication.clipboard().setText("\n".join(told))
            event.accept()
            return
        super().keyPressEvent(event)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the rows, none selected."""
        self._silent = True
        self._lines.show_lines(lines)
        self._silent = False

    def choose(self, row: int) -> None:
        """Select from code, without a signal."""
        self._silent = True
        select_row(self, row)
        self.scrollTo(self._lines.index(row, 0))
        self._silent = False

    def current_row(self) -> int:
        """The selected row, -1 for none."""
        return self.currentIndex().row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Emit the row that the operator selected."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._silent:
            self.chosen.emit(current.row())

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move to the row below a heading, where Qt would not move (Home, PageUp)."""
        index = super().moveCursor(action, modifiers)
        on_head = index.isValid() and isinstance(self._lines.lines[index.row()], GroupContent)
        return self._lines.index(index.row() + 1, 0) if on_head else index

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Scroll to a row; for the first of a group, show its heading too."""
        super().scrollTo(index, hint)
        above = index.row() - 1
        if above >= 0 and isinstance(self._lines.lines[above], GroupContent):
            super().scrollTo(self._lines.index(above, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _content(self, index: Index) -> CellContent | None:
        line = self._lines.lines[index.row()]
        return line if isinstance(line, CellContent) else None

    def _head(self, index: Index) -> GroupContent | None:
        line = self._lines.lines[index.row()]
        return line if isinstance(line, GroupContent) else None
