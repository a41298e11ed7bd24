"""The frozen history of a record or of the office: what was done, by whom and when, in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One act; ``seq`` is the number of its first entry in the audit table, ``changes`` a line for each field.

    Of several entries each has a line of its own before its fields.
    """

    seq: int
    day: str
    time: str
    actor: str
    act: str
    record: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryDocument:
    """What was done, the newest first, as it stood on ``day``.

    ``record`` is empty for the whole office, ``year`` 0 for all years, ``asked`` what else the entries were narrowed
    to. The letterhead bears the highest classification of the minutes that the entries are about.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    record: str
    year: int
    asked: tuple[str, ...] = ()
    day: str
    lines: tuple[HistoryLine, ...]
    typography: Typography = USUAL
