"""Minutes from before the records on the page of an export: one for each meeting, and none of them is a version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

Row = Mapping[str, Any]
MINUTES: Final = "minutes_version"
ARCHIVED: Final = "archived"
_REPLACED: Final = "amended"
"""Here the state of those whose place a later import took; nothing in them was corrected."""


def was_taken_over(version: Row) -> bool:
    """Whether minutes were taken over; they bear no code."""
    return version.get("state") in (ARCHIVED, _REPLACED) and not version.get("content_hash")


def replaced(versions: Iterable[Row]) -> Mapping[int, int]:
    """By key: the minutes that stand for those whose place a later import took."""
    taken = [row for row in versions if was_taken_over(row)]
    newest = {row["meeting_id"]: row["id"] for row in sorted(taken, key=lambda row: int(row["version"]))}
    return {row["id"]: newest[row["meeting_id"]] for row in taken if newest[row["meeting_id"]] != row["id"]}
