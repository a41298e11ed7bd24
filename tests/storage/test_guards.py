"""The database itself refuses: for every table and column it is written down here whether it is frozen or live."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy.dialects import sqlite as sqlite_dialect

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MINUTES, Clause, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema import guards
from desktop_app.storage.schema.base import Record
from desktop_app.storage.sqlite.connections import Role, connect
from desktop_app.storage.sqlite.faults import GUARD_KEYS, GUARD_MARK
from tests.fault_injection.archive import make_archive
from tests.storage.sample import Sample, act, sign, withdraw

LIVE: Final = {
    "act": "",
    "agenda_item": "committee_id meeting_id ordinal title kind state presenter background planned_minutes spent_seconds"
    " started_at resolution_id carried_from_id",
    "article": "title",
    "attendance": "",
    "audit": "",
    "chain_link": "",
    "axis": "committee_id code title ordinal parent_id",
    "clause": "",
    "clause_effect": "",
    "clause_unit": "",
    "committee": "memorandum_id name",
    "deadline_event": "",
    "deliberation": "",
    "file": "",
    "file_link": "name ordinal classification removed_on",
    "draft": "kind uid field content at",
    "founding_draft": "place content",
    "guest": "",
    "holiday": "day name estimated",
    "incoming_paper": "number day received_on sender subject classification urgency note struck_on struck_reason",
    "item_disposition": "",
    "meeting": "kind state day starts_at began_at ended_at place chair secretary note",
    "meeting_act": "",
    "memorandum": "title subject signed_on",
    "minutes_act": "",
    "minutes_version": "state",
    "month_act": "",
    "nomination": "person_id role state letter_number letter_day from_day to_day",
    "office_setting": "committee_id number_pattern quorum_numerator quorum_denominator quorum_video_counts weekend"
    " opens_at closes_at letterhead logo invocation originals kept_at closing operator sample print_setup"
    " outgoing_pattern",
    "outgoing_paper": "way note received_by received_on struck_on struck_reason",
    "paper_link": "removed_on",
    "party": "name short_name signatory signatory_post",
    "person": "name post archived_on name_key phone",
    "picture": "",
    "printing": "",
    "record_hash": "",
    "request": "state title text asked_on unit_id party_id wanted_due agenda_item_id answered_on answer",
    "resolution": "adopted_on",
    "resolution_act": "",
    "resolution_facts": "resolution_id committee_id meeting_id clause_id place year kind axis_id executor_unit_id"
    " party_id owner_unit_id owner_person_id due waits state state_place percent title_key executor_key facts_version",
    "search_text": "id kind record_id meeting_id minutes_version_id spaced joined squeezed fold_version",
    "seat": "role title ordinal archived_on",
    "sent_invitation": "",
    "signature": "",
    "signer": "",
    "taking_over": "",
    "task": "role state plan due percent resting",
    "task_act": "",
    "unit": "party_id kind name short_name ordinal parent_id head liaison contact archived_on name_key",
    "upstream_decision": "title body session session_day notification_number notification_day clause title_key",
    "upstream_link": "removed_on",
}
"""By table: the columns that may change once the minutes are final; every other column is frozen."""

CHANGED: Final = {"TEXT": "'x' || {0} || 'y'", "INTEGER": "coalesce({0}, 0) + 99", "BLOB": "x'00'"}
"""By type of a column: another value."""

DIALECT: Final = sqlite_dialect.dialect()
REMOVABLE: Final = frozenset({"agenda_item", "draft", "founding_draft", "holiday", "resolution_facts", "search_text"})
"""Tables from which a row may go once the minutes are final."""


@pytest.fixture(scope="module")
def archive(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sample]:
    """A file with final minutes, a signature, settings and a holiday: no table is empty. Nobody changes it."""
    folder = tmp_path_factory.mktemp("archive")
    sample = make_archive(template, folder)
    return folder / DATABASE_NAME, sample


@pytest.fixture
def stranger(archive: tuple[Path, Sample]) -> Iterator[sqlite3.Connection]:
    """Any other program's hand on the file: plain SQLite, none of our settings."""
    with closing(sqlite3.connect(archive[0], isolation_level=None)) as connection:
        yield connection


