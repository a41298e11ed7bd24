"""Workbook as it was read from a file (sheets of rows of cells, without formats), and the words of its templates.

The words are heads of columns, and what their cells may say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TemplateKind(StrEnum):
    """The two templates; their values are the words of the command line."""

    MEETINGS = "past-meetings"
    RESOLUTIONS = "resolutions"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One column: its key, its head and other spellings of it, and what stands in it in the example row."""

    key: str
    title: str
    width: int
    also: tuple[str, ...] = ()
    example: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWords:
    """One template; ``guide`` are the lines of its sheet of help."""

    sheet: str
    columns: tuple[TemplateColumn, ...]
    guide: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOverWords:
    """Both templates with the words of their cells, by key; the first word of each is the one that is offered.

    ``item`` is the title of the agenda item that past resolutions stand under, ``reason`` stands with their acts;
    ``scan`` is what the scan of minutes is called whose own name cannot be printed.
    """

    example: str
    item: str
    reason: str
    scan: str
    continuous: tuple[str, ...]
    lists: str
    guide: str
    templates: Mapping[TemplateKind, TemplateWords]
    kinds: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]


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
