"""Table model for long lists: all ids in order, and only recently viewed pages of rows in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop_app.domain.errors import Refused
from desktop_app.words.digits import filled

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
CONTENT_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_NOWHERE = QModelIndex()
UNREADABLE = "؟"
"""What stands in the cells of a row of which a value cannot be read."""
VALUE_UNREADABLE = "value_unreadable"
_WORDS = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
_HEAD = -1
"""In the place of an id: the head of a group."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: title, text, sort key ("" for none), and the content for its delegate."""

    title: str
    text: Callable[[Row], str]
    sort_key: str = ""
    sort_value: Callable[[Row], object] | None = None
    content: Callable[[Row], object] | None = None
    tooltip: Callable[[Row], str] | None = None
    copied: Callable[[Row], str] | None = None
    """What goes to another program where that is more than the words."""

    def copied_text(self, row: Row) -> str:
        """Return the text of a row for the clipboard."""
        return self.text(row) if self.copied is None else self.copied(row)


def _spoken(column: Column[Row]) -> Callable[[Row], str]:
    """Return both lines of a cell as spoken; the second adds its context if needed."""
    if column.content is None:
        return column.text

    def say(row: Row) -> str:
        content = column.content(row) if column.content is not None else None
        text, second = column.text(row), getattr(content, "second", "")
        return "\n".join(filled(text, second if second not in text else ""))

    return say


def _readers_of(column: Column[Row]) -> dict[int, Callable[[Row], object] | None]:
    """Return the function for each model role of a column."""
    return {
        int(Qt.ItemDataRole.DisplayRole): column.text,
        int(Qt.ItemDataRole.AccessibleTextRole): _spoken(column),
        int(Qt.ItemDataRole.ToolTipRole): column.tooltip,
        SORT_ROLE: column.sort_value or column.text,
        CONTENT_ROLE: column.content,
        ROW_ROLE: lambda row: row,
    }


@dataclass(frozen=True, slots=True)
class Head:
    """Heading of a group: number of rows, text, and the content for its delegate."""

    rows: int
    text: str
    content: object = None


