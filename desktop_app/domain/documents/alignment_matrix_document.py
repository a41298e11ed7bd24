"""The frozen alignment matrix (ماتریس هم‌راستایی): resolutions against the units of both parties."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography
from desktop_app.domain.rules.tasks import TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixUnit:
    """A column; ``party`` is the place of its party (0 governorate, 1 Center), ``short_name`` may be empty."""

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
        """Nothing came from the unit: neither a plan nor work."""
        return not self.aligned and self.state in {TaskState.ASSIGNED, TaskState.NOTIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One resolution; ``cells`` follow the units, None where a unit has nothing to do with it."""

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
        """How many units are to align with it."""
        return sum(cell is not None for cell in self.cells)

    @property
    def aligned(self) -> int:
        """How many of them have."""
        return sum(cell is not None and cell.aligned for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentMatrixDocument:
    """The matrix as it stood on ``day``; with ``every`` it holds what is closed, too."""

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
        """How many cells are to be filled."""
        return sum(row.wanted for row in self.rows)

    @property
    def aligned(self) -> int:
        """How many are."""
        return sum(row.aligned for row in self.rows)
