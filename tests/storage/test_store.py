"""Every kind of record goes in and comes out as it was."""

from __future__ import annotations

import gc
import logging
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.rules.meetings import AgendaItem, Meeting
from desktop_app.domain.rules.members import Person
from desktop_app.domain.rules.minutes import Clause, ClauseKind
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.schema.committee import PersonRecord
from desktop_app.storage.schema.guards import APPEND_ONLY
from desktop_app.storage.store.kinds import MAPPERS
from desktop_app.storage.store.mapper import mapper_of
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work
from tests.storage.conftest import work_context
from tests.storage.sample import Sample, sign


def _stores(work: Work) -> dict[str, RecordStore[Any]]:
    found = [value for value in vars(work).values() if isinstance(value, RecordStore)]
    return {store.mapper.name: store for store in found}


def test_there_is_a_store_for_every_kind(data: DataFolder) -> None:
    with data.open_read() as work:
        assert set(_stores(work)) == {mapper.name for mapper in MAPPERS}


def test_every_kind_is_read_as_it_was_stored_and_found_by_each_of_its_fields(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        sign(work, final)
        for name, store in _stores(work).items():
            rows = store.where()
            assert rows, f"the sample holds no {name}"
            for row in rows:
                assert store.get(row.id) == row
                assert type(row) is store.mapper.entity
                for field in fields(row):
                    if field.name not in {"cooperating", "deadline", "session"}:
                        assert row in store.where(**{field.name: getattr(row, field.name)}), (name, field.name)


def test_every_live_kind_takes_an_update_without_change(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        for name, store in _stores(work).items():
            for row in store.where():
                if name not in APPEND_ONLY:
                    store.update(row)
                    assert store.get(row.id) == row


def test_a_clause_keeps_its_units_in_order_and_its_deadline(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as work:
        clause = work.clauses.get(draft.clause)
    assert clause.cooperating == (draft.units[2], draft.units[1])
    assert clause.deadline.count == 10
    with data.open_write() as work:
        work.clauses.update(replace(clause, cooperating=(draft.units[1],), text="متن دیگر"))
        work.commit()
    with data.open_read() as work:
        changed = work.clauses.get(draft.clause)
        assert (changed.cooperating, changed.text) == ((draft.units[1],), "متن دیگر")
        assert work.clauses.where(id=[draft.note, draft.clause], kind=ClauseKind.DECISION) == (changed,)


def test_where_takes_none_and_one_of(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        parked = work.agenda.add(AgendaItem(committee_id=draft.committee, meeting_id=None, ordinal=1, title="پارک"))
        assert work.agenda.where(meeting_id=None) == (parked,)
        assert {row.id for row in work.agenda.where(meeting_id=(draft.meeting, None))} == {parked.id, draft.item}
        assert work.agenda.where(meeting_id=()) == ()
        many = [*range(1000, 4000), draft.item]
        assert [row.id for row in work.agenda.where(id=many)] == [draft.item]


def test_rows_come_by_ordinal_or_else_by_id(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        first = work.agenda.add(
            AgendaItem(committee_id=draft.committee, meeting_id=draft.meeting, ordinal=0, title="آ")
        )
        assert [row.id for row in work.agenda.where(meeting_id=draft.meeting)] == [first.id, draft.item]
        work.people.add(Person(name="آرش"))
        assert [row.id for row in work.people.where()] == sorted(row.id for row in work.people.where())


def test_an_unknown_id_is_a_rule_and_names_what_was_asked_for(data: DataFolder) -> None:
    with data.open_write() as work:
        for act in (work.meetings.get, work.agenda.remove):
            with pytest.raises(RuleBroken, match="record_unknown") as caught:
                act(99)
            assert caught.value.facts["id"] == 99
        with pytest.raises(RuleBroken, match="record_unknown"):
            work.people.update(Person(id=99, name="کسی"))


def test_an_unknown_column_is_a_mistake_of_the_program(data: DataFolder) -> None:
    with data.open_read() as work, pytest.raises(KeyError):
        work.people.where(colour="red")


def test_a_stored_record_is_not_added_twice(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work, pytest.raises(ValueError, match="stored already"):
        work.people.add(work.people.get(draft.person))


def test_ids_are_never_used_again(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        item = AgendaItem(committee_id=draft.committee, meeting_id=draft.meeting, ordinal=2, title="دیگر")
        gone = work.agenda.add(item)
        work.agenda.remove(gone.id)
        assert work.agenda.add(item).id > gone.id


def test_nothing_stays_without_commit(data: DataFolder) -> None:
    with data.open_write() as work:
        work.people.add(Person(name="رفتنی"))
    with data.open_read() as work:
        assert work.people.where() == ()


def test_a_mistake_within_the_work_takes_everything_back(data: DataFolder) -> None:
    def mistaken() -> None:
        with data.open_write() as work:
            work.people.add(Person(name="رفتنی"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mistaken()
    with data.open_write() as work:
        assert work.people.where() == ()


def test_a_work_for_reading_writes_nothing(data: DataFolder) -> None:
    with data.open_read() as work:
        for act in (lambda: work.people.add(Person(name="ن")), work.commit, lambda: work.audit("a", "person", 1)):
            with pytest.raises(RuntimeError, match="for reading"):
                act()


def test_what_is_referred_to_cannot_be_removed(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work, pytest.raises(RuleBroken, match="record_in_use"):
        work.agenda.remove(draft.item)


def test_a_meeting_number_is_given_to_one_meeting(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work, pytest.raises(RuleBroken, match="record_repeated") as caught:
        work.meetings.add(Meeting(committee_id=draft.committee, number=3, day=date(2023, 2, 1)))
    assert caught.value.facts["kind"] == "meeting"


def test_a_clause_and_its_units_leave_a_draft_together(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        work.clauses.remove(draft.clause)
        work.resolutions.remove(draft.resolution)
        assert [row.id for row in work.clauses.where(minutes_version_id=draft.version)] == [draft.note]


def test_an_entity_that_does_not_fit_its_table_is_found_when_they_are_paired() -> None:
    with pytest.raises(KeyError):
        mapper_of(Clause, PersonRecord)


def test_a_text_that_is_none_is_told_without_the_text(folder: Path) -> None:
    opened = open_folder(folder, work_context())
    with opened.open_read() as work:
        # the first row is fetched with the question, the second one late
        for sql in ("SELECT CAST(X'6e616d65ff' AS TEXT)", "SELECT 1 UNION ALL SELECT CAST(X'6e616d65ff' AS TEXT)"):
            with pytest.raises(EnvironmentProblem) as told:
                list(work.transaction.cells(sql))
            assert told.value.key == "value_unreadable"
            assert "name" not in str(told.value.facts["code"]), sql
    opened.close()


def test_a_reader_that_failed_amid_very_many_rows_may_end_after_the_connection(
    folder: Path, recwarn: pytest.WarningsRecorder, log_errors: list[logging.LogRecord]
) -> None:
    opened = open_folder(folder, work_context())
    with opened.open_read() as work:
        rows = work.transaction.cells("SELECT 1 UNION SELECT 2")
        assert next(rows) == (1,)
    opened.close()
    del rows
    gc.collect()
    assert not log_errors
    assert not recwarn.list
