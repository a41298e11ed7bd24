"""Findings of a data check, and the report of a salvage: frozen rows with keys, never sentences.

The report has how many rows were kept, and each row that was not, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.papers import Classification


class Reason(StrEnum):
    """Why a row was lost or changed in a salvage."""

    UNREAD = "unread"
    """It was written and cannot be read."""
    DIFFERS = "differs"
    """Its hash is not the one that was written."""
    FOREIGN = "foreign"
    """No act wrote it."""
    PARENT_LOST = "parent_lost"
    """The row that it refers to, or that words it, was not kept."""
    REFUSED = "refused"
    """It breaks a rule of its table."""
    UNPROVEN = "unproven"
    """It was kept; its hash is lost, so that nothing proves it."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row in the salvage report: its table, id, readable name, and the faulty field if there is one."""

    kind: str
    id: int
    reason: Reason
    field: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageReport:
    """The result of a salvage."""

    at: str
    """The instant in UTC."""
    committee: str
    """The name of the committee; empty where it was not kept."""
    kept: int
    """Rows of records that are in the new database."""
    rows: tuple[ListedRow, ...]
    classification: Classification
    """The highest class of any row that was read: names of rows stand in the report."""

    @property
    def lost(self) -> int:
        """Number of rows that were not kept."""
        return sum(one.reason is not Reason.UNPROVEN for one in self.rows)


class FindingKind(StrEnum):
    """A kind of fault in the data."""

    DAMAGED = "damaged"
    """SQLite's own check, or a page that cannot be read."""
    REFERENCE = "reference"
    """A row refers to one that is not there."""
    SCHEMA = "schema"
    """A table, rule or guard is missing, changed or unknown."""
    VALUE = "value"
    """A value that the rules of its table forbid; the detail is the field."""
    UNREADABLE = "unreadable"
    """A step of the check met what it cannot read; the detail is the cause."""
    RESOLUTION_WITHOUT_CLAUSE = "resolution_without_clause"
    RESOLUTION_OF_OTHER_MEETING = "resolution_of_other_meeting"
    CLAUSE_WITHOUT_RESOLUTION = "clause_without_resolution"
    RESOLUTION_WITHOUT_NUMBER = "resolution_without_number"
    TASK_MISSING = "task_missing"
    TASK_WITHOUT_NUMBER = "task_without_number"
    DRAFT_WITH_ACTS = "draft_with_acts"
    """A meeting stands as a draft though acts moved it on."""
    HASH_DIFFERS = "hash_differs"
    """The frozen text of a version, or of a letter that was sent, is not the one its code was made from."""
    ROW_DIFFERS = "row_differs"
    """A row is not what was last written."""
    ROW_MISSING = "row_missing"
    """A row that was written is gone."""
    ROW_UNKNOWN = "row_unknown"
    """A row that no act wrote."""
    CHAIN_BROKEN = "chain_broken"
    """A link of the chain does not follow from the entries, acts and hashes that it covers."""
    CHAIN_CUT = "chain_cut"
    """The newest rows of a table that only grows are gone."""
    OUTSIDE_CHAIN = "outside_chain"
    """An entry or an act that no link covers."""
    STATE_WITHOUT_ACT = "state_without_act"
    """A version stands in a state that no recorded act, or too few signatures, led to."""
    PAPER_UNKNOWN = "paper_unknown"
    """A code that was read from a paper is neither that of frozen minutes nor of a link of the chain."""
    FILE_MISSING = "file_missing"
    """The bytes of an attached file are not in the store; the detail names it with its records."""
    FILE_ALTERED = "file_altered"
    """The bytes in the store are not those that were attached; the detail names it with its records."""
    BACKUP_AHEAD = "backup_ahead"
    """The newest backup beside the data goes further than they do, or is of another committee."""
    SEARCH_STALE = "search_stale"
    """Records that search would miss."""
    FACTS_STALE = "facts_stale"
    """A resolution that the lists would show or count wrongly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault in the data: ``subject`` is a table or a schema object, ``id`` its row (0 for none)."""

    kind: FindingKind
    subject: str
    id: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCheck:
    """The findings of a complete check: of the records, and of the attached files."""

    records: tuple[Finding, ...] = ()
    files: tuple[Finding, ...] = ()
    remade: bool = False
    """What search and lists are asked through was not what the records say, and was made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideChange:
    """A row that another program changed, added or removed."""

    kind: FindingKind
    """``ROW_DIFFERS``, ``ROW_UNKNOWN`` (added) or ``ROW_MISSING`` (removed)."""
    table: str
    id: int
    old: Mapping[str, object] | None
    """By field: what the program wrote last; None where neither the newest backup nor the history tells it."""
    new: Mapping[str, object] = field(default_factory=dict)
    """By field: what is there now, of the fields that differ, or of all where the old values are not known."""
    seen: str = ""
    """The hash of the row as it was read here; empty where it is gone."""
