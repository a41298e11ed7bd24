"""The class of an entry of the history, or of a record: the highest of what it is about, now and as it was told.

A clause that was taken away, or whose class was lowered, was written under the class that its entries tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.domain.documents.papers import Classification, guarded
from desktop_app.domain.read_models.history import AuditEntry, RecordKey
from desktop_app.services.history.entry_fields import references
from desktop_app.services.history.naming import Names
from desktop_app.storage.store.work import Work

_KNOWN: Final = frozenset(Classification)
"""Whoever wrote any other word as a class was not the program."""


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
        return _highest(keys, self._now, self._told)


def record_class(work: Work, key: RecordKey, names: Names) -> str:
    """The same of one record: the highest class of itself, of what it belongs to, and of the words of a resolution."""
    keys = frozenset((key, *names.above(key)))
    return _highest(keys, names.classes(), work.audit_rows.classes(keys))


def _highest(
    keys: frozenset[RecordKey], now: Mapping[RecordKey, str | None], told: Mapping[RecordKey, frozenset[str]]
) -> str:
    found = [now.get(key) for key in keys]
    found += [one for key in keys for one in told.get(key, ())]
    return guarded(*(one for one in found if one in _KNOWN))


def _about(entry: AuditEntry, names: Names) -> frozenset[RecordKey]:
    """The records that the entry is about or names, with those that they belong to."""
    return frozenset(one for key in references(entry) for one in (key, *names.above(key)))
