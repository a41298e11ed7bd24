"""The document of a delivery slip: outgoing letters of one run, each with room for whoever receives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app.domain.documents.delivery_slip_document import DeliveryLine, DeliverySlipDocument
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.papers import highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.registered_papers import HANDED_OVER, OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.storage.store.work import Work

MOST: Final = 500
"""So many letters no round carries out."""


def delivery_slip_paper(
    context: Context, sent_on: date | None = None, papers: Sequence[int] = ()
) -> Paper[DeliverySlipDocument]:
    """The letters that were chosen, or those of one day that may go by hand; without a day those of all days.

    What was struck, or is recorded to have been received, is left out. Raises ``RuleBroken("delivery_of_nothing")``
    where none is left.
    """

    def build(work: Work, head: ReportHead) -> DeliverySlipDocument:
        """The letters as this reading of the storage shows them."""
        waiting = _waiting(work, sent_on, papers)
        if not waiting:
            narrowed = bool(papers) or sent_on is not None
            raise RuleBroken("delivery_of_nothing", field="sent_on", narrowed=narrowed)
        if len(waiting) > MOST:
            raise RuleBroken("letters_too_many", field="sent_on", count=len(waiting), most=MOST)
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
                    addressee=one.addressee,
                    subject=one.subject,
                )
                for one in sorted(waiting, key=lambda one: (one.day, one.year, one.row))
            ),
        )

    return report_paper(context, build)


def _waiting(work: Work, sent_on: date | None, papers: Sequence[int]) -> list[OutgoingPaper]:
    if papers:
        found = work.outgoing_papers.where(id=tuple(papers), struck_on=None, received_by="")
    else:
        of_day = {} if sent_on is None else {"day": sent_on}
        found = work.outgoing_papers.where(struck_on=None, received_by="", way=HANDED_OVER, **of_day)
    return list(found)
