"""Places of dropped files on a page with a list: the row beneath them, or the record open beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import RecordRef
from desktop_app.views.files.drop_place import DropPlace, row_place, shown_place
from desktop_app.views.files.file_drop import PlaceAt
from desktop_app.views.files.files_button import FilesButton
from desktop_app.views.lists.record_list_page import RecordListPage


def place_on_list(page: RecordListPage[Any], button: FilesButton, record_of: Callable[[int], RecordRef]) -> PlaceAt:
    """``record_of`` makes the record of an id of the list; nothing beside the rows and the open record takes files."""

    def of_row(row: int) -> RecordRef | None:
        found = page.model.id_at(row)
        return record_of(found) if found is not None else None

    def place_at(part: QWidget | None, at: QPoint) -> DropPlace | None:
        table, detail = page.ui.table, page.ui.split.detail()
        if part is not None and (part is table or table.isAncestorOf(part)):
            return row_place(page, table, at, of_row)
        if detail is None or part is None or not (part is detail or detail.isAncestorOf(part)):
            return None
        return shown_place(button.record, detail)

    return place_at
