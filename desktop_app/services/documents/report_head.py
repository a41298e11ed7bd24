"""Head of every report of the office: parties, letterhead, and the imprint of a paper without a code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from desktop_app.domain.documents.documents import Imprint, Letterhead, Paper, PartyLine
from desktop_app.domain.documents.typography import Typography
from desktop_app.domain.settings import OfficeSettings
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.office.letterhead import logo_of
from desktop_app.services.reading import parties_of, the_committee
from desktop_app.storage.store.work import Work

Document = TypeVar("Document")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """The committee with its parties, the letterhead of the day, and how the office wants its papers set."""

    committee_id: int
    committee: str
    parties: tuple[PartyLine, ...]
    party_ids: tuple[int, ...]
    letterhead: Letterhead
    typography: Typography

    def party(self, party_id: int) -> int:
        """The place of a party on the paper: 0 governorate, 1 Center."""
        return self.party_ids.index(party_id)


def report_head(work: Work, day: date) -> ReportHead:
    """Read it; raises ``RuleBroken("committee_missing")`` while there is no committee."""
    committee = work.committees.get(the_committee(work))
    parties = parties_of(work, committee.id)
    names = tuple(party.name for party in parties)
    settings = work.settings()
    return ReportHead(
        committee_id=committee.id,
        committee=committee.name,
        parties=tuple(PartyLine(name=one.name, short_name=one.brief_name) for one in parties),
        party_ids=tuple(party.id for party in parties),
        letterhead=_letterhead(settings, names, day),
        typography=settings.print_setup.typography,
    )


def _letterhead(settings: OfficeSettings, names: tuple[str, ...], day: date) -> Letterhead:
    return Letterhead(
        parties=settings.letterhead or names, invocation=settings.invocation, day=iso(day), logo=settings.logo
    )


def report_paper(
    context: Context, build: Callable[[Work, ReportHead], Document], day: date | None = None
) -> Paper[Document]:
    """A paper built in one reading; it shows the records of a moment, so it has no code of its own."""
    with context.read() as work:
        head = report_head(work, day if day is not None else context.clock.today())
        document = build(work, head)
        imprint = Imprint(sample=work.settings().sample, made_at=context.clock.instant())
        return Paper(document, replace(imprint, logo=logo_of(work, head.letterhead.logo)))
