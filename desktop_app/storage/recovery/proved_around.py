"""Facts about a lost row that the rows around it prove: the meeting and the state of minutes, a meeting's own facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.recovery.lost_clauses import FAR, PLACED_MINUTES, meeting_of_minutes

VERSION: Final = "version"
"""Column of the number that minutes of a meeting have among each other."""
_MEETING: Final[Mapping[str, str]] = {
    "minutes_version": (
        "SELECT resolution.meeting_id FROM clause AS it JOIN resolution"
        " ON resolution.id = it.resolution_id WHERE it.minutes_version_id = :id"
        " UNION ALL SELECT item.meeting_id FROM clause AS it JOIN agenda_item AS item"
        " ON item.id = it.agenda_item_id WHERE it.minutes_version_id = :id AND item.meeting_id IS NOT NULL"
        " UNION ALL SELECT item.meeting_id FROM deliberation AS it JOIN agenda_item AS item"
        " ON item.id = it.agenda_item_id WHERE it.minutes_version_id = :id AND item.meeting_id IS NOT NULL"
    ),
    "resolution": (
        f"SELECT version.meeting_id FROM clause AS it JOIN {PLACED_MINUTES} AS version"
        " ON version.id = it.minutes_version_id WHERE it.resolution_id = :id"
        " UNION ALL SELECT item.meeting_id FROM clause AS it JOIN agenda_item AS item"
        " ON item.id = it.agenda_item_id WHERE it.resolution_id = :id AND item.meeting_id IS NOT NULL"
    ),
    "agenda_item": (
        f"SELECT version.meeting_id FROM clause AS it JOIN {PLACED_MINUTES} AS version"
        " ON version.id = it.minutes_version_id WHERE it.agenda_item_id = :id"
        f" UNION ALL SELECT version.meeting_id FROM deliberation AS it JOIN {PLACED_MINUTES} AS version"
        " ON version.id = it.minutes_version_id WHERE it.agenda_item_id = :id"
    ),
}
"""By table: the meetings that other rows tell of a row with this ``id``."""
_UNDONE: Final[Mapping[str, str]] = {
    "task_act": "task_id",
    "resolution_act": "resolution_id",
    "deadline_event": "resolution_id",
}
"""By table: the column in which an act agrees with the one that undoes it."""
_PARTY_OF_SEAT: Final = "SELECT DISTINCT party_id FROM attendance WHERE seat_id = ?"
_ACTS: Final = "SELECT kind, at FROM minutes_act WHERE minutes_version_id = ? ORDER BY id"
_RECORDED: Final = "SELECT facts FROM audit WHERE subject = ? AND subject_id = ? AND act = ? ORDER BY seq DESC LIMIT 1"
_CHANGED: Final = (
    "SELECT facts FROM audit WHERE subject = 'meeting' AND subject_id = ? AND act = 'changed' ORDER BY seq DESC"
)
_FROZEN: Final = (
    "SELECT snapshot, content_hash FROM minutes_version WHERE meeting_id = ? AND content_hash <> ''"
    " ORDER BY version DESC"
)
_MOVES: Final = "SELECT target, day FROM meeting_act WHERE meeting_id = ? ORDER BY id"
_LETTERS: Final = "SELECT document, content_hash FROM sent_invitation WHERE meeting_id = ? ORDER BY id DESC"
_TAKEN_OVER: Final = "taken_over"
_AMENDED: Final = "amended"
_AFTER_FINAL: Final = ("withdrawn", _AMENDED, "archived", "signed")
"""Acts after which minutes stand in the state of the same name, the last first."""
_NO_PAPER: Final[Mapping[str, Any]] = {"snapshot": "", "content_hash": "", "finalised_at": ""}
"""Minutes that are not final yet, and those that were taken over, which never were here: their scan is the paper."""
_MEETING_OF: Final = "SELECT id, state FROM meeting WHERE id = ?"
_STANDING: Final = (
    "SELECT 1 FROM minutes_version WHERE meeting_id = ? AND id <> ? AND state IN ('final', 'signed', 'archived')"
)
_CORRECTED: Final = "SELECT 1 FROM minutes_version WHERE meeting_id = ? AND id > ? AND state <> 'dropped'"
_PEN: Final = (
    "SELECT 1 FROM signature JOIN signer ON signer.id = signature.signer_id WHERE signer.minutes_version_id = ?"
)
_ADOPTED: Final = (
    "SELECT 1 FROM clause JOIN resolution ON resolution.id = clause.resolution_id"
    " WHERE clause.minutes_version_id = ? AND resolution.adopted_on IS NOT NULL"
)
_EARLIER: Final = (
    "SELECT count(DISTINCT it.minutes_version_id) FROM agenda_item AS item"
    " JOIN (SELECT minutes_version_id, agenda_item_id FROM clause"
    " UNION SELECT minutes_version_id, agenda_item_id FROM deliberation) AS it ON it.agenda_item_id = item.id"
    " WHERE item.meeting_id = ? AND it.minutes_version_id < ?"
)
_KEPT_BEFORE: Final = f"SELECT max(version) FROM minutes_version WHERE meeting_id = ? AND id < ? AND version <= {FAR}"
_ORIGINALS: Final = (
    "SELECT max(pen.original) FROM signature AS pen JOIN signer ON signer.id = pen.signer_id"
    " WHERE signer.minutes_version_id = ?"
)
_BEFORE: Final = (_EARLIER, _KEPT_BEFORE)
"""How many versions of a meeting came before one: by what is left of their words, and by those that are kept."""
_UNSAID: Final[Mapping[str, Any]] = {
    "reservation": "",
    "votes_for": None,
    "votes_against": None,
    "deadline_kind": "none",
    "deadline_day": None,
    "deadline_count": 0,
}
"""What a lost resolution would say beside its words: no vote and no deadline is made up for it."""
_ADOPTION: Final = ("kind", "adoption", "reservation", "votes_for", "votes_against")
"""Columns of a clause that the frozen text of its minutes has under the same names."""
_NAMED_IN: Final = (
    "SELECT version.snapshot, version.content_hash, resolution.number FROM minutes_version AS version, resolution"
    " WHERE version.id = ? AND resolution.id = ? AND version.content_hash <> ''"
)
_ITEM_OF: Final = (
    "SELECT item.id FROM agenda_item AS item JOIN minutes_version AS version ON version.meeting_id = item.meeting_id"
    " WHERE version.id = ? ORDER BY item.id LIMIT 1"
)
NO_CODE: Final = "0" * 64
"""Of what is lost with its code; no text has it, so that none is taken for its own."""
_MET: Final = frozenset({"held", "closed", "inquorate"})
_PRINTED: Final = ("number", "day", "kind", "place", "chair", "secretary", "began_at", "ended_at")
"""What minutes print of their meeting, in the names of its columns."""


def proved(connection: sqlite3.Connection, table: str, row_id: int, indexed: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a lost row whose values other rows leave no doubt about; empty where they say nothing.

    ``indexed`` is what an index holds of it, which is surer than a count of its neighbours.
    """
    if table == "meeting":
        return _meeting(connection, row_id, indexed)
    if table == "clause":
        return _clause(connection, indexed)
    known: dict[str, Any] = {}
    told = meeting_of_minutes(connection, row_id) if table == "minutes_version" else None
    if told is not None:
        known["meeting_id"] = told
    elif table in _MEETING:
        meetings = {row[0] for row in connection.execute(_MEETING[table], {"id": row_id})}
        # where they do not agree one of them is damaged
        known |= {"meeting_id": meetings.pop()} if len(meetings) == 1 else {}
    if table == "seat" and "party_id" not in indexed:
        parties = connection.execute(_PARTY_OF_SEAT, (row_id,)).fetchall()
        return {"party_id": parties[0][0]} if len(parties) == 1 else {}
    if table in _UNDONE:
        column = _UNDONE[table]
        found = connection.execute(f"SELECT {column} FROM {table} WHERE undoes_id = ?", (row_id,)).fetchone()
        return {column: found[0]} if found is not None else known
    if table == "minutes_version":
        if "meeting_id" in known and VERSION not in indexed:
            before = (known["meeting_id"], row_id)
            known[VERSION] = 1 + max(connection.execute(one, before).fetchone()[0] or 0 for one in _BEFORE)
        known["originals"] = connection.execute(_ORIGINALS, (row_id,)).fetchone()[0] or 1
        known |= _minutes(connection, row_id, known.get("meeting_id"), placed="meeting_id" in {*known, *indexed})
    return known


