"""Frozen words: whether clauses say what the snapshot of their minutes says.

Words of a frozen document: every text that is read in it, in the order of its parts; no keys of closed lists.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.domain.documents.papers import above
from desktop_app.domain.rules.minutes import Clause, MinutesVersion

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import MinutesDocument


_LINE: Final = ("text", "kind", "all_units", "adoption", "reservation", "votes_for", "votes_against")


_DEADLINE: Final = ("kind", "count", "unit", "base")


def says_words(document: MinutesDocument, version: MinutesVersion, drawn: Mapping[str, Clause]) -> bool:
    """Whether the snapshot of a version bears these clauses, by the numbers of their resolutions."""
    lines = {line.number: line for line in document.resolutions}
    return all(
        number in lines and _of_line(lines[number]) == _of_clause(clause, version) for number, clause in drawn.items()
    )


def _of_line(line: ResolutionLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in (*_LINE, "own_class")} | _deadline(line)


def _of_clause(clause: Clause, version: MinutesVersion) -> dict[str, Any]:
    own = {"own_class": above(clause.classification, version.classification)}
    return {name: getattr(clause, name) for name in _LINE} | own | _deadline(clause)


def _deadline(one: ResolutionLine | Clause) -> dict[str, Any]:
    return {f"deadline_{name}": getattr(one.deadline, name) for name in _DEADLINE}


_KEYS: Final = frozenset(
    {
        "adoption", "classification", "code", "deadline", "fonts", "kind", "logo", "own_class", "role", "state",
        "typography", "urgency",
    }
)  # fmt: skip
"""Parts that hold keys, hashes or measures: the paper says them in words of its template."""


def words_of(part: object) -> Iterator[str]:
    """The texts of a document or of a part of one; days stand as they are stored."""
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from words_of(one)
    elif dataclasses.is_dataclass(part):
        for one in dataclasses.fields(part):
            if one.name not in _KEYS:
                yield from words_of(getattr(part, one.name))
