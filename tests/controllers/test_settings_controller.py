"""The settings page asks before typed changes are left, and saves a section that applies at once by itself."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.settings import words
from desktop_app.window.settings.controller import LEAVE, SAVE, STAY, SettingsController, SettingsEntry
from desktop_app.window.settings.page import SectionContent, SettingsPage
from desktop_app.words import history as undo_words
from tests.controllers.test_section import Panel, Store, section_of
from tests.services.office_steps import context_of, no_data
from tests.views.minutes_desk import Person


@dataclass(frozen=True)
class State:
    """What the foot of the page says and offers."""

    text: str
    changed: bool = False
    can_bring_back: bool = False
    at_once: bool = False


class Desk:
    """Three sections of the page: two that are saved, and one at once."""

    def __init__(self) -> None:
        self.person = Person()
        self.panels = {key: Panel() for key in ("a", "b", "machine")}
        self.stores = {key: Store() for key in self.panels}
        contents = {key: SectionContent(key, f"بخش {key}", "gavel", panel) for key, panel in self.panels.items()}
        self.page = SettingsPage(list(contents.values()))
        entries = [
            SettingsEntry(content, section_of(self.panels[key], self.stores[key]), at_once=key == "machine")
            for key, content in contents.items()
        ]
        self.controller = SettingsController(self.page, context_of(no_data), self.person, entries, self.page)
        self.controller.show()

    @property
    def shown(self) -> str:
        """The key of the section that shows."""
        (key,) = (key for key, panel in self.panels.items() if not panel.isHidden())
        assert self.page.row(key).isChecked()
        return key

    @property
    def state(self) -> State:
        ui = self.page.ui
        changed = ui.save.isEnabled()
        assert (ui.state.property("text_ink") == Tone.WARNING.value) == changed
        return State(ui.state.text(), changed, not ui.bringBack.isHidden(), ui.save.isHidden())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made.page)
    return made


def test_the_first_section_shows_at_rest(desk: Desk) -> None:
    assert desk.shown == "a"
    assert desk.state == State(words.SAVED)


def test_typing_shows_and_saving_tells_other_pages(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.controller.status_message) as told:
        desk.panels["a"].write("دو")
    assert told.args[0] == words.UNSAVED
    assert desk.state.changed
    with qtbot.waitSignal(desk.controller.changed):
        desk.page.save_requested.emit()
    assert (desk.stores["a"].text, desk.state.text) == ("دو", words.JUST_SAVED)


@pytest.mark.parametrize(
    ("answer", "leaves", "stored"), [(SAVE, True, "دو"), (LEAVE, True, "یک"), (STAY, False, "یک"), (None, False, "یک")]
)
def test_typed_changes_are_asked_about(desk: Desk, answer: str | None, leaves: bool, stored: str) -> None:
    desk.panels["a"].write("دو")
    desk.person.answer = answer
    desk.page.section_requested.emit("b")
    assert len(desk.person.asked) == 1
    assert desk.shown == ("b" if leaves else "a")
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
    assert (desk.panels["a"].text, desk.state.text) == ("یک", words.LEFT)
    assert desk.state.can_bring_back
    desk.page.bring_back_requested.emit()
    assert desk.panels["a"].text == "دو"
    assert desk.state.changed


def test_undo_takes_back_what_was_given_up_and_what_the_section_says_was_changed_last(desk: Desk) -> None:
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    desk.panels["a"].write("پس")
    desk.page.leave_requested.emit()
    texts = []
    for step in (desk.controller.undo, desk.controller.undo, desk.controller.redo):
        step()
        texts.append(desk.panels["a"].text)
    assert texts == ["پس", "پیش", "پس"]
    desk.controller.redo()
    desk.panels["a"].write("دیگر")
    desk.controller.undo()
    assert told[-1] == undo_words.NOTHING_TO_UNDO
    assert undo_words.NOTHING_TO_REDO in told


def test_a_section_of_this_machine_is_saved_with_every_choice(desk: Desk) -> None:
    desk.page.section_requested.emit("machine")
    assert desk.state == State(words.AT_ONCE, at_once=True)
    desk.panels["machine"].write("دو")
    assert desk.stores["machine"].text == "دو"
    assert desk.controller.may_leave()


def test_what_another_page_changed_is_read_unless_something_is_typed(desk: Desk) -> None:
    desk.stores["a"].text = "دیگری"
    desk.controller.reload(Changed.MINUTES)
    assert desk.panels["a"].text == "یک"
    desk.controller.reload(Changed.SETTINGS)
    assert desk.panels["a"].text == "دیگری"
    desk.panels["a"].write("دو")
    desk.controller.reload(Changed.SETTINGS)
    assert desk.panels["a"].text == "دو"
