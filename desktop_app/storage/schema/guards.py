"""Guards of the database: triggers that refuse forbidden changes, generated from the lists in this module.

A guard on *some* columns lets a later column go unguarded, so a frozen row is compared as a whole and only what is
named as live may differ. Each guard aborts with ``guard:<key>:<table>``, which becomes ``RuleBroken(<key>)``.

``OR REPLACE`` deletes the row that stands in its way; ``recursive_triggers`` makes the delete guards see that, and
for connections that do not set it a guard before each insert and update looks for that row itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sqlalchemy import Table, UniqueConstraint

from desktop_app.domain.rules.minutes import EDITABLE, MINUTES
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.types import quoted
from desktop_app.storage.sqlite.faults import GUARD_MARK

APPEND_ONLY: Final = (
    "act",
    "audit",
    "chain_link",
    "deadline_event",
    "file",
    "meeting_act",
    "minutes_act",
    "month_act",
    "picture",
    "printing",
    "record_hash",
    "resolution_act",
    "sent_invitation",
    "signature",
    "taking_over",
    "task_act",
)
"""Never changed, never removed."""

VERSION: Final = "minutes_version"
LIVE_IN_VERSION: Final = frozenset({"state"})
"""What may still change in a version that is no longer editable; ``state`` only along the allowed moves."""

CHILDREN: Final = ("attendance", "clause", "deliberation", "guest", "item_disposition", "signer")
"""Rows of a version, frozen by its state."""
GRANDCHILDREN: Final[Mapping[str, tuple[str, str]]] = {
    "clause_effect": ("clause_id", "clause"),
    "clause_unit": ("clause_id", "clause"),
}
"""Rows of a child: their reference, and the child's table."""

KEPT: Final = (
    "article",
    "axis",
    "committee",
    "file_link",
    "incoming_paper",
    "meeting",
    "memorandum",
    VERSION,
    "nomination",
    "office_setting",
    "outgoing_paper",
    "paper_link",
    "party",
    "person",
    "request",
    "seat",
    "task",
    "unit",
    "upstream_link",
)
"""Live rows that are never removed."""

KEPT_WHILE: Final[Mapping[str, str]] = {
    "resolution": "OLD.number <> ''",
    "upstream_decision": (
        "EXISTS (SELECT 1 FROM clause WHERE upstream_id = OLD.id)"
        " OR EXISTS (SELECT 1 FROM upstream_link WHERE upstream_id = OLD.id)"
    ),
}
"""Live rows that may be removed until this holds: a number was given, a resolution refers to the decision."""

FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("memorandum_id", "kind", "ordinal"),
    "clause": ("minutes_version_id",),
    "clause_effect": ("clause_id",),
    "file_link": ("file_id", "record_kind", "record_uid", "role"),
    "incoming_paper": ("committee_id", "year", "row"),
    "item_disposition": ("minutes_version_id", "agenda_item_id"),
    "meeting": ("committee_id",),
    VERSION: ("meeting_id", "version"),
    "nomination": ("seat_id",),
    "outgoing_paper": (
        "committee_id",
        "year",
        "row",
        "day",
        "addressee",
        "subject",
        "at",
        "actor",
        "classification",
        "urgency",
        "template",
        "document",
        "content_hash",
    ),
    "paper_link": ("incoming_paper_id", "outgoing_paper_id", "record_kind", "record_uid"),
    "party": ("committee_id", "code"),
    "request": ("committee_id", "kind", "resolution_id"),
    "resolution": ("meeting_id",),
    "seat": ("party_id",),
    "task": ("resolution_id", "unit_id"),
    "upstream_link": ("upstream_id", "resolution_id"),
}
"""Beside id and uid: the columns that say which record it is; they never change, not even in a draft."""

GIVEN_ONCE: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "meeting": (("number", "NULL"),),
    "outgoing_paper": (("number", "''"), ("struck_on", "NULL")),
    "resolution": (("number", "''"), ("row", "NULL")),
}
"""Numbers and the like: once they are no longer the empty value they never change."""

GIVEN_BACK: Final[Mapping[tuple[str, str], str]] = {
    ("meeting", "number"): (
        "NEW.number IS NULL AND OLD.state = 'convened' AND NEW.state = 'scheduled'"
        " AND NOT EXISTS (SELECT 1 FROM sent_invitation WHERE meeting_id = NEW.id)"
        " AND NOT EXISTS (SELECT 1 FROM meeting AS later"
        " WHERE later.committee_id = NEW.committee_id AND later.number > OLD.number)"
    )
}
"""When one of them may become empty again: convening is taken back before anybody was invited."""

