"""Transaction: an open one as the parts of a unit of work see it: run, write, who, when."""

from __future__ import annotations

import sqlite3
import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, CursorResult, Delete, Executable, Insert, Result, Row, Select, TableClause, Update
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.acts import UNNAMED, Act
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.storage.evidence.notes import EvidenceNotes
from desktop_app.storage.file.faults import HOT_JOURNAL, code_of, raise_told
from desktop_app.storage.store.memo import ReadMemo

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
    """A fresh uid."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Transaction:
    """A connection inside one transaction; every failure of SQLite leaves it as one of the two refusals."""

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
        """Raise ``row_changed_outside`` for a row that another program changed, until somebody says to go on."""
        if (table, row_id) in self.outside:
            raise RuleBroken("row_changed_outside", kind=table, id=row_id)

    def run(self, statement: Executable, values: Values = None) -> AnyResult:
        """Read."""
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
            raise_told(error)

    def numbers(self, statement: AnySelect) -> array[int]:
        """The one column of very many rows, straight from SQLite: rows as objects would double the time."""
        result = self.run(statement)
        assert isinstance(result, CursorResult)
        rows = cast("Iterable[tuple[int]]", result.cursor)
        try:
            return array("q", chain.from_iterable(rows))
        except sqlite3.Error as error:
            raise_told(error)
        finally:
            result.close()

    def text(self, sql: str) -> Sequence[Any]:
        """Rows of one statement that is no question to tables: a PRAGMA, the schema."""
        return self._asked(lambda: self.connection.exec_driver_sql(sql).all())

    def cells(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """As :meth:`text` for very many rows: plain tuples straight from SQLite, of which none is kept."""
        cursor = self._asked(lambda: self.connection.exec_driver_sql(sql)).cursor
        assert cursor is not None
        try:
            yield from cast("Iterator[tuple[Any, ...]]", cursor)
        except sqlite3.Error as error:
            if not code_of(error):
                # no failure of SQLite: a text that is no UTF-8; its message holds what stands in the row
                raise EnvironmentProblem("value_unreadable", code=type(error).__name__) from error
            raise_told(error)
        finally:
            # one whose reader failed is left with the traceback, and may end after its connection
            with suppress(sqlite3.ProgrammingError):
                cursor.close()

    def write(self, statement: Change, values: Values = None) -> AnyCursor:
        """Change rows; a work opened for reading is a mistake of the caller here."""
        if not self.writable:
            raise RuntimeError("this unit of work was opened for reading")
        self.memo.written(table_written(statement))
        result = self.run(statement, values)
        assert isinstance(result, CursorResult)
        return result


def table_written(statement: Change) -> str:
    """The name of the table that a statement changes."""
    table = statement.table
    assert isinstance(table, TableClause)
    return table.name
