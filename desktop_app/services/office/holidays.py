"""The table of official holidays: read whole, saved as what the operator changed of it."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.holiday_table import HolidayTable, require_name
from desktop_app.domain.calendar.workdays import Holiday
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work


def holiday_table(context: Context) -> HolidayTable:
    """The table as it stands."""
    with context.read() as work:
        return _table(work)


def holiday_refusals(context: Context, table: HolidayTable) -> tuple[RuleBroken, ...]:
    """Everything that forbids to save the table, in the order of the days; each names its day."""
    found = []
    for row in table.rows:
        try:
            _checked(context.paper, row)
        except RuleBroken as broken:
            found.append(broken)
    return tuple(found)


def save_holidays(context: Context, table: HolidayTable, seen: HolidayTable) -> Outcome:
    """Store what differs from the table that was ``seen``; days that another act added meanwhile stay.

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
        return replace(row, name=taken(paper, row.name, "name").strip())
    except RuleBroken as broken:
        raise broken.beside(f"name {row.day.isoformat()}") from broken


def _plain(rows: list[Holiday]) -> list[dict[str, object]]:
    return [{"day": row.day.isoformat(), "name": row.name, "estimated": row.estimated} for row in rows]