_SIGNED: Final = (
    # the newest row of each signer and original, as many as there are signers on all originals
    "(SELECT count(*) FROM signature AS pen JOIN signer AS hand ON hand.id = pen.signer_id"
    " WHERE hand.minutes_version_id = NEW.id AND pen.struck = 0 AND pen.original <= NEW.originals"
    " AND NOT EXISTS (SELECT 1 FROM signature AS later"
    " WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id))"
    " = max(1, (SELECT count(*) FROM signer WHERE minutes_version_id = NEW.id) * NEW.originals)"
)
_UNSIGNED: Final = (
    "NOT EXISTS (SELECT 1 FROM signature AS pen JOIN signer AS hand ON hand.id = pen.signer_id"
    " WHERE hand.minutes_version_id = NEW.id AND pen.struck = 0"
    " AND NOT EXISTS (SELECT 1 FROM signature AS later"
    " WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id))"
)
_CORRECTED: Final = (
    "EXISTS (SELECT 1 FROM minutes_version AS later WHERE later.meeting_id = NEW.meeting_id"
    " AND later.version > NEW.version AND later.state IN ('archived', 'final', 'signed'))"
)


def _acted(kind: str) -> str:
    return f"EXISTS (SELECT 1 FROM minutes_act WHERE minutes_version_id = NEW.id AND kind = '{kind}')"


_TAKEN_OVER_OR_ARCHIVED: Final = (
    f"CASE OLD.state WHEN 'draft' THEN NEW.content_hash = '' AND {_acted('taken_over')} ELSE {_acted('archived')} END"
)

STATE_NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "amended": (_acted("amended"), _CORRECTED),
    "archived": (_TAKEN_OVER_OR_ARCHIVED,),
    "dropped": (_acted("dropped"),),
    "final": (_acted("finalised"),),
    "signed": (_acted("signed"), _SIGNED),
    "withdrawn": (_acted("withdrawn"), _UNSIGNED),
}
"""By state of a version: what has to be recorded before it may go there."""


StateOf = Callable[[str], str]
"""For ``NEW`` or ``OLD``: the query of the state of the row's version."""


def guards() -> dict[str, str]:
    """Return every trigger by name, with its text as in ``sqlite_schema``."""
    tables = sorted(Record.metadata.tables.values(), key=lambda table: table.name)
    of_tables = (guard for table in tables for guard in (*_row_guards(table), *_version_guards(table)))
    return dict((*of_tables, *_number_guards()))


def guards_of(table: str) -> dict[str, str]:
    """Return the triggers of one table; after a rebuild of the table they must be created again."""
    return {name: body for name, body in guards().items() if f" ON {table}\n" in body}


def _guard(table: str, what: str, event: str, condition: str, key: str) -> tuple[str, str]:
    """Return name and text of one trigger before an event; it refuses if ``condition`` is true."""
    name = f"guard_{table}_{what}"
    when = f"WHEN {condition}\n" if condition else ""
    message = f"{GUARD_MARK}{key}:{table}"
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table}\n{when}BEGIN\n    SELECT RAISE(ABORT, '{message}');\nEND"
    )


def _row_guards(table: Table) -> Iterable[tuple[str, str]]:
    """Yield guards that compare only the old and the new row."""
    name = table.name
    if name in APPEND_ONLY:
        yield _guard(name, "update", "UPDATE", "", "record_append_only")
    if name in APPEND_ONLY or name in KEPT:
        yield _guard(name, "delete", "DELETE", "", "record_kept")
    if name in KEPT_WHILE:
        yield _guard(name, "delete", "DELETE", KEPT_WHILE[name], "record_kept")
    if {"id", "uid"} <= set(table.columns.keys()) and name not in APPEND_ONLY:
        fixed = ("id", "uid", *FIXED.get(name, ()))
        yield _guard(name, "identity", "UPDATE", _differs(fixed), "record_identity")
    for column, empty in GIVEN_ONCE.get(name, ()):
        given = f"OLD.{column} IS NOT {empty} AND NEW.{column} IS NOT OLD.{column}"
        if (name, column) in GIVEN_BACK:
            given = f"{given} AND NOT ({GIVEN_BACK[name, column]})"
        yield _guard(name, f"{column}_once", "UPDATE", given, "number_given_once")
    if _is_guarded(name):
        yield _guard(name, "replace", "INSERT", _conflicts_with_row(table), "record_repeated")
        if name not in APPEND_ONLY:
            others = _conflicts_with_row(table, " AND id IS NOT OLD.id")
            yield _guard(name, "replace_update", "UPDATE", others, "record_repeated")


