"""Office state: what the window asks before it shows a page, and the facts that stand behind several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.services.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import Letterhead


@dataclass(frozen=True, slots=True)
class OfficeState:
    """Whether there is a committee, and whether it is that of the demo data."""

    founded: bool
    sample: bool


def office_state(context: Context) -> OfficeState:
    """How far the data folder has come."""
    with context.read() as work:
        return OfficeState(bool(work.committees.where()), work.settings().sample)


def office_calendar(context: Context) -> WorkCalendar:
    """Weekend and holidays of the office."""
    with context.read() as work:
        return work.calendar()


def office_letterhead(context: Context) -> Letterhead:
    """The lines above a letter of the office: its own, else the names of the parties."""
    from desktop_app.domain.documents.documents import Letterhead

    with context.read() as work:
        settings = work.settings()
        lines = settings.letterhead or tuple(party.name for party in work.parties.where())
        return Letterhead(parties=lines, invocation=settings.invocation)
