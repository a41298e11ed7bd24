"""The document of the register of incoming and outgoing papers, whole or as a list of it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.domain.calendar.jalali import require_month
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letters_register_document import LetterEntry, LettersRegisterDocument
from desktop_app.domain.documents.papers import highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery, RegisterView
from desktop_app.domain.read_models.rows import RegisterRow
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.storage.store.work import Work

MOST: Final = 5000
"""So many rows a paper holds: about three hundred pages."""
SHOWN: Final = frozenset({RegisterView.INCOMING, RegisterView.OUTGOING})
"""Views that are a register of their own."""


def letters_register_paper(
    context: Context, year: int | None = None, query: ListQuery = EVERYTHING
) -> Paper[LettersRegisterDocument]:
    """Both registers, or what a list of them shows; of one Jalali year where it is given; the oldest first."""
    filters = query.filters
    if year is not None:
        require_month(year, 1)
        filters = (
            *(one for one in filters if one.key not in (FilterKey.YEAR, FilterKey.MONTH)),
            Filter(FilterKey.YEAR, str(year)),
        )
    narrowed = replace(query, filters=filters, sort="day", descending=False, group="")

    def build(work: Work, head: ReportHead) -> LettersRegisterDocument:
        """The registers as this reading of the storage shows them."""
        ids = work.register_rows.ids(narrowed)
        if len(ids) > MOST:
            raise RuleBroken("letters_too_many", field="year", count=len(ids), most=MOST)
        rows = work.register_rows.fetch(ids)
        return LettersRegisterDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=replace(head.letterhead, classification=highest(one.classification for one in rows).value),
            parties=head.parties,
            view=query.view if query.view in SHOWN else RegisterView.ALL.value,
            year=year or 0,
            asked=tuple(context.paper.history.asked(_beside_year(query, year))),
            day=iso(context.clock.today()),
            entries=tuple(_entry(row) for row in rows),
        )

    return report_paper(context, build)


def _beside_year(query: ListQuery, year: int | None) -> ListQuery:
    """What is asked besides a year that stands in the title."""
    return replace(query, filters=tuple(one for one in query.filters if year is None or one.key is not FilterKey.YEAR))


def _entry(row: RegisterRow) -> LetterEntry:
    return LetterEntry(
        outgoing=row.outgoing,
        year=row.year,
        row=row.row,
        number=row.number,
        day=iso(row.day),
        paper_day=iso(row.paper_day),
        party=row.party,
        subject=row.subject,
        classification=row.classification.value,
        way=row.way.value if row.way is not None else "",
        received_by=row.received_by,
        received_on=iso(row.received_on),
        struck=row.struck_reason,
    )
