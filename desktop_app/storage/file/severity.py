"""Severity of findings: which of them end all writing, and which are changes of live rows that are listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.schema.guards import APPEND_ONLY, CHILDREN, GRANDCHILDREN, VERSION

FROZEN_TABLES: Final = frozenset({*APPEND_ONLY, *CHILDREN, *GRANDCHILDREN, VERSION})
"""Tables of which no row may differ from its hash, whatever its state."""
OF_ROWS: Final = frozenset({FindingKind.ROW_DIFFERS, FindingKind.ROW_MISSING, FindingKind.ROW_UNKNOWN})
STALE: Final = frozenset({FindingKind.FACTS_STALE, FindingKind.SEARCH_STALE})
"""What is derived is not what the records say, where it cannot be made anew: the records themselves hold."""
_ENDS_WRITING: Final = STALE | frozenset(
    {
        FindingKind.BACKUP_AHEAD,
        FindingKind.CHAIN_BROKEN,
        FindingKind.CHAIN_CUT,
        FindingKind.DAMAGED,
        FindingKind.HASH_DIFFERS,
        FindingKind.OUTSIDE_CHAIN,
        FindingKind.SCHEMA,
        FindingKind.STATE_WITHOUT_ACT,
        FindingKind.UNREADABLE,
    }
)


def ends_writing(finding: Finding) -> bool:
    """Whether the data are open for reading only while this holds."""
    if finding.kind in OF_ROWS:
        return finding.subject in FROZEN_TABLES
    return finding.kind in _ENDS_WRITING


def is_outside_change(finding: Finding) -> bool:
    """Whether another program changed, added or removed a live row: it is listed, and the work goes on."""
    return finding.kind in OF_ROWS and not ends_writing(finding)


def severe(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that end all writing."""
    return tuple(one for one in findings if ends_writing(one))


def outside_changes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that are changes of live rows."""
    return tuple(one for one in findings if is_outside_change(one))
