"""Filling of a new file with what was judged, in one transaction: rows, what is derived of them, the act, its link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.recovery_report import COUNTED, NamedRecord, TableReport
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Act, Changed
from desktop_app.services.ports import Role as ActRole
from desktop_app.storage.evidence.stored import HASHED
from desktop_app.storage.evidence.verifying import ACT, ENTRY
from desktop_app.storage.file.check import Steps, check
from desktop_app.storage.file.connections import Role, engine_for, open_transaction
from desktop_app.storage.file.faults import raise_told
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.file.frozen_checks import VERSION, frozen_texts, sent_texts
from desktop_app.storage.file.integrity import QUESTIONS
from desktop_app.storage.file.state_checks import states_without_acts
from desktop_app.storage.file.told_findings import CODES, COUNT, LEFT, RECORDS, STATES, SUBJECT, VERB, WRITTEN, grouped
from desktop_app.storage.file.upgrade import upgrade
from desktop_app.storage.recovery.building import Builder
from desktop_app.storage.recovery.chaining import cover_rest, cut_after, sound_links
from desktop_app.storage.recovery.class_read import LostClasses, highest_class, tables_with_class
from desktop_app.storage.recovery.judging import HASHES, Judged, columns_of, newest_hashes
from desktop_app.storage.recovery.marking import Marking
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema import schema
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.evidence import RecordHashRecord
from desktop_app.storage.schema.guards import guards
from desktop_app.storage.schema.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.search.reindex import reindex
from desktop_app.storage.search.search import SearchTextRecord
from desktop_app.storage.store.acts import ActRecord, record_act
from desktop_app.storage.store.audit import AuditRecord, append_audit, frozen_hashes
from desktop_app.storage.store.transaction import Transaction

DERIVED: Final = frozenset({SearchTextRecord.__tablename__, ResolutionFactsRecord.__tablename__})
"""Tables that are made anew from the others."""
GROWN: Final = ("audit", "act", "chain_link", "record_hash")
"""Tables whose counter is their last row: the check reads a counter that is ahead as rows that were cut off."""
EVIDENCE: Final = frozenset({"chain_link", "record_hash"})
"""Told of as links, not as records."""
_AFTER_LOSS: Final[Steps] = (*QUESTIONS, ("frozen", frozen_texts), ("letters", sent_texts))
"""Steps that find what the loss of one record does to others."""
_FROZEN: Final = f"SELECT snapshot, content_hash FROM {VERSION}"
_NAMED: Final = 500
"""So many records are named in the entry of the audit table; the report names all."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What the new file holds, and what does not."""

    tables: tuple[TableReport, ...]
    records: tuple[NamedRecord, ...]
    links_kept: int
    classification: Classification
    """The highest that anything told of, or that a lost record was given."""


def fill(target: Path, judged: Mapping[str, Judged], file: DamagedFile, context: WorkContext) -> Filled:
    """Make the new file at ``target``; raises ``EnvironmentProblem`` and then it is not to be used."""
    upgrade(target)
    engine = engine_for(target, Role.MIGRATION)
    try:
        with open_transaction(engine) as connection:
            try:
                filled = _fill(connection, judged, file, context)
                connection.commit()
            except DBAPIError as error:
                raise_told(error)
    finally:
        engine.dispose()
    return filled


# ---- inside


def _fill(connection: Connection, judged: Mapping[str, Judged], file: DamagedFile, context: WorkContext) -> Filled:
    for name in guards():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    told = highest_class(file, judged)
    raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    lost = LostClasses(file, judged, told)
    marking = Marking(judged, told, lost)
    newest = newest_hashes(file)
    counted = file.counters.keys() & {*HASHED}
    given = {name: max(file.counters[name], *newest.hashes.get(name, ()), 0) for name in counted}
    builder = Builder(raw, judged, file.hints, marking, given, newest.whole)
    builder.put(table for table in Record.metadata.sorted_tables if table.name not in DERIVED)
    transaction = Transaction(
        connection, context.clock, context.actor, context.make_uid, writable=True, act=Act(role=ActRole.OPERATOR)
    )
    reindex(transaction)
    link, entry, act = sound_links(transaction)
    cut_after(transaction, link)
    _set_counters(raw, file.counters, GROWN)
    named = [one for name in tables_with_class() for one in lost.named(name, judged.get(name, Judged()), file.hints)]
    filled = _told(builder, judged, link, file, highest([told, *marking.classes, *named]))
    came = builder.came.get(VERSION, set()) - judged.get(VERSION, Judged()).unproven - _covered_anew(file)
    _record(transaction, filled, _proved_codes(transaction, sorted(came)))
    cover_rest(transaction, entry, act)
    for body in guards().values():
        connection.exec_driver_sql(body)
    _require_expected(connection)
    return filled


