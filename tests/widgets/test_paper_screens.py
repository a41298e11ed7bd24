"""Paper in a window that comes to another screen is drawn anew, at the pixels of that one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from desktop_app.widgets.paper.page_canvas import PageCanvas, PageImage
from desktop_app.widgets.paper.page_view import THUMBNAIL, PageView
from tests.screens import move_to_screen


class Sheets:
    """A renderer of blank sheets that remembers how wide they were wanted."""

    def __init__(self) -> None:
        self.widths: list[int] = []

    def draw(self, _page: int, width: int) -> PageImage:
        self.widths.append(width)
        height = round(width * 1.4142)
        return PageImage(b"\xff" * (width * height * 4), width, height)


def test_thumbnails_are_drawn_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    sheets, view = Sheets(), PageView()
    qtbot.addWidget(view)
    view.show()
    view.show_document(3, sheets.draw)
    qtbot.waitUntil(lambda: sheets.widths.count(THUMBNAIL) == 3)
    move_to_screen(view, 2.0, monkeypatch)
    qtbot.waitUntil(lambda: sheets.widths.count(2 * THUMBNAIL) == 3)
    qtbot.waitUntil(lambda: view.thumbnails.item(2).icon().pixmap(QSize(80, 113), 2.0).devicePixelRatio() == 2.0)


def test_the_page_is_drawn_anew_also_where_it_has_as_many_pixels(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half as wide on a screen of twice the resolution: the same pixels, and another size on the screen."""
    sheets, canvas = Sheets(), PageCanvas()
    qtbot.addWidget(canvas)
    # which comes and goes by itself, and takes its width from the page
    canvas.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    canvas.resize(900, 300)
    canvas.show()
    canvas.show_document(1, sheets.draw)
    before = sheets.widths[-1]
    beside = canvas.width() - before
    move_to_screen(canvas, 2.0, monkeypatch)
    canvas.resize(before // 2 + beside, 300)
    picture = canvas.image()
    assert picture is not None
    assert picture.width() == before
    assert picture.devicePixelRatio() == 2.0
