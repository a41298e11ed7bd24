"""Read models of the meeting page and the minutes page.

A sheet is a picture of the records at one moment; a page draws it and never asks for more. What a form changes goes
back as the domain record with :func:`dataclasses.replace`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.attendance import Quorum
from desktop_app.domain.rules.carrying import SELF_WRITTEN
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.committee import Axis, Party
from desktop_app.domain.rules.invitations import Answer, InvitationAnswer, InviteeRow
from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Guest, Meeting, MeetingAct, MeetingState
from desktop_app.domain.rules.members import Person, Unit
from desktop_app.domain.rules.minutes import (
    Clause,
    ClauseEffect,
    Deliberation,
    EffectKind,
    ItemDisposition,
    MinutesAct,
    MinutesState,
    MinutesVersion,
    Signer,
)
from desktop_app.domain.rules.resolutions import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMinutes:
    """The previous minutes that a meeting may confirm: their meeting, state, and confirmation."""

    version_id: int
    meeting_number: int
    meeting_day: date
    state: MinutesState
    confirmed: bool
    lacks_scan: bool = False
    """From before the program, and the signed paper was not scanned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedBy:
    """The meeting that confirmed the minutes."""

    meeting_id: int
    meeting_number: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Names:
    """Names of records by id."""

    units: Mapping[int, Unit]
    people: Mapping[int, str]
    axes: Mapping[int, str]

    def unit(self, unit_id: int | None) -> str:
        """Name of a unit, empty for None."""
        return self.units[unit_id].name if unit_id is not None else ""

    def owner(self, unit_id: int | None, person_id: int | None) -> str:
        """Name of a follow-up owner: a unit or a person."""
        return self.people[person_id] if person_id is not None else self.unit(unit_id)

    def axis(self, axis_id: int | None) -> str:
        """Code of an axis, empty for None."""
        return self.axes[axis_id] if axis_id is not None else ""


class Level(StrEnum):
    """The level of a guard: fine, a warning, or a stop for finalising."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where the fault of a guard is; at most one id is set, ``field`` names the input."""

    field: str = ""
    agenda_item_id: int | None = None
    clause_id: int | None = None
    seat_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One line of «تا نهایی‌سازی»: a stable key, its level, the facts of its sentence, and its link target.

    A stopping guard has the key of the refusal that finalising would raise, and carries it as ``broken``.
    """

    key: str
    level: Level
    facts: Mapping[str, object] = field(default_factory=dict)
    target: Target = field(default_factory=Target)
    broken: RuleBroken | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One earlier resolution open at a meeting: wording, executor, deadline, course and last act."""

    resolution_id: int
    number: str
    text: str
    axis_code: str
    executor: str
    due: date | None
    course: Course
    late: int
    last_action: str
    own_class: str = ""
    unreported: tuple[tuple[int, str], ...] = ()
    """The tasks without a report, each with the name of its unit."""


