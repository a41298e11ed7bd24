"""A data folder of a test and what is recorded in it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.domain.acts import UNNAMED, Act
from desktop_app.domain.errors import Refused
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services.context import Context
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from desktop_app.storage.sqlite.connections import file_uri
from desktop_app.storage.store.work import Work
from tests.foreign import connect
from tests.services.clocks import SettableClock
from tests.services.office_steps import PAPER


class AuditEntry(NamedTuple):
    """One entry of the audit table."""

    act: str
    subject: str
    subject_id: int
    facts: dict[str, Any]
    subject_uid: str


@dataclass
class CommitCount:
    """An :class:`~desktop_app.domain.acts.ActWatch` that counts what was stored."""

    commits: int = 0

    def recorded(self) -> Collection[DraftField]:
        """No typed draft is waiting."""
        return ()

    def done(self) -> None:
        """One more act is stored."""
        self.commits += 1

    def refused(self, problem: Refused) -> None:
        """Nothing is stored."""


class Records:
    """A copy of a database, opened when it is first asked; what lies in it is read as any other program would."""

    def __init__(self, source: Path, place: Path, clock: SettableClock) -> None:
        self.source, self.place, self.clock = source, place, clock
        self._opened: tuple[DataFolder, CommitCount] | None = None

    @property
    def context(self) -> Context:
        """What every service takes first."""
        return Context(self.read, self.begin, self.clock, PAPER, has_file=self.has_file)

    def has_file(self, sha256: str) -> bool:
        """Whether a file lies in the store of the folder."""
        return self.folder.files.has(sha256)

    @property
    def is_open(self) -> bool:
        """Whether the copy is made and open."""
        return self._opened is not None

    @property
    def folder(self) -> DataFolder:
        """The data folder, open for work."""
        return self._open()[0]

    @property
    def commits(self) -> int:
        """How many acts were stored since the folder was opened."""
        return self._open()[1].commits

    def _open(self) -> tuple[DataFolder, CommitCount]:
        if self._opened is None:
            self.place.mkdir()
            shutil.copyfile(self.source, self.place / DATABASE_NAME)
            self._opened = open_folder(self.place, WorkContext(self.clock)), CommitCount()
            self._opened[0].watch_acts(self._opened[1])
        return self._opened

    def close(self) -> None:
        """Close the data folder; its database stays."""
        if self._opened is not None:
            self._opened[0].close()

    @contextmanager
    def begin(self, act: Act = UNNAMED) -> Iterator[Work]:
        """One act, which may commit once."""
        before = self.commits
        with self.folder.open_write(act) as work:
            yield work
        assert self.commits <= before + 1, "one act is one commit"

    @contextmanager
    def open_work(self) -> Iterator[Work]:
        """The same, of an act that nobody can repeat."""
        with self.begin() as work:
            yield work

    @contextmanager
    def read(self) -> Iterator[Work]:
        """A steady picture of the data."""
        with self.folder.open_read() as work:
            yield work

    @property
    def audit(self) -> list[AuditEntry]:
        """Every entry of the audit table, the oldest first."""
        rows = self.rows("SELECT act, subject, subject_id, facts, subject_uid FROM audit ORDER BY seq")
        return [AuditEntry(act, subject, of, json.loads(facts), uid) for act, subject, of, facts, uid in rows]

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What the file answers to a question in SQL."""
        with closing(self._connect("ro")) as connection:
            return connection.execute(question).fetchall()

    def content(self) -> list[str]:
        """The whole file as SQL: equal before and after means that nothing was written."""
        with closing(self._connect("ro")) as connection:
            return list(connection.iterdump())

    def forge(self, table: str, change: str) -> None:
        """Change rows of a table whose guards forbid it, as a foreign program can that takes the guards away."""
        with closing(self._connect("rw")) as connection:
            guards = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).fetchall()
            for (guard,) in guards:
                connection.execute(f'DROP TRIGGER "{guard}"')
            connection.execute(change)

    def _connect(self, mode: str) -> sqlite3.Connection:
        return connect(file_uri(self.folder.folder / DATABASE_NAME, mode), uri=True)
