"""The settings page asks before typed changes are left, and saves a section that applies at once by itself."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.controllers.settings.section import Section
from desktop_app.controllers.settings.settings_controller import LEAVE, SAVE, STAY, SettingsController, SettingsEntry
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.ports import Changed
from desktop_app.text.office import settings as words
from desktop_app.widgets.style.tokens import Tone
from tests.controllers.test_section import Panel, Store
from tests.views.minutes_desk import Person


class Page(QObject):
    """A settings page that only remembers."""

    section_requested = Signal(str)
    save_requested = Signal()
    leave_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.state: dict[str, Any] = {}

    def show_section(self, key: str) -> None:
        self.shown.append(key)

    def show_state(self, text: str, tone: Tone, *, changed: bool, can_bring_back: bool, at_once: bool) -> None:
        self.state = {"text": text, "changed": changed, "can_bring_back": can_bring_back, "at_once": at_once}
        assert (tone == Tone.WARNING) == changed

    def section_title(self, key: str) -> str:
        return f"بخش {key}"


class Desk:
    """Three sections behind a page: two that are saved, and one at once."""

    def __init__(self) -> None:
        self.page, self.person = Page(), Person()
        self.panels = {key: Panel() for key in ("a", "b", "machine")}
        self.stores = {key: Store() for key in self.panels}
        entries = []
        for key, panel in self.panels.items():
            store = self.stores[key]
            section = Section(panel, read=store.read, write=store.write, check=store.check, parent=panel)
            entries.append(SettingsEntry(key, section, at_once=key == "machine"))
        self.controller = SettingsController(self.page, entries, self.person, self.page)
        self.controller.show()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_first_section_shows_at_rest(desk: Desk) -> None:
    assert desk.page.shown == ["a"]
    assert desk.page.state == {"text": words.SAVED, "changed": False, "can_bring_back": False, "at_once": False}


def test_typing_shows_and_saving_tells_other_pages(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.controller.saved_told) as told:
        desk.panels["a"].write("دو")
    assert told.args[0] == words.UNSAVED
    assert desk.page.state["changed"]
    with qtbot.waitSignal(desk.controller.changed):
        desk.page.save_requested.emit()
    assert (desk.stores["a"].text, desk.page.state["text"]) == ("دو", words.JUST_SAVED)


@pytest.mark.parametrize(
    ("answer", "leaves", "stored"), [(SAVE, True, "دو"), (LEAVE, True, "یک"), (STAY, False, "یک"), (None, False, "یک")]
)
def test_typed_changes_are_asked_about(desk: Desk, answer: str | None, leaves: bool, stored: str) -> None:
    desk.panels["a"].write("دو")
    desk.person.answer = answer
    desk.page.section_requested.emit("b")
    assert len(desk.person.asked) == 1
    assert desk.page.shown[-1] == ("b" if leaves else "a")
    assert desk.stores["a"].text == stored
    assert desk.panels["a"].text == ("دو" if not leaves or stored == "دو" else "یک")


def test_a_page_without_typed_changes_is_left_unasked(desk: Desk) -> None:
    desk.panels["a"].write("دو")
    desk.panels["a"].write("یک")
    assert desk.controller.may_leave()
    assert not desk.person.asked


def test_a_refused_save_keeps_the_page(desk: Desk) -> None:
    desk.panels["a"].write("دو")
    desk.stores["a"].wrong = [RuleBroken("holiday_without_name", field="name")]
    desk.person.answer = SAVE
    assert not desk.controller.may_leave()
    assert desk.panels["a"].gone_to == ["name"]


def test_given_up_changes_come_back(desk: Desk) -> None:
    desk.panels["a"].write("دو")
    desk.page.leave_requested.emit()
    assert (desk.panels["a"].text, desk.page.state["text"]) == ("یک", words.LEFT)
    assert desk.page.state["can_bring_back"]
    desk.page.bring_back_requested.emit()
    assert desk.panels["a"].text == "دو"
    assert desk.page.state["changed"]


def test_a_section_of_this_machine_is_saved_with_every_choice(desk: Desk) -> None:
    desk.page.section_requested.emit("machine")
    assert desk.page.state["text"] == words.AT_ONCE
    desk.panels["machine"].write("دو")
    assert desk.stores["machine"].text == "دو"
    assert desk.controller.may_leave()


def test_what_another_page_changed_is_read_unless_something_is_typed(desk: Desk) -> None:
    desk.stores["a"].text = "دیگری"
    desk.controller.reload(Changed.SETTINGS)
    assert desk.panels["a"].text == "دیگری"
    desk.panels["a"].write("دو")
    desk.controller.reload(Changed.SETTINGS)
    assert desk.panels["a"].text == "دو"
