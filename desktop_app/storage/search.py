"""Folded text of what can be searched, kept by the unit of work beside each record.

Folding happens in Python (a Python function in a trigger or an index is refused under ``trusted_schema=OFF``), in
all three forms of :class:`~desktop_app.domain.folding.Form`, so that a full-text index over this table can be added
without touching a row. A clause that has become a resolution is found as the resolution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Index, UniqueConstraint, bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.folding import FOLD_VERSION, LIKE_ESCAPE, Form, all_forms, fold, like_pattern
from desktop_app.domain.jalali import format_date
from desktop_app.storage.base import Record, ref
from desktop_app.storage.link import Link
from desktop_app.storage.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.resolutions import ResolutionRecord

ACROSS_BLANKS_FROM: Final = 3
"""Shorter words are looked for inside words only, not across the blank between two."""


class SearchTextRecord(Record):
    """The folded text of one record, in three forms."""

    __tablename__ = "search_text"
    __table_args__ = (UniqueConstraint("kind", "record_id"), Index(None, "fold_version"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    meeting_id: Mapped[int | None] = ref("meeting")
    minutes_version_id: Mapped[int | None] = ref("minutes_version")
    spaced: Mapped[str]
    joined: Mapped[str]
    squeezed: Mapped[str]
    fold_version: Mapped[int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs, so that lists can be searched by what stands in their minutes."""

    kind: str
    record_id: int
    meeting_id: int | None = None
    minutes_version_id: int | None = None


def _meeting_text(meeting: Any) -> list[str]:  # noqa: ANN401 - the entity of the kind
    number = "" if meeting.number is None else str(meeting.number)
    day = "" if meeting.day is None else format_date(meeting.day)
    return [number, day, meeting.place, meeting.chair, meeting.secretary, meeting.note]


_TEXTS: Final[Mapping[str, Callable[[Any], list[str]]]] = {
    "meeting": _meeting_text,
    "agenda_item": lambda item: [item.title, item.presenter, item.background],
    "deliberation": lambda talk: [talk.speaker, talk.text],
    "guest": lambda guest: [guest.name, guest.post],
    "clause": lambda clause: [clause.text, clause.reservation],
    "person": lambda person: [person.name, person.post],
    "unit": lambda unit: [unit.name, unit.short_name, unit.head, unit.liaison],
    "upstream_decision": lambda upstream: [
        upstream.title,
        upstream.body,
        upstream.session,
        upstream.notification_number,
        upstream.clause,
    ],
}
SEARCHED: Final = frozenset(_TEXTS) | {"resolution"}
"""The kinds that can be found."""


_FOLLOWING: Final = ("meeting_id", "minutes_version_id", "spaced", "joined", "squeezed", "fold_version")
_NEW: Final = upsert(SearchTextRecord)
_PUT: Final = _NEW.on_conflict_do_update(
    index_elements=["kind", "record_id"], set_={name: _NEW.excluded[name] for name in _FOLLOWING}
)
_DROP: Final = delete(SearchTextRecord).where(
    SearchTextRecord.kind == bindparam("of_kind"), SearchTextRecord.record_id == bindparam("of")
)
_MEETING_OF: Final = select(MinutesVersionRecord.meeting_id).where(MinutesVersionRecord.id == bindparam("of"))
_RESOLUTION: Final = select(ResolutionRecord.number, ResolutionRecord.meeting_id).where(
    ResolutionRecord.id == bindparam("of")
)
_NEWEST_CLAUSE: Final = (
    select(ClauseRecord.minutes_version_id, ClauseRecord.text, ClauseRecord.reservation)
    .join(MinutesVersionRecord, MinutesVersionRecord.id == ClauseRecord.minutes_version_id)
    .where(ClauseRecord.resolution_id == bindparam("of"))
    .order_by(MinutesVersionRecord.version.desc())
    .limit(1)
)
"""The wording of a resolution in the newest version that holds it."""


class SearchIndex:
    """Keeps :class:`SearchTextRecord` equal to what is stored."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def stored(self, kind: str, record_id: int, entity: Any | None) -> None:  # noqa: ANN401
        """Follow one stored, changed or (with None) removed entity."""
        if kind == "resolution":
            self._follow_resolution(record_id)
        elif kind in _TEXTS:
            resolution_id = getattr(entity, "resolution_id", None) if kind == "clause" else None
            if entity is None or resolution_id is not None:
                self._drop(kind, record_id)
            else:
                self._put(self._place(kind, record_id, entity), _TEXTS[kind](entity))
            if resolution_id is not None:
                self._follow_resolution(resolution_id)

    def _place(self, kind: str, record_id: int, entity: Any) -> Place:  # noqa: ANN401
        version_id = getattr(entity, "minutes_version_id", None)
        meeting_id = record_id if kind == "meeting" else getattr(entity, "meeting_id", None)
        if version_id is not None:
            meeting_id = self._link.run(_MEETING_OF, {"of": version_id}).scalar()
        return Place(kind, record_id, meeting_id, version_id)

    def _follow_resolution(self, resolution_id: int) -> None:
        resolution = self._link.run(_RESOLUTION, {"of": resolution_id}).first()
        clause = self._link.run(_NEWEST_CLAUSE, {"of": resolution_id}).first()
        if resolution is None or clause is None:
            self._drop("resolution", resolution_id)
            return
        place = Place("resolution", resolution_id, resolution.meeting_id, clause.minutes_version_id)
        self._put(place, [resolution.number, clause.text, clause.reservation])

    def _drop(self, kind: str, record_id: int) -> None:
        self._link.write(_DROP, {"of_kind": kind, "of": record_id})

    def _put(self, place: Place, texts: list[str]) -> None:
        forms = all_forms("\n".join(text for text in texts if text))
        values = {
            "kind": place.kind,
            "record_id": place.record_id,
            "meeting_id": place.meeting_id,
            "minutes_version_id": place.minutes_version_id,
            "spaced": forms[Form.SPACED],
            "joined": forms[Form.JOINED],
            "squeezed": forms[Form.SQUEEZED],
            "fold_version": FOLD_VERSION,
        }
        self._link.write(_PUT, values)


def words_of_query(query: str) -> list[str]:
    """The words of a query that are left after folding."""
    return [word for word in query.split() if fold(word, Form.SQUEEZED)]


def holds(word: str) -> ColumnElement[bool]:
    """Whether a row of :class:`SearchTextRecord` holds the word, in any way it may be written."""
    table = SearchTextRecord
    if len(fold(word, Form.SQUEEZED)) >= ACROSS_BLANKS_FROM:
        return table.squeezed.like(like_pattern(word, Form.SQUEEZED), escape=LIKE_ESCAPE)
    return or_(
        table.spaced.like(like_pattern(word, Form.SPACED), escape=LIKE_ESCAPE),
        table.joined.like(like_pattern(word, Form.JOINED), escape=LIKE_ESCAPE),
    )
