"""Demo data («نمونه»): the whole story told into an empty data folder, act by act, in the order of its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.workdays import Holiday, WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.services.demo.demo_clock import StoryClock
from desktop_app.services.demo.demo_committee import put_story, settings_of
from desktop_app.services.demo.demo_follow_up import extend, happenings
from desktop_app.services.demo.demo_letters import nomination_letters
from desktop_app.services.demo.demo_meetings import Stage, convene, convening_day, hold, write_minutes
from desktop_app.services.demo.demo_papers import closing, correction, signatures
from desktop_app.services.demo.demo_story import Mover, Story, last_recorded, months_to_shift
from desktop_app.services.demo.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoMade:
    """How much the demo data hold."""

    meetings: int
    resolutions: int


def make_demo(
    context: Context,
    clock: StoryClock,
    story: Story,
    *,
    today: date,
    holidays: Iterable[Holiday],
) -> DemoMade:
    """Fill an empty data folder; ``RuleBroken("demo_not_empty")`` when it holds a committee already.

    ``clock`` must be the context's own.
    """
    known = tuple(holidays)
    calendar = WorkCalendar(
        holidays={one.day: one.name for one in known}, estimates=frozenset(one.day for one in known if one.estimated)
    )
    numbers: dict[str, str] = {}
    months = months_to_shift(last_recorded(story), today)
    mover = Mover(months, today, calendar, numbers)
    stage = _open_stage(context, clock, story, mover)
    _tell(stage, story, numbers)
    with context.read() as work:
        return DemoMade(meetings=len(work.meetings.where()), resolutions=len(work.resolutions.where()))


def _open_stage(context: Context, clock: StoryClock, story: Story, mover: Mover) -> Stage:
    clock.stand_at(mover.exact(story.committee["memorandum"]["signed_on"]))
    with context.write() as work:
        if work.committees.where():
            raise RuleBroken("demo_not_empty")
        work.put_settings(settings_of(story.committee))
        work.put_holidays(dict(mover.calendar.holidays), mover.calendar.estimates)
        cast = put_story(work, story.committee, mover)
        work.put_founding_draft("")
        work.audit("demo", "committee", cast.committee_id, months=mover.months)
        work.record(Outcome(changed=Changed.SETTINGS, id=cast.committee_id))
    return Stage(context=context, clock=clock, cast=cast, mover=mover)


def _tell(stage: Stage, story: Story, numbers: dict[str, str]) -> None:
    """Let meetings and what follows from them happen in the order of their days; the meeting of a day comes last."""
    waiting = list(nomination_letters(stage, story.committee))
    for told in story.meetings:
        waiting = _let_happen(waiting, until=convening_day(stage, told))
        meeting_id = convene(stage, told)
        waiting = _let_happen(waiting, until=stage.mover.day(told["day"]))
        if told.get("live"):
            continue
        hold(stage, meeting_id, told)
        write_minutes(stage, meeting_id, told)
        _learn_numbers(stage, meeting_id, told["number"], numbers)
        waiting.extend(signatures(stage, meeting_id, told))
        for entry in story.follow_up:
            if entry["resolution"].startswith(f"{told['number']}/"):
                waiting.extend(happenings(stage, entry, told.get("paper", {})))
            if entry.get("extended", {}).get("by") == told["number"]:
                extend(stage, entry, meeting_id)
        waiting.extend(closing(stage, meeting_id, told))
        waiting.extend(correction(stage, meeting_id, told))
    _let_happen(waiting, until=stage.mover.today)


def _let_happen(waiting: list[Happening], until: date) -> list[Happening]:
    ordered = sorted(waiting, key=lambda one: one.day)
    for one in ordered:
        if one.day <= until:
            one.act()
    return [one for one in ordered if one.day > until]


def _learn_numbers(stage: Stage, meeting_id: int, told_number: int, numbers: dict[str, str]) -> None:
    with stage.context.read() as work:
        for resolution in work.resolutions.where(meeting_id=meeting_id):
            numbers[f"{told_number}/{resolution.row}"] = resolution.number
