"""History of records: audit entries as stored, and as shown with the names of their records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import ListQuery


@dataclass(frozen=True, slots=True)
class RecordKey:
    """A record by its kind and id; the settings of the office are ``office_setting`` and 0."""

    kind: str
    id: int

    def text(self) -> str:
        """The key as a filter and the command line write it."""
        return f"{self.kind}:{self.id}"


def record_key(text: str) -> RecordKey:
    """Parse a record key ``KIND:ID``; raises ``ValueError`` for other texts."""
    kind, _, number = text.partition(":")
    if not kind or not (number.isascii() and number.isdigit()):
        raise ValueError(text)
    return RecordKey(kind, int(number))


OFFICE: Final = RecordKey("office_setting", 0)
"""The settings, with all that is changed on their page."""
FOLLOWED: Final = frozenset(
    {
        "meeting", "minutes_version", "resolution", "task", "person", "seat", "unit", "nomination", "agenda_item",
        "clause", "incoming_paper", "outgoing_paper", "office_setting", "upstream_decision",
    }
)  # fmt: skip
"""Kinds of records whose history can be asked for."""


def require_followed(key: RecordKey) -> None:
    """Raise ``RuleBroken`` for a kind of record without a history of its own."""
    if key.kind not in FOLLOWED:
        raise RuleBroken("history_kind_unknown", field="record", kind=key.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One stored entry of the audit table."""

    seq: int
    at: str
    actor: str
    act: str
    subject: str
    subject_id: int
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilters:
    """The actors and kinds in the audit table, for its filters, and the instant of the first entry."""

    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: str = ""


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record by its name: its text, its number if any, and the record it belongs to.

    ``id`` is 0 for a record that is gone. ``guarded`` is its class where that is more than usual, and no row tells it.
    """

    kind: str
    text: str = ""
    number: int = 0
    of: NamedRecord | None = None
    id: int = 0
    guarded: str = ""


Told = str | int | bool | date | NamedRecord | tuple["Told", ...] | None
"""A value of a record: a date is a day, a name stands for an id, and None for nothing."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field of an entry. With ``fact`` only ``after`` has a value."""

    name: str
    before: Told
    after: Told
    fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One entry as shown: time, actor, act, record, and the fields before and after.

    ``record_id`` is the id that the entry tells, also of a record that is gone. ``guarded`` is the highest class of
    what it tells, where that is more than usual.
    """

    seq: int
    day: date
    time: str
    actor: str
    act: str
    record: NamedRecord
    record_id: int = 0
    fields: tuple[FieldChange, ...] = field(default=())
    guarded: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """Kind and id of the record."""
        return self.record.kind, self.record_id


@dataclass(frozen=True, slots=True)
class HistoryAct:
    """One act of the operator: its entries in order, at least one.

    ``head`` is the entry that names it. Who attends follows a change of seats, so it names an act only where nothing
    else was done.
    """

    entries: tuple[HistoryRow, ...]

    @property
    def head(self) -> HistoryRow:
        """The entry that names the act."""
        return next((one for one in self.entries if one.record.kind != "attendance"), self.entries[0])

    @property
    def records(self) -> tuple[NamedRecord, ...]:
        """The records of the act's main entries, each once."""
        return tuple(self._done().values())

    @property
    def others(self) -> Mapping[str, int]:
        """Number of other records that the act touched, by kind."""
        done = self._done()
        return Counter(kind for kind, _id in dict.fromkeys(one.key for one in self.entries if one.key not in done))

    @property
    def guarded(self) -> str:
        """The highest class in its entries, when above the usual one."""
        return class_above_usual(*(one.guarded for one in self.entries))

    def _done(self) -> dict[tuple[str, int], NamedRecord]:
        head = (self.head.act, self.head.record.kind)
        return {one.key: one.record for one in self.entries if (one.act, one.record.kind) == head}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field of an entry in words; ``before`` is empty for a fact."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MatchingKeys:
    """The keys whose Persian words contain a searched word.

    ``values`` are triples of the kind of record (empty for every kind), the field and its value. A field inside another
    is «deadline.day».
    """

    acts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str, str]] = frozenset()


NO_KEYS: Final = MatchingKeys()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryWording:
    """Functions that put the history into words: record names, acts, and changed fields.

    ``name_with_class`` is what it is called where nothing beside it tells its class. ``concerned`` says in two lines
    which records an act is about, ``records`` in one.
    ``changes`` has a line for each field, ``fields`` its parts; ``entries`` has the lines of a whole act, each of
    several entries named before its own. ``asked`` tells what a question narrows to.
    ``keys_shown_as`` tells what of the entries a word of a search is shown for.
    """

    name: Callable[[NamedRecord], str] = lambda record: record.text
    name_with_class: Callable[[NamedRecord], str] = lambda record: record.text
    act: Callable[[HistoryRow], str] = lambda row: row.act
    concerned: Callable[[HistoryAct], tuple[str, str]] = lambda act: (act.head.record.text, "")
    records: Callable[[HistoryAct], str] = lambda act: act.head.record.text
    changes: Callable[[HistoryRow], Sequence[str]] = lambda row: [one.name for one in row.fields]
    entries: Callable[[HistoryAct], Sequence[str]] = lambda act: [row.record.text for row in act.entries]
    fields: Callable[[HistoryRow], Sequence[FieldWords]] = lambda _row: ()
    asked: Callable[[ListQuery], Sequence[str]] = lambda query: [one.value for one in query.filters]
    keys_shown_as: Callable[[str], MatchingKeys] = lambda _word: NO_KEYS


UNWORDED: Final = HistoryWording()
"""For where no paper of a history is made: keys stand in the place of words."""
