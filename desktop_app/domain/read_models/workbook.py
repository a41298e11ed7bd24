"""A workbook as it was read from a file: sheets of rows of cells, without formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
"""What a cell holds: a day where its number is shown as one, None where it is empty."""


class Formula(str):
    """A formula as it was written, without its value: a program that did not compute it leaves none or an old one."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty; ``number`` is that at its edge, counted from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WorkSheet:
    """One sheet with its rows that are not empty."""

    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every visible sheet, in their order; ``name`` is that of the file."""

    name: str
    sheets: tuple[WorkSheet, ...]
