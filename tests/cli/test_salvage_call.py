"""``salvage``: what can be proved of damaged data in a new folder, with the list of the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.storage.salvage.salvage import REPORT
from desktop_app.system import paths
from desktop_app.words import commands as words
from desktop_app.words import recovery
from tests.cli.caller import Caller
from tests.foreign import forge
from tests.storage.damage import leaf_pages, zero
from tests.systems import only_on_linux


def test_what_can_be_proved_becomes_an_office_and_the_rest_is_listed(
    call: Caller, demo_folder: Path, tmp_path: Path
) -> None:
    zero(demo_folder / paths.DATABASE, leaf_pages(demo_folder / paths.DATABASE, "task")[0])
    forge(demo_folder, "UPDATE person SET name = 'زرافه' WHERE id = 1")
    before, new = (demo_folder / paths.DATABASE).read_bytes(), tmp_path / "نجات"
    told = call("salvage", "--data", demo_folder, "-o", new)
    assert told.code == 0
    assert told.out.endswith(f"{words.salvaged(str(new))}\n")
    report = (new / REPORT).read_text(encoding="utf-8")
    assert report.rstrip() in told.out
    assert f"{recovery.KINDS['person']} «زرافه»: {recovery.REASONS['differs']}." in report
    assert f"{recovery.KINDS['task']} (شمارهٔ درونی" in report
    assert (demo_folder / paths.DATABASE).read_bytes() == before
    assert call("check", "--data", new).code == 0
    assert call("search", "--data", new, "خودارزیابی").code == 0
    kept = {file.relative_to(demo_folder) for file in (demo_folder / paths.FILES).rglob("*")}
    assert kept == {file.relative_to(new) for file in (new / paths.FILES).rglob("*")}


def test_nothing_is_written_over_anything(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "a.txt").write_text("x", encoding="utf-8")
    for target in (tmp_path / "taken", demo_folder):
        told = call("salvage", "--data", demo_folder, "-o", target)
        assert (told.code, told.out, told.key()) == (1, "", "salvage_target_not_empty")
    assert [one.name for one in (tmp_path / "taken").iterdir()] == ["a.txt"]


@pytest.mark.parametrize(("content", "key"), [(None, "database_missing"), (b"x" * 9000, "nothing_salvaged")])
def test_where_nothing_is_left_no_folder_is_made(call: Caller, tmp_path: Path, content: bytes | None, key: str) -> None:
    data, new = tmp_path / "data", tmp_path / "new"
    data.mkdir()
    if content is not None:
        (data / paths.DATABASE).write_bytes(content)
    told = call("salvage", "--data", data, "-o", new)
    assert (told.code, told.out, told.key()) == (1, "", key)
    assert not new.exists()
    assert call("salvage", "--data", data).code == 2


@only_on_linux("a file is kept from growing by a limit of the process")
def test_a_disk_that_fills_up_is_told_and_nothing_is_left(demo_folder: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        return
    import resource

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    before, new = (demo_folder / paths.DATABASE).read_bytes(), tmp_path / "new"
    call = [sys.executable, "-m", "desktop_app", "salvage", "--data", str(demo_folder), "-o", str(new)]
    told = subprocess.run(call, preexec_fn=full, capture_output=True, encoding="utf-8", check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.endswith("[disk_error]\n"), "never that the data are damaged"
    assert list(new.iterdir()) == []
    assert (demo_folder / paths.DATABASE).read_bytes() == before
