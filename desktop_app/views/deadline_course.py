"""Display data of a deadline's course: its stations, and where today stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_long, format_short, year_of
from desktop_app.domain.read_models.deadline_steps import DeadlineStep, StepKind
from desktop_app.text.follow_up import resolutions as words
from desktop_app.widgets.dates.deadline_course import CourseStation, CourseToday
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone

Dated = tuple[date, CourseStation]


def dated_stations(steps: Sequence[DeadlineStep], today: date) -> list[Dated]:
    """Adoption, first deadline, every extension, each with its day."""
    return [(step.day, _station(step, near(step.day, today))) for step in steps if step.day is not None]


def _station(step: DeadlineStep, day: str) -> CourseStation:
    if step.kind is StepKind.ADOPTED:
        return CourseStation(words.ADOPTED, day, Shape.RING_DOT)
    if step.kind is StepKind.FIRST:
        return CourseStation(words.FIRST_DEADLINE, day, Shape.PLAIN_RING)
    word = words.extension(words.FIRST if step.number == 1 else ordinal(step.number))
    return CourseStation(word, day, Shape.SQUARE_BAR, Tone.WARNING, extended=True)


def today_among(days: Sequence[date], today: date, due: date, late: int) -> CourseToday | None:
    """Where today stands among the days of the stations; None where there are too few to stand between."""
    if len(days) < 2:
        return None
    after = max((at for at, day in enumerate(days) if day <= today), default=0)
    share = 0.0
    if after + 1 < len(days):
        share = (today - days[after]).days / max(1, (days[after + 1] - days[after]).days)
    if late:
        return CourseToday(after, share, words.late(late), Tone.DANGER)
    return CourseToday(after, min(0.85, max(0.15, share)), words.left((due - today).days))


def near(day: date, today: date) -> str:
    """The day without its year where it is this year's."""
    return format_short(day) if year_of(day) == year_of(today) else format_long(day)