def _refusal(run: Callable[[str], object], sql: str) -> str:
    """The guard's words, or nothing when no guard spoke; every statement is taken back."""
    run("SAVEPOINT try_it")
    try:
        run(sql)
    except sqlite3.IntegrityError as error:
        return str(error) if str(error).startswith(GUARD_MARK) else ""
    finally:
        run("ROLLBACK TO try_it")
        run("RELEASE try_it")
    return ""


def test_every_table_and_every_column_is_written_down() -> None:
    tables = Record.metadata.tables
    assert set(LIVE) == set(tables)
    for name, live in LIVE.items():
        assert set(live.split()) <= set(tables[name].columns.keys()), name


@pytest.mark.parametrize("table", sorted(LIVE))
def test_a_column_is_frozen_unless_it_is_written_down_as_live(table: str, stranger: sqlite3.Connection) -> None:
    for column in Record.metadata.tables[table].columns:
        changed = CHANGED[column.type.compile(DIALECT)]
        if (table, column.name) == ("minutes_version", "state"):
            # live along the allowed moves alone, which have their own test
            changed = "'signed'"
        refused = _refusal(stranger.execute, f"UPDATE {table} SET {column.name} = {changed.format(column.name)}")
        assert bool(refused) != (column.name in LIVE[table].split()), f"{table}.{column.name}: {refused or 'live'}"


@pytest.mark.parametrize("table", sorted(LIVE))
def test_a_row_stays_unless_its_table_lets_it_go(table: str, stranger: sqlite3.Connection) -> None:
    assert bool(_refusal(stranger.execute, f"DELETE FROM {table}")) != (table in REMOVABLE)


@pytest.mark.parametrize("table", sorted(set(LIVE) - REMOVABLE))
def test_a_row_is_not_replaced(table: str, stranger: sqlite3.Connection) -> None:
    assert _refusal(stranger.execute, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


STATEMENTS: Final = (
    "UPDATE minutes_version SET snapshot = 'x' WHERE id = {version}",
    "UPDATE minutes_version SET closing = 'x', state = 'signed' WHERE id = {version}",
    "UPDATE minutes_version SET state = 'draft' WHERE id = {version}",
    "UPDATE minutes_version SET state = 'review' WHERE id = {version}",
    "UPDATE minutes_version SET state = 'archived' WHERE id = {version}",
    "UPDATE minutes_version SET meeting_id = meeting_id + 1 WHERE id = {version}",
    "UPDATE OR REPLACE minutes_version SET id = 77 WHERE id = {version}",
    "DELETE FROM minutes_version WHERE id = {version}",
    "REPLACE INTO minutes_version SELECT * FROM minutes_version",
    "INSERT INTO clause SELECT NULL, 'new', minutes_version_id, agenda_item_id, 9, 'added', kind, NULL, NULL, NULL, 0,"
    " NULL, NULL, 'none', NULL, 0, 'days', 'meeting', 'unanimous', '', NULL, NULL, NULL, NULL FROM clause"
    " WHERE id = {note}",
    "UPDATE clause SET text = 'x' WHERE id = {clause}",
    "UPDATE clause SET minutes_version_id = 2 WHERE id = {clause}",
    "DELETE FROM clause WHERE id = {clause}",
    "DELETE FROM clause_unit WHERE clause_id = {clause}",
    "UPDATE clause_unit SET ordinal = 9 WHERE clause_id = {clause}",
    "UPDATE clause_unit SET clause_id = {note} WHERE clause_id = {clause}",
    "INSERT INTO clause_unit (clause_id, unit_id, ordinal) VALUES ({note}, 1, 1)",
    "UPDATE attendance SET state = 'absent'",
    "DELETE FROM attendance",
    "UPDATE deliberation SET text = 'x'",
    "DELETE FROM guest",
    "UPDATE signer SET name = 'x'",
    "DELETE FROM signer",
    "DELETE FROM signature",
    "UPDATE printing SET copies = 9",
    "DELETE FROM audit",
    "UPDATE audit SET actor = 'x'",
    "REPLACE INTO audit SELECT * FROM audit",
    "UPDATE resolution SET number = '' WHERE id = {resolution}",
    "UPDATE resolution SET number = 'x', uid = 'y' WHERE id = {resolution}",
    "UPDATE resolution SET row = 9 WHERE id = {resolution}",
    "DELETE FROM resolution WHERE id = {resolution}",
    "UPDATE meeting SET number = 4 WHERE id = {meeting}",
    "UPDATE meeting SET number = NULL WHERE id = {meeting}",
    "DELETE FROM meeting",
    "UPDATE deadline_event SET due = '2030-01-01'",
    "DELETE FROM task_act",
    "DELETE FROM task",
    "UPDATE task SET unit_id = 2 WHERE unit_id = 1",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses(statement: str, archive: tuple[Path, Sample], stranger: sqlite3.Connection) -> None:
    """From any program's connection, and from our own recipe."""
    path, sample = archive
    sql = statement.format(**vars(sample))
    assert _refusal(stranger.execute, sql)
    with closing(connect(path, Role.WRITER)) as ours:
        assert _refusal(ours.execute, sql)


def test_only_the_allowed_moves_pass(data: DataFolder, final: Sample) -> None:
    def tried(target: MinutesState) -> bool:
        with data.open_write() as work:
            for kind in MinutesActKind:
                if kind is not MinutesActKind.CONFIRMED:
                    act(work, final.version, kind)
            if target is MinutesState.SIGNED:
                sign(work, final)
                sign(work, final, original=2)
            version = work.versions.get(final.version)
            try:
                work.versions.update(replace(version, state=target))
            except RuleBroken:
                return False
        return True

    allowed = MINUTES.moves[MinutesState.FINAL] | {MinutesState.FINAL}
    assert {state for state in MinutesState if tried(state)} == allowed


def test_a_draft_is_free_and_the_next_version_too(data: DataFolder, final: Sample) -> None:
    """Withdrawing freezes the old rows for good and leaves the new version open."""
    with data.open_write() as work:
        old = work.versions.get(final.version)
        withdraw(work, final)
        new = work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2))
        clause = work.clauses.get(final.clause)
        copy = work.clauses.add(replace(clause, id=0, minutes_version_id=new.id))
        work.clauses.update(replace(copy, text="متن تازه"))
        with pytest.raises(RuleBroken, match="record_frozen"):
            work.clauses.update(replace(clause, text="متن تازه"))
        with pytest.raises(RuleBroken, match="record_frozen"):
            work.clauses.add(Clause(minutes_version_id=old.id, agenda_item_id=final.item, ordinal=9, text="ن"))
        work.clauses.remove(copy.id)
        work.commit()