@dataclass(frozen=True, slots=True)
class FollowUpCount:
    """Number of open earlier resolutions, and of late ones."""

    open: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One agenda item; ``follow_up`` is the resolution it is about, ``written`` whether minutes have text for it."""

    item: AgendaItem
    follow_up: FollowUp | None = None
    running_seconds: int = 0
    clause_count: int = 0
    resolution_count: int = 0
    written: bool = False
    origin: int | None = None
    """The number of the meeting that did not reach the item, which is made anew here."""
    fate: ItemDisposition | None = None
    """Of an item without text: what the minutes decided of it."""

    @property
    def is_unreached(self) -> bool:
        """Whether nothing is written under it, and the program does not fill it either."""
        return not self.written and self.item.kind not in SELF_WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAttendance:
    """The seats of one party, in order, and the number that counts for the quorum."""

    party: Party
    rows: tuple[Attendance, ...]
    present: int

    @property
    def filled(self) -> int:
        """Number of seats with a holder on the day."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousMeeting:
    """The previous meeting, as the minutes name it."""

    id: int
    number: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet:
    """The meeting page. ``moves`` are the possible next states; guards are checked on the move."""

    meeting: Meeting
    agenda: tuple[AgendaRow, ...]
    parked: tuple[AgendaItem, ...]
    attendance: tuple[PartyAttendance, ...]
    guests: tuple[Guest, ...]
    quorum: Quorum
    minutes_version_id: int | None
    minutes_state: MinutesState | None
    previous: PreviousMeeting | None
    moves: tuple[MeetingState, ...]
    history: tuple[MeetingAct, ...]
    follow_up: FollowUpCount
    earlier: tuple[FollowUp, ...]
    """Open resolutions of earlier meetings: what the report brings, and what an item may be about."""
    planned_minutes: int
    agenda_editable: bool
    attendance_editable: bool
    guests_editable: bool
    facts_editable: bool
    day_editable: bool
    calendar: WorkCalendar
    entered_later: bool = False
    """The session is still to begin or to end, and its time is past: its hours are typed, and no clock runs."""
    invitees: tuple[InviteeRow, ...] = ()
    """Whom the meeting's invitations go to and what was sent; once it has begun, what was sent alone."""
    invitations_open: bool = False
    """Whether a sending may be recorded now."""
    correcting: int = 0
    """Number of the correction whose draft the facts, attendance and guests belong to; 0 for none."""
    letters: tuple[PaperRef, ...] = ()
    """Letters about it that came in or went out: answers to its invitations, what its agenda has to do with."""
    answers: tuple[InvitationAnswer, ...] = ()
    """What was answered to its invitations by letters, the newest last."""
    read_only: bool = False
    """Nothing can be recorded: the data are only looked at."""
    origins: Mapping[int, int] = field(default_factory=dict)
    """By the id of an item of the agenda or a parked one: the number of the meeting that did not reach it."""

    def answer_of(self, invitee: str) -> Answer | None:
        """Return the last answer of an invitee; answers to an earlier date of the meeting do not count."""
        told = [one.answer for one in self.answers if one.invitee == invitee and one.day == self.meeting.day]
        return told[-1] if told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """A clause with its names; ``number`` is the number from an earlier version, if any."""

    clause: Clause
    row: int | None = None
    number: str = ""
    axis_code: str = ""
    executor: str = ""
    executor_party_id: int | None = None
    cooperating: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None
    due_closed: bool = False
    upstream: str = ""
    effects: tuple[tuple[ClauseEffect, str], ...] = ()
    """What the clause does to earlier resolutions, each with the number of its resolution."""
    suggested: tuple[EffectKind, int, str] | None = None
    """The effect that the text seems to speak of, with id and number of the resolution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaBlock:
    """One agenda item of the minutes with its deliberations and clauses."""

    row: AgendaRow
    deliberations: tuple[Deliberation, ...]
    clauses: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Choices of the clause editor; archived records are left out."""

    parties: tuple[Party, ...]
    axes: tuple[Axis, ...]
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    upstream: tuple[UpstreamDecision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version in the history of the minutes."""

    id: int
    version: int
    state: MinutesState
    code: str
    finalised_at: str
    reason: str
    printed_copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingWork:
    """A notified resolution that a correction removes (``whole``) or takes from some units; ``tasks`` will end."""

    number: str
    whole: bool
    tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSheet:
    """The minutes page of one version. ``signers_by_rule`` is true until the operator changes the list."""

    version: MinutesVersion
    meeting: Meeting
    blocks: tuple[AgendaBlock, ...]
    follow_up: tuple[FollowUp, ...]
    attendance: tuple[PartyAttendance, ...]
    guests: tuple[Guest, ...]
    quorum: Quorum
    guards: tuple[Guard, ...]
    choices: Choices
    names: Names
    signers: tuple[Signer, ...]
    signers_by_rule: bool
    versions: tuple[VersionRow, ...]
    acts: tuple[MinutesAct, ...]
    editable: bool
    can_withdraw: bool
    calendar: WorkCalendar
    inquorate: bool = False
    earlier: EarlierMinutes | None = None
    """The minutes of the meeting before, which an item of this one may confirm."""
    confirmed_by: ConfirmedBy | None = None
    amendment: int = 0
    """Which correction of signed minutes this version is, from 1; 0 for none."""
    amendment_reason: str = ""
    can_drop: bool = False
    """Whether it is the draft of a correction that may be dropped."""
    effects_ahead: tuple[tuple[ClauseEffect, str], ...] = ()
    """Of a draft: what finalising does to earlier resolutions, each with the number of its resolution."""
    effects_back: tuple[tuple[ClauseEffect, str], ...] = ()
    """Of a correction: what the signed version did and finalising takes back."""
    ending: tuple[EndingWork, ...] = ()
    """Of the draft of a correction: what it ends of the work that units were told of."""
    lacks_scan: bool = False
    """From before the program, and the signed paper was not scanned."""
    notified: bool = False
    """Likewise: whether anything of its meeting was notified, so that it is not re-opened once it is final."""
