"""An older file, or that of another office, in place of the data is told by the newest backup beside them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import paths
from tests.foreign import forge
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK, Stored, work_context

INSTANT = "2023-03-01T10:00:00Z"


@pytest.fixture
def office(tmp_path: Path, stored: Stored) -> Path:
    return closed_office(tmp_path / "دفتر", stored.final)


def _act(office: Path) -> None:
    data = open_folder(office, work_context())
    with data.open_write() as work:
        work.audit("settings", "office_setting", 1)
        work.commit()
    data.close()


def _found(office: Path) -> list[FindingKind]:
    with closing(wiring.open_office(office, CLOCK)) as opened:
        return [one.kind for one in opened.folder.findings]


def test_the_older_file_in_place_of_a_newer_one_is_told(office: Path, tmp_path: Path) -> None:
    older = Path(shutil.copyfile(office / paths.DATABASE, tmp_path / "older"))
    _act(office)
    copy_closed(office, office / paths.BACKUPS, INSTANT)
    assert _found(office) == []
    shutil.copyfile(older, office / paths.DATABASE)
    assert _found(office) == [FindingKind.BACKUP_AHEAD]
    forge(office, "UPDATE unit SET liaison = 'دیگری' WHERE id = 1")
    assert _found(office) == [FindingKind.BACKUP_AHEAD], "a row that another program changed hides nothing"
    with closing(wiring.view_office(office, CLOCK)) as viewed:
        assert [one.kind for one in viewed.folder.findings] == [FindingKind.BACKUP_AHEAD]
    kinds = {one.kind for one in wiring.check_folder(office, CLOCK)}
    assert kinds >= {FindingKind.BACKUP_AHEAD, FindingKind.ROW_DIFFERS}


def test_what_a_restore_brought_is_behind_no_backup(office: Path) -> None:
    older = copy_closed(office, office / paths.BACKUPS, INSTANT)
    _act(office)
    copy_closed(office, office / paths.BACKUPS, INSTANT)
    restore(older, RestoreContext(office, CLOCK))
    assert len(list_backups(office / paths.BACKUPS)) == 3
    assert _found(office) == []


def test_the_file_of_another_office_is_told(office: Path, tmp_path: Path) -> None:
    copy_closed(office, office / paths.BACKUPS, INSTANT)
    strange = tmp_path / "strange"
    strange.mkdir()
    wiring.build_demo(strange, CLOCK.today())
    shutil.copyfile(strange / paths.DATABASE, office / paths.DATABASE)
    assert _found(office) == [FindingKind.BACKUP_AHEAD]


def test_lists_that_are_not_what_the_records_say_are_told_where_nothing_can_be_made_anew(office: Path) -> None:
    with closing(sqlite3.connect(office / paths.DATABASE, isolation_level=None)) as foreign:
        foreign.execute("UPDATE resolution_facts SET percent = 77")
    with closing(wiring.view_office(office, CLOCK)) as viewed:
        assert [one.kind for one in viewed.folder.findings] == [FindingKind.FACTS_STALE]
    assert _found(office) == [], "opened for work they are made anew"
    with closing(wiring.view_office(office, CLOCK)) as viewed:
        assert viewed.folder.findings == ()
