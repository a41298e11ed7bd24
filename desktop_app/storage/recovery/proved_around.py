"""Facts about a lost row that the rows around it prove: its meeting, and that minutes were taken over."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final

_MEETING: Final[Mapping[str, str]] = {
    "minutes_version": (
        "SELECT item.meeting_id FROM clause AS it JOIN agenda_item AS item ON item.id = it.agenda_item_id"
        " WHERE it.minutes_version_id = :id"
        " UNION ALL SELECT item.meeting_id FROM deliberation AS it JOIN agenda_item AS item"
        " ON item.id = it.agenda_item_id WHERE it.minutes_version_id = :id"
        " UNION ALL SELECT resolution.meeting_id FROM clause AS it JOIN resolution"
        " ON resolution.id = it.resolution_id WHERE it.minutes_version_id = :id"
    ),
    "resolution": (
        "SELECT version.meeting_id FROM clause AS it JOIN minutes_version AS version"
        " ON version.id = it.minutes_version_id WHERE it.resolution_id = :id"
        " UNION ALL SELECT item.meeting_id FROM clause AS it JOIN agenda_item AS item"
        " ON item.id = it.agenda_item_id WHERE it.resolution_id = :id"
    ),
    "agenda_item": (
        "SELECT version.meeting_id FROM clause AS it JOIN minutes_version AS version"
        " ON version.id = it.minutes_version_id WHERE it.agenda_item_id = :id"
        " UNION ALL SELECT version.meeting_id FROM deliberation AS it JOIN minutes_version AS version"
        " ON version.id = it.minutes_version_id WHERE it.agenda_item_id = :id"
    ),
}
"""By table: the meeting of a row with this ``id``, the surest first."""
_ACTS: Final = "SELECT kind FROM minutes_act WHERE minutes_version_id = ?"
_TAKEN_OVER: Final = "taken_over"
_AMENDED: Final = "amended"
_NO_PAPER: Final[Mapping[str, Any]] = {"version": 1, "snapshot": "", "content_hash": "", "finalised_at": ""}
"""Minutes that were taken over were never final here, and have one version: their scan is the paper."""


def proved(connection: sqlite3.Connection, table: str, row_id: int) -> dict[str, Any]:
    """Columns of a lost row whose values other rows leave no doubt about; empty where they say nothing."""
    known: dict[str, Any] = {}
    if table in _MEETING:
        found = connection.execute(f"{_MEETING[table]} LIMIT 1", {"id": row_id}).fetchone()
        if found is not None:
            known["meeting_id"] = found[0]
    if table == "minutes_version":
        kinds = {kind for (kind,) in connection.execute(_ACTS, (row_id,))}
        if _TAKEN_OVER in kinds:
            known |= {"state": _AMENDED if _AMENDED in kinds else "archived", **_NO_PAPER}
    return known
