"""Nothing that takes the keyboard is without a name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.dates.date_popup import DatePopup
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.feedback.dialogs import Choice, Question, QuestionDialog, ReasonDialog, ReasonQuestion
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.lists.chip_list import ChipList
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.shell.navigation import Navigation, NavigationPage
from tests.gallery_pages.dates import source
from tests.names import unnamed


def forms() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    options = (Option("a", "کاوه"),)
    chips = ChipList(options=options)
    editors = (LineField(), TextArea(), TimeEdit(), ChoiceField(options=options), chips)
    for place, editor in enumerate(editors):
        layout.addWidget(Field(label=f"خانهٔ {place}", editor=editor))
    chips.set_values(["a"])
    return page


def navigation() -> QWidget:
    made = Navigation()
    made.set_pages([NavigationPage("desk", "میز کار", "layout-dashboard", 0, "Ctrl+1")])
    return made


def popup() -> QWidget:
    made = DatePopup()
    made.set_source(source())
    return made


def question() -> QWidget:
    return QuestionDialog(Question("نهایی شود؟", "متن", (Choice("yes", "بله"),)))


def reason() -> QWidget:
    return ReasonDialog(ReasonQuestion("ابطال", "متن", "دلیل", "ابطال"))


@pytest.mark.parametrize("build", [forms, navigation, popup, question, reason, PageView])
def test_every_control_has_a_name(qtbot: QtBot, build: type[QWidget]) -> None:
    widget = build()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert unnamed(widget) == []
