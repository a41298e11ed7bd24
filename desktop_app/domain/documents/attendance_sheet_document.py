"""The frozen document of the attendance sheet (برگهٔ حضور و غیاب) on which the room signs with a pen."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, GuestLine, Letterhead, PartyLine
from desktop_app.domain.documents.letter_lines import CalledMeeting
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeat:
    """One row for the pen; ``in_place_of`` is the holder for whom an alternate or substitute is expected."""

    name: str
    post: str
    party: int
    in_place_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheetDocument:
    """The sheet of one meeting: seats by party, guests, and blank rows for whoever else comes.

    ``needed`` is the number of seats of a quorum, ``filled`` of how many it is counted.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    meeting: CalledMeeting
    seats: tuple[SheetSeat, ...]
    guests: tuple[GuestLine, ...]
    blank_rows: int = 0
    """Blank rows below the seats of each party, for substitutes."""
    blank_guests: int = 0
    """Blank rows below the guests."""
    needed: int
    filled: int
    chair: str = ""
    secretary: str = ""
    typography: Typography = USUAL
