"""Declaration of a list (columns, views, filters, orders, actions, texts), and the detail next to it.

In a narrow window the detail is a drawer over the list; it is opened, entered and left by keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.listing import Group, ListQuery
from desktop_app.widgets.lists.cell_content import GroupContent
from desktop_app.widgets.lists.detail_split import DetailSplit
from desktop_app.widgets.lists.filter_bar import FilterSpec
from desktop_app.widgets.lists.line_list import Need
from desktop_app.widgets.lists.window_model import Column, WindowModel
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination
from desktop_app.words import lists as words


class DetailPane(QObject):
    """The detail next to a list; it can have the keyboard only while the list has a row."""

    def __init__(self, page: Page, split: DetailSplit, model: WindowModel[Any], settle: Callable[[bool], None]) -> None:
        super().__init__(page)
        self._page, self._split, self._model, self._settle = page, split, model, settle
        split.opened.connect(settle)
        settle(False)

    def set_widget(self, widget: QWidget) -> None:
        """Set the widget that shows the chosen record."""
        self._split.set_detail(widget)
        self._settle(self._split.is_open() and not self._split.is_narrow())
        add_page_action(self._page, words.DETAIL, "F9", self.toggle)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)

    def toggle(self) -> None:
        """Open the detail and give it the keyboard, or close it."""
        if self._split.is_open():
            self._split.set_open(False)
            self._page.focus_list()
        else:
            self.enter()

    def enter(self) -> None:
        """Give the keyboard to the detail and open it if needed."""
        detail = self._split.detail()
        if detail is not None and self._model.count():
            self._split.set_open(True)
            detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Return the keyboard to the list; close a detail that covers the list."""
        if self._split.is_narrow():
            self._split.set_open(False)
        self._page.focus_list()


Row = TypeVar("Row")
Counts = Mapping[str, int]
PRINT_LIST: Final = PageAction("print", words.PRINT_LIST, "printer", hint="Ctrl+P")
"""Prints the rows that the list shows."""


@dataclass(frozen=True, slots=True)
class EmptyListTexts:
    """The texts of an empty list: sentence, reason, the first action, and another one.

    ``leads`` is the page that the action opens; without it the page's controller does the action.
    """

    title: str
    why: str
    icon: str
    action: str = ""
    action_icon: str = "plus"
    other: PageAction | None = None
    leads: Destination | None = None


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view: its key, its label, the tone of its count, and the texts while it is empty.

    ``hides`` is the word for what this view leaves out and the whole list shows, such as «مختومه». ``act`` is what is
    offered while it holds nothing, instead of the whole list.
    """

    key: str
    label: str
    tone: Tone | None = None
    empty: str = ""
    hides: str = ""
    act: PageAction | None = None


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A way to group the rows; ``contents`` returns the heading of each group."""

    key: str
    name: str
    contents: Callable[[], Callable[[Group], GroupContent]]


@dataclass(frozen=True, slots=True)
class ListSpec(Generic[Row]):
    """The declaration of one list; widths in pixels at 100 %, None takes what is left.

    ``views`` begin with the one that shows first, ``whole`` is the key of the view that hides nothing. ``actions`` are
    the buttons of the header, ``more`` wait in its menu; their keys work on the whole page. Those in ``writes`` are
    offered only where the office may be written. ``first`` is the query when nothing is remembered. ``opens`` makes the
    page that a row opens, from its id; ``ways`` are the pages that actions open, by their keys. ``guarded`` returns the
    class of a row that is higher than usual, else "". ``needs`` makes the first line from the counts of all records.
    ``spare`` are the columns that give way to the detail, ``searched`` those whose first line marks the search words.
    ``context`` makes the second line of a column from a row and the columns that show, so that nothing shows twice.
    """

    key: str
    title: str
    what: str
    columns: Sequence[Column[Row]]
    widths: Sequence[int | None]
    empty: EmptyListTexts
    views: Sequence[SavedView] = ()
    whole: str = ""
    filters: Sequence[FilterSpec] = ()
    groups: Sequence[GroupChoice] = ()
    actions: Sequence[PageAction] = ()
    more: Sequence[PageAction] = ()
    first: ListQuery = field(default_factory=ListQuery)
    needs: Callable[[Counts], Sequence[Need]] | None = None
    spare: frozenset[int] = frozenset()
    searched: frozenset[int] = frozenset()
    context: Mapping[int, Callable[[Row, frozenset[int]], str]] = field(default_factory=dict)
    opens: Callable[[int], Destination] | None = None
    ways: Mapping[str, Destination] = field(default_factory=dict)
    writes: frozenset[str] = frozenset()
    guarded: Callable[[Row], str] = lambda _row: ""

    def view(self, key: str) -> SavedView | None:
        """Return the saved view with a key."""
        return next((one for one in self.views if one.key == key), None)

    def group(self, key: str) -> GroupChoice | None:
        """Return the grouping with a key."""
        return next((one for one in self.groups if one.key == key), None)

    def sort_choices(self) -> tuple[tuple[str, str], ...]:
        """Return the key and the label of every order that a column offers."""
        return tuple((column.sort_key, column.title) for column in self.columns if column.sort_key)

    def without_unknown(self, query: ListQuery) -> ListQuery:
        """Return the query without what this list lacks, for a saved query may come from an older program."""
        filters = {one.key for one in self.filters}
        known_sort = query.sort in {key for key, _ in self.sort_choices()}
        return ListQuery(
            search=query.search,
            view=query.view if self.view(query.view) else self.first.view,
            filters=tuple(one for one in query.filters if one.key in filters),
            sort=query.sort if known_sort else self.first.sort,
            descending=query.descending if known_sort else self.first.descending,
            group=query.group if self.group(query.group) else "",
        )
