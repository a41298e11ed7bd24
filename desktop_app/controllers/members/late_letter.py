"""Letter to a party that has not named its representatives in time, as an order of the page of papers."""

from __future__ import annotations

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.documents.letter_lines import LetterSaid
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.members_sheet import MembersSheet
from desktop_app.text.office import late_nomination as words
from desktop_app.views.members.members_head import late_clock


def late_letter(sheet: MembersSheet, party_id: int) -> PaperOrder | None:
    """A free letter to whoever signed for the party; none where it is not late."""
    party = next((one for one in sheet.parties if one.party.id == party_id), None)
    clock = late_clock(party) if party is not None else None
    if party is None or clock is None or sheet.signed_on is None:
        return None
    told = party.party
    return PaperOrder(
        kind=PaperKind.LETTER,
        to=told.signatory or told.name,
        to_post=told.signatory_post,
        text=words.text(told.name, format_long(sheet.signed_on), format_long(clock.due), clock.days_late),
        said=LetterSaid(subject=words.SUBJECT),
        record=f"party:{told.id}",
    )
