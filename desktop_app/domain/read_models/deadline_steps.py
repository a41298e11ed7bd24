"""Course of a deadline, station by station: adoption, the deadline as agreed, and every extension since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepKind(StrEnum):
    """A station of the deadline's course."""

    ADOPTED = "adopted"
    FIRST = "first"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineStep:
    """One station: its day, which extension it is (from 1), and who granted it why."""

    kind: StepKind
    day: date | None
    number: int = 0
    meeting_number: int | None = None
    reason: str = ""
