"""The frozen report of a salvage: the rows of a damaged database that were not kept."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import Letterhead, PartyLine

SCHEMA = 1
TEMPLATE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """One lost row, or several consecutive rows."""

    record: str
    """Its kind in words."""
    name: str
    """What could be read of its name, else its number in its table."""
    reason: str
    """Why it is listed, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageContents:
    """The text of the salvage report; the window shows it, too."""

    summary: str
    """How many rows were kept and how many were not, in words."""
    sources: tuple[str, ...]
    """What was read, and where it is kept."""
    listed: tuple[ListedRecord, ...]
    """The rows that were not kept, and those that nothing proves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageReportDocument:
    """The salvage report as of ``day``; its class is the highest of all readable records."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    day: str
    time: str
    """When the damaged file was read."""
    contents: SalvageContents
    """What it says."""
    typography: Typography = USUAL
