"""What lists may be narrowed by, read from the open office whenever it is offered: parties, units, axes, meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.committee import PartyCode
from desktop_app.domain.digits import persian_digits
from desktop_app.domain.jalali import format_long, format_month, iso_text, month_of, year_of
from desktop_app.services.ports import Work
from desktop_app.services.reading import parties_of, units_of
from desktop_app.text import lists as words
from desktop_app.text import resolutions as resolution_words
from desktop_app.widgets.filter_bar import FilterOption
from desktop_app.widgets.pill import Party as PartyMarkKind
from desktop_app.wiring import Office

_MARKS = {PartyCode.PROVINCE: PartyMarkKind.GOVERNORATE, PartyCode.CENTER: PartyMarkKind.CENTER}
MONTHS_AHEAD = 4
Options = tuple[FilterOption, ...]


@dataclass(frozen=True, slots=True)
class ListOptions:
    """Each method answers what can be chosen now; before a committee is founded that is nothing."""

    office: Office

    def party_marks(self) -> dict[int, PartyMarkKind]:
        """Which mark each party of the data has."""
        with self.office.read() as work:
            return {party.id: _MARKS[party.code] for party in work.parties.where()}

    def parties(self) -> Options:
        """The two parties."""
        with self.office.read() as work:
            found = [party for key in _committees(work) for party in parties_of(work, key)]
        return tuple(FilterOption(str(party.id), party.name) for party in found)

    def units(self) -> Options:
        """Every unit, party by party, archived ones last."""
        with self.office.read() as work:
            found = [unit for key in _committees(work) for unit in units_of(work, key)]
        ordered = sorted(found, key=lambda unit: unit.archived_on is not None)
        return tuple(FilterOption(str(unit.id), unit.short_name or unit.name) for unit in ordered)

    def axes(self) -> Options:
        """Every axis in its order."""
        with self.office.read() as work:
            found = work.axes.where()
        return tuple(FilterOption(str(one.id), resolution_words.axis_option(one.code, one.title)) for one in found)

    def meetings(self) -> Options:
        """Meetings that have a number, the newest first."""
        with self.office.read() as work:
            found = [(one.number, one.id, one.day) for one in work.meetings.where() if one.number is not None]
        return tuple(
            FilterOption(
                str(key),
                f"{words.meeting_number(number)} – {format_long(day)}" if day else words.meeting_number(number),
            )
            for number, key, day in sorted(found, key=lambda one: -one[0])
        )

    def years(self) -> Options:
        """Jalali years in which a meeting was, the newest first."""
        with self.office.read() as work:
            found = {year_of(one.day) for one in work.meetings.where() if one.day is not None}
        return tuple(FilterOption(str(year), persian_digits(str(year))) for year in sorted(found, reverse=True))

    def days(self) -> Options:
        """Last days to look at: today, the end of the week, and the ends of this month and the next ones."""
        today = self.office.clock.today()
        with self.office.read() as work:
            week = work.calendar().end_of_week(today)
        this = month_of(today)
        ends = [(this.plus(step).last_day, words.end_of(format_month(this.plus(step)))) for step in range(MONTHS_AHEAD)]
        found = {iso_text(today): words.TODAY, iso_text(week): words.END_OF_WEEK}
        for day, label in ends:
            found.setdefault(iso_text(day), label)
        return tuple(FilterOption(day, label) for day, label in found.items())


def worded(words_of: Mapping[str, str], keys: Iterable[StrEnum]) -> Options:
    """The states or kinds of a closed list, by their words."""
    return tuple(FilterOption(key.value, words_of[key.value]) for key in keys)


def _committees(work: Work) -> tuple[int, ...]:
    return tuple(one.id for one in work.committees.where())
