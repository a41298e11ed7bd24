"""Short list of lines with heads of groups, one chosen; and the first line of a page, which names what needs a person.

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
    """One thing that waits; with a ``view`` it leads there."""

    text: str
    view: str = ""


class NeedsLine(QWidget):
    """Plain words, or links to the views that they count."""

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
        """Say them; nothing to say hides the line. What is said already keeps its place, and the keyboard."""
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
        """All on one line; a layout takes the height of this for the least there is."""
        whole = sum(part.sizeHint().width() + GAP for part in self._parts)
        return QSize(whole, self._flow.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Two lines at most."""
        width = max(self._flow.minimumSize().width(), round(self.sizeHint().width() * 0.6))
        return QSize(width, self._flow.heightForWidth(width))

    def text(self) -> str:
        """All of it."""
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
    """The contents of the rows; a head can be neither chosen nor walked on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other rows in the place of these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """All of them."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What is heard of a row; what is seen is drawn from its content."""
        line = self.lines[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, GroupContent):
            return line.name
        if not line.second:
            return line.first
        return f"{line.first}{' ' if line.first.endswith('.') else '، '}{line.second}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head is only looked at."""
        if isinstance(self.lines[index.row()], GroupContent):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LineList(QListView):
    """``chosen`` tells the row that the operator came to, ``opened`` that Enter or a double press was given to it."""

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
        """Rows of one line, or of two."""
        self._delegate.compact = one_line

    def set_copied(self) -> None:
        """Several rows may be chosen, all by Ctrl+A, and are copied by Ctrl+C, each a line of text."""
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is copied is what is heard of the chosen rows, from the top."""
        if event.matches(QKeySequence.StandardKey.Copy):
            told = [self._lines.data(index) or "" for index in sorted(self.selectedIndexes(), key=QModelIndex.row)]
            if told:
                QGuiApplication.clipboard().setText("\n".join(told))
            event.accept()
            return
        super().keyPressEvent(event)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, none chosen."""
        self._silent = True
        self._lines.show_lines(lines)
        self._silent = False

    def choose(self, row: int) -> None:
        """Choose from code, silently."""
        self._silent = True
        select_row(self, row)
        self.scrollTo(self._lines.index(row, 0))
        self._silent = False

    def current_row(self) -> int:
        """The chosen row, -1 for none."""
        return self.currentIndex().row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what the operator chose."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._silent:
            self.chosen.emit(current.row())

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """A key that would end on a heading (Home, PageUp) goes to the row below it; Qt would stay where it is."""
        index = super().moveCursor(action, modifiers)
        on_head = index.isValid() and isinstance(self._lines.lines[index.row()], GroupContent)
        return self._lines.index(index.row() + 1, 0) if on_head else index

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Bring a row into view, and with the first of a group its heading."""
        super().scrollTo(index, hint)
        above = index.row() - 1
        if above >= 0 and isinstance(self._lines.lines[above], GroupContent):
            super().scrollTo(self._lines.index(above, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _content(self, index: Index) -> CellContent | None:
        line = self._lines.lines[index.row()]
        return line if isinstance(line, CellContent) else None

    def _head(self, index: Index) -> GroupContent | None:
        line = self._lines.lines[index.row()]
        return line if isinstance(line, GroupContent) else None
