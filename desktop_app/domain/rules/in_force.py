"""Rule for the minutes version in force, and for the wording of each resolution in force.

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
    """The properties of a version that the rule needs: its number and state."""

    @property
    def version(self) -> int:
        """The number of the version, from 1."""

    @property
    def state(self) -> str:
        """The state, a value of :class:`MinutesState`."""


V = TypeVar("V", bound=Version)


def in_force(versions: Iterable[V]) -> V | None:
    """The version in force among those of one meeting, or None while none is final."""
    return newest(one for one in versions if one.state in ADOPTING)


def current_version(versions: Iterable[V]) -> V | None:
    """The version that represents the minutes: the one in force, else the newest, else None."""
    every = [one for one in versions if one.state != _S.DROPPED]
    return in_force(every) or newest(every)


def newest(versions: Iterable[V]) -> V | None:
    """The version begun last, even a draft; dropped drafts are ignored."""
    return max((one for one in versions if one.state != _S.DROPPED), key=_place, default=None)


def newest_first(versions: Iterable[V]) -> list[V]:
    """Sort the versions of a meeting, newest first, as their history shows them."""
    return sorted(versions, key=_place, reverse=True)


def signed_before(version: Version, versions: Iterable[V]) -> list[V]:
    """The signed versions before this one, newest first; a correction corrects the first of them."""
    return newest_first(one for one in versions if one.version < version.version and one.state in WAS_SIGNED)


def wordings(clauses: Sequence[Clause], versions: Mapping[int, Version]) -> dict[int, Clause]:
    """Return the clause of each resolution: from the newest version that adopted it, else the newest with it.

    ``versions`` holds the version of every clause by its id. A resolution that a correction left out keeps the words
    that it had; one that was never adopted is worded by the draft.
    """
    of = [(one.resolution_id, one) for one in clauses if one.resolution_id is not None]
    return dict(sorted(of, key=lambda pair: rank(versions[pair[1].minutes_version_id])))


def rank(version: Version) -> tuple[bool, int]:
    """Sort key of the versions that word one resolution; the greatest counts."""
    return version.state in ADOPTING, version.version


def _place(version: Version) -> int:
    return version.version
