"""State of the office, read before a page is shown: founding, clock, holidays.

The clock is doubted when today lies before a recorded act, or more than 45 days after all of them. What was recorded
under a wrong clock does not make it right: each start asks again until the operator confirms the clock, which is an
entry of the history. Instants are UTC: the time zone of the machine changes no answer. The table of official holidays
is read whole and saved as what the operator changed of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable, WorkCalendar, require_name
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import Letterhead


MOST_DAYS_AHEAD = 45


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """A doubt about today: ``days`` before a recorded act, or unusually many days after ``last_day``."""

    behind: bool
    days: int
    last_day: date
    today: date


def clock_doubt(context: Context) -> ClockDoubt | None:
    """Compare today with the recorded days since the clock was confirmed; None without a doubt."""
    with context.read() as work:
        days = [date.fromisoformat(one) for one in work.recorded_days()]
    if not days:
        return None
    today, latest = date.fromisoformat(context.clock.instant()[:10]), max(days)
    if today < latest:
        return ClockDoubt(behind=True, days=(latest - today).days, last_day=latest, today=today)
    found, before = None, days[0]
    for day in (*days, today):
        if (day - before).days > MOST_DAYS_AHEAD:
            found = ClockDoubt(behind=False, days=(day - before).days, last_day=before, today=today)
        before = max(before, day)
    return found


def require_clock(context: Context) -> None:
    """Raise ``RuleBroken`` when the clock is in doubt, for callers that cannot ask the operator."""
    doubt = clock_doubt(context)
    if doubt is None:
        return
    key = "clock_behind" if doubt.behind else "clock_ahead"
    raise RuleBroken(key, days=doubt.days, last_day=doubt.last_day, today=doubt.today)


def confirm_clock(context: Context) -> Outcome:
    """Record that the operator confirmed the clock."""
    with context.write() as work:
        work.audit("clock_confirmed", "office", 0)
        return work.record(Outcome(changed=Changed.NOTHING))


def holiday_table(context: Context) -> HolidayTable:
    """Return the stored holiday table."""
    with context.read() as work:
        return _table(work)


def holiday_refusals(context: Context, table: HolidayTable) -> tuple[RuleBroken, ...]:
    """Return the refusals to save the table, by day."""
    found = []
    for row in table.rows:
        try:
            _checked(context.paper, row)
        except RuleBroken as broken:
            found.append(broken)
    return tuple(found)


def save_holidays(context: Context, table: HolidayTable, seen: HolidayTable) -> Outcome:
    """Store the differences from the ``seen`` table; days added meanwhile stay.

    Deadlines that were given stay as they are: their day was computed when they were given.
    """
    put = [_checked(context.paper, row) for row in table.rows if row != seen.of_day(row.day)]
    gone = [row.day for row in seen.rows if table.of_day(row.day) is None]
    if not put and not gone:
        return Outcome(changed=Changed.NOTHING)
    with context.write() as work:
        before = _table(work)
        work.put_holidays({row.day: row.name for row in put}, frozenset(row.day for row in put if row.estimated))
        work.drop_holidays(gone)
        work.audit(
            "changed",
            "holiday",
            0,
            at=context.clock.instant(),
            before=_plain([row for row in before.rows if row.day in {*gone, *(one.day for one in put)}]),
            after=_plain(put),
        )
        return work.record(Outcome(changed=Changed.SETTINGS))


def _table(work: Work) -> HolidayTable:
    calendar = work.calendar()
    return HolidayTable(
        tuple(Holiday(day, calendar.holidays[day], day in calendar.estimates) for day in sorted(calendar.holidays))
    )


def _checked(paper: PaperCapabilities, row: Holiday) -> Holiday:
    try:
        require_name(row.name)
        return replace(row, name=clean_text(paper, row.name, "name").strip())
    except RuleBroken as broken:
        raise broken.beside(f"name {row.day.isoformat()}") from broken


def _plain(rows: list[Holiday]) -> list[dict[str, object]]:
    return [{"day": row.day.isoformat(), "name": row.name, "estimated": row.estimated} for row in rows]


@dataclass(frozen=True, slots=True)
class OfficeState:
    """Whether a committee is founded, and whether it is demo data."""

    founded: bool
    sample: bool


def office_state(context: Context) -> OfficeState:
    """Read the state of the office."""
    with context.read() as work:
        return OfficeState(bool(work.committees.where()), work.settings().sample)


def office_calendar(context: Context) -> WorkCalendar:
    """Return the work calendar of the office: weekend and holidays."""
    with context.read() as work:
        return work.calendar()


def office_letterhead(context: Context) -> Letterhead:
    """Return the letterhead of the office: its own lines, else the party names."""
    from desktop_app.domain.documents.documents import Letterhead

    with context.read() as work:
        settings = work.settings()
        lines = settings.letterhead or tuple(party.name for party in work.parties.where())
        return Letterhead(parties=lines, invocation=settings.invocation)
