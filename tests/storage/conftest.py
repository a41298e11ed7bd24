"""Real files in a folder with a Persian name; the database is made once and copied, since copies are closed files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.storage.file import writable
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.file_store import FileStore
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from desktop_app.storage.file.writable import DriveKind
from desktop_app.storage.schema.guards import guards
from desktop_app.system.paths import FILES
from tests.foreign import connect
from tests.storage.sample import SCAN, Sample, build, finalise

CLOCK = FixedClock(datetime(2023, 3, 1, 10, 0, tzinfo=UTC))


def work_context() -> WorkContext:
    """A clock that stands still, and one actor."""
    return WorkContext(CLOCK, lambda: "کارشناس دبیرخانه")


@pytest.fixture
def fixed_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the folder lies on is not asked of the system, which opens a file for that."""
    monkeypatch.setattr(writable, "drive_kind", lambda _folder: DriveKind.FIXED)


@pytest.fixture(scope="session")
def template(empty_folder: Path) -> Path:
    """An empty database as the program makes it."""
    return empty_folder / DATABASE_NAME


@dataclass(frozen=True)
class Stored:
    """Databases with a draft of minutes and with the same minutes final, closed, and the ids of what is in both."""

    draft: Path
    final: Path
    ids: Sample


@pytest.fixture(scope="session")
def stored(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """Made once: most tests of storage begin with one of them."""
    place = tmp_path_factory.mktemp("stored")
    shutil.copyfile(template, place / DATABASE_NAME)
    opened = open_folder(place, work_context())
    with opened.open_write() as work:
        ids = build(work)
        work.commit()
    opened.close()
    draft = Path(shutil.copyfile(place / DATABASE_NAME, place / "draft"))
    opened = open_folder(place, work_context())
    with opened.open_write() as work:
        finalise(work, ids)
        work.commit()
    opened.close()
    return Stored(draft, place / DATABASE_NAME, ids)


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> Path:
    """A data folder of a user with a Persian name; its path holds a blank and a percent sign too.

    It is empty, or holds the minutes that the test asks for.
    """
    made = tmp_path / "کاربر دبیرخانه" / "دادهٔ ۱۰۰% ما"
    made.mkdir(parents=True)
    wanted = next((stage for stage in ("final", "draft") if stage in request.fixturenames), None)
    source = template if wanted is None else getattr(request.getfixturevalue("stored"), wanted)
    shutil.copyfile(source, made / DATABASE_NAME)
    if wanted is not None:
        FileStore(made / FILES).take_bytes(SCAN)
    return made


@pytest.fixture
def data(folder: Path) -> Iterator[DataFolder]:
    """The folder, open for work."""
    opened = open_folder(folder, work_context())
    yield opened
    opened.close()


@pytest.fixture
def draft(data: DataFolder, stored: Stored) -> Sample:
    """A draft of minutes, stored."""
    return stored.ids


@pytest.fixture
def final(data: DataFolder, stored: Stored) -> Sample:
    """Minutes that are final, with all that follows from them."""
    return stored.ids


@pytest.fixture
def plant(folder: Path) -> Callable[[str], None]:
    """A hand that first takes every guard away, and puts them back afterwards: what a forger would do."""

    def run(sql: str) -> None:
        with closing(connect(folder / DATABASE_NAME)) as connection:
            connection.execute("BEGIN")
            for name in guards():
                connection.execute(f"DROP TRIGGER {name}")
            for statement in sql.split(";"):
                connection.execute(statement)
            for body in guards().values():
                connection.execute(body)
            connection.execute("COMMIT")

    return run


@pytest.fixture
def foreign(folder: Path) -> Iterator[Callable[[str], None]]:
    """Any other program's hand on the file."""
    with closing(connect(folder / DATABASE_NAME)) as connection:

        def run(sql: str) -> None:
            connection.execute(sql)

        yield run
