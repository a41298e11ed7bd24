"""Read model of the desk (میز کار): what is late, what is due, what waits for the office, and the next meeting.

Lines carry keys and facts, no sentences: the page, its printed sheet and the command line have their own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import record_number


class DeskGroup(StrEnum):
    """The groups of lines, in the order of the page."""

    LATE = "late"
    WEEK = "week"
    WAITING = "waiting"
    REMINDERS = "reminders"


class DeskKind(StrEnum):
    """What a line speaks of, in the order of the page."""

    LATE = "late"
    """A resolution beyond its deadline; ``days`` is how many days."""
    DUE = "due"
    """A resolution due, or to be reviewed, by the end of this week."""
    VERIFY = "verify"
    """A resolution whose units have reported: to be verified or returned."""
    UNSIGNED = "unsigned"
    """Final minutes that lack signatures: ``done`` of ``of``."""
    UNSCANNED = "unscanned"
    """Signed minutes without the scan of every original."""
    UNNOTIFIED = "unnotified"
    """A resolution of final minutes that was not notified to its units."""
    UNTOLD = "untold"
    """A resolution that was corrected after its notification, without a new one."""
    UNPLANNED = "unplanned"
    """A unit without a plan for ``of`` notified tasks."""
    LETTER = "letter"
    """An incoming letter that led to nothing."""
    REQUEST = "request"
    """A request that is not answered."""
    PARKED = "parked"
    """An agenda item that waits for a meeting."""
    NOMINATION = "nomination"
    """A party that has named nobody within three weeks."""
    MONTH_OPEN = "month_open"
    """The present month has no convened meeting, from its 20th day on."""
    MONTH_UNEXPLAINED = "month_unexplained"
    """A month without meeting and without reason."""
    BACKUP = "backup"
    """The newest sound backup is older than a week, or there is none (``day`` is None)."""


REMINDERS: Final = frozenset(
    {DeskKind.PARKED, DeskKind.NOMINATION, DeskKind.MONTH_OPEN, DeskKind.MONTH_UNEXPLAINED, DeskKind.BACKUP}
)


def group_of(kind: DeskKind) -> DeskGroup:
    """Return the group of a kind."""
    if kind in REMINDERS:
        return DeskGroup.REMINDERS
    return {DeskKind.LATE: DeskGroup.LATE, DeskKind.DUE: DeskGroup.WEEK}.get(kind, DeskGroup.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """One line, and the record that it opens; without a record its page.

    ``number`` and ``text`` name the record. ``executor`` is the executing unit, the sender of a letter, or who asks.
    ``day`` is the deadline, or since when it waits. ``done`` of ``of`` counts what is there: reports, signatures.
    ``more`` is set on a line that stands for that many further ones of its kind.
    """

    kind: DeskKind
    record: RecordKey | None = None
    number: str = ""
    text: str = ""
    meeting_number: int | None = None
    executor: str = ""
    day: date | None = None
    days: int = 0
    done: int = 0
    of: int = 0
    guarded: str = ""
    more: int = 0

    @property
    def shown_number(self) -> str:
        """The number as the paper writes it."""
        return record_number(self.number)

    @property
    def meeting_rank(self) -> str:
        """The number of the meeting in words, "" for none."""
        return ordinal(self.meeting_number) if self.meeting_number else ""

    @property
    def shown_day(self) -> str:
        """The day in words, "" for none."""
        return format_long(self.day) if self.day is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedResolution:
    """An open resolution, or one that was corrected without a new notification; ``reported`` of ``tasks`` units did."""

    id: int
    meeting_id: int
    state: ResolutionState
    due: date | None
    untold: bool
    tasks: int
    reported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesUnderWay:
    """A version of minutes that is not archived yet; ``signatures`` of ``wanted`` on all originals together."""

    version_id: int
    meeting_id: int
    meeting_number: int | None
    day: date | None
    state: MinutesState
    signatures: int
    wanted: int
    printed: bool
    every: int
    """How many versions are in this state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingItem:
    """An agenda item of the next meeting, or a ``parked`` one; ``carried`` from a meeting that did not reach it."""

    parked: bool
    title: str
    carried: bool


class MinutesStep(StrEnum):
    """The steps of minutes under way."""

    FINAL = "final"
    PRINTED = "printed"
    SIGNED = "signed"
    SCANNED = "scanned"
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMinutes:
    """The newest minutes under way; ``done`` are the steps that are behind."""

    version_id: int
    meeting_number: int | None
    draft: bool = False
    signatures: int = 0
    wanted: int = 0
    done: frozenset[MinutesStep] = frozenset()

    @property
    def following(self) -> MinutesStep | None:
        """The first step that is not done, or None."""
        return next((step for step in MinutesStep if step not in self.done), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMeeting:
    """The next meeting: its day, its agenda, the open resolutions to report on, and its invitations."""

    meeting_id: int
    number: int | None
    day: date
    starts_at: str
    place: str
    days: int
    items: int
    carried: int
    open_resolutions: int
    convened: bool
    invited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk on one day. ``lines`` are in the order of the page."""

    today: date
    lines: tuple[DeskLine, ...] = ()
    next_meeting: DeskMeeting | None = None
    minutes: DeskMinutes | None = None
    is_new: bool = False
    """No meeting was ever made: the page shows the first steps."""

    def of(self, group: DeskGroup) -> tuple[DeskLine, ...]:
        """Return the lines of a group."""
        return tuple(line for line in self.lines if group_of(line.kind) is group)

    def count(self, group: DeskGroup) -> int:
        """Return how many matters a group has, also those that no line shows."""
        return sum(line.more or 1 for line in self.of(group))
