"""Live rows that another program changed: listed with old and new value, accepted, left, and asked about by an act."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Outcome
from desktop_app.services.office.settings import office_settings
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.shell.dialogs import OutsideDialog
from desktop_app.words import findings as words
from desktop_app.words.refusals import sentence
from tests.bootstrap.backups import back_up, bands, entries
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_opening import forge
from tests.services.prepared import save_settings
from tests.shown import child, texts

OTHER = "شخص دیگر"


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


def person(folder: Path, row_id: int = 1) -> str:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as raw:
        return str(raw.execute("SELECT name FROM person WHERE id = ?", (row_id,)).fetchone()[0])


def changed(start: Start, folder: Path, *answers: str) -> Run:
    """A run over an office in which another program changed the name of two persons, with a backup of before."""
    back_up(folder)
    forge(folder, f"UPDATE person SET name = '{OTHER}' WHERE id < 3")
    run = start(folder, *answers)
    run.verified()
    return run


def dialog(run: Run) -> OutsideDialog:
    """The list, opened from the band."""
    (band,) = (one for one in run.window.findChildren(MessageBand) if one.title() == words.TITLE and one.isVisible())
    assert band.action_button().text() == words.SHOW
    band.action_button().click()
    return child(run.window, OutsideDialog)


def boxes(shown: OutsideDialog) -> list[QCheckBox]:
    return shown.findChildren(QCheckBox)


def press(shown: OutsideDialog, text: str) -> None:
    (button,) = (one for one in shown.findChildren(QPushButton) if one.text() == text)
    button.click()


def outside(run: Run) -> list[int]:
    return [one.id for one in run.verified().office.folder.outside]


def test_each_row_stands_there_with_its_old_and_its_new_value(start: Start, demo_folder: Path) -> None:
    names = person(demo_folder), person(demo_folder, 2)
    run = changed(start, demo_folder)
    assert words.band(2) in bands(run)
    shown = dialog(run)
    assert len(boxes(shown)) == 2
    told = "\n".join(texts(shown))
    for name in names:
        assert words.change("", name, OTHER) in told
    assert words.OLD_UNKNOWN not in told


def test_what_is_chosen_is_accepted_and_the_rest_stays_listed(start: Start, demo_folder: Path) -> None:
    run = changed(start, demo_folder)
    shown = dialog(run)
    press(shown, words.ACCEPT)
    assert words.NONE_CHOSEN in texts(shown)
    assert outside(run) == [1, 2]
    boxes(shown)[0].click()
    press(shown, words.ACCEPT)
    assert outside(run) == [2]
    assert words.band(1) in bands(run)
    assert bands(run).count(words.TITLE) == 1
    assert entries(demo_folder)[-1] == "accepted_outside"
    run.window.close()
    again = start(demo_folder)
    assert outside(again) == [2]
    assert again.verified().office.folder.writable
    shown = dialog(again)
    boxes(shown)[0].click()
    press(shown, words.ACCEPT)
    assert words.TITLE not in bands(again)
    assert again.verified().office.folder.check() == ()
    assert person(demo_folder) == OTHER


def test_leaving_the_list_accepts_nothing(start: Start, demo_folder: Path) -> None:
    run = changed(start, demo_folder)
    before = entries(demo_folder)
    shown = dialog(run)
    boxes(shown)[0].click()
    press(shown, words.LEAVE)
    assert outside(run) == [1, 2]
    assert entries(demo_folder) == before


def test_one_that_leads_to_a_row_that_is_not_there_is_refused_by_name(start: Start, demo_folder: Path) -> None:
    forge(demo_folder, "UPDATE nomination SET person_id = 9999 WHERE id = 1")
    run = start(demo_folder)
    shown = dialog(run)
    boxes(shown)[0].click()
    press(shown, words.ACCEPT)
    refused = RuleBroken("outside_breaks_reference", kind="nomination", id=1, column="person_id")
    assert sentence(refused) in texts(shown)
    assert outside(run) == [1]


# ---- an act on such a row


def act_on(run: Run) -> Outcome | None:
    """An act on the settings, which another program changed as well."""
    controller = run.verified().screen("members").controller
    assert isinstance(controller, PageController)
    return controller.act(
        lambda context: save_settings(context, replace(office_settings(context), operator="کارشناس تازه"))
    )


@pytest.mark.parametrize(("answer", "stored"), [("dont", False), ("go on", True)])
def test_an_act_on_such_a_row_asks_first(start: Start, demo_folder: Path, answer: str, stored: bool) -> None:
    forge(demo_folder, "UPDATE office_setting SET operator = 'دیگری'")
    run = start(demo_folder, answer)
    before = entries(demo_folder)
    made = act_on(run)
    (question,) = run.dialogs.asked
    assert question.text == words.ask("office_setting", 1, "").replace("، شناسهٔ ۱", "")
    assert question.choices[0].key == "dont", "Enter leaves it"
    assert (made is not None) is stored
    assert (len(entries(demo_folder)) > len(before)) is stored
    assert outside(run) == ([] if stored else [1])
    assert (words.TITLE in bands(run)) is not stored, "what the act has written is the program's own again"


def test_an_act_on_another_row_asks_nothing(start: Start, demo_folder: Path) -> None:
    run = changed(start, demo_folder)
    assert act_on(run) is not None
    assert run.dialogs.asked == []
    assert outside(run) == [1, 2]
