"""An archive export through the window: asked for, made beside the work, given up, and what is missing told."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Exported
from desktop_app.storage.archive_export import exporting
from desktop_app.storage.archive_export.exporting import ExportOrder, export_archive
from desktop_app.system import paths
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.window.backups.page import BackupsPage
from desktop_app.window.shell import backups as backups_module
from desktop_app.words import archive_export as words
from desktop_app.words import backups as backup_words
from tests.bootstrap.backups import page as backups_page
from tests.bootstrap.conftest import Run, Start
from tests.shown import action, texts


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the operator chooses."""
    made = tmp_path / "فلش"
    made.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: made)
    return made


def page(run: Run) -> BackupsPage:
    run.at("meetings")
    return backups_page(run)


def test_it_is_made_under_the_name_of_the_day_and_what_it_lacks_is_named(
    start: Start, folder: Path, stick: Path
) -> None:
    next((folder / paths.FILES).glob("*/*")).unlink()
    run = start(folder, "go", "leave")
    shown = page(run)
    shown.ui.archive.click()
    run.until(lambda: words.INCOMPLETE in texts(shown))
    assert any(words.FAULTS["missing"] in text for text in texts(shown))
    assert any(words.folder_name("۱۴۰۲/۰۲/۲۳") in text for text in texts(shown))
    (made,) = stick.iterdir()
    assert made.name == words.folder_name("۱۴۰۲/۰۲/۲۳")
    assert json.loads((made / "manifest.json").read_text(encoding="utf-8"))["counts"]["meeting"] == 6
    shown.ui.archive.click()
    assert not shown.ui.busy.isVisible()
    assert list(stick.iterdir()) == [made]
    first, second = run.dialogs.asked
    assert str(made) in first.text
    assert f"{made} (2)" in second.text
    assert [one.kind for one in first.choices] == [ButtonKind.OUTLINED] * 2, "the first alone is filled"


def _slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    gate = threading.Event()

    def slow(order: ExportOrder, progress: Progress) -> Exported:
        def waiting(done: int, total: int) -> None:
            while not gate.wait(0.05):
                progress(done, total)
            progress(done, total)

        return export_archive(order, waiting)

    monkeypatch.setattr(exporting, "export_archive", slow)
    return gate


@pytest.mark.parametrize("answer", ["stay", "leave"])
def test_closing_over_it_asks_and_gives_it_up(
    start: Start, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    gate = _slow(monkeypatch)
    run = start(folder, "go", answer)
    shown = page(run)
    shown.ui.archive.click()
    run.window.close()
    assert [one.title for one in run.dialogs.asked] == [words.ASK_TITLE, words.CLOSE_ASK]
    gate.set()
    if answer == "leave":
        run.until(lambda: not run.office_open)
        assert list(stick.iterdir()) == []
    else:
        assert run.office_open
        run.until(lambda: words.EXPORTED in texts(shown))


def test_it_can_be_given_up_and_nothing_is_left(
    start: Start, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = _slow(monkeypatch)
    run = start(folder, "go")
    shown = page(run)
    shown.ui.archive.click()
    assert shown.ui.busyText.text() == words.EXPORTING
    assert not shown.ui.archive.isEnabled()
    assert not shown.ui.make.isEnabled()
    action(shown, "Esc").trigger()
    gate.set()
    run.until(lambda: not run.opening.workers.busy)
    assert words.GIVEN_UP in texts(shown)
    assert list(stick.iterdir()) == []
    assert shown.ui.archive.isEnabled()
    assert not action(shown, "Esc").isEnabled(), "nothing runs that it would give up"


def test_a_refusal_stands_on_the_page(start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: folder)
    run = start(folder, "go")
    shown = page(run)
    shown.ui.archive.click()
    run.until(lambda: backup_words.NOT_DONE in texts(shown))
    assert any("بیرون از آن" in text for text in texts(shown))


def test_where_nothing_may_be_written_it_is_still_there(qapp: QApplication) -> None:
    shown = BackupsPage()
    shown.set_writable(writable=False)
    assert shown.ui.archive.isEnabled()
    assert not shown.ui.make.isEnabled()
    shown.deleteLater()