def _set_counters(raw: sqlite3.Connection, given: Mapping[str, int], grown: Iterable[str]) -> None:
    """No key is given twice: SQLite counts on from where it was, in ``grown`` tables from their last row."""
    for name in grown:
        raw.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        key = "seq" if "seq" in Record.metadata.tables[name].columns else "id"
        raw.execute(
            f"INSERT INTO sqlite_sequence (name, seq) SELECT ?, max({key}) FROM {name} HAVING count(*)", (name,)
        )
    for name, last in given.items():
        if name in Record.metadata.tables and name not in grown:
            raw.execute("INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE NOT EXISTS"
                " (SELECT 1 FROM sqlite_sequence WHERE name = ?)", (name, name))  # fmt: skip
            raw.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name))


def _told(
    builder: Builder, judged: Mapping[str, Judged], link: int, file: DamagedFile, classification: Classification
) -> Filled:
    # where every row is known that was written, a gap may be what the office itself took away
    whole = newest_hashes(file).whole
    short = frozenset(COUNTED) if not whole else {kind for kind, _id in builder.records}.intersection(COUNTED)
    tables = tuple(
        TableReport(
            name,
            len(came),
            len(came & judged[name].unproven) if name in judged else 0,
            file.counters.get(name, 0) if name in short else 0,
        )
        for name, came in builder.came.items()
        if name not in EVIDENCE
    )
    told = (one for one in builder.records.values() if one.kind not in EVIDENCE)
    records = tuple(sorted(told, key=_weight))
    return Filled(tables, records, link, classification)


def _weight(one: NamedRecord) -> tuple[int, str, int]:
    """What an office counts by comes first, and what only tells of its work last: room and patience end somewhere."""
    if one.kind in COUNTED:
        return COUNTED.index(one.kind), "", one.id
    history = (one.kind in GROWN) * 2 or one.kind.endswith("_act")
    return len(COUNTED) + history, one.kind, one.id


def _covered_anew(file: DamagedFile) -> frozenset[int]:
    """The versions of which a recovery made a hash: it covered whatever it found.

    A recovery is known by its entry or its act, as long as one of them is as it was written. Minutes that were a draft
    then are among them, too.
    """
    found = ((key, columns_of(table_of(AuditRecord), cells[0])) for key, cells in file.rows.get("audit", {}).items())
    entries = [key for key, one in found if (one["act"], one["subject"]) == (VERB, SUBJECT)]
    done = ((key, columns_of(table_of(ActRecord), cells[0])) for key, cells in file.rows.get("act", {}).items())
    acts = [key for key, one in done if one["kind"] == f"{SUBJECT}.{VERB}"]
    links = {link for key in entries for link in _links_over(file, ENTRY, key)}
    links |= {link for key in acts for link in _links_over(file, ACT, key)}
    hashes = (columns_of(table_of(RecordHashRecord), cells[0]) for cells in file.rows.get(HASHES, {}).values())
    return frozenset(one["record_id"] for one in hashes if one["kind"] == VERSION and one["link"] in links)


def _links_over(file: DamagedFile, place: int, key: int) -> set[int]:
    """The link that covers an entry or an act: one that ends there, or follows on all that end before.

    They are several where somebody changed what one of them covers.
    """
    links = sorted((seq, cells[0][place]) for seq, cells in file.rows.get("chain_link", {}).items())
    ends = {seq: end for seq, end in links if isinstance(end, int)}
    after = [end for end in ends.values() if end >= key]
    last = max((seq for seq, end in ends.items() if end < key), default=0)
    return {seq for seq, end in ends.items() if end in after and end == min(after)} | {
        next((seq for seq in ends if seq > last), last)
    }


def _proved_codes(transaction: Transaction, versions: Sequence[int]) -> list[tuple[int, str]]:
    """The codes of these minutes, whose rows are proved, where the text and the entry, if it is left, agree.

    The recovery's own link may cover them anew: without this record one whose entry is lost, then or later, could never
    be told from a falsified one again.
    """
    recorded = frozen_hashes(transaction, versions)
    codes = []
    for version_id in versions:
        ((text, code),) = transaction.text(f"{_FROZEN} WHERE id = {version_id}")
        if code and content_hash(text) == code == recorded.get(version_id, code):
            codes.append((version_id, code))
    return codes


def _record(transaction: Transaction, filled: Filled, codes: Sequence[tuple[int, str]]) -> None:
    """The one act that tells of the recovery, with what is not as it was written."""
    states = [one.id for one in states_without_acts(transaction)]
    uid = transaction.make_uid()
    append_audit(
        transaction,
        uid,
        VERB,
        SUBJECT,
        0,
        {
            "links_kept": filled.links_kept,
            RECORDS: [[one.kind, one.id, one.fate.value] for one in filled.records[:_NAMED]],
            COUNT: len(filled.records),
            CODES: codes,
            STATES: states,
            WRITTEN: [(one.kind, one.given, one.came) for one in filled.tables if one.given > one.came],
            LEFT: grouped(check(transaction, _AFTER_LOSS)),
        },
    )
    record_act(transaction, uid, f"{SUBJECT}.{VERB}", Outcome(changed=Changed.NOTHING))


def _require_expected(connection: Connection) -> None:
    made = schema.facts(lambda sql: connection.exec_driver_sql(sql).all())
    differing = schema.differences(made, schema.expected())
    if differing:
        raise EnvironmentProblem("recovery_failed", what=f"{differing[0].what} {differing[0].name}")
