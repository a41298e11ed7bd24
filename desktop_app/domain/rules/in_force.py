"""Rule of the version of the minutes in force, and so of a resolution's wording in force; one for every reader.

A version is in force while it is the newest that is final, signed, archived or amended. The draft of a correction
changes nothing before it is final, and a correction that was withdrawn gives the place back to what it corrected.
Before anything of a meeting is final, the newest version stands for its minutes, and is called what it is: a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from desktop_app.domain.rules.minutes import Clause, MinutesState

_S = MinutesState
ADOPTING: Final = frozenset({_S.FINAL, _S.SIGNED, _S.ARCHIVED, _S.AMENDED})
"""What a version adopted counts while it is in one of these states."""
WAS_SIGNED: Final = frozenset({_S.SIGNED, _S.ARCHIVED, _S.AMENDED})
"""States of a version that bears every signature."""
ENDED: Final = frozenset({_S.WITHDRAWN, _S.AMENDED})
"""States of a version whose place another one takes."""


class Version(Protocol):
    """What the rule knows of a version: its place among those of one meeting, and its state."""

    @property
    def version(self) -> int:
        """Its number, from 1."""

    @property
    def state(self) -> str:
        """A word of :class:`MinutesState`."""


V = TypeVar("V", bound=Version)


def in_force(versions: Iterable[V]) -> V | None:
    """Of one meeting's versions the one in force, or None while nothing is final."""
    return newest(one for one in versions if one.state in ADOPTING)


def standing(versions: Iterable[V]) -> V | None:
    """The version that stands for the minutes: the one in force, else the newest; None before they were begun."""
    every = [one for one in versions if one.state != _S.DROPPED]
    return in_force(every) or newest(every)


def newest(versions: Iterable[V]) -> V | None:
    """The version that was begun last, and is written while it is a draft; a dropped one is none."""
    return max((one for one in versions if one.state != _S.DROPPED), key=_place, default=None)


def newest_first(versions: Iterable[V]) -> list[V]:
    """The versions of a meeting as their history shows them."""
    return sorted(versions, key=_place, reverse=True)


def signed_before(version: Version, versions: Iterable[V]) -> list[V]:
    """The signed versions before this one, the newest first: it corrects the first of them, none in first minutes."""
    return newest_first(one for one in versions if one.version < version.version and one.state in WAS_SIGNED)


def wordings(clauses: Sequence[Clause], versions: Mapping[int, Version]) -> dict[int, Clause]:
    """By resolution: its clause in the newest version that adopted it, else in the newest that has it.

    ``versions`` holds the version of every clause by its id. A resolution that a correction left out keeps the words
    that it had; one that was never adopted is worded by the draft.
    """
    of = [(one.resolution_id, one) for one in clauses if one.resolution_id is not None]
    return dict(sorted(of, key=lambda pair: rank(versions[pair[1].minutes_version_id])))


def rank(version: Version) -> tuple[bool, int]:
    """Of several versions that word a resolution the greatest is the one that counts."""
    return version.state in ADOPTING, version.version


def _place(version: Version) -> int:
    return version.version
