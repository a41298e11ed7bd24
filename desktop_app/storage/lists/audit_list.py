"""The audit table as a list: the newest entry first, of the whole office or of one record with what belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    tuple_,
    union_all,
)

from desktop_app.domain.calendar.clock import first_instant
from desktop_app.domain.read_models.history import NO_KEYS, AuditEntry, AuditOffer, RecordKey, ShownKeys, record_key
from desktop_app.domain.read_models.listing import FilterKey
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.folding import LIKE_ESCAPE, like_escape
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.lists.list_queries import Condition, Offer, SortColumn
from desktop_app.storage.lists.lists import SqlList
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.evidence import ChainLinkRecord, RecordHashRecord
from desktop_app.storage.schema.files import FileLinkRecord
from desktop_app.storage.schema.meetings import (
    AgendaItemRecord,
    AttendanceRecord,
    GuestRecord,
    MeetingRecord,
    SentInvitationRecord,
)
from desktop_app.storage.schema.members import NominationRecord, PersonRecord, SeatRecord, UnitRecord
from desktop_app.storage.schema.minutes import ClauseRecord, DeliberationRecord, MinutesVersionRecord, SignerRecord
from desktop_app.storage.schema.registered_papers import IncomingPaperRecord, OutgoingPaperRecord
from desktop_app.storage.schema.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord
from desktop_app.storage.schema.tasks import TaskRecord
from desktop_app.storage.search.search import SEARCHED, SearchTextRecord, holds
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import AnySelect

_OF_VERSION: Final[Mapping[str, type[Any]]] = {
    "attendance": AttendanceRecord,
    "guest": GuestRecord,
    "deliberation": DeliberationRecord,
    "clause": ClauseRecord,
    "signer": SignerRecord,
}
_OF_OFFICE: Final = (
    "office", "office_setting", "holiday", "axis", "party", "memorandum", "article", "committee", "picture", "month",
)  # fmt: skip
_CLASSED: Final = frozenset({"clause", "minutes_version", "incoming_paper", "outgoing_paper", "file_link"})
"""Kinds of records that have a class of their own."""
IMPORTED: Final = "imported"
_ZWNJ: Final = "\u200c"
Ids = Select[int]
Uids = Select[str]


class AuditList(SqlList[AuditEntry]):
    """Every entry there is."""

    kind = "audit"
    _keys_shown_as: Callable[[str], ShownKeys] = staticmethod(lambda _word: NO_KEYS)

    def finding_by_words(self, keys_shown_as: Callable[[str], ShownKeys]) -> AuditList:
        """The same list, in which a word finds the entries that are shown in it, too."""
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
                FilterKey.ACT: entry.act.in_,
            },
            sorts={"moment": (SortColumn(entry.seq),)},
        )

    def offer(self) -> AuditOffer:
        """Who acted, what was done, and to which kinds of records."""
        entry = AuditRecord
        found = self._transaction.run(
            select(entry.actor, entry.subject, entry.act, func.min(entry.at).label("first")).group_by(
                entry.actor, entry.subject, entry.act
            )
        ).all()
        return AuditOffer(
            actors=tuple(sorted({row.actor for row in found})),
            kinds=tuple(sorted({row.subject for row in found})),
            acts=tuple(sorted({row.act for row in found})),
            first=min((row.first for row in found), default=""),
        )

    def classes(self, keys: Collection[RecordKey]) -> Mapping[RecordKey, frozenset[str]]:
        """The classes that entries tell of these records, from and to, and for a resolution those of its wording."""
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
        """What was written then, the words in which the record stands now, or those in which the entry is shown."""
        entry = AuditRecord
        table = SearchTextRecord
        found: list[Condition] = [
            (entry.subject == kind)
            & entry.subject_id.in_(select(table.record_id).where(table.kind == kind, holds(word)))
            for kind in sorted(SEARCHED)
        ]
        found.append((entry.subject == "clause") & entry.subject_id.in_(_wording(word)))
        for spelled in {latin_digits(word), persian_digits(word)}:
            pattern = f"%{like_escape(spelled.replace(_ZWNJ, '').replace('ي', 'ی').replace('ك', 'ک'))}%"
            found += [
                func.replace(column, _ZWNJ, "").like(pattern, escape=LIKE_ESCAPE)
                for column in (entry.facts, entry.actor)
            ]
        return or_(*found, *_shown(self._keys_shown_as(word)))

    def _rows(self, ids: list[int]) -> dict[int, AuditEntry]:
        found = self._transaction.run(select(AuditRecord.__table__).where(AuditRecord.seq.in_(ids)))
        return {
            row.seq: AuditEntry(
                seq=row.seq,
                at=row.at,
                actor=row.actor,
                act=row.act,
                subject=row.subject,
                subject_id=row.subject_id,
                facts=read_object(row.facts),
            )
            for row in found
        }


def _wording_classes(resolutions: Sequence[int]) -> Select[tuple[str, int, str, str]]:
    """The classes of the clauses that word resolutions, and of their minutes."""
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


def _shown(keys: ShownKeys) -> Iterator[Condition]:
    """The entries of these acts and kinds, and those that tell one of the fields, not empty, or one of the values."""
    entry = AuditRecord
    told = func.json_tree(case((func.json_valid(entry.facts) == 1, entry.facts), else_="{}"))
    field = told.table_valued("fullkey", "atom", "type", "value").c

    def telling(names: Collection[str]) -> ColumnElement[bool]:
        there = and_(field.type != "null", field.value.not_in(("", "[]", "{}")))
        return and_(field.fullkey.in_(sorted(_places(names))), there)

    other = and_(entry.act == "changed", exists().where(telling(keys.unless)).correlate(entry))
    yield and_(entry.act.in_(sorted(keys.acts)), not_(other)) if keys.unless else entry.act.in_(sorted(keys.acts))
    yield entry.subject.in_(sorted(keys.kinds))
    if not keys.fields | keys.values:
        return
    values = [(kind, place, value) for kind, name, value in sorted(keys.values) for place in _places([name])]
    of_kind = tuple_(entry.subject, field.fullkey, field.atom).in_([one for one in values if one[0]])
    of_any = tuple_(field.fullkey, field.atom).in_([one[1:] for one in values if not one[0]])
    yield exists().where(or_(telling(keys.fields), of_kind, of_any)).correlate(entry)


def _places(names: Iterable[str]) -> Iterator[str]:
    """Where the facts of an entry tell fields, in the words of ``json_tree``: of its own, or from and to."""
    for name in names:
        parts = name.split(".")
        # SQLite puts a key into quotes that has more than letters and digits in it; whether «_» is one is its matter
        quoted = [one if one.isalnum() else f'"{one}"' for one in parts]
        for top in ("$", "$.before", "$.after"):
            yield from sorted({".".join((top, *parts)), ".".join((top, *quoted))})


def _wording(word: str) -> Ids:
    """The clauses that word a resolution with such words: what is found elsewhere as the resolution alone."""
    table, facts = SearchTextRecord, ResolutionFactsRecord
    worded = select(table.record_id).where(table.kind == "resolution", holds(word))
    return select(facts.clause_id).where(facts.resolution_id.in_(worded))


def _in_span(value: str) -> Condition:
    first, _, last = value.partition("/")
    begins, ends = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    return (AuditRecord.at >= first_instant(begins)) & (AuditRecord.at < first_instant(ends))


# ---- a record with what belongs to it


def _of_record(key: RecordKey) -> Condition:
    own = (AuditRecord.subject == key.kind) & (AuditRecord.subject_id == key.id)
    parts = _PARTS.get(key.kind)
    files = _UIDS.get(key.kind)
    found = [own, *(parts(key.id) if parts is not None else ())]
    found.append(AuditRecord.seq.in_(_imports_of(key)))
    return or_(*found, *(_of_files(uids) for uids in (files(key.id) if files is not None else ())))


def _imports_of(key: RecordKey) -> Ids:
    """The imports that brought a record, or more to it: one entry of the committee each, in the commit of the record.

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


