"""The month ledger (جدول ماه‌ها): what became of each Jalali month of the committee.

Only the excuse of a month is stored (:class:`MonthAct`); everything else is computed from the meetings and today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MonthState(StrEnum):
    """Where a month stands; «missed» is computed when the month has ended."""

    EXPECTED = "expected"
    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    EXCUSED = "excused"


class MonthActKind(StrEnum):
    """A missed month is excused for a reason, or the excuse is taken back."""

    EXCUSED = "excused"
    EXCUSE_TAKEN_BACK = "excuse_taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAct:
    """One act on a Jalali month: who, when, why. Never changed or removed."""

    id: int = 0
    committee_id: int
    year: int
    month: int
    kind: MonthActKind
    day: date
    at: str
    actor: str
    reason: str = ""
