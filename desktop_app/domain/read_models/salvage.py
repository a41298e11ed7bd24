"""Report of a salvage: how many rows of a damaged database were kept, and each row that was not, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.documents.papers import Classification


class Reason(StrEnum):
    """Why a row is listed."""

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
    """One row: its table and id, what could be read of its name, and the field where one is the reason."""

    kind: str
    id: int
    reason: Reason
    field: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageReport:
    """What a salvage made."""

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
        """How many rows were not kept."""
        return sum(one.reason is not Reason.UNPROVEN for one in self.rows)