def test_a_final_version_without_its_frozen_text_is_not_stored(foreign: Callable[[str], None], draft: Sample) -> None:
    foreign("UPDATE minutes_version SET state = 'review'")
    foreign(
        "INSERT INTO minutes_act (uid, minutes_version_id, kind, at, actor, reason)"
        " SELECT 'act', id, 'finalised', '2023-01-30T10:00:00Z', '', '' FROM minutes_version"
    )
    with pytest.raises(sqlite3.IntegrityError, match="ck_minutes_version_frozen_text"):
        foreign("UPDATE minutes_version SET state = 'final'")


def test_a_resolution_number_is_unique_within_its_committee_only(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        meeting = work.meetings.get(final.meeting)
        resolution = work.resolutions.get(final.resolution)
        theirs = work.committees.add(replace(work.committees.get(final.committee), id=0, name="کمیتهٔ دیگر"))
        other = work.meetings.add(replace(meeting, id=0, committee_id=theirs.id))
        work.resolutions.add(replace(resolution, id=0, uid="u1", meeting_id=other.id))
        later = work.meetings.add(replace(meeting, id=0, number=4))
        with pytest.raises(RuleBroken, match="record_repeated"):
            work.resolutions.add(replace(resolution, id=0, uid="u2", meeting_id=later.id))


def test_every_guard_speaks_a_key_that_is_known() -> None:
    spoken = {body.split(GUARD_MARK)[1].split(":")[0] for body in guards.guards().values()}
    assert spoken == GUARD_KEYS


def test_a_table_knows_its_own_guards() -> None:
    assert set(guards.guards_of("clause_unit")) == {
        "guard_clause_unit_frozen_delete",
        "guard_clause_unit_frozen_insert",
        "guard_clause_unit_frozen_update",
        "guard_clause_unit_replace",
        "guard_clause_unit_replace_update",
    }
    every = [name for table in Record.metadata.tables for name in guards.guards_of(table)]
    assert sorted(every) == sorted(guards.guards())
