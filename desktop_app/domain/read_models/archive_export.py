"""Archive export: what one holds and lacks, and the words that it is written with; frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileFault(StrEnum):
    """Why a file is not in an export as the records know it."""

    MISSING = "missing"
    """No file of that name lies in the data folder; a link to a file elsewhere is none."""
    ALTERED = "altered"
    """Its bytes are in the export and differ from those that were recorded."""
    UNREADABLE = "unreadable"
    """The disk or its rights do not give it."""
    UNDRAWN = "undrawn"
    """A kept document could not be drawn as a paper: its words, font, logo or an annex are not as they were."""


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file that the records know and that the export lacks or has altered; ``path`` is its path in the export."""

    path: str
    named: str
    fault: FileFault


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; ``size`` in bytes, ``classification`` the highest class in it, empty for the usual one."""

    folder: Path
    tables: int
    rows: int
    files: int
    """Papers and attached files."""
    size: int
    classification: str
    wrong: tuple[WrongFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The Persian words of an export."""

    tables: Mapping[str, str]
    """Titles of the tables that are exported, by name."""
    column: Callable[[str, str], str]
    """The meaning of a column by its table and name."""
    lists: Mapping[str, Mapping[str, str]]
    """Closed lists by name: ``meeting``, ``meeting_kind``, ``minutes``, ``class``, ``kind``, ``fault``, ``mark``."""

    meeting: Callable[[int], str]
    """A meeting by its number, 0 for none."""
    minutes: Callable[[str, int], str]
    """Minutes by their meeting and version."""

    def of(self, name: str, stored: str) -> str:
        """The word of a closed list; an unknown stored word itself."""
        return self.lists[name].get(stored, stored)
