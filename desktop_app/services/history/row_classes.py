"""The class of each entry of the history: the highest of what it is about and names, now and as it was told.

A clause that was taken away, or whose class was lowered, was written under the class that its entries tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.read_models.history import AuditEntry, RecordKey
from desktop_app.services.history.entry_fields import references
from desktop_app.services.history.naming import Names, highest_known
from desktop_app.services.ports import Work


class RowClasses:
    """What is read for all entries of a page at once: one statement, however many entries."""

    def __init__(self, work: Work, entries: Sequence[AuditEntry], names: Names) -> None:
        self._about = {entry.seq: _about(entry, names) for entry in entries}
        self._now = names.classes()
        every = {key for keys in self._about.values() for key in keys}
        self._told = work.audit_rows.classes(every) if every else {}

    def of(self, entry: AuditEntry) -> str:
        """The highest class where that is more than the usual one, else an empty text."""
        keys = self._about[entry.seq]
        found = [self._now.get(key) for key in keys]
        found += [one for key in keys for one in self._told.get(key, ())]
        return highest_known(found)


def _about(entry: AuditEntry, names: Names) -> frozenset[RecordKey]:
    """The records that the entry is about or names, with those that they belong to."""
    return frozenset(one for key in references(entry) for one in (key, *names.above(key)))
