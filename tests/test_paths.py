"""Resources and the data folder are found in each shape of the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.system import paths
from tests.conftest import ROOT
from tests.systems import not_on_windows

ASK = "from desktop_app.system import paths; print(paths.resources())"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    paths.resources.cache_clear()
    yield
    paths.resources.cache_clear()


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an executable, as PyInstaller would make the program believe."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Dabirkhaneh.exe"))
    return tmp_path


def test_a_checkout_uses_its_own_resources() -> None:
    assert paths.resources() == ROOT / "resources"
    assert paths.resource("fonts", "Vazirmatn-Bold.ttf").is_file()


def test_an_installed_program_uses_the_copy_inside_it(tmp_path: Path) -> None:
    """Also when a folder ``resources`` of somebody else lies beside it, and under a Persian name."""
    site = tmp_path / "برنامه‌ها"
    (site / "desktop_app" / "_resources" / "fonts").mkdir(parents=True)
    (site / "resources" / "fonts").mkdir(parents=True)
    (site / "desktop_app" / "system").mkdir()
    for name in ("__init__.py", "system/__init__.py", "system/paths.py"):
        shutil.copy(ROOT / "desktop_app" / name, site / "desktop_app" / name)
    env = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"}
    asked = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=True
    )
    assert asked.stdout.strip() == str(site / "desktop_app" / "_resources")


def test_a_program_without_its_resources_says_where_it_looked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "desktop_app")
    with pytest.raises(FileNotFoundError, match="desktop_app"):
        paths.resources()


def test_a_frozen_program_looks_inside_its_bundle(
    frozen: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = tmp_path / "_internal" / "desktop_app"
    (inside / "_resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", inside)
    assert paths.resources() == inside / "_resources"
    assert paths.program_folder() == frozen


def test_the_folder_asked_for_wins(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (frozen / paths.PORTABLE_MARK).touch()
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder(Path("داده")) == tmp_path / "داده"


def test_a_portable_program_keeps_data_and_settings_beside_itself(frozen: Path) -> None:
    (frozen / paths.PORTABLE_MARK).touch()
    assert paths.data_folder() == frozen / "data"
    assert paths.settings_file() == frozen / "data" / "settings.ini"
    assert paths.log_folder(paths.data_folder()) == frozen / "data" / "log"


def test_otherwise_the_data_lies_with_the_user(frozen: Path) -> None:
    folder = paths.data_folder()
    assert folder.is_absolute()
    assert folder.name == "Dabirkhaneh"
    assert frozen not in folder.parents
    assert paths.settings_file() is None


def test_naming_the_folder_does_not_make_it(tmp_path: Path) -> None:
    assert not paths.data_folder(tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["ب" * 309, "a\0b"], ids=["too long", "no name"])
def test_a_name_that_the_disk_cannot_have_names_nothing(tmp_path: Path, name: str) -> None:
    assert not paths.exists(tmp_path / name)
    assert not paths.is_file(tmp_path / name)
    assert not paths.is_folder(tmp_path / name)


def test_a_place_is_asked_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert (paths.exists(tmp_path), paths.is_folder(tmp_path), paths.is_file(tmp_path)) == (True, True, False)
    assert [ask(tmp_path / "a") for ask in (paths.exists, paths.is_folder, paths.is_file)] == [True, False, True]
    assert [ask(tmp_path / "b") for ask in (paths.exists, paths.is_folder, paths.is_file)] == [False, False, False]


@not_on_windows("every name has a home beside the person's own")
def test_the_home_of_nobody_is_taken_as_it_is_written() -> None:
    assert paths.data_folder(Path("~nobody-of-this-name/data")) == Path("~nobody-of-this-name/data")
