"""Window state kept on this machine: place and size, the list last shown, and the state in which each list was left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap.machine import MachineMemory

if TYPE_CHECKING:
    from desktop_app.views.lists.record_list_page import RecordListPage

GEOMETRY = "window/geometry"
PAGE = "window/page"
Lists = Iterable["RecordListPage[Any]"]


class WindowMemory:
    """Over the machine's settings; whatever they hold that makes no sense is passed over."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def place(self, window: QWidget) -> bool:
        """Put the window where it was; False, and the window left as it is, when that is not known."""
        kept = self._settings.value(GEOMETRY)
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_place(self, window: QWidget) -> None:
        """Remember where the window is."""
        self._settings.setValue(GEOMETRY, window.saveGeometry())

    def page(self) -> str:
        """Key of the list that showed last, empty before there was one."""
        kept = self._settings.value(PAGE)
        return kept if isinstance(kept, str) else ""

    def dress_page(self, page: object) -> None:
        """Give a list back as it was left: columns, view, filters, order, the pane beside it; others have none."""
        from desktop_app.views.lists.list_memory import from_text
        from desktop_app.views.lists.record_list_page import RecordListPage

        listing = getattr(page, "listing", page)  # a page may hold its list beneath something else
        if isinstance(listing, RecordListPage):
            memory = from_text(str(self._settings.value(_key(listing)) or ""))
            if memory is not None:
                listing.recall(memory)
            elif MachineMemory(self._settings).read().dense:
                listing.table.set_compact(True)

    def keep(self, page: str, lists: Lists) -> None:
        """Remember which list shows and how all were left."""
        if page:
            self._settings.setValue(PAGE, page)
        for one in lists:
            self._settings.setValue(_key(one), one.memory().to_text())


def _key(page: RecordListPage[Any]) -> str:
    return f"lists/{page.key}"
