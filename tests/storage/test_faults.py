"""SQLite's failures come out as refusals with a key; injected ones and real ones."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.sqlite.faults import raise_refusal, refusal_of_commit, sqlite_refusal
from desktop_app.words.refusals import sentence
from tests.systems import not_on_windows


def _error(code: str, message: str = "disk I/O error") -> sqlite3.Error:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = code
    return error


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("SQLITE_FULL", "storage_full"),
        ("SQLITE_READONLY_DBMOVED", "database_moved"),
        ("SQLITE_READONLY", "database_read_only"),
        ("SQLITE_READONLY_DIRECTORY", "database_read_only"),
        ("SQLITE_BUSY", "data_locked"),
        ("SQLITE_BUSY_SNAPSHOT", "data_locked"),
        ("SQLITE_LOCKED", "data_locked"),
        ("SQLITE_CORRUPT", "database_damaged"),
        ("SQLITE_CORRUPT_INDEX", "database_damaged"),
        ("SQLITE_NOTADB", "database_damaged"),
        ("SQLITE_CANTOPEN", "database_unreachable"),
        ("SQLITE_PERM", "database_unreachable"),
        ("SQLITE_IOERR_WRITE", "disk_error"),
        ("SQLITE_IOERR_FSYNC", "disk_error"),
        ("SQLITE_NOLFS", "storage_full"),
        ("SQLITE_IOERR_VNODE", "database_moved"),
        ("SQLITE_PROTOCOL", "locks_failed"),
        ("SQLITE_IOERR_LOCK", "locks_failed"),
        ("SQLITE_IOERR_RDLOCK", "locks_failed"),
        ("SQLITE_IOERR_UNLOCK", "locks_failed"),
        ("SQLITE_IOERR_CHECKRESERVEDLOCK", "locks_failed"),
        ("SQLITE_IOERR_BLOCKED", "locks_failed"),
        ("SQLITE_NOMEM", "memory_full"),
        ("SQLITE_IOERR_NOMEM", "memory_full"),
        ("SQLITE_TOOBIG", "value_too_long"),
        ("SQLITE_IOERR_SHORT_READ", "database_damaged"),
        ("SQLITE_IOERR_DATA", "database_damaged"),
        ("SQLITE_IOERR_CORRUPTFS", "database_damaged"),
    ],
)
def test_a_failure_of_the_machine(code: str, key: str) -> None:
    for error in (_error(code), DBAPIError("INSERT", None, _error(code))):
        problem = sqlite_refusal(error)
        assert isinstance(problem, EnvironmentProblem)
        assert (problem.key, problem.facts["code"]) == (key, code)
        assert sentence(problem)


OF_THE_MACHINE = ("FULL", "READONLY", "BUSY", "LOCKED", "CORRUPT", "NOTADB", "CANTOPEN", "PERM", "IOERR")
"""Families of codes that say something of the disk or of the file."""


def test_every_code_of_the_machine_that_sqlite_knows_has_a_sentence() -> None:
    codes = [one for one in dir(sqlite3) if one.startswith(tuple(f"SQLITE_{family}" for family in OF_THE_MACHINE))]
    assert len(codes) > 50
    further_notice = [one for one in codes if not isinstance(sqlite_refusal(_error(one)), EnvironmentProblem)]
    assert further_notice == []
    for code in codes:
        problem = sqlite_refusal(_error(code))
        assert isinstance(problem, EnvironmentProblem)
        assert sentence(problem)


def test_a_failing_disk_at_the_commit_leaves_it_open() -> None:
    problem = refusal_of_commit(DBAPIError("COMMIT", None, _error("SQLITE_IOERR_FSYNC")))
    assert isinstance(problem, EnvironmentProblem)
    assert problem.key == "commit_unsure"
    assert refusal_of_commit(DBAPIError("COMMIT", None, _error("SQLITE_FULL"))).args == ("storage_full",)


def test_a_bug_stays_a_bug() -> None:
    for code in (
        "SQLITE_ERROR",
        "SQLITE_CONSTRAINT_CHECK",
        "SQLITE_CONSTRAINT_NOTNULL",
        "SQLITE_AUTH",
        "SQLITE_MISUSE",
    ):
        error = _error(code)
        assert sqlite_refusal(error) is error
        with pytest.raises(sqlite3.Error):
            raise_refusal(error)
    strange = DBAPIError("x", None, ValueError("no failure of SQLite"))
    assert sqlite_refusal(strange) is strange


def test_a_repeated_value_names_its_column() -> None:
    problem = sqlite_refusal(
        _error("SQLITE_CONSTRAINT_UNIQUE", "UNIQUE constraint failed: meeting.committee_id, meeting.number")
    )
    assert isinstance(problem, RuleBroken)
    assert (problem.key, problem.field, problem.facts["kind"]) == ("record_repeated", "number", "meeting")


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow beyond two megabytes: the nearest to a full disk that needs no other disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)


def _fill(data: DataFolder) -> None:
    with data.open_write() as work:
        for number in range(400):
            work.people.add(Person(name=f"{number}" + "ن" * 5000))
        work.commit()


@not_on_windows("no process can be given a limit for its files")
@pytest.mark.usefixtures("small_files")
def test_a_file_that_cannot_grow_is_told_and_the_data_stays_usable(data: DataFolder) -> None:
    with pytest.raises(EnvironmentProblem, match=r"disk_error|storage_full|commit_unsure"):
        _fill(data)
    assert data.check() == ()
    with data.open_write() as work:
        assert work.people.where() == ()
        work.people.add(Person(name="هنوز جا هست"))
        work.commit()


def test_a_broken_check_reaches_the_fault_log_as_it_is(data: DataFolder) -> None:
    from desktop_app.domain.rules.members import Nomination

    with data.open_write() as work, pytest.raises(DBAPIError, match="ck_nomination_person"):
        work.nominations.add(Nomination(seat_id=1, person_id=None, state="active"))  # type: ignore[arg-type]


def test_the_class_of_the_driver_is_known() -> None:
    assert issubclass(OperationalError, DBAPIError)
