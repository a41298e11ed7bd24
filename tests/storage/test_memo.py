"""A unit of work asks SQLite once for what it reads twice, and never answers with what was true before a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work
from tests.storage.asked import statements
from tests.storage.sample import Sample

READS: dict[str, Callable[[Work, Sample], object]] = {
    "a record": lambda work, made: work.clauses.get(made.clause),
    "records": lambda work, made: work.clauses.where(minutes_version_id=made.version),
    "one of numbers": lambda work, made: work.seats.where(party_id=list(made.parties)),
    "one of words": lambda work, _made: work.meetings.where(state=["held", "closed"]),
    "an empty column": lambda work, _made: work.agenda.where(meeting_id=None),
    "settings": lambda work, _made: work.settings(),
    "calendar": lambda work, _made: work.calendar(),
}


def _asked(work: Work, act: Callable[[], object]) -> int:
    """How many statements an act sends to SQLite."""
    with statements(work) as asked:
        act()
    return len(asked)


@pytest.mark.parametrize("read", READS)
def test_what_was_read_is_not_asked_again(data: DataFolder, draft: Sample, read: str) -> None:
    with data.open_read() as work:
        first = READS[read](work, draft)
        assert _asked(work, lambda: READS[read](work, draft)) == 0
        assert READS[read](work, draft) == first
    with data.open_read() as work:
        assert _asked(work, lambda: READS[read](work, draft)) > 0, "another transaction reads for itself"


def _stores(work: Work) -> dict[str, RecordStore[Any]]:
    return {store.mapper.name: store for store in vars(work).values() if isinstance(store, RecordStore)}


def test_every_kind_is_read_anew_after_a_record_is_added_and_removed(data: DataFolder, draft: Sample) -> None:
    """Of each kind that a draft may lose: what was read before a removal is not what is read after it."""
    removed = []
    with data.open_write() as work:
        for name, store in _stores(work).items():
            for before in reversed(store.where()):
                try:
                    store.remove(before.id)
                except RuleBroken:
                    continue
                removed.append(name)
                assert before not in store.where()
                with pytest.raises(RuleBroken):
                    store.get(before.id)
                break
    assert {"deliberation", "guest", "signer", "attendance"} <= set(removed)


def test_a_change_is_seen_at_once(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        person = work.people.get(draft.person)
        assert person in work.people.where()
        changed = replace(person, name="نام دیگر")
        work.people.update(changed)
        assert (work.people.get(person.id), work.people.where(name="نام دیگر")) == (changed, (changed,))
        added = work.people.add(Person(name="تازه"))
        assert work.people.where()[-1] == added


def test_the_units_of_a_clause_are_rows_of_their_own_and_seen_at_once(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        clause = work.clauses.get(draft.clause)
        for units in ((), draft.units[:1], draft.units):
            work.clauses.update(replace(clause, cooperating=units))
            assert work.clauses.get(clause.id).cooperating == units
            (found,) = (one for one in work.clauses.where() if one.id == clause.id)
            assert found.cooperating == units
        work.transaction.write(table_of(ClauseUnitRecord).delete())
        assert work.clauses.get(clause.id).cooperating == ()


def test_settings_and_holidays_are_seen_at_once(data: DataFolder) -> None:
    day = date(2023, 3, 20)
    with data.open_write() as work:
        assert not work.calendar().holidays
        work.put_holidays({day: "ملی‌شدن نفت"}, frozenset())
        assert work.calendar().holidays == {day: "ملی‌شدن نفت"}
        work.put_settings(replace(work.settings(), operator="دبیر", weekend=frozenset({3})))
        assert (work.settings().operator, work.calendar().weekend) == ("دبیر", frozenset({3}))
        work.drop_holidays([day])
        assert not work.calendar().holidays


def test_nobody_can_change_the_calendar_that_others_are_given(data: DataFolder) -> None:
    with data.open_read() as work:
        holidays: Any = work.calendar().holidays
        with pytest.raises(TypeError):
            holidays[date(2023, 3, 20)] = "ساختگی"


def test_parts_of_a_whole_share_what_was_read_until_it_changes(data: DataFolder, draft: Sample) -> None:
    with data.open_whole() as open_work:
        with open_work() as work:
            old = work.people.get(draft.person)
        with open_work() as work:
            assert _asked(work, lambda: work.people.get(draft.person)) == 0, "a part that only read took nothing back"
            work.people.update(replace(old, name="نام دیگر"))
            assert work.people.get(draft.person).name == "نام دیگر"
        with open_work() as work:
            assert work.people.get(draft.person) == old, "the change was not kept"
            work.people.update(replace(old, name="ماندنی"))
            work.commit()
        with open_work() as work:
            assert work.people.get(draft.person).name == "ماندنی"


def test_a_refused_write_leaves_what_is_stored(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        clause = work.clauses.get(final.clause)
        with pytest.raises(RuleBroken):
            work.clauses.update(replace(clause, text="دیگر"))
        assert work.clauses.get(final.clause) == clause


def test_a_part_of_what_was_read_is_not_asked_for(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as work:
        clauses = work.clauses.where(minutes_version_id=draft.version)
        assert len(clauses) > 1
        kinds = [clauses[0].kind]

        def narrower() -> list[object]:
            return [
                work.clauses.get(draft.clause),
                work.clauses.where(minutes_version_id=draft.version, kind=kinds[0]),
                work.clauses.where(minutes_version_id=[draft.version], kind=kinds),
                work.clauses.where(minutes_version_id=draft.version, resolution_id=None),
            ]

        assert _asked(work, narrower) == 0
        found = narrower()
    with data.open_read() as work:
        assert narrower() == found, "as the database says it"


def test_a_part_is_asked_for_again_after_a_change(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        work.clauses.where(minutes_version_id=draft.version)
        clause = work.clauses.get(draft.clause)
        work.clauses.update(replace(clause, text="متن تازه"))
        assert work.clauses.get(draft.clause).text == "متن تازه"
        (same,) = (
            one for one in work.clauses.where(minutes_version_id=draft.version, kind=clause.kind) if one.id == clause.id
        )
        assert same.text == "متن تازه"
