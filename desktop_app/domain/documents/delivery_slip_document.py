"""The frozen delivery slip (برگهٔ تحویل): letters that go by hand, each with room for whoever receives it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    """One letter: its row in the register of outgoing papers, its number and day, to whom and about what."""

    year: int
    row: int
    number: str
    day: str
    addressee: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySlipDocument:
    """What one round carries out, in the order of the register."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    day: str
    lines: tuple[DeliveryLine, ...]
    typography: Typography = USUAL
