"""The document of a delivery slip: outgoing letters that go by hand and that nobody is recorded to have received."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.delivery_slip_document import DeliveryLine, DeliverySlipDocument
from desktop_app.domain.documents.papers import highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, RegisterView
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import Paper
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.ports import Work
from desktop_app.services.row_lists import EVERYTHING

MOST: Final = 500
"""So many letters no round carries out."""
_BY_HAND: Final = (SendingWay.BY_HAND, SendingWay.OTHER)
"""Ways on which a letter is handed over; of what was only printed or saved the way is not told."""


def delivery_slip_paper(context: Context, query: ListQuery = EVERYTHING) -> Paper[DeliverySlipDocument]:
    """The letters that a list shows, as far as they are still to be handed over; the oldest first.

    Raises ``RuleBroken("delivery_of_nothing")`` where there is none.
    """
    ways = [one for one in query.filters if one.key is FilterKey.WAY]
    usual = tuple(Filter(FilterKey.WAY, way.value) for way in _BY_HAND) if not ways else ()
    narrowed = ListQuery(
        query.search, RegisterView.OUTGOING.value, (*query.filters, *usual), sort="day", descending=False
    )

    def build(work: Work, head: ReportHead) -> DeliverySlipDocument:
        """The letters as this reading of the storage shows them."""
        rows = work.register_rows.fetch(work.register_rows.ids(narrowed))
        waiting = [one for one in rows if not one.struck and not one.received_by]
        if not waiting:
            raise RuleBroken("delivery_of_nothing")
        if len(waiting) > MOST:
            raise RuleBroken("letters_too_many", field="year", count=len(waiting), most=MOST)
        guarded = highest(one.classification for one in waiting)
        return DeliverySlipDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=replace(head.letterhead, classification=guarded.value),
            parties=head.parties,
            day=iso(context.clock.today()),
            lines=tuple(
                DeliveryLine(
                    year=one.year,
                    row=one.row,
                    number=one.number,
                    day=iso(one.day),
                    addressee=one.party,
                    subject=one.subject,
                )
                for one in waiting
            ),
        )

    return report_paper(context, build)
