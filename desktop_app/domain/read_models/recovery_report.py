"""Report of a recovery: what of each table came over, and which records did not, each with its name where known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.findings import Finding


class Fate(StrEnum):
    """What became of a record that is not as it was written."""

    LOST = "lost"
    """It was written and cannot be read; nothing stands in its place."""
    DIFFERS = "differs"
    """It is not what was written, and was left out; its name is what could be read of it."""
    UNKNOWN = "unknown"
    """No act wrote it; it was left out."""
    REFUSED = "refused"
    """A rule of its table forbids it, or what it belongs to is lost; it was left out."""
    MARKED = "marked"
    """It differs and others belong to it: it came over with a question mark before each of its words."""
    EMPTY = "empty"
    """It is lost and others belong to it: an empty record with a question mark stands in its place."""
    PARTY_UNKNOWN = "party_unknown"
    """Likewise, and nothing tells of which party it was: the empty record stands under the first one."""

    TIME_UNKNOWN = "time_unknown"
    """It came over, but for an instant that no calendar knows: the first that can be shown stands in its place."""


STANDING: Final = frozenset({Fate.MARKED, Fate.EMPTY, Fate.PARTY_UNKNOWN})
"""Fates of records in whose place something stands, with a question mark."""


COUNTED: Final = ("meeting", "minutes_version", "resolution", "incoming_paper", "outgoing_paper")
"""Kinds of records by which an office counts, and which it hardly ever takes away."""


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """One record that did not come over as it was written."""

    kind: str
    id: int
    fate: Fate
    name: str = ""


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table: how many rows came over unmarked, and how many of them no hash, nor any link, proves."""

    kind: str
    came: int
    unproven: int = 0
    given: int = 0
    """How many were ever written, as SQLite's counter of keys tells; 0 where that says nothing of a loss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryReport:
    """What a recovered database holds, before it takes the place of the damaged one."""

    at: str
    tables: tuple[TableReport, ...]
    records: tuple[NamedRecord, ...]
    links_kept: int
    """Links of the chain that follow from all they cover; a new one covers the rest."""
    links_found: int
    classification: Classification = Classification.NORMAL
    """The highest class of anything that could be read; the report names records by their words."""
    all_known: bool = True
    """No hash is lost, so that every row which was written is known; else more is lost than ``records`` tell."""
    left: tuple[Finding, ...] = ()
    """What the check says of the recovered database."""
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """By kind and id: what names the records of ``left``; of minutes their meeting, of a task its resolution."""

    @property
    def whole(self) -> bool:
        """Whether every record came over as it was written, and the chain follows over all of them."""
        chained = self.links_kept == self.links_found
        return self.all_known and chained and not (self.records or self.unproven or self.left)

    @property
    def scarce(self) -> tuple[TableReport, ...]:
        """Of what an office counts by: the kinds of which fewer came over than were once written."""
        return tuple(one for one in self.tables if one.given > one.came)

    @property
    def came(self) -> int:
        """Rows that came over."""
        return sum(one.came for one in self.tables)

    @property
    def unproven(self) -> int:
        """How many of them nothing proves; where a hash tells a higher class than the one that was read, that came."""
        return sum(one.unproven for one in self.tables)

    def of(self, fate: Fate) -> Iterator[NamedRecord]:
        """The records of one fate."""
        return (one for one in self.records if one.fate is fate)
