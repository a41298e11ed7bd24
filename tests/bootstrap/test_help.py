"""F1 from everywhere: the chapter that fits, nothing typed is lost, and a dialog stays open beneath its help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTextEdit

from desktop_app import VERSION
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.storage.store.schema import SCHEMA_VERSION
from desktop_app.system import paths
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.widgets.feedback.dialogs import QtDialogs, ReasonQuestion
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.drafted import Field, text_of
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.window.founding.page import FoundingPage
from desktop_app.window.help.controller import CHAPTER_OF
from desktop_app.window.help.page import HelpPage
from desktop_app.window.help.window import HelpWindow
from desktop_app.window.kit.destinations import OpenMinutes
from desktop_app.window.shell import help as program_help
from desktop_app.window.shell.guided_recovery import PAGE
from desktop_app.window.shell.help_layer import HELP
from desktop_app.window.shell.makers import MAKERS
from desktop_app.window.shell.place import ChosenDataFolder
from desktop_app.window.shell.restoring import RESTORING
from desktop_app.window.shell.screens import Screens
from desktop_app.words import help as words
from desktop_app.words import shell as shell_words
from desktop_app.words.digits import without_marks
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_typed_drafts import foot, ground
from tests.shown import texts
from tests.whole import deciding
from tests.writing_places import PLACES, come_to

RECORDED_WHEN_LEFT = {"new clause", "new talk", "upstream decision"}
"""Where leaving the field is what records it."""


def shown_fields(run: Run) -> set[str]:
    """What stands in the fields of the page."""
    fields: list[Field] = [*run.window.findChildren(QLineEdit), *run.window.findChildren(QTextEdit)]
    return {text_of(one) for one in fields if one.isVisible()}


def _screens(run: Run) -> Screens:
    assert run.opening.screens is not None
    return run.opening.screens


def _active(run: Run) -> None:
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)


def _help(run: Run) -> HelpPage:
    page = _screens(run).screen(HELP).page
    assert isinstance(page, HelpPage)
    return page


def _about(run: Run) -> HelpPage:
    """The help page with that pane, come to by keys."""
    _active(run)
    _screens(run).open(HELP)
    page = _help(run)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up):
        QTest.keyClick(page.ui.chapters, key)
    return page


DECIDING = {"clause", "agenda item", "member", "task", "settings"}
"""A field of the minutes, of a meeting, of a form, of a drawer and of a page that is saved as a whole."""


def test_every_page_has_its_chapter() -> None:
    assert set(CHAPTER_OF) == {*MAKERS, PAGE, RESTORING} - {HELP}


@pytest.mark.parametrize(
    "key", ["meetings", "minutes", "resolutions", "tasks", "members", "papers", "registers", "history", "settings"]
)
def test_f1_opens_the_chapter_of_the_page_and_alt_left_leads_back(start: Start, demo_folder: Path, key: str) -> None:
    run = start(demo_folder)
    _active(run)
    _screens(run).open(key)
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == HELP
    assert _help(run).chapter() is CHAPTER_OF[key]
    assert run.window.ui.navigation.current() == HELP
    QTest.keyClick(run.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert run.window.page() == key
    assert run.window.ui.navigation.current() == key


def test_f1_again_the_button_and_esc_lead_back_as_well(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _active(run)
    screens = _screens(run)
    screens.go(OpenMinutes(1))
    for leave in (
        lambda: QTest.keyClick(run.window, Qt.Key.Key_F1),
        _help(run).ui.back.click,
        lambda: QTest.keyClick(_help(run).ui.chapters, Qt.Key.Key_Escape),
    ):
        screens.open(HELP)
        assert run.window.page() == HELP
        leave()  # type: ignore[no-untyped-call]
        assert run.window.page() == "minutes_editor"
        assert run.window.ui.navigation.current() == "minutes"


def test_help_is_no_place_to_come_back_to(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    screens.open("tasks")
    screens.open(HELP)
    screens.open("members")
    assert run.window.page() == "members"
    screens.go_back()
    assert run.window.page() == "tasks"


@pytest.mark.parametrize("kind", deciding(PLACES, DECIDING))
def test_what_is_typed_stays_under_the_help_and_is_kept(start: Start, begun_folder: Path, kind: str) -> None:
    run, at = ground(start, begun_folder)
    field = come_to(at, kind)
    QTest.keyClicks(field, "abc")
    before, page = text_of(field), run.window.page()
    QTest.keyClick(field, Qt.Key.Key_F1)
    over = field.window().findChildren(HelpWindow)
    assert (run.window.page() == HELP) is not bool(over), "in the window, or over a dialog"
    # kept for a crash, or recorded already where leaving the field does so
    run.until(lambda: foot(run) not in (shell_words.UNSAVED, shell_words.SAVING))
    if over:
        QTest.keyClick(over[0], Qt.Key.Key_F1)
        run.until(lambda: QApplication.activeWindow() is field.window())
    else:
        QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == page
    assert run.dialogs.asked == []
    if kind in RECORDED_WHEN_LEFT:
        assert before in shown_fields(run), "it stands as a record of its own by now"
    else:
        assert text_of(field) == before
        assert field.hasFocus()


def test_the_page_beneath_is_asked_before_another_one_shows(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    field = come_to(at, "agenda item")
    QTest.keyClicks(field, "abc")
    _screens(run).open(HELP)
    run.dialogs.answers = ["stay"]
    _screens(run).open("tasks")
    assert len(run.dialogs.asked) == 1
    assert run.window.page() == "meeting"
    assert "abc" in text_of(field)


def test_the_page_beneath_goes_on_reading_what_changed(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    screens.open("tasks")
    read: list[Changed] = []
    monkeypatch.setattr(screens.screen("tasks").controller, "reload", read.append)
    screens.open(HELP)
    screens.announce(Changed.TASKS)
    screens.go_back()
    assert read == [Changed.TASKS]


def test_before_the_founding_help_is_there_without_a_navigation(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "new")
    _active(run)
    assert run.window.page() == "founding"
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert _help(run).chapter() is Chapter.START
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == "founding"


def test_f1_in_a_dialog_opens_help_over_it_and_keeps_what_is_typed(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _active(run)
    _screens(run).open("tasks")
    dialogs = QtDialogs(lambda: run.window)
    seen: list[object] = []

    def in_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SheetDialog):
            QTimer.singleShot(10, in_dialog)
            return
        try:
            # the dialog has the keyboard once it is the active window
            run.until(lambda: QApplication.activeWindow() is dialog)
            field = dialog.findChildren(TextArea)[0]
            field.setFocus()
            QTest.keyClicks(field, "abc")
            QTest.keyClick(field, Qt.Key.Key_F1)
            (window,) = dialog.findChildren(HelpWindow)
            seen.append(window.isVisible())
            (page,) = window.findChildren(HelpPage)
            seen.append(page.chapter())
            page.show_chapter(Chapter.KEYS)
            # the dialog may be brought forward again: then F1 leads back to the help that stands
            QTest.keyClick(field, Qt.Key.Key_F1)
            assert dialog.findChildren(HelpWindow) == [window]
            assert page.chapter() is Chapter.KEYS
            run.until(lambda: QApplication.activeWindow() is window)
            QTest.keyClick(page.ui.chapters, Qt.Key.Key_Escape)
            seen.append(window.isVisible())
            seen.append(dialog.isVisible())
            seen.append(field.toPlainText())
        finally:
            # otherwise the test would wait for ever; what is typed is not asked about
            dialog.done(QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, in_dialog)
    dialogs.reason(ReasonQuestion("علت", "متن", "دلیل", "ثبت"))
    assert seen == [True, CHAPTER_OF["tasks"], False, True, "abc"]


def test_before_a_page_shows_the_help_of_a_dialog_is_about_trouble(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    window = program_help.help_over(run.window, demo_folder, "")
    (page,) = window.findChildren(HelpPage)
    assert page.chapter() is Chapter.TROUBLE
    window.close()


def test_the_facts_are_those_of_this_program_and_folder(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    page = _about(run)
    page.about().copy_requested.emit()
    copied = QGuiApplication.clipboard().text()
    facts = program_help.program_facts(demo_folder)
    assert facts.version == VERSION
    assert facts.schema == SCHEMA_VERSION
    for value in (VERSION, str(SCHEMA_VERSION), facts.qt, facts.python, facts.sqlite, facts.settings, facts.program):
        assert value in copied
    assert f"{words.DATA}: {demo_folder}" in copied
    assert f"{words.COPIES}: {demo_folder / paths.BEFORE_UPGRADE}" in copied
    assert f"{words.LOG}: {paths.log_folder(demo_folder)}" in copied
    assert words.COPIED in texts(page)
    shown = {one.text() for one in page.about().findChildren(QLineEdit)}
    assert {str(demo_folder), facts.settings, VERSION} <= shown


def test_the_path_of_the_settings_is_written_as_the_system_writes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Qt has its own way, which the file manager of Windows does not take."""
    from types import SimpleNamespace

    told = SimpleNamespace(fileName=lambda: f"{tmp_path.as_posix()}//settings.ini")
    monkeypatch.setattr(program_help, "machine_settings", lambda: told)
    assert program_help.program_facts(tmp_path).settings == str(tmp_path / "settings.ini")


