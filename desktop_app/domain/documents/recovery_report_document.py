"""The frozen report of a recovery: what of the records came over and which did not, in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRecord:
    """One record that did not come over as it was written."""

    record: str
    """Its kind in words."""
    id: int
    """Its number in its table."""
    name: str
    """What could be read of it; empty where nothing could."""
    fate: str
    """What became of it, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameOver:
    """One kind of records."""

    record: str
    """The kind in words."""
    came: int
    """How many rows came over."""
    unproven: int
    """Of how many of them no hash is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryContents:
    """What the report says, as the window shows it, too."""

    summary: str
    """How many rows came over and how many did not, in words."""
    sources: tuple[str, ...]
    """What was read, and where it is kept."""
    missing: tuple[MissingRecord, ...]
    """The records that did not come over as they were written."""
    left: tuple[str, ...]
    """What the check says of the recovered records."""
    chain: str
    """What of the chain of entries stays, in words."""
    tables: tuple[CameOver, ...]
    """What came over, kind by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryReportDocument:
    """The report as it stood on ``day``; the letterhead bears the highest class of all that could be read."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    day: str
    time: str
    """When the damaged file was read."""
    contents: RecoveryContents
    """What it says."""
    typography: Typography = USUAL
