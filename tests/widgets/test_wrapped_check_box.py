"""A check box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop_app.widgets.fields.wrapped_check_box import WrappedCheckBox
from tests.sideways import LONG


def test_what_does_not_fit_one_line_stands_in_more_and_each_can_be_pressed(qtbot: QtBot) -> None:
    box = WrappedCheckBox(LONG)
    qtbot.addWidget(box)
    assert box.minimumSizeHint().width() < 200
    box.resize(300, box.heightForWidth(300))
    box.show()
    one = box.minimumSizeHint().height()
    assert box.height() > 3 * one
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(20, box.height() - 4))
    assert box.isChecked()
    box.setText("کوتاه")
    assert box.heightForWidth(300) == one


def test_a_sign_among_the_words_of_a_person_is_no_key(qtbot: QtBot) -> None:
    qt, box = QCheckBox("تحقیق &توسعه"), WrappedCheckBox("تحقیق &توسعه")
    for one in (qt, box):
        qtbot.addWidget(one)
    assert not qt.shortcut().isEmpty()
    assert box.shortcut().isEmpty()
    assert box.accessibleName() == "تحقیق &توسعه"
