"""List of the audit table, newest first: entries or acts, of the office or of one record with its parts."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, String, case, cast, false, func, literal, or_, select, union_all

from desktop_app.domain.calendar.clock import first_instant
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.history import (
    NO_KEYS,
    OFFICE,
    AuditEntry,
    AuditFilters,
    MatchingKeys,
    RecordKey,
    record_key,
)
from desktop_app.domain.read_models.listing import EVERYTHING, FilterKey, ListQuery
from desktop_app.domain.rules.files import FileOwner
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.folding import LIKE_ESCAPE, like_escape
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.schema.base import ChainLinkRecord, Record, RecordHashRecord, table_of
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.registered_papers import FileLinkRecord
from desktop_app.storage.schema.resolutions import ResolutionFactsRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.list_queries import Condition, Offer, SortColumn, SqlList
from desktop_app.storage.store.search import SEARCHED, SearchTextRecord, contains_word
from desktop_app.storage.store.transaction import AnySelect

_CHILDREN: Final[Mapping[str, Sequence[tuple[str, str, str]]]] = {
    "meeting": (
        ("agenda_item", "meeting_id", "meeting"),
        ("sent_invitation", "meeting_id", ""),
        ("minutes_version", "meeting_id", ""),
    ),
    "minutes_version": tuple(
        (kind, "minutes_version_id", "minutes")
        for kind in ("attendance", "guest", "deliberation", "clause", "item_disposition", "signer")
    ),
    "resolution": (
        ("task", "resolution_id", ""),
        ("clause", "resolution_id", ""),
        ("upstream_link", "resolution_id", ""),
        ("clause_effect", "resolution_id", ""),
    ),
    "upstream_decision": (("upstream_link", "upstream_id", ""),),
    "person": (("nomination", "person_id", ""),),
    "seat": (("nomination", "seat_id", ""),),
}
"""By kind: the kinds that belong to it, the column of their owner, and the fact of their entries that names it."""
_WITH_FILES: Final = frozenset(FileOwner)
_OF_OFFICE: Final = (
    "office", "office_setting", "holiday", "axis", "party", "memorandum", "article", "committee", "picture", "month",
)  # fmt: skip
_CLASSED: Final = frozenset({"clause", "minutes_version", "incoming_paper", "outgoing_paper", "file_link"})
"""Kinds of records that have a class of their own."""
IMPORTED: Final = "imported"
_ZWNJ: Final = "\u200c"


class AuditList(SqlList[AuditEntry]):
    """List of all entries of the audit table."""

    kind = "audit"
    _keys_shown_as: Callable[[str], MatchingKeys] = staticmethod(lambda _word: NO_KEYS)

    def with_display_words(self, keys_shown_as: Callable[[str], MatchingKeys]) -> AuditList:
        """Return this list with a search that also matches the displayed words of entries."""
        made = AuditList(self._transaction, self._settle)
        made._keys_shown_as = keys_shown_as
        return made

    def _offer(self) -> Offer:
        entry = AuditRecord
        return Offer(
            views={},
            filters={
                FilterKey.RECORD: lambda values: or_(*(_of_record(record_key(one)) for one in values)),
                FilterKey.SPAN: lambda values: or_(*(_in_span(one) for one in values)),
                FilterKey.ACTOR: entry.actor.in_,
                FilterKey.KIND: entry.subject.in_,
            },
            sorts={"moment": (SortColumn(entry.seq),)},
        )

    def offer(self) -> AuditFilters:
        """Return all actors, all kinds of records, and the first instant, to choose filters from."""
        entry = AuditRecord
        columns = (entry.actor, entry.subject)
        found = self._transaction.run(select(*columns, func.min(entry.at).label("first")).group_by(*columns)).all()
        return AuditFilters(
            actors=tuple(sorted({row.actor for row in found})),
            kinds=tuple(sorted({row.subject for row in found})),
            first=min((row.first for row in found), default=""),
        )

    def classes(self, keys: Collection[RecordKey]) -> Mapping[RecordKey, frozenset[str]]:
        """Return the classifications of these records in the entries; for a resolution those of its wordings."""
        entry = table_of(AuditRecord).c
        # whoever wrote an entry that is no JSON was not the program
        facts = case((func.json_valid(entry.facts) == 1, entry.facts))
        told = [func.json_extract(facts, f"$.{part}.classification") for part in ("before", "after")]
        ids: dict[str, list[int]] = defaultdict(list)
        for key in keys:
            if key.kind in _CLASSED or key.kind == "resolution":
                ids[key.kind].append(key.id)
        if not ids:
            return {}
        about = [(entry.subject == kind) & entry.subject_id.in_(ids[kind]) for kind in sorted(_CLASSED & ids.keys())]
        written = select(entry.subject, entry.subject_id, *told).where(
            or_(false(), *about), or_(*(one.is_not(None) for one in told))
        )
        found: dict[RecordKey, set[str]] = defaultdict(set)
        for kind, key_id, *classes in self._transaction.run(union_all(written, _wording_classes(ids["resolution"]))):
            found[RecordKey(kind, key_id)].update(one for one in classes if isinstance(one, str))
        return {key: frozenset(of) for key, of in found.items()}

    def _key(self) -> ColumnElement[int]:
        return table_of(AuditRecord).c.seq

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(AuditRecord)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (AuditRecord.seq.desc(),)

    def _holding(self, word: str) -> Condition:
        """Whether an entry, its record or its display contains a word of the search."""
        entry = AuditRecord
        table = SearchTextRecord
        keys = self._keys_shown_as(word)
        found: list[Condition] = [
            (entry.subject == kind)
            & entry.subject_id.in_(select(table.record_id).where(table.kind == kind, contains_word(word)))
            for kind in sorted(SEARCHED)
        ]
        found.append((entry.subject == "clause") & entry.subject_id.in_(_clauses_of_matching_resolutions(word)))
        found += [entry.act.in_(sorted(keys.acts)), entry.subject.in_(sorted(keys.kinds))]
        for spelled in {latin_digits(word), persian_digits(word)}:
            pattern = f"%{like_escape(spelled.replace(_ZWNJ, '').replace('ي', 'ی').replace('ك', 'ک'))}%"
            found += [
                func.replace(column, _ZWNJ, "").like(pattern, escape=LIKE_ESCAPE)
                for column in (entry.facts, entry.actor)
            ]
        return or_(*found, *_matches_display(keys))

    def _rows(self, ids: list[int]) -> dict[int, AuditEntry]:
        found = self._transaction.run(select(AuditRecord.__table__).where(AuditRecord.seq.in_(ids)))
        return {row.seq: _entry(row) for row in found}

    def acts(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        """Return the acts with a matching entry, each by its first entry, in the order of the query.

        The entries of one commit are one act. What the first link covers was there before the chain: each of its
        entries is an act of its own, and so is one that no link covers.
        """
        ends = self._ends()
        return tuple(dict.fromkeys(_act_of(ends, seq)[0] for seq in self.ids(query)))

    def fetch_acts(self, acts: Sequence[int]) -> tuple[tuple[AuditEntry, ...], ...]:
        """Return the entries of each act; raises ``RuleBroken("record_unknown", …)`` for an unknown one."""
        ends = self._ends()
        found: dict[int, list[AuditEntry]] = {act: [] for act in acts}
        of_acts = [_act_of(ends, act) for act in found if _act_of(ends, act)[0] == act]
        spans = func.json_each(json.dumps(of_acts)).table_valued("value").c.value
        first, last = (func.json_extract(spans, place) for place in ("$[0]", "$[1]"))
        entry = table_of(AuditRecord).c
        read = select(first.label("of_act"), table_of(AuditRecord)).where(entry.seq.between(first, last))
        for row in self._transaction.run(read.order_by(entry.seq)):
            found[row.of_act].append(_entry(row))
        for act, entries in found.items():
            if not entries:
                raise RuleBroken("record_unknown", kind=self.kind, id=act)
        return tuple(tuple(found[act]) for act in acts)

    def _ends(self) -> Sequence[int]:
        """Return the last covered entry of each link, ascending."""
        link = table_of(ChainLinkRecord).c
        return self._transaction.numbers(select(link.last_entry).order_by(link.seq))


def _act_of(ends: Sequence[int], seq: int) -> tuple[int, int]:
    """Return the first and last entry of the act that contains an entry."""
    link = bisect_left(ends, seq)
    return (ends[link - 1] + 1, ends[link]) if 0 < link < len(ends) else (seq, seq)


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        act=row.act,
        subject=row.subject,
        subject_id=row.subject_id,
        facts=read_object(row.facts),
    )


def _wording_classes(resolutions: Sequence[int]) -> Select[tuple[str, int, str, str]]:
    """Return the query for the classifications of the clauses of resolutions, and of their minutes."""
    clause, version = table_of(ClauseRecord).c, table_of(MinutesVersionRecord).c
    return (
        select(
            literal("resolution"),
            clause.resolution_id,
            cast(clause.classification, String),
            cast(version.classification, String),
        )
        .join_from(table_of(ClauseRecord), table_of(MinutesVersionRecord), version.id == clause.minutes_version_id)
        .where(clause.resolution_id.in_(resolutions))
    )


def _matches_display(keys: MatchingKeys) -> Iterator[Condition]:
    """Yield conditions on stored facts: one of the fields is not empty, or has one of the values."""
    entry = AuditRecord
    for name in sorted(keys.fields):
        yield or_(
            *(entry.facts.op("GLOB")(f"*{_stored_field_pattern(name)}:{filled}*") for filled in ('[^n"]', '"[^"]'))
        )
    for kind, name, value in sorted(keys.values):
        told = entry.facts.op("GLOB")(f'*{_stored_field_pattern(name)}:"{value}"*')
        yield (entry.subject == kind) & told if kind else told


def _stored_field_pattern(name: str) -> str:
    """Return a GLOB pattern for a field in the stored facts; ``deadline.day`` is a field inside another."""
    return f'"{name}"'.replace(".", '":{*"')


def _clauses_of_matching_resolutions(word: str) -> Select[int]:
    """Return the query for clauses whose resolution matches a word of the search."""
    table, facts = SearchTextRecord, ResolutionFactsRecord
    worded = select(table.record_id).where(table.kind == "resolution", contains_word(word))
    return select(facts.clause_id).where(facts.resolution_id.in_(worded))


def _in_span(value: str) -> Condition:
    first, _, last = value.partition("/")
    begins, ends = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    return (AuditRecord.at >= first_instant(begins)) & (AuditRecord.at < first_instant(ends))


# ---- a record with what belongs to it


def _of_record(key: RecordKey) -> Condition:
    """Return the condition for entries about a record, its parts, and the files of both."""
    found = [*_records_and_parts(key.kind, [key.id]), AuditRecord.seq.in_(_imports_of(key))]
    if key == OFFICE:
        found.append(AuditRecord.subject.in_(_OF_OFFICE))
    return or_(*found)


def _records_and_parts(kind: str, ids: Any) -> Iterator[Condition]:  # noqa: ANN401 - ids or a select
    """Yield conditions for records of a kind, their files, and all their children."""
    yield _entries_about(kind, ids)
    if kind in _WITH_FILES:
        files = table_of(FileLinkRecord).c
        yield _entries_about(
            "file_link", select(files.id).where(files.record_kind == kind, files.record_uid.in_(_uids(kind, ids)))
        )
    for child, column, fact in _CHILDREN.get(kind, ()):
        table = Record.metadata.tables[child].c
        yield from _records_and_parts(child, select(table.id).where(table[column].in_(ids)))
        if fact:
            # of a child that was taken away, its entries say to what it belonged
            told = (f"$.{fact}", f"$.before.{column}", f"$.after.{column}")
            entry = table_of(AuditRecord).alias().c
            named = or_(*(func.json_extract(entry.facts, path).in_(ids) for path in told))
            yield _entries_about(child, select(entry.subject_id).where(entry.subject == child, named))


def _entries_about(kind: str, ids: Any) -> Condition:  # noqa: ANN401 - ids or a select
    return (AuditRecord.subject == kind) & AuditRecord.subject_id.in_(ids)


def _uids(kind: str, ids: Any) -> Select[str]:  # noqa: ANN401 - ids or a select
    table = Record.metadata.tables[kind]
    if kind != "minutes_version":
        return select(table.c.uid).where(table.c.id.in_(ids))
    # an annex goes on with the text that it was given to
    own = table.alias()
    later = (own.c.meeting_id == table.c.meeting_id) & (own.c.version >= table.c.version)
    return select(table.c.uid).join(own, later).where(own.c.id.in_(ids))


def _imports_of(key: RecordKey) -> Select[int]:
    """Return the query for the imports that created or extended a record.

    Thousands of records come with one import, and each has the hash of its row in the link of that commit.
    """
    entry, link, before = (table_of(one).alias() for one in (AuditRecord, ChainLinkRecord, ChainLinkRecord))
    hashed = table_of(RecordHashRecord)
    links = select(hashed.c.link).where(hashed.c.kind == key.kind, hashed.c.record_id == key.id)
    covered = select(func.max(before.c.last_entry)).where(before.c.seq < link.c.seq).correlate(link)
    return (
        select(entry.c.seq)
        .select_from(entry)
        .join(link, (entry.c.seq <= link.c.last_entry) & (entry.c.seq > func.coalesce(covered.scalar_subquery(), 0)))
        .where(entry.c.act == IMPORTED, link.c.seq.in_(links))
    )
