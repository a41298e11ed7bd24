"""Transaction of a unit of work: statements, actor, clock, memo of reads, and conditions on versions.

What a transaction has read stays known in it until a table that it came from is written. The conditions follow
:mod:`desktop_app.domain.rules.in_force`: no other one picks a version. The wording of each resolution that the rule
names is kept in :class:`ResolutionFactsRecord.clause_id`.
"""

from __future__ import annotations

import sqlite3
import uuid
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Delete,
    Executable,
    Insert,
    Result,
    Row,
    Select,
    TableClause,
    Update,
    or_,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import aliased

from desktop_app.domain.acts import UNNAMED, Act
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.rules.in_force import ADOPTING, current_version
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.storage.evidence.notes import EvidenceNotes
from desktop_app.storage.schema.minutes import MinutesVersionRecord
from desktop_app.storage.sqlite.faults import HOT_JOURNAL, code_of, raise_refusal

T = TypeVar("T")
Tables = tuple[str, ...]


class ReadMemo:
    """Memo of answers by the tables they were read from; answers must be immutable, because they are shared.

    Sound because a transaction sees nobody's changes but its own, every own change goes through one place that names
    its table, and no trigger or foreign key of this schema changes another row.
    """

    def __init__(self) -> None:
        self._answers: dict[Tables, dict[Hashable, Any]] = {}
        self._records: dict[Tables, dict[int, Any]] = {}
        self._stood: dict[Tables, dict[int, Any]] = {}
        """Records as they were last read or stored: of those forgotten, too, since nobody else writes meanwhile."""
        self.uids: dict[tuple[str, int], str] = {}
        """By table and id of what was stored in this transaction; a uid never changes."""
        self.changes = 0
        """How often something was written."""

    def ask(self, tables: Tables, question: Hashable, read: Callable[[], T]) -> T:
        """Return the answer to a query; read it if it is unknown."""
        known = self._answers.setdefault(tables, {})
        if question not in known:
            known[question] = read()
        answer: T = known[question]
        return answer

    def known(self, tables: Tables, question: Hashable) -> Any | None:  # noqa: ANN401 - what was asked of them
        """Return the known answer to a query; None if it was not read."""
        return self._answers.get(tables, {}).get(question)

    def keep(self, tables: Tables, records: Iterable[Any]) -> None:
        """Remember these records by their ids."""
        self._records.setdefault(tables, {}).update((one.id, one) for one in records)

    def record(self, tables: Tables, record_id: int) -> Any | None:  # noqa: ANN401 - of whatever kind they are
        """Return a record if any query has read it."""
        return self._records.get(tables, {}).get(record_id)

    def standing(self, tables: Tables, record_id: int) -> Any | None:  # noqa: ANN401 - of whatever kind they are
        """Return a record as it is now, even if a write to its table has cleared the memo."""
        known = self.record(tables, record_id)
        return known if known is not None else self._stood.get(tables, {}).get(record_id)

    def stored(self, tables: Tables, record_id: int, record: Any | None) -> None:  # noqa: ANN401 - the same
        """Remember the stored state of a record; None means that it was deleted."""
        if record is None:
            self._stood.get(tables, {}).pop(record_id, None)
        else:
            self._stood.setdefault(tables, {})[record_id] = record

    def written(self, table: str) -> None:
        """Forget what was read from a table."""
        self.changes += 1
        for tables, records in self._records.items():
            if table in tables and records:
                self._stood.setdefault(tables, {}).update(records)
        for kept in (self._answers, self._records):
            for tables, known in kept.items():
                if table in tables:
                    known.clear()

    def undone(self, changes: int) -> None:
        """Forget everything if changes made since this count were rolled back."""
        if self.changes != changes:
            self._answers.clear()
            self._records.clear()
            self._stood.clear()
            self.uids.clear()


MakeUid = Callable[[], str]
AnyResult = Result[*tuple[Any, ...]]
AnyCursor = CursorResult[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]
"""Rows whose columns are known to the statement alone."""


Asked = TypeVar("Asked")
Change = Insert | Update | Delete

Values = Sequence[dict[str, Any]] | dict[str, Any] | None
"""Values of a statement's named places: of one row, of many, or none."""


