"""Checks of values and states of rows, and the severity of findings: severe ones stop all writing.

Each row is held against the rules of its table, so that a bad day or a broken JSON is named by its field. Each version
of minutes is in a state that recorded acts, and enough signatures, led to. The record of a salvage in the history tells
up to which ids each kind came over, and what is missing among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import CheckConstraint, Table

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.evidence.verifying import Alone
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.guards import APPEND_ONLY, CHILDREN, GRANDCHILDREN, VERSION
from desktop_app.storage.store.transaction import Transaction

SUBJECT: Final = "office"
VERB: Final = "salvaged"
UPTO: Final = "upto"
_NEWEST: Final = f"SELECT facts FROM audit WHERE subject = '{SUBJECT}' AND act = '{VERB}' ORDER BY seq DESC LIMIT 1"


def last_salvaged_ids(transaction: Transaction) -> Mapping[str, int]:
    """Return by table the last id of the newest salvage; what it listed as missing is not checked again.

    Empty where there was none.
    """
    for (facts,) in transaction.text(_NEWEST):
        upto = read_object(facts).get(UPTO)
        if isinstance(upto, dict):
            return {str(kind): last for kind, last in upto.items() if isinstance(last, int)}
    return {}


_FROM_PEN: Final = frozenset({"signed", "archived", "amended"})
_NEEDS: Final = {
    "dropped": frozenset({"dropped"}),
    "final": frozenset({"finalised"}),
    "withdrawn": frozenset({"finalised", "withdrawn"}),
    "signed": frozenset({"finalised", "signed"}),
    "archived": frozenset({"finalised", "signed", "archived"}),
    "amended": frozenset({"finalised", "signed", "amended"}),
}
"""By state: the acts of a version in it; one that was taken over has been neither final nor signed here."""
_TAKEN_OVER: Final = {"archived": frozenset({"taken_over"}), "amended": frozenset({"taken_over", "amended"})}

_VERSIONS: Final = "SELECT id, state, content_hash, originals FROM minutes_version ORDER BY id"
_ACTS: Final = "SELECT minutes_version_id, kind FROM minutes_act"
_PENS: Final = (
    "SELECT hand.minutes_version_id, count(DISTINCT hand.id), count(pen.id)"
    " FROM signer AS hand JOIN minutes_version AS version ON version.id = hand.minutes_version_id"
    " LEFT JOIN signature AS pen ON pen.signer_id = hand.id AND pen.struck = 0"
    " AND pen.original BETWEEN 1 AND version.originals AND NOT EXISTS (SELECT 1 FROM signature AS later"
    " WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id)"
    " GROUP BY hand.minutes_version_id"
)


def states_without_acts(transaction: Transaction) -> Iterator[Finding]:
    """Yield versions whose state is further than their recorded acts."""
    acts: dict[int, set[str]] = {}
    for version_id, kind in transaction.text(_ACTS):
        acts.setdefault(version_id, set()).add(kind)
    pens = {row[0]: (row[1], row[2]) for row in transaction.text(_PENS)}
    for version_id, state, code, originals in transaction.text(_VERSIONS):
        needs = (_NEEDS if code else _TAKEN_OVER | {"dropped": _NEEDS["dropped"]}).get(state, frozenset())
        missing = sorted(needs - acts.get(version_id, set()))
        signers, signed = pens.get(version_id, (0, 0))
        if state in _FROM_PEN and code and not (0 < signers * originals == signed):
            missing.append(f"signatures {signed}/{signers * originals}")
        if missing and version_id > last_salvaged_ids(transaction).get("minutes_version", 0):
            yield Finding(
                kind=FindingKind.STATE_WITHOUT_ACT, subject="minutes_version", id=version_id, detail=", ".join(missing)
            )


FROZEN_TABLES: Final = frozenset({*APPEND_ONLY, *CHILDREN, *GRANDCHILDREN, VERSION})
"""Tables of which no row may differ from its hash, whatever its state."""
OF_ROWS: Final = frozenset({FindingKind.ROW_DIFFERS, FindingKind.ROW_MISSING, FindingKind.ROW_UNKNOWN})
STALE: Final = frozenset({FindingKind.FACTS_STALE, FindingKind.SEARCH_STALE})
"""What is derived is not what the records say, where it cannot be made anew: the records themselves hold."""
_ENDS_WRITING: Final = STALE | frozenset(
    {
        FindingKind.BACKUP_AHEAD,
        FindingKind.CHAIN_BROKEN,
        FindingKind.CHAIN_CUT,
        FindingKind.DAMAGED,
        FindingKind.HASH_DIFFERS,
        FindingKind.OUTSIDE_CHAIN,
        FindingKind.SCHEMA,
        FindingKind.STATE_WITHOUT_ACT,
        FindingKind.UNREADABLE,
    }
)


def ends_writing(finding: Finding) -> bool:
    """Whether this finding makes the data read-only."""
    if finding.kind in OF_ROWS:
        return finding.subject in FROZEN_TABLES
    return finding.kind in _ENDS_WRITING


def is_outside_change(finding: Finding) -> bool:
    """Whether another program changed, added or deleted a live row: it is listed, and work goes on."""
    return finding.kind in OF_ROWS and not ends_writing(finding)


def severe_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop all writing."""
    return tuple(one for one in findings if ends_writing(one))


def outside_changes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings about live rows changed by another program."""
    return tuple(one for one in findings if is_outside_change(one))


def broken_values(transaction: Transaction, alone: Alone = iter) -> Iterator[Finding]:
    """Yield rows that break a CHECK or lack a required value; the detail is the field, or the rule over several.

    ``alone`` takes those of a table, as in :func:`~desktop_app.storage.evidence.verifying.rows_against_hashes`.
    """
    there = {row[0] for row in transaction.text("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in Record.metadata.sorted_tables:
        if table.name in there:
            yield from alone(_of_table(transaction, table))


def broken_rule(transaction: Transaction, table: str, row_id: int) -> str:
    """Return the field, or the rule over several, that one row breaks; empty if it breaks none."""
    found = transaction.text(f"{_question(Record.metadata.tables[table])} AND rowid = {int(row_id)}")
    return str(found[0][1]) if found else ""


def _of_table(transaction: Transaction, table: Table) -> Iterator[Finding]:
    for row_id, field in transaction.text(_question(table)):
        yield Finding(kind=FindingKind.VALUE, subject=table.name, id=row_id, detail=field)


def _question(table: Table) -> str:
    rules = [
        (f"{column.name} IS NULL", column.name)
        for column in table.columns
        if not column.nullable and column.name != "id"
    ]
    checks = [one for one in table.constraints if isinstance(one, CheckConstraint)]
    rules += [
        (f"NOT ({check.sqltext})", str(check.name).removeprefix(f"ck_{table.name}_"))
        for check in sorted(checks, key=lambda one: str(one.name))
    ]
    cases = " ".join(f"WHEN {broken} THEN '{field}'" for broken, field in rules)
    return f"SELECT rowid, broken FROM (SELECT rowid, CASE {cases} END AS broken FROM {table.name}) WHERE broken <> ''"
