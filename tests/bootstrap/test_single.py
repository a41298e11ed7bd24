"""A second start on the same data raises the first window and ends: before a first write and after it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.storage.file.lock import FolderLock
from desktop_app.system import paths
from desktop_app.window.shell import single as single_module
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.single import SingleWindow
from tests.bootstrap.conftest import Start
from tests.conftest import ROOT
from tests.systems import not_on_windows


@pytest.fixture
def raised() -> list[bool]:
    """Grows whenever the first window is raised."""
    return []


def test_a_later_one_raises_the_one_that_listens(qtbot: QtBot, tmp_path: Path, raised: list[bool]) -> None:
    first, second = SingleWindow(tmp_path), SingleWindow(tmp_path)
    assert not second.raise_other()
    first.listen(lambda: raised.append(True))
    assert second.raise_other()
    qtbot.waitUntil(lambda: raised == [True])
    assert not first.raise_other(), "nobody raises itself"
    first.close()
    assert not second.raise_other()


def test_another_folder_is_another_window(qtbot: QtBot, tmp_path: Path, raised: list[bool]) -> None:
    first = SingleWindow(tmp_path / "الف")
    first.listen(lambda: raised.append(True))
    assert not SingleWindow(tmp_path / "ب").raise_other()
    assert SingleWindow(tmp_path / "ب" / ".." / "الف").raise_other()
    first.close()


def test_a_folder_that_cannot_be_is_nobodys(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is too long, or the system cannot follow it: that is told when it is opened."""
    assert not SingleWindow(tmp_path / ("ب" * 309)).raise_other_if_locked()

    def fail(_path: Path) -> Path:
        raise OSError(9, "a device of Windows")

    monkeypatch.setattr(Path, "resolve", fail)
    assert not SingleWindow(tmp_path).raise_other()


def test_listening_twice_only_changes_who_is_raised(qtbot: QtBot, tmp_path: Path, raised: list[bool]) -> None:
    first = SingleWindow(tmp_path)
    first.listen(lambda: raised.append(False))
    first.listen(lambda: raised.append(True))
    assert SingleWindow(tmp_path).raise_other()
    qtbot.waitUntil(lambda: raised == [True])
    first.close()


