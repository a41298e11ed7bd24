"""Planted rows: what a test changed behind the program is made to count as written by the program."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app.storage.evidence.sealing import begin_chain
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.schema.guards import guards
from tests.foreign import connect
from tests.storage.conftest import work_context

EVIDENCE = ("record_hash", "chain_link")


def forget_evidence(folder: Path) -> None:
    """Take away every hash and link, and put every guard back that was taken down."""
    with closing(connect(folder / DATABASE_NAME)) as raw:
        for name in guards():
            raw.execute(f"DROP TRIGGER IF EXISTS {name}")
        for table in EVIDENCE:
            raw.execute(f"DELETE FROM {table}")
            raw.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        for body in guards().values():
            raw.execute(body)


def accept(folder: Path) -> None:
    """Put every guard back that was taken down, and begin the chain anew over the rows as they stand."""
    forget_evidence(folder)
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        begin_chain(work.transaction)
        work.commit()
    data.close()
