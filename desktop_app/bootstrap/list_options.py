"""List options: what lists may be narrowed by, as the words and keys of their filters, read whenever one is offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.calendar.jalali import format_long, format_month, iso_text, month_of
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services import list_filters
from desktop_app.text.follow_up import resolutions as resolution_words
from desktop_app.text.follow_up import tasks as task_words
from desktop_app.text.shared import lists as words
from desktop_app.widgets.controls.pill import Party as PartyMarkKind
from desktop_app.widgets.lists.filter_bar import FilterOption
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
        return {party.id: _MARKS[party.code] for party in list_filters.parties_offered(self.office.read)}

    def party_names(self) -> dict[int, tuple[str, PartyMarkKind]]:
        """The short name of each party, and its mark."""
        found = list_filters.parties_offered(self.office.read)
        return {party.id: (party.short_name or party.name, _MARKS[party.code]) for party in found}

    def parties(self) -> Options:
        """The two parties."""
        found = list_filters.parties_offered(self.office.read)
        return tuple(FilterOption(str(party.id), party.name) for party in found)

    def units(self) -> Options:
        """Every unit, party by party, archived ones last."""
        found = list_filters.units_offered(self.office.read)
        return tuple(FilterOption(str(unit.id), unit.short_name or unit.name) for unit in found)

    def axes(self) -> Options:
        """Every axis in its order."""
        found = list_filters.axes_offered(self.office.read)
        return tuple(FilterOption(str(one.id), resolution_words.axis_option(one.code, one.title)) for one in found)

    def meetings(self) -> Options:
        """Meetings that have a number, the newest first, each with its day."""
        found = [
            (one.id, words.meeting_number(one.number or 0), one.day)
            for one in list_filters.meetings_offered(self.office.read)
        ]
        return tuple(
            FilterOption(str(key), f"{name} – {format_long(day)}" if day else name) for key, name, day in found
        )

    def deciding_meetings(self) -> Options:
        """Meetings that adopted a resolution, the newest first."""
        found = list_filters.deciding_meetings_offered(self.office.read)
        return tuple(FilterOption(str(one.id), words.meeting_number(one.number or 0)) for one in found)

    def years(self) -> Options:
        """Jalali years in which a meeting was, the newest first."""
        found = list_filters.years_offered(self.office.read)
        return tuple(FilterOption(str(year), persian_digits(str(year))) for year in found)

    def days(self) -> Options:
        """Last days to look at: today, the end of the week, and the ends of this month and the next ones."""
        today = self.office.clock.today()
        week = list_filters.end_of_week(self.office.read, self.office.clock)
        this = month_of(today)
        ends = [(this.plus(step).last_day, words.end_of(format_month(this.plus(step)))) for step in range(MONTHS_AHEAD)]
        found = {iso_text(today): words.TODAY, iso_text(week): words.END_OF_WEEK}
        for day, label in ends:
            found.setdefault(iso_text(day), label)
        return tuple(FilterOption(day, label) for day, label in found.items())

    def due_days(self) -> Options:
        """Deadlines to look at: the end of the week, of this month and of the next one."""
        week = list_filters.end_of_week(self.office.read, self.office.clock)
        this = month_of(self.office.clock.today())
        ends = {iso_text(week): task_words.END_OF_WEEK}
        ends |= {iso_text(one.last_day): task_words.until(month_name(one.month)) for one in (this, this.plus(1))}
        return tuple(FilterOption(day, label) for day, label in ends.items())


def _number_and_day(meeting: Meeting) -> str:
    number = words.meeting_number(meeting.number or 0)
    return f"{number} – {format_long(meeting.day)}" if meeting.day else number


def worded(words_of: Mapping[str, str], keys: Iterable[StrEnum]) -> Options:
    """The states or kinds of a closed list, by their words."""
    return tuple(FilterOption(key.value, words_of[key.value]) for key in keys)
