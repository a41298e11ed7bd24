"""The window over a backup beside that of the office: its questions stay over it, and its foot says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap.backups.asking import Asking
from desktop_app.bootstrap.backups.window import BackupWindow
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.text import shell as shell_words
from desktop_app.text.office import backups as words
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback import dialogs as dialogs_module
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper import qt_printer
from desktop_app.widgets.paper.printer import Printer, PrintJob
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_doubtful_views import looking_at
from tests.bootstrap.test_typed_drafts import foot
from tests.storage.test_backup_evidence import back_up


def _never(*_asked: object) -> Any:
    raise AssertionError("no page is drawn")


NO_PAGES = PrintJob(0, _never, (), "")


def _looking(run: Run, folder: Path) -> BackupWindow:
    run.at("meetings")
    back_up(folder)
    return looking_at(run)


def test_a_window_over_a_backup_has_dialogs_and_a_printer_of_its_own(start: Start, demo_folder: Path) -> None:
    """Else what it asks brings the office in front of it, and what is pressed next is done there."""
    run = start(demo_folder)
    over: list[MainWindow] = []

    class Watched(Asking):
        def over(self, window: MainWindow) -> tuple[Dialogs, Printer]:
            over.append(window)
            return super().over(window)

    run.opening.asking = Watched(run.dialogs, run.printer)
    looking = _looking(run, demo_folder)
    assert over == [looking.window]
    looking.window.close()


def test_what_is_asked_belongs_to_the_window_that_asks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    windows, over = [MainWindow(), MainWindow()], list[object]()

    def save(window: QWidget | None, *_asked: object) -> None:
        over.append(window)

    class Paper:
        def __init__(self, parent: Callable[[], object]) -> None:
            over.append(parent())

        def print_pages(self, *_asked: object) -> None: ...

    monkeypatch.setattr(dialogs_module, "ask_save", save)
    monkeypatch.setattr(qt_printer, "QtPrinter", Paper)
    asking = Asking()
    for window in windows:
        qtbot.addWidget(window)
        dialogs, printer = asking.over(window)
        assert dialogs.pick_save_path("", Path("a.pdf"), "") is None
        assert printer.print_pages(NO_PAGES, lambda *_: None) is None
    assert over == [windows[0], windows[0], windows[1], windows[1]]


def test_the_foot_of_what_is_looked_at_never_says_that_changes_are_saved(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    looking = _looking(run, demo_folder)
    shown = Run(looking.window, run.opening, run.dialogs, run.printer, run.bot)
    run.until(lambda: foot(shown) == words.LOOKING)
    for page in ("settings", "members", "meetings", "minutes"):
        looking.screens.open(page)
        assert foot(shown) == words.LOOKING, page
    looking.window.close()


@pytest.mark.usefixtures("read_only")
def test_nor_does_that_of_data_which_cannot_be_written(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    screens = run.opening.screens
    assert screens is not None
    for page in ("settings", "members", "meetings"):
        screens.open(page)
        assert foot(run) == shell_words.VIEW_ONLY, page


def test_nor_that_of_data_in_which_damage_is_met_at_work(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    screens = run.verified()
    screens.office.folder.stop_writing((Finding(kind=FindingKind.ROW_DIFFERS, subject="clause", id=5),))
    run.until(lambda: foot(run) == shell_words.VIEW_ONLY)
    for page in ("settings", "members", "meetings"):
        screens.open(page)
        assert foot(run) == shell_words.VIEW_ONLY, page
