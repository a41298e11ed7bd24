"""Many acts over one transaction: kept together, lost together, and none dearer for those before it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import cast

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.store.work import OpenWork, Work


def _raw(work: Work) -> sqlite3.Connection:
    return cast("sqlite3.Connection", work.transaction.connection.connection.dbapi_connection)


def _names(data: DataFolder) -> list[str]:
    with data.open_read() as work:
        return [person.name for person in work.people.where()]


def _keep(open_work: OpenWork) -> None:
    with open_work() as work:
        work.people.add(Person(name="ماندنی"))
        work.commit()


def _only_read(open_work: OpenWork) -> None:
    with open_work() as work:
        work.people.where()


def _leave_unkept(open_work: OpenWork) -> None:
    with open_work() as work:
        work.people.add(Person(name="بی‌پایان"))


def _fail(open_work: OpenWork) -> None:
    with open_work() as work:
        work.people.add(Person(name="ناکام"))
        raise ZeroDivisionError


def _refused(open_work: OpenWork) -> None:
    with open_work() as work:
        work.people.add(Person(name="بازگشته"))
        work.people.get(4000)


PARTS: dict[str, Callable[[OpenWork], None]] = {
    "kept": _keep,
    "only read": _only_read,
    "left unkept": _leave_unkept,
    "failed": _fail,
    "refused": _refused,
}


def test_many_acts_are_kept_together(data: DataFolder) -> None:
    with data.open_whole() as open_work:
        for name in ("نخست", "دوم"):
            with open_work() as work:
                work.people.add(Person(name=name))
                work.commit()
        with open_work() as work:
            work.people.add(Person(name="بی‌پایان"))
    assert _names(data) == ["نخست", "دوم"]


def test_many_acts_are_lost_together(data: DataFolder) -> None:
    def broken() -> None:
        with data.open_whole() as open_work:
            _keep(open_work)
            with open_work() as work:
                work.people.add(Person(name="دوم"))
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert _names(data) == []


@pytest.mark.parametrize("kind", PARTS)
def test_no_savepoint_outlives_its_part(data: DataFolder, kind: str) -> None:
    """SQLite copies every page that changes after a savepoint for as long as it stands: each act would be dearer."""
    said: list[str] = []
    with data.open_whole() as open_work:
        with open_work() as work:
            _raw(work).set_trace_callback(said.append)
            work.commit()
        said.clear()
        for _ in range(3):
            with suppress(ZeroDivisionError, RuleBroken):
                PARTS[kind](open_work)
    words = [statement.split()[0].upper() for statement in said]
    assert words.count("SAVEPOINT") == 3
    assert words.count("RELEASE") == 3
    assert _names(data) == (["ماندنی"] * 3 if kind == "kept" else [])


def test_a_part_within_a_part_is_lost_by_itself(data: DataFolder) -> None:
    with data.open_whole() as open_work, open_work() as outer:
        outer.people.add(Person(name="نخست"))
        _leave_unkept(open_work)
        assert [person.name for person in outer.people.where()] == ["نخست"]
        outer.commit()
    assert _names(data) == ["نخست"]


def test_a_transaction_that_sqlite_itself_gave_up_is_told_by_its_cause(data: DataFolder) -> None:
    """A full disk makes SQLite roll everything back at once; the part then has no savepoint left to undo."""

    def full() -> None:
        with data.open_whole() as open_work, open_work() as work:
            work.people.add(Person(name="نخست"))
            _raw(work).rollback()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        full()
    assert _names(data) == []
