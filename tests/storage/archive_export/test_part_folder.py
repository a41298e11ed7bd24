"""A finished export gets its name also where another program holds the empty folder of that name for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.storage.archive_export.part_folder import part_folder


def test_an_empty_folder_that_a_scanner_holds_loses_no_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, rmdir, left = tmp_path / "بایگانی", Path.rmdir, [2]
    target.mkdir()

    def refuse(path: Path) -> None:
        if path == target and left[0]:
            left[0] -= 1
            error = PermissionError(13, "in use", str(path))
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error
        rmdir(path)

    monkeypatch.setattr(Path, "rmdir", refuse)
    with part_folder(target, "2023-03-01T10:00:00Z") as part:
        (part / "manifest.json").write_bytes(b"{}")
    assert [one.name for one in tmp_path.iterdir()] == [target.name]
    assert [one.name for one in target.iterdir()] == ["manifest.json"]
