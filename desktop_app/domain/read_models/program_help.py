"""Contents of the help page: chapters, facts of the program, and the components that ship with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Chapter(StrEnum):
    """The chapters in the order of the list; a chapter's text is the file of this name in ``resources/help``."""

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
    """One chapter as it was read: its title, and its whole text in Markdown."""

    chapter: Chapter
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What support asks for on the phone; places are whole paths."""

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
    """A component that ships, or a part ``inside`` one, with the name of its licence and the file of its text."""

    name: str
    version: str
    licence: str
    inside: str
    text: str
