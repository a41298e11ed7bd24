"""A page that fills the width of its canvas: whether the bar beside it shows is decided once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop_app.widgets.paper.page_canvas import PageCanvas, PageImage
from tests import patience

WIDE = 372


def drawn(_page: int, width: int) -> PageImage:
    """A page of A4 at a width."""
    tall = round(width * 297 / 210)
    return PageImage(b"\xff" * (4 * width * tall), width, tall)


class Resizes(QObject):
    """How often the room for the page changed."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self.count = 0
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


@pytest.mark.parametrize("zoom", [None, 1.25])
def test_a_page_that_fits_only_beside_a_bar_does_not_take_it_away_again(qtbot: QtBot, zoom: float | None) -> None:
    """The bar makes the page narrower, so that it fits, so that no bar is needed: the window was drawn without end."""
    canvas = PageCanvas()
    qtbot.addWidget(canvas)
    canvas.show_document(1, drawn)
    canvas.set_zoom(zoom)
    canvas.show()
    heights = range(486, 520, 3) if zoom is None else range(600, 660, 5)
    settled = []
    for height in heights:
        canvas.resize(WIDE, height)
        patience.let_pass(10)
        resizes = Resizes(canvas)
        patience.let_pass(15)
        settled.append(resizes.count)
    assert settled == [0] * len(heights)
    # and it is there where the page does not fit without it, and only there
    canvas.set_zoom(None)
    for height, shows in ((480, True), (690, False)):
        canvas.resize(WIDE, height)
        patience.let_pass(10)
        assert canvas.verticalScrollBar().isVisible() is shows
