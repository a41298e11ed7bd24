"""Whose files are dropped on a part of the meeting page: those of the agenda item beneath, else of the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.views.meeting.meeting_page import MeetingPage


def record_at(page: MeetingPage, widget: QWidget | None) -> RecordRef | None:
    """The record that takes what is dropped there."""
    item_id = page.agenda.rows.item_of(widget) if widget is not None else 0
    return RecordRef(FileOwner.AGENDA_ITEM, item_id) if item_id else page.files.record
