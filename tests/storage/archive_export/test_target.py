"""Where an export may lie, links in the store, a disk that fails, giving up, and a window at work meanwhile."""

from __future__ import annotations

import errno
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import FileFault
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.archive_export import exporting
from desktop_app.storage.archive_export.exporting import export_office
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.writable import LONGEST_OF_WINDOWS
from desktop_app.system import disk, paths
from desktop_app.wiring import export_words, kept_drawing, open_office
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled
from tests.storage.archive_export.exports import CLOCK, csv_rows, everything, export, stored_rows
from tests.storage.past_office import take_over
from tests.systems import not_on_windows


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office without a paper that is drawn: its export takes no time."""
    take_over(tmp_path / "دفتر ما")
    return tmp_path / "دفتر ما"


def key_of(act: Callable[[], object]) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        act()
    assert sentence(caught.value)
    return caught.value.key


def test_where_it_may_not_lie_nothing_is_touched(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_bytes(b"mine")
    before = everything(tmp_path)
    for target, key in (
        (tmp_path / "full", "archive_taken"),
        (tmp_path / "full" / "letter.txt", "archive_taken"),
        (data, "archive_taken"),
        (tmp_path, "archive_taken"),
        (Path(tmp_path.anchor), "archive_taken"),
        (data / "x", "archive_inside"),
        (data / paths.FILES / "x", "archive_inside"),
        (tmp_path / "not there" / "x", "archive_no_parent"),
    ):
        assert key_of(lambda: export(data, target)) == key, target  # noqa: B023 - called at once
    monkeypatch.setattr(exporting, "LONGEST", len(str(tmp_path / "x")))
    assert key_of(lambda: export(data, tmp_path / "x")) == "archive_too_deep"
    assert everything(tmp_path) == before
    longest = f"/{paths.FILES}/{'a' * 64}.docx"
    assert LONGEST_OF_WINDOWS + len(longest) < 260


@not_on_windows("a link wants rights there")
def test_no_link_of_the_store_is_followed(demo_folder: Path, tmp_path: Path) -> None:
    data = demo_folder
    one, other = (data / paths.FILES / row["sha256"][:2] / row["sha256"] for row in stored_rows(data)["file"][:2])
    outside = tmp_path / "outside"
    outside.mkdir()
    for file in (one, other):
        (outside / file.name).write_bytes(b"a secret of this machine")
    one.unlink()
    one.symlink_to(outside / one.name)
    shutil.rmtree(other.parent)
    other.parent.symlink_to(outside)
    made = export(data, tmp_path / "x")
    assert b"a secret of this machine" not in everything(tmp_path / "x").values()
    assert {(Path(wrong.path).stem, wrong.fault) for wrong in made.wrong} == {
        (one.name, FileFault.MISSING),
        (other.name, FileFault.MISSING),
    }


def test_a_disk_that_refuses_is_told_and_nothing_is_left(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def read_only(path: Path, *rest: Any, **named: Any) -> None:
        if path.name.endswith(PART):
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        make(path, *rest, **named)

    def full(file: Path) -> None:
        if file.suffix == ".csv":
            raise OSError(errno.ENOSPC, "No space left on device", str(file))

    def broken(file: Path) -> None:
        raise OSError(errno.EIO, "Input/output error", str(file))

    for owner, name, act, key in (
        (Path, "mkdir", read_only, "archive_unwritable"),
        (disk, "sync_file", full, "archive_full"),
        (disk, "sync_file", broken, "archive_failed"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, act)
            assert key_of(lambda: export(data, tmp_path / "x")) == key
        assert [one.name for one in tmp_path.iterdir()] == [data.name]


def test_given_up_anywhere_nothing_is_left(data: Path, tmp_path: Path) -> None:
    for share in (0, 20, 95):

        def give_up(done: int, total: int, share: int = share) -> None:
            if 100 * done >= share * total:
                raise Cancelled

        with pytest.raises(Cancelled):
            export(data, tmp_path / "x", give_up)
        assert [one.name for one in tmp_path.iterdir()] == [data.name]


def test_what_a_kill_left_is_in_nobody_s_way(empty_folder: Path, data: Path, tmp_path: Path) -> None:
    left = tmp_path / f"x.1a2b{PART}"
    left.mkdir()
    (left / "index.html").write_bytes(b"half")
    export(data, tmp_path / "x")
    assert {one.name for one in tmp_path.iterdir()} == {data.name, "x", left.name}
    assert key_of(lambda: export(empty_folder, tmp_path / "y")) == "archive_unfounded"


@pytest.mark.whole
def test_it_is_one_picture_while_others_write(demo_folder: Path, tmp_path: Path) -> None:
    """Acts recorded while it runs are in it or not, each as a whole, and none of them waits for it."""
    data = demo_folder
    office = open_office(data, CLOCK)
    context = office.context
    stop, recorded = threading.Event(), []

    def work_on() -> None:
        while not stop.is_set():
            with context.write() as work:
                work.put_settings(office_settings(context))
                work.audit("settings", "office_setting", 1)
                work.commit()
            recorded.append(1)

    begun = len(stored_rows(data)["audit"])
    writing = threading.Thread(target=work_on)
    writing.start()
    try:
        export_office(office.folder, CLOCK, export_words(), kept_drawing(office.folder.folder, CLOCK), tmp_path / "x")
    finally:
        stop.set()
        writing.join()
        office.close()
    audit, links = (csv_rows(tmp_path / f"x/tables/{name}.csv") for name in ("audit", "chain_link"))
    assert len(recorded) > 5, "the window went on"
    assert begun <= len(audit) <= begun + len(recorded)
    assert int(links[-1]["last_entry"]) == max(int(row["seq"]) for row in audit)
