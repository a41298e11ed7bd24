"""Resolutions that minutes are known to hold and of which a recovered database has no clause there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.domain.text.json_text import read_object

FAR: Final = 100_000
"""Added to a number that another record bears already."""
_VERSIONS: Final = (
    "SELECT id, meeting_id, state, snapshot, content_hash FROM minutes_version WHERE state <> 'dropped'"
    " ORDER BY meeting_id, version DESC"
)
_RESOLUTIONS: Final = "SELECT id, number, meeting_id FROM resolution ORDER BY id"
_CLAUSES: Final = "SELECT minutes_version_id, resolution_id FROM clause WHERE resolution_id IS NOT NULL"
_IS_UNPLACED: Final = f"state = 'dropped' AND version > {FAR}"
_UNPLACED: Final = f"SELECT 1 FROM minutes_version WHERE {_IS_UNPLACED}"
PLACED_MINUTES: Final = f"(SELECT * FROM minutes_version WHERE NOT ({_IS_UNPLACED}))"
"""Subquery of the minutes whose meeting is known."""
_AMENDING: Final = "SELECT subject_id, facts FROM audit WHERE subject = 'minutes_version' AND act = 'amending'"
_MEETING: Final = "SELECT meeting_id FROM minutes_version WHERE id = ? AND state <> 'dropped'"
_REFERRED: Final = (
    "SELECT minutes_version_id FROM minutes_act UNION SELECT minutes_version_id FROM deliberation"
    " UNION SELECT minutes_version_id FROM signer"
)
_MEETINGS: Final = (
    "SELECT meeting_id FROM minutes_version WHERE id = ? UNION SELECT meeting_id FROM resolution WHERE id = ?"
)
_HASHED: Final = (
    "SELECT facts FROM audit WHERE subject = 'minutes_version' AND subject_id = ? AND act = 'hashed'"
    " ORDER BY seq DESC LIMIT 1"
)
_ADDED: Final = (
    "SELECT facts FROM audit WHERE subject = 'clause' AND subject_id = ? AND facts LIKE '%\"minutes\"%'"
    " ORDER BY seq DESC LIMIT 1"
)
Place = tuple[int, int]
"""The minutes and the resolution, by their ids."""


def places_told(connection: sqlite3.Connection, resolutions: Collection[int]) -> list[Place]:
    """For each of ``resolutions``: the minutes that are known to hold it and have no clause of it."""
    there = set(connection.execute(_CLAUSES).fetchall())
    held = _held_by_meeting(connection)
    return [
        (one.version, resolution)
        for resolution, number, meeting in connection.execute(_RESOLUTIONS).fetchall()
        if resolution in resolutions
        for one in held.get(meeting, ())
        if (one.every or (number and number in one.numbers)) and (one.version, resolution) not in there
    ]


def places_left(connection: sqlite3.Connection, resolutions: Collection[int]) -> list[Place]:
    """For each of ``resolutions`` without any clause: the only minutes of its meeting that may hold it."""
    if connection.execute(_UNPLACED).fetchone() is not None:
        # those that lost their meeting may be the ones that held it
        return []
    worded = {resolution for _version, resolution in connection.execute(_CLAUSES)}
    held = _held_by_meeting(connection)
    found = []
    for resolution, number, meeting in connection.execute(_RESOLUTIONS).fetchall():
        # it was given its number when the first minutes that hold it became final
        untold = [one.version for one in held.get(meeting, ()) if not one.exact and (number or one.unfinished)]
        if resolution in resolutions and resolution not in worded and len(untold) == 1:
            found.append((untold[0], resolution))
    return found


def meeting_of_minutes(connection: sqlite3.Connection, version_id: int) -> int | None:
    """The meeting of lost minutes: that of the minutes that they correct, or whose resolutions they numbered."""
    for corrected, facts in connection.execute(_AMENDING).fetchall():
        if read_object(facts).get("by") == version_id:
            found = connection.execute(_MEETING, (corrected,)).fetchone()
            return found[0] if found is not None else None
    numbers = _given_numbers(connection, version_id)
    meetings = {meeting for _id, number, meeting in connection.execute(_RESOLUTIONS) if number in numbers}
    return meetings.pop() if len(meetings) == 1 else None


def belong_together(connection: sqlite3.Connection, version: int, resolution: int | None) -> bool:
    """Whether minutes and a resolution are of one meeting, as far as both are there."""
    return len(connection.execute(_MEETINGS, (version, resolution)).fetchall()) < 2


def minutes_referred_to(connection: sqlite3.Connection) -> set[int]:
    """Minutes of which acts, talk or signers are there, be they there or not."""
    return {row[0] for row in connection.execute(_REFERRED)}


def minutes_of_clause(connection: sqlite3.Connection, clause_id: int) -> int | None:
    """The minutes in which a clause was written, by the entries of its acts."""
    found = connection.execute(_ADDED, (clause_id,)).fetchone()
    minutes = read_object(found[0]).get("minutes") if found is not None else None
    return minutes if isinstance(minutes, int) else None


def ids_of_read(
    places: Collection[Place], read: Mapping[int, tuple[object, object]], may_hold: Callable[[int, int], bool]
) -> dict[Place, int]:
    """The id of the clause of a place that was ``read`` with one damaged reference: no other place or clause agrees.

    A clause whose own minutes ``may_hold`` its own resolution belongs to no other place.
    """
    agreeing = {
        key: [
            place
            for place in places
            if isinstance(worded, int)
            and (place[1] == worded or (place[0] == version and not may_hold(place[0], worded)))
        ]
        for key, (version, worded) in read.items()
    }
    alone = {key: found[0] for key, found in agreeing.items() if len(found) == 1}
    return {place: key for key, place in alone.items() if [*alone.values()].count(place) == 1}


def ids_of_lost(
    places: Collection[Place], lost: Collection[int], minutes_of: Callable[[int], int | None]
) -> dict[Place, int]:
    """The own id of the clause of a place, where its minutes have no other such place and no other ``lost`` clause."""
    own: dict[int | None, list[int]] = {}
    for clause in lost:
        own.setdefault(minutes_of(clause), []).append(clause)
    empty: dict[int, list[Place]] = {}
    for place in places:
        empty.setdefault(place[0], []).append(place)
    # one of whose minutes nothing tells may be of any
    candidates = own.get(None, [])
    if candidates:
        return {next(iter(places)): candidates[0]} if len(places) == len(lost) == 1 else {}
    return {
        found[0]: own[version][0] for version, found in empty.items() if len(found) == len(own.get(version, [])) == 1
    }


# ---- inside


@dataclass(frozen=True, slots=True)
class _Held:
    """What minutes held: these numbers, nothing else where it is ``exact``; or ``every`` resolution of the meeting."""

    version: int
    numbers: Collection[str]
    exact: bool
    every: bool = False
    unfinished: bool = False


def _held_by_meeting(connection: sqlite3.Connection) -> Mapping[int, list[_Held]]:
    found: dict[int, list[_Held]] = {}
    for version, meeting, state, snapshot, code in connection.execute(_VERSIONS).fetchall():
        newest = meeting not in found
        one = _held(connection, version, state, snapshot, code)
        found.setdefault(meeting, []).append(one if newest else replace(one, every=False))
    return found


def _held(connection: sqlite3.Connection, version: int, state: str, snapshot: str, code: str) -> _Held:
    """By the frozen text; else the numbers that were given when they became final, which are all of the first version.

    Those that were taken over and stand hold whatever came of their meeting.
    """
    if snapshot and content_hash(snapshot) == code:
        return _Held(version, _texts(read_object(snapshot).get("resolutions"), "number"), exact=True)
    if state in ("archived", "amended") and not code:
        return _Held(version, (), exact=True, every=state == "archived")
    return _Held(version, _given_numbers(connection, version), exact=False, unfinished=state in EDITABLE)


def _given_numbers(connection: sqlite3.Connection, version: int) -> Collection[str]:
    found = connection.execute(_HASHED, (version,)).fetchone()
    numbers = read_object(found[0]).get("numbers") if found is not None else None
    return frozenset(one for one in numbers if isinstance(one, str)) if isinstance(numbers, list) else frozenset()


def _texts(found: Any, name: str) -> Collection[str]:  # noqa: ANN401 - whatever the text holds
    rows = found if isinstance(found, list) else ()
    return frozenset(one[name] for one in rows if isinstance(one, dict) and isinstance(one.get(name), str))
