"""The attendance sheet of a meeting: who is expected, by party, with room to sign and blank rows for others."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.documents.attendance_sheet_document import AttendanceSheetDocument, SheetSeat
from desktop_app.domain.documents.documents import GuestLine, Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterSaid
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.meetings import BEFORE_INVITING
from desktop_app.domain.rules.members import SeatRole
from desktop_app.services.context import Context
from desktop_app.services.documents.invitation_document import invited, standing_meeting
from desktop_app.services.documents.letter_parts import (
    called,
    imprint_of_letter,
    letterhead_of,
    officer_of,
    typography_of,
)
from desktop_app.services.documents.minutes_lines import party_lines
from desktop_app.services.reading import holders_of, parties_of

BLANK_ROWS = 1
"""Blank rows below the seats of a party."""
BLANK_GUESTS = 4
"""Blank rows below the guests."""


def attendance_sheet_paper(
    context: Context,
    meeting_id: int,
    *,
    blank_rows: int = BLANK_ROWS,
    blank_guests: int = BLANK_GUESTS,
) -> Paper[AttendanceSheetDocument]:
    """The sheet for the pen; draft until the meeting was convened. Raises ``RuleBroken("paper_of_cancelled")``."""
    with context.read() as work:
        meeting = standing_meeting(work, meeting_id)
        day = meeting.day or context.clock.today()
        parties = parties_of(work, meeting.committee_id)
        filled = len(holders_of(work, meeting.committee_id, day))
        expected = invited(work, meeting, day)
        head = letterhead_of(work, meeting.committee_id, LetterSaid(day=meeting.day))
        document = AttendanceSheetDocument(
            committee=work.committees.get(meeting.committee_id).name,
            letterhead=head,
            parties=party_lines(parties),
            meeting=called(work, meeting),
            seats=_seats(expected, parties),
            guests=tuple(GuestLine(name=one.name, post=one.post) for one in expected if one.guest),
            blank_rows=blank_rows,
            blank_guests=blank_guests,
            needed=work.settings().quorum.needed(filled),
            filled=filled,
            chair=meeting.chair or officer_of(work, meeting.committee_id, day, SeatRole.CHAIR).name,
            secretary=meeting.secretary or officer_of(work, meeting.committee_id, day, SeatRole.SECRETARY).name,
            typography=typography_of(work.settings()),
        )
        return Paper(document, imprint_of_letter(work, context.clock, head, draft=meeting.state in BEFORE_INVITING))


def _seats(expected: Sequence[AddresseeLine], parties: Sequence[Party]) -> tuple[SheetSeat, ...]:
    places = {party.name: place for place, party in enumerate(parties)}
    return tuple(
        SheetSeat(name=one.name, post=one.post, party=places[one.party], in_place_of=one.in_place_of)
        for one in expected
        if not one.guest
    )
