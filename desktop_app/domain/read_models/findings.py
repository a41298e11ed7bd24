"""Findings of a check of the data: frozen rows with keys, never sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class FindingKind(StrEnum):
    """One way in which the data can be wrong."""

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
    """A meeting stands as a draft though acts moved it on: it was lost, and nothing that came over tells its day."""
    HASH_DIFFERS = "hash_differs"
    """The frozen text of a version, or of a letter that was sent, is not the one its code was made from."""
    SNAPSHOT_DIFFERS = "snapshot_differs"
    """The frozen text and the records of its version differ; the detail is the part, its place and the field."""
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
    FILE_UNREAD = "file_unread"
    """A backup lacks a file that could not be read when it was made."""
    OTHER_COMMITTEE = "other_committee"
    """The newest backup beside the data is of another committee; the detail names that of the data."""
    SEARCH_STALE = "search_stale"
    """Records that search would miss."""
    FACTS_STALE = "facts_stale"
    """A resolution that the lists would show or count wrongly."""


_COVERED: Final = re.compile(r"(?:after \d+: )?audit (\d+)-(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: ``subject`` is a table or an object of the schema, ``id`` its row (0 for none)."""

    kind: FindingKind
    subject: str
    id: int = 0
    detail: str = ""
    name: str = field(default="", compare=False, repr=False)
    """Number, name or title of its record, where that was read together with what was found.

    It may be that of a person, and whoever writes a finding into a log shall not write that.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCheck:
    """What a check of everything found: of the records, and of attached files, without which the work goes on."""

    records: tuple[Finding, ...] = ()
    files: tuple[Finding, ...] = ()
    remade: bool = False
    """What search and lists are asked through was not what the records say, and was made anew."""
    left: tuple[Finding, ...] = ()
    """What an accepted recovery told of and is wrong still; the work goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveredOnce:
    """One recovery that the data themselves record."""

    at: str
    missing: int
    """Records that did not come over as they were written, as far as they were known."""
    written: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of the kinds of which fewer came: how many were once written, and how many came."""


def doubted_entries(findings: Iterable[Finding]) -> frozenset[int]:
    """The entries of the audit table with which the chain does not agree, as far as the check looked."""
    return frozenset(_doubted(findings))


def _doubted(findings: Iterable[Finding]) -> Iterator[int]:
    for one in findings:
        covered = _COVERED.fullmatch(one.detail) if one.kind is FindingKind.CHAIN_BROKEN else None
        if covered is not None:
            yield from range(int(covered[1]), int(covered[2]) + 1)
        elif one.kind is FindingKind.OUTSIDE_CHAIN and one.subject == "audit" and one.id:
            yield one.id
