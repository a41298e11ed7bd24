"""Entries of the history as the tests read them: each by itself, the newest first."""

from __future__ import annotations

from desktop_app.domain.read_models.history import HistoryRow, RecordKey
from desktop_app.domain.read_models.listing import EVERYTHING, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.history.history import history_acts, history_ids


def history_rows(
    context: Context, query: ListQuery = EVERYTHING, of: RecordKey | None = None
) -> tuple[HistoryRow, ...]:
    """Every entry of the acts that answer."""
    acts = history_acts(context, history_ids(context, query, of))
    return tuple(row for act in acts for row in reversed(act.entries))
