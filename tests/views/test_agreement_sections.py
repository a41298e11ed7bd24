"""The forms of the memorandum, the parties and the axes: what is shown comes back, what is typed can be undone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.founding import AxisValues, FoundingDraft
from desktop_app.services.office.founding import proposal_from
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.founding.grouped_rows import UnitsStep
from desktop_app.window.founding.section import SeatsStep
from desktop_app.window.settings.agreement_sections import AxesSection, MemorandumSection, PartiesSection
from desktop_app.words.refusals import sentence
from tests.conftest import ROOT
from tests.shown import child

TOLD: Any = json.loads((ROOT / "resources" / "founding.json").read_text(encoding="utf-8"))
PROPOSAL: FoundingDraft = proposal_from(TOLD)


def _dates() -> DateSource:
    return date_source(WorkCalendar(), lambda: date(2023, 5, 13), sentence)


def _line(panel: QWidget, name: str) -> QLineEdit:
    found = panel.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def _press(target: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_every_form_gives_back_what_it_shows(qtbot: QtBot) -> None:
    memorandum, parties, axes = MemorandumSection(_dates()), PartiesSection(), AxesSection()
    seats, units = SeatsStep(_dates()), UnitsStep()
    pairs: tuple[tuple[Any, object], ...] = (
        (memorandum, PROPOSAL.memorandum),
        (parties, PROPOSAL.parties),
        (axes, PROPOSAL.axes),
        (seats, PROPOSAL.seats),
        (units, PROPOSAL.units),
    )
    for panel, values in pairs:
        qtbot.addWidget(panel)
        panel.show_values(values)
        assert panel.values() == values


def test_fifty_thousand_characters_are_taken_and_one_more_is_refused_aloud(qtbot: QtBot) -> None:
    panel = MemorandumSection(_dates())
    qtbot.addWidget(panel)
    panel.show_values(PROPOSAL.memorandum)
    line = _line(panel, "article_1")
    for text, kept in (("ا" * 50_000, 50_000), ("ا", 50_000)):
        QGuiApplication.clipboard().setText(text)
        _press(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert len(panel.values().articles[0].title) == kept
    assert "۵۰" in line.accessibleDescription()
    # and undone in one step
    _press(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.values().articles[0].title == ""


def test_a_day_that_is_none_keeps_its_own_words_when_the_step_asks_for_it(qtbot: QtBot) -> None:
    panel = MemorandumSection(_dates())
    qtbot.addWidget(panel)
    panel.show_values(PROPOSAL.memorandum)
    panel.ui.signedOnEdit.set_text("۱۴۰۱/۱۳/۰۱")
    assert panel.unreadable()
    assert panel.values().signed_on is None
    assert panel.show_refusal("signed_on", sentence(RuleBroken("signing_day_missing")))
    assert "ماه" in panel.ui.signedOnEdit.notice_line().text()
    assert panel.ui.signedOnEdit.text() == "۱۴۰۱/۱۳/۰۱"


def test_a_kept_axis_has_no_way_out_and_a_new_one_comes_back_where_it_was(qtbot: QtBot) -> None:
    panel = AxesSection()
    qtbot.addWidget(panel)
    panel.show_values((AxisValues(id=7, code="۱", title="نخست"), AxisValues(code="۲", title="دوم")))
    buttons = [panel.findChild(QPushButton, f"remove_{place}") for place in (0, 1)]
    assert [button.isEnabled() for button in buttons if button is not None] == [False, True]
    assert buttons[1] is not None
    buttons[1].click()
    assert [axis.code for axis in panel.values()] == ["۱"]
    panel.ui.add.click()
    panel.ui.bringBack.click()
    assert [axis.code for axis in panel.values()] == ["۱", "۲", ""]
    assert not panel.undo_edit()
    # the row that was removed first goes only when the event loop comes to it
    panel.findChildren(QPushButton, "remove_1")[-1].click()
    assert panel.undo_edit()
    assert [axis.code for axis in panel.values()] == ["۱", "۲", ""]


def test_an_unticked_unit_keeps_its_names(qtbot: QtBot) -> None:
    panel = UnitsStep()
    qtbot.addWidget(panel)
    panel.show_values(PROPOSAL.units)
    told: list[int] = []
    panel.edited.connect(lambda: told.append(1))
    chosen, name = child(panel, QCheckBox), child(panel, LineField)
    _press(chosen, Qt.Key.Key_Space)
    QApplication.sendEvent(chosen, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Space, Qt.KeyboardModifier(0)))
    assert told
    assert not panel.values()[0].chosen
    assert panel.values()[0].name == PROPOSAL.units[0].name
    assert not name.isEnabled()
