"""Contents of the help page: chapters, program facts, and shipped components."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Chapter(StrEnum):
    """The help chapters in order; each is a file of this name in ``resources/help``."""

    START = "start"
    TAKING_OVER = "taking-over"
    MEMBERS = "members"
    MEETING = "meeting"
    MINUTES = "minutes"
    PAPER = "paper"
    FOLLOW_UP = "follow-up"
    FILES = "files"
    PRINTING = "printing"
    REGISTERS = "registers"
    LISTS = "lists"
    KEYS = "keys"
    UNDO = "undo"
    DATA = "data"
    BACKUP = "backup"
    DRILL = "drill"
    THREATS = "threats"
    TROUBLE = "trouble"
    ADMIN = "admin"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class HelpChapter:
    """One help chapter: its title, and its whole text in Markdown."""

    chapter: Chapter
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """Facts of the program for support on the phone; folders are full paths."""

    version: str
    python: str
    qt: str
    sqlite: str
    system: str
    schema: int
    data: str
    copies: str
    log: str
    settings: str
    program: str


@dataclass(frozen=True, slots=True)
class ShippedComponent:
    """A shipped component, or a part ``inside`` one, with its licence name and licence file."""

    name: str
    version: str
    licence: str
    inside: str
    text: str