def test_the_other_may_come_to_the_front_before_it_hears(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets only a program that the operator has just started give that leave."""
    done: list[str] = []
    first = SingleWindow(tmp_path)
    first.listen(lambda: done.append("raised"))
    monkeypatch.setattr(single_module, "allow_to_front", lambda: done.append("allowed"))
    assert SingleWindow(tmp_path).raise_other()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["allowed", "raised"]
    first.close()


LEFT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.window.shell.single import SingleWindow

app = QCoreApplication([])
SingleWindow(Path(sys.argv[1])).listen(lambda: None)
os._exit(0)
"""


def test_a_name_that_a_killed_window_left_is_taken_over(qtbot: QtBot, tmp_path: Path, raised: list[bool]) -> None:
    subprocess.run([sys.executable, "-c", LEFT, str(tmp_path)], cwd=ROOT, check=True, timeout=60)
    first = SingleWindow(tmp_path)
    assert not first.raise_other()
    first.listen(lambda: raised.append(True))
    assert SingleWindow(tmp_path).raise_other()
    qtbot.waitUntil(lambda: raised == [True])
    first.close()


HANGING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.window.shell.single import SingleWindow

app = QCoreApplication([])
single = SingleWindow(Path(sys.argv[1]))
single.listen(lambda: None)
print("listening", flush=True)
time.sleep(600)
"""


@pytest.fixture
def hanging(demo_folder: Path) -> Iterator[Path]:
    """A folder whose window listens and hangs: it takes a call and never hears it."""
    process = subprocess.Popen(
        [sys.executable, "-c", HANGING, str(demo_folder)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "listening"
    yield demo_folder
    process.kill()
    process.communicate()


def test_a_window_that_hangs_has_not_been_raised(qtbot: QtBot, hanging: Path) -> None:
    assert not SingleWindow(hanging).raise_other()


def test_a_start_beside_a_window_that_hangs_is_told_what_to_do(
    start: Start, hanging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not end without a word."""
    monkeypatch.setattr(single_module, "ANSWER_MS", 20)
    monkeypatch.setattr(single_module, "BETWEEN_MS", 1)
    lock = FolderLock(hanging)
    lock.take("2023-05-13T12:00:00Z")
    run = start(hanging, single=SingleWindow(hanging))
    run.until(lambda: bool(run.dialogs.asked))
    assert "باز است" in run.dialogs.asked[0].text
    lock.release()


# ---- two processes


def _second_start(folder: Path, settings: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--data", str(folder)],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(settings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("written", [False, True])
def test_a_second_process_raises_the_first_and_ends(
    start: Start, demo_folder: Path, tmp_path: Path, raised: list[bool], monkeypatch: pytest.MonkeyPatch, written: bool
) -> None:
    single = SingleWindow(demo_folder)
    run = start(demo_folder, single=single)
    single.listen(lambda: raised.append(True))
    if written:
        assert run.opening.screens is not None
        with run.opening.screens.office.context.write() as work:
            work.audit("tested", "committee", 1)
            work.commit()
    second = _second_start(demo_folder, tmp_path / "settings")
    run.until(lambda: second.poll() is not None)
    assert second.communicate() == (b"", b"")
    assert second.returncode == 0
    # the second has gone when it has called; the first may still be hearing it
    run.until(lambda: raised == [True])
    single.close()


def test_a_second_start_in_the_same_moment_raises_the_one_that_got_the_lock(
    start: Start, demo_folder: Path, raised: list[bool]
) -> None:
    """Nobody listens yet when the second looks, and the lock is taken when it opens: it asks until somebody does."""
    lock = FolderLock(demo_folder)
    lock.take("2023-05-13T12:00:00Z")
    winner = SingleWindow(demo_folder)
    loser = start(demo_folder, single=SingleWindow(demo_folder))
    assert loser.window.isVisible()
    winner.listen(lambda: raised.append(True))
    loser.until(lambda: not loser.window.isVisible() and raised == [True])
    assert loser.dialogs.asked == []
    winner.close()
    lock.release()


def test_a_holder_that_never_answers_is_named(start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as the command line, which has no window."""
    monkeypatch.setattr(single_module, "BETWEEN_MS", 1)
    lock = FolderLock(demo_folder)
    lock.take("2023-05-13T12:00:00Z")
    run = start(demo_folder, single=SingleWindow(demo_folder))
    run.until(lambda: bool(run.dialogs.asked))
    assert "باز است" in run.dialogs.asked[0].text
    run.until(lambda: not run.window.isVisible())
    lock.release()


def test_the_window_listens_while_it_asks_about_the_clock(start: Start, demo_folder: Path) -> None:
    from datetime import timedelta

    from tests.bootstrap.conftest import Run
    from tests.conftest import DEMO_DAY

    found: list[bool] = []

    def watch(run: Run) -> None:
        run.dialogs.when_asked = lambda: found.append(SingleWindow(demo_folder).raise_other())

    single = SingleWindow(demo_folder)
    start(demo_folder, "right", day=DEMO_DAY - timedelta(days=9), single=single, watch=watch)
    assert found == [True]
    single.close()


@not_on_windows("pipes have no such modes")
def test_its_socket_is_for_its_own_account(qtbot: QtBot, tmp_path: Path, raised: list[bool]) -> None:
    others = set(Path(tempfile.gettempdir()).glob("dabirkhaneh-*"))
    before = os.umask(0)
    try:
        first = SingleWindow(tmp_path)
        first.listen(lambda: raised.append(True))
        (place,) = set(Path(tempfile.gettempdir()).glob("dabirkhaneh-*")) - others
        assert stat.S_ISSOCK(place.stat().st_mode)
        assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
        first.close()
    finally:
        os.umask(before)


@not_on_windows("files have no such modes")
def test_the_settings_of_the_machine_are_for_its_own_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "machine" / "settings.ini"
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(file))
    before = os.umask(0)
    try:
        for value in ("رضایی", "احمدی"):
            settings = machine_settings()
            settings.setValue("papers/signatory", value)
            settings.sync()
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert {one.name: stat.S_IMODE(one.stat().st_mode) for one in [file.parent, *file.parent.iterdir()]} == {
            "machine": 0o700,
            "settings.ini": 0o600,
        }
    finally:
        os.umask(before)