class WindowModel(QAbstractTableModel, Generic[Row]):
    """Table model; `fetch` reads the rows of some ids, and a row it does not return is shown empty.

    Painting asks nothing: rows are read by :meth:`load` before they are painted. What was painted and not loaded is
    blank, and loaded a turn later. What ``fetch`` refuses is told once, by ``not_read``, and not asked again by
    painting. Where a value of one row cannot be read the others are shown, and that row as «؟».

    Heads of groups are rows without an id among them: they can be read, and neither chosen nor stood on.
    Sorting is not done here: the head's click is told by `sort_requested`, and new ids come back.
    """

    sort_requested = Signal(str, bool)
    not_read = Signal(object)
    """Carries the :class:`Refused` for which rows stay blank."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        parent: QObject | None = None,
        *,
        page: int = 128,
        kept: int = 6,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._readers = [_readers_of(column) for column in self._columns]
        self._fetch = fetch
        self._page, self._kept = page, kept
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._heads: dict[int, Head] = {}
        self._failed = False
        self._unreadable: set[int] = set()
        self._missed: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._load_missed)

    def show_ids(self, ids: Iterable[int], heads: Sequence[Head] = ()) -> None:
        """Show other ids or another order; headings go before their rows."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._heads = {}
        place = 0
        for head in heads:
            self._ids.insert(place, _HEAD)
            self._heads[place] = head
            place += head.rows + 1
        self._forget()
        self.endResetModel()

    def heads(self) -> Mapping[int, Head]:
        """The headings by row number."""
        return self._heads

    def near(self, place: int) -> QModelIndex:
        """Return the index of the nearest row from ``place`` down that is no heading; invalid in an empty list."""
        last = len(self._ids) - 1
        place = max(0, min(place, last))
        while place in self._heads and place < last:
            place += 1
        return self.index(place, 0) if last >= 0 else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make headings unselectable."""
        return Qt.ItemFlag.NoItemFlags if index.row() in self._heads else super().flags(index)

    def refresh(self) -> None:
        """Forget the rows that were read, but keep the ids."""
        self._forget()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def count(self) -> int:
        """The number of records."""
        return len(self._ids) - len(self._heads)

    def id_at(self, place: int) -> int | None:
        """Return the id of a row; None for a heading."""
        return self._ids[place] if 0 <= place < len(self._ids) and self._ids[place] != _HEAD else None

    def load(self, first: int, last: int) -> None:
        """Read the missing rows of a range, with their pages.

        What was refused before is tried again: this follows an act of the operator, unlike a paint.
        """
        self._failed = False
        last = min(last, len(self._ids) - 1)
        for number in range(max(first, 0) // self._page, last // self._page + 1) if last >= 0 else ():
            self._load_page(number)

    def row_at(self, place: int) -> Row | None:
        """Return a row; read its page if needed."""
        self.load(place, place)
        return self.loaded_row(place)

    def loaded_row(self, place: int) -> Row | None:
        """Return a row if it is in memory."""
        record_id = self.id_at(place)
        page = self._pages.get(place // self._page)
        return page.get(record_id) if page is not None and record_id is not None else None

    def index_of(self, wanted: int, column: int = 0) -> QModelIndex:
        """Return the index of an id, so that a selection survives a new order."""
        try:
            return self.index(self._ids.index(wanted), column)
        except ValueError:
            return QModelIndex()

    def pages_in_memory(self) -> int:
        """The number of pages in memory."""
        return len(self._pages)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows and headings."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, content, sort value or the whole row of a cell."""
        if index.row() in self._heads:
            return self._head_data(index, role)
        # a delegate asks each cell for a dozen roles, most of which nothing answers
        reader = self._readers[index.column()].get(int(role)) if index.isValid() else None
        if reader is None:
            return None
        place = index.row()
        row = self.loaded_row(place)
        if row is None and place // self._page not in self._pages:
            self._missed.add(place // self._page)
            self._later.start()
        if row is None:
            return UNREADABLE if int(role) in _WORDS and self.id_at(place) in self._unreadable else None
        try:
            return reader(row)
        except (Refused, ValueError, OverflowError):
            # a damaged day or instant that no calendar knows: an error that leaves a paint may end the program
            return UNREADABLE if int(role) in _WORDS else None

    def _head_data(self, index: Index, role: int) -> object:
        head = self._heads[index.row()]
        if index.column():
            return None
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return head.text
        return head.content if role == CONTENT_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return column titles; no row numbers."""
        wanted = int(role) in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
        if orientation == Qt.Orientation.Horizontal and wanted and 0 <= section < len(self._columns):
            return self._columns[section].title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Emit the requested order."""
        if 0 <= column < len(self._columns) and self._columns[column].sort_key:
            self.sort_requested.emit(self._columns[column].sort_key, order == Qt.SortOrder.DescendingOrder)

    def _forget(self) -> None:
        self._pages.clear()
        self._missed.clear()
        self._unreadable.clear()
        self._failed = False

    def _load_page(self, number: int) -> None:
        if number in self._pages:
            self._pages.move_to_end(number)
            return
        if self._failed:
            return
        start = number * self._page
        wanted = [one for one in self._ids[start : start + self._page] if one != _HEAD]
        try:
            self._pages[number] = dict(self._fetch(wanted))
        except Refused as refused:
            if refused.key == VALUE_UNREADABLE:
                self._pages[number] = self._one_by_one(wanted)
            else:
                self._failed = True
            self.not_read.emit(refused)
            if self._failed:
                return
        while len(self._pages) > self._kept:
            self._pages.popitem(last=False)

    def _one_by_one(self, wanted: Sequence[int]) -> dict[int, Row]:
        """Read the rows of a page singly, to skip unreadable ones."""
        found: dict[int, Row] = {}
        for one in wanted:
            try:
                found |= self._fetch([one])
            except Refused:
                self._unreadable.add(one)
        return found

    def _load_missed(self) -> None:
        """Read rows that were painted empty and paint them again."""
        missed, self._missed = sorted(self._missed), set()
        for number in missed:
            self._load_page(number)
            start = number * self._page
            last = min(start + self._page, len(self._ids)) - 1
            if number in self._pages and last >= start:
                self.dataChanged.emit(self.index(start, 0), self.index(last, len(self._columns) - 1))
