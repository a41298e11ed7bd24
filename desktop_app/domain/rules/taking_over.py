"""Taking over a committee that met before its records began here: where the numbers and the months go on from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOver:
    """What was told of the time before: never changed or removed; of several the newest holds.

    ``year`` and ``month`` (Jalali) are the first month of the records; months before it are «پیش از ثبت».
    """

    id: int = 0
    committee_id: int
    year: int
    month: int
    last_meeting: int
    last_number: str = ""
    last_serial: int = 0
    at: str
    actor: str
