"""Frozen words: check that clauses agree with the snapshot of their minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain.papers import class_if_higher
from desktop_app.domain.rules.minutes import Clause, MinutesVersion

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine


_LINE: Final = ("text", "kind", "all_units", "adoption", "reservation", "votes_for", "votes_against")


_DEADLINE: Final = ("kind", "count", "unit", "base")


def matches_snapshot(document: MinutesDocument, version: MinutesVersion, drawn: Mapping[str, Clause]) -> bool:
    """Whether the snapshot of a version has the words of these clauses; keys are the resolution numbers."""
    lines = {line.number: line for line in document.resolutions}
    return all(
        number in lines and _of_line(lines[number]) == _of_clause(clause, version) for number, clause in drawn.items()
    )


def _of_line(line: ResolutionLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in (*_LINE, "own_class")} | _deadline(line)


def _of_clause(clause: Clause, version: MinutesVersion) -> dict[str, Any]:
    own = {"own_class": class_if_higher(clause.classification, version.classification)}
    return {name: getattr(clause, name) for name in _LINE} | own | _deadline(clause)


def _deadline(one: ResolutionLine | Clause) -> dict[str, Any]:
    return {f"deadline_{name}": getattr(one.deadline, name) for name in _DEADLINE}
