"""The list of meetings: its columns, saved views and filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import JalaliMonth, format_date, format_month, weekday_name
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, MeetingView
from desktop_app.domain.read_models.rows import MeetingRow
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.domain.text.digits import persian_digits, persian_time
from desktop_app.tables.window_model import Column
from desktop_app.text.meetings import meetings as meeting_words
from desktop_app.text.shared import lists as words
from desktop_app.text.shared import states
from desktop_app.text.shared.parts import filled
from desktop_app.views.lists.list_spec import Emptiness, ListSpec, SavedView
from desktop_app.views.state_format import meeting_content, minutes_content
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec
from desktop_app.widgets.style.tokens import Tone

Years = Callable[[], Sequence[int]]


def month_value(year: int, month: int) -> str:
    """A month as a filter carries it."""
    return f"{year:04}-{month:02}"


def month_of_value(value: str) -> tuple[int, int]:
    """Year and month of a filter; (0, 0) for what is none."""
    year, _, month = value.partition("-")
    sound = all(part.isascii() and part.isdigit() for part in (year, month))
    return (int(year), int(month)) if sound else (0, 0)


def _state(row: MeetingRow) -> CellContent:
    content = meeting_content(row.state)
    return CellContent(content.word, states.MEETING_KIND[row.kind], strong=True, tone=content.tone, shape=content.shape)


def _number(row: MeetingRow) -> str:
    return words.ordinal_meeting(ordinal(row.number)) if row.number else words.NO_NUMBER


def _minutes(row: MeetingRow) -> CellContent:
    if row.state is MeetingState.CANCELLED:
        return CellContent(words.CALLED_OFF, tone=Tone.NEUTRAL)
    if row.minutes_state is None:
        return CellContent(words.NOT_BEGUN, tone=Tone.NEUTRAL)
    content = minutes_content(row.minutes_state, lacks_scan=row.lacks_scan)
    return CellContent(content.word, tone=content.tone, shape=content.shape)


def _day(row: MeetingRow) -> CellContent:
    weekday = weekday_name(row.day) if row.day else ""
    second = " ".join(filled(weekday, persian_time(row.starts_at)))
    return CellContent(format_date(row.day) if row.day else words.NO_DAY, second)


def _columns() -> tuple[Column[MeetingRow], ...]:
    return (
        Column(words.STATE, lambda row: states.MEETING[row.state], sort_key="state", content=_state),
        Column(
            words.MEETING,
            _number,
            sort_key="number",
            content=lambda row: CellContent(
                _number(row), words.agenda_and_resolutions(row.agenda_count, row.resolution_count), strong=True
            ),
        ),
        Column(
            words.PLACE,
            lambda row: row.place,
            content=lambda row: CellContent(row.place),
            tooltip=lambda row: row.place,
        ),
        Column(
            words.MINUTES,
            lambda row: _minutes(row).first,
            content=_minutes,
        ),
        Column(words.DAY, lambda row: format_date(row.day) if row.day else words.NO_DAY, sort_key="day", content=_day),
    )


def meetings_spec(years: Years = tuple, months_of: Years = tuple) -> ListSpec[MeetingRow]:
    """«جلسه‌ها»; ``years`` are those with meetings, ``months_of`` the years whose months may be chosen."""
    return ListSpec(
        key="meetings",
        title=words.MEETINGS,
        what=words.MEETING,
        columns=_columns(),
        widths=(150, 190, None, 155, 125),
        empty=Emptiness(words.NO_MEETINGS, meeting_words.NO_MEETINGS_WHY, "calendar-plus", meeting_words.NEW_MEETING),
        views=(
            SavedView(MeetingView.ALL, meeting_words.ALL),
            SavedView(MeetingView.AHEAD, meeting_words.AHEAD, empty=meeting_words.NOTHING_AHEAD),
            SavedView(MeetingView.OVER, meeting_words.OVER, empty=meeting_words.NOTHING_OVER),
            SavedView(MeetingView.OFF, meeting_words.OFF, empty=meeting_words.NOTHING_OFF),
        ),
        whole=MeetingView.ALL,
        filters=(
            FilterSpec(
                FilterKey.STATE,
                words.STATE,
                lambda: [FilterOption(one.value, states.MEETING[one]) for one in MeetingState],
            ),
            FilterSpec(
                FilterKey.KIND,
                meeting_words.KIND,
                lambda: [FilterOption(one.value, states.MEETING_KIND[one]) for one in MeetingKind],
            ),
            FilterSpec(
                FilterKey.YEAR,
                meeting_words.YEAR,
                lambda: [FilterOption(str(year), persian_digits(year)) for year in years()],
            ),
            FilterSpec(
                FilterKey.MONTH,
                meeting_words.MONTH,
                lambda: [_month(year, month) for year in months_of() for month in range(1, 13)],
                single=True,
                named=_named_month,
            ),
        ),
        first=ListQuery(view=MeetingView.ALL),
    )


def _named_month(value: str) -> str:
    """A month of whichever year, also of one that the ledger does not show."""
    year, month = month_of_value(value)
    return format_month(JalaliMonth(year, month)) if year and 1 <= month <= 12 else value


def _month(year: int, month: int) -> FilterOption:
    return FilterOption(month_value(year, month), format_month(JalaliMonth(year, month)))