def _about(kind: str, ids: Ids) -> Condition:
    return (AuditRecord.subject == kind) & AuditRecord.subject_id.in_(ids)


def _child(kind: str, record: type[Any], column: str, owners: Any, fact: str) -> Condition:  # noqa: ANN401 - ids or a select
    """Entries of a kind of child: those there are, and those that were taken away, which their entries tell."""
    there = select(record.id).where(getattr(record, column).in_(owners))
    entry = table_of(AuditRecord).alias()
    told = (f"$.{fact}", f"$.before.{column}", f"$.after.{column}")
    gone = select(entry.c.subject_id).where(
        entry.c.subject == kind, or_(*(func.json_extract(entry.c.facts, path).in_(owners) for path in told))
    )
    return or_(_about(kind, there), _about(kind, gone))


def _of_files(uids: Uids) -> Condition:
    return _about("file_link", select(FileLinkRecord.id).where(FileLinkRecord.record_uid.in_(uids)))


def _parts_of_versions(owners: Any) -> list[Condition]:  # noqa: ANN401 - ids or a select
    return [_child(kind, record, "minutes_version_id", owners, "minutes") for kind, record in _OF_VERSION.items()]


def _of_meeting(meeting_id: int) -> Sequence[Condition]:
    versions = select(MinutesVersionRecord.id).where(MinutesVersionRecord.meeting_id == meeting_id)
    return [
        _child("agenda_item", AgendaItemRecord, "meeting_id", [meeting_id], "meeting"),
        _about("sent_invitation", select(SentInvitationRecord.id).where(SentInvitationRecord.meeting_id == meeting_id)),
        _about("minutes_version", versions),
        *_parts_of_versions(versions),
    ]


