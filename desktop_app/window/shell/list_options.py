"""Options of the list filters, read each time a filter is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.calendar.jalali import format_long, format_month, iso_text, month_of
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.widgets.controls.pill import Party as PartyMarkKind
from desktop_app.widgets.lists.filter_bar import FilterOption
from desktop_app.window.shell.calendar import ActNotifier
from desktop_app.wiring import Office
from desktop_app.words import lists as words
from desktop_app.words import resolutions as resolution_words
from desktop_app.words import tasks as task_words

_MARKS = {PartyCode.PROVINCE: PartyMarkKind.GOVERNORATE, PartyCode.CENTER: PartyMarkKind.CENTER}
MONTHS_AHEAD = 4
T = TypeVar("T")


class ListOptions:
    """Each method returns the present options; before the committee is founded there are none.

    What was read is kept until an :class:`ActNotifier` among the owners of pages tells of an act.
    """

    def __init__(self, office: Office, parent: QObject) -> None:
        self._office = office
        self._answers: dict[Callable[[Context], object], Any] = {}
        if isinstance(parent, ActNotifier):
            parent.changed.connect(self._forget)

    def party_marks(self) -> dict[int, PartyMarkKind]:
        """Return the mark of each party, by its id."""
        return {party.id: _MARKS[party.code] for party in self._ask(lists.parties_offered)}

    def party_names(self) -> dict[int, tuple[str, PartyMarkKind]]:
        """Return the short name and the mark of each party."""
        found = self._ask(lists.parties_offered)
        return {party.id: (party.brief_name, _MARKS[party.code]) for party in found}

    def parties(self) -> tuple[FilterOption, ...]:
        """Return the two parties."""
        found = self._ask(lists.parties_offered)
        return tuple(FilterOption(str(party.id), party.name) for party in found)

    def units(self) -> tuple[FilterOption, ...]:
        """Return all units, party by party, archived ones last."""
        found = self._ask(lists.units_offered)
        return tuple(FilterOption(str(unit.id), unit.brief_name) for unit in found)

    def axes(self) -> tuple[FilterOption, ...]:
        """Return all axes in their order."""
        found = self._ask(lists.axes_offered)
        return tuple(FilterOption(str(one.id), resolution_words.axis_option(one.code, one.title)) for one in found)

    def meetings(self) -> tuple[FilterOption, ...]:
        """Return the meetings that have a number, newest first, each with its day."""
        found = [(one.id, words.meeting_number(one.number or 0), one.day) for one in self._ask(lists.meetings_offered)]
        return tuple(
            FilterOption(str(key), f"{name} – {format_long(day)}" if day else name) for key, name, day in found
        )

    def deciding_meetings(self) -> tuple[FilterOption, ...]:
        """Return the meetings that adopted a resolution, newest first."""
        found = self._ask(lists.deciding_meetings_offered)
        return tuple(FilterOption(str(one.id), words.meeting_number(one.number or 0)) for one in found)

    def years(self) -> tuple[FilterOption, ...]:
        """Return the Jalali years with a meeting, newest first."""
        found = self._ask(lists.years_offered)
        return tuple(FilterOption(str(year), persian_digits(str(year))) for year in found)

    def days(self) -> tuple[FilterOption, ...]:
        """Return the days that a filter offers as last day: today, end of week, ends of months."""
        today = self._office.clock.today()
        week = self._ask(self._end_of_week)
        this = month_of(today)
        ends = [(this.plus(step).last_day, words.end_of(format_month(this.plus(step)))) for step in range(MONTHS_AHEAD)]
        found = {iso_text(today): words.TODAY, iso_text(week): words.END_OF_WEEK}
        for day, label in ends:
            found.setdefault(iso_text(day), label)
        return tuple(FilterOption(day, label) for day, label in found.items())

    def due_days(self) -> tuple[FilterOption, ...]:
        """Return the deadlines that a filter offers: end of this week, this month and the next."""
        week = self._ask(self._end_of_week)
        this = month_of(self._office.clock.today())
        ends = {iso_text(week): task_words.END_OF_WEEK}
        ends |= {iso_text(one.last_day): task_words.until(month_name(one.month)) for one in (this, this.plus(1))}
        return tuple(FilterOption(day, label) for day, label in ends.items())

    # ---- inside

    def _ask(self, question: Callable[[Context], T]) -> T:
        if question not in self._answers:
            self._answers[question] = question(self._office.context)
        answer: T = self._answers[question]
        return answer

    def _end_of_week(self, context: Context) -> date:
        return lists.end_of_week(context)

    def _forget(self, _changed: object) -> None:
        self._answers.clear()
