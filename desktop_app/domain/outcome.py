"""Outcomes of acts: which screens an act concerns, which rows it wrote, and what it made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Flag, auto
from typing import Any, Final, Protocol

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.json_text import read_object


class Changed(Flag):
    """What an act changed; each open screen decides whether to reload."""

    NOTHING = 0
    MEETINGS = auto()
    MINUTES = auto()
    RESOLUTIONS = auto()
    TASKS = auto()
    MEMBERS = auto()
    SETTINGS = auto()
    FILES = auto()
    REGISTERS = auto()


class Identified(Protocol):
    """A record of whatever kind; an id of 0 means that it is not stored yet."""

    @property
    def id(self) -> int:
        """The integer key."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """A row that an act wrote, as it stood before and after it; None where there was none before, or is none after.

    ``kind`` is the kind of record as storage knows it; ``uid`` is that of a row which is gone, for it to come back as
    the same record.
    """

    kind: str
    before: Identified | None
    after: Identified | None
    uid: str = ""


NOT_STORED: Final[Mapping[str, bool]] = {"not_stored": True}
"""Metadata of a field of an outcome that is no part of the answer of a repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The answer of an act; ``id`` is the record it made or changed."""

    changed: Changed
    id: int = 0
    written: tuple[Written, ...] = field(default=(), compare=False, repr=False, metadata=NOT_STORED)
    """The rows that it wrote, in that order, for whoever takes it back; none in the answer of a repeat."""
    recalled: bool = field(default=False, compare=False, repr=False, metadata=NOT_STORED)
    """Whether this is the stored answer of an earlier try, of which the rows are not known."""

    @property
    def stands(self) -> bool:
        """Whether anything stands otherwise by it."""
        return any(row.before != row.after for row in self.written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalised(Outcome):
    """Minutes became final: the numbers given in this act, the tasks made in it, and the code of the paper."""

    numbers: tuple[str, ...] = ()
    task_count: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLowered(Outcome):
    """A lowering of the class of an extract that was done or taken back; ``id`` is the resolution.

    The entry of the history is all that it writes, and it stands by that.
    """

    unit_id: int = 0
    usual: str = ""
    """The class of the words, for which it holds."""
    classification: str = ""
    """The lower one."""
    reason: str = ""

    @property
    def stands(self) -> bool:
        """No row tells of it."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Outcome):
    """A version was withdrawn; ``id`` is the new draft, ``copies`` how many printed copies have to be destroyed."""

    copies: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified(Outcome):
    """Resolutions were notified: how many, and how many units know of their task by it."""

    count: int = 0
    task_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyTold(Outcome):
    """The answer of an act on several tasks: how many were done, and by task why the others were not."""

    done: tuple[int, ...] = ()
    refused: tuple[tuple[int, RuleBroken], ...] = field(default=(), metadata=NOT_STORED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending(Outcome):
    """A correction was begun or dropped; ``id`` is its draft, ``version`` and ``number`` what it is called."""

    version: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Outcome):
    """Signatures were recorded: how many in this act, and whether they were the last that was waited for."""

    count: int = 0
    complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Outcome):
    """Past records were taken over: how many of each, and how many rows were there already."""

    meetings: int = 0
    resolutions: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesAttached(Outcome):
    """Files were attached: the links made, and the names of those that the record had already."""

    links: tuple[int, ...] = ()
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanKept(Outcome):
    """The scan of an original is kept; ``id`` is that of its minutes.

    ``complete`` says that it was the last that was missing and the minutes are archived; ``provisional`` that names
    are still missing on the original.
    """

    original: int
    link: int
    complete: bool = False
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersRegistered(Outcome):
    """Letters entered the register of outgoing papers: the papers, and their rows in it.

    ``numbered`` are papers that stood there without a number and were given the one that the letter bears now.
    """

    papers: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    numbered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAnswered(Outcome):
    """An invitee answered by the letter ``id``; ``reply`` is the answer's own number among those to its meeting."""

    reply: int

    @property
    def stands(self) -> bool:
        """The entry of the act tells the answer, whatever rows it wrote besides."""
        return True


KINDS: Final[tuple[type[Outcome], ...]] = (
    Outcome,
    Finalised,
    ClassLowered,
    Withdrawn,
    Notified,
    ManyTold,
    Amending,
    Signed,
    Imported,
    FilesAttached,
    ScanKept,
    LettersRegistered,
    InvitationAnswered,
)


def answer_of(outcome: Outcome) -> str:
    """The outcome as JSON, for the row of its act: its class by name and its fields."""
    stored = {one.name: getattr(outcome, one.name) for one in fields(outcome) if "not_stored" not in one.metadata}
    answer = {"kind": type(outcome).__name__, **stored, "changed": outcome.changed.value}
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def outcome_of(answer: str) -> Outcome:
    """The outcome that :func:`answer_of` made; raises ``LookupError`` for the answer of another program."""
    found = read_object(answer)
    kind = next((one for one in KINDS if one.__name__ == found.get("kind")), None)
    if kind is None:
        raise LookupError(f"no outcome is called {found.get('kind')!r}")
    known = {one.name for one in fields(kind)}
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    values["changed"] = Changed(found["changed"])
    return kind(**{name: value for name, value in values.items() if name in known}, recalled=True)
