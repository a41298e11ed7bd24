"""Frozen rows that lists show; read straight from storage, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.documents.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One line of the list of meetings, with the version that stands for its minutes: the one in force, else the draft.

    ``minutes_state`` is None before the minutes were begun.
    """

    id: int
    number: int | None
    kind: MeetingKind
    state: MeetingState
    day: date | None
    starts_at: str
    place: str
    agenda_count: int
    resolution_count: int
    minutes_version_id: int | None
    minutes_state: MinutesState | None
    lacks_scan: bool = False
    """The minutes are from before the program, and their signed paper was not scanned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRow:
    """One line of the list of minutes: one version of a meeting's minutes."""

    id: int
    meeting_id: int
    meeting_number: int | None
    day: date | None
    version: int
    state: MinutesState
    inquorate: bool
    resolution_count: int
    signer_count: int
    signed_on_each: tuple[int, ...]
    """How many names stand on each original, in their order."""
    code: str
    guarded: str = ""
    """The highest class of its paper where that is more than usual."""
    taken_over: bool = False
    """Of a meeting from before the records: neither versions nor signatures are known."""
    lacks_scan: bool = False
    """Taken over without the scan of its signed paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRow:
    """One line of the list of resolutions; state, percent and days late are computed when the page is read."""

    id: int
    number: str
    meeting_id: int
    meeting_number: int | None
    minutes_version_id: int
    text: str
    axis_code: str
    executor: str
    executor_party_id: int | None
    due: date | None
    state: ResolutionState
    percent: int
    days_late: int
    guarded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One line of the follow-up: the task of one unit for one resolution, with what it belongs to.

    ``due`` is the unit's own day where it has one, else the resolution's; ``days_late`` is computed when read.
    """

    id: int
    resolution_id: int
    resolution_number: str
    text: str
    meeting_id: int
    meeting_number: int | None
    minutes_version_id: int
    unit_id: int
    unit: str
    party_id: int
    role: TaskRole
    state: TaskState
    percent: int
    plan: str
    due: date | None
    days_late: int
    last_day: date | None
    last_note: str
    guarded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """How many tasks of one unit answer a question, and how many of them are late."""

    unit_id: int
    unit: str
    party_id: int
    count: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One line of the registers of papers; ``id`` is that of the line, made by :func:`register_line`.

    ``day`` is when it came in or went out, ``party`` its sender or addressee; ``way`` is None for what came in.
    ``paper_day`` is the day that the letter bears, of one that went out where that is another one.
    """

    id: int
    outgoing: bool
    year: int
    row: int
    number: str
    day: date
    paper_day: date | None
    party: str
    subject: str
    classification: Classification
    urgency: Urgency
    way: SendingWay | None
    struck: bool
    struck_reason: str
    received_by: str
    received_on: date | None
    link_count: int
    file_count: int
    waits: bool
    """Whether it asks for what the committee has not answered."""


def register_line(paper_id: int, *, outgoing: bool) -> int:
    """The line of a paper: both registers are one list, and their ids repeat."""
    return 2 * paper_id + outgoing


def paper_of_line(line: int) -> tuple[int, bool]:
    """The paper of a line, and whether it went out."""
    return line // 2, bool(line % 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One find: the kind of record, its id and the text it was found in, as written.

    ``draft`` says that the text stands in minutes that are not final: it may still change, and nothing of it holds.
    ``guarded`` is its class where that is higher than usual.
    """

    kind: str
    id: int
    title: str
    text: str
    draft: bool = False
    guarded: str = ""
