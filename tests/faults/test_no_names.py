"""Logs hold nothing of the people in the data: names are put everywhere, errors provoked, and the logs searched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop_app import cli
from desktop_app.cli import answers
from desktop_app.faults import Faults
from desktop_app.faults.log import close_log, open_log
from desktop_app.storage.sqlite.connections import Role, engine_for, open_transaction
from tests.cli.caller import Caller

NAMES = ("رضاییان", "Rezaeian")
"""A person's name, in both scripts: some messages are kept where they are plain ASCII.

Of plain letters: many messages quote a value, and would escape a half-space, by which the name would not be found.
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    close_log()


def _statement(folder: Path, name: str) -> None:
    """A statement with bound values that the database refuses."""
    engine = engine_for(folder / "dabirkhaneh.db", Role.WRITER)
    try:
        with open_transaction(engine) as connection:
            sql = text(f"INSERT INTO nowhere_{name if name.isascii() else 'x'} (a, b) VALUES (:a, :b)")
            connection.execute(sql, {"a": name, "b": f"{name} گفت"})
    finally:
        engine.dispose()


def _value(_folder: Path, name: str) -> None:
    int(name)


def _key(_folder: Path, name: str) -> None:
    dict[str, str]()[name]


def _file(folder: Path, name: str) -> None:
    (folder / name / "minutes.pdf").read_bytes()


def _import(folder: Path, name: str) -> None:
    raise ImportError(f"cannot import name 'x' from 'y' (/home/{name}/y.py)", name="y", path=str(folder / name))


def _type(_folder: Path, name: str) -> None:
    raise TypeError(f"argument 1 has unexpected value '{name} Ali'")


def _noted(folder: Path, name: str) -> None:
    try:
        _value(folder, name)
    except ValueError as error:
        error.add_note(name)
        raise RuntimeError(name) from error


PROVOKED = (_statement, _value, _key, _file, _import, _type, _noted)
Provoke = Callable[[Path, str], None]


def _logged(folder: Path) -> str:
    return "".join(one.read_text(encoding="utf-8") for one in sorted((folder / "log").iterdir()))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("provoke", PROVOKED)
def test_a_fault_of_a_command_names_nobody(
    call: Caller, demo_folder: Path, monkeypatch: pytest.MonkeyPatch, provoke: Provoke, name: str
) -> None:
    def broken(_asked: object) -> int:
        provoke(demo_folder, name)
        return 0

    monkeypatch.setattr(answers, "check", broken)
    told = call("check", "--data", demo_folder)
    assert told.key().startswith("unforeseen:")
    written = _logged(demo_folder)
    assert provoke.__name__ in written, "where it broke is told"
    assert name not in written
    assert name not in told.err


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("provoke", PROVOKED)
def test_a_fault_of_the_window_names_nobody(
    demo_folder: Path, provoke: Provoke, name: str, log_errors: list[logging.LogRecord]
) -> None:
    open_log(demo_folder / "log")
    faults = Faults()
    try:
        provoke(demo_folder, name)
    except Exception as error:
        report = faults.caught(error, "window")
        logging.getLogger("desktop_app.tests").exception("caught")
    assert name not in report.text
    written = _logged(demo_folder)
    assert provoke.__name__ in written
    assert name not in written
    log_errors.clear()


def test_an_error_of_the_database_bears_no_value(demo_folder: Path) -> None:
    with pytest.raises(DBAPIError) as caught:
        _statement(demo_folder, NAMES[0])
    assert NAMES[0] not in str(caught.value)


def test_working_and_being_refused_writes_no_name(call: Caller, demo_folder: Path) -> None:
    """Commands that succeed and that are refused, over data full of names: nothing of them in any log."""
    from desktop_app.wiring import SystemClock, view_office

    with closing(view_office(demo_folder, SystemClock())) as office, office.context.read() as work:
        names = {one.name for one in work.people.where()} | {one.name for one in work.units.where()}
    assert len(names) > 10
    call("search", "--data", demo_folder, min(names))
    call("print", "reminder", "--data", demo_folder, "--unit", min(names), "-o", demo_folder / "papers")
    call("check", "--data", demo_folder)
    logs = [one for one in demo_folder.rglob("*.log*") if one.is_file()]
    assert not [name for name in names for one in logs if name in one.read_text(encoding="utf-8")]
    assert cli.LOG_NAME not in [one.name for one in logs]
