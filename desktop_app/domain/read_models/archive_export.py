"""Archive export: what is told of one, and the words that it is written with; frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileFault(StrEnum):
    """Why a file is not in an export as the records know it."""

    MISSING = "missing"
    ALTERED = "altered"
    """Its bytes are there and are not those that were taken in."""
    UNREADABLE = "unreadable"
    """It is there, and the disk or its rights do not give it."""
    UNDRAWN = "undrawn"
    """A kept document could not be drawn as a paper: its words, font, logo or an annex are not as they were."""


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file that the records know and that does not lie in the data folder as they know it."""

    path: str
    """Where it lies, or would lie, in the export."""
    named: str
    fault: FileFault


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported, and where it lies."""

    folder: Path
    tables: int
    rows: int
    files: int
    """Papers, attached files, pictures and fonts."""
    size: int
    """Bytes of the whole folder."""
    classification: str
    """The highest class of all that is in it."""
    wrong: tuple[WrongFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a table or a column means, in Persian and in English; a table has a title besides."""

    persian: str
    english: str
    title: str = ""


TitleOf = Callable[[str, str, int, str], str]
"""By table, own name, number (0 for none) and the title of its owner: how a record is called."""


@dataclass(frozen=True, slots=True)
class ExportWords:
    """Everything that an export says to a reader."""

    tables: Mapping[str, Meaning]
    """Persian meanings; the English of a table stands at the table itself."""
    column: Callable[[str, str], Meaning]
    value: Callable[[str, str, str], str]
    """By table, column and stored word: its Persian word, or the stored word itself where it is of no closed list."""
    left_out: Mapping[str, Meaning]
    """Tables that are not exported, and why."""
    title: TitleOf
    one: Callable[[str], str]
    """What one row of a table is called."""
    field: Callable[[str], str]
    """The word of a field in an entry of the history."""
    page: Mapping[str, str]
    """The words of the page, by key."""
    sections: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Parts of the page: key, title, and the tables that it lists."""
    read_me: Callable[[Mapping[str, str]], str]
    """The text beside the page, by what it fills in."""
