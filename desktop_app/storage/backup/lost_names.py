"""Names of the records that a restore would take away, as the history tells them, read from the data that lie there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.history import Named
from desktop_app.services.history.history import rows_of
from desktop_app.storage.file.connections import Role, engine_for, open_transaction
from desktop_app.storage.file.faults import WRONG_VALUES
from desktop_app.storage.store.transaction import Transaction, new_uid
from desktop_app.storage.store.work import SqlWork

_UNASKED: Final = FixedClock(datetime(2000, 1, 1))  # noqa: DTZ001 - who only reads asks no clock
_UNREAD: Final = (Refused, DBAPIError, *WRONG_VALUES)
"""What data that are damaged, or of an older schema, raise; their records stay without a name."""


def names_of(database: Path, entries: Sequence[int]) -> Mapping[int, Named]:
    """The record of each of these entries with its class, as far as it can be read."""
    found: dict[int, Named] = {}
    engine = engine_for(database, Role.READER)
    try:
        with suppress(*_UNREAD), open_transaction(engine) as connection:
            work = SqlWork(Transaction(connection, _UNASKED, None, new_uid, writable=False))
            for entry in entries:
                # one at a time: a record that cannot be read takes no name from the others
                with suppress(*_UNREAD):
                    (row,) = rows_of(work, [entry])
                    found[entry] = replace(row.record, guarded=row.guarded)
    finally:
        engine.dispose()
    return found
