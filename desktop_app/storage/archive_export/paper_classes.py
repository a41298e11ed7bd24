"""Classes that the papers of records bear, as the page of an export tells them beside those of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.text.json_text import read_json

Row = Mapping[str, Any]
_KNOWN: Final = frozenset(one.value for one in Classification)
"""A damaged class is no class."""


def paper_classes(rows: Mapping[str, Sequence[Row]]) -> Mapping[str, Mapping[int, str]]:
    """By table and key: the highest class of minutes and of what they hold, where it is more than the usual one.

    A clause and its resolution bear that of their minutes where it is the higher one, as their extract does.
    """
    own = {row["id"]: row["classification"] for row in rows["minutes_version"]}
    minutes = {row["id"]: [row["classification"], _drawn(row["snapshot"])] for row in rows["minutes_version"]}
    clauses = {}
    for row in rows["clause"]:
        version = row["minutes_version_id"]
        minutes.setdefault(version, []).append(row["classification"])
        clauses[row["id"]] = [own.get(version), row["classification"]]
    found = {"minutes_version": _guarded(minutes), "clause": _guarded(clauses)}
    of_clauses, of_minutes = found["clause"], found["minutes_version"]
    found["resolution"] = {
        row["resolution_id"]: of_clauses[row["clause_id"]]
        for row in rows["resolution_facts"]
        if row["clause_id"] in of_clauses
    }
    found["printing"] = {
        row["id"]: of_minutes[row["minutes_version_id"]]
        for row in rows["printing"]
        if row["minutes_version_id"] in of_minutes
    }
    return found


# ---- inside


def _guarded(classes: Mapping[int, Sequence[str | None]]) -> dict[int, str]:
    told = {key: highest(_known(some)) for key, some in classes.items()}
    return {key: one.value for key, one in told.items() if one is not Classification.NORMAL}


def _known(classes: Sequence[str | None]) -> Iterator[str]:
    return (one for one in classes if one in _KNOWN)


def _drawn(snapshot: str | None) -> str | None:
    """The class in the head of the frozen paper: annexes and the report of follow-up raise it, too."""
    try:
        head = read_json(snapshot or "{}")["letterhead"]
        told = head["classification"]
    except (ValueError, LookupError, TypeError):
        return None
    return told if isinstance(told, str) else None