def test_the_place_that_is_told_is_the_one_in_use(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))
    chosen = tmp_path / "دیسک دیگر"
    chosen.mkdir()
    place = ChosenDataFolder(DataLocation(tmp_path / "usual", Origin.USUAL), pick_folder=lambda _title, _folder: chosen)
    run = start(place)
    _active(run)
    run.at("founding")
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    run.window.findChildren(FoundingPage)[-1].ui.changePlace.click()
    run.at("founding")
    # those of the folder that was left go as soon as events are handled
    run.until(lambda: len(run.window.findChildren(FoundingPage)) == 1)
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    page = run.window.findChildren(HelpPage)[-1]
    assert page.isVisible()
    told = {one.text() for one in page.about().findChildren(QLineEdit)}
    assert {str(chosen), str(paths.log_folder(chosen)), str(chosen / paths.BEFORE_UPGRADE)} <= told
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    run.at("founding")


def test_a_folder_is_shown_and_one_that_is_not_there_is_told(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []

    def show(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    run = start(demo_folder)
    page = _about(run)
    page.about().folder_requested.emit(str(demo_folder))
    page.about().folder_requested.emit(str(demo_folder / paths.DATABASE))
    assert [Path(one) for one in opened] == [demo_folder, demo_folder]
    page.about().folder_requested.emit(str(tmp_path / "gone" / "log"))
    assert len(opened) == 2
    assert any("gone" in without_marks(text) for text in texts(page))


def test_the_version_is_one_everywhere() -> None:
    import tomllib

    project = tomllib.loads((paths.PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_nothing_of_help_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "import desktop_app.window.shell.application, desktop_app.window.shell.opening\n"
        "import desktop_app.window.shell.screens\n"
        "print([one for one in sys.modules if 'views.help' in one or 'controllers.help' in one"
        " or one.endswith('bootstrap.help')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=paths.PACKAGE.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout.strip() == "[]"
