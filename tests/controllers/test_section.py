"""A section loads, checks, saves, gives up and brings back; a refusal never takes away what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.window.kit.section import Section
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.words.refusals import sentence
from tests.services.office_steps import context_of, no_data


class Panel(SectionPanel):
    """A form of one text that only remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.refused: dict[str, str] = {}
        self.message = ""
        self.gone_to: list[str] = []

    def show_values(self, values: str) -> None:
        self.text = values
        self.edited.emit()

    def values(self) -> str:
        return self.text

    def show_refusal(self, field: str, text: str) -> bool:
        if field == "name":
            self.refused[field] = text
        return field == "name"

    def show_message(self, text: str) -> None:
        self.message = text

    def clear_refusals(self) -> None:
        self.refused.clear()

    def go_to(self, field: str) -> None:
        self.gone_to.append(field)

    def undo_edit(self) -> bool:
        return self._turn("پس", "پیش")

    def redo_edit(self) -> bool:
        return self._turn("پیش", "پس")

    def _turn(self, now: str, then: str) -> bool:
        found = self.text == now
        if found:
            self.text = then
            self.edited.emit()
        return found

    def write(self, text: str) -> None:
        """As the operator does."""
        self.text = text
        self.edited.emit()


@dataclass
class Store:
    """One stored text, and what is wrong with the next one."""

    text: str = "یک"
    wrong: Sequence[Refused] = ()
    fails: Refused | None = None
    seen: list[str] = field(default_factory=list)

    def read(self, _context: Context) -> str:
        return self.text

    def check(self, _context: Context, _text: str) -> Sequence[Refused]:
        return self.wrong

    def write(self, context: Context, text: str, seen: str) -> Outcome:
        assert context.act.uid
        if self.fails is not None:
            raise self.fails
        self.seen.append(seen)
        self.text = text
        return Outcome(changed=Changed.SETTINGS)


Made = tuple[Section[str], Panel, Store]


def section_of(panel: Panel, store: Store) -> Section[str]:
    """The section of a panel over a store."""
    context = context_of(no_data)
    return Section(panel, context, read=store.read, write=store.write, check=store.check, parent=panel)


@pytest.fixture
def made() -> Made:
    """A section that was loaded."""
    panel, store = Panel(), Store()
    section = section_of(panel, store)
    section.load()
    return section, panel, store


def test_showing_is_no_edit_and_typing_is(made: Made, qtbot: QtBot) -> None:
    section, panel, _ = made
    with qtbot.assertNotEmitted(section.edited):
        section.load()
    assert not section.is_changed()
    with qtbot.waitSignal(section.edited):
        panel.write("دو")
    assert section.is_changed()


def test_a_save_stores_tells_and_is_given_what_was_seen(made: Made, qtbot: QtBot) -> None:
    section, panel, store = made
    panel.write("دو")
    with qtbot.waitSignal(section.changed) as told:
        assert section.save()
    assert told.args == [Changed.SETTINGS]
    assert (store.text, store.seen, section.is_changed()) == ("دو", ["یک"], False)


def test_each_refusal_stands_beside_its_field_and_the_rest_above_the_form(made: Made) -> None:
    section, panel, store = made
    panel.write("دو")
    nameless, odd = RuleBroken("holiday_without_name", field="name"), RuleBroken("no_working_day", field="elsewhere")
    store.wrong = (odd, nameless)
    assert not section.save()
    assert (panel.refused, panel.message) == ({"name": sentence(nameless)}, sentence(odd))
    assert (panel.text, store.text) == ("دو", "یک")
    section.focus()
    assert panel.gone_to == ["name"]
    store.wrong = ()
    assert section.save()
    assert (panel.refused, panel.message) == ({}, "")


def test_a_refusal_goes_with_what_was_wrong_and_typing_is_refused_by_nothing_new(made: Made) -> None:
    section, panel, store = made
    nameless, odd = RuleBroken("holiday_without_name", field="name"), RuleBroken("no_working_day", field="elsewhere")
    panel.write("دو")
    store.wrong = (nameless, odd)
    panel.write("سه")
    assert not panel.refused, "nobody asked to save yet"
    assert not section.save()
    store.wrong = (odd, RuleBroken("no_weekend", field="name"))
    panel.write("چهار")
    assert (panel.refused, panel.message) == ({}, sentence(odd)), "corrected; another fault waits for the saving"
    store.wrong = ()
    panel.write("پنج")
    assert not panel.message


def test_a_machine_that_stands_in_the_way_leaves_the_form_as_typed(made: Made) -> None:
    section, panel, store = made
    panel.write("دو")
    store.fails = EnvironmentProblem("picture_unreadable")
    assert not section.save()
    assert panel.message == sentence(store.fails)
    assert section.is_changed()


def test_what_was_given_up_can_be_brought_back_until_something_is_typed(made: Made) -> None:
    section, panel, _ = made
    panel.write("دو")
    section.restore()
    assert (panel.text, section.is_changed(), section.can_bring_back()) == ("یک", False, True)
    section.bring_back()
    assert (panel.text, section.is_changed(), section.can_bring_back()) == ("دو", True, False)
    section.restore()
    panel.write("سه")
    assert not section.can_bring_back()


def test_a_saving_that_was_stored_at_an_earlier_try_is_what_is_compared_from_then_on(made: Made, qtbot: QtBot) -> None:
    section, panel, store = made
    panel.write("دو")
    store.fails, store.text = RuleBroken("act_stored_before"), "دو"
    with qtbot.waitSignal(section.changed) as told:
        assert not section.save()
    assert told.args == [~Changed.NOTHING]
    assert not section.is_changed(), "it is stored"
    panel.write("سه")
    store.fails = None
    assert section.save()
    assert store.seen == ["دو"], "and not refused as changed elsewhere"
