"""Frozen monthly report (گزارش ماهانه) for both parties, and frozen alignment matrix (ماتریس هم‌راستایی).

The report is of a Jalali month and the state at its end; the matrix sets resolutions against the units of both parties.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.rules.tasks import TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixUnit:
    """A column of the matrix; ``party`` is the index of its party (0 governorate, 1 Center)."""

    name: str
    short_name: str
    party: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """The task of one unit; ``state`` is a key of :class:`~desktop_app.domain.rules.tasks.TaskState`.

    ``aligned`` is false while the unit owes work and has told no plan; before it began the cell is empty.
    """

    role: str
    state: str
    percent: int
    due: str
    late: int
    aligned: bool

    @property
    def empty(self) -> bool:
        """Whether the unit has sent neither a plan nor work."""
        return not self.aligned and self.state in {TaskState.ASSIGNED, TaskState.NOTIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One resolution; ``cells`` follow the units, None for a unit without a task."""

    number: str
    text: str
    axis: str
    state: str
    percent: int
    due: str
    late: int
    cells: tuple[MatrixCell | None, ...]

    @property
    def wanted(self) -> int:
        """Number of units that must align with the resolution."""
        return sum(cell is not None for cell in self.cells)

    @property
    def aligned(self) -> int:
        """Number of units that have aligned with the resolution."""
        return sum(cell is not None and cell.aligned for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentMatrixDocument:
    """The alignment matrix as of ``day``; ``every`` includes closed resolutions."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    day: str
    every: bool
    units: tuple[MatrixUnit, ...]
    rows: tuple[MatrixRow, ...]
    typography: Typography = USUAL

    @property
    def wanted(self) -> int:
        """Number of cells that must be filled."""
        return sum(row.wanted for row in self.rows)

    @property
    def aligned(self) -> int:
        """Number of cells whose unit has aligned."""
        return sum(row.aligned for row in self.rows)


class WaitingKind(StrEnum):
    """What a waiting matter needs: a decision of the committee, signatures of members, or work of the office."""

    REPORTED = "reported"
    """Reported done; the committee has to verify it or send it back."""
    DEFERRED = "deferred"
    BLOCKED = "blocked"
    UNSIGNED = "unsigned"
    """Final minutes with signatures missing: ``count`` are there, ``of`` are wanted on each original."""
    UNFINISHED = "unfinished"
    """A meeting is over and its minutes are not final."""
    UNEXPLAINED = "unexplained"
    """A month was missed and nobody wrote down why."""
    NOT_CONVENED = "not_convened"
    """The month has no meeting yet."""
    EXTENSION = "extension"
    """A unit asks for another deadline of a resolution: ``text`` is the unit, ``day`` the deadline that it wants."""
    REQUESTS = "requests"
    """Other requests without an answer: ``count`` of them."""
    PARKED = "parked"
    """Agenda items that were put aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMonth:
    """A month of the year's ledger; ``state`` is a key of months, empty before the committee's first month."""

    month: int
    state: str
    meeting: int = 0
    day: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRegularity:
    """Number of months held, missed and excused so far; ``percent`` is None before the first month.

    ``records_begin`` is their first day, where the committee met before: what was before is not counted.
    """

    held: int
    missed: int
    excused: int
    percent: int | None
    records_begin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMeeting:
    """A meeting of the month; ``minutes`` is the state of its minutes, with the signature counts.

    ``on_each`` tells how many stand on each original, each of which ``signers`` have to sign; empty for one original.
    Of a meeting that was ``taken_over`` attendance and signatures are not known.
    """

    number: int
    day: str
    place: str
    state: str
    inquorate: bool
    minutes: str
    signed: int
    signers: int
    present: int
    filled: int
    resolutions: int
    on_each: tuple[int, ...] = ()
    taken_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMember:
    """A seat's attendance at each meeting of the month, and its total for the year so far."""

    name: str
    post: str
    party: int
    states: tuple[str, ...]
    attended: int
    held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportResolution:
    """A resolution in a list of the report; ``late`` counts days, ``note`` is the last news."""

    number: str
    text: str
    axis: str
    executor: str
    party: int | None
    due: str
    state: str
    percent: int
    late: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCount:
    """Number of resolutions of an axis or a unit: open in time, late, and ended; the three do not overlap.

    ``code`` is that of an axis; both are empty for what has no axis, or no executor.
    """

    code: str = ""
    name: str
    party: int | None
    open: int
    late: int
    done: int

    @property
    def total(self) -> int:
        """Number of all resolutions."""
        return self.open + self.late + self.done


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTasks:
    """Task figures of a party: number, accepted, late, without a plan, and mean progress in percent."""

    party: int
    count: int
    accepted: int
    late: int
    unaligned: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWaiting:
    """A matter that waits for a decision; ``kind`` is a key of :class:`WaitingKind`.

    ``on_each`` tells of final minutes how many signatures stand on each original; empty for one original.
    """

    kind: str
    number: str = ""
    text: str = ""
    note: str = ""
    count: int = 0
    of: int = 0
    on_each: tuple[int, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyReportDocument:
    """The report of one month as of ``day``: its last day, or today for the current month."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    year: int
    month: int
    day: str
    months: tuple[ReportMonth, ...]
    regularity: ReportRegularity
    meetings: tuple[ReportMeeting, ...]
    members: tuple[ReportMember, ...]
    adopted: tuple[ReportResolution, ...]
    total: ReportCount
    axes: tuple[ReportCount, ...]
    units: tuple[ReportCount, ...]
    late: tuple[ReportResolution, ...]
    tasks: tuple[ReportTasks, ...]
    waiting: tuple[ReportWaiting, ...]
    typography: Typography = USUAL
