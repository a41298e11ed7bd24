"""The chooser of an original: a switch where its words fit, else a list; both mean the same one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import Scheme, tokens_for
from desktop_app.window.signing.paper_original import OriginalChooser

LABELS = {1: "نسخهٔ اصلی ۱", 2: "نسخهٔ اصلی ۲"}


@pytest.fixture
def chooser(qtbot: QtBot, qapp: QApplication, look: LookStyle) -> Iterator[OriginalChooser]:
    """In a place that is just wide enough for the switch."""
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    made = OriginalChooser()
    column.addWidget(made)
    made.show_originals(LABELS, 1)
    place.resize(made.switch.minimumSizeHint().width() + 4, 120)
    place.show()
    qtbot.waitUntil(lambda: made.switch.isVisible() and not made.choice.isVisible())
    yield made
    look.use(qapp, tokens_for(Scheme.LIGHT))


def test_larger_writing_brings_the_list_and_smaller_the_switch_again(
    qtbot: QtBot, qapp: QApplication, look: LookStyle, chooser: OriginalChooser
) -> None:
    for _time in range(2):
        look.use(qapp, tokens_for(Scheme.LIGHT, 1.25))
        qtbot.waitUntil(lambda: chooser.choice.isVisible() and not chooser.switch.isVisible())
        look.use(qapp, tokens_for(Scheme.LIGHT))
        qtbot.waitUntil(lambda: chooser.switch.isVisible() and not chooser.choice.isVisible())


def test_what_is_picked_in_one_stands_in_the_other(chooser: OriginalChooser) -> None:
    told: list[int] = []
    chooser.chosen.connect(told.append)
    second = chooser.switch.findChildren(QAbstractButton)[1]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (chooser.switch.value(), chooser.choice.value()) == ("2", "2")
    chooser.window().resize(chooser.minimumSizeHint().width(), 120)
    QApplication.processEvents()
    assert chooser.choice.isVisible()
    chooser.choice.setCurrentIndex(0)
    chooser.choice.activated.emit(0)
    assert (chooser.switch.value(), chooser.choice.value()) == ("1", "1")
    assert told == [2, 1]
