"""A kill amid a backup leaves no half file under a final name; amid a restore, the old office or the new one."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.storage.backup.file_store import stored_at
from tests.storage import backup_kills
from tests.storage.conftest import Stored
from tests.storage.sample import SCAN, kept_at
from tests.whole import Share

KILLS = 10
"""A quick share; all of them with ``--whole``, and in ``dev.py bench backups``."""


@pytest.fixture
def office(tmp_path: Path, stored: Stored) -> Path:
    folder = tmp_path / "دفتر ما"
    folder.mkdir()
    shutil.copyfile(stored.final, folder / paths.DATABASE)
    (folder / kept_at(SCAN)).parent.mkdir(parents=True)
    (folder / kept_at(SCAN)).write_bytes(SCAN)
    return folder


def test_kills_amid_backups(office: Path, share: Share) -> None:
    number = share(KILLS, 100)
    judged = list(backup_kills.kills_of_backups(office, number, random.Random(number)))
    assert [one.wrong for one in judged if one.wrong] == []
    assert len(judged) == number


def test_kills_amid_restores(office: Path, share: Share) -> None:
    number = share(KILLS, 80)
    judged = list(backup_kills.kills_of_restores(office, number, random.Random(number)))
    assert [one.wrong for one in judged if one.wrong] == []
    assert len(judged) == number


def test_a_half_file_under_its_final_name_is_found(tmp_path: Path) -> None:
    """The harness proves itself."""
    file = stored_at(tmp_path, "a" * 64)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"half")
    assert len(list(backup_kills.wrong_in(tmp_path))) == 1
