"""A file that was put in place of the data while the program was closed, held against the newest backup beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.domain.rules.members import Person
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.newest_beside import Beside, held_against_newest
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.recovery.row_recovery import prepare
from tests.bootstrap.test_history_page import forge
from tests.storage.conftest import CLOCK, Stored, work_context

INSTANT = "2023-03-01T10:00:00Z"
LATER = "2023-03-02T10:00:00Z"


@pytest.fixture
def office(tmp_path: Path, stored: Stored) -> Path:
    """A closed data folder."""
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(stored.final, folder / paths.DATABASE)
    return folder


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """A place of backups that is not the office's own."""
    place = tmp_path / "فلش"
    place.mkdir()
    return place


def act(office: Path, times: int = 1) -> Path:
    """Record something; a copy of what the data are then."""
    data = open_folder(office, work_context())
    for place in range(times):
        with data.open_write() as work:
            person = work.people.add(Person(name=f"کسی {place}"))
            work.audit("added", "person", person.id)
            work.commit()
    data.close()
    copies = len(list(office.parent.glob("copy-*.db")))
    return Path(shutil.copyfile(office / paths.DATABASE, office.parent / f"copy-{copies}.db"))


def back_up(office: Path, place: Path | None = None, instant: str = INSTANT) -> Backup:
    wish = Wish(BackupKind.AUTOMATIC, instant)
    return make_backup(office, place or office / paths.BACKUPS, own_copy(office / paths.DATABASE), wish)


def held(office: Path) -> Beside:
    data = open_folder(office, work_context())
    found = held_against_newest(data)
    data.close()
    return found


def swap(office: Path, other: Path) -> None:
    shutil.copyfile(other, office / paths.DATABASE)


class Copies:
    """An office whose second of three states was restored, and its files as they were before."""

    def __init__(self, office: Path, place: Path | None) -> None:
        self.older = act(office, 2)
        back_up(office)
        self.between = act(office, 2)
        wanted = back_up(office, place, LATER)
        self.after = act(office, 2)
        self.last = act(office, 2)
        restore(wanted, RestoreContext(office, CLOCK, with_doubts=True))


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("which", ["older", "after", "last"])
def test_a_file_from_before_a_restore_is_told(office: Path, away: Path, which: str, elsewhere: bool) -> None:
    copies = Copies(office, away if elsewhere else None)
    swap(office, getattr(copies, which))
    found = held(office)
    assert found.undone is not None
    assert found.undone.made_at == LATER
    assert found.newer is None


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("acts", [0, 1, 7])
def test_what_a_restore_brought_is_told_of_by_nobody(office: Path, away: Path, acts: int, elsewhere: bool) -> None:
    Copies(office, away if elsewhere else None)
    act(office, acts)
    assert held(office) == Beside()


def test_the_older_file_of_a_restore_that_brought_a_newer_one(office: Path) -> None:
    older = act(office)
    act(office, 2)
    newer = back_up(office, instant=LATER)
    swap(office, older)
    restore(newer, RestoreContext(office, CLOCK, with_doubts=True))
    assert held(office) == Beside()
    swap(office, older)
    assert held(office).undone is not None


@pytest.mark.parametrize("which", ["after", "last"])
def test_a_file_from_before_a_restore_that_comes_after_the_next_backup(office: Path, which: str) -> None:
    """By then it may go further in numbers, and went another way."""
    copies = Copies(office, None)
    act(office)
    back_up(office, instant=LATER)
    assert held(office) == Beside()
    swap(office, getattr(copies, which))
    found = held(office)
    assert found.newer is not None
    assert (found.missing, found.undone) == (1, None)


def test_a_restore_by_an_earlier_program_tells_of_nothing(office: Path) -> None:
    """It wrote no word of what it put in place."""
    older = act(office)
    act(office, 2)
    back_up(office)
    make_backup(
        office, office / paths.BACKUPS, own_copy(office / paths.DATABASE), Wish(BackupKind.BEFORE_RESTORE, LATER)
    )
    swap(office, older)
    assert held(office) == Beside()


def test_a_recovery_that_cut_the_chain_is_no_other_way(office: Path) -> None:
    """The head of the newest backup is gone from the data, whose entries are all there."""
    act(office, 3)
    newest = back_up(office)
    forge(office, "UPDATE chain_link SET hash = printf('%064x', seq) WHERE seq = (SELECT max(seq) - 1 FROM chain_link)")
    prepare(office, work_context()).accept()
    with closing(sqlite3.connect(office / paths.DATABASE)) as opened:
        assert (newest.chain_head,) not in opened.execute("SELECT hash FROM chain_link").fetchall()
    assert held(office) == Beside()
