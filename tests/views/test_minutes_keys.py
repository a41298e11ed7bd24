"""Keys between the text of the minutes and the facts beside it, and what Enter does on a line that lacks something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.minutes import ClauseKind, Deliberation
from desktop_app.window.minutes import words
from tests.services.office_steps import Office
from tests.views.minutes_desk import Desk, desk_at, settle
from tests.widgets.typing import SHIFT, press, type_text

TAB, BACK, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A held meeting with two resolutions."""
    meeting_id = office.held()
    made = desk_at(office, meeting_id, office.draft(meeting_id))
    for text in ("مصوبهٔ نخست", "مصوبهٔ دوم"):
        office.decide(made.version_id, made.items[1], text)
    made.controller.reload(Changed.MINUTES)
    yield made
    made.page.close()
    made.page.deleteLater()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said(desk: Desk) -> list[Deliberation]:
    return list(desk.office.where("deliberations", minutes_version_id=desk.version_id))


def test_tab_goes_from_a_clause_to_its_facts_and_shift_tab_back(desk: Desk) -> None:
    first, second = desk.clauses()
    area = desk.body().cards[second.id].area
    area.go_to_end()
    press(area, TAB)
    side = desk.page.side
    assert side.isAncestorOf(focused())
    assert desk.page.chosen()[1] == second.id
    press(focused(), BACK, held=SHIFT)
    assert focused() is area
    desk.body_of_chosen().cards[first.id].area.go_to_end()
    press(focused(), TAB)
    for _ in range(30):
        if not side.isAncestorOf(focused()):
            break
        press(focused(), TAB)
    settle()
    assert focused() is area, "after the facts of the first clause comes the second one"


def test_tab_opens_the_facts_also_where_they_are_a_drawer(desk: Desk) -> None:
    desk.page.resize(900, 500)
    settle()
    assert desk.page.drawer.is_narrow()
    assert not desk.page.drawer.is_open()
    area = desk.body().cards[desk.clauses()[0].id].area
    area.go_to_end()
    press(area, TAB)
    assert desk.page.drawer.is_open()
    assert desk.page.side.isAncestorOf(focused())
    press(focused(), BACK, held=SHIFT)
    assert focused() is area
    assert not desk.page.drawer.is_open(), "it would lie over the text"


def test_enter_on_a_name_alone_goes_on_to_what_was_said(desk: Desk) -> None:
    area = desk.body().new_said.area
    area.setFocus()
    type_text(area, "شخص ۲")
    press(area, ENTER, "\r")
    assert said(desk) == []
    assert area.text() == "شخص 2" + words.DASH
    press(area, ENTER, "\r")
    assert said(desk) == [], "a name alone was not said"
    type_text(area, "موافقم.")
    press(area, ENTER, "\r")
    assert [(one.speaker, one.text) for one in said(desk)] == [("شخص 2", "موافقم.")]
    assert (area.text(), area.hasFocus()) == ("", True)


@pytest.mark.parametrize("kind", ["new_said", "new_clause"])
def test_enter_takes_what_the_arrows_marked_and_records_what_is_whole(desk: Desk, kind: str) -> None:
    line = desk.body().new_said if kind == "new_said" else desk.body().new_clause
    line.area.setFocus()
    type_text(line.area, "شخص" if kind == "new_said" else "مقرر")
    press(line.area, DOWN)
    marked = line.card.rows[1].phrase
    press(line.area, ENTER, "\r")
    assert line.area.text() == marked
    line.area.selectAll()
    type_text(line.area, "شخص ۲ - آماده‌ایم." if kind == "new_said" else "مقرر شد آماده شوند.")
    press(line.area, ENTER, "\r")
    assert (line.area.text(), line.area.hasFocus()) == ("", True)
    assert len(said(desk)) + len(desk.clauses()) == 3


def test_the_key_that_turns_a_clause_means_no_card_while_an_empty_line_has_the_keyboard(desk: Desk) -> None:
    key = next(one for one in desk.page.ui.writing.actions() if one.shortcut() == QKeySequence("Ctrl+M"))
    first, second = desk.clauses()
    for area in (desk.body().new_clause.area, desk.body().new_said.area):
        desk.page.choose(desk.items[1], second.id)
        area.setFocus()
        key.trigger()
        assert [one.kind for one in desk.clauses()] == [first.kind, second.kind]
    desk.body_of_chosen().cards[second.id].area.go_to_end()
    key.trigger()
    assert [one.kind for one in desk.clauses()] == [first.kind, ClauseKind.NOTE]
