"""The history in words, as papers freeze it."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.read_models.history import HistoryRow
from desktop_app.services.documents.paper_capabilities import HistoryWording
from desktop_app.text.history.acts import done, named
from desktop_app.text.history.fields import change_line
from desktop_app.text.shared.isolates import without_marks


def _changes(row: HistoryRow) -> tuple[str, ...]:
    return tuple(without_marks(change_line(row.record.kind, one)) for one in row.fields)


WORDING: Final = HistoryWording(name=named, act=done, changes=_changes)
