"""A check box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.fields.wrapped_boxes import WrappedCheckBox
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


def test_in_a_high_place_words_stay_beside_their_mark_and_the_blank_below_answers_to_nothing(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column = QVBoxLayout(place)
    boxes = [WrappedCheckBox("یک"), WrappedCheckBox(LONG)]
    for box in boxes:
        column.addWidget(box)
    place.resize(300, 900)
    place.show()
    for box in boxes:
        words = box.heightForWidth(box.width())
        assert box.height() >= words
        box.resize(box.width(), words)
        low = box.grab().toImage()
        box.resize(box.width(), words + 200)
        high = box.grab().toImage()
        assert high.copy(low.rect()) == low
        assert len({high.pixel(x, y) for y in range(words, high.height()) for x in range(high.width())}) == 1
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(5, words + 50))
        assert not box.isChecked()
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(5, words - 4))
        assert box.isChecked()


def test_a_sign_among_the_words_of_a_person_is_no_key(qtbot: QtBot) -> None:
    qt, box = QCheckBox("تحقیق &توسعه"), WrappedCheckBox("تحقیق &توسعه")
    for one in (qt, box):
        qtbot.addWidget(one)
    assert not qt.shortcut().isEmpty()
    assert box.shortcut().isEmpty()
    assert box.accessibleName() == "تحقیق &توسعه"