# ---- inside


def _clause(connection: sqlite3.Connection, indexed: Mapping[str, Any]) -> dict[str, Any]:
    """Whether it is a resolution; and that it stands under an item of its own meeting, be it not the same."""
    known: dict[str, Any] = {**_UNSAID, "kind": "decision"} if indexed.get("resolution_id") else {}
    known |= _frozen_resolution(connection, indexed)
    item = connection.execute(_ITEM_OF, (indexed.get("minutes_version_id"),)).fetchone()
    if item is not None and not indexed.get("agenda_item_id"):
        known["agenda_item_id"] = item[0]
    return known


def _frozen_resolution(connection: sqlite3.Connection, indexed: Mapping[str, Any]) -> dict[str, Any]:
    """How a resolution was adopted, where the frozen text of its minutes is that of its code."""
    found = connection.execute(_NAMED_IN, (indexed.get("minutes_version_id"), indexed.get("resolution_id"))).fetchone()
    if found is None or content_hash(found[0]) != found[1]:
        return {}
    listed = read_object(found[0]).get("resolutions")
    said = next((one for one in listed or () if isinstance(one, dict) and one.get("number") == found[2]), {})
    return {name: said[name] for name in _ADOPTION if name in said}


def _minutes(connection: sqlite3.Connection, row_id: int, meeting_id: int | None, *, placed: bool) -> dict[str, Any]:
    """State and code of lost minutes; their text differs from the code, and is neither shown nor printed.

    Those of whose meeting nothing tells, not ``placed``, are dropped, under a number that no draft takes again: in
    force for none, they are told by every check, and their code is known.
    """
    acts = dict(connection.execute(_ACTS, (row_id,)).fetchall())
    if _TAKEN_OVER in acts:
        found = {"state": _AMENDED if _AMENDED in acts else "archived", **_NO_PAPER}
    elif "finalised" in acts:
        found = {
            "state": next((state for state in _AFTER_FINAL if state in acts), "final"),
            "content_hash": _code(connection, row_id),
            "finalised_at": acts["finalised"],
        }
    else:
        found = _unacted(connection, row_id, meeting_id, dropped=[*acts][-1:] == ["dropped"])
    return found if placed else found | {"state": "dropped", VERSION: row_id + FAR}


