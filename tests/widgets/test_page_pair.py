"""A page beside that of the print: zoomed and moved together, laid over it by one press and blended by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import ComparedPrint, PagePair
from tests.shown import texts

CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = "کد این تصویر خوانده نشد."


def sheet(colour: Qt.GlobalColor, width: int = 700, height: int = 990) -> QImage:
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(colour)
    return made


def draw(_page: int, width: int) -> PageImage:
    made = sheet(Qt.GlobalColor.black).scaledToWidth(width)
    return PageImage(bytes(made.constBits()), made.width(), made.height())


@pytest.fixture
def pair(qtbot: QtBot) -> PagePair:
    """A black page beside a white one of twice its pixels."""
    made = PagePair()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.offer(on=True)
    made.canvas.show_document(1, draw)
    black, white = sheet(Qt.GlobalColor.black), sheet(Qt.GlobalColor.white, 1400, 1980)
    made.show_print(ComparedPrint(black, white, QTransform.fromScale(2, 2)))
    made.activateWindow()
    qtbot.waitUntil(made.printed.isVisible)
    return made


def seen(pair: PagePair) -> int:
    """The shade in the middle of the page of the print."""
    image = pair.printed.image()
    assert image is not None
    return QColor(image.pixel(QPoint(image.width() // 2, image.height() // 2))).red()


def test_what_one_pane_does_the_other_does(pair: PagePair) -> None:
    for one, other in ((pair.canvas, pair.printed), (pair.printed, pair.canvas)):
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Plus, CONTROL)
        assert one.zoom() == other.zoom()
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            QTest.keyClick(one, key)
        for bar, follower in (
            (one.verticalScrollBar(), other.verticalScrollBar()),
            (one.horizontalScrollBar(), other.horizontalScrollBar()),
        ):
            bar.setValue(bar.maximum() // 2)
            assert bar.value() > 0
            assert follower.value() == bar.value()
        QTest.keyClick(one, Qt.Key.Key_0, CONTROL)
        assert (one.zoom(), other.zoom()) == (1.0, 1.0)


def test_by_one_press_the_page_lies_over_the_print_and_keys_blend_it(pair: PagePair) -> None:
    assert pair.canvas.isVisible()
    assert not pair.share.isVisible()
    pair.canvas.setFocus()
    pair.over.setFocus()
    QTest.keyClick(pair.over, Qt.Key.Key_Space)
    assert not pair.canvas.isVisible(), "the overlay has the room of both"
    assert abs(seen(pair) - 128) <= 2
    QTest.keyClick(pair.over, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pair.share
    QTest.keyClick(pair.share, Qt.Key.Key_Home)
    assert (pair.share.value(), seen(pair)) == (0, 255), "the print alone"
    QTest.keyClick(pair.share, Qt.Key.Key_End)
    assert (pair.share.value(), seen(pair)) == (100, 0), "the scan alone"
    assert "۱۰۰" in " ".join(texts(pair))
    pair.over.setFocus()
    QTest.keyClick(pair.over, Qt.Key.Key_Space)
    assert pair.canvas.isVisible()
    assert seen(pair) == 255


def test_blending_moves_nothing(pair: PagePair) -> None:
    pair.over.click()
    pair.printed.set_zoom(2.0)
    QApplication.processEvents()
    bar = pair.printed.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    pair.share.setValue(20)
    assert (bar.value(), pair.printed.zoom()) == (before, 2.0)


def test_what_cannot_be_laid_says_why_and_a_page_without_print_has_the_room(pair: PagePair) -> None:
    pair.over.click()
    pair.show_print(ComparedPrint(sheet(Qt.GlobalColor.black), sheet(Qt.GlobalColor.white), said=SAID))
    assert not pair.over.isEnabled()
    assert SAID in texts(pair)
    assert pair.canvas.isVisible()
    assert pair.printed.isVisible()
    pair.show_print(ComparedPrint(sheet(Qt.GlobalColor.black), said=SAID))
    assert not pair.printed.isVisible()
    pair.offer(on=False)
    assert not pair.over.isVisible()
    assert not pair.printed.isVisible()
