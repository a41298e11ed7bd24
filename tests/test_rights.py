"""Where modes do not exist the access lists say who gets at the data; groups of everybody are named."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from desktop_app.system import paths, rights
from desktop_app.system.rights import Entry, Group
from desktop_app.words.shell import exposed_why
from tests.systems import only_on_windows, skip_on_windows

READ, MODIFY, FULL, TRAVERSE = 0x120089, 0x1301BF, 0x1F01FF, 0x1000A0


def test_a_folder_in_the_profile_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    assert rights.in_profile(tmp_path / "user" / "AppData" / "Local" / "Dabirkhaneh")
    assert rights.in_profile(tmp_path / "other" / ".." / "user" / "data")
    assert not rights.in_profile(tmp_path / "shared")
    assert not rights.in_profile(tmp_path / "user2" / "data")


ME: Final = "S-1-5-21-1-2-3-1001"
OWN: Final = (Entry(ME, FULL), Entry("S-1-5-18", FULL), Entry("S-1-5-32-544", FULL))
"""As in a profile: the user, the system and the administrators."""


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (OWN, set()),
        ((), set()),
        (rights.OPEN, {Group.EVERYONE}),
        ((*OWN, Entry("S-1-1-0", READ)), {Group.EVERYONE}),
        ((*OWN, Entry("S-1-5-32-545", READ), Entry("S-1-5-11", MODIFY)), {Group.USERS, Group.AUTHENTICATED_USERS}),
        ((*OWN, Entry("S-1-5-32-545", 0x80000000)), {Group.USERS}),
        ((*OWN, Entry("S-1-5-21-7-8-9-513", READ)), {Group.DOMAIN_USERS}),
        ((*OWN, Entry("S-1-5-32-545", TRAVERSE)), set()),
        ((*OWN, Entry("S-1-5-32-545", 0x40000)), {Group.USERS}),
        ((Entry("S-1-5-32-545", FULL, allowed=False), *OWN, Entry("S-1-5-32-545", READ)), set()),
        ((Entry("S-1-1-0", FULL, allowed=False), Entry("S-1-5-11", READ)), set()),
        ((Entry("S-1-5-32-545", 0x2, allowed=False), Entry("S-1-5-32-545", MODIFY)), {Group.USERS}),
        ((Entry("S-1-5-11", READ), Entry("S-1-5-11", FULL, allowed=False)), {Group.AUTHENTICATED_USERS}),
    ],
)
def test_groups_that_get_at_it_are_found(entries: Sequence[Entry], expected: set[Group]) -> None:
    assert rights.groups_of(entries) == expected


def test_the_folder_and_what_is_the_programs_in_it_is_asked(tmp_path: Path) -> None:
    """A file that was moved there keeps the list that it had."""
    for name in ("dabirkhaneh.db", "یادداشت.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "papers").mkdir()
    asked: list[str] = []

    def read(path: Path) -> Sequence[Entry] | None:
        asked.append(path.name)
        return (*OWN, Entry("S-1-5-32-545", READ)) if path.name == "dabirkhaneh.db" else OWN

    assert rights.readable_by(tmp_path, read) == ("users",)
    assert sorted(asked) == sorted([tmp_path.name, "dabirkhaneh.db", "papers"]), "what is the operator's is not asked"
    assert rights.readable_by(tmp_path, lambda _path: OWN) == ()


def test_where_no_list_can_be_read_the_profile_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    assert rights.readable_by(tmp_path / "shared", lambda _path: None) == (rights.UNKNOWN,)
    assert rights.readable_by(tmp_path / "user" / "data", lambda _path: None) == ()


def test_who_may_read_is_named_with_what_to_do() -> None:
    told = exposed_why(("everyone", "users"), "D:/data")
    for part in ("Everyone", "Users", "D:/data", "Security", "مدیر سامانه"):
        assert part in told
    assert "Guests" not in told
    for one in Group:
        assert exposed_why((one,), "D:/data") != exposed_why((rights.BY_MODES,), "D:/data")
    assert "خوانده نشد" in exposed_why((rights.UNKNOWN,), "D:/data")


@only_on_windows("elsewhere a folder has modes")
def test_a_group_that_is_given_a_right_is_found_in_the_list_of_windows(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    subprocess.run(["icacls", str(folder), "/grant", "*S-1-5-32-545:(OI)(CI)R"], capture_output=True, check=True)
    if not subprocess.run(["icacls", str(folder)], capture_output=True, check=True).stdout:
        skip_on_windows("its icacls is a stub, as in Wine")
    assert "users" in rights.restrict_access(folder)


@only_on_windows("elsewhere a folder has modes")
def test_every_folder_of_windows_has_a_list_that_can_be_read(tmp_path: Path) -> None:
    entries = rights.read_list(tmp_path)
    assert entries
    assert all(one.sid.startswith("S-1-") and one.mask for one in entries)
    assert rights.read_list(tmp_path / "not there") is None


@only_on_windows("elsewhere the data lie in a folder of their own")
def test_the_usual_place_of_the_data_lies_in_the_profile() -> None:
    assert rights.in_profile(paths.data_folder())