def _unacted(connection: sqlite3.Connection, row_id: int, meeting_id: int | None, *, dropped: bool) -> dict[str, Any]:
    """Minutes of whose becoming final no act tells: because there was none, or because it is lost, too.

    What is signed, adopted or closed must not be written anew: there is a paper of it somewhere.
    """
    if dropped:
        return {"state": "dropped", **_NO_PAPER}
    meeting, stage = connection.execute(_MEETING_OF, (meeting_id,)).fetchone() or (None, "")
    if meeting is not None and _recorded(connection, "meeting", meeting, _TAKEN_OVER):
        corrected = connection.execute(_CORRECTED, (meeting, row_id)).fetchone() is not None
        return {"state": _AMENDED if corrected else "archived", **_NO_PAPER}
    alone = connection.execute(_STANDING, (meeting, row_id)).fetchone() is None
    closed = stage == "closed" and alone
    adopted = alone and connection.execute(_ADOPTED, (row_id,)).fetchone() is not None
    if closed or adopted or connection.execute(_PEN, (row_id,)).fetchone() is not None:
        return {"state": "signed" if closed else "final", "content_hash": _code(connection, row_id)}
    return {"state": "draft", **_NO_PAPER}


def _code(connection: sqlite3.Connection, row_id: int) -> str:
    return str(_recorded(connection, "minutes_version", row_id, "hashed").get("content_hash") or NO_CODE)


def _meeting(connection: sqlite3.Connection, row_id: int, indexed: Mapping[str, Any]) -> dict[str, Any]:
    """A lost meeting as it was taken over, or in the state of its newest act if it met, on the day its acts tell.

    What frozen minutes print of one that met is proved, too. One that had not met yet comes back as a draft without a
    day: what its letters say of the day may have been changed after they were sent. The check tells of it until it is
    put on a day again. Its number is never changed, so that the letters prove it.
    """
    taken = _recorded(connection, "meeting", row_id, _TAKEN_OVER)
    if taken.get("day"):
        day = _corrected_day(connection, row_id) or taken["day"]
        return {"state": "closed", "day": day, "number": taken.get("number")}
    moves = connection.execute(_MOVES, (row_id,)).fetchall()
    state = moves[-1][0] if moves else ""
    number = {"number": indexed.get("number") or _number_called(connection, row_id)}
    if state not in _MET:
        return number
    for snapshot, code in connection.execute(_FROZEN, (row_id,)):
        if content_hash(snapshot) == code:
            printed = _part(read_object(snapshot), "meeting")
            return {"state": state, **{name: printed[name] for name in _PRINTED if name in printed}}
    began = [day for target, day in moves if target == "in_session"]
    return {"state": state, "day": began[-1], **number} if began else number


def _corrected_day(connection: sqlite3.Connection, row_id: int) -> str:
    """The day that a past meeting was given last; empty where that was never corrected."""
    for (facts,) in connection.execute(_CHANGED, (row_id,)):
        day = _part(read_object(facts), "after").get("day")
        if isinstance(day, str):
            return day
    return ""


def _number_called(connection: sqlite3.Connection, row_id: int) -> int | None:
    """The number that its letters bear; none where it was not called yet, or no letter is what was sent."""
    for document, code in connection.execute(_LETTERS, (row_id,)):
        if content_hash(document) == code:
            number = _part(read_object(document), "meeting").get("number")
            if isinstance(number, int):
                return number
    return None


def _recorded(connection: sqlite3.Connection, subject: str, row_id: int, act: str) -> Mapping[str, Any]:
    found = connection.execute(_RECORDED, (subject, row_id, act)).fetchone()
    return read_object(found[0]) if found is not None else {}


def _part(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = found.get(name)
    return part if isinstance(part, dict) else {}
