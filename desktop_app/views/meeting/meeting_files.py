"""Whose files are dropped on a part of the meeting page: those of the agenda item beneath, else of the meeting."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.views.files.drop_place import DropPlace, shown_place
from desktop_app.views.meeting.meeting_page import MeetingPage


def place_at(page: MeetingPage, widget: QWidget | None, _at: QPoint) -> DropPlace | None:
    """The record that takes what is dropped there."""
    rows = page.agenda.rows
    item_id = rows.item_of(widget) if widget is not None else 0
    row = rows.row(item_id)
    if row is not None:
        return DropPlace(RecordRef(FileOwner.AGENDA_ITEM, item_id), row)
    return shown_place(page.files.record, page)
