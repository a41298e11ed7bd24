"""Search texts: folded texts of searchable records, updated by the unit of work with each record.

Folding happens in Python (a Python function in a trigger or an index is refused under ``trusted_schema=OFF``), in
all three forms of :class:`~desktop_app.domain.text.folding.Form`, so that a full-text index over this table can be
added without touching a row. Resolutions, and clauses that belong to one, follow
:mod:`desktop_app.storage.store.wordings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Index, UniqueConstraint, bindparam, delete, null, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, aliased, mapped_column

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.text.folding import (
    ACROSS_BLANKS_FROM,
    FOLD_VERSION,
    LIKE_ESCAPE,
    Form,
    all_forms,
    fold,
    like_pattern,
)
from desktop_app.storage.schema.base import Record, reference_column
from desktop_app.storage.schema.minutes import MinutesVersionRecord
from desktop_app.storage.store.transaction import AnySelect, Transaction, is_current_version


class SearchTextRecord(Record):
    """The folded text of one record, in three forms."""

    __tablename__ = "search_text"
    __table_args__ = (UniqueConstraint("kind", "record_id"), Index(None, "fold_version"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    meeting_id: Mapped[int | None] = reference_column("meeting")
    minutes_version_id: Mapped[int | None] = reference_column("minutes_version")
    spaced: Mapped[str]
    joined: Mapped[str]
    squeezed: Mapped[str]
    fold_version: Mapped[int]


@dataclass(frozen=True, slots=True)
class TextOwner:
    """The record, meeting and version of minutes that a search text belongs to."""

    kind: str
    record_id: int
    meeting_id: int | None = None
    minutes_version_id: int | None = None


def _meeting_text(meeting: Any) -> list[str]:  # noqa: ANN401 - the entity of the kind
    return _meeting_words(*(getattr(meeting, name) for name in _MEETING_WORDS))


def _meeting_words(number: int | None, day: date | None, *words: str) -> list[str]:
    return ["" if number is None else str(number), "" if day is None else format_date(day), *words]


_MEETING_WORDS: Final = ("number", "day", "place", "chair", "secretary", "note")


def _texts_of(fields: Sequence[str]) -> Callable[[Any], list[str]]:
    return lambda entity: [getattr(entity, name) for name in fields]


WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "agenda_item": ("title", "presenter", "background"),
    "deliberation": ("speaker", "text"),
    "guest": ("name", "post"),
    "clause": ("text", "reservation"),
    "person": ("name", "post", "phone"),
    "unit": ("name", "short_name", "head", "liaison"),
    "incoming_paper": ("subject", "sender", "number", "note"),
    "outgoing_paper": ("subject", "addressee", "number", "note", "received_by"),
    "upstream_decision": ("title", "body", "session", "notification_number", "clause"),
}
"""By kind: the fields whose words find a record. A hit shows the first as its title, and the others below it."""
_TEXTS: Final = {"meeting": _meeting_text} | {kind: _texts_of(fields) for kind, fields in WORDS.items()}
SEARCHED: Final = frozenset(_TEXTS) | {"resolution"}
"""The kinds that can be found."""


FOLDED: Final = ("meeting_id", "minutes_version_id", "spaced", "joined", "squeezed", "fold_version")
"""The columns that follow a record."""
_NEW: Final = upsert(SearchTextRecord)
PUT: Final = _NEW.on_conflict_do_update(
    index_elements=["kind", "record_id"], set_={name: _NEW.excluded[name] for name in FOLDED}
)
DROP: Final = delete(SearchTextRecord).where(
    SearchTextRecord.kind == bindparam("of_kind"), SearchTextRecord.record_id == bindparam("of")
)
_MEETING_OF: Final = select(MinutesVersionRecord.meeting_id).where(MinutesVersionRecord.id == bindparam("of"))


class SearchIndex:
    """Updates :class:`SearchTextRecord` with each stored record, except resolutions and their clauses."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def stored(self, kind: str, record_id: int, entity: Any | None) -> None:  # noqa: ANN401
        """Update the search text of one stored, changed or (with None) deleted entity."""
        if kind not in _TEXTS or (kind == "clause" and getattr(entity, "resolution_id", None) is not None):
            return
        if entity is None:
            self._transaction.write(DROP, {"of_kind": kind, "of": record_id})
        else:
            self._transaction.write(PUT, row_of(self._place(kind, record_id, entity), _TEXTS[kind](entity)))

    def _place(self, kind: str, record_id: int, entity: Any) -> TextOwner:  # noqa: ANN401
        version_id = getattr(entity, "minutes_version_id", None)
        meeting_id = record_id if kind == "meeting" else getattr(entity, "meeting_id", None)
        if version_id is not None:
            meeting_id = self._transaction.run(_MEETING_OF, {"of": version_id}).scalar()
        return TextOwner(kind, record_id, meeting_id, version_id)


def wanted_rows(transaction: Transaction, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the correct search rows of one kind, without resolutions and their clauses."""
    meetings = dict(transaction.text("SELECT id, meeting_id FROM minutes_version"))
    for record_id, meeting_id, version_id, *words in transaction.run(_words_of(kind)):
        own = record_id if kind == "meeting" else meeting_id if version_id is None else meetings.get(version_id)
        yield row_of(
            TextOwner(kind, record_id, own, version_id), _meeting_words(*words) if kind == "meeting" else words
        )


def _words_of(kind: str) -> AnySelect:
    """Return the query for the searched columns of a kind; reading whole records is several times slower."""
    columns = Record.metadata.tables[kind].columns
    owners = [columns[name] if name in columns else null() for name in ("meeting_id", "minutes_version_id")]
    found = select(columns["id"], *owners, *(columns[name] for name in WORDS.get(kind) or _MEETING_WORDS))
    return found.where(columns["resolution_id"].is_(None)) if kind == "clause" else found


def row_of(place: TextOwner, texts: Sequence[str]) -> dict[str, Any]:
    """Return the search row of one record by today's rules, without its id."""
    forms = all_forms("\n".join(text for text in texts if text))
    return {
        "kind": place.kind,
        "record_id": place.record_id,
        "meeting_id": place.meeting_id,
        "minutes_version_id": place.minutes_version_id,
        "spaced": forms[Form.SPACED],
        "joined": forms[Form.JOINED],
        "squeezed": forms[Form.SQUEEZED],
        "fold_version": FOLD_VERSION,
    }


def is_searchable() -> ColumnElement[bool]:
    """Return the condition that a search row is not part of a superseded version of minutes.

    A resolution always qualifies: its row holds the words in force, in whatever version they stand.
    """
    table, version = SearchTextRecord, aliased(MinutesVersionRecord)
    current = (
        select(version.id).where(version.id == table.minutes_version_id, is_current_version(version)).correlate(table)
    )
    return or_(table.minutes_version_id.is_(None), table.kind == "resolution", current.exists())


def words_of_query(query: str) -> list[str]:
    """Return the words of a query that are not empty after folding."""
    return [word for word in query.split() if fold(word, Form.SQUEEZED)]


def contains_word(word: str) -> ColumnElement[bool]:
    """Return the condition that a search row contains the word, in any spelling."""
    table = SearchTextRecord
    if len(fold(word, Form.SQUEEZED)) >= ACROSS_BLANKS_FROM:
        return table.squeezed.like(like_pattern(word, Form.SQUEEZED), escape=LIKE_ESCAPE)
    return or_(
        table.spaced.like(like_pattern(word, Form.SPACED), escape=LIKE_ESCAPE),
        table.joined.like(like_pattern(word, Form.JOINED), escape=LIKE_ESCAPE),
    )
