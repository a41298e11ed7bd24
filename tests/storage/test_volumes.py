"""Which disk a folder lies on, and how large a file can be there: as the machine tells it, and as it might tell it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.storage.file import places
from tests.systems import not_on_windows


def test_two_folders_beside_each_other_are_lost_together(tmp_path: Path) -> None:
    for name in ("a", "ب"):
        (tmp_path / name).mkdir()
    assert places.same_disk(tmp_path / "a", tmp_path / "ب")
    assert any(one.startswith("volume ") for one in places.disks_under(tmp_path))


def test_what_is_not_told_counts_as_another_disk(tmp_path: Path) -> None:
    assert not places.same_disk(tmp_path, tmp_path / "not there")
    assert not places.same_disk(tmp_path, tmp_path, lambda _folder: frozenset())


def test_a_volume_without_a_number_is_like_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "stat", lambda _path: SimpleNamespace(st_dev=0))
    assert not [one for one in places.disks_under(tmp_path) if one.startswith("volume ")]


def test_two_volumes_of_one_disk_are_lost_together() -> None:
    told = {
        Path("C:/داده"): frozenset({"volume 1", "disk 7 0"}),
        Path("D:/پشتیبان"): frozenset({"volume 2", "disk 7 0"}),
        Path("E:/پشتیبان"): frozenset({"volume 3", "disk 7 1"}),
    }
    data, beside, stick = told
    assert places.same_disk(data, beside, told.__getitem__)
    assert not places.same_disk(data, stick, told.__getitem__)


@not_on_windows("it has no such folder, and may not make links")
def test_linux_tells_the_disk_below_a_partition_and_below_an_encrypted_volume(tmp_path: Path) -> None:
    blocks = tmp_path / "block"
    blocks.mkdir()
    for device, path in {"8:0": "sda", "8:1": "sda/sda1", "8:2": "sda/sda2", "8:16": "sdb", "253:0": "dm-0"}.items():
        node = tmp_path / "devices" / path
        node.mkdir(parents=True)
        (node / "dev").write_text(f"{device}\n", encoding="ascii")
        if "/" in path:
            (node / "partition").touch()
        (blocks / device).symlink_to(node)
    (tmp_path / "devices/dm-0/slaves").mkdir()
    (tmp_path / "devices/dm-0/slaves/sda2").symlink_to(tmp_path / "devices/sda/sda2")
    found = {one: list(places.disks_of_linux(one, blocks)) for one in ("8:1", "8:2", "8:16", "253:0", "0:40")}
    assert found == {
        "8:1": ["disk sda"],
        "8:2": ["disk sda"],
        "8:16": ["disk sdb"],
        "253:0": ["disk sda"],
        "0:40": [],
    }