def _is_guarded(name: str) -> bool:
    return name in (*APPEND_ONLY, *KEPT, *CHILDREN, *GRANDCHILDREN, *KEPT_WHILE)


def _differs(columns: Iterable[str]) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


def _conflicts_with_row(table: Table, besides: str = "") -> str:
    """Return the SQL condition that another row has the key or the unique columns of the new one."""
    keys = [[column.name for column in table.primary_key.columns]]
    keys += sorted(
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    )
    keys += sorted([column.name for column in index.columns] for index in table.indexes if index.unique)
    # a key that SQLite has yet to give is -1 here, and an empty column is equal to nothing
    same = " OR ".join("(" + " AND ".join(f"{name} = NEW.{name}" for name in key) + ")" for key in keys)
    return f"EXISTS (SELECT 1 FROM {table.name} WHERE ({same}){besides})"


def _version_guards(table: Table) -> Iterable[tuple[str, str]]:
    """Yield guards that depend on the state of a version of the minutes."""
    name = table.name
    if name == VERSION:
        frozen = [column.name for column in table.columns if column.name not in LIVE_IN_VERSION]
        changed = f"{_not_editable('OLD.state')} AND ({_differs(frozen)})"
        yield _guard(name, "frozen", "UPDATE", changed, "record_frozen")
        yield _guard(name, "moves", "UPDATE", f"NEW.state IS NOT OLD.state AND NOT ({_moves()})", "state_move_refused")
        yield _guard(name, "begins", "INSERT", "NEW.state <> 'draft'", "state_without_act")
        for state, needs in STATE_NEEDS.items():
            enters = f"NEW.state = '{state}' AND OLD.state IS NOT NEW.state"
            yield _guard(
                name, f"to_{state}", "UPDATE", f"{enters} AND NOT ({' AND '.join(needs)})", "state_without_act"
            )
    elif name in CHILDREN:
        yield from _child_guards(name, lambda row: f"SELECT state FROM {VERSION} WHERE id = {row}.minutes_version_id")
    elif name in GRANDCHILDREN:
        column, parent = GRANDCHILDREN[name]
        yield from _child_guards(
            name,
            lambda row: (
                f"SELECT state FROM {VERSION} WHERE id = "
                f"(SELECT minutes_version_id FROM {parent} WHERE id = {row}.{column})"
            ),
        )


def _child_guards(name: str, state_of: StateOf) -> Iterable[tuple[str, str]]:
    new, old = (_not_editable(f"coalesce(({state_of(row)}), 'none')") for row in ("NEW", "OLD"))
    yield _guard(name, "frozen_insert", "INSERT", new, "record_frozen")
    yield _guard(name, "frozen_update", "UPDATE", f"{old} OR {new}", "record_frozen")
    yield _guard(name, "frozen_delete", "DELETE", old, "record_frozen")


def _not_editable(state: str) -> str:
    return f"{state} NOT IN ({quoted(sorted(EDITABLE))})"


def _moves() -> str:
    return " OR ".join(
        f"(OLD.state = '{source}' AND NEW.state IN ({quoted(sorted(targets))}))"
        for source, targets in MINUTES.moves.items()
        if targets
    )


def _number_guards() -> Iterable[tuple[str, str]]:
    """Yield guards that keep a resolution's number unique in its committee; no index over one table can."""
    same = (
        "NEW.number <> '' AND EXISTS (SELECT 1 FROM resolution AS other"
        " JOIN meeting AS theirs ON theirs.id = other.meeting_id"
        " JOIN meeting AS ours ON ours.id = NEW.meeting_id"
        " WHERE other.number = NEW.number AND other.id IS NOT NEW.id AND theirs.committee_id = ours.committee_id)"
    )
    yield _guard("resolution", "number_insert", "INSERT", same, "record_repeated")
    yield _guard("resolution", "number_update", "UPDATE", same, "record_repeated")
