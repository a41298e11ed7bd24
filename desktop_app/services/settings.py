"""The office's settings: read, and saved only when no rule of the product would break by them."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.clock import Clock
from desktop_app.domain.date_words import TOKEN_WORDS
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import Given, require_fresh, require_sound
from desktop_app.domain.papers import require_originals
from desktop_app.domain.settings import OfficeSettings
from desktop_app.domain.workdays import WorkCalendar
from desktop_app.services.meetings import time_of
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, OpenWork, Work
from desktop_app.services.press import Press, taken
from desktop_app.services.trail import changes


def office_settings(open_work: OpenWork) -> OfficeSettings:
    """The settings as they stand."""
    with open_work() as work:
        return work.settings()


def save_settings(open_work: OpenWork, clock: Clock, press: Press, settings: OfficeSettings) -> Outcome:
    """Take the settings; a number pattern that could repeat, or a week without a working day, is refused."""
    require_originals(settings.originals)
    if not 0 <= settings.quorum.more_than < 1:
        raise RuleBroken("quorum_share_impossible", field="quorum")
    WorkCalendar(settings.weekend)  # refuses a week that is closed throughout
    checked = replace(
        settings,
        number_pattern=taken(press, settings.number_pattern, "pattern"),
        opens_at=time_of(settings.opens_at, "opens_at"),
        closes_at=time_of(settings.closes_at, "closes_at"),
        letterhead=tuple(taken(press, line, "letterhead") for line in settings.letterhead),
        invocation=taken(press, settings.invocation, "invocation"),
        kept_at=taken(press, settings.kept_at, "kept_at"),
        closing=taken(press, settings.closing, "closing", multiline=True),
        operator=taken(press, settings.operator, "operator"),
    )
    require_sound(checked.number_pattern, TOKEN_WORDS)
    with open_work() as work:
        require_fresh(checked.number_pattern, TOKEN_WORDS, _given(work), [axis.code for axis in work.axes.where()])
        # whether the data are a sample was decided when they were made
        stored = work.settings()
        kept = replace(checked, sample=stored.sample)
        work.put_settings(kept)
        work.audit("changed", "office_setting", 0, at=clock.instant(), **changes(stored, kept))
        work.commit()
    return Outcome(changed=Changed.SETTINGS)


def _given(work: Work) -> tuple[Given, ...]:
    """Every number that any pattern gave so far, retired ones included."""
    meetings = {meeting.id: meeting.number or 0 for meeting in work.meetings.where()}
    return tuple(
        Given(one.number, meetings[one.meeting_id], one.row or 0) for one in work.resolutions.where() if one.number
    )
