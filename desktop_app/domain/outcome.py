"""Outcomes of acts: the data areas they changed, the rows they wrote, and the records they made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Flag, auto
from typing import Any, Final, Protocol

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.json_text import read_object


class Changed(Flag):
    """Data areas that an act changed; each open screen decides whether to reload."""

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
    """A record of any kind; an id of 0 means that it is not stored yet."""

    @property
    def id(self) -> int:
        """The integer key."""
        ...


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row that an act wrote, before and after; None where the row was not there.

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
    """The outcome of an act; ``id`` is the record that it made or changed."""

    changed: Changed
    id: int = 0
    written: tuple[WrittenRow, ...] = field(default=(), compare=False, repr=False, metadata=NOT_STORED)
    """The rows that it wrote, in that order, for whoever takes it back; none in the answer of a repeat."""
    recalled: bool = field(default=False, compare=False, repr=False, metadata=NOT_STORED)
    """Whether this is the stored answer of an earlier try, of which the rows are not known."""

    @property
    def stands(self) -> bool:
        """Whether the act had any effect."""
        return any(row.before != row.after for row in self.written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalised(Outcome):
    """Outcome of finalising minutes: the numbers given, the number of tasks made, and the paper's code."""

    numbers: tuple[str, ...] = ()
    task_count: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLowered(Outcome):
    """Outcome of lowering the class of an extract, or of undoing that; ``id`` is the resolution.

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
        """Always true: the act is recorded only in the audit table, without a row."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Outcome):
    """Outcome of withdrawing a version; ``id`` is the new draft, ``copies`` the number of printed copies to destroy."""

    copies: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified(Outcome):
    """Outcome of a notification: number of resolutions, and number of units notified."""

    count: int = 0
    task_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyTold(Outcome):
    """Outcome of an act on several tasks: the ids of the tasks done, and the refusal of each other task."""

    done: tuple[int, ...] = ()
    refused: tuple[tuple[int, RuleBroken], ...] = field(default=(), metadata=NOT_STORED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending(Outcome):
    """Outcome of beginning or dropping a correction; ``id`` is its draft, ``version`` and ``number`` name it."""

    version: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Outcome):
    """Outcome of recording signatures: the number recorded, and whether all signatures are now complete."""

    count: int = 0
    complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Outcome):
    """Outcome of importing past records: how many of each kind, and how many were there already."""

    meetings: int = 0
    resolutions: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesAttached(Outcome):
    """Outcome of attaching files: the new links, and the names of files that the record already had."""

    links: tuple[int, ...] = ()
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanKept(Outcome):
    """Outcome of keeping the scan of an original; ``id`` is the id of its minutes.

    ``complete`` says that it was the last that was missing and the minutes are archived; ``provisional`` that names
    are still missing on the original.
    """

    original: int
    link: int
    complete: bool = False
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersRegistered(Outcome):
    """Outcome of registering outgoing letters: the ids of the papers, and their row numbers in the register.

    ``numbered`` are papers that stood there without a number and were given the one that the letter bears now.
    """

    papers: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    numbered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAnswered(Outcome):
    """Outcome of an answer to an invitation in letter ``id``; ``reply`` numbers the answers of a meeting."""

    reply: int

    @property
    def stands(self) -> bool:
        """Always true: the audit entry of the act holds the answer."""
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
    """Return the outcome as JSON, for storage with its act: the class name and the fields."""
    stored = {one.name: getattr(outcome, one.name) for one in fields(outcome) if "not_stored" not in one.metadata}
    answer = {"kind": type(outcome).__name__, **stored, "changed": outcome.changed.value}
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def outcome_of(answer: str) -> Outcome:
    """Parse the outcome from the JSON of :func:`answer_of`; raises ``LookupError`` for an unknown class."""
    found = read_object(answer)
    kind = next((one for one in KINDS if one.__name__ == found.get("kind")), None)
    if kind is None:
        raise LookupError(f"no outcome is called {found.get('kind')!r}")
    known = {one.name for one in fields(kind)}
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    values["changed"] = Changed(found["changed"])
    return kind(**{name: value for name, value in values.items() if name in known}, recalled=True)
