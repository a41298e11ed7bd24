"""Value checks: each row against the rules of its table, so that a bad day or a broken JSON is named by its field."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import CheckConstraint, Table

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence.verifying import Alone
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction


def broken_values(transaction: Transaction, alone: Alone = iter) -> Iterator[Finding]:
    """Rows that break a CHECK or lack what has to be there; the detail is the field, or the rule over several.

    ``alone`` takes those of a table, as in :func:`~desktop_app.storage.evidence.verifying.rows_against_hashes`.
    """
    there = {row[0] for row in transaction.text("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in Record.metadata.sorted_tables:
        if table.name in there:
            yield from alone(_of_table(transaction, table))


def broken_rule(transaction: Transaction, table: str, row_id: int) -> str:
    """The field, or the rule over several, that one row breaks; empty where it breaks none."""
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
