"""Lines of a correction (اصلاحیه): the corrected version, the reason, and every change word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeMark(StrEnum):
    """Whether words were kept, removed or added."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class ChangedPart(StrEnum):
    """The part of the minutes that contains a change."""

    MEETING = "meeting"
    ATTENDANCE = "attendance"
    GUESTS = "guests"
    TALK = "talk"
    NOTE = "note"
    RESOLUTION = "resolution"
    NEXT_MEETING = "next_meeting"
    ENDING = "ending"
    SIGNERS = "signers"
    ATTACHMENTS = "attachments"
    COPIES = "copies"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePiece:
    """Some words and their mark; a field that holds a key or a list has one piece for each value."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: its part, its subject (``name``: number of a resolution, name of a member) and its field.

    An empty ``field`` means the whole of it. ``before`` and ``after`` hold a deadline's kind, day, count, unit and
    base as text; of a closing sentence that replaces the usual one or gives way to it the own words and the time of
    the end. Any other field has pieces alone.
    """

    part: str
    name: str
    field: str
    pieces: tuple[ChangePiece, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amends:
    """The signed version that these minutes replace; ``number`` counts the corrections of a meeting."""

    number: int
    version: int
    code: str
    reason: str
    changes: tuple[ChangeLine, ...]
    final_on: str = ""
    """ISO day on which it became final; empty in a draft and in one that was frozen before this was told."""
