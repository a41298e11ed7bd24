"""Read model of the desk (میز کار): what is late, what is due, what waits for the office, and the next meeting.

Lines carry keys and facts, no sentences: the page, the sheet for the chair and the command line have their own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.rules.months import MonthSlot, Regularity


class DeskGroup(StrEnum):
    """The groups of lines, in the order of the page."""

    LATE = "late"
    DUE = "due"
    WAITING = "waiting"
    REMINDERS = "reminders"


class DeskKind(StrEnum):
    """What a line speaks of."""

    LATE = "late"
    """A resolution beyond its deadline; ``days`` is how many days."""
    DUE = "due"
    """A resolution whose deadline is not after the end of this week."""
    REVIEW = "review"
    """A continuous resolution whose day of review has come."""
    VERIFY = "verify"
    """A resolution whose units have reported: to be verified or returned."""
    UNPLANNED = "unplanned"
    """A resolution of which notified units have told no plan."""
    UNNOTIFIED = "unnotified"
    """A resolution of signed minutes that was not notified to its units."""
    UNTOLD_CORRECTION = "untold_correction"
    """A correction whose changed resolutions were not told to their units."""
    UNSIGNED = "unsigned"
    """Final minutes that lack signatures."""
    UNSCANNED = "unscanned"
    """Signed minutes without the scan of their originals."""
    LETTER = "letter"
    """An incoming letter that led to nothing yet."""
    REQUEST = "request"
    """A request that is not answered."""
    PARKED = "parked"
    """Agenda items that wait for a meeting; ``count`` of them."""
    NOMINATION = "nomination"
    """A party that has not named a representative for a seat."""
    MONTH_OPEN = "month_open"
    """The present month has no convened meeting, from its 20th day on."""
    MONTH_UNEXPLAINED = "month_unexplained"
    """A month without meeting and without reason."""
    BACKUP = "backup"
    """The newest verified backup is too old, or there is none."""


GROUP_OF: Final[Mapping[DeskKind, DeskGroup]] = {
    DeskKind.LATE: DeskGroup.LATE,
    DeskKind.DUE: DeskGroup.DUE,
    DeskKind.REVIEW: DeskGroup.DUE,
    DeskKind.VERIFY: DeskGroup.WAITING,
    DeskKind.UNPLANNED: DeskGroup.WAITING,
    DeskKind.UNNOTIFIED: DeskGroup.WAITING,
    DeskKind.UNTOLD_CORRECTION: DeskGroup.WAITING,
    DeskKind.UNSIGNED: DeskGroup.WAITING,
    DeskKind.UNSCANNED: DeskGroup.WAITING,
    DeskKind.LETTER: DeskGroup.WAITING,
    DeskKind.REQUEST: DeskGroup.WAITING,
    DeskKind.PARKED: DeskGroup.REMINDERS,
    DeskKind.NOMINATION: DeskGroup.REMINDERS,
    DeskKind.MONTH_OPEN: DeskGroup.REMINDERS,
    DeskKind.MONTH_UNEXPLAINED: DeskGroup.REMINDERS,
    DeskKind.BACKUP: DeskGroup.REMINDERS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """One line: what it speaks of, and the record that it opens (None for a month or a backup).

    ``number`` and ``text`` name the record. ``day`` is its deadline, or since when it waits; ``days`` counts from it to
    today, late or waiting. ``executor`` is the executing unit, the sender of a letter, or who asks.
    ``behind`` of ``of`` are the late or missing ones: units of a resolution, signatures, originals, items.
    """

    kind: DeskKind
    record: RecordKey | None = None
    number: str = ""
    text: str = ""
    meeting_number: int | None = None
    executor: str = ""
    day: date | None = None
    days: int = 0
    behind: int = 0
    of: int = 0
    guarded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSection:
    """The lines of one group: the first few, and how many there are of them."""

    group: DeskGroup
    lines: tuple[DeskLine, ...] = ()
    total: int = 0


class MinutesStep(StrEnum):
    """The steps of minutes under way."""

    FINAL = "final"
    PRINTED = "printed"
    SIGNED = "signed"
    SCANNED = "scanned"
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMinutes:
    """The oldest minutes under way; ``done`` are the steps that are behind."""

    version_id: int
    meeting_id: int
    meeting_number: int
    done: frozenset[MinutesStep] = frozenset()

    @property
    def following(self) -> MinutesStep | None:
        """The first step that is not done, or None."""
        return next((step for step in MinutesStep if step not in self.done), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMeeting:
    """The next meeting: its day, agenda, open resolutions to report on, invitations, and forecast of the quorum.

    ``answers`` maps each answer of the invited to its count; ``unseated`` names parties that nobody would represent.
    """

    meeting_id: int
    number: int | None
    day: date | None
    starts_at: str
    place: str
    days: int
    items: int
    open_resolutions: int
    invited: int
    seats: int
    coming: int = 0
    declined: int = 0
    unseated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk on one day."""

    today: date
    sections: tuple[DeskSection, ...]
    months: tuple[MonthSlot, ...] = ()
    """The twelve months of the present Jalali year."""
    regularity: Regularity = field(default_factory=Regularity)
    next_meeting: DeskMeeting | None = None
    minutes: DeskMinutes | None = None
    is_new: bool = False
    """No meeting was ever made: the page shows the first three steps."""

    def section(self, group: DeskGroup) -> DeskSection:
        """Return a group's section; an empty one if nothing is in it."""
        return next((one for one in self.sections if one.group is group), DeskSection(group=group))
