"""A file that another program holds for a moment is replaced and removed all the same; one that is kept is told."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from desktop_app.system import disk, paths
from tests.architecture.source import called_name, modules
from tests.systems import only_on_windows


class Held:
    """The system, which refuses so many times first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, times: int, number: int = 32) -> None:
        self.left, self.asked, self.slept = times, 0, list[float]()
        act = getattr(Path, name)

        def refuse(path: Path, *given: object, **named: object) -> object:
            self.asked += 1
            if self.left:
                self.left -= 1
                error = PermissionError(13, "in use", str(path))
                error.winerror = number  # type: ignore[attr-defined,unused-ignore]
                raise error
            return act(path, *given, **named)

        monkeypatch.setattr(Path, name, refuse)


@pytest.mark.parametrize("number", sorted(disk.HELD))
def test_what_is_held_for_a_moment_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_bytes(b"new")
    old.write_bytes(b"old")
    held = Held(monkeypatch, "replace", 3, number)
    disk.replace(new, old, held.slept.append)
    assert (old.read_bytes(), new.exists()) == (b"new", False)
    assert held.slept == list(disk.PAUSES[:3])


def test_what_is_kept_is_told_after_a_bounded_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").write_bytes(b"new")
    held = Held(monkeypatch, "replace", 1000)
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "new", tmp_path / "old", held.slept.append)
    assert held.asked == len(disk.PAUSES) + 1
    assert sum(held.slept) < 2


def test_what_is_refused_for_another_reason_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    held = Held(monkeypatch, "unlink", 1, number=1)
    with pytest.raises(PermissionError):
        disk.remove(tmp_path / "file", held.slept.append)
    assert (held.asked, held.slept) == (1, [])


def test_what_is_held_for_a_moment_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    held = Held(monkeypatch, "unlink", 2)
    disk.remove(tmp_path / "file", held.slept.append)
    assert not (tmp_path / "file").exists()
    disk.remove(tmp_path / "file", held.slept.append)


@pytest.mark.parametrize("number", sorted(disk.HELD_FOLDER))
def test_an_empty_folder_that_is_held_for_a_moment_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "folder").mkdir()
    held = Held(monkeypatch, "rmdir", 2, number)
    disk.remove_folder(tmp_path / "folder", held.slept.append)
    assert (list(tmp_path.iterdir()), len(held.slept)) == ([], 2)


def test_a_folder_in_which_something_lies_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    with pytest.raises(OSError, match="folder"):
        disk.remove_folder(tmp_path / "folder", lambda _pause: None)
    assert paths.exists(tmp_path / "folder" / "file")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with files at two depths."""
    (tmp_path / "tree" / "inner").mkdir(parents=True)
    for name in ("a", "inner/b", "inner/c", "z"):
        (tmp_path / "tree" / name).touch()
    return tmp_path / "tree"


class HeldFile:
    """The system, which refuses to remove one file so many times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, times: int, number: int = 32) -> None:
        self.left, self.slept = times, list[float]()
        unlink = os.unlink

        def refuse(path: str, *given: int, **named: int) -> None:
            if Path(path).name == name and self.left:
                self.left -= 1
                error = PermissionError(13, "in use", str(path))
                error.winerror = number  # type: ignore[attr-defined,unused-ignore]
                raise error
            unlink(path, *given, **named)

        monkeypatch.setattr(os, "unlink", refuse)


def test_a_tree_in_which_a_file_is_held_for_a_moment_is_removed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldFile(monkeypatch, "b", 4)
    disk.remove_tree(tree, held.slept.append)
    assert not paths.exists(tree)
    assert held.slept == list(disk.PAUSES[: len(held.slept)]) != []
    disk.remove_tree(tree, held.slept.append)


def test_of_a_tree_in_which_a_file_is_kept_all_else_goes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldFile(monkeypatch, "b", 1000)
    with pytest.raises(PermissionError):
        disk.remove_tree(tree, held.slept.append)
    disk.drop_tree(tree, lambda _pause: None)
    assert [one.name for one in tree.rglob("*") if one.is_file()] == ["b"]
    assert held.slept == list(disk.PAUSES)


def test_a_tree_that_is_refused_for_another_reason_is_tried_once(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldFile(monkeypatch, "b", 1000, number=1)
    with pytest.raises(PermissionError):
        disk.remove_tree(tree, held.slept.append)
    assert held.slept == []


@only_on_windows("no other system refuses to replace a file that is open")
def test_windows_really_says_so(tmp_path: Path) -> None:
    (tmp_path / "new").touch()
    with (tmp_path / "old").open("wb"), pytest.raises(PermissionError) as caught:
        disk.replace(tmp_path / "new", tmp_path / "old", lambda _pause: None)
    assert getattr(caught.value, "winerror", None) in disk.HELD


def test_every_file_and_folder_is_replaced_and_removed_by_these() -> None:
    """``replace`` of a text takes two arguments, of a path one."""
    strays = []
    for module in modules():
        for call in module.calls:
            name, of_path = called_name(call), isinstance(call.func, ast.Attribute)
            moved = name == "replace" and of_path and len(call.args) == 1 and not call.keywords
            system = name in {"rename", "remove", "replace"} and ast.unparse(call.func).startswith("os.")
            if (moved or system or name == "unlink") and not _is_ours(call):
                strays.append(module.at(call))
        # also where one is only named, to be called later
        strays += [module.at(node) for node in module.nodes if _names(node) & {"rmdir", "rmtree"}]
    assert [place for place in strays if not place.startswith("desktop_app/system/disk.py")] == []


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Attribute):
        return {node.attr}
    return {one.name for one in node.names} if isinstance(node, ast.ImportFrom) else set()


def _is_ours(call: ast.Call) -> bool:
    return ast.unparse(call.func) == "disk.replace"


@pytest.mark.parametrize("by_folder", [True, False])
def test_a_name_is_made_durable_by_its_folder_or_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_folder: bool
) -> None:
    file = tmp_path / "نامه.pdf"
    file.write_bytes(b"x")
    synced: list[Path] = []
    monkeypatch.setattr(disk, "SYNCS_FOLDERS", by_folder)
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    monkeypatch.setattr(disk, "sync_file", synced.append)
    disk.sync_name(file)
    assert synced == [tmp_path if by_folder else file]
