"""Each row has the hash of what was written, and the chain covers all that was done: what is changed later is found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.members import Person
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.storage.evidence import verifying
from desktop_app.storage.evidence.canonical import HASHED, row_hash
from desktop_app.storage.evidence.verifying import rows_against_hashes
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.guards import guards
from tests.foreign import connect
from tests.statements import counted
from tests.storage.sample import Sample, sign_whole
from tests.storage.test_guards import CHANGED, DIALECT
from tests.whole import deciding

Run = Callable[[str], None]
UNCHANGED = {"id", "name_key", "title_key"}
"""Columns that no hash holds: the key stands beside it, sort keys follow from the others."""


@pytest.fixture
def kept(data: DataFolder, final: Sample) -> Sample:
    """Final minutes with everything there is, also settings, a holiday and the hand on every original."""
    with data.open_write() as work:
        work.put_settings(work.settings())
        work.put_holidays({date(2023, 3, 21): "نوروز"}, frozenset())
        sign_whole(work, final)
        work.audit("settings", "office_setting", 1)
        work.record(Outcome(changed=Changed.SETTINGS))
    assert data.check() == ()
    return final


def _found(data: DataFolder, kind: FindingKind, subject: str) -> list[Finding]:
    return [one for one in data.check() if (one.kind, one.subject) == (kind, subject)]


def test_the_canonical_form_of_a_row_is_this_and_stays_so() -> None:
    person = Record.metadata.tables["person"]
    text = '{"id":7,"kind":"person","row":{"name":"بهمن","post":"","uid":"u"}}'
    values = {"uid": "u", "name": "بهمن", "post": "", "archived_on": None, "name_key": "x", "phone": ""}
    assert row_hash(person, 7, values) == hashlib.sha256(text.encode()).hexdigest()
    wanted = text.replace('{"name"', '{"archived_on":"2023-01-30","name"').replace(',"post":', ',"phone":"۱۲۳","post":')
    changed = values | {"archived_on": date(2023, 1, 30), "phone": "۱۲۳"}
    assert row_hash(person, 7, changed) == hashlib.sha256(wanted.encode()).hexdigest()


# one with children, with frozen text, with bytes, with derived columns, without a store, without an id
EACH_SORT = {"clause", "minutes_version", "picture", "person", "office_setting", "holiday"}


@pytest.mark.parametrize("kind", deciding(HASHED, EACH_SORT))
def test_a_change_of_any_column_is_found(data: DataFolder, kept: Sample, kind: str) -> None:
    """Checks and references would find some of them, too; the hash finds each."""
    with closing(connect(data.folder / DATABASE_NAME)) as connection:
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for column in Record.metadata.tables[kind].columns:
            if column.name in UNCHANGED:
                continue
            rows = connection.execute(f"SELECT rowid, * FROM {kind}").fetchall()
            changed = CHANGED[column.type.compile(DIALECT)].format(f"coalesce({column.name}, 0)")
            connection.execute(f"UPDATE {kind} SET {column.name} = {changed} WHERE rowid = {rows[0][0]}")
            found = {(one.kind, one.subject) for one in _rows(data)}
            assert found & {(FindingKind.ROW_DIFFERS, kind), (FindingKind.ROW_UNKNOWN, kind)}, column.name
            connection.execute(f"DELETE FROM {kind}")
            places = ", ".join("?" * len(rows[0][1:]))
            connection.executemany(f"INSERT INTO {kind} VALUES ({places})", [row[1:] for row in rows])
            assert not [one for one in _rows(data) if one.subject == kind], column.name


def _rows(data: DataFolder) -> list[Finding]:
    with data.open_read() as work:
        return list(rows_against_hashes(work.transaction))


def test_a_changed_order_of_units_is_found(data: DataFolder, kept: Sample, plant: Run) -> None:
    plant("UPDATE clause_unit SET ordinal = 3 - ordinal")
    assert _found(data, FindingKind.ROW_DIFFERS, "clause") == [
        Finding(kind=FindingKind.ROW_DIFFERS, subject="clause", id=kept.clause)
    ]


def test_a_row_put_in_or_taken_out_is_found(data: DataFolder, kept: Sample, plant: Run) -> None:
    plant("INSERT INTO month_act SELECT 9, 'new', committee_id, year, 11, kind, day, at, actor, reason FROM month_act")
    plant("DELETE FROM deliberation")
    assert [one.id for one in _found(data, FindingKind.ROW_UNKNOWN, "month_act")] == [9]
    assert [one.id for one in _found(data, FindingKind.ROW_MISSING, "deliberation")] == [kept.deliberation]


REFORGED = (
    # a row and its hash together: the link that wrote the hash no longer follows
    "UPDATE person SET name = 'x';UPDATE record_hash SET hash = '{digest}' WHERE kind = 'person'",
    "UPDATE audit SET actor = 'x' WHERE seq = 1",
    "UPDATE act SET answer = '{{}}' WHERE id = 1",
    "DELETE FROM audit WHERE seq = 1",
    "UPDATE audit SET seq = 99 WHERE seq = 1;UPDATE audit SET seq = 1 WHERE seq = 2;"
    "UPDATE audit SET seq = 2 WHERE seq = 99",
    "DELETE FROM record_hash WHERE link = 1;DELETE FROM chain_link WHERE seq = 1",
    "UPDATE chain_link SET previous = '' WHERE seq = 2",
    "DELETE FROM record_hash WHERE id = 1",
)


@pytest.mark.parametrize("sql", REFORGED)
def test_what_was_done_is_not_written_anew(data: DataFolder, kept: Sample, plant: Run, sql: str) -> None:
    with data.open_write() as work:
        work.audit("first", "person", kept.person)
        work.audit("second", "person", kept.person)
        work.commit()
    person = Record.metadata.tables["person"]
    with data.open_read() as work:
        one = work.people.get(kept.person)
    digest = row_hash(person, one.id, {"uid": "u", "name": "x", "post": one.post})
    plant("PRAGMA foreign_keys=OFF;" + sql.format(digest=digest))
    assert {one.kind for one in data.check()} & {FindingKind.CHAIN_BROKEN}


@pytest.mark.parametrize(
    ("table", "key"), [("audit", "seq"), ("act", "id"), ("chain_link", "seq"), ("record_hash", "id")]
)
def test_a_tail_that_is_cut_off_is_found(data: DataFolder, kept: Sample, plant: Run, table: str, key: str) -> None:
    plant(f"DELETE FROM {table} WHERE {key} = (SELECT max({key}) FROM {table})")
    assert _found(data, FindingKind.CHAIN_CUT, table)


def test_an_entry_that_no_commit_wrote_is_found(data: DataFolder, kept: Sample, foreign: Run) -> None:
    foreign(
        "INSERT INTO audit SELECT NULL, 'new', at, actor, act, subject, subject_id, subject_uid, facts FROM audit"
        " LIMIT 1"
    )
    (found,) = _found(data, FindingKind.OUTSIDE_CHAIN, "audit")
    # the next act does not cover it up
    with data.open_write() as work:
        work.audit("later", "person", kept.person)
        work.commit()
    assert [one.kind for one in data.check()] == [FindingKind.CHAIN_BROKEN]
    assert found.id


STATES = (
    ("signed", "DELETE FROM minutes_act WHERE kind = 'signed'"),
    ("finalised", "DELETE FROM minutes_act WHERE kind = 'finalised'"),
    ("archived", "UPDATE minutes_version SET state = 'archived'"),
    ("amended", "UPDATE minutes_version SET state = 'amended'"),
    ("signatures 1/2", "DELETE FROM signature WHERE original = 2"),
)


@pytest.mark.parametrize(("missing", "sql"), STATES)
def test_a_state_without_its_act_is_found(data: DataFolder, kept: Sample, plant: Run, missing: str, sql: str) -> None:
    plant(sql)
    (found,) = _found(data, FindingKind.STATE_WITHOUT_ACT, "minutes_version")
    assert (found.id, found.detail) == (kept.version, missing)


def test_an_act_costs_three_statements_for_its_evidence_however_much_it_writes(data: DataFolder, draft: Sample) -> None:
    def evidence(count: int) -> int:
        with counted() as found, data.open_write() as work:
            for number in range(count):
                work.people.add(Person(name=f"نام {number}"))
            work.record(Outcome(changed=Changed.MEMBERS))
        return sum("chain_link" in one or "record_hash" in one for one in found.statements)

    assert evidence(1) == evidence(30) == 3


def test_typing_that_is_kept_for_a_crash_is_no_evidence(data: DataFolder, draft: Sample) -> None:
    with counted() as found, data.open_drafts() as work:
        work.put_drafts({DraftField("clause", draft.clause, "text"): "متن"})
        work.commit()
    assert not any("chain_link" in one for one in found.statements)


def test_what_a_part_lost_is_not_in_the_link_of_the_whole(data: DataFolder, draft: Sample) -> None:
    with data.open_whole() as part:
        with part() as work:
            work.people.add(Person(name="مانده"))
            work.record(Outcome(changed=Changed.MEMBERS))
        with part() as work:
            work.people.add(Person(name="رفته"))
        with part() as work:
            work.people.update(replace(work.people.get(draft.person), post="تازه"))
            work.record(Outcome(changed=Changed.MEMBERS))
    assert data.check() == ()


def test_a_row_that_is_taken_back_and_put_back_has_its_hash_again(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        work.deliberations.remove(draft.deliberation)
        done = work.record(Outcome(changed=Changed.MINUTES))
    assert data.check() == ()
    with data.open_write() as work:
        (row,) = done.written
        work.put_back(row)
        work.drop_holidays([date(2023, 3, 21)])
        work.record(Outcome(changed=Changed.MINUTES))
    assert data.check() == ()


@pytest.mark.parametrize(("seq", "at_start"), [(1, False), (5, True)])
def test_a_start_verifies_the_newest_links(
    data: DataFolder, draft: Sample, plant: Run, monkeypatch: pytest.MonkeyPatch, seq: int, at_start: bool
) -> None:
    for number in range(5):
        with data.open_write() as work:
            work.audit(f"act {number}", "person", draft.person)
            work.commit()
    monkeypatch.setattr(verifying, "AT_START", 3)
    assert data.check_at_start() == ()
    plant(f"UPDATE audit SET actor = 'x' WHERE seq = {seq}")
    broken = FindingKind.CHAIN_BROKEN
    assert (broken in {one.kind for one in data.check_at_start()}) is at_start
    assert broken in {one.kind for one in data.check()}
