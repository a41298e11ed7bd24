"""What an act wrote is told row by row, and each row can be put back as it stood, as the same record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome, WrittenRow
from desktop_app.domain.rules.members import Person
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.store.work import Work
from tests import stored_rows
from tests.storage.sample import Sample, finalise

Write = Callable[[Work, Sample], object]


def _turn_into_note(work: Work, made: Sample) -> None:
    work.clauses.update(replace(work.clauses.get(made.clause), kind=ClauseKind.NOTE, resolution_id=None))
    work.resolutions.remove(made.resolution)


def _retitle(work: Work, made: Sample, *titles: str) -> None:
    for title in titles:
        work.agenda.update(replace(work.agenda.get(made.item), title=title))


def _renumber(work: Work, made: Sample) -> None:
    for ordinal, clause in enumerate(reversed(work.clauses.where(minutes_version_id=made.version)), start=1):
        work.clauses.update(replace(clause, ordinal=ordinal))


WRITES: dict[str, Write] = {
    "added": lambda work, made: work.agenda.add(replace(work.agenda.get(made.item), id=0, ordinal=2)),
    "changed": lambda work, made: work.agenda.update(replace(work.agenda.get(made.item), title="دیگر")),
    "changed unread": lambda work, made: work.people.update(Person(id=made.person, name="بهمن سروستانه", post="دبیر")),
    "removed": lambda work, made: work.guests.remove(made.guest),
    "a clause with its units": lambda work, made: work.clauses.remove(made.clause),
    "its units in another order": lambda work, made: work.clauses.update(
        replace(work.clauses.get(made.clause), cooperating=(made.units[1],))
    ),
    "two rows that need each other": _turn_into_note,
    "one row after the other of a table": _renumber,
    "the same row twice": lambda work, made: _retitle(work, made, "یک", "دو"),
}


def rows(data: DataFolder) -> dict[str, list[Any]]:
    """What is stored now."""
    with data.open_read() as work:
        return stored_rows.rows(work)


def done(data: DataFolder, write: Callable[[Work], object]) -> tuple[WrittenRow, ...]:
    """One act; the rows that it wrote."""
    with data.open_write() as work:
        write(work)
        return work.record(Outcome(changed=Changed.MEETINGS)).written


def _put_back(written: tuple[WrittenRow, ...]) -> Callable[[Work], object]:
    def put_back(work: Work) -> None:
        for row in reversed(written):
            work.put_back(row)

    return put_back


@pytest.mark.parametrize("name", WRITES)
def test_rows_are_put_back_and_that_is_put_back_in_turn(data: DataFolder, draft: Sample, name: str) -> None:
    before = rows(data)
    written = done(data, lambda work: WRITES[name](work, draft))
    after = rows(data)
    assert after != before
    undone = done(data, _put_back(written))
    assert rows(data) == before
    done(data, _put_back(undone))
    assert rows(data) == after


def test_a_row_that_stands_otherwise_by_now_is_refused(data: DataFolder, draft: Sample) -> None:
    changed = done(data, lambda work: WRITES["changed"](work, draft))
    added = done(data, lambda work: WRITES["added"](work, draft))
    removed = done(data, lambda work: WRITES["removed"](work, draft))
    done(data, lambda work: work.agenda.update(replace(work.agenda.get(draft.item), presenter="ناهید")))
    done(data, _put_back(added))
    done(data, _put_back(removed))
    before = rows(data)
    for written in (changed, added, removed):
        with pytest.raises(RuleBroken, match="act_overtaken"), data.open_write() as work:
            work.put_back(written[0])
    assert rows(data) == before


def test_what_is_frozen_meanwhile_stays(data: DataFolder, draft: Sample) -> None:
    written = done(data, lambda work: WRITES["removed"](work, draft))
    done(data, lambda work: finalise(work, draft))
    with pytest.raises(RuleBroken, match="record_frozen"), data.open_write() as work:
        work.put_back(written[0])


def test_a_work_tells_its_own_rows_alone(data: DataFolder, draft: Sample) -> None:
    with data.open_whole() as part:
        with part() as work:
            first = work.record(_of(work, lambda one: WRITES["changed"](one, draft)))
        with part() as work:
            second = work.record(_of(work, lambda one: WRITES["removed"](one, draft)))
    assert [len(one.written) for one in (first, second)] == [1, 1]


def _of(work: Work, write: Callable[[Work], object]) -> Outcome:
    write(work)
    return Outcome(changed=Changed.MEETINGS)