def _of_resolution(resolution_id: int) -> Sequence[Condition]:
    return [
        _about("task", select(TaskRecord.id).where(TaskRecord.resolution_id == resolution_id)),
        _about("clause", select(ClauseRecord.id).where(ClauseRecord.resolution_id == resolution_id)),
    ]


def _of_person(person_id: int) -> Sequence[Condition]:
    return [_about("nomination", select(NominationRecord.id).where(NominationRecord.person_id == person_id))]


def _of_seat(seat_id: int) -> Sequence[Condition]:
    return [_about("nomination", select(NominationRecord.id).where(NominationRecord.seat_id == seat_id))]


_PARTS: Final[Mapping[str, Callable[[int], Sequence[Condition]]]] = {
    "meeting": _of_meeting,
    "minutes_version": lambda version_id: _parts_of_versions([version_id]),
    "resolution": _of_resolution,
    "person": _of_person,
    "seat": _of_seat,
    "office_setting": lambda _id: [AuditRecord.subject.in_(_OF_OFFICE)],
}
"""By kind: the entries of what belongs to a record."""


def _uids(record: type[Any], column: str = "id") -> Callable[[int], Uids]:
    return lambda key: select(record.uid).where(getattr(record, column) == key)


def _uids_of_versions(version_id: int) -> Uids:
    own, earlier = table_of(MinutesVersionRecord).alias(), table_of(MinutesVersionRecord)
    of_meeting = (earlier.c.meeting_id == own.c.meeting_id) & (earlier.c.version <= own.c.version)
    return select(earlier.c.uid).join(own, of_meeting).where(own.c.id == version_id)


_UIDS: Final[Mapping[str, Callable[[int], Sequence[Uids]]]] = {
    "meeting": lambda key: [
        _uids(MeetingRecord)(key),
        _uids(AgendaItemRecord, "meeting_id")(key),
        _uids(MinutesVersionRecord, "meeting_id")(key),
    ],
    # an annex goes on with the text that it was given to
    "minutes_version": lambda key: [_uids_of_versions(key)],
    "agenda_item": lambda key: [_uids(AgendaItemRecord)(key)],
    "resolution": lambda key: [_uids(ResolutionRecord)(key), _uids(TaskRecord, "resolution_id")(key)],
    "task": lambda key: [_uids(TaskRecord)(key)],
    "nomination": lambda key: [_uids(NominationRecord)(key)],
    "person": lambda key: [_uids(PersonRecord)(key), _uids(NominationRecord, "person_id")(key)],
    "seat": lambda key: [_uids(SeatRecord)(key), _uids(NominationRecord, "seat_id")(key)],
    "unit": lambda key: [_uids(UnitRecord)(key)],
    "incoming_paper": lambda key: [_uids(IncomingPaperRecord)(key)],
    "outgoing_paper": lambda key: [_uids(OutgoingPaperRecord)(key)],
}
"""By kind: the uids of the records whose files are told of in its history."""
