"""What this machine remembers of the window: its place and size, the list that showed, the widths of columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.views.record_list_page import RecordListPage

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
        """Give a list its columns back; other pages have none."""
        from desktop_app.views.record_list_page import RecordListPage

        if isinstance(page, RecordListPage):
            widths = _widths(self._settings.value(_key(page)))
            if widths:
                page.set_widths(widths)

    def keep(self, page: str, lists: Lists) -> None:
        """Remember which list shows and the columns of all."""
        if page:
            self._settings.setValue(PAGE, page)
        for one in lists:
            self._settings.setValue(_key(one), ",".join(map(str, one.widths())))


def _key(page: RecordListPage[Any]) -> str:
    return f"lists/{page.key}/widths"


def _widths(kept: object) -> list[int]:
    # an INI file gives a text with commas back as a list
    parts = kept if isinstance(kept, list) else str(kept or "").split(",")
    return [int(part) for part in parts] if all(str(part).isdecimal() for part in parts) else []
