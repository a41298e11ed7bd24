"""Results of acts: which screens an act concerns, and what it made."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.services.ports import Changed


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
