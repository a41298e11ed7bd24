"""Whose files are dropped on a part of the page of members: those of the row beneath, else of the record beside."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import RecordRef
from desktop_app.views.files.drop_place import DropPlace, shown_place
from desktop_app.views.members.members_page import MembersPage
from desktop_app.views.members.members_panel import OWNERS


def place_at(page: MembersPage, widget: QWidget | None, _at: QPoint) -> DropPlace | None:
    """The record that takes what is dropped there; between the rows of the list it would be a guess."""
    if widget is None:
        return None
    key = page.list.key_of(widget)
    row = page.list.row(key) if key is not None else None
    if key is not None and row is not None:
        return DropPlace(RecordRef(OWNERS[key[0]], key[1]), row)
    beside = widget is page.panel or page.panel.isAncestorOf(widget)
    return shown_place(page.panel.files.record, page.panel) if beside else None
