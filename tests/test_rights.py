"""Where modes do not exist the user's profile gives the rights: a place outside of it is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app import paths, rights
from tests.systems import only_on_windows


def test_a_folder_in_the_profile_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    assert rights.in_profile(tmp_path / "user" / "AppData" / "Local" / "Dabirkhaneh")
    assert rights.in_profile(tmp_path / "other" / ".." / "user" / "data")
    assert not rights.in_profile(tmp_path / "shared")
    assert not rights.in_profile(tmp_path / "user2" / "data")


def test_on_windows_a_folder_outside_of_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    assert rights.tighten(tmp_path / "shared")
    assert not rights.tighten(tmp_path / "user" / "data")


@only_on_windows("elsewhere the data lie in a folder of their own")
def test_the_usual_place_of_the_data_lies_in_the_profile() -> None:
    assert rights.in_profile(paths.data_folder())
