"""The frozen register of outgoing and incoming papers (دفتر صادره و وارده), as it stood on one day."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEntry:
    """One row of a register: ``day`` is when the paper came in or went out, ``paper_day`` the one that it bears.

    ``way`` is a key of :class:`~desktop_app.domain.rules.invitations.SendingWay`, empty for what came in;
    ``struck`` is the reason for which the row was struck, empty while it stands.
    """

    outgoing: bool
    year: int
    row: int
    number: str
    day: str
    paper_day: str = ""
    party: str
    subject: str
    classification: str
    way: str = ""
    received_by: str = ""
    received_on: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersRegisterDocument:
    """The rows in the order of their days; ``view`` names the registers that are shown.

    ``year`` is 0 for all years; ``asked`` says what they were narrowed to.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    view: str
    year: int
    asked: tuple[str, ...] = ()
    day: str
    entries: tuple[LetterEntry, ...]
    typography: Typography = USUAL