def new_uid() -> str:
    """Return a new random uid."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Transaction:
    """One database transaction with its context; every error of SQLite becomes a refusal."""

    connection: Connection
    clock: Clock
    actor: Callable[[], str] | None
    make_uid: MakeUid
    writable: bool
    act: Act = UNNAMED
    outside: frozenset[tuple[str, int]] = frozenset()
    """Live rows that another program changed, by table and id: an act does not write them unasked."""
    memo: ReadMemo = field(default_factory=ReadMemo)
    notes: EvidenceNotes = field(default_factory=EvidenceNotes)
    """What was written, for the link of the chain that the commit appends."""
    settle: Callable[[], None] | None = None
    """For a reader: has a writer roll back a commit that broke off, which the first question may meet."""

    def require_own(self, table: str, row_id: int) -> None:
        """Raise ``row_changed_outside`` for a row changed by another program, until the operator confirms it."""
        if (table, row_id) in self.outside:
            raise RuleBroken("row_changed_outside", kind=table, id=row_id)

    def run(self, statement: Executable, values: Values = None) -> AnyResult:
        """Run a reading statement."""
        return self._asked(lambda: self.connection.execute(statement, values))

    def _asked(self, ask: Callable[[], Asked]) -> Asked:
        try:
            try:
                return ask()
            except DBAPIError as error:
                if self.settle is None or code_of(error) != HOT_JOURNAL:
                    raise
                # nothing was read yet: whoever meets the journal is the first to ask
                self.settle()
                return ask()
        except DBAPIError as error:
            raise_refusal(error)

    def numbers(self, statement: AnySelect) -> array[int]:
        """Return a column of very many numbers, read directly from SQLite for speed."""
        result = self.run(statement)
        assert isinstance(result, CursorResult)
        rows = cast("Iterable[tuple[int]]", result.cursor)
        try:
            return array("q", chain.from_iterable(rows))
        except sqlite3.Error as error:
            raise_refusal(error)
        finally:
            result.close()

    def text(self, sql: str) -> Sequence[Any]:
        """Return the rows of a plain SQL text, such as a PRAGMA or a query of the schema."""
        return self._asked(lambda: self.connection.exec_driver_sql(sql).all())

    def cells(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Yield very many rows of a plain SQL text as tuples, read directly from SQLite."""
        cursor = self._asked(lambda: self.connection.exec_driver_sql(sql)).cursor
        assert cursor is not None
        try:
            yield from cast("Iterator[tuple[Any, ...]]", cursor)
        except sqlite3.Error as error:
            if not code_of(error):
                # no failure of SQLite: a text that is no UTF-8; its message holds what stands in the row
                raise EnvironmentProblem("value_unreadable", code=type(error).__name__) from error
            raise_refusal(error)
        finally:
            # one whose reader failed is left with the traceback, and may end after its connection
            with suppress(sqlite3.ProgrammingError):
                cursor.close()

    def write(self, statement: Change, values: Values = None) -> AnyCursor:
        """Run a changing statement; in a reading transaction it is a programming error."""
        if not self.writable:
            raise RuntimeError("this unit of work was opened for reading")
        self.memo.written(table_written(statement))
        result = self.run(statement, values)
        assert isinstance(result, CursorResult)
        return result


def table_written(statement: Change) -> str:
    """Return the name of the table that a statement changes."""
    table = statement.table
    assert isinstance(table, TableClause)
    return table.name


def is_shown_version(version: type[MinutesVersionRecord]) -> ColumnElement[bool]:
    """Return the condition that a version may be shown: all but the dropped draft of a correction.

    A version from before the records that a later import replaced is left out too: neither has a text, and nothing was
    corrected.
    """
    replaced = (version.state == MinutesState.AMENDED) & (version.content_hash == "")
    return (version.state != MinutesState.DROPPED) & ~replaced


def is_current_version(version: type[MinutesVersionRecord]) -> ColumnElement[bool]:
    """Return the condition that a version is in force or is being written."""
    newer = aliased(MinutesVersionRecord)
    later = select(newer.id).where(
        newer.meeting_id == version.meeting_id, newer.version > version.version, newer.state.in_(sorted(ADOPTING))
    )
    holds = version.state.in_(sorted(ADOPTING)) & ~later.exists()
    return or_(version.state.in_(sorted(EDITABLE)), holds)


def was_in_force(version: type[MinutesVersionRecord], at: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a version was the newest final one at a moment, withdrawn versions excluded."""
    newer = aliased(MinutesVersionRecord)

    def final(one: type[MinutesVersionRecord]) -> ColumnElement[bool]:
        return one.state.in_(sorted(ADOPTING)) & (one.finalised_at != "") & (one.finalised_at <= at)

    later = select(newer.id).where(newer.meeting_id == version.meeting_id, newer.version > version.version)
    return final(version) & ~later.where(final(newer)).correlate(version).exists()


def valid_versions(transaction: Transaction, meeting_ids: Iterable[int]) -> dict[int, AnyRow]:
    """Return id, number and state of each meeting's valid version of minutes."""
    version = MinutesVersionRecord
    statement = select(version.meeting_id, version.id, version.version, version.state, version.content_hash).where(
        version.meeting_id.in_(list(meeting_ids))
    )
    by_meeting: dict[int, list[AnyRow]] = {}
    for row in transaction.run(statement):
        by_meeting.setdefault(row.meeting_id, []).append(row)
    found = {meeting: current_version(rows) for meeting, rows in by_meeting.items()}
    return {meeting: row for meeting, row in found.items() if row is not None}
