"""Results of acts: which screens an act concerns, and what it made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from desktop_app.services.ports import Changed

NOT_STORED: Final[Mapping[str, bool]] = {"not_stored": True}
"""Metadata of a field of an outcome that is no part of the answer of a repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The answer of an act; ``id`` is the record it made or changed."""

    changed: Changed
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalised(Outcome):
    """Minutes became final: the numbers given in this act, the tasks made in it, and the code of the paper."""

    numbers: tuple[str, ...] = ()
    task_count: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Outcome):
    """A version was withdrawn; ``id`` is the new draft, ``copies`` how many printed copies have to be destroyed."""

    copies: int = 0
    code: str = ""


def answer_of(outcome: Outcome) -> str:
    """The outcome as JSON, for the row of its act: its class by name and its fields."""
    stored = {one.name: getattr(outcome, one.name) for one in fields(outcome) if "not_stored" not in one.metadata}
    answer = {"kind": type(outcome).__name__, **stored, "changed": outcome.changed.value}
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def outcome_of(answer: str) -> Outcome:
    """The outcome that :func:`answer_of` made; raises ``LookupError`` for the answer of another program."""
    found: dict[str, Any] = json.loads(answer)
    kind = next((one for one in _kinds(Outcome) if one.__name__ == found.get("kind")), None)
    if kind is None:
        raise LookupError(f"no outcome is called {found.get('kind')!r}")
    known = {one.name for one in fields(kind)}
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    values["changed"] = Changed(found["changed"])
    return kind(**{name: value for name, value in values.items() if name in known})


def _kinds(kind: type[Outcome]) -> Iterator[type[Outcome]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)
