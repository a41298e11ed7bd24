"""File counts: how many files a record shows, with those of the records that belong to it; one statement a kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import bindparam, text

from desktop_app.domain.rules.files import FileOwner
from desktop_app.storage.store.transaction import Transaction

_OF: Final = "SELECT count(*) FROM file_link WHERE removed_on IS NULL AND record_uid IN ({})"
_OWN: Final = "SELECT uid FROM {} WHERE id = :id"
_WITH: Final[Mapping[FileOwner, str]] = {
    FileOwner.MEETING: " UNION ALL SELECT uid FROM agenda_item WHERE meeting_id = :id",
    FileOwner.SEAT: " UNION ALL SELECT uid FROM nomination WHERE seat_id = :id",
    FileOwner.PERSON: " UNION ALL SELECT uid FROM nomination WHERE person_id = :id",
}
_VERSIONS: Final = (
    "SELECT earlier.uid FROM minutes_version AS earlier JOIN minutes_version AS own"
    " ON own.meeting_id = earlier.meeting_id AND earlier.version <= own.version WHERE own.id = :id"
)


class FileCounts:
    """How many files records show, in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of(self, kind: str, record_id: int) -> int:
        """Those of the record and of the records that belong to it: as many as its files sheet has lines."""
        owner = FileOwner(kind)
        uids = _VERSIONS if owner is FileOwner.MINUTES else _OWN.format(owner.value) + _WITH.get(owner, "")
        statement = text(_OF.format(uids)).bindparams(bindparam("id", record_id))
        return self._transaction.run(statement).scalar() or 0
