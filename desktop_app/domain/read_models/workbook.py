"""Workbook read from a spreadsheet file (sheets, rows, cells), and the words of its templates.

The words are heads of columns, and what their cells may say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TemplateKind(StrEnum):
    """The two import templates; the values are command-line words."""

    MEETINGS = "past-meetings"
    RESOLUTIONS = "resolutions"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One template column: its key, its heading and other spellings of it, and its example value."""

    key: str
    title: str
    width: int
    also: tuple[str, ...] = ()
    example: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWords:
    """The words of one template; ``guide`` holds the lines of its help sheet."""

    sheet: str
    columns: tuple[TemplateColumn, ...]
    guide: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOverWords:
    """Both templates and their cell words by key; the first word of each key is the offered one.

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
    """The text of a formula without its value, which may be missing or out of date."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty; ``number`` is its row number in the sheet, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WorkSheet:
    """One sheet with its rows that are not empty."""

    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """All visible sheets in order; ``name`` is the file name."""

    name: str
    sheets: tuple[WorkSheet, ...]
